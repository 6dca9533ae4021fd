// Command new writes what a new rule needs: its Go file, its texts, fixtures, mutations, and its line in the list. What it writes
// compiles; the tests say what is still to be written, and CONTRIBUTING.md what that should be.
//
//	go run ./rules/new -id PUB399 -name forgotten-version -kind API -level warning
package main

import (
	"cmp"
	"errors"
	"flag"
	"fmt"
	"go/format"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"text/template"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/rules"
	"github.com/apiglint/apiglint/schema"
)

func main() {
	var r rule
	flag.StringVar(&r.id, "id", "", "the `ID`: three letters that tell the cause, and the next free number")
	flag.StringVar(&r.name, "name", "", "the `NAME`, which reads well after \"allow\": anonymous-api")
	flag.StringVar(&r.kind, "kind", "", "the `KIND` that the check looks at, one object at a time, such as API; the whole configuration without it")
	flag.StringVar(&r.level, "level", "warning", "the highest `LEVEL` it reports at: error, warning or note")
	flag.Parse()
	written, err := r.write(".")
	if err != nil {
		fmt.Fprintln(os.Stderr, "new:", err)
		os.Exit(1)
	}
	fmt.Println(strings.Join(written, "\n"))
	fmt.Printf(`
The rest is yours; CONTRIBUTING.md says what is expected, docs/model.md what a check can ask.
  go test ./rules -run 'TestEvery|TestExamplesAreTrue|TestFixtures/%[2]s|TestRecall/rules/%[1]s'
                                          what is still to be written
  go generate ./rules/pages               the page of the rule, once it is
  go test -tags laws ./rules -run 'TestLaws/%[2]s'
                                          whether it ever guesses
  go test ./rules/... ./schema ./docs     everything else that holds a rule
`, r.id, r.name)
}

type rule struct{ id, name, kind, level string }

// causes are the beginnings of IDs with the constant of lint and the list in rules.go.
var causes = map[string]struct{ constant, list string }{
	"NET1": {"Network", "network"},
	"DOM2": {"DomainName", "domains"},
	"PUB3": {"Publishing", "publishing"},
	"AUT4": {"Authentication", "authentication"},
	"POL5": {"Policy", "policies"},
	"API6": {"Backend", "backends"},
	"DEF0": {"Definition", "definitions"},
}

var (
	isID   = regexp.MustCompile(`^[A-Z]{3}\d{3}$`)
	isName = regexp.MustCompile(`^[a-z]+(-[a-z]+)*$`)
)

// special are the ends of file names that keep a file out of the package, or out of builds for other systems.
var special = []string{"amd", "android", "arm", "darwin", "ios", "js", "linux", "plan", "test", "unix", "wasm", "windows"}

// check says what is wrong with what was asked for.
func (r rule) check() error {
	if !isID.MatchString(r.id) || causes[r.id[:4]].list == "" {
		return fmt.Errorf("-id %q is no ID: it begins with %s and has two more digits", r.id, strings.Join(slices.Sorted(maps.Keys(causes)), ", "))
	}
	if !isName.MatchString(r.name) {
		return fmt.Errorf("-name %q is no name: small letters, and hyphens between words", r.name)
	}
	if last := r.name[strings.LastIndex(r.name, "-")+1:]; slices.Contains(special, last) {
		return fmt.Errorf("-name %q ends with %s, which has a meaning to Go in the name of a file", r.name, last)
	}
	for _, other := range rules.Catalogue() {
		if other.ID == r.id || other.Name == r.name {
			return fmt.Errorf("there is %s %s already; the next free ID of its cause is %s", other.ID, other.Name, nextID(r.id[:4]))
		}
	}
	if next := nextID(r.id[:4]); r.id < next {
		return fmt.Errorf("-id %s is in a gap, and may have been retired; the next free ID of its cause is %s", r.id, next)
	}
	if kinds := kinds(); r.kind != "" && kinds[r.kind] == "" {
		return fmt.Errorf("-kind %q is no kind: there are %s", r.kind, strings.Join(slices.Sorted(maps.Keys(kinds)), ", "))
	}
	_, err := lint.ParseLevel(r.level)
	return err
}

// nextID returns the ID behind the last one with a beginning such as PUB3.
func nextID(beginning string) string {
	last := beginning + "00"
	for _, other := range rules.Catalogue() {
		if strings.HasPrefix(other.ID, beginning) {
			last = max(last, other.ID)
		}
	}
	n, _ := strconv.Atoi(last[3:]) // digits, as the rules' own test demands
	return fmt.Sprintf("%s%03d", last[:3], n+1)
}

// kinds returns the names of the kinds with the resource type that stands for each.
func kinds() map[string]string {
	found := map[string]string{}
	all := reflect.TypeFor[schema.Kinds]()
	for i := range all.NumField() {
		f := all.Field(i)
		if types, ok := f.Tag.Lookup("kind"); ok {
			first, _, _ := strings.Cut(types, ",")
			found[f.Type.Elem().Elem().Name()] = first
		}
	}
	return found
}

// write writes the files below the folder of the module, and returns their names. No file is overwritten.
func (r rule) write(module string) ([]string, error) {
	if err := r.check(); err != nil {
		return nil, err
	}
	src, err := format.Source([]byte(r.expand(goFile)))
	if err != nil {
		return nil, err
	}
	texts, fixtures := "rules/texts/"+r.name, "testdata/rules/"+r.name
	files := map[string]string{
		"rules/" + strings.ReplaceAll(r.name, "-", "_") + ".go": string(src),
		texts + "/doc.md":                     "TODO: why it matters, when it is legitimate, when the rule is silent, how to repair it.\n",
		texts + "/bad.tf":                     "# A configuration in which this rule finds something, and no other does. It stands in rules/surroundings.tf, and what it\n# declares itself replaces what has the same address there.\n",
		texts + "/good.tf":                    "# The same without the fault: no rule finds anything.\n",
		fixtures + "/plain.tf":                r.expand(fixture),
		"testdata/recall/" + r.name + ".diff": mutations,
	}
	names := slices.Sorted(maps.Keys(files))
	for _, name := range names {
		if _, err := os.Stat(filepath.Join(module, name)); err == nil {
			return nil, fmt.Errorf("%s is there already", name)
		}
	}
	list := filepath.Join(module, "rules/rules.go")
	listed, err := r.listed(list)
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		to := filepath.Join(module, name)
		err = errors.Join(err, os.MkdirAll(filepath.Dir(to), 0o755), os.WriteFile(to, []byte(files[name]), 0o644))
	}
	return append(names, "rules/rules.go"), errors.Join(err, os.WriteFile(list, listed, 0o644))
}

// listed returns the file with the lists, where the rule stands behind those of its cause with a smaller number.
func (r rule) listed(file string) ([]byte, error) {
	src, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	_, rest, opened := strings.Cut(string(src), "\nvar "+causes[r.id[:4]].list+" = []*lint.Rule{\n")
	entries, after, closed := strings.Cut(rest, "}\n")
	if !opened || !closed {
		return nil, fmt.Errorf("%s has no list of the rules %s", file, r.id[:4])
	}
	smaller := 0
	for _, other := range rules.All() {
		if other.ID[:4] == r.id[:4] && other.ID < r.id {
			smaller++
		}
	}
	lines := slices.Collect(strings.Lines(entries))
	if smaller > len(lines) {
		return nil, fmt.Errorf("the list of the rules %s has not one rule in a line", r.id[:4])
	}
	lines = slices.Insert(lines, smaller, "\t"+r.variable()+",\n")
	return []byte(strings.TrimSuffix(string(src), rest) + strings.Join(lines, "") + "}\n" + after), nil
}

// variable is the name in Go.
func (r rule) variable() string {
	words := strings.Split(r.name, "-")
	for i, word := range words {
		switch {
		case slices.Contains([]string{"api", "acl", "dns", "eip", "tls", "url", "vpc"}, word):
			words[i] = strings.ToUpper(word)
		case i > 0:
			words[i] = strings.ToUpper(word[:1]) + word[1:]
		}
	}
	if first := words[0]; strings.ToUpper(first) == first {
		words[0] = strings.ToLower(first)
	}
	return strings.Join(words, "")
}

// expand fills in a template.
func (r rule) expand(text string) string {
	values := map[string]string{
		"ID": r.id, "Name": r.name, "Level": strings.ToUpper(r.level[:1]) + r.level[1:], "Cause": causes[r.id[:4]].constant,
		"Variable": r.variable(), "Kind": r.kind, "Object": strings.ToLower(r.kind), "Type": cmp.Or(kinds()[r.kind], "huaweicloud_apig_api"),
	}
	var b strings.Builder
	if err := template.Must(template.New("").Parse(text)).Execute(&b, values); err != nil {
		panic(err) // the templates are those below
	}
	return b.String()
}

const goFile = `package rules

import (
	"github.com/apiglint/apiglint/lint"
{{- if .Kind}}
	"github.com/apiglint/apiglint/schema"
{{- end}}
)

// {{.Variable}} finds TODO.
var {{.Variable}} = &lint.Rule{
	ID: "{{.ID}}", Name: "{{.Name}}", Level: lint.{{.Level}}, Cause: lint.{{.Cause}},
	// Title is what is wrong, as a noun phrase: an API that anyone can call.
	Title: "TODO",
	// Codes are what callers get, and Status tells which meaning of a code that has several. Symptom is what they see where no code
	// says it: the connection times out.
	Codes: []string{},
{{- if .Kind}}
	Check: lint.Each(func(p *lint.Pass, {{.Object}} *schema.{{.Kind}}) {
		// Report what is certain:
		// p.Reportf({{.Object}}, {{.Object}}, "%s …: calls get APIG.0101", {{.Object}}).Remedyf("set … to …")
	}),
{{- else}}
	Check: func(p *lint.Pass) {
		// Report what is certain:
		// p.Reportf(object, object, "%s …: calls get APIG.0101", object).Remedyf("set … to …")
	},
{{- end}}
}
`

const fixture = `# The plain case. What is found is said behind the line: the text that has to change, and a part of the message and of the
# remedy. Further files have every look-alike that must stay silent.
resource "{{.Type}}" "plain" { # want ` + "`TODO: the text that has to change` `TODO: a part of the message` help `TODO: a part of the remedy`" + `
}
`

const mutations = `# How people break testdata/examples/{flat,healthy,healthy-json} so that the rule has to find it, at least three times and once in
# JSON syntax, and what only looks like it. testdata/recall/README.md says how it is written:
#
# found: what happened
# example: flat
# at: main.tf: resource "huaweicloud_apig_api" "list"
# --- main.tf
# -  a line that goes
# +  a line that comes
#
# silent: what looks like it, and why it is not
# example: healthy
# --- locals.tf
# +  a line that comes
`
