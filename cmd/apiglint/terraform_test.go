package main

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/apiglint/apiglint/lint/linttest"
	"github.com/apiglint/apiglint/lint/report"
	"github.com/apiglint/apiglint/schema/terraform/terraformtest"
)

// TestTerraform makes plans of the examples with Terraform itself, and a provider with the schemas of our facts tables and
// no cloud behind it. It needs terraform on PATH and what the provider is built with.
func TestTerraform(t *testing.T) {
	linttest.Long(t)
	tf := newTerraformer(t)

	for _, example := range []string{"flat", "healthy", "healthy-json", "broken"} {
		t.Run("validate/"+example, func(t *testing.T) {
			dir := copyExample(t, example)
			tf.run(t, dir, "init", "-backend=false")
			tf.run(t, dir, "validate")
		})
	}

	for _, fault := range faults { // what the README says of validate and plan
		t.Run("accepts/"+fault.rule, func(t *testing.T) {
			dir := faulty(t, fault.from, fault.to)
			writeFile(t, filepath.Join(dir, "terraform.tfvars"), "certificate = \"\"\nprivate_key = \"\"\n")
			tf.run(t, dir, "init", "-backend=false")
			tf.run(t, dir, "validate")
			tf.run(t, dir, "plan")
		})
	}

	inputs := map[string]string{
		"flat": `
certificate = "CERT-hunter2"
private_key = "KEY-hunter2"
`,
		"healthy": `
certificates = {
  shop     = { content = "CERT-hunter2-shop", private_key = "KEY-hunter2-shop" }
  partners = { content = "CERT-hunter2-partners", private_key = "KEY-hunter2-partners" }
}
app_codes = { acme = "` + "hunter2" + strings.Repeat("A", 64) + `" }
signature = { key = "hunter2-key", secret = "hunter2-secret-of-16" }
`,
	}
	for example, edits := range map[string][]edit{
		"flat": {
			{"main.tf", `ports             = "443"`, `ports             = "8443"`, []string{"note NET102 huaweicloud_apig_instance.main"}},
			{
				"main.tf", `security_authentication = "APP"`, `security_authentication = "NONE"`,
				[]string{"AUT406 huaweicloud_apig_api.list", "AUT409 huaweicloud_apig_application_authorization.website"},
			},
			{"main.tf", `max_api_requests = 100`, "max_api_requests = 100\n  max_ip_requests  = 200", []string{"POL507 huaweicloud_apig_throttling_policy.main"}},
		},
		"healthy": {
			{"main.tf", "user        = 3000", "user = 600", []string{`POL507 module.policies.huaweicloud_apig_throttling_policy.this["partners"]`}},
			{
				"locals.tf", "path       = \"/orders/{order_id}\"\n", "path = \"/orders/{order_id}\"\nauthentication = \"NONE\"\n",
				[]string{`AUT406 module.service["shop"].huaweicloud_apig_api.this["get_order"]`},
			},
		},
	} {
		t.Run("plan/"+example, func(t *testing.T) {
			dir := copyExample(t, example)
			writeFile(t, filepath.Join(dir, "secrets.auto.tfvars"), inputs[example])
			tf.run(t, dir, "init")

			// All is new, and nothing is wrong.
			tf.plan(t, dir)
			for _, args := range [][]string{{filepath.Join(dir, "plan.json")}, {elsewhere(t, dir)}} {
				for _, found := range review(t, args...) {
					if !strings.HasPrefix(found, "note ") {
						t.Errorf("a healthy gateway is created, and introduced is %s", found)
					}
				}
			}
			tf.run(t, dir, "apply", "-auto-approve", "tfplan")

			// A change breaks it.
			for _, e := range edits {
				before := readFile(t, filepath.Join(dir, e.file))
				if !strings.Contains(before, e.from) {
					t.Fatalf("%s holds no %q", e.file, e.from)
				}
				writeFile(t, filepath.Join(dir, e.file), strings.Replace(before, e.from, e.to, 1))
				tf.plan(t, dir)
				for _, args := range [][]string{{filepath.Join(dir, "plan.json")}, {elsewhere(t, dir)}} {
					found := review(t, args...)
					for _, want := range e.introduced {
						if !slices.Contains(found, want) {
							t.Errorf("%s: %s introduces %s, and found is %q", args, e.to, want, found)
						}
					}
					t.Logf("%s introduces %q", e.to, found)
				}
				writeFile(t, filepath.Join(dir, e.file), before)
			}
		})
	}
}

type edit struct {
	file, from, to string
	introduced     []string // what it introduces at least
}

type terraformer struct{ program, settings string }

// newTerraformer builds the provider, which terraform init finds then, and nothing else.
func newTerraformer(t *testing.T) *terraformer {
	t.Helper()
	const version = "1.99.0"
	tf, mirror := &terraformer{program: terraformtest.Program(t)}, t.TempDir()
	program := filepath.Join(mirror, "registry.terraform.io/huaweicloud/huaweicloud", version, runtime.GOOS+"_"+runtime.GOARCH,
		"terraform-provider-huaweicloud_v"+version)
	terraformtest.BuildProvider(t, program)
	tf.settings = filepath.Join(mirror, "terraformrc")
	writeFile(t, tf.settings, "provider_installation {\n  filesystem_mirror {\n    path = "+quoted(mirror)+"\n  }\n}\n")
	return tf
}

func quoted(s string) string {
	text, _ := json.Marshal(s) // a string can always be encoded
	return string(text)
}

// run runs Terraform in a directory and answers its stdout.
func (tf *terraformer) run(t *testing.T, dir string, args ...string) []byte {
	t.Helper()
	command := exec.Command(tf.program, args...)
	command.Dir = dir
	command.Env = append(os.Environ(), "TF_CLI_CONFIG_FILE="+tf.settings, "TF_IN_AUTOMATION=1", "TF_INPUT=0",
		"TF_CLI_ARGS=-no-color", "TF_CLI_ARGS_show=", "CHECKPOINT_DISABLE=1")
	var out, problems bytes.Buffer
	command.Stdout, command.Stderr = &out, &problems
	if err := command.Run(); err != nil {
		t.Fatalf("terraform %s: %v\n%s%s", strings.Join(args, " "), err, out.String(), problems.String())
	}
	return out.Bytes()
}

// plan makes plan.json in the directory.
func (tf *terraformer) plan(t *testing.T, dir string) {
	t.Helper()
	tf.run(t, dir, "plan", "-out", "tfplan")
	writeFile(t, filepath.Join(dir, "plan.json"), string(tf.run(t, dir, "show", "-json", "tfplan")))
}

// elsewhere returns a copy of a directory's plan in another one, where there are no sources.
func elsewhere(t *testing.T, dir string) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "plan.json")
	writeFile(t, name, readFile(t, filepath.Join(dir, "plan.json")))
	return name
}

// review returns what a plan introduces, as rule and address, with "note" before what is only a note. No format may hold a
// secret.
func review(t *testing.T, args ...string) []string {
	t.Helper()
	var introduced []string
	for _, f := range report.Formats() {
		format := f.Name
		out := runPlan(t, append([]string{"--all", "--format", format}, args...)...)
		if strings.Contains(out, "hunter2") {
			t.Errorf("%s holds a secret:\n%s", format, out)
		}
		if format == "json" {
			for _, f := range findingsIn(t, out) {
				if f.State != "introduced" {
					continue
				}
				level := ""
				if f.Level == "note" {
					level = "note "
				}
				for _, address := range append([]string{f.Resource}, f.Also...) {
					introduced = append(introduced, level+f.Rule+" "+address)
				}
			}
		}
	}
	return introduced
}

type finding struct {
	State, Rule, Level, Resource, File string
	Also                               []string
}

func findingsIn(t *testing.T, src string) []finding {
	t.Helper()
	var r struct{ Findings []finding }
	if err := json.Unmarshal([]byte(src), &r); err != nil {
		t.Fatalf("%v in %s", err, src)
	}
	return r.Findings
}

// runPlan runs apiglint plan, which has to be able to read everything, and answers its output.
func runPlan(t *testing.T, args ...string) string {
	t.Helper()
	var out, problems bytes.Buffer
	command := &Command{Stdin: strings.NewReader(""), Stdout: &out, Stderr: &problems, Env: func(string) string { return "" }}
	if code := command.Main(append([]string{"plan"}, args...)); code == exitTrouble {
		t.Fatalf("apiglint plan %s: %s", strings.Join(args, " "), problems.String())
	}
	return out.String()
}

func copyExample(t *testing.T, name string) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(filepath.Join("../../testdata/examples", name))); err != nil {
		t.Fatal(err)
	}
	return dir
}

func readFile(t *testing.T, name string) string {
	t.Helper()
	src, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(src)
}

func writeFile(t *testing.T, name, text string) {
	t.Helper()
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}
