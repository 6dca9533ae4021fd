package analysis

import (
	"cmp"
	"fmt"
	"path"
	"slices"

	"github.com/hashicorp/hcl/v2"

	"github.com/apiglint/apiglint/cmd/apiglint/internal/boundary"
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema/terraform"
)

// gathering collects what the roots of one boundary say about themselves, each thing once, although several roots may
// call the module that it is about.
type gathering struct {
	prefix      string // the boundary as seen from the base of all
	seen        map[string]bool
	diagnostics hcl.Diagnostics
	notes       []terraform.Note
}

// gathering begins one for a group.
func (a *Analysis) gathering(g *boundary.Group) *gathering {
	prefix, _ := boundary.Within(a.Base, g.Dir)
	return &gathering{prefix: prefix, seen: map[string]bool{}}
}

func (g *gathering) root(r *terraform.Root) {
	g.diagnose(r.Diagnostics)
	for _, n := range r.Notes {
		if g.first(n.Range, n.Message) {
			g.qualify(&n.Range)
			g.notes = append(g.notes, n)
		}
	}
}

func (g *gathering) diagnose(diags hcl.Diagnostics) {
	for _, d := range diags {
		at := hcl.Range{}
		if d.Subject != nil {
			at = *d.Subject
		}
		if g.first(at, d.Summary+d.Detail) {
			own := *d // the original belongs to the module
			if d.Subject != nil {
				g.qualify(&at)
				own.Subject = &at
			}
			g.diagnostics = append(g.diagnostics, &own)
		}
	}
}

func (g *gathering) first(at hcl.Range, text string) bool {
	key := fmt.Sprint(at, "\x00", text)
	if g.seen[key] {
		return false
	}
	g.seen[key] = true
	return true
}

// qualify makes a file name that is relative to the boundary relative to the base.
func (g *gathering) qualify(at *hcl.Range) {
	if at.Filename != "" {
		at.Filename = path.Join(g.prefix, at.Filename)
	}
}

func (g *gathering) sort() {
	slices.SortStableFunc(g.notes, func(a, b terraform.Note) int {
		return cmp.Or(terraform.CompareRanges(a.Range, b.Range), cmp.Compare(a.Message, b.Message))
	})
	slices.SortStableFunc(g.diagnostics, func(a, b *hcl.Diagnostic) int {
		return cmp.Or(
			terraform.CompareRanges(subject(a), subject(b)),
			cmp.Compare(a.Summary, b.Summary), cmp.Compare(a.Detail, b.Detail),
		)
	})
}

func subject(d *hcl.Diagnostic) hcl.Range {
	if d.Subject == nil {
		return hcl.Range{}
	}
	return *d.Subject
}

// qualified gives findings file names that are relative to the base.
func qualified(findings []*lint.Finding, found *gathering) []*lint.Finding {
	for _, f := range findings {
		found.qualify(&f.Range)
		if f.Ignored != nil {
			found.qualify(&f.Ignored.Range)
		}
		for i := range f.Related {
			found.qualify(&f.Related[i].Range)
		}
		if f.Fix != nil {
			for i := range f.Fix.Edits {
				found.qualify(&f.Fix.Edits[i].Range)
			}
		}
	}
	return findings
}
