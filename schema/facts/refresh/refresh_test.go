package main

import (
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/apiglint/apiglint/schema/facts"
	"github.com/apiglint/apiglint/schema/facts/refresh/source"
)

// provider is a made-up provider: a repository with a few releases.
type provider struct {
	t   *testing.T
	dir string
}

func newProvider(t *testing.T) *provider {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("needs git")
	}
	p := &provider{t, t.TempDir()}
	p.git("init", "-q")
	return p
}

func (p *provider) git(args ...string) {
	p.t.Helper()
	cmd := exec.Command("git", append([]string{"-C", p.dir, "-c", "user.name=n", "-c", "user.email=e@example.com", "-c", "commit.gpgsign=false", "-c", "tag.gpgsign=false"}, args...)...)
	if out, err := cmd.CombinedOutput(); err != nil {
		p.t.Fatalf("git %q: %v\n%s", args, err, out)
	}
}

// commit replaces files by their paths, and tags the commit, unless the tag is empty.
func (p *provider) commit(tag string, files map[string]string) {
	p.t.Helper()
	for name, text := range files {
		path := filepath.Join(p.dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			p.t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			p.t.Fatal(err)
		}
	}
	p.git("add", "-A")
	p.git("commit", "-q", "--allow-empty", "-m", "m")
	if tag != "" {
		p.git("tag", tag)
	}
}

func (p *provider) refresh(t *tables) (said string) {
	p.t.Helper()
	repository, err := source.Open(p.dir)
	if err != nil {
		p.t.Fatal(err)
	}
	defer repository.Close()
	all, err := refresh(t, repository)
	if err != nil {
		p.t.Fatal(err)
	}
	return strings.Join(all, "\n")
}

const (
	goMod   = "module github.com/huaweicloud/terraform-provider-huaweicloud\n\nrequire github.com/hashicorp/terraform-plugin-sdk/v2 v2.0.0\n"
	imports = `import (
	"github.com/hashicorp/terraform-plugin-sdk/v2/helper/customdiff"
	"github.com/hashicorp/terraform-plugin-sdk/v2/helper/schema"
	"github.com/hashicorp/terraform-plugin-sdk/v2/helper/validation"

	"github.com/huaweicloud/terraform-provider-huaweicloud/huaweicloud/config"
	door "github.com/huaweicloud/terraform-provider-huaweicloud/huaweicloud/services/doors"
)
`
	helpers = "package config\n" + imports + `
func FlexibleForceNew(keys []string) schema.CustomizeDiffFunc { return nil }
func MergeDefaultTags() schema.CustomizeDiffFunc { return nil }
func Tags(description ...string) *schema.Schema {
	tags := schema.Schema{Type: schema.TypeMap, Optional: true}
	if len(description) > 0 {
		tags.Computed = true
	}
	return &tags
}
`
)

// registry is the provider's list of types.
func registry(resources, dataSources string) string {
	return "package huaweicloud\n" + imports + `
func Provider() *schema.Provider {
	provider := &schema.Provider{
		ResourcesMap: map[string]*schema.Resource{` + resources + `},
		DataSourcesMap: map[string]*schema.Resource{` + dataSources + `},
	}
	return provider
}
`
}

// doors is the package of a resource type with these arguments, and more in the struct.
func doors(arguments, more string) string {
	return "package doors\n" + imports + `
const red Colour = "red"

type Colour string

func Door() *schema.Resource {
	return &schema.Resource{Schema: map[string]*schema.Schema{` + arguments + `},` + more + `}
}

func Doors() *schema.Resource {
	return &schema.Resource{Schema: map[string]*schema.Schema{"names": {Type: schema.TypeList, Computed: true, Elem: &schema.Schema{Type: schema.TypeString}}}}
}
`
}

const (
	door1 = `
"name":   {Type: schema.TypeString, Required: true, ForceNew: true},
"colour": {Type: schema.TypeString, Optional: true, Default: string(red), ValidateFunc: validation.StringInSlice([]string{string(red), "blue"}, false)},
"weight": {Type: schema.TypeInt, Optional: true},
"made":   {Type: schema.TypeString, Computed: true},
"glass":  {Type: schema.TypeBool, Optional: true},
`
	door2 = `
"name":   {Type: schema.TypeString, Required: true},
"colour": {Type: schema.TypeString, Optional: true, Default: "blue", ExactlyOneOf: []string{"colour", "hinge"}},
"hinge":  {Type: schema.TypeList, Optional: true, MaxItems: 1, Elem: hinge()},
"tags":   config.Tags("d"),
`
	hinge2 = `
func hinge() *schema.Resource {
	sc := map[string]*schema.Schema{}
	for _, name := range []string{"left", "right"} {
		sc[name] = &schema.Schema{Type: schema.TypeInt, Optional: true, ValidateFunc: validation.IntBetween(1, 9)}
	}
	return &schema.Resource{Schema: sc}
}
`
	refused3 = `CustomizeDiff: customdiff.All(config.FlexibleForceNew(refused), config.MergeDefaultTags()),
	Timeouts: &schema.ResourceTimeout{Delete: schema.DefaultTimeout(1), Create: schema.DefaultTimeout(1)},
`
)

func someTables() *tables {
	return &tables{
		&facts.Index{Releases: []string{"1.0.0"}},
		map[string]*facts.Type{"huaweicloud_apig_door": {
			Name: "huaweicloud_apig_door", Doc: "d",
			Attrs: map[string]*facts.Attr{
				"name":   {Type: facts.Int, DocDefault: "read", Pattern: "^a", PatternFrom: facts.FromDocs},
				"colour": {Type: facts.String, Enum: []string{"red"}, EnumFrom: facts.FromCode},
				"weight": {Type: facts.Int, Optional: true},
			},
			Constraints: []*facts.Constraint{{ID: "1"}},
		}},
		map[string]*facts.Type{"huaweicloud_apig_doors": {Name: "huaweicloud_apig_doors", Attrs: map[string]*facts.Attr{}}},
	}
}

// TestRefresh holds what the releases of a provider say: what came, went, came back and changed.
func TestRefresh(t *testing.T) {
	p := newProvider(t)
	one := `"huaweicloud_apig_door": door.Door(),`
	data := `"huaweicloud_apig_doors": door.Doors(),`
	p.commit("v1.0.0", map[string]string{
		"go.mod": goMod, "huaweicloud/config/c.go": helpers,
		"huaweicloud/provider.go": registry(one, data), "huaweicloud/services/doors/d.go": doors(door1, ""),
	})
	p.commit("v1.1.0", map[string]string{
		"huaweicloud/provider.go":         registry(one+`"huaweicloud_door_v2": door.Door(),`, data),
		"huaweicloud/services/doors/d.go": doors(door2, "") + hinge2,
	})
	p.commit("v1.10.0", map[string]string{ // after 1.2.0, whatever letters say
		"huaweicloud/provider.go": registry(one+`"huaweicloud_door_v2": door.Door(), "huaweicloud_apig_window": window(), "huaweicloud_other": window(),`, data) +
			`func window() *schema.Resource { return &schema.Resource{Schema: map[string]*schema.Schema{"pane": {Type: schema.TypeInt, Required: true}}} }`,
		"huaweicloud/services/doors/d.go": doors(door2+`"glass": {Type: schema.TypeBool, Optional: true},`, refused3) + hinge2 +
			`var refused = append([]string{"name"}, "hinge.*.left")`,
	})
	p.git("tag", "v1.2.0", "v1.1.0")
	p.git("tag", "v1.3.0-rc1", "v1.1.0")
	p.commit("", map[string]string{
		"huaweicloud/services/doors/d.go": doors(door2+`"glass": {Type: schema.TypeBool, Optional: true}, "lock": {Type: schema.TypeBool, Optional: true},`, refused3) + hinge2 +
			`var refused = append([]string{"name"}, "hinge.*.left")`,
	})

	tables := someTables()
	said := p.refresh(tables)
	one1, nine := 1.0, 9.0
	same(t, "the door", tables.resources["huaweicloud_apig_door"], &facts.Type{
		Name: "huaweicloud_apig_door", Doc: "d", Aliases: []string{"huaweicloud_door_v2"}, AliasSince: map[string]string{"huaweicloud_door_v2": "1.1.0"},
		DefaultTags: true, Timeouts: []string{"create", "delete"},
		Attrs: map[string]*facts.Attr{
			"name":   {Type: facts.String, Required: true, NonUpdatable: true, NonUpdatableSince: "1.10.0", DocDefault: "read", Pattern: "^a", PatternFrom: facts.FromDocs},
			"colour": {Type: facts.String, Optional: true, Default: "blue", ExactlyOneOf: []string{"hinge"}},
			"glass":  {Type: facts.Bool, Optional: true},
			"tags":   {Type: facts.Map, Optional: true, Computed: true, Since: "1.1.0", Elem: &facts.Attr{Type: facts.String}},
			"hinge": {Type: facts.List, Block: true, Optional: true, MaxItems: 1, Since: "1.1.0", Attrs: map[string]*facts.Attr{
				"left":  {Type: facts.Int, Optional: true, NonUpdatable: true, NonUpdatableSince: "1.10.0", Ranges: []facts.Range{{Min: &one1, Max: &nine}}, RangeFrom: facts.FromCode},
				"right": {Type: facts.Int, Optional: true, Ranges: []facts.Range{{Min: &one1, Max: &nine}}, RangeFrom: facts.FromCode},
			}},
		},
		Constraints: []*facts.Constraint{{ID: "1"}},
		Gone:        map[string]string{"weight": "1.0.0"}, // what was only for reading is not told
	})
	same(t, "a new type", tables.resources["huaweicloud_apig_window"], &facts.Type{
		Name: "huaweicloud_apig_window", Aliases: []string{"huaweicloud_other"}, Since: "1.10.0", AliasSince: map[string]string{"huaweicloud_other": "1.10.0"},
		Attrs: map[string]*facts.Attr{"pane": {Type: facts.Int, Required: true}},
	})
	same(t, "a data source", tables.dataSources["huaweicloud_apig_doors"].Attrs, map[string]*facts.Attr{
		"names": {Type: facts.List, Computed: true, Elem: &facts.Attr{Type: facts.String}},
	})
	same(t, "releases", tables.index.Releases, []string{"1.0.0", "1.1.0", "1.2.0", "1.10.0"})
	if about := tables.index.About; !strings.HasPrefix(about.ProviderVersion, "v1.10.0+1 commits (") || about.SDK != "terraform-plugin-sdk/v2 v2.0.0" {
		t.Errorf("about: %+v", about)
	}
	for _, want := range []string{
		"huaweicloud_apig_door: lock is in no release yet: left out",
		"huaweicloud_apig_door: glass is in no release after 1.0.0 and before 1.10.0",
		"huaweicloud_apig_door: hinge is new",
		"huaweicloud_apig_door: weight is gone",
		"huaweicloud_apig_window: is new",
	} {
		if !strings.Contains(said, want) {
			t.Errorf("it does not say %q:\n%s", want, said)
		}
	}
	files, err := tables.encode()
	if err != nil {
		t.Fatal(err)
	}
	again, err := load(onDisk(files))
	if err != nil {
		t.Fatal(err)
	}
	p.refresh(again)
	if twice, err := again.encode(); err != nil || !maps.EqualFunc(files, twice, slices.Equal) {
		t.Errorf("the second time, the tables are not the same: %v", err)
	}
}

func onDisk(files map[string][]byte) fstest.MapFS {
	folder := fstest.MapFS{}
	for name, data := range files {
		folder[name] = &fstest.MapFile{Data: data}
	}
	return folder
}

// TestNotUnderstood holds that a type is kept as it was when something of it is not understood in any release, with the place.
func TestNotUnderstood(t *testing.T) {
	for name, tt := range map[string]struct{ arguments, more, want string }{
		"a value":      {`"name": {Type: schema.TypeString, Required: required()},`, "func required() bool { return len(os.Args) > 1 }", "d.go:"},
		"an argument":  {`"name": schema.Name(),`, "", "d.go:16: name is the result of schema.Name"},
		"a loop":       {`"name": name(),`, "func name() *schema.Schema {\n\tfor {\n\t}\n}", "a statement of another form"},
		"a helper":     {`"name": gone(),`, "", "a call of gone"},
		"itself":       {`"name": name(),`, "func name() *schema.Schema { return name() }", "calls itself"},
		"a default":    {`"name": {Type: schema.TypeString, Default: schema.X()},`, "", "d.go:16: Default is the result of schema.X"},
		"a type":       {`"name": {Required: true},`, "", "the type of name"},
		"the elements": {`"name": {Type: schema.TypeList, Elem: elem},`, "", "elem is not known"},
	} {
		t.Run(name, func(t *testing.T) {
			p := newProvider(t)
			p.commit("v1.0.0", map[string]string{
				"go.mod":                          goMod,
				"huaweicloud/provider.go":         registry(`"huaweicloud_apig_door": door.Door(),`, `"huaweicloud_apig_doors": door.Doors(),`),
				"huaweicloud/services/doors/d.go": doors(tt.arguments, "") + tt.more,
			})
			p.commit("v1.1.0", map[string]string{"huaweicloud/services/doors/d.go": doors(door1, "")})
			tables := someTables()
			said := p.refresh(tables)
			same(t, "the door", tables.resources["huaweicloud_apig_door"], someTables().resources["huaweicloud_apig_door"])
			if !strings.Contains(said, tt.want) || !strings.Contains(said, "huaweicloud/services/doors/d.go:") || !strings.Contains(said, "(1.0.0 to 1.0.0)") {
				t.Errorf("it says:\n%s", said)
			}
		})
	}
}

// TestChecks holds that a check of the code that is not understood keeps what was read of it, and one that is gone does not.
func TestChecks(t *testing.T) {
	p := newProvider(t)
	p.commit("v1.0.0", map[string]string{
		"go.mod":                  goMod,
		"huaweicloud/provider.go": registry(`"huaweicloud_apig_door": door.Door(),`, `"huaweicloud_apig_doors": door.Doors(),`),
		"huaweicloud/services/doors/d.go": doors(`
"kept":    {Type: schema.TypeString, Optional: true, ValidateFunc: check()},
"lost":    {Type: schema.TypeString, Optional: true},
"changed": {Type: schema.TypeString, Optional: true, ValidateFunc: validation.All(validation.StringInSlice([]string{"b"}, true), validation.StringLenBetween(0, 5))},
`, "") + "func check() schema.SchemaValidateFunc { return nil }",
	})
	fact := func() *facts.Attr {
		return &facts.Attr{Type: facts.String, Optional: true, Enum: []string{"a"}, EnumFrom: facts.FromCode, Format: "ip", FormatFrom: facts.FromDocs}
	}
	tables := someTables()
	tables.resources["huaweicloud_apig_door"].Attrs = map[string]*facts.Attr{"kept": fact(), "lost": fact(), "changed": fact()}
	p.refresh(tables)
	lost, changed := fact(), fact()
	lost.Enum, lost.EnumFrom = nil, ""
	changed.Enum, changed.EnumIgnoreCase = []string{"b"}, true
	changed.Length, changed.LengthFrom = &facts.Length{Max: 5, Bytes: true}, facts.FromCode
	same(t, "checks", tables.resources["huaweicloud_apig_door"].Attrs, map[string]*facts.Attr{"kept": fact(), "lost": lost, "changed": changed})
}

// TestHeld holds since when an argument is held to what it is held to by now, and which values it was not refused before.
func TestHeld(t *testing.T) {
	p := newProvider(t)
	p.commit("v1.0.0", map[string]string{
		"go.mod":                  goMod,
		"huaweicloud/provider.go": registry(`"huaweicloud_apig_door": door.Door(),`, `"huaweicloud_apig_doors": door.Doors(),`),
		"huaweicloud/services/doors/d.go": doors(`
"name":   {Type: schema.TypeString, Optional: true},
"made":   {Type: schema.TypeString, Optional: true},
"colour": {Type: schema.TypeString, Optional: true, ValidateFunc: validation.StringInSlice([]string{"a", "b"}, false)},
"weight": {Type: schema.TypeInt, Optional: true, ValidateFunc: validation.IntAtLeast(0)},
"height": {Type: schema.TypeInt, Optional: true, ValidateFunc: validation.IntBetween(2, 3)},
"locks":  {Type: schema.TypeList, Optional: true, Elem: &schema.Schema{Type: schema.TypeString}},
`, ""),
	})
	p.git("tag", "v1.1.0")
	p.commit("v1.2.0", map[string]string{"huaweicloud/services/doors/d.go": doors(`
"name":   {Type: schema.TypeString, Required: true},
"made":   {Type: schema.TypeString, Computed: true},
"colour": {Type: schema.TypeString, Optional: true, RequiredWith: []string{"height", "fresh"}, ValidateFunc: validation.StringInSlice([]string{"b"}, false)},
"weight": {Type: schema.TypeInt, Optional: true, ConflictsWith: []string{"fresh"}, ValidateFunc: validation.IntAtLeast(1)},
"height": {Type: schema.TypeInt, Optional: true, ValidateFunc: validation.IntBetween(1, 9)},
"locks":  {Type: schema.TypeList, Optional: true, MaxItems: 3, Elem: &schema.Schema{Type: schema.TypeString}},
"fresh":  {Type: schema.TypeInt, Optional: true},
`, "")})
	tables := someTables()
	p.refresh(tables)
	got := map[string]string{}
	for name, attr := range tables.resources["huaweicloud_apig_door"].Attrs {
		for key, since := range attr.HeldSince {
			got[name+" "+key] = since
		}
		for value, until := range attr.EnumUntil {
			got[name+" is "+value] = until
		}
	}
	same(t, "held since", got, map[string]string{
		"name required": "1.2.0", "made computed": "1.2.0", "colour is a": "1.2.0", "colour required_with": "1.2.0",
		"weight ranges": "1.2.0", "locks max_items": "1.2.0", // fresh itself is new
	})
}

// TestRefuses holds what a repository has to have.
func TestRefuses(t *testing.T) {
	p := newProvider(t)
	p.commit("v1.0.0", map[string]string{"go.mod": goMod, "huaweicloud/provider.go": registry(`"huaweicloud_a": a(),`, `"huaweicloud_b": b(),`)})
	for name, tt := range map[string]struct {
		known []string
		then  []string
		want  string
	}{
		"a tag that is missing":  {[]string{"1.0.0", "1.1.0"}, []string{"tag"}, "no tag of 1.1.0"},
		"an older commit":        {[]string{"1.0.0"}, []string{"tag", "v1.2.0", "newer"}, "HEAD is older than v1.2.0"},
		"a commit of a made tag": {[]string{"1.0.0"}, []string{"tag", "v1.63.0"}, "9da74dc0be"},
	} {
		t.Run(name, func(t *testing.T) {
			fork := newProvider(t)
			fork.git("pull", "-q", "--tags", p.dir, "HEAD")
			fork.commit("newer", nil)
			fork.git("checkout", "-q", "HEAD~1")
			fork.git(tt.then...)
			repository, err := source.Open(fork.dir)
			if err != nil {
				t.Fatal(err)
			}
			defer repository.Close()
			tables := someTables()
			tables.index.Releases = tt.known
			if _, err := refresh(tables, repository); err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("%v, not %s", err, tt.want)
			}
		})
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
		t.Errorf("%s:\n%s\nnot\n%s", what, a, b)
	}
}
