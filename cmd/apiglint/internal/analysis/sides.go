package analysis

import (
	"path"

	"github.com/hashicorp/hcl/v2"

	"github.com/apiglint/apiglint/cmd/apiglint/internal/boundary"
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/lint/report"
	"github.com/apiglint/apiglint/schema"
)

// Side is a configuration that was read: a root module, or what a plan starts from or leads to.
type Side struct {
	// Root is the directory of the root module, and Name is prior or planned for a plan, and "" otherwise.
	Root, Name string
	Config     *schema.Config
	// Expectations are those of the settings that hold for it.
	Expectations []*lint.Expectation
	// Secrets are texts that must not be shown, in the forms in which calls may show them.
	Secrets []string

	prefix string // of the files of the part that it was read in
}

// Place returns a text as reports name it.
func (s Side) Place(at hcl.Range) hcl.Range {
	if at.Filename != "" {
		at.Filename = path.Join(s.prefix, at.Filename)
	}
	return at
}

// Reading is what was read, without being linted.
type Reading struct {
	Sides []Side
	// Report has no findings: it says what could not be read, and has the files.
	Report *report.Report
	scope  *Scope
}

// Empty are the paths without Terraform, as they are written.
func (r *Reading) Empty() []string { return r.scope.Empty }

// Warnings returns sentences about what cannot be shown.
func (r *Reading) Warnings() []string { return r.scope.warnings }

// Read reads everything that is meant by the command line.
func Read(o Options, all []*boundary.Group) (*Reading, error) {
	s, err := read(o, all)
	if err != nil {
		return nil, err
	}
	defer s.close()
	r := &Reading{scope: s, Report: newReport(s, newFound())}
	for name, source := range s.Files() {
		r.Report.Files[name] = report.File{Source: source, Shown: s.shown(name), Real: name}
	}
	for _, p := range s.parts {
		prefix := p.diagnostics.prefix
		for _, root := range p.roots {
			r.Sides = append(r.Sides, Side{
				Root: path.Join(prefix, root.dir), Config: root.config, Expectations: root.settings.Expectations,
				Secrets: report.InCalls(root.config.SecretTexts()), prefix: prefix,
			})
		}
		for _, planned := range p.plans {
			for _, side := range []Side{{Name: "prior", Config: planned.sides.Prior}, {Name: "planned", Config: planned.sides.Planned}} {
				side.Secrets = report.InCalls(append(secretTexts(planned.plan), side.Config.SecretTexts()...))
				side.Root, side.prefix, side.Expectations = path.Join(prefix, planned.target.Dir), prefix, planned.settings.Expectations
				r.Sides = append(r.Sides, side)
			}
		}
	}
	return r, nil
}
