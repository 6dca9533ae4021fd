package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/hashicorp/hcl/v2"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/lint/linttest"
	"github.com/apiglint/apiglint/lint/report"
	"github.com/apiglint/apiglint/lint/report/reporttest"
	"github.com/apiglint/apiglint/rules"
)

// keep writes a SARIF file for the official validator where APIGLINT_SARIF names a directory.
func keep(t *testing.T, name string, document []byte) {
	t.Helper()
	if dir := os.Getenv("APIGLINT_SARIF"); dir != "" {
		writeFile(t, filepath.Join(dir, name+".sarif"), string(document))
	}
}

// run returns what a command writes to stdout. It must not fail.
func run(t *testing.T, args ...string) []byte {
	t.Helper()
	var out, problems bytes.Buffer
	command := &Command{Stdin: strings.NewReader(""), Stdout: &out, Stderr: &problems, Env: func(string) string { return "" }}
	if code := command.Main(args); code == exitTrouble {
		t.Fatalf("%q: %s", args, problems.String())
	}
	return out.Bytes()
}

// TestSARIFOfExamples holds the SARIF of each example, and of all at once, to what code scanning asks for.
func TestSARIFOfExamples(t *testing.T) {
	examples, err := filepath.Glob("../../testdata/examples/*/*.tf*")
	if err != nil || len(examples) == 0 {
		t.Fatalf("there are no examples: %v", err)
	}
	dirs := []string{"../../testdata/examples"}
	for _, file := range examples {
		if dir := filepath.Dir(file); !slices.Contains(dirs, dir) {
			dirs = append(dirs, dir)
		}
	}
	for _, dir := range dirs {
		out := run(t, "check", "--format", "sarif", dir)
		complain(t, dir, reporttest.SARIF(out))
		hasAllRules(t, out)
		keep(t, "examples-"+filepath.Base(dir), out)
	}
}

// TestFormatsOfExamples holds the other formats of all examples to what their readers ask for.
func TestFormatsOfExamples(t *testing.T) {
	const examples = "../../testdata/examples"
	of := func(format string) []byte { return run(t, "check", "--format", format, examples) }
	complain(t, "json", reporttest.Schema([]byte(readFile(t, "../../docs/apiglint-1.schema.json")), of("json")))
	complain(t, "gitlab", reporttest.Schema([]byte(readFile(t, "../../lint/report/testdata/gitlab.schema.json")), of("gitlab")))
	complain(t, "github", reporttest.GitHub(string(of("github"))))
}

// hasAllRules holds that every rule is listed whether it ran or not: the help of one that is gone goes, too.
func hasAllRules(t *testing.T, document []byte) {
	t.Helper()
	var log struct {
		Runs []struct {
			Tool struct {
				Driver struct{ Rules []struct{ ID string } }
			}
		}
	}
	if err := json.Unmarshal(document, &log); err != nil {
		t.Fatal(err)
	}
	listed := log.Runs[0].Tool.Driver.Rules
	for i, rule := range rules.Catalogue() {
		if i >= len(listed) || listed[i].ID != rule.ID {
			t.Fatalf("%s is not listed", rule.ID)
		}
	}
}

// TestSARIFOfPlans does so for each plan, with its configuration and without.
func TestSARIFOfPlans(t *testing.T) {
	files := planFiles(t)
	for _, file := range slices.Sorted(maps.Keys(files)) {
		for name, args := range map[string][]string{"without": nil, "with": {"--chdir", files[file]}} {
			out := run(t, append([]string{"plan", "--format", "sarif", file}, args...)...)
			complain(t, file+" "+name+" sources", reporttest.SARIF(out))
		}
	}
	keep(t, "plans", run(t, append([]string{"check", "--format", "sarif"}, slices.Sorted(maps.Keys(files))...)...))
}

// mostResults is how many results the official validator takes in one file. GitHub takes more.
const mostResults = 1_000

// TestSARIFOfFixtures does so for each fixture of each rule, under all rules, and computes the columns in another way.
func TestSARIFOfFixtures(t *testing.T) {
	together, files := newFixtureReport(), 0
	write := func() {
		together.rules = rules.Catalogue()
		files++
		keep(t, fmt.Sprintf("fixtures-%d", files), together.write(t))
		together = newFixtureReport()
	}
	fixtures := os.DirFS("../../testdata/rules")
	for _, rule := range rules.All() {
		all := linttest.Fixtures(t, fixtures, rule)
		for _, name := range slices.Sorted(maps.Keys(all)) {
			one := newFixtureReport()
			one.add(t, path.Join(rule.Name, name), all[name])
			out := one.write(t)
			complain(t, rule.Name+"/"+name, reporttest.SARIF(out))
			one.columnsAreRight(t, out)
			if len(together.findings)+len(one.findings) > mostResults {
				write()
			}
			together.join(one)
		}
	}
	write()
}

// fixtureReport is a report on fixtures. Files are named by the fixture that they belong to.
type fixtureReport struct {
	findings []*lint.Finding
	rules    []*lint.Rule
	sources  map[string]string
}

func newFixtureReport() *fixtureReport { return &fixtureReport{sources: map[string]string{}} }

func (r *fixtureReport) add(t *testing.T, name string, src linttest.Source) {
	t.Helper()
	qualify := func(at *hcl.Range) { at.Filename = path.Join(name, at.Filename) }
	for file, content := range src {
		r.sources[path.Join(name, file)] = content
	}
	for _, f := range src.Lint(t, rules.All()).Findings {
		qualify(&f.Range)
		for i := range f.Related {
			qualify(&f.Related[i].Range)
		}
		r.findings = append(r.findings, f)
		if !slices.Contains(r.rules, f.Rule) {
			r.rules = append(r.rules, f.Rule)
		}
	}
	if len(r.rules) == 0 {
		r.rules = rules.All()[:1] // all of them, 400 times, are a minute
	}
}

func (r *fixtureReport) join(other *fixtureReport) {
	r.findings = append(r.findings, other.findings...)
	maps.Copy(r.sources, other.sources)
}

func (r *fixtureReport) write(t *testing.T) []byte {
	t.Helper()
	sarif, _ := report.FormatNamed("sarif")
	var out bytes.Buffer
	files := map[string]report.File{}
	for name, src := range r.sources {
		files[name] = report.File{Source: []byte(src)}
	}
	err := sarif.Write(&out, &report.Report{
		Result: lint.Result{Findings: r.findings}, Rules: r.rules, Category: "fixtures",
		Files: files,
	}, report.Terminal{})
	if err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// columnsAreRight holds each region to the text of its finding, in UTF-16 code units.
func (r *fixtureReport) columnsAreRight(t *testing.T, document []byte) {
	t.Helper()
	var log struct {
		Runs []struct {
			Results []struct {
				Locations []struct {
					PhysicalLocation struct {
						Region struct{ StartLine, StartColumn, EndLine, EndColumn int }
					}
				}
			}
		}
	}
	if err := json.Unmarshal(document, &log); err != nil {
		t.Fatal(err)
	}
	for i, result := range log.Runs[0].Results {
		f := r.findings[i]
		src := r.sources[f.Range.Filename]
		want, _, _ := strings.Cut(src[f.Range.Start.Byte:f.Range.End.Byte], "\n")
		region := result.Locations[0].PhysicalLocation.Region
		units := utf16.Encode([]rune(strings.Split(src, "\n")[region.StartLine-1]))
		if got := string(utf16.Decode(units[region.StartColumn-1 : region.EndColumn-1])); got != strings.TrimSuffix(want, "\r") {
			t.Errorf("%s:%d: the region is `%s`, the finding's text `%s`", f.Range.Filename, region.StartLine, got, want)
		}
	}
}

func complain(t *testing.T, what string, problems []string) {
	t.Helper()
	for _, problem := range problems {
		t.Errorf("%s: %s", what, problem)
	}
}
