package main

import (
	"bytes"
	"fmt"
	"io"

	"github.com/spf13/pflag"

	"github.com/apiglint/apiglint/cmd/apiglint/internal/analysis"
	"github.com/apiglint/apiglint/cmd/apiglint/internal/baseline"
	"github.com/apiglint/apiglint/cmd/apiglint/internal/boundary"
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/lint/prose"
	"github.com/apiglint/apiglint/rules"
)

const baselineHelp = `The current findings are written to a file, so that check --baseline reports
only later ones. Commit the file: it has one line for each finding and instance,
no line numbers, and directories relative to itself.

Entries of an existing baseline for directories and rules that are not linted
this time are kept.
`

// defaultBaseline is the file that is written where no other is named.
const defaultBaseline = ".apiglint-baseline.json"

// baselineFlags are those of baseline, which writes what is found now.
func baselineFlags(set *pflag.FlagSet) action {
	var o checkOptions
	o.Record = true
	output := set.StringP("output", "o", defaultBaseline, "write to this `FILE`; - is stdout")
	o.chooses(set)
	o.inputs(set)
	set.BoolVar(&o.allowPartial, "allow-incomplete", false, "write the baseline even if input could not be read")
	return func(c *Command, paths []string) (int, error) {
		return c.baseline(o, paths, *output)
	}
}

func (c *Command) baseline(o checkOptions, paths []string, output string) (int, error) {
	if err := o.chosen(); err != nil {
		return 0, err
	}
	all, err := boundary.Groups(paths, o.root)
	if err != nil {
		return 0, err
	}
	if err := withoutPlans(all); err != nil {
		return 0, err
	}
	before := &baseline.File{Known: lint.Counts{}}
	if before.Dir, err = boundary.Directory("."); err != nil {
		return 0, err
	}
	if output != "-" {
		if before, err = baseline.Existing(output); err != nil {
			return 0, err
		}
	}
	a, err := c.analyse(o, all)
	if err != nil {
		return 0, err
	}
	for _, path := range a.Scope.Empty {
		c.complain("there is no Terraform in %s", path)
	}
	if err := c.explainGaps(a.Report, o); err != nil {
		return 0, err
	}
	if !a.Report.Complete() && !o.allowPartial {
		c.complain("no baseline is written, because some input could not be read; --allow-incomplete writes it")
		return exitTrouble, nil
	}
	return c.save(a, before, output, all)
}

// withoutPlans refuses plans, which are about a change.
func withoutPlans(groups []*boundary.Group) error {
	for _, g := range groups {
		for _, t := range g.Targets {
			if t.Plan != "" {
				return fmt.Errorf("%s is a plan: a baseline can only be written for a configuration", t.Written)
			}
		}
	}
	return nil
}

// save writes what was found, with what the baseline before holds about what was not linted now.
func (c *Command) save(a *analysis.Analysis, before *baseline.File, output string, all []*boundary.Group) (int, error) {
	kept := a.NotJudged(before)
	known := before.Relative(a.Baseline())
	for id, n := range kept {
		known[id] += n
	}
	var buffer bytes.Buffer
	if err := lint.WriteBaseline(&buffer, known, rules.Catalogue()); err != nil {
		return 0, err
	}
	if output == "-" {
		_, err := c.Stdout.Write(buffer.Bytes())
		return exitClean, err
	}
	if err := boundary.Save(output, all, func(w io.Writer) error { _, err := buffer.WriteTo(w); return err }); err != nil {
		return 0, err
	}
	summary := fmt.Sprintf("%s holds %s", output, entries(total(known)))
	if n := total(kept); n > 0 {
		summary += fmt.Sprintf(", %d of which are from before, for paths that were not linted now", n)
	}
	c.complain("%s", summary)
	return exitClean, nil
}

// entries returns the number of findings in a baseline, where each instance counts for itself.
func entries(n int) string { return prose.Count(n, "entry", "entries") }

func total(known lint.Counts) int {
	sum := 0
	for _, n := range known {
		sum += n
	}
	return sum
}
