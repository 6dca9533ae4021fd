package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/pflag"

	"github.com/apiglint/apiglint/lint"
)

const baselineHelp = `It writes what apiglint check finds now, so that check --baseline reports
what comes later. The file is for the repository: one line for each instance
of a finding, without line numbers, directories relative to the file.

An existing baseline keeps what it says of directories and rules that are
not linted this time.
`

// defaultBaseline is the file that is written where no other is named.
const defaultBaseline = ".apiglint-baseline.json"

// baselineFlags are those of baseline, which writes what is found now.
func baselineFlags(set *pflag.FlagSet) action {
	o := checkOptions{record: true}
	output := set.StringP("output", "o", defaultBaseline, "write this `FILE`, or - for stdout")
	o.chooses(set)
	set.StringArrayVar(&o.vars, "var", nil, "set a root variable: `NAME=VALUE`; repeatable")
	set.StringArrayVar(&o.varFiles, "var-file", nil, "read root variables from a `FILE`; repeatable")
	set.StringVar(&o.workspace, "workspace", "", "the `NAME` that terraform.workspace has; it is unknown otherwise")
	set.BoolVar(&o.allowPartial, "allow-incomplete", false, "write it although input could not be read")
	return func(c *Command, paths []string) (int, error) {
		if len(paths) == 0 {
			paths = []string{"."}
		}
		return c.baseline(o, paths, *output)
	}
}

func (c *Command) baseline(o checkOptions, paths []string, output string) (int, error) {
	if err := o.chosen(); err != nil {
		return 0, err
	}
	all, err := groups(paths, o.root)
	if err != nil {
		return 0, err
	}
	for _, g := range all {
		for _, t := range g.targets {
			if t.plan != "" {
				return 0, fmt.Errorf("%s is a plan, and a baseline is about configurations", t.written)
			}
		}
	}
	before := &baselineFile{known: lint.Known{}}
	if before.dir, err = realDirectory("."); err != nil {
		return 0, err
	}
	if output != "-" {
		if before, err = existingBaseline(output); err != nil {
			return 0, err
		}
	}
	a, err := c.analyse(o, all)
	if err != nil {
		return 0, err
	}
	for _, path := range a.empty {
		c.complain("there is no Terraform in %s", path)
	}
	if err := c.explainGaps(a.report, o); err != nil {
		return 0, err
	}
	if !a.report.Complete() && !o.allowPartial {
		c.complain("no baseline is written, because some input could not be read; --allow-incomplete writes it")
		return exitTrouble, nil
	}
	kept := a.notJudged(before, all)
	known := before.relative(a.recorded)
	for id, n := range kept {
		known[id] += n
	}
	var buffer bytes.Buffer
	if err := lint.WriteBaseline(&buffer, known, allRules()); err != nil {
		return 0, err
	}
	if output == "-" {
		_, err := c.Stdout.Write(buffer.Bytes())
		return exitClean, err
	}
	if err := os.WriteFile(output, buffer.Bytes(), 0o644); err != nil {
		return 0, fmt.Errorf("%s cannot be written: %w", output, plain(err))
	}
	summary := fmt.Sprintf("%s holds %s", output, entries(total(known)))
	if n := total(kept); n > 0 {
		summary += fmt.Sprintf(", %d of which it had before, about what was not linted now", n)
	}
	c.complain("%s", summary)
	return exitClean, nil
}

// entries answers a number of findings in a baseline, where each instance counts for itself.
func entries(n int) string {
	if n == 1 {
		return "1 entry"
	}
	return fmt.Sprintf("%d entries", n)
}

func total(known lint.Known) int {
	sum := 0
	for _, n := range known {
		sum += n
	}
	return sum
}

// baselineFile is a baseline with the directory that it is relative to.
type baselineFile struct {
	dir   string // absolute, without symbolic links
	known lint.Known
}

// maxBaseline is the size of the largest baseline that is read.
const maxBaseline = 64 << 20

// readBaseline reads a baseline.
func readBaseline(name string) (*baselineFile, error) {
	dir, err := realDirectory(filepath.Dir(name))
	if err != nil {
		return nil, err
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, pathError(name, err)
	}
	defer func() { _ = f.Close() }() // it was only read
	src, err := io.ReadAll(io.LimitReader(f, maxBaseline+1))
	if err != nil {
		return nil, fmt.Errorf("%s cannot be read: %w", name, plain(err))
	}
	if len(src) > maxBaseline {
		return nil, fmt.Errorf("%s is larger than %d MB, and baselines of this size are not read", name, maxBaseline>>20)
	}
	known, err := lint.ReadBaseline(src)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return &baselineFile{dir: dir, known: known}, nil
}

// existingBaseline reads the file that is about to be written. What is no baseline is not overwritten.
func existingBaseline(name string) (*baselineFile, error) {
	dir, err := realDirectory(filepath.Dir(name))
	if err != nil {
		return nil, err
	}
	if !exists(name) {
		return &baselineFile{dir: dir, known: lint.Known{}}, nil
	}
	before, err := readBaseline(name)
	if err != nil {
		return nil, fmt.Errorf("%w; it is not overwritten", err)
	}
	return before, nil
}

func exists(name string) bool {
	_, err := os.Lstat(name)
	return !errors.Is(err, fs.ErrNotExist)
}

// openBaseline reads the baseline of the command line, if there is one.
func (a *analysis) openBaseline() (err error) {
	name := a.options.baseline
	switch {
	case name == "":
		return nil
	case !exists(name):
		return fmt.Errorf("--baseline: %s does not exist; apiglint baseline -o %s writes it", name, name)
	}
	if a.known, err = readBaseline(name); err != nil {
		return fmt.Errorf("--baseline: %w", err)
	}
	return nil
}

// within answers what is known of the directories within a boundary, with directories that are relative to it.
func (b *baselineFile) within(boundary string) lint.Known {
	inside := lint.Known{}
	for id, n := range b.known {
		if root, ok := within(boundary, b.absolute(id)); ok {
			id.Root = root
			inside[id] += n
		}
	}
	return inside
}

func (b *baselineFile) absolute(id lint.Identity) string {
	return filepath.Join(b.dir, filepath.FromSlash(id.Root))
}

// relative answers what is known with directories that are relative to the baseline.
func (b *baselineFile) relative(absolute lint.Known) lint.Known {
	return absolute.Rename(func(id lint.Identity) lint.Identity {
		if rel, err := filepath.Rel(b.dir, id.Root); err == nil {
			id.Root = filepath.ToSlash(rel)
		}
		return id
	})
}

// record remembers what was found, for a baseline.
func (a *analysis) record(g *group, result lint.Result) {
	for id, n := range lint.Know(result.Findings).Acceptable(result.Findings) {
		id.Root = filepath.Join(g.boundary, filepath.FromSlash(id.Root))
		a.recorded[id] += n
	}
}

// notJudged answers what a baseline says of directories and rules that were not linted.
func (a *analysis) notJudged(b *baselineFile, all []*group) lint.Known {
	skipped := map[string]bool{}
	for _, rule := range allRules() {
		skipped[rule.ID] = !a.ran[rule]
	}
	kept := lint.Known{}
	for id, n := range b.known {
		root := b.absolute(id)
		linted := a.seen[root] || (id.Resource == "" && a.read[root])
		for _, g := range all {
			for _, t := range g.targets {
				_, inside := within(filepath.Join(g.boundary, filepath.FromSlash(t.dir)), root)
				linted = linted || (t.walk && inside)
			}
		}
		if !linted || skipped[id.Rule] {
			kept[id] = n
		}
	}
	return kept
}
