package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/pflag"

	"github.com/apiglint/apiglint/cmd/apiglint/internal/boundary"
	"github.com/apiglint/apiglint/cmd/apiglint/internal/settings"
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/lint/prose"
	"github.com/apiglint/apiglint/lint/report"
	"github.com/apiglint/apiglint/schema/trace"
)

const expectHelp = `Each call that the configuration promises to answer gets an expect block that
says how it ends now, so that check reports a change of it. Commit the file. If
the file exists, its recorded blocks are updated, and your own blocks are not
changed. A block without recorded = true is yours.
`

// expectFlags are those of expect, which writes down how calls end.
func expectFlags(set *pflag.FlagSet) action {
	var o traceOptions
	o.all = true
	output := set.StringP("output", "o", "", "write to this `FILE`, whose name ends with .apiglint.hcl, and keep manual edits in it; stdout by default")
	o.reads(set)
	return func(c *Command, paths []string) (int, error) { return c.expect(o, paths, *output) }
}

// expect writes blocks for the promised calls.
func (c *Command) expect(o traceOptions, paths []string, output string) (int, error) {
	if output != "" && !strings.HasSuffix(output, lint.ExpectationsFile) {
		return 0, fmt.Errorf("--output %s: check reads expectations from files whose names end with %s", output, lint.ExpectationsFile)
	}
	all, err := o.groups(paths)
	if err != nil {
		return 0, err
	}
	if err := withoutPlans(all); err != nil {
		return 0, err
	}
	o.Renewing = true
	read, err := c.reading(&o, all)
	if err != nil {
		return 0, err
	}
	if !read.Report.Complete() {
		c.complain("nothing is written, because some input could not be read")
		return exitTrouble, nil
	}
	traced, err := o.follow(read, nil)
	if err != nil {
		return 0, err
	}
	calls := visible(traced)
	before, err := existing(output)
	if err != nil {
		return 0, err
	}
	after, diags := lint.Record(before, filepath.ToSlash(output), calls)
	if diags.HasErrors() {
		return 0, settings.Wrong(filepath.ToSlash(output), before, diags)
	}
	settled, others := lint.Settled(calls)
	if others > 0 {
		c.complain("%d of %d promised calls are uncertain and get no expectation: apiglint trace --all says why", others, others+len(settled))
	}
	if len(calls) < len(traced) {
		c.complain("promised calls with sensitive values get no expectation: write it yourself if it is to be in a file")
	}
	switch {
	case output == "":
		return exitClean, show(c.Stdout, string(after))
	case len(before)+len(calls) == 0:
		c.complain("nothing is written: the configuration promises no calls")
		return exitClean, nil
	case bytes.Equal(before, after):
		c.complain("%s is up to date", output)
		return exitClean, nil
	}
	if err := boundary.Save(output, all, func(w io.Writer) error { _, err := w.Write(after); return err }); err != nil {
		return 0, err
	}
	c.complain("%s says how %s now: read what fails", output, prose.Count(len(settled), "promised call ends", "promised calls end"))
	return exitClean, nil
}

// visible returns the traces of calls that hold nothing sensitive.
func visible(traced []report.Traced) []trace.Trace {
	var calls []trace.Trace
	for _, t := range traced {
		if !t.Hidden {
			calls = append(calls, t.Trace)
		}
	}
	return calls
}

// existing returns what a file holds, nothing where it is not there.
func existing(name string) ([]byte, error) {
	if name == "" {
		return nil, nil
	}
	src, err := os.ReadFile(name)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, boundary.Error(name, err)
	}
	return src, nil
}
