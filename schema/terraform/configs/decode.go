package configs

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"

	"github.com/apiglint/apiglint/schema/terraform/files"
	"github.com/apiglint/apiglint/schema/terraform/funcs"
	"github.com/apiglint/apiglint/schema/terraform/parallel"
)

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
	{Type: "action", LabelNames: []string{"type", "name"}},
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
	case "terraform":
		m.addRequired(block, override)
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
	case "action":
		m.addResource(Action, block, override)
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
	attrs := Attributes(block.Body, "value", "sensitive", "depends_on")
	o.Value = expr(attrs, "value", o.Value)
	o.DependsOn = expr(attrs, "depends_on", o.DependsOn)
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
	content, _, _ := block.Body.PartialContent(&hcl.BodySchema{Blocks: []hcl.BlockHeaderSchema{{Type: "lifecycle"}}})
	for _, lifecycle := range content.Blocks {
		c.Enabled = expr(Attributes(lifecycle.Body, "enabled"), "enabled", c.Enabled)
	}
	attrs, _ := block.Body.JustAttributes()
	for name, attr := range attrs {
		switch name {
		case "source":
			c.Source, c.ComputedSource = Source(attr.Expr), nil
			if c.Source == "" {
				c.ComputedSource = attr.Expr
			}
		case "count":
			c.Count = Native(attr.Expr)
		case "for_each":
			c.ForEach = Native(attr.Expr)
		case "providers":
			c.Providers = providerMap(attr.Expr)
		case "version", "depends_on", "lifecycle", "ignore_nested_deprecations", CommentKey:
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
	m.Providers = append(m.Providers, &Provider{Name: name, Bodies: []hcl.Body{block.Body}})
}
