package analysis

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"

	"github.com/apiglint/apiglint/cmd/apiglint/internal/boundary"
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema/terraform"
	"github.com/apiglint/apiglint/schema/terraform/files"
)

// diagnostics are what the roots of one boundary say about themselves, each thing once, although several roots may call the
// module that it is about. File names are relative to the base of all.
type diagnostics struct {
	prefix string // the boundary as seen from the base
	shown  func(file string) string
	seen   map[string]bool
	errors hcl.Diagnostics
	notes  []terraform.Note
}

func newDiagnostics(s *Scope, g *boundary.Group) *diagnostics {
	prefix, _ := boundary.Within(s.Base, g.Dir)
	return &diagnostics{prefix: prefix, shown: s.shown, seen: map[string]bool{}}
}

// root adds what a root says.
func (d *diagnostics) root(r *terraform.Root) {
	d.add(r.Diagnostics)
	for _, n := range r.Notes {
		d.note(n)
	}
}

// sources adds what the sources of a plan say. What a module that cannot be read declares is in the plan.
func (d *diagnostics) sources(r *terraform.Root) {
	d.add(r.Diagnostics)
	for _, n := range r.Notes {
		n.Module, n.Unjudged = "", false
		d.note(n)
	}
}

func (d *diagnostics) note(n terraform.Note) {
	if !d.first(n.Range, n.Message) {
		return
	}
	d.qualify(&n.Range)
	if n.Beyond != "" {
		n.Beyond = d.shown(path.Join(d.prefix, n.Beyond))
		n.Message += "; --root " + n.Beyond + " widens it"
	}
	d.notes = append(d.notes, n)
}

func (d *diagnostics) add(diags hcl.Diagnostics) {
	for _, each := range diags {
		at := files.Subject(each)
		if d.first(at, each.Summary+each.Detail) {
			own := *each // the original belongs to the module
			if each.Subject != nil {
				d.qualify(&at)
				own.Subject = &at
			}
			d.errors = append(d.errors, &own)
		}
	}
}

func (d *diagnostics) first(at hcl.Range, text string) bool {
	key := fmt.Sprint(at, "\x00", text)
	if d.seen[key] {
		return false
	}
	d.seen[key] = true
	return true
}

// sorted returns the diagnostics and the notes by their places.
func (d *diagnostics) sorted() (hcl.Diagnostics, []terraform.Note) {
	errors := slices.SortedStableFunc(slices.Values(d.errors), func(a, b *hcl.Diagnostic) int {
		return cmp.Or(
			terraform.CompareRanges(files.Subject(a), files.Subject(b)),
			cmp.Compare(a.Summary, b.Summary), cmp.Compare(a.Detail, b.Detail),
		)
	})
	notes := slices.SortedStableFunc(slices.Values(d.notes), func(a, b terraform.Note) int {
		return cmp.Or(terraform.CompareRanges(a.Range, b.Range), cmp.Compare(a.Message, b.Message))
	})
	return errors, notes
}

// qualify makes a file name that is relative to the boundary relative to the base.
func (d *diagnostics) qualify(at *hcl.Range) {
	if at.Filename != "" {
		at.Filename = path.Join(d.prefix, at.Filename)
	}
}

// silences returns silences with file names that are relative to the base, each once.
func (d *diagnostics) silences(all []lint.Silence) []lint.Silence {
	all = slices.DeleteFunc(all, func(s lint.Silence) bool {
		return !d.first(s.Range, strings.Join([]string{"silent", s.Rule.ID, s.Resource, s.Argument, s.Message}, "\x00"))
	})
	for n := range all {
		d.qualify(&all[n].Range)
		for i := range all[n].Because {
			d.qualify(&all[n].Because[i].Range)
		}
	}
	return all
}

// qualifyAll gives findings file names that are relative to the base.
func (d *diagnostics) qualifyAll(findings ...*lint.Finding) {
	for _, f := range findings {
		d.qualify(&f.Range)
		if f.Ignored != nil {
			d.qualify(&f.Ignored.Range)
		}
		for i := range f.Related {
			d.qualify(&f.Related[i].Range)
		}
		if f.Fix != nil {
			for i := range f.Fix.Edits {
				d.qualify(&f.Fix.Edits[i].Range)
			}
		}
	}
}
