package main

import (
	"bytes"
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/apiglint/apiglint/lint/report"
	"github.com/apiglint/apiglint/schema/plan"
)

// planFiles returns the plans of the fixtures with the directories of their configurations.
func planFiles(t *testing.T) map[string]string {
	t.Helper()
	files := map[string]string{}
	for pattern, sources := range map[string]string{"plans/*/plan.json": "after", "planjson/*.json": "config"} {
		found, err := filepath.Glob(filepath.Join("../../testdata", pattern))
		if err != nil || len(found) == 0 {
			t.Fatalf("there is no %s: %v", pattern, err)
		}
		for _, file := range found {
			files[file] = filepath.Join(filepath.Dir(file), sources)
		}
	}
	return files
}

// TestPlansKeepTheirSecrets runs every format over every plan, with sources and without, and searches for everything that
// is sensitive in it: what the plan marks, what apiglint takes for a secret, and what the fixtures say to be one.
func TestPlansKeepTheirSecrets(t *testing.T) {
	files := planFiles(t)
	for _, file := range slices.Sorted(maps.Keys(files)) {
		src := readFile(t, file)
		p, err := plan.Read([]byte(src))
		if err != nil {
			t.Errorf("%s: %v", file, err)
			continue
		}
		secrets := slices.Concat([]string{"hunter2", "SKFAKE"}, p.Secrets(), marked(t, []byte(src)))
		for _, sources := range []string{"", files[file]} {
			t.Run(file+" "+sources, func(t *testing.T) {
				t.Parallel()
				out := everything(t, file, sources)
				for _, secret := range secrets {
					if len(secret) >= 4 && contains(out, secret) {
						t.Errorf("%q is printed", secret)
					}
				}
			})
		}
	}
}

// TestPlansNameCausesInEveryFormat looks in every format for what a plan breaks something by: in the finding's sentence and, as
// the sources are at hand, at its place.
func TestPlansNameCausesInEveryFormat(t *testing.T) {
	const dir, replaced = "../../testdata/plans/close-port", "this plan replaces huaweicloud_networking_secgroup_rule.callers"
	for _, f := range report.Formats() {
		out := runPlan(t, "--format", f.Name, "--rule", "NET102", "--chdir", filepath.Join(dir, "after"), filepath.Join(dir, "plan.json"))
		if !strings.Contains(out, ", because "+replaced) || strings.Count(out, replaced) < 2 || !strings.Contains(out, "network.tf") {
			t.Errorf("%s does not name the cause, with its place:\n%s", f.Name, out)
		}
	}
}

// everything returns what a review prints in all formats and on both streams. What SARIF says about rules is left out: it
// is the same for all plans.
func everything(t *testing.T, file, sources string) string {
	t.Helper()
	args, folder := []string{"plan", "--all", file}, t.TempDir()
	for _, format := range report.Formats() {
		args = append(args, "--format", format.Name+"="+filepath.Join(folder, format.Name))
	}
	if sources != "" {
		args = append(args, "--chdir", sources)
	}
	var out, problems bytes.Buffer
	command := &Command{Stdin: strings.NewReader(""), Stdout: &out, Stderr: &problems, Env: func(string) string { return "" }}
	if code := command.Main(args); code == exitTrouble {
		t.Errorf("%s: %s", file, problems.String())
	}
	all := out.String() + problems.String()
	for _, format := range report.Formats() {
		text := readFile(t, filepath.Join(folder, format.Name))
		if format.Name == "sarif" {
			text = sarifRules.ReplaceAllString(text, "")
		}
		all += text
	}
	return all
}

var sarifRules = regexp.MustCompile(`(?s)"rules": \[.*?\n          \]`)

// contains reports whether a secret stands in a text as a word of its own, as it is or as JSON writes it.
func contains(text, secret string) bool {
	written, _ := json.Marshal(secret) // a string can always be encoded
	for _, form := range []string{secret, strings.Trim(string(written), `"`)} {
		for from := 0; ; {
			i := strings.Index(text[from:], form)
			if i < 0 {
				break
			}
			start, end := from+i, from+i+len(form)
			if !word.MatchString(text[max(start-1, 0):start]) && !word.MatchString(text[end:min(end+1, len(text))]) {
				return true
			}
			from = end
		}
	}
	return false
}

var word = regexp.MustCompile(`\w`)

// marked returns the texts that a plan itself marks: values under a mark in a change, sensitive variables, and the
// constants of providers.
func marked(t *testing.T, src []byte) []string {
	t.Helper()
	var p struct {
		Variables map[string]struct{ Value any }
		Changes   []struct {
			Change struct {
				Before          any
				After           any
				BeforeSensitive any `json:"before_sensitive"`
				AfterSensitive  any `json:"after_sensitive"`
			}
		} `json:"resource_changes"`
		Configuration struct {
			Providers map[string]struct{ Expressions map[string]any } `json:"provider_config"`
			Root      struct {
				Variables map[string]struct{ Sensitive bool }
			} `json:"root_module"`
		}
	}
	if err := json.Unmarshal(src, &p); err != nil {
		t.Fatal(err)
	}
	found := map[string]bool{}
	var texts func(v any)
	texts = func(v any) {
		switch v := v.(type) {
		case string:
			found[v] = true
		case []any:
			for _, e := range v {
				texts(e)
			}
		case map[string]any:
			for _, e := range v {
				texts(e)
			}
		}
	}
	// Sets are marked as a whole because of one element; their elements are judged by the model.
	var leaves func(v, mark any)
	leaves = func(v, mark any) {
		switch mark := mark.(type) {
		case bool:
			if text, ok := v.(string); ok && mark {
				found[text] = true
			}
		case []any:
			list, _ := v.([]any)
			for i := range min(len(list), len(mark)) {
				leaves(list[i], mark[i])
			}
		case map[string]any:
			fields, _ := v.(map[string]any)
			for name, m := range mark {
				leaves(fields[name], m)
			}
		}
	}
	for _, c := range p.Changes {
		leaves(c.Change.Before, c.Change.BeforeSensitive)
		leaves(c.Change.After, c.Change.AfterSensitive)
	}
	for name, v := range p.Configuration.Root.Variables {
		if v.Sensitive {
			texts(p.Variables[name].Value)
		}
	}
	for _, provider := range p.Configuration.Providers {
		for name, e := range provider.Expressions {
			if name != "region" {
				texts(e)
			}
		}
	}
	return slices.Sorted(maps.Keys(found))
}

// TestPlansExit holds the exit code to what the fixtures expect, with sources and without.
func TestPlansExit(t *testing.T) {
	files := planFiles(t)
	for _, file := range slices.Sorted(maps.Keys(files)) {
		src, err := os.ReadFile(filepath.Join(filepath.Dir(file), "expect.json"))
		if err != nil {
			continue // those of several versions expect nothing
		}
		var expect struct{ Exit int }
		if err := json.Unmarshal(src, &expect); err != nil {
			t.Fatal(err)
		}
		for _, args := range [][]string{{"plan", file}, {"plan", file, "--chdir", files[file]}, {"check", file}} {
			var out, problems bytes.Buffer
			command := &Command{Stdin: strings.NewReader(""), Stdout: &out, Stderr: &problems, Env: func(string) string { return "" }}
			if code := command.Main(args); code != expect.Exit {
				t.Errorf("%q exits with %d, not with %d\n%s%s", args, code, expect.Exit, out.String(), problems.String())
			}
		}
	}
}
