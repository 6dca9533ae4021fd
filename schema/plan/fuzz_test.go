package plan_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/apiglint/apiglint/lint/linttest"
	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/plan"
)

// FuzzPlan reads plans, and makes both configurations of each twice. encoding/json has to agree about what is JSON, and what
// the APIs are called.
func FuzzPlan(f *testing.F) {
	for _, dir := range []string{"planjson", "plans"} {
		for _, seed := range linttest.Seeds(f, os.DirFS("../../testdata"), dir, ".json") {
			if len(seed) < 64<<10 {
				f.Add(seed)
			}
		}
	}
	f.Add([]byte(`{"format_version":"1.2","planned_values":{},"resource_changes":[{"type":"huaweicloud_apig_api","address":"huaweicloud_apig_api.a","mode":"managed","name":"a","change":{"actions":["create"],"after":{"web":[{}]},"after_unknown":{"web":[true],"id":true}}}],"configuration":{"root_module":{"resources":[{"type":"huaweicloud_apig_api","name":"a","mode":"managed","address":"huaweicloud_apig_api.a","expressions":{"web":[{}],"group_id":{"references":["module.x.y","each.value.z","var.a[0]"]}}}]}}}`))
	f.Add([]byte(`{"format_version":"1.2","resource_changes":[{"address":"a.b","index":1e999,"change":{"actions":["create"],"after":{"a":1e999}}}]}`))
	for _, value := range []string{`"\q"`, `01`, "\"\n\"", `[1,]`, `{"a":1,}`, `"\u12"`, `nul`} {
		f.Add([]byte(`{"format_version":"1.2","planned_values":{},"resource_changes":[],"configuration":{},"odd":` + value + `}`))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		if len(src) > 64<<10 {
			return
		}
		defer linttest.Watch(t)()
		first, secrets, err := configurations(src)
		second, again, errAgain := configurations(src)
		switch {
		case (err == nil) != (errAgain == nil) || first != second || !slices.Equal(secrets, again):
			t.Errorf("two runs differ: %v\n%s\n---\n%v\n%s", err, first, errAgain, second)
		case err != nil && strings.ContainsAny(err.Error(), "\n\r\x1b"):
			t.Errorf("%q is not one sentence", err)
		}
		agreesWithJSON(t, src)
	})
}

// agreesWithJSON compares what is read with what encoding/json makes of the same bytes.
func agreesWithJSON(t *testing.T, src []byte) {
	t.Helper()
	if !bytes.HasPrefix(src, []byte("{")) || bytes.Count(src, []byte("{"))+bytes.Count(src, []byte("[")) > 1000 {
		return // lines before the document are read through, and deeper ones are not read
	}
	var first json.RawMessage
	valid := json.NewDecoder(bytes.NewReader(src)).Decode(&first) == nil // lines behind it are read through, too
	p, err := plan.Read(src)
	switch said := err != nil && (strings.HasPrefix(err.Error(), "this is not JSON") || strings.HasPrefix(err.Error(), "this is JSON that ends too early")); {
	case valid && said:
		t.Errorf("it is JSON: %v", err)
	case !valid && err == nil:
		t.Error("what is not JSON is read")
	}
	if !valid || err != nil || !utf8.Valid(src) {
		return
	}
	_, planned, err := p.Configs(nil)
	if err != nil {
		return
	}
	var document map[string]any
	_ = json.Unmarshal(first, &document) // it was decoded before
	changes, _ := document["resource_changes"].([]any)
	names := map[string][]any{}
	for _, c := range changes {
		resource, _ := c.(map[string]any)
		change, _ := resource["change"].(map[string]any)
		after, _ := change["after"].(map[string]any)
		address, _ := resource["address"].(string)
		names[address] = append(names[address], after["name"])
	}
	for _, api := range planned.APIs {
		name, known := api.Name.Get()
		if want := names[api.Address]; known && !slices.Contains(want, any(name)) {
			t.Errorf("%s is called %q, and not %q", api.Address, name, want)
		}
	}
}

// configurations spells out what a plan says.
func configurations(src []byte) (text string, secrets []string, err error) {
	p, err := plan.Read(src)
	if err != nil {
		return "", nil, err
	}
	prior, planned, err := p.Configs(nil)
	if err != nil {
		return "", nil, err
	}
	var out strings.Builder
	for _, c := range []*schema.Config{prior, planned} {
		for _, r := range c.Resources {
			fmt.Fprintln(&out, r.Address)
		}
		for _, stranger := range c.Strangers {
			fmt.Fprintln(&out, stranger.Address)
		}
		for _, api := range c.APIs {
			name, known := api.Name.Get()
			fmt.Fprintln(&out, name, known, api.Group.Target() == nil)
		}
		fmt.Fprintln(&out, c.Open, c.Root.Notes)
	}
	return out.String(), p.Secrets(), nil
}
