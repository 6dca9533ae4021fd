package terraform

import (
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"

	"github.com/apiglint/apiglint/schema/terraform/meter"
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
			loader: NewLoader(nil), noted: map[Note]bool{}, reported: map[string]bool{}, meter: meter.New(),
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
	i.block = newBlock(d.Type, &res.Header)
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
