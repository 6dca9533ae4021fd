package main

import (
	"errors"
	"fmt"
	"slices"

	"github.com/spf13/pflag"

	"github.com/apiglint/apiglint/cmd/apiglint/internal/analysis"
	"github.com/apiglint/apiglint/cmd/apiglint/internal/boundary"
	"github.com/apiglint/apiglint/cmd/apiglint/internal/fix"
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/lint/prose"
	"github.com/apiglint/apiglint/lint/report"
	"github.com/apiglint/apiglint/lint/spelling"
	"github.com/apiglint/apiglint/rules"
)

const checkHelp = `PATH is a directory (every root module in it or below it is linted), a file (its
module is linted in the root modules that call it), or a plan as JSON. The
default is the current directory. Hidden directories and files that git ignores
are skipped. Nothing outside the enclosing git work tree is read; without one,
nothing outside the directory.

The report goes to stdout as text unless another format goes there. Stderr says
what could not be read or analysed. If input could not be read, SARIF and GitLab
reports are not written: findings missing from them would count as fixed.
`

// checkOptions are the flags of check and plan.
type checkOptions struct {
	analysis.Options

	root, failOn string
	formats      []string
	noColor      bool
	// allowPartial and failOnPartial say what becomes of a run that could not read, or not judge, everything.
	allowPartial, failOnPartial bool
	fix, diff                   bool
}

// shared adds the flags that check and plan have in common.
func (o *checkOptions) shared(set *pflag.FlagSet, category string) {
	set.StringArrayVar(&o.formats, "format", nil, "write the report as `FORMAT[=FILE]`: "+
		prose.List(formatNames(), "or")+"; repeatable")
	set.StringVar(&o.failOn, "fail-on", "warning", "exit with 1 for findings at this `LEVEL` or above: error, warning, note or never")
	o.chooses(set)
	set.StringVar(&o.Baseline, "baseline", "", "leave out the findings in this baseline `FILE`; apiglint baseline writes it")
	set.StringVar(&o.Category, "category", category, "category `NAME` of the report; it distinguishes several uploads to code scanning")
	set.BoolVar(&o.ShowSuppressed, "show-suppressed", false, "also report findings hidden by ignore comments; do not upload that as SARIF")
	set.BoolVar(&o.allowPartial, "allow-incomplete", false, "write all reports even if input is unreadable; they are marked as incomplete, and the exit code is not 2")
	set.BoolVar(&o.WhySilent, "why-silent", false, "say what the rules did not judge, and why; in text and JSON")
	set.BoolVar(&o.failOnPartial, "fail-on-incomplete", false, "exit with 2 if anything was not judged; all reports are written. Not judged is an input without a value, an unreadable module or file, an incomplete plan, or a limit")
	set.BoolVar(&o.noColor, "no-color", false, "never use colours; NO_COLOR does the same")
}

// chooses adds the flags that say which rules run, and how.
func (o *checkOptions) chooses(set *pflag.FlagSet) {
	set.StringSliceVar(&o.Settings.Only, "rule", nil, "run only these `RULES`, by ID, name or ID prefix; repeatable")
	set.StringSliceVar(&o.Settings.Skip, "skip-rule", nil, "do not run these `RULES`; repeatable")
	set.BoolVar(&o.Settings.SkipModules, "skip-modules", false, "leave out findings in modules that terraform init installed; their resources still count for other findings")
	set.StringVar(&o.Settings.File, "config", "", "read the settings from this `FILE` only")
	set.BoolVar(&o.Settings.None, "no-config", false, "read no settings")
	set.StringVar(&o.root, "root", "", "read nothing outside this `DIR`")
}

// inputs adds the flags that say what root modules are given.
func (o *checkOptions) inputs(set *pflag.FlagSet) {
	set.Var(&inputs{all: &o.Inputs}, "var", "set a root variable: `NAME=VALUE`; repeatable")
	set.Var(&inputs{all: &o.Inputs, file: true}, "var-file", "read root variables from this `FILE`; repeatable")
	set.StringVar(&o.Workspace, "workspace", "", "`NAME` of the workspace; terraform.workspace is unknown without it")
}

// inputs is the flag --var or --var-file. Both fill one list, because the later wins.
type inputs struct {
	all  *[]analysis.Input
	file bool
	last string
}

func (i *inputs) Set(text string) error {
	*i.all, i.last = append(*i.all, analysis.Input{File: i.file, Text: text}), text
	return nil
}

func (i *inputs) String() string { return i.last }
func (*inputs) Type() string     { return "stringArray" }

// chosen says what is misspelt in the choice of rules, before anything is read.
func (o *checkOptions) chosen() error {
	if _, err := (*lint.Settings)(nil).Choose(rules.Catalogue(), o.Settings.Only, o.Settings.Skip); err != nil {
		return fmt.Errorf("%w; apiglint rules lists them", err)
	}
	return nil
}

// checkFlags are those of check, which lints configurations.
func checkFlags(set *pflag.FlagSet) action {
	var o checkOptions
	o.shared(set, "apiglint")
	o.inputs(set)
	set.StringVar(&o.Since, "since", "", "report only findings that are not in the git revision `REV`; REV... means the commit where the branch left REV")
	set.BoolVar(&o.All, "all", false, "also report findings that are not new; with --since, --baseline or plans")
	set.BoolVar(&o.fix, "fix", false, "apply the fixes that are certain; the report has all other findings")
	set.BoolVar(&o.diff, "diff", false, "print the changes of --fix as a patch; there is no report then, and no file is changed")
	return func(c *Command, paths []string) (int, error) {
		if o.Since != "" && o.Baseline != "" {
			return 0, errors.New("--since and --baseline both select new findings: use one of them")
		}
		return c.lint(o, func() ([]*boundary.Group, error) { return boundary.Groups(paths, o.root) })
	}
}

// lint checks what targets answers, and writes the report.
func (c *Command) lint(o checkOptions, targets func() ([]*boundary.Group, error)) (int, error) {
	failOn, outputs, err := o.parsed()
	if err != nil {
		return 0, err
	}
	all, err := targets()
	if err != nil {
		return 0, err
	}
	if err := o.fixable(all); err != nil {
		return 0, err
	}
	a, err := c.analyse(o, all)
	if err != nil {
		return 0, err
	}
	if o.fix || o.diff {
		if a, err = c.repaired(o, all, a); err != nil {
			return 0, err
		}
		outputs = slices.DeleteFunc(outputs, func(out output) bool { return o.diff && out.file == "" })
	}
	if err := fix.Withhold(all, a); err != nil {
		return 0, err
	}
	c.explainInput(a, o, outputs)
	if err := c.explainGaps(a.Report, o); err != nil {
		return 0, err
	}
	for _, out := range outputs {
		if err := c.write(out, a, o, all); err != nil {
			return 0, err
		}
	}
	return c.verdict(a.Report, o, failOn), nil
}

// parsed returns the level that fails and the reports to write. It says what is wrong with the flags before anything is read.
func (o *checkOptions) parsed() (failOn lint.Level, outputs []output, err error) {
	if failOn, err = failLevel(o.failOn); err != nil {
		return 0, nil, err
	}
	if outputs, err = parseOutputs(o.formats); err != nil {
		return 0, nil, err
	}
	if err := o.chosen(); err != nil {
		return 0, nil, err
	}
	if o.allowPartial && o.failOnPartial {
		return 0, nil, errors.New("--allow-incomplete and --fail-on-incomplete exclude each other")
	}
	return failOn, outputs, nil
}

// verdict returns the exit code of a report that is written.
func (c *Command) verdict(r *report.Report, o checkOptions, failOn lint.Level) int {
	unjudged := o.failOnPartial && r.NotJudged() != ""
	if unjudged {
		c.complain("not judged, so --fail-on-incomplete fails: %s", r.NotJudged())
	}
	switch {
	case !r.Complete() && !o.allowPartial, unjudged:
		return exitTrouble
	case slices.ContainsFunc(r.Findings, func(f *lint.Finding) bool { return f.Level >= failOn }):
		return exitFindings
	}
	return exitClean
}

// analyse lints some groups.
func (c *Command) analyse(o checkOptions, all []*boundary.Group) (*analysis.Analysis, error) {
	o.Stdin, o.Today, o.Version = c.Stdin, c.today(), ownVersion()
	return analysis.Run(o.Options, all)
}

// explainInput says on stderr what of the paths, the settings and the baseline means nothing here.
func (c *Command) explainInput(a *analysis.Analysis, o checkOptions, outputs []output) {
	for _, path := range a.Scope.Empty {
		c.complain("there is no Terraform in %s", path)
	}
	for _, warning := range a.Warnings() {
		c.complain("%s", warning)
	}
	if !slices.ContainsFunc(outputs, output.shown) { // where text is shown it says so
		judged := a.Report.Judged
		if nothing := judged.Nothing(); nothing != "" && len(a.Scope.Empty) == 0 {
			c.complain("%s", nothing)
		}
		if strangers := judged.Strangers(); strangers != "" {
			c.complain("not judged: %s", strangers)
		}
	}
	if n := a.Found.Gone; n > 0 {
		c.complain("%s of %s %s gone: apiglint baseline writes it anew", entries(n), o.Baseline, prose.Agree(n, "is", "are"))
	}
}

// explainGaps says on stderr what could not be read and what was not analysed.
func (c *Command) explainGaps(r *report.Report, o checkOptions) error {
	on := c.terminal(c.Stderr, o.noColor)
	if err := report.WriteDiagnostics(c.Stderr, r, on); err != nil {
		return err
	}
	return report.WriteNotes(c.Stderr, r, on)
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
			spelling.Suggestion(name, levels))
	}
	return level, nil
}
