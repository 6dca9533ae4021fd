package report

import (
	"cmp"
	"slices"

	"github.com/apiglint/apiglint/lint"
)

// renderer is a report while it is written in one format, with what is found out once: where lines begin, and what a
// review says of each finding.
type renderer struct {
	*Report
	terminal Terminal
	texts    map[string]*text
	states   map[*lint.Finding]string
}

func newRenderer(r *Report, t Terminal) *renderer {
	states := map[*lint.Finding]string{}
	if r.Review != nil {
		for state, findings := range map[string][]*lint.Finding{
			Introduced: slices.Concat(r.Review.Introduced, r.Review.Suppressed), Unchanged: r.Review.Unchanged,
			Fixed: r.Review.Fixed, Accepted: r.Review.Accepted,
		} {
			for _, f := range findings {
				states[f] = state
			}
		}
	}
	return &renderer{Report: r, terminal: t, texts: map[string]*text{}, states: states}
}

// text returns the file's text. It is empty where the source is not at hand.
func (r *renderer) text(file string) *text {
	t, ok := r.texts[file]
	if !ok {
		t = newText(r.Files[file].Source)
		r.texts[file] = t
	}
	return t
}

// shownName returns a file's name as text shows it.
func (r *renderer) shownName(file string) string { return cmp.Or(r.Files[file].Shown, file) }

// real returns the file that a name leads to.
func (r *renderer) real(file string) string { return cmp.Or(r.Files[file].Real, file) }

// state returns what a change does to a finding, "" where nothing is known of before.
func (r *renderer) state(f *lint.Finding) string { return r.states[f] }
