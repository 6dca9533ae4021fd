package funcs_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/apiglint/apiglint/schema/terraform/funcs"
	"github.com/apiglint/apiglint/schema/terraform/terraformtest"
)

// differing are the rows in which the result is meant not to be that of the
// versions of Terraform the test may meet.
var differing = map[string]string{
	`element(["a", "b", "c"], -1)`: "an error before Terraform 1.12",
	`element(["a", "b", "c"], -4)`: "an error before Terraform 1.12",
	`format("%v", null)`:           "unknown before go-cty 1.17",
	`format("%s", null)`:           "unknown before go-cty 1.17",
}

// inOneOnly are the functions that only OpenTofu has, and notCompared those that
// neither has outside its console.
var (
	inOneOnly   = []string{"base64gunzip", "cidrcontains", "urldecode"}
	notCompared = []string{"type", "list", "map"}
)

// run runs Terraform or OpenTofu in a directory of its own.
func run(t *testing.T, program, dir, stdin string, args ...string) []byte {
	t.Helper()
	config := filepath.Join(t.TempDir(), "terraformrc")
	if err := os.WriteFile(config, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, program, args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "TF_CLI_CONFIG_FILE="+config, "CHECKPOINT_DISABLE=1")
	cmd.Stdin = strings.NewReader(stdin)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s %s: %v\n%s", program, args, err, stderr.Bytes())
	}
	return out
}

// TestTerraformMetadata holds that every function of theirs is here.
func TestTerraformMetadata(t *testing.T) {
	terraformtest.Each(t, compareNames)
}

func compareNames(t *testing.T, program string) {
	t.Helper()
	var metadata struct {
		Functions map[string]struct{} `json:"function_signatures"`
	}
	if err := json.Unmarshal(run(t, program, t.TempDir(), "", "metadata", "functions", "-json"), &metadata); err != nil {
		t.Fatal(err)
	}
	table := funcs.Table(funcs.Env{})
	for name := range metadata.Functions {
		if _, ok := table[name]; !ok {
			t.Errorf("there is no function %s", name)
		}
	}
}

// TestAgainstTerraform has Terraform and OpenTofu evaluate the rows. Their console prints only
// the last result of piped input, so the rows are the elements of one list.
func TestAgainstTerraform(t *testing.T) {
	terraformtest.Each(t, compareRows)
}

func compareRows(t *testing.T, program string) {
	t.Helper()
	without := notCompared
	if filepath.Base(t.Name()) == "terraform" {
		without = slices.Concat(inOneOnly, notCompared)
	}
	var compared []row
	var config strings.Builder
	config.WriteString("locals {\n")
	for name, expr := range locals {
		fmt.Fprintf(&config, "%s = %s\n", name, expr)
	}
	config.WriteString("results = [\n")
	all := rows()
	for _, name := range slices.Sorted(maps.Keys(all)) {
		for _, row := range all[name] {
			if differing[row.expr] != "" || row.want == wantUnknown || slices.Contains(without, name) {
				continue
			}
			compared = append(compared, row)
			fmt.Fprintf(&config, "nonsensitive(try(jsonencode([%s]), %q)),\n", row.expr, wantError)
		}
	}
	config.WriteString("]\n}\n")

	dir := t.TempDir()
	write := func(name, content string) {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("main.tf", config.String())
	for name, content := range files {
		write(name, content)
	}

	var quoted string
	out := run(t, program, dir, "jsonencode(local.results)\n", "console")
	if err := json.Unmarshal(out, &quoted); err != nil {
		t.Fatalf("%v: %.200s", err, out)
	}
	var results []string
	if err := json.Unmarshal([]byte(quoted), &results); err != nil {
		t.Fatal(err)
	}
	if len(results) != len(compared) {
		t.Fatalf("%s gave %d results for %d rows", program, len(results), len(compared))
	}
	ctx := scope(t)
	for i, row := range compared {
		want := results[i]
		got := wantError
		if v, err := evaluate("["+row.expr+"]", ctx); err == nil {
			got = asJSON(t, v)
		}
		if got != want {
			t.Errorf("%s = %s, but %s says %s", row.expr, got, program, want)
		}
	}
}
