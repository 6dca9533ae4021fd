package judge_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/apiglint/apiglint/schema/terraform/terraformtest"
)

// judge is Terraform with a provider.
type judge struct{ program, settings string }

// newJudge builds the stub provider, unless APIGLINT_PROVIDER is the program of another one.
func newJudge(t *testing.T) *judge {
	t.Helper()
	program, dir := terraformtest.Program(t), t.TempDir()
	provider := filepath.Join(dir, terraformtest.ProviderFile)
	if given := os.Getenv("APIGLINT_PROVIDER"); given != "" {
		if err := os.Symlink(given, provider); err != nil {
			t.Fatal(err)
		}
	} else {
		terraformtest.BuildProvider(t, provider)
	}
	return &judge{program, terraformtest.Settings(t, dir)}
}

// complaint is an error that Terraform reports.
type complaint struct {
	Severity, Summary, Detail string
	Range                     struct {
		Filename string
		Start    struct{ Line int }
	}
}

// complaints returns what Terraform says against the resources of a root, by file. What is valid is planned as well, but for
// data sources, which it would have to read.
func (j *judge) complaints(t *testing.T, files map[string]string, data bool) map[string][]complaint {
	t.Helper()
	said := j.run(t, files, "validate")
	if data {
		return said
	}
	valid := maps.Clone(files)
	maps.DeleteFunc(valid, func(name, _ string) bool { return said[name] != nil })
	maps.Copy(said, j.run(t, valid, "plan", "-refresh=false", "-input=false"))
	return said
}

// run returns the errors that a command of Terraform reports in a root, by file.
func (j *judge) run(t *testing.T, files map[string]string, command ...string) map[string][]complaint {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		write(t, filepath.Join(dir, name), text)
	}
	write(t, filepath.Join(dir, "surroundings.tf"), surroundings)
	cmd := exec.Command(j.program, append(command, "-json")...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "TF_CLI_CONFIG_FILE="+j.settings, "CHECKPOINT_DISABLE=1", "TF_CLI_ARGS=", "TF_DATA_DIR=")
	out, _ := cmd.Output() // it fails where it finds anything
	complaints := map[string][]complaint{}
	for decoder := json.NewDecoder(bytes.NewReader(out)); ; {
		var said struct {
			Diagnostics []complaint // all that validate says
			Diagnostic  complaint   // one of the lines of plan
		}
		if err := decoder.Decode(&said); errors.Is(err, io.EOF) {
			return complaints
		} else if err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		for _, c := range append(said.Diagnostics, said.Diagnostic) {
			if c.Severity != "error" {
				continue
			}
			if files[c.Range.Filename] == "" {
				t.Fatalf("about no resource: %s %s %s", c.Range.Filename, c.Summary, c.Detail)
			}
			complaints[c.Range.Filename] = append(complaints[c.Range.Filename], c)
		}
	}
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}
