package pages_test

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/rules"
	"github.com/apiglint/apiglint/rules/pages"
)

const folder = "../../docs/rules"

func TestPagesAreWhatTheRulesSay(t *testing.T) {
	want, err := pages.Files()
	if err != nil {
		t.Fatal(err)
	}
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		if _, ok := want[entry.Name()]; !ok {
			t.Errorf("docs/rules/%s belongs to no rule; go generate ./... removes it", entry.Name())
		}
	}
	for _, name := range slices.Sorted(maps.Keys(want)) {
		got, err := os.ReadFile(filepath.Join(folder, name))
		if err != nil {
			t.Errorf("%v; go generate ./... writes it", err)
		} else if string(got) != want[name] {
			t.Errorf("docs/rules/%s is not what the rules say; go generate ./... writes it:\n%s", name, diff(string(got), want[name]))
		}
	}
}

// diff returns the lines between the first and the last that two texts differ in.
func diff(have, want string) string {
	old, now := strings.Split(have, "\n"), strings.Split(want, "\n")
	for len(old) > 0 && len(now) > 0 && old[0] == now[0] {
		old, now = old[1:], now[1:]
	}
	for len(old) > 0 && len(now) > 0 && old[len(old)-1] == now[len(now)-1] {
		old, now = old[:len(old)-1], now[:len(now)-1]
	}
	var b strings.Builder
	for _, line := range old {
		b.WriteString("-" + line + "\n")
	}
	for _, line := range now {
		b.WriteString("+" + line + "\n")
	}
	return b.String()
}

func TestDiff(t *testing.T) {
	if got, want := diff("a\nb\nc", "a\nx\ny\nc"), "-b\n+x\n+y\n"; got != want {
		t.Errorf("the difference is %q, not %q", got, want)
	}
}

// TestTerminalSaysTheSame holds the page in a terminal to the words of the page in Markdown.
func TestTerminalSaysTheSame(t *testing.T) {
	for _, rule := range rules.Catalogue() {
		page, err := pages.Of(rule)
		if err != nil {
			t.Fatal(err)
		}
		if plain, markdown := words(page.Text()), words(page.Markdown()); !slices.Equal(plain, markdown) {
			t.Errorf("%s: the page in a terminal differs:\n%s", rule.ID,
				diff(strings.Join(markdown, "\n"), strings.Join(plain, "\n")))
		}
	}
}

// TestOutputIsAboutTheExample holds the findings of the bad examples to the example's own text.
func TestOutputIsAboutTheExample(t *testing.T) {
	for _, rule := range rules.All() {
		if rule.ID == "NET102" {
			continue // it is about the gateway, which is that of the surroundings
		}
		output, err := pages.Output(rule, rule.Bad())
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(output) {
			if strings.Contains(line, "["+rule.ID+" ") && !strings.HasPrefix(line, "example.tf:") {
				t.Errorf("%s is reported outside of its bad example: %s", rule.ID, line)
			}
		}
	}
}

// words returns the words of a page without markup.
func words(page string) []string {
	var all []string
	for line := range strings.Lines(page) {
		if strings.HasPrefix(line, "```") {
			continue
		}
		all = append(all, strings.FieldsFunc(strings.ToLower(line), func(r rune) bool {
			return strings.ContainsRune(" \n#*`<>[]():.-", r)
		})...)
	}
	return all
}

// TestOwnExamplesAreTrue holds the examples of the rules that no list of rules has. The rules' own tests hold the
// others.
func TestOwnExamplesAreTrue(t *testing.T) {
	for _, rule := range lint.OwnRules() {
		bad, err := pages.Output(rule, rule.Bad())
		if err != nil {
			t.Fatal(err)
		}
		good, err := pages.Output(rule, rule.Good())
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(bad, "["+rule.ID+" "+rule.Name+"]\n") || !strings.HasSuffix(bad, "\n1 "+rule.Level.String()+"\n") {
			t.Errorf("the bad example of %s finds\n%s", rule.ID, bad)
		}
		if !strings.HasPrefix(good, "no findings") {
			t.Errorf("the good example of %s finds\n%s", rule.ID, good)
		}
	}
}
