package main

import (
	"bytes"
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/apiglint/apiglint/schema/facts"
)

func corrections(name, text string) fs.FS {
	return fstest.MapFS{name: {Data: []byte(text)}}
}

const corrected = `[
 {"why": "w", "attrs": ["b.x", "b.y"], "patch": {"type": "int"}},
 {"why": "w", "attrs": ["n"], "patch": {"enum": null, "enum_from": null, "ranges": [{"min": 1}], "doc_required": true}},
 {"why": "w", "attrs": ["s"], "patch": {"length": {"max": 5}}},
 {"why": "w", "constraints": ["1"], "patch": {"kind": "other", "if": null, "then": {"required": null, "format": {"s": "ip"}}}},
 {"why": "w", "new": {"id": "3", "resource": "p_a", "attrs": ["n"], "kind": "k", "rule": "r", "caught_by": "never", "source": ["f"]}}
]`

func correctable() map[string]*facts.Type {
	return map[string]*facts.Type{"p_a": {
		Name: "p_a",
		Attrs: map[string]*facts.Attr{
			"n": {Type: facts.Int, Enum: []string{"1"}, EnumFrom: facts.FromDocs},
			"s": {Type: facts.String, Length: &facts.Length{Max: 4, Bytes: true}},
			"b": {Type: facts.List, Attrs: map[string]*facts.Attr{"x": {Type: facts.String, ExactlyOneOf: []string{"b.0.y"}}, "y": {Type: facts.String}}},
		},
		Constraints: []*facts.Constraint{{
			ID: "1", Resource: "p_a", Kind: "k", If: []*facts.Condition{{Attr: "n", Set: true}},
			Then: &facts.Consequence{Required: []string{"l"}, Forbidden: []string{"b"}, Format: map[string]string{"n": "ipv4"}},
		}},
	}}
}

// TestCorrect holds that the corrections are made, and made again change nothing.
func TestCorrect(t *testing.T) {
	types := correctable()
	for range 2 {
		if err := correct(types, corrections("p_a.json", corrected)); err != nil {
			t.Fatal(err)
		}
		got := types["p_a"]
		same(t, "two attributes", []facts.Kind{got.At("b.x").Type, got.At("b.y").Type}, []facts.Kind{facts.Int, facts.Int})
		same(t, "what is not named stays", got.At("b.x").ExactlyOneOf, []string{"b.0.y"})
		one := 1.0
		same(t, "n", got.Attrs["n"], &facts.Attr{Type: facts.Int, DocRequired: true, Ranges: []facts.Range{{Min: &one}}})
		same(t, "s", got.Attrs["s"].Length, &facts.Length{Min: 0, Max: 5, Bytes: true})
		c := got.Constraints[0]
		if c.Kind != "other" || c.If != nil || c.Then.Required != nil || len(c.Then.Forbidden) != 1 {
			t.Errorf("constraint: %+v, then %+v", c, c.Then)
		}
		same(t, "format", c.Then.Format, map[string]string{"n": "ipv4", "s": "ip"})
		if len(got.Constraints) != 2 || got.Constraints[1].ID != "3" {
			t.Errorf("%d constraints", len(got.Constraints))
		}
	}
}

// TestCorrectRefuses holds that a correction of what is not there is an error that names it.
func TestCorrectRefuses(t *testing.T) {
	for _, tt := range []struct{ name, file, text, want string }{
		{"no type", "p_z.json", `[]`, "no such resource type"},
		{"no attribute", "", `{"why": "w", "attrs": ["z"], "patch": {"type": "int"}}`, "no attribute z"},
		{"no attribute in a block", "", `{"why": "w", "attrs": ["b.z"], "patch": {"type": "int"}}`, "no attribute b.z"},
		{"no block", "", `{"why": "w", "attrs": ["z.x"], "patch": {"type": "int"}}`, "no attribute z.x"},
		{"no constraint", "", `{"why": "w", "constraints": ["9"], "patch": {"kind": "x"}}`, "no constraint 9"},
		{"of another type", "", `{"why": "w", "new": {"id": "3", "resource": "p_b", "kind": "k", "rule": "r", "caught_by": "never", "source": ["f"]}}`, "is not of p_a"},
		{"renamed", "", `{"why": "w", "constraints": ["1"], "patch": {"id": "9"}}`, "another constraint"},
		{"an attribute in a block by its block", "", `{"why": "w", "attrs": ["b"], "patch": {"attrs": {"x": null}}}`, "its own path"},
		{"no reason", "", `{"why": " ", "attrs": ["n"], "patch": {"type": "float"}}`, "does not say why"},
		{"nothing named", "", `{"why": "w", "patch": {"type": "float"}}`, "one of attrs"},
		{"two named", "", `{"why": "w", "attrs": ["n"], "constraints": ["1"], "patch": {"type": "float"}}`, "one of attrs"},
		{"no patch", "", `{"why": "w", "attrs": ["n"]}`, "go with a patch"},
		{"no such fact", "", `{"why": "w", "attrs": ["n"], "patch": {"colour": "red"}}`, "colour"},
		{"no such key", "", `{"why": "w", "reason": "x", "attrs": ["n"], "patch": {"type": "float"}}`, "reason"},
	} {
		file, text := tt.file, tt.text
		if file == "" {
			file, text = "p_a.json", "["+text+"]"
		}
		err := correct(correctable(), corrections(file, text))
		if err == nil || !strings.Contains(err.Error(), tt.want) || !strings.Contains(err.Error(), file) {
			t.Errorf("%s: %v", tt.name, err)
		}
	}
}

// TestCorrectionsAreMade holds that data/ is as the command writes it from the corrections: one that was added to them and not
// made is noticed.
func TestCorrectionsAreMade(t *testing.T) {
	data := os.DirFS("../data")
	tables, err := load(data)
	if err != nil {
		t.Fatal(err)
	}
	if err := correct(tables.resources, os.DirFS("corrections")); err != nil {
		t.Fatal(err)
	}
	files, err := tables.encode()
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range files {
		if got, err := fs.ReadFile(data, name); err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s is not as the command writes it: %v", name, err)
		}
	}
}
