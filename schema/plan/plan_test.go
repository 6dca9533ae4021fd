package plan_test

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/apiglint/apiglint/schema/plan"
)

const files = "../../testdata/planjson"

func read(t testing.TB, name string) []byte {
	t.Helper()
	src, err := os.ReadFile(filepath.Join(files, name))
	if err != nil {
		t.Fatal(err)
	}
	return src
}

func littleEndian(text []byte) []byte {
	var out []byte
	for _, unit := range utf16.Encode([]rune(string(text))) {
		out = append(out, byte(unit), byte(unit>>8))
	}
	return out
}

func bigEndian(text []byte) []byte {
	out := littleEndian(text)
	for n := 0; n+1 < len(out); n += 2 {
		out[n], out[n+1] = out[n+1], out[n]
	}
	return out
}

func TestReadSeesThrough(t *testing.T) {
	src := read(t, "create-terraform-1.5.7.json")
	for name, text := range map[string][]byte{
		"as it is":              src,
		"a byte order mark":     append([]byte("\xEF\xBB\xBF"), src...),
		"UTF-16 of PowerShell":  append([]byte{0xFF, 0xFE}, littleEndian(src)...),
		"UTF-16, big-endian":    append([]byte{0xFE, 0xFF}, bigEndian(src)...),
		"UTF-16 without a mark": littleEndian(src),
		"a wrapper's line":      append([]byte("[command]/usr/bin/terraform show -json tfplan {x}\n"), src...),
		"the same line":         append([]byte("plan: "), src...),
		"lines after it":        append(slices.Clone(src), "\n::debug::exitcode: 0\n"...),
	} {
		p, err := plan.Read(text)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if _, planned, err := p.Configs(nil); err != nil || len(planned.APIs) == 0 {
			t.Errorf("%s: %d APIs, %v", name, len(planned.APIs), err)
		}
	}
}

func TestReadSaysWhatItIs(t *testing.T) {
	src := read(t, "create-terraform-1.5.7.json")
	for name, c := range map[string]struct{ text, says string }{
		"empty":            {"", "this is empty"},
		"blank":            {" \n", "this is empty"},
		"text":             {"No changes.\n", "this is not JSON"},
		"broken":           {`{"format_version": "1.2", }`, "this is not JSON"},
		"an escape":        {`{"format_version":"1.2","planned_values":"\q"}`, "this is not JSON"},
		"a half escape":    {`{"format_version":"1.2","planned_values":"\u12G4"}`, "this is not JSON"},
		"a line end":       {"{\"format_version\":\"1.2\",\"planned_values\":\"\n\"}", "this is not JSON"},
		"within an escape": {`{"format_version":"1.2","planned_values":"\u12`, "ends too early"},
		"truncated":        {string(src[:len(src)/2]), "ends too early"},
		"binary":           {string(read(t, "changes-terraform-1.5.7.tfplan")), "this is a binary plan file"},
		"state as JSON":    {`{"format_version":"1.0","terraform_version":"1.5.7","values":{"root_module":{}}}`, "this is a state as JSON"},
		"state file":       {`{"version":4,"serial":1,"lineage":"x","resources":[]}`, "this is a state file"},
		"events":           {`{"@level":"info","@message":"Terraform 1.5.7","type":"version"}` + "\n" + `{"@level":"info"}`, "this is the event stream"},
		"schemas":          {`{"format_version":"1.0","provider_schemas":{}}`, "these are provider schemas"},
		"another object":   {`{"a": 1}`, "this is JSON, but no plan"},
		"a list":           {`[1, 2]`, "this is not JSON"},
		"format 2":         {`{"format_version":"2.0","planned_values":{}}`, "format 2.0"},
		"no version":       {`{"planned_values":{}}`, "without a format version"},
		"other properties": {`{"format_version":"1.2","planned_values":{},"resource_changes":"x"}`, "its resource_changes cannot be read"},
	} {
		p, err := plan.Read([]byte(c.text))
		if err == nil || p != nil {
			t.Errorf("%s is read", name)
			continue
		}
		if says := err.Error(); !strings.Contains(says, c.says) || strings.Contains(says, "\n") {
			t.Errorf("%s: %s", name, says)
		}
		if says := err.Error(); !strings.Contains(says, "terraform show -json") && c.says != "format 2.0" {
			t.Errorf("%s does not say which command is right: %s", name, says)
		}
	}
}

func TestReadTakesAnyOneDot(t *testing.T) {
	src := read(t, "create-terraform-1.5.7.json")
	newer := bytes.Replace(src, []byte(`"format_version":"1.2"`), []byte(`"format_version":"1.9","shiny":{"new":true}`), 1)
	if bytes.Equal(newer, src) {
		t.Fatal("nothing is replaced")
	}
	if _, err := plan.Read(newer); err != nil {
		t.Error(err)
	}
}

func TestSecrets(t *testing.T) {
	for _, name := range []string{"create-terraform-1.5.7.json", "mixed-opentofu-1.12.json", "mixed-terraform-1.17dev.json"} {
		p, err := plan.Read(read(t, name))
		if err != nil {
			t.Fatal(err)
		}
		secrets := p.Secrets()
		for _, secret := range []string{"hunter2", "SKFAKE"} {
			if !slices.ContainsFunc(secrets, func(s string) bool { return strings.Contains(s, secret) }) {
				t.Errorf("%s: %s is no secret among %d", name, secret, len(secrets))
			}
		}
	}
}

// TestNulls reads plans in whose configuration something is null that nothing makes null.
func TestNulls(t *testing.T) {
	for _, configuration := range []string{
		`null`, `{"root_module":null}`, `{"provider_config":{"a":null}}`, `{"root_module":{"variables":{"a":null}}}`, `{"root_module":{"outputs":{"a":null}}}`,
		`{"root_module":{"resources":[null]}}`, `{"root_module":{"module_calls":{"a":null}}}`, `{"root_module":{"module_calls":{"a":{"module":null}}}}`,
		`{"root_module":{"module_calls":{"a":{"module":{"outputs":{"a":null},"variables":{"a":null},"resources":[null],"module_calls":{"b":null}}}}}}`,
		`{"root_module":{"resources":[{"address":"huaweicloud_vpc.v","type":"huaweicloud_vpc","name":"v","mode":"managed","expressions":{"name":null}}]}}`,
	} {
		p, err := plan.Read([]byte(`{"format_version":"1.2","variables":{"a":null},"output_changes":{"a":null},"prior_state":{"values":{"root_module":{"resources":[null],"child_modules":[null]}}},` +
			`"resource_changes":[null,{"address":"huaweicloud_vpc.v","type":"huaweicloud_vpc","name":"v","mode":"managed","change":{"actions":["create"],"after":{"name":"v"},"after_unknown":{"id":true}}},` +
			`{"address":"module.a.huaweicloud_vpc.v","module_address":"module.a","type":"huaweicloud_vpc","name":"v","mode":"managed","change":null}],"configuration":` + configuration + `}`))
		if err != nil {
			continue // it says what it cannot read
		}
		p.Secrets()
		if _, _, err := p.Configs(nil); err != nil {
			t.Errorf("%s: %v", configuration, err)
		}
	}
}
