package main

import (
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"

	"github.com/apiglint/apiglint/schema/facts"
)

const schemaJSON = `{
 "about": {"what": "w", "provider": "p", "provider_version": "v1", "sdk": "s", "implicit": {}},
 "resource_aliases": {"p_b": "p_a"},
 "data_source_aliases": {},
 "resources": {"p_a": {
  "func": "f", "aliases": ["p_b"], "doc": "d", "importable": false,
  "attrs": {
   "n": {"type": "int", "required": true, "enum": [1, 2000000], "enum_from": "code", "range": {"min": 5}, "range_from": "docs", "default": 0},
   "s": {"type": "string", "optional": true, "default": false, "length": {"min": 0, "max": 4}, "length_unit": "bytes", "length_from": "code"},
   "l": {"type": "list(string)", "optional": true, "elem": {"enum": [true], "enum_from": "docs"}},
   "b": {"type": "list", "block": true, "optional": true, "attrs": {
    "x": {"type": "string", "optional": true, "exactly_one_of": ["b.0.x", "b.0.y"], "ranges": [{"min": 1, "max": 1}], "range_from": "docs"},
    "y": {"type": "string", "optional": true}
   }}
  }
 }},
 "data_sources": {"p_d": {"attrs": {"r": "string!", "o": "int?", "c": {"type": "list", "attrs": {"n": "bool"}}, "q": {"type": "set?", "attrs": {"k": "string?"}}}}},
 "disagreements": [{"resource": "p_a"}]
}`

const historyJSON = `{
 "about": {}, "releases": ["v1.0.0", "v1.1.0"], "rebuilt": {}, "same_as": {}, "data_sources": {}, "provider": {},
 "types": {"p_b": {"since": "v1.1.0"}, "p_a": {"arguments": {
  "b.y": {"since": "v1.1.0", "changes": []}, "gone": {"last": "v1.0.0"}, "was_read": {"last": "v1.0.0", "read_only": true}
 }}}
}`

const constraintsJSON = `{
 "about": {"what": "w", "provider_version": "v1"},
 "constraints": [
  {"id": "1", "resource": "p_a", "attrs": ["n", "s"], "kind": "k", "rule": "r", "source": ["f"], "caught_by": "never", "probed": true,
   "if": {"n": [1, null], "s": "^a", "l": "*", "b.x": true, "b.y": "v"},
   "then": {"required": ["l"], "forbidden": ["b"], "match": {"s": "^b"}, "not_match": {"s": "c"},
    "forbidden_value": {"n": [2]}, "each_of": {"l": ["x"]}, "format": "ipv4", "b.x": ["y", null]},
   "values": {"one": 403, "many": ["a", "b"], "none": null}, "refers_to": "p_a | p_a.n"},
  {"id": "2", "resource": "*p_*", "attrs": ["n"], "kind": "k", "rule": "r", "source": ["f"], "caught_by": "never", "probed": false,
   "values": ["x"]}
 ]
}`

const resourceFile = `{
 "name": "p_a",
 "aliases": [
  "p_b"
 ],
 "doc": "d",
 "alias_since": {
  "p_b": "1.1.0"
 },
 "attrs": {
  "b": {
   "type": "list",
   "block": true,
   "optional": true,
   "attrs": {
    "x": {
     "type": "string",
     "optional": true,
     "exactly_one_of": [
      "b.0.y"
     ],
     "ranges": [
      {
       "min": 1,
       "max": 1
      }
     ],
     "range_from": "docs"
    },
    "y": {
     "type": "string",
     "optional": true,
     "since": "1.1.0"
    }
   }
  },
  "l": {
   "type": "list",
   "optional": true,
   "elem": {
    "type": "string",
    "enum": [
     "true"
    ],
    "enum_from": "docs"
   }
  },
  "n": {
   "type": "int",
   "required": true,
   "default": 0,
   "enum": [
    "1",
    "2000000"
   ],
   "enum_from": "code",
   "ranges": [
    {
     "min": 5
    }
   ],
   "range_from": "docs"
  },
  "s": {
   "type": "string",
   "optional": true,
   "default": false,
   "length": {
    "min": 0,
    "max": 4,
    "bytes": true
   },
   "length_from": "code"
  }
 },
`

func TestBuild(t *testing.T) {
	files, err := build([]byte(schemaJSON), []byte(constraintsJSON), []byte(historyJSON), fstest.MapFS{})
	if err != nil {
		t.Fatal(err)
	}
	if len(files) != 3 {
		t.Errorf("%d files", len(files))
	}
	if got := string(files["resources/p_a.json"]); len(got) < len(resourceFile) || got[:len(resourceFile)] != resourceFile {
		t.Errorf("resource:\n%s", got)
	}

	var r facts.Type
	if err := facts.Decode(files["resources/p_a.json"], &r); err != nil {
		t.Fatal(err)
	}
	wantIf := []*facts.Condition{
		{Attr: "b.x", Values: []string{"true"}},
		{Attr: "b.y", Values: []string{"v"}},
		{Attr: "l", Set: true},
		{Attr: "n", Unset: true, Values: []string{"1"}},
		{Attr: "s", Pattern: "^a"},
	}
	wantThen := &facts.Consequence{
		Required:  []string{"l"},
		Forbidden: []string{"b"},
		Allowed:   []*facts.Condition{{Attr: "b.x", Unset: true, Values: []string{"y"}}, {Attr: "s", Pattern: "^b"}},
		Denied:    []*facts.Condition{{Attr: "n", Values: []string{"2"}}, {Attr: "s", Pattern: "c"}},
		EachOf:    []*facts.Condition{{Attr: "l", Values: []string{"x"}}},
		Format:    map[string]string{"n": "ipv4"},
	}
	if since, gone := r.At("b.y").Since, r.Gone; since != "1.1.0" || len(gone) != 1 || gone["gone"] != "1.0.0" {
		t.Errorf("b.y is there since %q, and %v is gone", since, gone)
	}
	c := r.Constraints[0]
	same(t, "if", c.If, wantIf)
	same(t, "then", c.Then, wantThen)
	same(t, "values_by", c.ValuesBy, map[string][]string{"one": {"403"}, "many": {"a", "b"}, "none": {}})
	same(t, "refers_to", c.RefersTo, []string{"p_a", "p_a.n"})

	var d facts.Type
	if err := facts.Decode(files["datasources/p_d.json"], &d); err != nil {
		t.Fatal(err)
	}
	same(t, "data source", d.Attrs, map[string]*facts.Attr{
		"r": {Type: "string", Required: true},
		"o": {Type: "int", Optional: true},
		"c": {Type: "list", Computed: true, Attrs: map[string]*facts.Attr{"n": {Type: "bool", Computed: true}}},
		"q": {Type: "set", Block: true, Optional: true, Attrs: map[string]*facts.Attr{"k": {Type: "string", Optional: true}}},
	})

	var index facts.Index
	if err := facts.Decode(files["index.json"], &index); err != nil {
		t.Fatal(err)
	}
	if len(index.Constraints) != 1 || index.Constraints[0].Resource != "p_*" {
		t.Errorf("index constraints: %+v", index.Constraints)
	}
}

func same(t *testing.T, what string, got, want any) {
	t.Helper()
	a, err := facts.Encode(got)
	if err != nil {
		t.Fatal(err)
	}
	b, err := facts.Encode(want)
	if err != nil {
		t.Fatal(err)
	}
	if string(a) != string(b) {
		t.Errorf("%s:\n%s", what, a)
	}
}

func TestBuildRefuses(t *testing.T) {
	other := `{"about": {"provider_version": "v2"}, "constraints": []}`
	stray := `{"about": {"provider_version": "v1"}, "constraints": [{"id": "1", "resource": "p_z"}]}`
	for _, constraints := range []string{other, stray, "{}x", `{"unknown": 1}`} {
		if _, err := build([]byte(schemaJSON), []byte(constraints), []byte(historyJSON), fstest.MapFS{}); err == nil {
			t.Errorf("%s: no error", constraints)
		}
	}
}

func TestWrite(t *testing.T) {
	out := t.TempDir()
	put := func(name string) string {
		path := filepath.Join(out, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte("old"), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	stale, kept := put("resources/gone.json"), put("resources/a.json")
	files := map[string][]byte{"resources/a.json": []byte("new"), "index.json": []byte("i")}
	if err := write(out, files); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(stale); !os.IsNotExist(err) {
		t.Errorf("stale file: %v", err)
	}
	if got, err := os.ReadFile(kept); err != nil || string(got) != "new" {
		t.Errorf("a.json = %q, %v", got, err)
	}
	if err := write(filepath.Join(out, "fresh"), files); err != nil {
		t.Error(err)
	}

	put("notes.txt")
	if err := write(out, files); err == nil {
		t.Error("a foreign folder is accepted")
	}
}
