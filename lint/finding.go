package lint

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"

	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/terraform"
)

// Finding is one defect of a configuration.
type Finding struct {
	Rule  *Rule
	Level Level
	// Mandatory says that settings forbid to hide it with a comment.
	Mandatory bool
	// Range is the smallest text that has to change.
	Range hcl.Range
	// Root is the directory of the root module that it was found in, "" for a finding about the text itself.
	Root string
	// Path says where in its resource the finding stands. It does not depend on the layout of the text.
	Path string
	// Message names the object as it is written, states the fact and its consequence: one sentence, lower case, no
	// final period.
	Message string
	// Remedy says what to do: one imperative sentence with the real names in it, lower case, no final period. It is shown
	// as "help:".
	Remedy string
	// Resource is the address of the resource instance that it is about.
	Resource string
	// Also are the addresses of other instances with the same defect: in the same text, or mended by the same line.
	Also []string
	// Precludes says that the resource cannot exist as it is written. See [Options.OneCause].
	Precludes bool
	// Ignored is the comment that hides it, nil where none does.
	Ignored *Ignore
	// Related are the other places that belong to the defect.
	Related []Related
	// Fix mends it, nil where no change of the text is certain to.
	Fix *Fix

	skipped  bool                // because it stands in an installed module, and settings leave them out
	argument *terraform.Argument // whose value is at Range, nil for none

	config *schema.Config // that it was found in, nil for one about a comment
	merged []*Finding     // what it was made of, nil for the finding of one instance
}

// Related is another place that belongs to a finding.
type Related struct {
	Range hcl.Range
	// Message says what is there: "the other route is here".
	Message string
}

// Relate adds a place, and returns the finding. No place has two meanings: one without a file, the finding's own and one
// that is there already are left out.
func (f *Finding) Relate(at hcl.Range, format string, args ...any) *Finding {
	there := func(r Related) bool { return r.Range == at }
	if at.Filename != "" && at != f.Range && !slices.ContainsFunc(f.Related, there) {
		f.Related = append(f.Related, Related{Range: at, Message: fmt.Sprintf(format, args...)})
	}
	return f
}

// relateSupply says where a value comes from that the message has and the text at its place has not.
func (f *Finding) relateSupply() {
	if f.argument == nil {
		return
	}
	if s, ok := f.argument.Supply(); ok && s.Text != "" && strings.Contains(f.Message, s.Text) {
		f.Relate(s.Range, "%s is %s", s.Reference, s.Quoted)
	}
}

// Remedyf says what to do about the finding, and returns it.
func (f *Finding) Remedyf(format string, args ...any) *Finding {
	f.Remedy = fmt.Sprintf(format, args...)
	return f
}

// compare is the total order of findings: place, rule, text.
func compare(a, b *Finding) int {
	if c := terraform.CompareRanges(a.Range, b.Range); c != 0 {
		return c
	}
	return cmp.Or(
		cmp.Compare(a.Rule.ID, b.Rule.ID),
		cmp.Compare(a.Resource, b.Resource),
		cmp.Compare(a.Message, b.Message),
	)
}

// merge sorts findings, and makes one of those where the same rule points at the same text for several instances, or
// through several roots.
func merge(all []*Finding) []*Finding {
	slices.SortStableFunc(all, compare)
	merged := make([]*Finding, 0, len(all))
	nowhere := map[place]*Finding{} // the first finding of each place without a text
	for _, f := range all {
		var same *Finding
		switch n := len(merged); {
		case f.Range.Filename == "":
			at := place{f.Rule, f.Resource, f.Path}
			if same = nowhere[at]; same == nil {
				nowhere[at] = f
			}
		case n > 0 && merged[n-1].Rule == f.Rule && merged[n-1].Range == f.Range:
			same = merged[n-1] // those of one text follow each other
		}
		if same == nil {
			merged = append(merged, f)
		} else {
			same.take(f)
		}
	}
	for _, f := range merged {
		slices.Sort(f.Also)
		f.Also = slices.Compact(f.Also)
	}
	return merged
}

// place is what a rule finds something at where there is no text.
type place struct {
	rule           *Rule
	resource, path string
}

// take makes the finding stand for another one, too.
func (f *Finding) take(other *Finding) {
	if f.merged == nil {
		single := *f
		f.merged = []*Finding{&single}
	}
	f.merged = append(f.merged, other.instances()...)
	f.Level = max(f.Level, other.Level)
	f.Remedy = cmp.Or(f.Remedy, other.Remedy) // that of the instance that the message names
	f.Fix = f.Fix.join(other.Fix)
	f.Mandatory = f.Mandatory || other.Mandatory
	for _, address := range append([]string{other.Resource}, other.Also...) {
		if address != f.Resource {
			f.Also = append(f.Also, address)
		}
	}
	for _, related := range other.Related {
		f.Relate(related.Range, "%s", related.Message)
	}
}
