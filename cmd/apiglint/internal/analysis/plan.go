package analysis

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"

	"github.com/apiglint/apiglint/cmd/apiglint/internal/baseline"
	"github.com/apiglint/apiglint/cmd/apiglint/internal/boundary"
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/lint/report"
	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/plan"
	"github.com/apiglint/apiglint/schema/terraform"
	"github.com/apiglint/apiglint/schema/terraform/configs"
	"github.com/apiglint/apiglint/schema/terraform/files"
)

// maxPlan is the size of the largest plan that is read. The plan of a thousand APIs has about ten megabytes.
const maxPlan = 512 << 20

// decodePlan reads a plan. The error is one sentence without the file's name.
func decodePlan(file string, stdin io.Reader, most int64) (*plan.Plan, error) {
	in := stdin
	if file != "-" {
		if info, err := os.Stat(file); err == nil && info.Mode()&fs.ModeDevice != 0 {
			return nil, errors.New("it is a device, and no file")
		}
		f, err := os.Open(file)
		if err != nil {
			return nil, boundary.Plain(err)
		}
		defer func() { _ = f.Close() }() // it was only read
		in = f
	}
	src, err := io.ReadAll(io.LimitReader(in, most+1))
	if err != nil {
		return nil, boundary.Plain(err)
	}
	if int64(len(src)) > most {
		return nil, fmt.Errorf("it is larger than %d MB, and plans of this size are not read", most>>20)
	}
	return plan.Read(src)
}

// planned is a plan, as two configurations.
type planned struct {
	target   boundary.Target
	settings *lint.Settings
	plan     *plan.Plan
	sides    *plan.Sides
	sources  *terraform.Root // that it was made of, nil where they are not at hand
}

// roots returns both sides of a plan.
func (p planned) roots() []root {
	return []root{
		{dir: p.target.Dir, settings: p.settings, config: p.sides.Prior},
		{dir: p.target.Dir, settings: p.settings, config: p.sides.Planned},
	}
}

// readPlan reads a plan, and its sources where they are at hand.
func (s *Scope) readPlan(p *part, t boundary.Target) error {
	settings, err := p.settings.FindRoot(t.Dir)
	if err != nil {
		return err
	}
	name := t.Written
	if name == "-" {
		name = "stdin"
	}
	decoded, err := decodePlan(t.Plan, s.options.Stdin, maxPlan)
	if err != nil && s.options.OnePlan {
		return fmt.Errorf("%s: %w", name, err)
	}
	if err != nil { // the other paths are linted all the same
		file := &hcl.Range{Filename: s.planName(t)}
		s.unread = append(s.unread, &hcl.Diagnostic{Severity: hcl.DiagError, Summary: err.Error(), Subject: file})
		return nil
	}
	sources, err := s.sourcesOf(p.loader, t, decoded)
	if err != nil {
		return err
	}
	if sources != nil {
		p.diagnostics.sources(sources)
	}
	if decoded.Partial {
		p.diagnostics.note(terraform.Note{Unjudged: true, Message: "the plan is not whole (-target, -exclude, or errors): what it leaves out is not judged"})
	}
	p.plans = append(p.plans, planned{t, settings, decoded, decoded.Sides(sources), sources})
	return nil
}

// plan reviews a plan.
func (f *Found) plan(s *Scope, p *part, planned planned, known *baseline.File) {
	if planned.sources != nil {
		f.addSecrets(p, schema.FromRoot(planned.sources))
	}
	secrets := secretTexts(planned.plan)
	f.secretTexts = append(f.secretTexts, secrets...)
	sides := planned.sides
	o := p.linting(s.options, planned.roots()...)
	r := lint.RunReview(o, sides.Prior, sides.Planned)
	r.Place(planned.target.Dir)
	if known != nil {
		r.Introduced, r.Accepted, _ = lint.Subtract(known.Within(p.Dir).Acceptable(r.Introduced), lint.Result{Findings: r.Introduced})
	}
	if n := r.Explain(o, sides); n > 0 {
		p.diagnostics.notes = append(p.diagnostics.notes, terraform.Note{
			Message: fmt.Sprintf("the plan changes too much to say what causes %d of the findings that it introduces", n),
		})
	}
	if s.options.WhySilent {
		f.silences = append(f.silences, p.diagnostics.silences(lint.Silences(o, sides.Planned))...)
	}
	f.compare(s.options, p, planned.roots()[1], sides.Prior, sides.Planned, nil, secrets)
	instead := s.insteadOf(p, planned)
	for _, finding := range slices.Concat(r.Introduced, r.Unchanged, r.Fixed, r.Accepted, r.Suppressed) {
		p.diagnostics.qualifyAll(finding)
		if finding.Range.Filename == "" {
			f.instead[finding] = instead
		}
		report.RedactCalls(finding, secrets)
	}
	f.add(&r)
}

// secretTexts returns the secrets of a plan, and each line of those that have several.
func secretTexts(p *plan.Plan) []string {
	var all []string
	for _, secret := range p.Secrets() {
		all = append(all, secret)
		if lines := strings.Split(secret, "\n"); len(lines) > 1 {
			all = append(all, lines...)
		}
	}
	return all
}

// sourcesOf returns the configuration that a plan was made of, nil if it is not at hand.
func (s *Scope) sourcesOf(loader *configs.Loader, t boundary.Target, p *plan.Plan) (*terraform.Root, error) {
	dir := cmp.Or(s.options.Chdir, filepath.Dir(t.Written)) // that of stdin is the current one
	module, _, err := loader.Module(t.Dir)
	if err != nil {
		return nil, boundary.Error(dir, err)
	}
	switch given := s.options.Chdir != ""; {
	case len(module.Files) == 0 && given:
		return nil, fmt.Errorf("--chdir: there is no Terraform in %s", dir)
	case len(module.Files) == 0:
		return nil, nil
	case p.MadeOf(module):
		return terraform.Load(loader, t.Dir, terraform.Options{})
	case given:
		return nil, fmt.Errorf("--chdir: %s declares nothing of what the plan is about", dir)
	}
	s.warnings = append(s.warnings, fmt.Sprintf("the configuration in %s is not that of the plan, so findings have no places; --chdir says where it is", dir))
	return nil, nil
}

// insteadOf returns the file that stands for the place of a finding that has none, because code scanning wants one: the
// main file of the sources, or the plan.
func (s *Scope) insteadOf(p *part, planned planned) string {
	if planned.sources == nil {
		return s.planName(planned.target)
	}
	all := planned.sources.Module.Files
	i := slices.IndexFunc(all, func(f *files.File) bool { return path.Base(f.Name) == "main.tf" })
	return path.Join(p.diagnostics.prefix, all[max(i, 0)].Name)
}

// planName returns the name of a plan's file, relative to the base.
func (s *Scope) planName(t boundary.Target) string {
	if t.Plan == "-" {
		return "plan.json"
	}
	if dir, err := boundary.Directory(filepath.Dir(t.Plan)); err == nil {
		if name, ok := boundary.Within(s.Base, filepath.Join(dir, filepath.Base(t.Plan))); ok {
			return name
		}
	}
	return filepath.Base(t.Plan)
}
