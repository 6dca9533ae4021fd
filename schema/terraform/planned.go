package terraform

import (
	"maps"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"
)

// A root module can be told instead of read: a plan says which instances there are and what their arguments are. Such a
// root answers the questions of one that was read. What it was not told (expressions, lifecycle blocks, places) it takes
// from the sources, a root that was read, as far as they are at hand.

// Told puts a root module together from instances with values.
type Told struct {
	root    *Root
	sources *Root
	modules map[string]*ModuleInstance
	// from are the instances of the sources by address, anyOf one instance for each address without keys, blocks their
	// resources by that address.
	from, anyOf map[string]*Instance
	blocks      map[string]*Resource
	byAddr      map[string]*Instance
}

// Tell begins a root. The sources may be nil.
func Tell(sources *Root) *Told {
	t := &Told{
		sources: sources,
		root: &Root{
			loader: NewLoader(nil), noted: map[Note]bool{}, reported: map[string]bool{},
			told: &toldRoot{sources: sources},
		},
		modules: map[string]*ModuleInstance{},
		from:    map[string]*Instance{},
		anyOf:   map[string]*Instance{},
		blocks:  map[string]*Resource{},
		byAddr:  map[string]*Instance{},
	}
	t.root.told.remap = t.remap
	if sources != nil {
		t.root.loader, t.root.reported = sources.loader, sources.reported
		t.root.Diagnostics, t.root.Notes = sources.Diagnostics, sources.Notes
		for _, m := range sources.ModuleInstances() {
			for _, res := range m.Module.Resources {
				t.blocks[join(withoutKeys(m.Path), res.Address())] = res
				for _, i := range m.Instances(res) {
					t.from[i.Address] = i
					t.anyOf[withoutKeys(i.Address)] = i
				}
			}
		}
	}
	t.root.ModuleInstance = t.module("")
	return t
}

// toldRoot is what a root was told.
type toldRoot struct {
	sources *Root
	outputs []cty.Value
	reach   Reach
	remap   func(cty.Value) cty.Value
}

// toldInstance is what an instance was told.
type toldInstance struct {
	from  *Instance // of the sources, nil where there is none
	blind bool      // the lifecycle block is not known
	// undeclared says that there is no block any more.
	undeclared bool
	region     cty.Value
	known      map[string]string
}

// Described says which instance is told.
type Described struct {
	Mode       Mode
	Type, Name string
	// Module is the address of the module instance, Address that of the instance.
	Module, Address string
	Provisioners    []string
	// Region is the provider's, cty.NilVal where it is not given.
	Region cty.Value
	// Known are the texts of the attributes that are known.
	Known map[string]string
	// Undeclared says that the configuration has no such block any more.
	Undeclared bool
	// Changed says that the block in the sources may be another one than the one that made this instance.
	Changed bool
}

// Instance adds an instance. What its block holds is still to be filled in.
func (t *Told) Instance(d Described) *Instance {
	m := t.module(d.Module)
	local := string(d.Mode) + d.Type + "." + d.Name
	info := &toldInstance{region: d.Region, known: d.Known, undeclared: d.Undeclared}
	var block *Resource
	if t.sources != nil {
		block, info.from = t.blocks[join(withoutKeys(d.Module), local)], t.from[d.Address]
		if info.from == nil {
			info.from = t.anyOf[withoutKeys(d.Address)]
		}
	}
	info.blind = d.Changed || info.from == nil
	res := m.Module.byAddress[local]
	if res == nil {
		res = &Resource{Mode: d.Mode, Type: d.Type, Name: d.Name, Provider: impliedProvider(d.Type), Provisioners: d.Provisioners}
		if block != nil {
			*res = *block
		}
		m.Module.byAddress[local] = res
		m.Module.Resources = append(m.Module.Resources, res)
		m.resources[local] = &expandedResource{shape: shape{kind: keyed}}
	}
	if info.blind && block != nil {
		bare := *res
		bare.Lifecycle = Lifecycle{}
		res = &bare
	}
	i := &Instance{Resource: res, Module: m, Address: d.Address, scope: m.Scope(), told: info}
	if info.from != nil {
		i.scope = info.from.scope
	}
	i.block = newBlock(d.Type, res.Header)
	m.resources[local].instances = append(m.resources[local].instances, i)
	t.byAddr[d.Address] = i
	return i
}

// module answers the module instance with an address, and makes it, and those above it, where it is new.
func (t *Told) module(address string) *ModuleInstance {
	if m, ok := t.modules[address]; ok {
		return m
	}
	module := &Module{
		Variables: map[string]*Variable{}, Locals: map[string]*hcl.Attribute{}, Outputs: map[string]*Output{},
		Calls: map[string]*Call{}, byAddress: map[string]*Resource{}, told: &toldModule{},
	}
	m := &ModuleInstance{
		Module: module, Path: address, root: t.root,
		calls: map[string]*expandedCall{}, resources: map[string]*expandedResource{},
	}
	t.modules[address] = m
	if address == "" {
		return m
	}
	parent, last := splitModule(address)
	m.parent = t.module(parent)
	name, _, _ := strings.Cut(strings.TrimPrefix(last, "module."), "[")
	if m.parent.Module.Calls[name] == nil {
		m.parent.Module.Calls[name] = &Call{Name: name, args: map[string]*hcl.Attribute{}}
		m.parent.calls[name] = &expandedCall{shape: shape{kind: keyed}}
	}
	m.call, m.scope = m.parent.Module.Calls[name], m.parent.Scope()
	m.parent.calls[name].instances = append(m.parent.calls[name].instances, m)
	return m
}

// toldModule is what a module was told.
type toldModule struct{ mentions map[string]bool }

// Mention says which resources the expressions of a module mention.
func (t *Told) Mention(module string, mentions map[string]bool) {
	if m, ok := t.modules[module]; ok {
		m.Module.told.mentions = mentions
	}
}

// Outputs says what the outputs of the root module are made from. The sources know better, where they are at hand.
func (t *Told) Outputs(values []cty.Value, from []*Instance, open bool) {
	t.root.told.outputs = values
	nodes := map[string]bool{}
	for _, i := range from {
		nodes[node(i.Module, i.Resource.Address())] = true
	}
	t.root.told.reach = Reach{nodes: nodes, calls: map[string]bool{}, open: open}
}

// Root answers the root. Whether anything may be declared beside what was told is for the teller to say.
func (t *Told) Root() *Root { return t.root }

// Find answers the instance with an address, or nil.
func (t *Told) Find(address string) *Instance { return t.byAddr[address] }

// From answers the instance of the sources that an instance comes from, or nil.
func (i *Instance) From() *Instance {
	if i.told == nil {
		return nil
	}
	return i.told.from
}

// Blind reports whether nothing is known of the instance's lifecycle block.
func (i *Instance) Blind() bool { return i.told != nil && i.told.blind }

// Known answers the known texts of the attributes of an instance that was told.
func (i *Instance) Known() map[string]string {
	if i.told == nil {
		return nil
	}
	return i.told.known
}

// Alone reports whether the root was told, and has no sources, which others may be asking at the same time.
func (r *Root) Alone() bool { return r.told != nil && r.told.sources == nil }

// Told reports whether the root was told and not read.
func (r *Root) Told() bool { return r.told != nil }

// Give sets input variables, unless the root was evaluated before.
func (r *Root) Give(inputs map[string]cty.Value) {
	for name, v := range inputs {
		if r.Module.Variables[name] != nil {
			r.inputs[name] = v
		}
	}
}

// Sole is an unknown value that will be an attribute of an instance, and nothing else.
func Sole(i *Instance, attr string) cty.Value {
	return cty.UnknownVal(cty.String).RefineNotNull().Mark(Origin{Instance: i, Attr: attr})
}

// Any is an unknown value that may be made from the instances, or from something else.
func Any(instances ...*Instance) cty.Value {
	v := decidedElsewhere
	for _, i := range instances {
		v = v.Mark(Origin{Instance: i})
	}
	return v
}

// MarkSensitive marks a value that must not be shown.
func MarkSensitive(v cty.Value) cty.Value { return markSensitive(v) }

// ToldBlock is what a block holds.
type ToldBlock struct {
	Args   map[string]ToldArgument
	Nested map[string][]*ToldBlock
	// Open are the types that may have any number of further blocks.
	Open []string
	// Unwritten says that the block may be nobody's text: the object merely has it.
	Unwritten bool
}

// ToldArgument is what an argument is.
type ToldArgument struct {
	Value cty.Value
	// Elements are what is certainly in a list whose value is unknown, and whether there is nothing else.
	Elements []cty.Value
	Complete bool
	// Literal is the text, where the configuration holds it as a literal.
	Literal string
	// Unwritten says that the argument is nobody's text: the object merely has it.
	Unwritten bool
}

// Fill gives an instance what its block holds.
func (t *Told) Fill(i *Instance, told *ToldBlock) {
	var source *Block
	if from := i.told.from; from != nil {
		source = from.Block()
	}
	f := filler{told: t, scope: i.scope, lends: !i.told.blind}
	f.fill(i.block, told, source, "")
	if i.block.told.parts {
		i.block.told.pruned = i.block.prune() // now, because the block may be shared
	}
}

// Share gives an instance the block of another root's instance, which holds nothing that is decided at apply.
func (t *Told) Share(i, other *Instance) { i.block = other.block }

// Written answers the block without what nobody wrote, which an object that exists merely has. It is the block itself
// where it was read.
func (b *Block) Written() *Block {
	if b.told == nil || !b.told.parts {
		return b
	}
	return b.told.pruned
}

func (b *Block) prune() *Block {
	if !b.told.parts {
		return b
	}
	pruned := newBlock(b.Type, b.Header)
	pruned.path = b.path
	maps.Copy(pruned.Open, b.Open)
	maps.Copy(pruned.Dynamic, b.Dynamic)
	for name, arg := range b.Args {
		if !arg.told.unwritten {
			pruned.Args[name] = arg
		}
	}
	for typeName, blocks := range b.Nested {
		for _, nested := range blocks {
			if nested.told.unwritten {
				pruned.Open[typeName] = nested.Header
			} else {
				pruned.Nested[typeName] = append(pruned.Nested[typeName], nested.prune())
			}
		}
	}
	return pruned
}

// toldBlock is what a block was told.
type toldBlock struct {
	unwritten bool
	// parts says that something inside is nobody's text.
	parts  bool
	pruned *Block
}

// Undeclared reports whether a plan has no configuration of the instance: it exists, and goes.
func (i *Instance) Undeclared() bool { return i.told != nil && i.told.undeclared }

type filler struct {
	told  *Told
	scope *Scope
	// lends says that the sources' expressions are those of the values.
	lends bool
}

func (f filler) fill(b *Block, told *ToldBlock, source *Block, path string) {
	b.path, b.told = strings.TrimSuffix(path, "."), &toldBlock{unwritten: told.Unwritten && (source == nil || !f.lends)}
	for _, name := range sortedKeys(told.Args) {
		if source != nil && f.lends && source.Args[name] == nil && isUnknown(told.Args[name].Value) {
			continue // nobody wrote it: the provider computes it
		}
		arg := f.argument(b, name, told.Args[name], source, path)
		b.told.parts = b.told.parts || arg.told.unwritten
		b.Args[name] = arg
	}
	for _, typeName := range sortedKeys(told.Nested) {
		items := told.Nested[typeName]
		for n, item := range items {
			var from *Block
			header := b.Header
			if source != nil {
				if from = counterpart(source.Nested[typeName], item, n, len(items)); from != nil {
					header = from.Header
				} else if at, ok := source.Dynamic[typeName]; ok {
					header = at
				}
			}
			child := newBlock(typeName, header)
			f.fill(child, item, from, path+typeName+"["+item.key(n)+"].")
			b.told.parts = b.told.parts || child.told.unwritten || child.told.parts
			b.Nested[typeName] = append(b.Nested[typeName], child)
		}
	}
	for _, typeName := range told.Open {
		f.open(b, typeName, source, path)
	}
}

// open takes in blocks whose number is not known, unless the sources know better.
func (f filler) open(b *Block, typeName string, source *Block, path string) {
	if source == nil || !f.lends {
		b.Open[typeName] = b.Header
		return
	}
	if at, ok := source.Open[typeName]; ok {
		b.Open[typeName] = at
	}
	for n, from := range source.Nested[typeName] {
		item := f.told.read(from)
		child := newBlock(typeName, from.Header)
		f.fill(child, item, from, path+typeName+"["+item.key(n)+"].")
		b.Nested[typeName] = append(b.Nested[typeName], child)
	}
}

// read answers what a block of the sources holds.
func (t *Told) read(b *Block) *ToldBlock {
	told := &ToldBlock{Args: map[string]ToldArgument{}, Nested: map[string][]*ToldBlock{}, Open: sortedKeys(b.Open)}
	for name, arg := range b.Args {
		told.Args[name] = ToldArgument{Value: t.remap(arg.Value())}
	}
	for typeName, blocks := range b.Nested {
		for _, nested := range blocks {
			told.Nested[typeName] = append(told.Nested[typeName], t.read(nested))
		}
	}
	return told
}

func isUnknown(v cty.Value) bool {
	plain, _ := v.Unmark()
	return !plain.IsKnown()
}

// identifying are the arguments that tell blocks of one type apart.
var identifying = []string{"name", "url_domain", "host", "ecs_id", "port", "destination", "code"}

// key tells a block from the others of its type whatever their order.
func (b *ToldBlock) key(n int) string {
	for _, name := range identifying {
		if text, ok := certainText(b.Args[name].Value); ok {
			return text
		}
	}
	return indexText(n)
}

func indexText(n int) string { return keyText(cty.NumberIntVal(int64(n))) }

func certainText(v cty.Value) (string, bool) {
	key, ok := certainKey(v)
	if !ok {
		return "", false
	}
	return keyText(key), true
}

// counterpart answers the block of the sources that a block comes from: the one with the same name, or the one in the
// same place where all are there. It is nil where there is none.
func counterpart(blocks []*Block, item *ToldBlock, n, of int) *Block {
	for _, name := range identifying {
		text, ok := certainText(item.Args[name].Value)
		if !ok {
			continue
		}
		for _, b := range blocks {
			if arg := b.Args[name]; arg != nil {
				if own, ok := certainText(arg.Value()); ok && own == text {
					return b
				}
			}
		}
	}
	if len(blocks) == of {
		return blocks[n]
	}
	return nil
}

func (f filler) argument(b *Block, name string, told ToldArgument, source *Block, path string) *Argument {
	a := &Argument{
		Name: name, NameRange: b.Header, Range: b.Header, scope: f.scope, path: path + name,
		told: &toldArgument{literal: told.Literal, unwritten: told.Unwritten},
	}
	v := told.Value
	var from *Argument
	if source != nil {
		from = source.Args[name]
		a.told.unwritten = f.lends && from == nil || !f.lends && told.Unwritten
	}
	if from != nil {
		a.NameRange, a.Range = from.NameRange, from.Range
		if f.lends && !differs(v, from.Value()) {
			a.Expr, a.scope = from.Expr, from.scope
		}
	}
	a.told.elements, a.told.complete = f.elements(a, told)
	if from != nil && f.lends && !v.IsWhollyKnown() {
		own := f.told.remap(from.Value())
		if !own.IsWhollyKnown() {
			if plain, _ := v.Unmark(); !plain.IsKnown() {
				v = own.WithMarks(sensitivity(v))
			}
			if elements, complete := from.Elements(); len(elements) > 0 || complete {
				a.told.complete = complete
				a.told.elements = nil
				for _, e := range elements {
					e.Value = f.told.remap(e.Value)
					a.told.elements = append(a.told.elements, e)
				}
			}
		}
	}
	a.value = memo{state: done, value: v}
	return a
}

// differs reports whether the sources certainly give another value: they are newer.
func differs(v, own cty.Value) bool {
	v, _ = v.UnmarkDeep()
	own, _ = own.UnmarkDeep()
	text, ok := certainText(v)
	now, known := certainText(own)
	return ok && known && text != now
}

// elements answers the elements of an argument, with the places that the sources give them.
func (f filler) elements(a *Argument, told ToldArgument) ([]Element, bool) {
	plain, marks := told.Value.Unmark()
	if !plain.IsKnown() {
		var elements []Element
		for _, v := range told.Elements {
			elements = append(elements, Element{Value: v, Range: a.Range, Bare: true})
		}
		return elements, told.Complete
	}
	if plain.IsNull() {
		return nil, true
	}
	if !plain.CanIterateElements() {
		return nil, false
	}
	places := map[string]hcl.Range{}
	if a.Expr != nil {
		written, _ := (&Argument{Expr: a.Expr, scope: a.scope, Range: a.Range}).Elements()
		for _, e := range written {
			if text, ok := certainText(e.Value); ok {
				places[text] = e.Range
			}
		}
	}
	var elements []Element
	for it := plain.ElementIterator(); it.Next(); {
		_, v := it.Element()
		e := Element{Value: v.WithMarks(marks), Range: a.Range, Bare: true}
		if text, ok := certainText(v); ok {
			if at, ok := places[text]; ok {
				e.Range = at
			}
		}
		elements = append(elements, e)
	}
	return elements, true
}

// toldArgument is what an argument was told.
type toldArgument struct {
	elements []Element
	complete bool
	literal  string
	// unwritten says that the argument is nobody's text.
	unwritten bool
}

// Path says where in its resource the argument is, whatever the order of the blocks. It is empty where it was not told.
func (a *Argument) Path() string { return a.path }

// Path says where in its resource the block is, as [Argument.Path].
func (b *Block) Path() string { return b.path }

// remap exchanges the instances of the sources in a value's origins for those that were told.
func (t *Told) remap(v cty.Value) cty.Value {
	if !v.ContainsMarked() {
		return v
	}
	plain, paths := v.UnmarkDeepWithPaths()
	for n, path := range paths {
		marks := cty.ValueMarks{}
		for mark := range path.Marks {
			origin, ok := mark.(Origin)
			if !ok {
				marks[mark] = struct{}{}
				continue
			}
			if i := t.byAddr[origin.Instance.Address]; i != nil {
				marks[Origin{Instance: i, Attr: origin.Attr}] = struct{}{}
			} else {
				marks[undecided{}] = struct{}{}
			}
		}
		paths[n].Marks = marks
	}
	return plain.MarkWithPaths(paths)
}

// remapUses exchanges the instances of the sources in the keys of uses.
func (t *toldRoot) remapUses(uses map[Origin][]Use) map[Origin][]Use {
	result := map[Origin][]Use{}
	for origin, places := range uses {
		for n := range places {
			places[n].Value = t.remap(places[n].Value)
		}
		for _, o := range Origins(t.remap(cty.DynamicVal.Mark(origin))) {
			result[o] = places
		}
	}
	return result
}

// openReach is that of an expression that is not known: it may be made from anything.
func openReach(nodes ...string) Reach {
	r := Reach{nodes: map[string]bool{"?": true}, calls: map[string]bool{}, open: true}
	for _, n := range nodes {
		r.nodes[n] = true
	}
	return r
}

// splitModule splits module.a["x"].module.b into what is before the last call, and the last call. Keys may hold dots.
func splitModule(address string) (parent, last string) {
	steps := SplitAddress(address)
	cut := len(steps) - 1
	for cut > 0 && steps[cut-1] == "module" {
		cut--
	}
	return strings.Join(steps[:cut], "."), strings.Join(steps[cut:], ".")
}

// SplitAddress splits an address at the dots that are in no key.
func SplitAddress(address string) []string {
	var steps []string
	start, quoted := 0, false
	for n := 0; n < len(address); n++ {
		switch c := address[n]; {
		case quoted && c == '\\':
			n++
		case c == '"':
			quoted = !quoted
		case c == '.' && !quoted:
			steps = append(steps, address[start:n])
			start = n + 1
		}
	}
	return append(steps, address[start:])
}

// withoutKeys leaves the instance keys of an address out.
func withoutKeys(address string) string {
	if !strings.Contains(address, "[") {
		return address
	}
	steps := slices.Clone(SplitAddress(address))
	for n, step := range steps {
		steps[n], _, _ = strings.Cut(step, "[")
	}
	return strings.Join(steps, ".")
}

// likely is the mark of a value that will be what it says it will be, as far as can be told.
type likely struct{}

// Likely reports whether the value is what it says only as far as can be told: another instance of the same resource is
// not ruled out.
func Likely(v cty.Value) bool { return v != cty.NilVal && hasMark(v, likely{}) }

// MarkLikely marks a value as [Likely].
func MarkLikely(v cty.Value) cty.Value { return v.Mark(likely{}) }
