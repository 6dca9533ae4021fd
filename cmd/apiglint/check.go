package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/lint/report"
	"github.com/apiglint/apiglint/schema/terraform"
)

const checkHelp = `A PATH is a directory, where every root module in it or below it is linted, a
file, whose module is linted in the roots that call it, or a plan as JSON.
Without one it is the current directory. Hidden directories and what git ignores
are left out. Nothing outside of the enclosing git work tree is read, or of the
directory where there is none.

The report goes to stdout as text, unless another format goes there. What was
not analysed or could not be read is said on stderr. Where input could not be
read, SARIF and reports for GitLab are not written, because what is missing in
them would count as fixed.
`

// checkOptions are the flags of check and plan.
type checkOptions struct {
	formats, varFiles, vars []string
	only, skip              []string
	failOn, root, workspace string
	category                string
	settings                settingsFlags
	noColor, allowPartial   bool
	fix, diff               bool
	over                    overlay // what is read instead of files
	record                  bool    // whether a baseline is to be written
	showSuppressed          bool

	// What is new:
	baseline string
	since    string
	all      bool

	// Of plans:
	chdir   string
	onePlan bool // whether it is all that there is to read
}

// shared adds the flags that check and plan have in common.
func (o *checkOptions) shared(set *pflag.FlagSet, category string) {
	names := []string{}
	for _, f := range report.Formats() {
		names = append(names, f.Name)
	}
	last := len(names) - 1
	set.StringArrayVar(&o.formats, "format", nil, "write the report as `FORMAT[=FILE]`: "+
		strings.Join(names[:last], ", ")+" or "+names[last]+"; repeatable")
	set.StringVar(&o.failOn, "fail-on", "warning", "exit with 1 from this `LEVEL` on: error, warning, note or never")
	o.chooses(set)
	set.StringVar(&o.baseline, "baseline", "", "leave out what this baseline `FILE` holds; apiglint baseline writes it")
	set.StringVar(&o.category, "category", category, "the `NAME` that tells this report from others of the same code")
	set.BoolVar(&o.showSuppressed, "show-suppressed", false, "report what ignore comments hide, too; do not upload that as SARIF")
	set.BoolVar(&o.allowPartial, "allow-incomplete", false, "write every report although input could not be read; it is marked as such, and the exit code is not 2")
	set.BoolVar(&o.noColor, "no-color", false, "never use colours; NO_COLOR does the same")
}

// chooses adds the flags that say which rules run, and how.
func (o *checkOptions) chooses(set *pflag.FlagSet) {
	set.StringSliceVar(&o.only, "rule", nil, "run only these `RULES`; by ID, name or the beginning of IDs, repeatable")
	set.StringSliceVar(&o.skip, "skip-rule", nil, "do not run these `RULES`; repeatable")
	o.settings.add(set)
	set.StringVar(&o.root, "root", "", "the `DIR` outside of which nothing is read")
}

// chosen says what is misspelt in the choice of rules, before anything is read.
func (o *checkOptions) chosen() error {
	_, err := (*lint.Settings)(nil).Choose(allRules(), o.only, o.skip)
	return err
}

// checkFlags are those of check, which lints configurations.
func checkFlags(set *pflag.FlagSet) action {
	var o checkOptions
	o.shared(set, "apiglint")
	set.StringArrayVar(&o.vars, "var", nil, "set a root variable: `NAME=VALUE`; repeatable")
	set.StringArrayVar(&o.varFiles, "var-file", nil, "read root variables from a `FILE`; repeatable")
	set.StringVar(&o.workspace, "workspace", "", "the `NAME` that terraform.workspace has; it is unknown otherwise")
	set.StringVar(&o.since, "since", "", "report only what the git `REV` does not have; it is a revision, and REV... is where the branch left it")
	set.BoolVar(&o.all, "all", false, "report what is not new, too; with --since or --baseline")
	set.BoolVar(&o.fix, "fix", false, "make the fixes that are certain; what is left is reported")
	set.BoolVar(&o.diff, "diff", false, "print what --fix would change as a patch, instead of the report, and write nothing")
	return func(c *Command, paths []string) (int, error) {
		if set.Changed("since") && o.since == "" {
			return 0, errors.New("--since names no revision")
		}
		if o.since != "" && o.baseline != "" {
			return 0, errors.New("--since and --baseline both say what is new: one of them is enough")
		}
		if len(paths) == 0 {
			paths = []string{"."}
		}
		return c.lint(o, func() ([]*group, error) { return groups(paths, o.root) })
	}
}

// lint checks what targets answers, and writes the report.
func (c *Command) lint(o checkOptions, targets func() ([]*group, error)) (int, error) {
	failOn, err := failLevel(o.failOn)
	if err != nil {
		return 0, err
	}
	outputs, err := parseOutputs(o.formats)
	if err != nil {
		return 0, err
	}
	if err := o.chosen(); err != nil {
		return 0, err
	}
	all, err := targets()
	if err != nil {
		return 0, err
	}
	if err := o.fixable(all); err != nil {
		return 0, err
	}
	analysis, err := c.analyse(o, all)
	if err != nil {
		return 0, err
	}
	if o.fix || o.diff {
		if analysis, err = c.repaired(o, all, analysis); err != nil {
			return 0, err
		}
		outputs = slices.DeleteFunc(outputs, func(out output) bool { return o.diff && out.file == "" })
	}
	for _, path := range analysis.empty {
		c.complain("there is no Terraform in %s", path)
	}
	for _, remark := range analysis.remarks {
		c.complain("%s", remark)
	}
	if n := analysis.gone; n > 0 {
		verb := "are"
		if n == 1 {
			verb = "is"
		}
		c.complain("%s of %s %s gone: apiglint baseline writes it anew", entries(n), o.baseline, verb)
	}
	r := analysis.report
	r.Rules, r.Version, r.Category = allRules(), ownVersion(), o.category
	r.Ran = slices.DeleteFunc(allRules(), func(rule *lint.Rule) bool { return !analysis.ran[rule] })
	if err := c.explainGaps(r, o); err != nil {
		return 0, err
	}
	for _, out := range outputs {
		if err := c.write(out, analysis, o); err != nil {
			return 0, err
		}
	}
	switch {
	case !r.Complete() && !o.allowPartial:
		return exitTrouble, nil
	case slices.ContainsFunc(r.Findings, func(f *lint.Finding) bool { return f.Level >= failOn }):
		return exitFindings, nil
	}
	return exitClean, nil
}

// explainGaps says on stderr what could not be read and what was not analysed.
func (c *Command) explainGaps(r *report.Report, o checkOptions) error {
	r.Colour = c.colour(c.Stderr, o.noColor)
	if err := report.WriteDiagnostics(c.Stderr, r); err != nil {
		return err
	}
	return report.WriteNotes(c.Stderr, r)
}

// never is above every level.
const never = lint.Error + 1

// levels are the values of --fail-on.
var levels = []string{"error", "warning", "note", "never"}

func failLevel(name string) (lint.Level, error) {
	if name == "never" {
		return never, nil
	}
	level, err := lint.ParseLevel(name)
	if err != nil {
		return 0, fmt.Errorf("--fail-on %s%s: it is error, warning, note or never", name,
			suggest(name, levels))
	}
	return level, nil
}

// output is a format with the file that it goes to, "" for stdout.
type output struct {
	report.Format
	file string
}

// parseOutputs reads the --format flags. Text goes to stdout where nothing else does, and to no file either.
func parseOutputs(flags []string) ([]output, error) {
	var outputs []output
	taken := map[string]bool{}
	for _, flag := range flags {
		name, file, toFile := strings.Cut(flag, "=")
		format, ok := report.FormatNamed(name)
		if !ok {
			names := []string{}
			for _, f := range report.Formats() {
				names = append(names, f.Name)
			}
			return nil, fmt.Errorf("there is no format %q%s: there are %s", name, suggest(name, names), strings.Join(names, ", "))
		}
		switch {
		case toFile && file == "":
			return nil, fmt.Errorf("--format %s names no file", flag)
		case taken[file] && file == "":
			return nil, fmt.Errorf("--format %s: another format goes to stdout already; write it to a file with --format %s=FILE", name, name)
		case taken[file]:
			return nil, fmt.Errorf("--format %s: another format goes to that file already", flag)
		}
		taken[file] = true
		outputs = append(outputs, output{format, file})
	}
	isText := func(o output) bool { return o.Name == "text" }
	if !taken[""] && !slices.ContainsFunc(outputs, isText) {
		text, _ := report.FormatNamed("text")
		outputs = append(outputs, output{Format: text})
	}
	return outputs, nil
}

func (c *Command) write(out output, a *analysis, o checkOptions) error {
	r := a.report
	if out.Whole && !r.Complete() && !o.allowPartial {
		name := out.file
		if name == "" {
			name = "the " + out.Name + " report"
		}
		c.complain("%s is not written, because some input could not be read; --allow-incomplete writes it", name)
		return nil
	}
	if out.file == "" {
		if out.Name == "text" && a.roots == 0 && r.Review == nil {
			return nil // that there is nothing has been said
		}
		r.Colour = c.colour(c.Stdout, o.noColor)
		return out.Write(c.Stdout, r)
	}
	r.Colour = false
	if err := out.writeFile(r); err != nil {
		return fmt.Errorf("%s cannot be written: %w", out.file, plain(err))
	}
	return nil
}

func (out output) writeFile(r *report.Report) (err error) {
	file, err := os.OpenFile(out.file, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o644)
	if err != nil {
		return err
	}
	defer func() {
		if closing := file.Close(); err == nil {
			err = closing
		}
	}()
	return out.Write(file, r)
}

// plain strips the operation and the path off an error.
func plain(err error) error {
	if inner, ok := err.(*os.PathError); ok { //nolint:errorlint // only the outermost wrapper is to be removed
		return inner.Err
	}
	return err
}

// options answers the inputs of the root modules within a boundary.
func (o checkOptions) options(boundary string) (terraform.Options, error) {
	files, err := variablesFiles(boundary, o.varFiles)
	if err != nil {
		return terraform.Options{}, err
	}
	vars := map[string]string{}
	for _, flag := range o.vars {
		name, value, err := terraform.ParseVar(flag)
		if err != nil {
			return terraform.Options{}, fmt.Errorf("--var: %w", err)
		}
		vars[name] = value
	}
	return terraform.Options{VarFiles: files, Vars: vars, Workspace: o.workspace}, nil
}

// shownPath answers how text names files below base: as seen from the current directory.
func shownPath(base string) func(string) string {
	here, err := realDirectory(".")
	return func(name string) string {
		full := filepath.Join(base, filepath.FromSlash(name))
		if err != nil {
			return full
		}
		if rel, err := filepath.Rel(here, full); err == nil {
			return filepath.ToSlash(rel)
		}
		return full
	}
}
