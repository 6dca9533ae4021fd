// Command growth counts the work of the rules, and says what of it grows faster than what it is done on: an all-pairs loop where
// an index belongs.
//
// It counts how often each block of statements runs, exactly, so that it says the same on every machine. So it has to be
// built with coverage, of all packages whose loops count:
//
//	make growth
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime/coverage"
	"strings"
	"testing/fstest"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/lint/linttest"
	"github.com/apiglint/apiglint/rules"
	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/terraform"
)

// few and many are how often an example stands in a module. What sorting adds is a factor of 1.6, what pairs add is 8.
const few, many = 32, 256

func main() {
	only := flag.String("rule", "", "look at the example of one `rule`")
	flag.Parse()
	grown, err := run(*only, os.Stdout)
	if err != nil {
		fmt.Fprintln(os.Stderr, "growth:", err)
		os.Exit(2)
	}
	if grown > 0 {
		os.Exit(1)
	}
}

// run answers how many blocks grow, and prints them.
func run(only string, w io.Writer) (int, error) {
	dir, err := os.MkdirTemp("", "growth")
	if err != nil {
		return 0, err
	}
	defer os.RemoveAll(dir)
	all := findings{}
	looked := 0
	for _, rule := range rules.All() {
		if rule.Check == nil || only != "" && !rule.Matches(only) {
			continue
		}
		for _, input := range inputs(rule) {
			looked++
			small, err := count(input.times(few), filepath.Join(dir, "few"))
			if err != nil {
				return 0, err
			}
			large, err := count(input.times(many), filepath.Join(dir, "many"))
			if err != nil {
				return 0, err
			}
			all.add(rule.Name+", "+input.name, small, large)
		}
	}
	if looked == 0 {
		return 0, fmt.Errorf("there is no rule %s", only)
	}
	all.print(w)
	fmt.Fprintf(w, "%d examples, %d and %d times over: %d blocks grow\n", looked, few, many, len(all))
	return len(all), nil
}

// input is a configuration of any size.
type input struct {
	name  string
	times func(n int) linttest.Source
}

// inputs answers the bad example of a rule, many times over around one gateway, and each time with a gateway of its own.
func inputs(rule *lint.Rule) []input {
	return []input{
		{"around one gateway", func(n int) linttest.Source {
			src := linttest.Repeat(rule.Bad, n)
			src["surroundings.tf"] = rules.Surroundings
			return src
		}},
		{"each around its own", func(n int) linttest.Source {
			return linttest.Repeat(rule.Bad+"\n"+rules.Surroundings, n)
		}},
	}
}

// count answers how often each block of statements runs when a configuration is read and linted.
func count(src linttest.Source, dir string) (counts, error) {
	files := fstest.MapFS{}
	for name, content := range src {
		files[name] = &fstest.MapFile{Data: []byte(content)}
	}
	if err := errors.Join(os.RemoveAll(dir), os.Mkdir(dir, 0o700), coverage.WriteMetaDir(dir), coverage.ClearCounters()); err != nil {
		return nil, err
	}
	c, err := schema.Load(terraform.NewLoader(files), ".", terraform.Options{})
	if err != nil {
		return nil, err
	}
	if diags := c.Root.Diagnostics; diags.HasErrors() {
		return nil, diags
	}
	lint.Run(lint.Options{Rules: rules.All()}, c)
	if err := coverage.WriteCountersDir(dir); err != nil {
		return nil, err
	}
	profile := filepath.Join(dir, "profile.txt")
	if out, err := exec.Command("go", "tool", "covdata", "textfmt", "-i="+dir, "-o="+profile).CombinedOutput(); err != nil {
		return nil, fmt.Errorf("go tool covdata: %w: %s", err, strings.TrimSpace(string(out)))
	}
	text, err := os.ReadFile(profile)
	if err != nil {
		return nil, err
	}
	return parse(string(text))
}
