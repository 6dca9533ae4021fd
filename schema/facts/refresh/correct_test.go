package main

import (
	"encoding/json"
	"io/fs"
	"os"
	"slices"
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

func TestCorrect(t *testing.T) {
	files, err := build([]byte(schemaJSON), []byte(constraintsJSON), []byte(historyJSON), corrections("p_a.json", corrected))
	if err != nil {
		t.Fatal(err)
	}
	var got facts.Type
	if err := facts.Decode(files["resources/p_a.json"], &got); err != nil {
		t.Fatal(err)
	}
	one := 1.0
	same(t, "two attributes", []facts.Kind{got.Attrs["b"].Attrs["x"].Type, got.Attrs["b"].Attrs["y"].Type}, []facts.Kind{facts.Int, facts.Int})
	same(t, "what is not named stays", got.Attrs["b"].Attrs["x"].ExactlyOneOf, []string{"b.0.y"})
	same(t, "n", got.Attrs["n"], &facts.Attr{
		Type: "int", Required: true, Default: 0.0, DocRequired: true, Ranges: []facts.Range{{Min: &one}}, RangeFrom: "docs",
	})
	same(t, "s", got.Attrs["s"].Length, &facts.Length{Min: 0, Max: 5, Bytes: true})
	c := got.Constraints[0]
	if c.Kind != "other" || c.If != nil || c.Then.Required != nil || len(c.Then.Forbidden) != 1 {
		t.Errorf("constraint: %+v, then %+v", c, c.Then)
	}
	same(t, "format", c.Then.Format, map[string]string{"n": "ipv4", "s": "ip"})
	if last := got.Constraints[len(got.Constraints)-1]; last.ID != "3" {
		t.Errorf("the new constraint is not last, but %s", last.ID)
	}
}

// TestCorrectRefuses holds that a correction that the sources have overtaken is an error that names it.
func TestCorrectRefuses(t *testing.T) {
	fresh := `{"id": "3", "resource": "p_a", "attrs": ["n"], "kind": "k", "rule": "r", "caught_by": "never", "source": ["f"]}`
	for _, tt := range []struct{ name, file, text, want string }{
		{"no type", "p_z.json", `[]`, "no such resource type"},
		{"another type", "p_z.json", `[{"why": "w", "type": {"name": "p_y", "attrs": {}}}]`, "no such resource type"},
		{"a type that is there", "", `{"why": "w", "type": {"name": "p_a", "attrs": {}}}`, "have the type by now"},
		{"no attribute", "", `{"why": "w", "attrs": ["z"], "patch": {"type": "int"}}`, "no attribute z"},
		{"no attribute in a block", "", `{"why": "w", "attrs": ["b.z"], "patch": {"type": "int"}}`, "no attribute b.z"},
		{"no block", "", `{"why": "w", "attrs": ["z.x"], "patch": {"type": "int"}}`, "no attribute z.x"},
		{"no constraint", "", `{"why": "w", "constraints": ["9"], "patch": {"kind": "x"}}`, "no constraint 9"},
		{"the same", "", `{"why": "w", "attrs": ["n"], "patch": {"type": "int"}}`, "n: the sources have the same type by now"},
		{"the same for one", "", `{"why": "w", "attrs": ["b.x", "s", "n"], "patch": {"type": "int"}}`, "n: the sources have the same type"},
		{"the same in part", "", `{"why": "w", "attrs": ["s"], "patch": {"length": {"min": 1, "max": 4}}}`, "the same length.max by now"},
		{"gone", "", `{"why": "w", "constraints": ["1"], "patch": {"op": null}}`, "no op any more"},
		{"there by now", "", `{"why": "w", "new": ` + strings.Replace(fresh, `"3"`, `"1"`, 1) + `}`, "have a constraint 1 by now"},
		{"of another type", "", `{"why": "w", "new": ` + strings.Replace(fresh, `"p_a"`, `"p_b"`, 1) + `}`, "is not of p_a"},
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
		_, err := build([]byte(schemaJSON), []byte(constraintsJSON), []byte(historyJSON), corrections(file, text))
		if err == nil || !strings.Contains(err.Error(), tt.want) || !strings.Contains(err.Error(), file) {
			t.Errorf("%s: %v", tt.name, err)
		}
	}
}

// TestCorrectionsAreInData holds that what the corrections say stands in data/: one that was added here and not there
// is noticed without the sources.
func TestCorrectionsAreInData(t *testing.T) {
	folder := os.DirFS("corrections")
	names, err := fs.Glob(folder, "*.json")
	if err != nil || len(names) == 0 {
		t.Fatalf("%d files: %v", len(names), err)
	}
	for _, name := range names {
		var list []*correction
		decodeFile(t, folder, name, &list)
		var got facts.Type
		decodeFile(t, os.DirFS("../data/resources"), name, &got)
		for i, c := range list {
			for _, at := range c.Attrs {
				attr := &facts.Attr{Attrs: got.Attrs}
				for step := range strings.SplitSeq(at, ".") {
					attr = attr.Attrs[step]
				}
				if !holds(t, attr, c.Patch) {
					t.Errorf("%s: correction %d: %s is not as it says", name, i+1, at)
				}
			}
			if c.Type != nil {
				same(t, name, &got, c.Type)
			}
			for _, constraint := range got.Constraints {
				if slices.Contains(c.Constraints, constraint.ID) && !holds(t, constraint, c.Patch) {
					t.Errorf("%s: correction %d: %s is not as it says", name, i+1, constraint.ID)
				}
				if c.New != nil && constraint.ID == c.New.ID {
					same(t, "new constraint", constraint, c.New)
				}
			}
		}
	}
}

// holds reports whether a merge patch leaves a fact as it is.
func holds(t *testing.T, fact any, patch map[string]any) bool {
	t.Helper()
	o, err := object(fact)
	if err != nil {
		t.Fatal(err)
	}
	before, _ := json.Marshal(o)
	apply(o, patch)
	after, _ := json.Marshal(o)
	return string(before) == string(after)
}

// apply is a merge patch to the letter, without what the refresh asks of it.
func apply(target, patch map[string]any) {
	for key, value := range patch {
		inner, isObject := value.(map[string]any)
		old, wasObject := target[key].(map[string]any)
		switch {
		case value == nil:
			delete(target, key)
		case isObject && wasObject:
			apply(old, inner)
		default:
			target[key] = value
		}
	}
}

func decodeFile(t *testing.T, folder fs.FS, name string, v any) {
	t.Helper()
	data, err := fs.ReadFile(folder, name)
	if err == nil {
		err = facts.Decode(data, v)
	}
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
}
