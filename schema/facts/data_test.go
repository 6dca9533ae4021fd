package facts

import (
	"bytes"
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// unresolved lists the constraint attributes that are no attributes of their
// resource, "id attr", each with the reason. At present every one resolves.
var unresolved = map[string]string{}

// unlisted lists the attributes that only If or Then of a constraint names.
var unlisted = map[string]string{
	"fgs_function-04 handler": "the rule is about custom_image; that handler is then \"-\" comes with it",
}

var formats = []string{"cidr_network", "ip", "ipv4", "ip_or_cidr", "ip_or_cidr_or_iprange", "ports", "json"}

// TestFiles holds that every file is what the decoding expects, in the one
// form that the refresh command writes, and that the index lists them all.
func TestFiles(t *testing.T) {
	want := []string{indexFile}
	var listed Index
	checkForm(t, indexFile, &listed)
	for folder, names := range map[string][]string{resourcesFolder: listed.Resources, dataFolder: listed.DataSources} {
		if !slices.IsSorted(names) {
			t.Errorf("index: %s is not sorted", folder)
		}
		for _, name := range names {
			file := folder + name + ".json"
			want = append(want, file)
			var one Type
			checkForm(t, file, &one)
			if one.Name != name {
				t.Errorf("%s: name %q", file, one.Name)
			}
		}
	}
	var have []string
	err := fs.WalkDir(files, "data", func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			have = append(have, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(want)
	slices.Sort(have)
	if !slices.Equal(want, have) {
		t.Errorf("index and files differ:\n%q\n%q", want, have)
	}
}

func checkForm(t *testing.T, file string, v any) {
	t.Helper()
	data, err := files.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if err := Decode(data, v); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	again, err := Encode(v)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(data, again) {
		t.Errorf("%s: not in the form that schema/facts/refresh writes", file)
	}
}

func TestAliases(t *testing.T) {
	var listed Index
	read(indexFile, &listed)
	for _, test := range []struct {
		aliases map[string]string
		names   []string
		get     func(string) *Type
	}{
		{listed.ResourceAliases, listed.Resources, Resource},
		{listed.DataSourceAliases, listed.DataSources, Data},
	} {
		seen := map[string]string{}
		for _, name := range test.names {
			for _, alias := range test.get(name).Aliases {
				seen[alias] = name
			}
			if _, ok := test.aliases[name]; ok {
				t.Errorf("%s is a type and an alias", name)
			}
		}
		if !maps.Equal(seen, test.aliases) {
			t.Errorf("aliases of the index and of the files differ:\n%v\n%v", test.aliases, seen)
		}
		for alias, name := range test.aliases {
			if got := test.get(alias); got == nil || got.Name != name {
				t.Errorf("alias %s does not resolve", alias)
			}
		}
	}
}

func TestResources(t *testing.T) {
	for _, name := range index().names() {
		r := Resource(name)
		if r.ReplacedBy != "" && Resource(r.ReplacedBy) == nil {
			t.Errorf("%s: replaced by %s, which is not there", name, r.ReplacedBy)
		}
		checkWords(t, name, r.Deprecated, "sdk", "docs", "package", "legacy")
		for _, timeout := range r.Timeouts {
			if !slices.Contains([]string{"create", "read", "update", "delete", "default"}, timeout) {
				t.Errorf("%s: timeout %s", name, timeout)
			}
		}
		var top Type
		read(resourcesFolder+name+".json", &top)
		if top.Attrs["id"] != nil {
			t.Errorf("%s: id is in the file", name)
		}
		checkAttrs(t, r, r.Attrs, name)
	}
}

func TestDataSources(t *testing.T) {
	for _, name := range slices.Sorted(maps.Keys(index().dataSources.types)) {
		checkAttrs(t, Data(name), Data(name).Attrs, name)
	}
}

func checkAttrs(t *testing.T, r *Type, attrs map[string]*Attr, at string) {
	for name, a := range attrs {
		here := at + "." + name
		if a.Name != name {
			t.Errorf("%s: name %q", here, a.Name)
		}
		if !a.Required && !a.Optional && !a.Computed || a.Required && (a.Optional || a.Computed) {
			t.Errorf("%s: required %t optional %t computed %t", here, a.Required, a.Optional, a.Computed)
		}
		if a.Block && a.ReadOnly() {
			t.Errorf("%s: a read-only block", here)
		}
		collection := a.Type == List || a.Type == Set
		checkKind(t, here, a.Type, String, Int, Bool, Float, List, Set, Map)
		if a.Elem != nil {
			checkKind(t, here+"[]", a.Elem.Type, String, Int, Bool, Float)
		}
		if a.Attrs != nil && (!collection || a.Elem != nil) {
			t.Errorf("%s: attributes inside %s", here, a.Type)
		}
		if inside := a.Attrs != nil || a.Elem != nil || a.NestedOmitted; inside != (collection || a.Type == Map) {
			t.Errorf("%s: %s, with an inside: %t", here, a.Type, inside)
		}
		if !collection && a.MinItems+a.MaxItems+a.DocMaxItems > 0 {
			t.Errorf("%s: item limits on %s", here, a.Type)
		}
		checkWords(t, here, a.Deprecated, "sdk", "desc", "docs")
		if a.ReplacedBy != "" && attrs[a.ReplacedBy] == nil {
			t.Errorf("%s: replaced by %s, which is not there", here, a.ReplacedBy)
		}
		for _, address := range slices.Concat(a.ConflictsWith, a.ExactlyOneOf, a.AtLeastOneOf, a.RequiredWith) {
			if other := r.At(address); other == nil {
				t.Errorf("%s: %s does not resolve", here, address)
			} else if other == a {
				t.Errorf("%s: names itself", here)
			}
		}
		checkDefault(t, here, a, a.Default)
		checkDefault(t, here, a, a.DocDefault)
		checkValueFacts(t, here, a)
		if a.Elem != nil {
			checkValueFacts(t, here+"[]", a.Elem)
		}
		checkAttrs(t, r, a.Attrs, here)
	}
}

func checkKind(t *testing.T, at string, kind Kind, known ...Kind) {
	t.Helper()
	if !slices.Contains(known, kind) {
		t.Errorf("%s: type %q", at, kind)
	}
}

func checkWords(t *testing.T, at, joined string, known ...string) {
	t.Helper()
	if joined == "" {
		return
	}
	for word := range strings.SplitSeq(joined, "+") {
		if !slices.Contains(known, word) {
			t.Errorf("%s: %s", at, word)
		}
	}
}

func checkDefault(t *testing.T, at string, a *Attr, v any) {
	t.Helper()
	ok := true
	switch v.(type) {
	case nil:
	case string:
		ok = a.Type == String
	case bool:
		ok = a.Type == Bool
	case float64:
		ok = a.Type == Int || a.Type == Float
	default:
		ok = false
	}
	if !ok {
		t.Errorf("%s: default %v of %s", at, v, a.Type)
	}
}

func checkValueFacts(t *testing.T, at string, a *Attr) {
	for what, pair := range map[string]struct {
		has  bool
		from Source
	}{
		"enum":    {a.Enum != nil, a.EnumFrom},
		"range":   {a.Ranges != nil, a.RangeFrom},
		"length":  {a.Length != nil, a.LengthFrom},
		"pattern": {a.Pattern != "", a.PatternFrom},
		"format":  {a.Format != "", a.FormatFrom},
	} {
		if pair.has != (pair.from != "") || pair.from != "" && pair.from != FromCode && pair.from != FromDocs {
			t.Errorf("%s: %s %t from %q", at, what, pair.has, pair.from)
		}
		if pair.has && a.Type != String && a.Type != Int {
			t.Errorf("%s: %s on %s", at, what, a.Type)
		}
	}
	if a.Enum == nil && (a.EnumTolerated != nil || a.EnumOpen || a.EnumIgnoreCase || a.OrPattern != "") {
		t.Errorf("%s: no enum to add to", at)
	}
	if a.Format != "" && !slices.Contains(formats, a.Format) {
		t.Errorf("%s: format %s", at, a.Format)
	}
	for _, r := range a.Ranges {
		if r.Min == nil && r.Max == nil || r.Min != nil && r.Max != nil && *r.Min > *r.Max {
			t.Errorf("%s: range %s", at, r)
		}
	}
	if l := a.Length; l != nil && (l.Min < 0 || l.Max < l.Min || l.Max == 0) {
		t.Errorf("%s: length %+v", at, l)
	}
	checkPattern(t, at, a.Pattern)
	checkPattern(t, at, a.OrPattern)
}

func checkPattern(t *testing.T, at, pattern string) {
	t.Helper()
	if _, err := regexp.Compile(pattern); err != nil {
		t.Errorf("%s: %v", at, err)
	}
}

func TestConstraints(t *testing.T) {
	seen := map[string]bool{}
	usedKinds, usedBys := map[string]bool{}, map[string]bool{}
	used := map[string]bool{}
	common := func(c *Constraint) {
		if seen[c.ID] {
			t.Errorf("%s: twice", c.ID)
		}
		seen[c.ID], usedKinds[c.Kind], usedBys[c.CaughtBy] = true, true, true
		if c.ID == "" || c.Rule == "" || len(c.Attrs) == 0 || len(c.Source) == 0 {
			t.Errorf("%s: incomplete", c.ID)
		}
		checkPattern(t, c.ID, c.Pattern)
		if !slices.Contains([]string{"", "<", "<=", "in"}, c.Op) {
			t.Errorf("%s: op %s", c.ID, c.Op)
		}
		for _, ref := range c.RefersTo {
			name, path, dotted := strings.Cut(ref, ".")
			if r := Resource(name); r == nil || dotted && r.At(path) == nil {
				t.Errorf("%s: refers to %s, which is not there", c.ID, ref)
			}
		}
	}
	for _, name := range index().names() {
		r := Resource(name)
		for _, c := range r.Constraints {
			common(c)
			if c.Resource != name {
				t.Errorf("%s: of %s, in the file of %s", c.ID, c.Resource, name)
			}
			for _, block := range c.Scope {
				if a := r.At(block); a == nil || a.Attrs == nil {
					t.Errorf("%s: scope %s is no block", c.ID, block)
				}
			}
			for _, attr := range append(conditionAttrs(t, c), c.Attrs...) {
				key := c.ID + " " + attr
				if unresolved[key] != "" {
					used[key] = true
					continue
				}
				for _, path := range c.Paths(attr) {
					if r.At(path) == nil && !behindReference(r, c, path) {
						t.Errorf("%s: no attribute %s", c.ID, path)
					}
				}
				if !slices.Contains(c.Attrs, attr) {
					used[key] = true
					if unlisted[key] == "" {
						t.Errorf("%s: %s is not in attrs", c.ID, attr)
					}
				}
			}
		}
	}
	for _, c := range General() {
		common(c)
		checkGeneral(t, c)
	}
	for _, exceptions := range []map[string]string{unresolved, unlisted} {
		for key := range exceptions {
			if !used[key] {
				t.Errorf("%s: not an exception any more", key)
			}
		}
	}
	var kinds []string
	for _, k := range ConstraintKinds() {
		kinds = append(kinds, k.Name)
	}
	if got := slices.Sorted(maps.Keys(usedKinds)); !slices.Equal(got, kinds) {
		t.Errorf("kinds in the data and in the list:\n%q\n%q", got, kinds)
	}
	if got, want := slices.Sorted(maps.Keys(usedBys)), slices.Sorted(slices.Values(CaughtBys())); !slices.Equal(got, want) {
		t.Errorf("caught_by in the data and in the list:\n%q\n%q", got, want)
	}
}

// behindReference reports whether a path is an argument that holds a reference,
// and an attribute of a type that the constraint refers to.
func behindReference(r *Type, c *Constraint, path string) bool {
	arg, attr, _ := strings.Cut(path, ".")
	return r.Attrs[arg] != nil && r.Attrs[arg].Type == String && slices.ContainsFunc(c.RefersTo, func(ref string) bool {
		name, referred, _ := strings.Cut(ref, ".")
		return referred == attr && Resource(name) != nil
	})
}

// conditionAttrs returns the attributes that If and Then name, and checks the
// form of both.
func conditionAttrs(t *testing.T, c *Constraint) []string {
	if (c.If == nil) != (c.Then == nil) {
		t.Errorf("%s: if without then, or the reverse", c.ID)
	}
	var attrs []string
	all := c.If
	if then := c.Then; then != nil {
		attrs = slices.Concat(then.Required, then.Forbidden)
		all = slices.Concat(all, then.Allowed, then.Denied, then.EachOf)
		for attr, format := range then.Format {
			attrs = append(attrs, attr)
			if format != "ipv4_or_cidr_list" && !slices.Contains(formats, format) {
				t.Errorf("%s: format %s", c.ID, format)
			}
		}
		if len(attrs)+len(all) == len(c.If) {
			t.Errorf("%s: an empty then", c.ID)
		}
	}
	for _, cond := range all {
		attrs = append(attrs, cond.Attr)
		checkPattern(t, c.ID, cond.Pattern)
		if !cond.Set && !cond.Unset && cond.Values == nil && cond.Pattern == "" {
			t.Errorf("%s: a condition on %s that never holds", c.ID, cond.Attr)
		}
	}
	return attrs
}

// checkGeneral holds that the attributes are in some of the types that the
// pattern names: not every one of them has to have them.
func checkGeneral(t *testing.T, c *Constraint) {
	for _, attr := range c.Attrs {
		found := slices.ContainsFunc(index().names(), func(name string) bool {
			ok, err := path.Match(c.Resource, name)
			return err == nil && ok && Resource(name).At(attr) != nil
		})
		if !found {
			t.Errorf("%s: no type %s has %s", c.ID, c.Resource, attr)
		}
	}
}
