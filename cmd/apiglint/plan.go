package main

import (
	"bytes"
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
	"github.com/spf13/pflag"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/lint/report"
	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/plan"
	"github.com/apiglint/apiglint/schema/terraform"
)

const planHelp = `FILE is a plan of Terraform or OpenTofu as JSON, and - reads one from stdin:

  terraform plan -out tfplan && terraform show -json tfplan > plan.json

Reported is what the plan introduces. What was there before and what the plan
fixes is counted, and --all reports it. The exit code speaks of what is
introduced.

Findings point into the configuration that the plan was made of: that in
--chdir, or else that beside FILE (for stdin: in the current directory), if
there is one. Otherwise they are named by their addresses. Nothing outside of
the configuration's git work tree is read.
`

// planFlags are those of plan, which reviews a plan.
func planFlags(set *pflag.FlagSet) action {
	o := checkOptions{onePlan: true}
	set.StringVar(&o.chdir, "chdir", "", "the `DIR` with the configuration that the plan was made of")
	set.BoolVar(&o.all, "all", false, "report what was there before and what the plan fixes, too")
	o.shared(set, "apiglint-plan")
	return func(c *Command, files []string) (int, error) {
		switch len(files) {
		case 0:
			return 0, errors.New("plan needs the file of a plan, or - for stdin; terraform show -json tfplan > plan.json makes one")
		case 1:
		default:
			return 0, fmt.Errorf("plan reviews one plan, and got %d; check takes several", len(files))
		}
		return c.lint(o, func() ([]*group, error) { return planTarget(files[0], o) })
	}
}

// planTarget answers the target that a plan is.
func planTarget(file string, o checkOptions) ([]*group, error) {
	dir := cmp.Or(o.chdir, ".")
	if file != "-" {
		info, err := os.Stat(file)
		if err != nil {
			return nil, pathError(file, err)
		}
		if info.IsDir() {
			return nil, fmt.Errorf("%s is a directory: plan reviews the file that terraform show -json tfplan > plan.json makes", file)
		}
		dir = cmp.Or(o.chdir, filepath.Dir(file))
	}
	dir, err := realDirectory(dir)
	if err != nil {
		return nil, err
	}
	boundary := workTree(dir)
	if o.root != "" {
		if boundary, err = realDirectory(o.root); err != nil {
			return nil, fmt.Errorf("--root: %w", err)
		}
	}
	inside, ok := within(boundary, dir)
	if !ok {
		return nil, fmt.Errorf("%s is outside of --root %s", cmp.Or(o.chdir, file), o.root)
	}
	return []*group{{boundary: boundary, targets: []target{{written: file, dir: inside, plan: file}}}}, nil
}

// isBinaryPlan reports whether a file begins as the plans of terraform plan -out do.
func isBinaryPlan(name string) bool {
	f, err := os.Open(name)
	if err != nil {
		return false
	}
	defer func() { _ = f.Close() }() // it was only read
	head := make([]byte, 4)
	_, err = io.ReadFull(f, head)
	return err == nil && bytes.Equal(head, []byte("PK\x03\x04"))
}

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
			return nil, plain(err)
		}
		defer func() { _ = f.Close() }() // it was only read
		in = f
	}
	src, err := io.ReadAll(io.LimitReader(in, most+1))
	if err != nil {
		return nil, plain(err)
	}
	if int64(len(src)) > most {
		return nil, fmt.Errorf("it is larger than %d MB, and plans of this size are not read", most>>20)
	}
	return plan.Read(src)
}

// plan reviews one plan and adds what it finds to the report. It answers the sources, nil if there are none.
func (a *analysis) plan(loader *terraform.Loader, g *group, t target, found *gathering, settings *lint.Settings) (*terraform.Root, error) {
	name := t.written
	if name == "-" {
		name = "stdin"
	}
	p, err := readPlan(t.plan, a.stdin, maxPlan)
	if err != nil && a.options.onePlan {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if err != nil { // the other paths are linted all the same
		file := &hcl.Range{Filename: a.planName(t)}
		a.report.Diagnostics = append(a.report.Diagnostics, &hcl.Diagnostic{Severity: hcl.DiagError, Summary: err.Error(), Subject: file})
		return nil, nil
	}
	sources, err := a.sourcesOf(loader, t, p)
	if err != nil {
		return nil, err
	}
	prior, planned, err := p.Configs(sources)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if sources != nil {
		found.root(sources)
		a.conceal(schema.FromRoot(sources), found)
	}
	secrets := secretTexts(p)
	a.report.SecretTexts = append(a.report.SecretTexts, secrets...)
	a.settings[prior], a.settings[planned] = settings, settings
	r := lint.RunReview(a.linting(), prior, planned)
	r.Place(t.dir)
	if a.known != nil {
		r.Introduced, r.Accepted, _ = lint.Subtract(a.known.within(g.boundary).Acceptable(r.Introduced), lint.Result{Findings: r.Introduced})
	}
	for _, list := range []*[]*lint.Finding{&r.Introduced, &r.Unchanged, &r.Fixed, &r.Accepted, &r.Suppressed} {
		*list = qualified(*list, found)
		for _, f := range *list {
			if f.Range.Filename == "" {
				a.instead[f] = a.insteadOf(t, sources, found)
			}
			report.Redact(f, secrets)
		}
	}
	a.report.Findings = append(a.report.Findings, r.Introduced...)
	a.addReview(&r)
	return sources, nil
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
func (a *analysis) sourcesOf(loader *terraform.Loader, t target, p *plan.Plan) (*terraform.Root, error) {
	dir := cmp.Or(a.options.chdir, filepath.Dir(t.written)) // that of stdin is the current one
	module, _, err := loader.Module(t.dir)
	if err != nil {
		return nil, pathError(dir, err)
	}
	switch given := a.options.chdir != ""; {
	case len(module.Files) == 0 && given:
		return nil, fmt.Errorf("--chdir: there is no Terraform in %s", dir)
	case len(module.Files) == 0:
		return nil, nil
	case p.MadeOf(module):
		return loader.Load(t.dir, terraform.Options{})
	case given:
		return nil, fmt.Errorf("--chdir: %s declares nothing of what the plan is about", dir)
	}
	a.remarks = append(a.remarks, fmt.Sprintf("the configuration in %s is not that of the plan, so findings have no places; --chdir says where it is", dir))
	return nil, nil
}

// insteadOf answers the file that stands for the place of a finding that has none, because code scanning wants one: the
// main file of the sources, or the plan.
func (a *analysis) insteadOf(t target, sources *terraform.Root, found *gathering) string {
	if sources != nil {
		files := sources.Module.Files
		i := slices.IndexFunc(files, func(f *terraform.File) bool { return path.Base(f.Name) == "main.tf" })
		at := hcl.Range{Filename: files[max(i, 0)].Name}
		found.qualify(&at)
		return at.Filename
	}
	return a.planName(t)
}

// planName answers the name of a plan's file, relative to the base.
func (a *analysis) planName(t target) string {
	if t.plan == "-" {
		return "plan.json"
	}
	if dir, err := realDirectory(filepath.Dir(t.plan)); err == nil {
		if name, ok := within(a.base, filepath.Join(dir, filepath.Base(t.plan))); ok {
			return name
		}
	}
	return filepath.Base(t.plan)
}
