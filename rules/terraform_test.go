package rules_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/lint/linttest"
	"github.com/apiglint/apiglint/rules"
	"github.com/apiglint/apiglint/schema/plan"
	"github.com/apiglint/apiglint/schema/terraform"
	"github.com/apiglint/apiglint/schema/terraform/terraformtest"
)

// workspace is a directory in which Terraform, with testdata/stubprovider, plans and applies many sources at once: each is a
// module that its root module calls.
type workspace struct {
	program, settings, dir string
	called                 map[string]*calledSource // by the names of their modules
	unknown                bool                     // whether inputs without a default are unknown
}

type calledSource struct {
	name string
	linttest.Source
	root *terraform.Root
}

func newWorkspace(t *testing.T, unknown bool) *workspace {
	t.Helper()
	w := &workspace{program: terraformtest.Program(t), dir: t.TempDir(), called: map[string]*calledSource{}, unknown: unknown}
	built := t.TempDir()
	terraformtest.BuildProvider(t, filepath.Join(built, terraformtest.ProviderFile))
	w.settings = terraformtest.Settings(t, built)
	writeText(t, filepath.Join(w.dir, "main.tf"), "terraform {\n  required_providers {\n    huaweicloud = {\n      source = \"huaweicloud/huaweicloud\"\n    }\n  }\n}\nresource \"terraform_data\" \"unknown\" {\n}\n")
	return w
}

// addOneIn calls one of so many sources, those that Terraform refuses not counted.
func (w *workspace) addOneIn(t *testing.T, share int, sources map[string]linttest.Source) {
	t.Helper()
	n := 0
	for _, name := range slices.Sorted(maps.Keys(sources)) {
		if n--; n <= 0 && w.add(t, name, sources[name]) {
			n = share
		}
	}
}

// add calls a source, and reports whether it can be a module.
func (w *workspace) add(t *testing.T, name string, src linttest.Source) bool {
	t.Helper()
	_, root, planned := src.Plan(t)
	alone := slices.ContainsFunc(slices.Collect(maps.Keys(src)), func(name string) bool { return strings.Contains(name, ".tfvars") })
	refused := func(f *lint.Finding) bool { return f.Level == lint.Error && strings.HasPrefix(f.Rule.ID, "DEF") }
	if !planned || alone || !stubbed(root) || slices.ContainsFunc(src.Lint(t, rules.All()).Findings, refused) {
		return false
	}
	var call strings.Builder
	for _, input := range slices.Sorted(maps.Keys(root.Module.Variables)) {
		if root.Module.Variables[input].Default != nil {
			continue
		}
		if !w.unknown {
			return false
		}
		fmt.Fprintf(&call, "  %s = jsondecode(terraform_data.unknown.id)\n", input)
	}
	if w.unknown && len(root.Module.Providers) == 0 {
		call.WriteString("  depends_on = [terraform_data.unknown]\n") // no data source is read before
	}
	module := fmt.Sprint("m", len(w.called))
	w.called[module] = &calledSource{name, src, root}
	w.write(t, module, src)
	writeText(t, filepath.Join(w.dir, module+".tf"), fmt.Sprintf("module %[1]q {\n  source = \"./%[1]s\"\n%[2]s}\n", module, call.String()))
	return true
}

// stubbed reports whether a root module needs no provider but the one that there is.
func stubbed(root *terraform.Root) bool {
	for _, m := range root.ModuleInstances() {
		for name, required := range m.Module.Required {
			if name != "huaweicloud" || required.Source != "huaweicloud/huaweicloud" && required.Source != "" {
				return false
			}
		}
		for _, r := range m.Module.Resources {
			if !strings.HasPrefix(r.Type, "huaweicloud_") && r.Type != "terraform_data" {
				return false
			}
		}
	}
	return true
}

// write puts the files of a source in the place of those of a module.
func (w *workspace) write(t *testing.T, module string, src linttest.Source) {
	t.Helper()
	if err := os.RemoveAll(filepath.Join(w.dir, module)); err != nil {
		t.Fatal(err)
	}
	for name, text := range src {
		path := filepath.Join(w.dir, module, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if strings.HasSuffix(name, ".json") {
			text = jsonComment.ReplaceAllString(text, "") // Terraform takes them for blocks where those stand
		}
		writeText(t, path, text)
	}
}

var jsonComment = regexp.MustCompile(`(?m)^\s*"//":.*,$`)

// drop no longer calls modules.
func (w *workspace) drop(t *testing.T, modules map[string]bool) {
	t.Helper()
	for module := range modules {
		delete(w.called, module)
		if err := os.Remove(filepath.Join(w.dir, module+".tf")); err != nil {
			t.Fatal(err)
		}
	}
}

// get finds the modules that are called. What Terraform cannot read is no longer called.
func (w *workspace) get(t *testing.T) {
	t.Helper()
	for {
		_, err := w.try("get", "-no-color")
		var failed *exec.ExitError
		if !errors.As(err, &failed) {
			return
		}
		refused := map[string]bool{}
		for _, match := range atModule.FindAllSubmatch(failed.Stderr, -1) {
			refused[string(match[1])] = true
		}
		if len(refused) == 0 {
			t.Fatalf("terraform get: %s", failed.Stderr)
		}
		w.drop(t, refused)
	}
}

var atModule = regexp.MustCompile(`\b(m[0-9]+)[/.]`)

// settle runs a command until Terraform refuses nothing any more: what it refuses is no longer called.
func (w *workspace) settle(t *testing.T, command ...string) {
	t.Helper()
	for {
		refused := map[string]bool{}
		out, err := w.try(append(command, "-json")...)
		for decoder := json.NewDecoder(bytes.NewReader(out)); ; {
			var said struct{ Diagnostics, Diagnostic json.RawMessage } // all that validate says, one of the lines of plan
			if wrong := decoder.Decode(&said); errors.Is(wrong, io.EOF) {
				break
			} else if wrong != nil {
				t.Fatalf("%v: %s", wrong, out)
			}
			for _, d := range append(diagnosticsIn(said.Diagnostics), diagnosticsIn(json.RawMessage("["+string(said.Diagnostic)+"]"))...) {
				if d.Severity != "error" {
					continue
				}
				match := atModule.FindStringSubmatch(filepath.ToSlash(d.Range.Filename) + " " + d.Summary)
				if match == nil || w.called[match[1]] == nil {
					t.Fatalf("about no source: %+v", d)
				}
				t.Logf("%s refuses %s: %s", command[0], w.called[match[1]].name, d.Summary)
				refused[match[1]] = true
			}
		}
		w.drop(t, refused)
		if len(refused) == 0 {
			if err != nil {
				t.Fatalf("terraform %s: %v: %s", command, err, out)
			}
			return
		}
	}
}

type diagnostic struct {
	Severity, Summary, Detail string
	Range                     struct{ Filename string }
}

func diagnosticsIn(src json.RawMessage) []diagnostic {
	var all []diagnostic
	_ = json.Unmarshal(src, &all) // there are none
	return all
}

// try runs a command of Terraform and returns what it prints.
func (w *workspace) try(args ...string) ([]byte, error) {
	command := exec.Command(w.program, args...)
	command.Dir = w.dir
	command.Env = append(os.Environ(), "TF_CLI_CONFIG_FILE="+w.settings, "TF_IN_AUTOMATION=1", "TF_INPUT=0", "TF_CLI_ARGS=", "TF_DATA_DIR=", "CHECKPOINT_DISABLE=1")
	return command.Output()
}

func (w *workspace) run(t *testing.T, args ...string) []byte {
	t.Helper()
	out, err := w.try(args...)
	if err != nil {
		var failed *exec.ExitError
		if errors.As(err, &failed) {
			out = append(out, failed.Stderr...)
		}
		t.Fatalf("terraform %s: %v\n%s", strings.Join(args, " "), err, out)
	}
	return out
}

// plans returns the plan of each source, as if it were a root module.
func (w *workspace) plans(t *testing.T) map[string]*plan.Plan {
	t.Helper()
	w.get(t)
	w.settle(t, "validate")
	w.settle(t, "plan", "-refresh=false", "-out=tfplan")
	var whole struct {
		FormatVersion   string            `json:"format_version"`
		ResourceChanges []json.RawMessage `json:"resource_changes"`
		Configuration   struct {
			ProviderConfig map[string]json.RawMessage `json:"provider_config"`
			RootModule     struct {
				ModuleCalls map[string]struct{ Module json.RawMessage } `json:"module_calls"`
			} `json:"root_module"`
		}
		PriorState struct {
			Values struct {
				RootModule struct {
					ChildModules []json.RawMessage `json:"child_modules"`
				} `json:"root_module"`
			}
		} `json:"prior_state"`
	}
	if err := json.Unmarshal(w.run(t, "show", "-json", "tfplan"), &whole); err != nil {
		t.Fatal(err)
	}
	type object = map[string]any
	plans := map[string]*plan.Plan{}
	for module, source := range w.called {
		address := "module." + module
		var changes []json.RawMessage
		for _, c := range whole.ResourceChanges {
			if within(t, c, "module_address", address) {
				changes = append(changes, c)
			}
		}
		var state json.RawMessage
		for _, m := range whole.PriorState.Values.RootModule.ChildModules {
			if within(t, m, "address", address) {
				state = m
			}
		}
		providers := object{}
		for key, config := range whole.Configuration.ProviderConfig {
			if !strings.HasPrefix(key, "module.") || strings.HasPrefix(key, address+".") || strings.HasPrefix(key, address+":") {
				providers[key] = config
			}
		}
		document := object{
			"format_version": whole.FormatVersion, "resource_changes": changes, "variables": source.Defaults(t),
			"configuration": object{"provider_config": providers, "root_module": whole.Configuration.RootModule.ModuleCalls[module].Module},
		}
		if state != nil {
			document["prior_state"] = object{"format_version": "1.0", "values": object{"root_module": state}}
		}
		src, err := json.Marshal(document)
		if err != nil {
			t.Fatal(err)
		}
		for _, prefix := range []string{address + ".", address + ":"} {
			src = bytes.ReplaceAll(src, []byte(`"`+prefix), []byte(`"`))
		}
		src = bytes.ReplaceAll(src, []byte(`"`+address+`"`), []byte(`""`))
		if plans[source.name], err = plan.Read(src); err != nil {
			t.Fatal(err)
		}
	}
	return plans
}

// within reports whether the module that a property of an object names is at an address or below it.
func within(t *testing.T, src json.RawMessage, property, address string) bool {
	t.Helper()
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(src, &fields); err != nil {
		t.Fatal(err)
	}
	var of string
	if fields[property] != nil && json.Unmarshal(fields[property], &of) != nil {
		t.Fatalf("%s is no address", fields[property])
	}
	return of == address || strings.HasPrefix(of, address+".")
}

func writeText(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}
