// Package analysis lints what a command line means: root modules, plans, and what is new in them.
package analysis

import (
	"io/fs"
	"iter"
	"maps"

	"github.com/hashicorp/hcl/v2"

	"github.com/apiglint/apiglint/cmd/apiglint/internal/baseline"
	"github.com/apiglint/apiglint/cmd/apiglint/internal/boundary"
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/lint/report"
	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/terraform/files"
)

// Analysis is what was found out, before anything is written.
type Analysis struct {
	// Report lacks what its writers say of the program: rules, version and category.
	Report *report.Report
	// Base is the directory that file names are relative to.
	Base string
	// Roots is how many root modules there are, with those that have nothing to do with the gateway.
	Roots int
	// Empty are the paths without Terraform, as they are written.
	Empty []string
	// Remarks are sentences about what cannot be compared or shown.
	Remarks []string
	// Gone is how many entries the baseline has that are not found any more.
	Gone int

	options     Options
	settings    map[*schema.Config]*lint.Settings
	chosen      map[*lint.Settings]*lint.Settings // what the command line makes of the settings that are found
	ran         map[*lint.Rule]bool
	seen        map[string]bool // root directories, absolute
	declared    map[string]bool // root variables
	open        bool            // whether further root variables may be declared
	sources     map[string][]byte
	secrets     map[string][]hcl.Range // by file
	shown, real func(file string) string
	instead     map[*lint.Finding]string // files that stand for the places that findings lack

	known     *baseline.File  // nil without one
	revisions []string        // what the file names of a revision begin with
	recorded  lint.Counts     // everything that was found, with absolute directories
	disabled  lint.Counts     // the same for what settings disable in some files
	read      map[string]bool // directories of the files that were read, absolute
}

// Run lints everything that is meant by the command line.
func Run(o Options, all []*boundary.Group) (*Analysis, error) {
	a := &Analysis{
		Report: &report.Report{All: o.All, ShowSuppressed: o.ShowSuppressed}, Base: boundary.Common(all), options: o,
		settings: map[*schema.Config]*lint.Settings{}, chosen: map[*lint.Settings]*lint.Settings{}, ran: map[*lint.Rule]bool{},
		seen: map[string]bool{}, declared: map[string]bool{}, sources: map[string][]byte{}, secrets: map[string][]hcl.Range{},
		instead: map[*lint.Finding]string{}, recorded: lint.Counts{}, disabled: lint.Counts{}, read: map[string]bool{},
	}
	if err := a.openBaseline(); err != nil {
		return nil, err
	}
	for _, g := range all {
		if err := a.group(g); err != nil {
			return nil, err
		}
	}
	if err := a.undeclared(o.Vars); err != nil {
		return nil, err
	}
	a.shown, a.real = a.named(boundary.Shown(a.Base)), a.unnamed(boundary.Real(a.Base))
	a.Report.Instead, a.Report.Files = a.instead, map[string]report.File{}
	for name := range a.Report.Named() {
		a.Report.Files[name] = report.File{Source: a.sources[name], Shown: a.shown(name), Real: a.real(name), Secrets: a.secrets[name]}
	}
	return a, nil
}

// Shown returns how text names a file.
func (a *Analysis) Shown(file string) string { return a.shown(file) }

// Real returns the file that a file's name leads to.
func (a *Analysis) Real(file string) string { return a.real(file) }

// Ran reports whether a rule ran for any of the roots.
func (a *Analysis) Ran(rule *lint.Rule) bool { return a.ran[rule] }

// Files answers the names of the files that were read, as findings have them, in no order.
func (a *Analysis) Files() iter.Seq[string] { return maps.Keys(a.sources) }

// lint runs the rules and adds what they find to the report.
func (a *Analysis) lint(s *scope) error {
	result := lint.Run(a.linting(), s.configs...)
	if a.options.Record {
		a.record(s.group, result)
	}
	review, err := a.news(s, result)
	if err != nil {
		return err
	}
	if len(result.Findings)+len(result.Suppressed) > 0 {
		for _, c := range s.configs {
			a.conceal(c, s.found)
		}
	}
	a.Report.Suppressed = append(a.Report.Suppressed, qualified(result.Suppressed, s.found)...)
	if review == nil {
		a.Report.Findings = append(a.Report.Findings, qualified(result.Findings, s.found)...)
	} else {
		a.Report.Findings = append(a.Report.Findings, qualified(review.Introduced, s.found)...)
		qualified(review.Unchanged, s.found)
		qualified(review.Accepted, s.found)
		a.addReview(review)
	}
	s.found.sort()
	a.Report.Diagnostics = append(a.Report.Diagnostics, s.found.diagnostics...)
	a.Report.Notes = append(a.Report.Notes, s.found.notes...)
	return nil
}

// addReview adds a review to that of the report.
func (a *Analysis) addReview(r *lint.Review) {
	if a.Report.Review == nil {
		a.Report.Review = &lint.Review{}
	}
	all := a.Report.Review
	all.Introduced = append(all.Introduced, r.Introduced...)
	all.Unchanged = append(all.Unchanged, r.Unchanged...)
	all.Fixed = append(all.Fixed, r.Fixed...)
	all.Accepted = append(all.Accepted, r.Accepted...)
	all.Suppressed = append(all.Suppressed, r.Suppressed...)
}

// conceal keeps the secrets of a configuration out of the report.
func (a *Analysis) conceal(c *schema.Config, found *gathering) {
	for _, secret := range c.Secrets() {
		found.qualify(&secret)
		a.secrets[secret.Filename] = append(a.secrets[secret.Filename], secret)
	}
}

// readLater makes the file of a diagnostic known that belongs to no module: a variables file.
func (a *Analysis) readLater(fsys fs.FS, d *hcl.Diagnostic, prefix string) {
	if d.Subject == nil || d.Subject.Empty() || a.sources[d.Subject.Filename] != nil {
		return
	}
	name := d.Subject.Filename
	if rel, ok := boundary.Within(prefix, name); ok {
		name = rel
	}
	if info, err := fs.Stat(fsys, name); err != nil || info.Size() > files.MaxFileSize {
		return
	}
	src, err := fs.ReadFile(fsys, name)
	if err != nil {
		return
	}
	a.sources[d.Subject.Filename] = src
}
