package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/apiglint/apiglint/lint/linttest"
)

// TestNewRule writes a rule into a copy of the module. It compiles, and the tests name everything that is still to be written.
func TestNewRule(t *testing.T) {
	linttest.Long(t) // the copy is compiled and tested
	module := t.TempDir()
	for _, folder := range []string{"lint", "rules", "schema", "testdata", "docs"} {
		if err := os.CopyFS(filepath.Join(module, folder), os.DirFS(filepath.Join("../..", folder))); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"go.mod", "go.sum"} {
		src, err := os.ReadFile(filepath.Join("../..", name))
		if err == nil {
			err = os.WriteFile(filepath.Join(module, name), src, 0o600)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, r := range []rule{{"NET199", "lost-eip", "EIP", "error"}, {"PUB399", "api-without-end", "", "note"}} {
		written, err := r.write(module)
		if err != nil {
			t.Fatal(err)
		}
		if !slices.Contains(written, "testdata/recall/"+r.name+".diff") || len(written) != 7 {
			t.Errorf("written is %q", written)
		}
		if _, err := r.write(module); err == nil || !strings.Contains(err.Error(), "is there already") {
			t.Errorf("written again: %v", err)
		}
	}
	in := func(args ...string) (string, error) {
		command := exec.Command("go", args...)
		command.Dir = module
		command.Env = append(os.Environ(), "GOFLAGS=-trimpath") // so that the cache of one run serves the next one
		out, err := command.CombinedOutput()
		return string(out), err
	}
	if out, err := in("vet", "./rules"); err != nil {
		t.Fatalf("what is written does not compile: %v\n%s", err, out)
	}
	if out, err := in("run", "./rules/new", "-id", "PUB399", "-name", "another"); err == nil || !strings.Contains(out, "there is PUB399 api-without-end already") {
		t.Errorf("a taken ID: %v\n%s", err, out)
	}
	out, err := in("test", "./rules", "-run", "TestEvery|TestLevels|TestExamplesAreTrue|TestFixtures|TestRecall/rules/(NET199|PUB399)")
	if err == nil {
		t.Error("nothing is left to be written")
	}
	for _, left := range []string{
		"NET199 lost-eip: the title or doc.md is still to be written", "PUB399 api-without-end: the title or doc.md is still to be written",
		"TestExamplesAreTrue/NET199", "the bad example is silent",
		"NET199: nothing is found at the level error", "PUB399: nothing is found at the level note",
		"nothing is found on `TODO: the text that has to change`",
		"lost-eip has 0 mutations to find", "api-without-end has no mutation to find in JSON syntax",
	} {
		if !strings.Contains(out, left) {
			t.Errorf("the tests do not say %q", left)
		}
	}
	if t.Failed() {
		t.Log(out)
	}
	if strings.Contains(out, "panic") || strings.Contains(out, "is not sorted") {
		t.Errorf("the tests say more:\n%s", out)
	}
}

// TestRefused has nothing written where something is wrong with what was asked for.
func TestRefused(t *testing.T) {
	for _, c := range []struct {
		rule rule
		want string
	}{
		{rule{"XYZ100", "lost-eip", "EIP", "error"}, "is no ID"},
		{rule{"NET199", "Lost EIP", "EIP", "error"}, "is no name"},
		{rule{"NET101", "lost-eip", "EIP", "error"}, "there is NET101 no-public-address already; the next free ID of its cause is NET1"},
		{rule{"NET100", "lost-eip", "EIP", "error"}, "is in a gap, and may have been retired; the next free ID of its cause is NET1"},
		{rule{"NET199", "no-public-address", "EIP", "error"}, "there is NET101 no-public-address already"},
		{rule{"NET199", "lost-eip", "Elephant", "error"}, "is no kind: there are ACL, "},
		{rule{"NET199", "lost-eip", "EIP", "fatal"}, "fatal"},
	} {
		if _, err := c.rule.write(t.TempDir()); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%+v: %v, and not %s", c.rule, err, c.want)
		}
	}
}

func TestVariable(t *testing.T) {
	for name, want := range map[string]string{
		"anonymous-api": "anonymousAPI", "idle-eip": "idleEIP", "api-without-end": "apiWithoutEnd", "needs-x-stage-header": "needsXStageHeader",
	} {
		if got := (rule{name: name}).variable(); got != want {
			t.Errorf("%s is %s, and not %s", name, got, want)
		}
	}
}
