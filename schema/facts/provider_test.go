package facts

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/zclconf/go-cty/cty"
	ctyjson "github.com/zclconf/go-cty/cty/json"
)

// What `terraform providers schema -json` prints, as far as it is compared.
type (
	printedSchemas struct {
		Providers map[string]struct {
			Resources   map[string]printedType `json:"resource_schemas"`
			DataSources map[string]printedType `json:"data_source_schemas"`
		} `json:"provider_schemas"`
	}
	printedType struct {
		Block printedBlock `json:"block"`
	}
	printedBlock struct {
		Attrs  map[string]printedAttr   `json:"attributes"`
		Blocks map[string]printedNested `json:"block_types"`
	}
	printedAttr struct {
		Type                                    json.RawMessage
		Required, Optional, Computed, Sensitive bool
	}
	printedNested struct {
		Mode     string       `json:"nesting_mode"`
		Block    printedBlock `json:"block"`
		MinItems int          `json:"min_items"`
		MaxItems int          `json:"max_items"`
	}
)

// TestProviderSchema compares the tables with a provider; README.md says how
// to make the file.
func TestProviderSchema(t *testing.T) {
	file := os.Getenv("FACTS_PROVIDER_SCHEMA")
	if file == "" {
		t.Skip("FACTS_PROVIDER_SCHEMA names no file")
	}
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var schemas printedSchemas
	if err := json.Unmarshal(data, &schemas); err != nil {
		t.Fatal(err)
	}
	found := false
	for address, provider := range schemas.Providers {
		if !strings.HasSuffix(address, "/"+Home) {
			continue
		}
		found = true
		for _, name := range ResourceTypes() {
			compareType(t, name, Resource(name), provider.Resources, true)
		}
		for _, name := range DataTypes() {
			compareType(t, name, Data(name), provider.DataSources, false)
		}
	}
	if !found {
		t.Error("the file has no such provider")
	}
}

func compareType(t *testing.T, name string, ours *Type, theirs map[string]printedType, resource bool) {
	t.Helper()
	one, ok := theirs[name]
	if !ok {
		t.Errorf("%s: the provider has no such type", name)
		return
	}
	if timeouts, ok := one.Block.Blocks["timeouts"]; ok && resource {
		want := slices.Sorted(slices.Values(ours.Timeouts))
		if got := slices.Sorted(maps.Keys(timeouts.Block.Attrs)); !slices.Equal(got, want) {
			t.Errorf("%s: timeouts are %q, here %q", name, got, want)
		}
	} else if len(ours.Timeouts) > 0 {
		t.Errorf("%s: no timeouts, here %q", name, ours.Timeouts)
	}
	for _, diff := range compareBlock(ours.Attrs, &one.Block, resource) {
		t.Errorf("%s: %s", name, diff)
	}
}

// compareBlock returns what differs. Of a data source less is known: full is
// false.
func compareBlock(ours map[string]*Attr, theirs *printedBlock, full bool) []string {
	var diffs []string
	say := func(format string, args ...any) { diffs = append(diffs, fmt.Sprintf(format, args...)) }
	for _, name := range slices.Sorted(maps.Keys(ours)) {
		a := ours[name]
		if nested, ok := theirs.Blocks[name]; ok {
			switch {
			case !a.Block:
				say("%s: is a block", name)
			case nested.Mode != string(a.Type):
				say("%s: is a %s block, here %s", name, nested.Mode, a.Type)
			case full && nested.MaxItems != a.MaxItems:
				say("%s: max_items is %d, here %d", name, nested.MaxItems, a.MaxItems)
			case full && (nested.MinItems > 0) != (a.Required || a.MinItems > 0):
				say("%s: min_items is %d, here required is %t", name, nested.MinItems, a.Required)
			}
			if !a.NestedOmitted {
				for _, diff := range compareBlock(a.Attrs, &nested.Block, full) {
					say("%s.%s", name, diff)
				}
			}
			continue
		}
		one, ok := theirs.Attrs[name]
		if !ok {
			say("%s: not there", name)
			continue
		}
		for _, diff := range compareAttr(a, &one, full) {
			say("%s: %s", name, diff)
		}
	}
	for name := range theirs.Attrs {
		if ours[name] == nil {
			say("%s: not listed here", name)
		}
	}
	for name := range theirs.Blocks {
		if ours[name] == nil && name != "timeouts" {
			say("%s: not listed here", name)
		}
	}
	return diffs
}

func compareAttr(a *Attr, theirs *printedAttr, full bool) []string {
	var diffs []string
	flag := func(what string, got, want bool) {
		if got != want {
			diffs = append(diffs, fmt.Sprintf("%s is %t, here %t", what, got, want))
		}
	}
	flag("block", false, a.Block)
	flag("required", theirs.Required, a.Required)
	if a.Name != "id" { // always optional and computed there
		flag("optional", theirs.Optional, a.Optional)
	}
	if full {
		flag("computed", theirs.Computed, a.Computed)
		flag("sensitive", theirs.Sensitive, a.Sensitive)
	}
	want := a.ImpliedType()
	got, err := ctyjson.UnmarshalType(theirs.Type)
	if err != nil || want != cty.DynamicPseudoType && !got.Equals(want) {
		diffs = append(diffs, fmt.Sprintf("type is %s, here %#v", theirs.Type, want))
	}
	return diffs
}

// TestCompare holds that the comparison above sees what it is for.
func TestCompare(t *testing.T) {
	const same = `{
		"attributes": {
			"id": {"type": "string", "optional": true, "computed": true},
			"name": {"type": "string", "required": true},
			"ports": {"type": ["list", ["object", {"n": "number"}]], "computed": true},
			"secret": {"type": "string", "optional": true, "sensitive": true}
		},
		"block_types": {
			"timeouts": {"nesting_mode": "single", "block": {}},
			"web": {"nesting_mode": "list", "max_items": 1, "block": {"attributes": {"path": {"type": "string", "optional": true}}}}
		}
	}`
	const other = `{
		"attributes": {
			"id": {"type": "string", "optional": true, "computed": true},
			"name": {"type": "number", "optional": true},
			"ports": {"type": ["list", "string"], "computed": true},
			"extra": {"type": "string", "optional": true}
		},
		"block_types": {
			"web": {"nesting_mode": "set", "max_items": 1, "block": {"attributes": {}}}
		}
	}`
	ours := map[string]*Attr{
		"id":     {Name: "id", Type: String, Computed: true},
		"name":   {Name: "name", Type: String, Required: true},
		"ports":  {Name: "ports", Type: List, Computed: true, Attrs: map[string]*Attr{"n": {Name: "n", Type: Int, Computed: true}}},
		"secret": {Name: "secret", Type: String, Optional: true, Sensitive: true},
		"web":    {Name: "web", Type: List, Block: true, Optional: true, MaxItems: 1, Attrs: map[string]*Attr{"path": {Name: "path", Type: String, Optional: true}}},
	}
	for text, want := range map[string]int{same: 0, other: 8} {
		var block printedBlock
		if err := json.Unmarshal([]byte(text), &block); err != nil {
			t.Fatal(err)
		}
		if diffs := compareBlock(ours, &block, true); len(diffs) != want {
			t.Errorf("%d differences, not %d:\n%s", len(diffs), want, strings.Join(diffs, "\n"))
		}
	}
}
