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

// readPlan reads a plan. The error is one sentence without the file's name.
func readPlan(file string, stdin io.Reader, most int64) (*plan.Plan, error) {
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

// plan reviews one plan and adds what it finds to the report.
func (a *Analysis) plan(s *scope, t boundary.Target) error {
	settings, err := a.settingsFor(s.finder, t.Dir)
	if err != nil {
		return err
	}
	name := t.Written
	if name == "-" {
		name = "stdin"
	}
	p, err := readPlan(t.Plan, a.options.Stdin, maxPlan)
	if err != nil && a.options.OnePlan {
		return fmt.Errorf("%s: %w", name, err)
	}
	if err != nil { // the other paths are linted all the same
		file := &hcl.Range{Filename: a.planName(t)}
		a.Report.Diagnostics = append(a.Report.Diagnostics, &hcl.Diagnostic{Severity: hcl.DiagError, Summary: err.Error(), Subject: file})
		return nil
	}
	sources, err := a.sourcesOf(s.loader, t, p)
	if err != nil {
		return err
	}
	prior, planned, err := p.Configs(sources)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	if sources != nil {
		s.roots = append(s.roots, sources)
		s.found.root(sources)
		a.conceal(schema.FromRoot(sources), s.found)
	}
	secrets := secretTexts(p)
	a.Report.SecretTexts = append(a.Report.SecretTexts, secrets...)
	a.settings[prior], a.settings[planned] = settings, settings
	r := lint.RunReview(a.linting(), prior, planned)
	r.Place(t.Dir)
	if a.known != nil {
		r.Introduced, r.Accepted, _ = lint.Subtract(a.known.Within(s.group.Dir).Acceptable(r.Introduced), lint.Result{Findings: r.Introduced})
	}
	for _, list := range []*[]*lint.Finding{&r.Introduced, &r.Unchanged, &r.Fixed, &r.Accepted, &r.Suppressed} {
		*list = qualified(*list, s.found)
		for _, f := range *list {
			if f.Range.Filename == "" {
				a.instead[f] = a.insteadOf(t, sources, s.found)
			}
			report.Redact(f, secrets)
		}
	}
	a.Report.Findings = append(a.Report.Findings, r.Introduced...)
	a.addReview(&r)
	return nil
}

// secretTexts answers the secrets of a plan, and each line of those that have several.
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

// sourcesOf answers the configuration that a plan was made of, nil if it is not at hand.
func (a *Analysis) sourcesOf(loader *configs.Loader, t boundary.Target, p *plan.Plan) (*terraform.Root, error) {
	dir := cmp.Or(a.options.Chdir, filepath.Dir(t.Written)) // that of stdin is the current one
	module, _, err := loader.Module(t.Dir)
	if err != nil {
		return nil, boundary.Error(dir, err)
	}
	switch given := a.options.Chdir != ""; {
	case len(module.Files) == 0 && given:
		return nil, fmt.Errorf("--chdir: there is no Terraform in %s", dir)
	case len(module.Files) == 0:
		return nil, nil
	case p.MadeOf(module):
		return terraform.Load(loader, t.Dir, terraform.Options{})
	case given:
		return nil, fmt.Errorf("--chdir: %s declares nothing of what the plan is about", dir)
	}
	a.Remarks = append(a.Remarks, fmt.Sprintf("the configuration in %s is not that of the plan, so findings have no places; --chdir says where it is", dir))
	return nil, nil
}

// insteadOf answers the file that stands for the place of a finding that has none, because code scanning wants one: the
// main file of the sources, or the plan.
func (a *Analysis) insteadOf(t boundary.Target, sources *terraform.Root, found *gathering) string {
	if sources != nil {
		all := sources.Module.Files
		i := slices.IndexFunc(all, func(f *files.File) bool { return path.Base(f.Name) == "main.tf" })
		at := hcl.Range{Filename: all[max(i, 0)].Name}
		found.qualify(&at)
		return at.Filename
	}
	return a.planName(t)
}

// planName answers the name of a plan's file, relative to the base.
func (a *Analysis) planName(t boundary.Target) string {
	if t.Plan == "-" {
		return "plan.json"
	}
	if dir, err := boundary.Directory(filepath.Dir(t.Plan)); err == nil {
		if name, ok := boundary.Within(a.Base, filepath.Join(dir, filepath.Base(t.Plan))); ok {
			return name
		}
	}
	return filepath.Base(t.Plan)
}
