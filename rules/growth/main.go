// Command growth counts the work of the rules, and of following the promised calls, and says what of it grows faster than what it is done
// on: a loop over all pairs where an index belongs.
//
// It takes the bad examples of the rules and their fixtures, many times over and eight times as many, and counts how often
// each block of statements runs. That is exact, and the same on every machine. So it has to be built with coverage, of
// all packages whose loops count, and is run where the fixtures are:
//
//	make growth
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime/coverage"
	"strings"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/lint/linttest"
	"github.com/apiglint/apiglint/rules"
	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/terraform"
	"github.com/apiglint/apiglint/schema/terraform/configs"
	"github.com/apiglint/apiglint/schema/terraform/memory"
	"github.com/apiglint/apiglint/schema/trace"
)

func main() {
	only := flag.String("rule", "", "look at the examples of one `rule`")
	fixtures := flag.String("fixtures", "testdata/rules", "take the fixtures below a `folder`")
	flag.Parse()
	grown, examples, err := run(*only, *fixtures)
	if err != nil {
		fmt.Fprintln(os.Stderr, "growth:", err)
		os.Exit(2)
	}
	fmt.Printf("%s%d examples, %d blocks grow\n", grown, examples, len(grown))
	if len(grown) > 0 {
		os.Exit(1)
	}
}

// run returns the blocks that grow, and on how many examples it looked.
func run(only, fixtures string) (all findings, looked int, err error) {
	dir, err := os.MkdirTemp("", "growth")
	if err != nil {
		return nil, 0, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	covdata, err := exec.Command("go", "tool", "-n", "covdata").Output()
	if err != nil {
		return nil, 0, fmt.Errorf("go tool -n covdata: %w", err)
	}
	c := counter{dir: filepath.Join(dir, "counts"), covdata: strings.TrimSpace(string(covdata))}
	all = findings{}
	for _, rule := range rules.All() {
		if rule.Check == nil || only != "" && !rule.Matches(only) {
			continue
		}
		examples, err := examplesOf(rule, fixtures)
		if err != nil {
			return nil, 0, err
		}
		for _, e := range examples {
			looked++
			small, err := c.count(e, e.few)
			if err != nil {
				return nil, 0, fmt.Errorf("%s: %w", e.name, err)
			}
			large, err := c.count(e, e.few*times)
			if err != nil {
				return nil, 0, fmt.Errorf("%s: %w", e.name, err)
			}
			all.add(e, small, large)
		}
	}
	if looked == 0 {
		return nil, 0, fmt.Errorf("there is no rule %s", only)
	}
	return all, looked, nil
}

// counter counts with what coverage writes into a folder, and the program that reads it.
type counter struct{ dir, covdata string }

// count returns how often each block of statements runs when an example is read and linted that often.
func (by counter) count(e example, n int) (counts, error) {
	files := memory.FS{}
	for name, content := range e.again(n) {
		files[name] = []byte(content)
	}
	err := errors.Join(os.RemoveAll(by.dir), os.Mkdir(by.dir, 0o700), coverage.WriteMetaDir(by.dir), coverage.ClearCounters())
	if err != nil {
		return nil, err
	}
	c, err := schema.Load(configs.NewLoader(files), ".", terraform.Options{})
	if err != nil {
		return nil, err
	}
	if diags := c.Root.Diagnostics; diags.HasErrors() {
		return nil, diags
	}
	lint.Run(lint.Options{Rules: e.rules}, c)
	for _, call := range trace.PromisedByAny(c) {
		trace.Of(c, call)
	}
	if err := coverage.WriteCountersDir(by.dir); err != nil {
		return nil, err
	}
	profile := filepath.Join(by.dir, "profile.txt")
	if out, err := exec.Command(by.covdata, "textfmt", "-i="+by.dir, "-o="+profile).CombinedOutput(); err != nil {
		return nil, fmt.Errorf("covdata: %w: %s", err, strings.TrimSpace(string(out)))
	}
	text, err := os.ReadFile(profile)
	if err != nil {
		return nil, err
	}
	return parse(string(text))
}

// example is a configuration of any size.
type example struct {
	name  string
	rules []*lint.Rule
	// few is how often it stands there at first.
	few   int
	again func(n int) linttest.Source
}

// examplesOf returns the bad example of a rule, around one gateway and each time around one of its own, and its fixtures.
func examplesOf(rule *lint.Rule, fixtures string) ([]example, error) {
	const few = 16
	if rule.Name == undeclared {
		// An undeclared name is held against all that are declared, if these are at most 500. Here are more, and else the rule
		// is left out.
		return []example{{rule.Name, rules.All(), 512, func(n int) linttest.Source { return linttest.Repeat(rule.Bad(), n) }}}, nil
	}
	others := withoutUndeclared()
	surroundings := string(rules.Example(rule, rule.Bad())["surroundings.tf"])
	all := []example{
		{rule.Name + ", around one gateway", others, few, func(n int) linttest.Source {
			src := linttest.Repeat(rule.Bad(), n)
			src["surroundings.tf"] = surroundings
			return src
		}},
		{rule.Name + ", each around its own", others, few, func(n int) linttest.Source {
			return linttest.Repeat(rule.Bad()+"\n"+surroundings, n)
		}},
	}
	names, err := filepath.Glob(filepath.Join(fixtures, rule.Name, "*.tf"))
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		all = append(all, example{name, others, few, func(n int) linttest.Source { return linttest.Repeat(string(text), n) }})
	}
	return all, nil
}

const undeclared = "dangling-reference"

func withoutUndeclared() []*lint.Rule {
	var all []*lint.Rule
	for _, rule := range rules.All() {
		if rule.Name != undeclared {
			all = append(all, rule)
		}
	}
	return all
}
