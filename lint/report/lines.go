package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"

	"github.com/apiglint/apiglint/lint"
)

// Formats for other programs' pages say a finding in lines of plain text. Those who write configurations choose names and
// values in them: what a page or a terminal would obey is spelt out.

// lines returns what a finding says: its sentence, and a line for what to do, for the other instances and for each related place.
func (r *renderer) lines(f *lint.Finding) []string {
	return append([]string{r.headline(f)}, r.details(f)...)
}

// headline returns a finding's sentence, which says by itself what it is about.
func (r *renderer) headline(f *lint.Finding) string {
	sentence := f.Message
	if f.Range.Filename == "" && !strings.Contains(sentence, f.Resource) {
		sentence = f.Resource + ": " + sentence
	}
	switch r.state(f) {
	case Unchanged:
		sentence += " (already there)"
	case Fixed:
		sentence += " (fixed)"
	}
	return printable(sentence)
}

// details returns the lines that follow a finding's sentence.
func (r *renderer) details(f *lint.Finding) []string {
	var all []string
	if f.Remedy != "" && r.state(f) != Fixed {
		all = append(all, "help: "+printable(f.Remedy))
	}
	if len(f.Also) > 0 {
		all = append(all, "also: "+printable(list(f.Also, maxAlso)))
	}
	if r.state(f) == Fixed {
		return all // the text is another one now
	}
	for i, related := range f.Related {
		if n := len(f.Related) - i; i == maxAlso && n > 1 {
			return append(all, fmt.Sprintf("note: and %d more places", n))
		}
		all = append(all, fmt.Sprintf("note: %s: %s", r.place(related.Range), printable(related.Message)))
	}
	return all
}

// place returns file:line:column, in paths of the repository.
func (r *renderer) place(at hcl.Range) string {
	start := r.text(at.Filename).position(at.Start)
	return fmt.Sprintf("%s:%d:%d", leading(printable(r.real(at.Filename))), start.line, start.characters())
}

// line returns a finding as one line of a log: place, level, sentence, rule.
func (r *renderer) line(f *lint.Finding) string {
	at := leading(printable(f.Resource))
	if f.Range.Filename != "" {
		at = r.place(f.Range)
	}
	return fmt.Sprintf("%s: %s: %s [%s %s]", at, f.Level, r.headline(f), f.Rule.ID, f.Rule.Name)
}

// bySeverity returns findings with the worst first, and otherwise in their order.
func bySeverity(findings []*lint.Finding) []*lint.Finding {
	return slices.SortedStableFunc(slices.Values(findings), func(a, b *lint.Finding) int {
		return cmp.Compare(b.Level, a.Level)
	})
}

// standing returns the findings that a format lists whose readers take everything in it for a defect that is there.
func (r *renderer) standing() []*lint.Finding {
	return slices.DeleteFunc(slices.Clone(r.shown()), func(f *lint.Finding) bool { return r.state(f) == Fixed })
}
