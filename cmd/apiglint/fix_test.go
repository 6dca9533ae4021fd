package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/apiglint/apiglint/lint/linttest"
)

// fixtureFiles are the files before the fixes of every fixture in testdata/fix, each fixture in a directory of its own.
func fixtureFiles(t *testing.T) map[string][]byte {
	t.Helper()
	archives, err := filepath.Glob("../../testdata/fix/*.txtar")
	if err != nil || len(archives) == 0 {
		t.Fatal("there are no fixtures:", err)
	}
	files := map[string][]byte{}
	for _, archive := range archives {
		content, err := os.ReadFile(archive)
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range txtar.Parse(content).Files {
			if !strings.HasPrefix(file.Name, "fixed/") {
				files[filepath.Join(strings.TrimSuffix(filepath.Base(archive), ".txtar"), file.Name)] = file.Data
			}
		}
	}
	return files
}

// writeTree writes files below a new directory.
func writeTree(t *testing.T, files map[string][]byte) string {
	t.Helper()
	dir := t.TempDir()
	for name, content := range files {
		full := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(full), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(full, content, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// checked runs check in a directory, and answers what goes to stdout.
func checked(t *testing.T, dir string, args ...string) []byte {
	t.Helper()
	t.Chdir(dir)
	var out, problems bytes.Buffer
	c := &Command{Stdout: &out, Stderr: &problems, Env: func(string) string { return "" }}
	if code := c.Main(append([]string{"check", "--fail-on", "never"}, args...)); code != exitClean {
		t.Fatalf("check %s exits with %d:\n%s", strings.Join(args, " "), code, problems.String())
	}
	return out.Bytes()
}

// TestPatchesApply holds what --diff prints against what git makes of it: the same as --fix.
func TestPatchesApply(t *testing.T) {
	git, err := exec.LookPath("git")
	if err != nil {
		t.Skip("git is not on PATH")
	}
	files := map[string][]byte{}
	for name, content := range fixtureFiles(t) {
		files[name] = content
		dir, base := filepath.Split(name)
		files[filepath.Join("with spaces", dir, "a "+base)] = content
		files[filepath.Join("windows", dir, base)] = bytes.ReplaceAll(content, []byte("\n"), []byte("\r\n"))
		files[filepath.Join("unended", dir, base)] = bytes.TrimSuffix(content, []byte("\n"))
		files[filepath.Join("ünïcode", dir, base)] = append([]byte("\uFEFF"), content...)
		if filepath.Separator == '/' {
			files[filepath.Join("odd", dir, "\"a\"\t\\"+base)] = content
		}
		if strings.HasSuffix(name, ".json") {
			delete(files, filepath.Join("ünïcode", dir, base)) // Terraform takes no mark there
		}
	}
	fixed, patched := writeTree(t, files), writeTree(t, files)
	checked(t, fixed, "--fix")
	patch := checked(t, patched, "--diff")
	apply := exec.Command(git, "apply", "-")
	apply.Dir, apply.Stdin = patched, bytes.NewReader(patch)
	if out, err := apply.CombinedOutput(); err != nil {
		t.Fatalf("git apply: %v\n%s", err, out)
	}
	changed := 0
	for name, before := range files {
		want, got := readFile(t, filepath.Join(fixed, name)), readFile(t, filepath.Join(patched, name))
		if got != want {
			t.Errorf("%s: git apply makes\n%s\nand --fix\n%s", name, got, want)
		}
		if string(before) != want {
			changed++
		}
	}
	if changed < len(files)/2 {
		t.Errorf("only %d of %d files are fixed", changed, len(files))
	}
}

// TestTerraformTakesWhatIsFixed asks Terraform itself whether terraform fmt has anything left to do, and whether what
// it refuses before it takes afterwards.
func TestTerraformTakesWhatIsFixed(t *testing.T) {
	linttest.Long(t)
	tf := newTerraformer(t) // before the directory changes
	files := fixtureFiles(t)
	for name := range files {
		if strings.HasSuffix(name, "layout.tf") {
			delete(files, name) // it is not formatted before
		}
	}
	format := func(dir string) string {
		out, _ := exec.Command(tf.program, "fmt", "-check", "-recursive", "-list=true", dir).Output() // its exit code says what the list says
		return string(out)
	}
	before, after := writeTree(t, files), writeTree(t, files)
	checked(t, after, "--fix")
	if unformatted := format(after); strings.Contains(unformatted, ".tf") && unformatted != format(before) {
		t.Errorf("terraform fmt is needed for\n%s", unformatted)
	}

	refused := map[string][]byte{"main.tf": []byte(`terraform {
  required_providers {
    huaweicloud = {
      source = "huaweicloud/huaweicloud"
    }
  }
}

resource "huaweicloud_apig_respons" "denied" {
  instance_id = "0a1b2c3d"
  groupid     = "4e5f6071"
  name        = "denied"

  rules {
    error_typ = "ACCESS_DENIED"
    body      = "no"
  }
}
`)}
	dir := writeTree(t, refused)
	tf.run(t, dir, "init", "-backend=false")
	validate := exec.Command(tf.program, "validate", "-no-color")
	validate.Dir, validate.Env = dir, append(os.Environ(), "TF_CLI_CONFIG_FILE="+tf.settings)
	if out, err := validate.CombinedOutput(); err == nil {
		t.Fatalf("terraform validate takes what is to be fixed:\n%s", out)
	}
	checked(t, dir, "--fix")
	tf.run(t, dir, "validate")
	if unformatted := format(dir); unformatted != "" {
		t.Errorf("terraform fmt is needed for %s", unformatted)
	}
}
