package lint

import (
	"cmp"
	"fmt"
	"slices"

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
	// Resource is the address of the resource instance that it is about.
	Resource string
	// Also are the addresses of other instances with the same defect in the same text.
	Also []string
	// Ignored is the comment that hides it, nil where none does.
	Ignored *Ignore
	// Related are the other places that belong to the defect.
	Related []Related
	// Fix mends it, nil where no change of the text is certain to.
	Fix *Fix

	config *schema.Config // that it was found in, nil for one about a comment
	merged []*Finding     // what it was made of, nil for the finding of one instance
}

// Related is another place that belongs to a finding.
type Related struct {
	Range hcl.Range
	// Message says what is there: "the other route is here".
	Message string
}

// Relate adds a place, and answers the finding. A place without a file is left out.
func (f *Finding) Relate(at hcl.Range, format string, args ...any) *Finding {
	if at.Filename != "" {
		f.Related = append(f.Related, Related{Range: at, Message: fmt.Sprintf(format, args...)})
	}
	return f
}

// compare is the total order of findings: place, rule, text.
func compare(a, b *Finding) int {
	return cmp.Or(
		terraform.CompareRanges(a.Range, b.Range),
		cmp.Compare(a.Rule.ID, b.Rule.ID),
		cmp.Compare(a.Resource, b.Resource),
		cmp.Compare(a.Message, b.Message),
	)
}

// merge sorts findings, and makes one of those where the same rule points at the same text for several instances, or
// through several roots.
func merge(all []*Finding) []*Finding {
	slices.SortStableFunc(all, compare)
	type key struct {
		rule *Rule
		at   hcl.Range
		// resource and path are the place where there is no text.
		resource, path string
	}
	first := map[key]*Finding{}
	var merged []*Finding
	for _, f := range all {
		k := key{rule: f.Rule, at: f.Range}
		if f.Range.Filename == "" {
			k.resource, k.path = f.Resource, f.Path
		}
		before, ok := first[k]
		if !ok {
			first[k] = f
			merged = append(merged, f)
			continue
		}
		if before.merged == nil {
			single := *before
			before.merged = []*Finding{&single}
		}
		before.merged = append(before.merged, f.singles()...)
		before.Level = max(before.Level, f.Level)
		before.Fix = before.Fix.join(f.Fix)
		before.Mandatory = before.Mandatory || f.Mandatory
		for _, address := range append([]string{f.Resource}, f.Also...) {
			if address != before.Resource {
				before.Also = append(before.Also, address)
			}
		}
		for _, related := range f.Related {
			if !slices.Contains(before.Related, related) {
				before.Related = append(before.Related, related)
			}
		}
	}
	for _, f := range merged {
		slices.Sort(f.Also)
		f.Also = slices.Compact(f.Also)
	}
	return merged
}
