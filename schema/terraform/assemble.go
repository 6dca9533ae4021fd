package terraform

import (
	"maps"
	"slices"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/apiglint/apiglint/schema/terraform/address"
	"github.com/apiglint/apiglint/schema/terraform/configs"
	"github.com/apiglint/apiglint/schema/terraform/meter"
)

// This file is for those who make a root module of values instead of reading it from files.

// NewRoot makes a root module without any resource. Nothing in it is read or expanded: what it has is added.
func NewRoot(questions Questions) *Root {
	r := &Root{Questions: questions, loader: configs.NewLoader(nil), noted: map[Note]bool{}, reported: map[string]bool{}, meter: meter.New()}
	r.ModuleInstance = newInstance(r, "")
	return r
}

func newInstance(r *Root, path string) *ModuleInstance {
	return &ModuleInstance{
		Module: configs.NewModule(""), Path: path, root: r, calls: map[string]*expandedCall{}, resources: map[string]*expandedResource{},
	}
}

// AddCalled adds an instance of a module that the module calls. Its address is path.
func (m *ModuleInstance) AddCalled(name, path string) *ModuleInstance {
	child := newInstance(m.root, path)
	if m.Module.Calls[name] == nil {
		m.Module.Calls[name] = &configs.Call{Name: name, Args: map[string]*hcl.Attribute{}}
		m.calls[name] = &expandedCall{shape: shape{kind: keyed}}
	}
	child.parent, child.call, child.scope = m, m.Module.Calls[name], m.Scope()
	m.calls[name].instances = append(m.calls[name].instances, child)
	return child
}

// AddInstance adds an instance of a resource, which the module declares from then on. What its block holds is still to be
// added.
func (m *ModuleInstance) AddInstance(res *configs.Resource, address string) *Instance {
	local := res.Address()
	if m.Module.Resource(local) == nil {
		m.Module.Add(res)
		m.resources[local] = &expandedResource{shape: shape{kind: keyed}}
	}
	i := &Instance{Resource: res, Module: m, Address: address, scope: m.Scope(), block: NewBlock(res.Type, &res.Header)}
	m.resources[local].instances = append(m.resources[local].instances, i)
	return i
}

// Forgotten returns an instance for what a removed block leaves in the cloud: it stands for any number of objects, of which
// nothing is known but the type.
func (m *ModuleInstance) Forgotten(f *configs.Forgotten) *Instance {
	res := configs.NewResource(configs.Managed, f.Type, f.Name)
	res.Header, res.TypeRange = f.Header, f.Header
	i := &Instance{
		Resource: res, Module: m, Address: address.Join(m.Path, res.Address()+"[*]"), Symbolic: true,
		LifecycleUnknown: true, Undeclared: true, scope: m.Scope(), block: NewBlock(f.Type, &res.Header),
	}
	attrs := i.attrs()
	for _, name := range slices.Sorted(maps.Keys(attrs)) {
		switch attr := attrs[name]; {
		case attr.Block:
			put(&i.block.Open, name, f.Header)
		case attr.Configurable():
			i.block.Give(i, &Given{Name: name, Value: AnyOf(), NameRange: f.Header, Range: f.Header})
		}
	}
	return i
}

// Identify lets objects that exist be found by the known texts of the attributes that others name them by.
func (r *Root) Identify(objects map[string][]Origin) { r.identified = objects }

// Identified returns the attributes of objects that exist, in the instance's root, that are a known text.
func (m *ModuleInstance) Identified(text string) []Origin { return m.root.identified[text] }

// BorrowScope lets names in expressions of the instance's block mean what they mean in another one.
func (i *Instance) BorrowScope(from *Instance) { i.scope = from.scope }

// ShareBlock gives the instance the block of another one.
func (i *Instance) ShareBlock(from *Instance) { i.block = from.block }

// Given is what an argument was given instead of being evaluated.
type Given struct {
	Name  string
	Value cty.Value
	// Elements are what is certainly in a list, and Complete says that there is nothing else.
	Elements []Element
	Complete bool
	// Literal is the text, where the configuration holds it as a literal that is not at hand.
	Literal string
	// NameRange and Range are the text of the name and of the value, or both that of the block's header.
	NameRange, Range hcl.Range
	// Expr is what the value is made from, nil where that is not at hand, and Scope an argument that stands where it does.
	Expr  hclsyntax.Expression
	Scope *Argument
}

// Give adds an argument with a value. They are to be given in the order of their names.
func (b *Block) Give(i *Instance, g *Given) {
	a := Argument{
		Name: g.Name, block: b, scope: i.scope, given: g, value: memo{state: done, value: g.Value},
		placed: &placedExpression{nameRange: g.NameRange, at: g.Range, expr: g.Expr},
	}
	if g.Scope != nil {
		a.scope = g.Scope.scope
	}
	b.Args = append(b.Args, a)
}

// Written evaluates the elements of what the value is made from, none where that is not at hand.
func (g *Given) Written() []Element {
	if g.Expr == nil {
		return nil
	}
	a := Argument{placed: &placedExpression{at: g.Range, expr: g.Expr}, scope: g.Scope.scope}
	elements, _ := a.Elements()
	return elements
}

// Configured returns the block without what nobody wrote, which an object that exists merely has. It is the block itself
// where all of it was written.
func (b *Block) Configured() *Block {
	if b.configured == nil {
		return b
	}
	return b.configured
}

// Configure sets what [Block.Configured] returns: the block without the arguments and nested blocks for which omit is true.
// Its parts stand where they stand in the whole.
func (b *Block) Configure(omitArgument func(*Argument) bool, omitBlock func(*Block) bool) {
	b.configured = &Block{
		Type: b.Type, native: b.native, header: b.header, whole: b, Open: maps.Clone(b.Open), Dynamic: maps.Clone(b.Dynamic),
	}
	for n := range b.Args {
		if !omitArgument(&b.Args[n]) {
			b.configured.Args = append(b.configured.Args, b.Args[n])
		}
	}
	for _, nested := range b.Nested {
		if omitBlock(nested) {
			put(&b.configured.Open, nested.Type, nested.Header())
		} else {
			b.configured.Nested = append(b.configured.Nested, nested.Configured())
		}
	}
}

// UnknownReach is that of an expression of which only some of what it is made from is known: it may be made from anything.
func UnknownReach(of ...*Instance) Reach {
	r := Reach{nodes: map[node]bool{{}: true}, calls: map[string]bool{}, open: true}
	for _, i := range of {
		r.nodes[nodeOf(i)] = true
	}
	return r
}

// ReachOf is that of an expression that is made from the instances, and from something else where it is open.
func ReachOf(instances []*Instance, open bool) Reach {
	r := Reach{nodes: map[node]bool{}, calls: map[string]bool{}, open: open}
	for _, i := range instances {
		r.nodes[nodeOf(i)] = true
	}
	return r
}
