package configs

import (
	"bytes"
	"slices"
	"strings"
	"sync"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"

	"github.com/apiglint/apiglint/schema/terraform/address"
	"github.com/apiglint/apiglint/schema/terraform/files"
	"github.com/apiglint/apiglint/schema/terraform/funcs"
	"github.com/apiglint/apiglint/schema/terraform/parallel"
)

// Module is what the files of one directory declare, before anything is evaluated.
type Module struct {
	// Dir is the slash-separated directory within the boundary.
	Dir string
	// Files are the module's configuration files, those that could not be parsed among them.
	Files []*files.File
	// Broken says that a file could not be parsed, so that anything may be declared beside what is here.
	Broken bool

	Variables map[string]*Variable
	Locals    map[string]*hcl.Attribute
	Outputs   map[string]*Output
	Calls     map[string]*Call
	Providers []*Provider
	// Resources are the managed, data and ephemeral resources in the order of their files.
	Resources []*Resource
	// Moves are what the moved blocks say, in the order of their files.
	Moves []address.Move
	// Forgotten is what the removed blocks leave in the cloud.
	Forgotten []*Forgotten

	byAddress map[string]*Resource
	spelt     sync.Map // by text
}

// Variable is an input variable's declaration.
type Variable struct {
	Name  string
	Range hcl.Range
	// Default and Type are nil where they are not written.
	Default, Type       hcl.Expression
	Sensitive, Nullable bool
}

// Output is an output value's declaration.
type Output struct {
	Name      string
	Range     hcl.Range
	Value     hcl.Expression
	Sensitive bool
}

// Call is a module block.
type Call struct {
	Name  string
	Range hcl.Range
	// Source is the literal source address, "" where it is not a literal.
	Source         string
	Count, ForEach hcl.Expression
	// Providers maps the child's provider names (huaweicloud, huaweicloud.alias) to those of the calling module.
	Providers map[string]string
	// Bodies are those of the block and its overrides, and Args what they give to the module.
	Bodies []hcl.Body
	Args   map[string]*hcl.Attribute
}

// Provider is a provider configuration block.
type Provider struct {
	// Name is the local name with the alias: huaweicloud, huaweicloud.beijing.
	Name   string
	Range  hcl.Range
	Bodies []hcl.Body
}

// Mode tells the kinds of resources apart.
type Mode string

// The modes, as they are spelt in front of an address.
const (
	Managed   Mode = ""
	Data      Mode = "data."
	Ephemeral Mode = "ephemeral."
)

// Resource is a resource block with its overrides.
type Resource struct {
	Mode       Mode
	Type, Name string
	// Header covers the block's type and labels.
	Header hcl.Range
	// TypeRange covers the type label alone.
	TypeRange      hcl.Range
	Count, ForEach hcl.Expression
	// Provider is the local provider name that the block names, or the one that its type implies.
	Provider string
	// Provisioners lists the types of the provisioner blocks: local-exec, …
	Provisioners []string
	Lifecycle    Lifecycle
	// Bodies are those of the block and its overrides.
	Bodies []hcl.Body
}

// Lifecycle is the part of a lifecycle block that changes what an apply does.
type Lifecycle struct {
	// CreateBeforeDestroy is the argument's expression, nil where it is not written.
	CreateBeforeDestroy hcl.Expression
	// ReplaceTriggeredBy is the argument's expression, nil where it is not written.
	ReplaceTriggeredBy hcl.Expression
	// IgnoreChanges is the argument's expression, nil where it is not written.
	IgnoreChanges hcl.Expression
}

// Ignores reports whether a later apply leaves an argument as it finds it.
func (l Lifecycle) Ignores(name string) bool {
	if l.IgnoreChanges == nil {
		return false
	}
	if hcl.ExprAsKeyword(l.IgnoreChanges) == "all" {
		return true
	}
	items, _ := hcl.ExprList(l.IgnoreChanges)
	for _, item := range items {
		if firstName(item) == name {
			return true
		}
	}
	return false
}

// firstName is the argument that an item of the list names, or that its path begins with. Old configurations quote it.
func firstName(item hcl.Expression) string {
	path, diags := hcl.AbsTraversalForExpr(item)
	if diags.HasErrors() {
		quoted, diags := item.Value(nil)
		if diags.HasErrors() || quoted.IsNull() || !quoted.IsKnown() || quoted.Type() != cty.String {
			return ""
		}
		path, _ = hclsyntax.ParseTraversalAbs([]byte(quoted.AsString()), item.Range().Filename, item.Range().Start)
	}
	if path.IsRelative() {
		return ""
	}
	return path.RootName()
}

// Address is the resource's address within its module.
func (r *Resource) Address() string { return string(r.Mode) + r.Type + "." + r.Name }

// Resource returns the resource with an address such as huaweicloud_vpc.main or data.huaweicloud_vpcs.all, or nil.
func (m *Module) Resource(address string) *Resource { return m.byAddress[address] }

// File returns the module's file with a name, or nil.
func (m *Module) File(name string) *files.File {
	n := slices.IndexFunc(m.Files, func(f *files.File) bool { return f.Name == name })
	if n < 0 {
		return nil
	}
	return m.Files[n]
}

// NewModule returns a module that declares nothing.
func NewModule(dir string) *Module {
	return &Module{
		Dir: dir, Variables: map[string]*Variable{}, Locals: map[string]*hcl.Attribute{}, Outputs: map[string]*Output{},
		Calls: map[string]*Call{}, byAddress: map[string]*Resource{},
	}
}

// Add declares a resource.
func (m *Module) Add(r *Resource) {
	m.byAddress[r.Address()] = r
	m.Resources = append(m.Resources, r)
}

// NewResource returns a resource that is written nowhere.
func NewResource(mode Mode, typeName, name string) *Resource {
	return &Resource{Mode: mode, Type: typeName, Name: name, Provider: impliedProvider(typeName)}
}

// Spells reports whether a text stands anywhere in the files of the module.
func (m *Module) Spells(text string) bool {
	if known, ok := m.spelt.Load(text); ok {
		return known.(bool) //nolint:forcetypeassert // nothing else is stored
	}
	spelt := slices.ContainsFunc(m.Files, func(f *files.File) bool { return bytes.Contains(f.Bytes, []byte(text)) })
	m.spelt.Store(text, spelt)
	return spelt
}

var rootSchema = &hcl.BodySchema{Blocks: []hcl.BlockHeaderSchema{
	{Type: "terraform"},
	{Type: "provider", LabelNames: []string{"name"}},
	{Type: "variable", LabelNames: []string{"name"}},
	{Type: "locals"},
	{Type: "output", LabelNames: []string{"name"}},
	{Type: "module", LabelNames: []string{"name"}},
	{Type: "resource", LabelNames: []string{"type", "name"}},
	{Type: "data", LabelNames: []string{"type", "name"}},
	{Type: "ephemeral", LabelNames: []string{"type", "name"}},
	{Type: "removed"},
	{Type: "moved"},
}}

// parse puts a module together from its files. The diagnostics are about files that could not be read or parsed.
func parse(dir string, sources []files.Source) (*Module, hcl.Diagnostics) {
	m := NewModule(dir)
	m.Files = make([]*files.File, len(sources))
	problems := make([]hcl.Diagnostics, len(sources))
	parallel.Each(len(sources), func(i int) { m.Files[i], problems[i] = sources[i].Parse() })
	var diags hcl.Diagnostics
	for i, f := range m.Files {
		if problems[i].HasErrors() {
			diags = append(diags, problems[i]...)
			m.Broken = true
		}
		if f.Body == nil {
			continue
		}
		// What Terraform would refuse at the top level is left to terraform validate.
		content, _, _ := f.Body.PartialContent(rootSchema)
		for _, block := range content.Blocks {
			m.add(block, sources[i].Override)
		}
	}
	return m, diags
}

// add takes a top-level block in. A block of an override file is merged into the one it overrides; of two primary
// blocks with one address, which Terraform refuses, the first stands.
func (m *Module) add(block *hcl.Block, override bool) {
	switch block.Type {
	case "variable":
		m.addVariable(block, override)
	case "locals":
		attrs, _ := block.Body.JustAttributes()
		for name, attr := range attrs {
			if name != CommentKey && (override || m.Locals[name] == nil) {
				attr.Expr = Native(attr.Expr)
				m.Locals[name] = attr
			}
		}
	case "output":
		m.addOutput(block, override)
	case "module":
		m.addCall(block, override)
	case "provider":
		m.addProvider(block, override)
	case "resource":
		m.addResource(Managed, block, override)
	case "data":
		m.addResource(Data, block, override)
	case "ephemeral":
		m.addResource(Ephemeral, block, override)
	case "moved":
		m.addMove(block)
	case "removed":
		m.addForgotten(block)
	}
}

// CommentKey is the property that HCL's JSON syntax ignores.
const CommentKey = "//"

// Attributes returns those of the attributes that a body has.
func Attributes(body hcl.Body, names ...string) hcl.Attributes {
	schema := &hcl.BodySchema{}
	for _, name := range names {
		schema.Attributes = append(schema.Attributes, hcl.AttributeSchema{Name: name})
	}
	content, _, _ := body.PartialContent(schema)
	return content.Attributes
}

// expr returns the attribute's expression, or what stood before where the block has none.
func expr(attrs hcl.Attributes, name string, before hcl.Expression) hcl.Expression {
	if attr, ok := attrs[name]; ok {
		return Native(attr.Expr)
	}
	return before
}

// literal returns the native form of an expression that has no names. In JSON its strings are what they are, and no templates.
func literal(e hcl.Expression) hcl.Expression {
	if _, ok := e.(hclsyntax.Expression); ok {
		return e
	}
	v, diags := e.Value(nil)
	if diags.HasErrors() {
		v = Undecided
	}
	return &hclsyntax.LiteralValueExpr{Val: v, SrcRange: e.Range()}
}

func literalBool(attrs hcl.Attributes, name string, before bool) bool {
	attr, ok := attrs[name]
	if !ok {
		return before
	}
	v, diags := attr.Expr.Value(nil)
	if diags.HasErrors() {
		return before
	}
	v, err := convert.Convert(v, cty.Bool) // in quotes it is one, too
	if err != nil || v.IsNull() || !v.IsKnown() {
		return before
	}
	return v.True()
}

func (m *Module) addVariable(block *hcl.Block, override bool) {
	v := m.Variables[block.Labels[0]]
	if v == nil {
		v = &Variable{Name: block.Labels[0], Range: block.DefRange, Nullable: true}
		m.Variables[v.Name] = v
	} else if !override {
		return
	}
	attrs := Attributes(block.Body, "default", "type", "sensitive", "nullable")
	if attr, ok := attrs["default"]; ok {
		v.Default = literal(attr.Expr)
	}
	if attr, ok := attrs["type"]; ok && funcs.TooDeep([]byte(jsonText(attr.Expr)), funcs.Native) == "" {
		v.Type = attr.Expr // a type is not a value: it stays as it is written
	}
	v.Sensitive = literalBool(attrs, "sensitive", v.Sensitive)
	v.Nullable = literalBool(attrs, "nullable", v.Nullable)
}

// jsonText returns the text of a JSON string, which is parsed when it is asked for its parts, and "" for all else.
func jsonText(e hcl.Expression) string {
	if _, ok := e.(hclsyntax.Expression); ok {
		return ""
	}
	v, diags := e.Value(nil)
	if diags.HasErrors() || v.IsNull() || v.Type() != cty.String {
		return ""
	}
	return v.AsString()
}

func (m *Module) addOutput(block *hcl.Block, override bool) {
	o := m.Outputs[block.Labels[0]]
	if o == nil {
		o = &Output{Name: block.Labels[0], Range: block.DefRange}
		m.Outputs[o.Name] = o
	} else if !override {
		return
	}
	attrs := Attributes(block.Body, "value", "sensitive")
	o.Value = expr(attrs, "value", o.Value)
	o.Sensitive = literalBool(attrs, "sensitive", o.Sensitive)
}

func (m *Module) addCall(block *hcl.Block, override bool) {
	c := m.Calls[block.Labels[0]]
	if c == nil {
		c = &Call{Name: block.Labels[0], Range: block.DefRange, Args: map[string]*hcl.Attribute{}}
		m.Calls[c.Name] = c
	} else if !override {
		return
	}
	c.Bodies = append(c.Bodies, block.Body)
	attrs, _ := block.Body.JustAttributes()
	for name, attr := range attrs {
		switch name {
		case "source":
			c.Source = LiteralString(attr.Expr)
		case "count":
			c.Count = Native(attr.Expr)
		case "for_each":
			c.ForEach = Native(attr.Expr)
		case "providers":
			c.Providers = providerMap(attr.Expr)
		case "version", "depends_on", CommentKey:
		default:
			attr.Expr = Native(attr.Expr)
			c.Args[name] = attr
		}
	}
}

func providerMap(e hcl.Expression) map[string]string {
	pairs, _ := hcl.ExprMap(e)
	result := make(map[string]string, len(pairs))
	for _, pair := range pairs {
		result[providerName(pair.Key)] = providerName(pair.Value)
	}
	return result
}

// providerName returns huaweicloud or huaweicloud.alias from a reference in either syntax.
func providerName(e hcl.Expression) string {
	traversal, diags := hcl.AbsTraversalForExpr(e)
	if diags.HasErrors() {
		return LiteralString(e)
	}
	name := traversal.RootName()
	if len(traversal) > 1 {
		if step, ok := traversal[1].(hcl.TraverseAttr); ok {
			name += "." + step.Name
		}
	}
	return name
}

func (m *Module) addProvider(block *hcl.Block, override bool) {
	name := block.Labels[0]
	if attr, ok := Attributes(block.Body, "alias")["alias"]; ok {
		name += "." + LiteralString(attr.Expr)
	}
	for _, p := range m.Providers {
		if p.Name == name {
			if override {
				p.Bodies = append(p.Bodies, block.Body)
			}
			return
		}
	}
	m.Providers = append(m.Providers, &Provider{Name: name, Range: block.DefRange, Bodies: []hcl.Body{block.Body}})
}

func (m *Module) addResource(mode Mode, block *hcl.Block, override bool) {
	r := NewResource(mode, block.Labels[0], block.Labels[1])
	if existing := m.byAddress[r.Address()]; existing != nil {
		if !override {
			return
		}
		r = existing
	} else {
		r.Header, r.TypeRange = block.DefRange, block.LabelRanges[0]
		m.Add(r)
	}
	r.Bodies = append(r.Bodies, block.Body)
	content, _, _ := block.Body.PartialContent(metaSchema)
	r.Count = expr(content.Attributes, "count", r.Count)
	r.ForEach = expr(content.Attributes, "for_each", r.ForEach)
	if attr, ok := content.Attributes["provider"]; ok {
		r.Provider = providerName(attr.Expr)
	}
	for _, nested := range content.Blocks {
		switch nested.Type {
		case "provisioner":
			r.Provisioners = append(r.Provisioners, nested.Labels[0])
		case "lifecycle":
			attrs := Attributes(nested.Body, "create_before_destroy", "replace_triggered_by", "ignore_changes")
			r.Lifecycle.CreateBeforeDestroy = expr(attrs, "create_before_destroy", r.Lifecycle.CreateBeforeDestroy)
			r.Lifecycle.ReplaceTriggeredBy = expr(attrs, "replace_triggered_by", r.Lifecycle.ReplaceTriggeredBy)
			if attr, ok := attrs["ignore_changes"]; ok {
				r.Lifecycle.IgnoreChanges = attr.Expr // as it is written: it names arguments, and has no value
			}
		}
	}
}

// metaSchema lists what every resource block may hold besides what its type declares.
var metaSchema = &hcl.BodySchema{
	Attributes: []hcl.AttributeSchema{{Name: "count"}, {Name: "for_each"}, {Name: "provider"}, {Name: "depends_on"}},
	Blocks: []hcl.BlockHeaderSchema{
		{Type: "lifecycle"},
		{Type: "provisioner", LabelNames: []string{"type"}},
		{Type: "connection"},
		{Type: "_"}, // Terraform's escape for arguments with the name of a meta-argument
	},
}

// Escaped returns the blocks of a resource's body called _, which hold arguments with the names of meta-arguments.
func Escaped(body hcl.Body) []hcl.Body {
	content, _, _ := body.PartialContent(&hcl.BodySchema{Blocks: []hcl.BlockHeaderSchema{{Type: "_"}}})
	var bodies []hcl.Body
	for _, block := range content.Blocks {
		bodies = append(bodies, block.Body)
	}
	return bodies
}

// IsMeta reports whether a name is that of a meta-argument, a meta-block, or a comment.
func IsMeta(name string) bool {
	for _, attr := range metaSchema.Attributes {
		if attr.Name == name {
			return true
		}
	}
	for _, block := range metaSchema.Blocks {
		if block.Type == name {
			return true
		}
	}
	return name == CommentKey
}

// impliedProvider is the type's part before the first underscore, as in Terraform.
func impliedProvider(typeName string) string {
	provider, _, _ := strings.Cut(typeName, "_")
	return provider
}
