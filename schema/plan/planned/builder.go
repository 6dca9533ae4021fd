package planned

import (
	"github.com/zclconf/go-cty/cty"

	"github.com/apiglint/apiglint/schema/terraform"
	"github.com/apiglint/apiglint/schema/terraform/address"
	"github.com/apiglint/apiglint/schema/terraform/configs"
)

// Builder builds a planned root. Call AddInstance for every resource instance, then SetBlock or ShareBlock for those whose
// type is known, then Root. It is not safe for concurrent use.
type Builder struct {
	root    *terraform.Root
	answers *root
	modules map[string]*terraform.ModuleInstance
	// loaded are the instances of the sources by address, anyOf one for each address without keys, declared their resources by
	// that address.
	loaded, anyOf map[string]*terraform.Instance
	declared      map[string]*configs.Resource
	resources     map[resourceKey]*configs.Resource
}

// resourceKey tells the resources of a planned root apart. One whose lifecycle block is not known has two.
type resourceKey struct {
	module, local string
	bare          bool
}

// NewBuilder begins a root. The sources may be nil.
func NewBuilder(sources *terraform.Root) *Builder {
	answers := &root{
		sources: sources, byAddress: map[string]*terraform.Instance{}, instances: map[*terraform.Instance]instance{},
		mentions: map[*configs.Module]map[string]bool{},
	}
	b := &Builder{
		root: terraform.NewRoot(answers), answers: answers,
		loaded: map[string]*terraform.Instance{}, anyOf: map[string]*terraform.Instance{},
		declared: map[string]*configs.Resource{}, resources: map[resourceKey]*configs.Resource{},
	}
	b.modules = map[string]*terraform.ModuleInstance{"": b.root.ModuleInstance}
	if sources == nil {
		return b
	}
	b.root.Diagnostics, b.root.Notes = sources.Diagnostics, sources.Notes
	for _, m := range sources.ModuleInstances() {
		for _, res := range m.Module.Resources {
			b.declared[address.Join(address.WithoutKeys(m.Path), res.Address())] = res
			for _, i := range m.Instances(res) {
				b.loaded[i.Address] = i
				b.anyOf[address.WithoutKeys(i.Address)] = i
			}
		}
	}
	return b
}

// Instance says which instance is added.
type Instance struct {
	Mode       configs.Mode
	Type, Name string
	// Module is the address of the module instance, Address that of the instance.
	Module, Address string
	Provisioners    []configs.Provisioner
	// Region is the provider's, cty.NilVal where it is not given.
	Region cty.Value
	// Identities are the known texts of the attributes that others may name it by.
	Identities map[string]string
	// Undeclared says that the configuration has no such block any more.
	Undeclared bool
	// Changed says that the block in the sources may be another one than the one that made this instance.
	Changed bool
}

// AddInstance adds an instance. What its block holds is still to be set.
func (b *Builder) AddInstance(d Instance) *terraform.Instance {
	m := b.module(d.Module)
	from := b.loaded[d.Address]
	if from == nil {
		from = b.anyOf[address.WithoutKeys(d.Address)]
	}
	unknown := d.Changed || from == nil
	i := m.AddInstance(b.resource(d, unknown), d.Address)
	i.Identities, i.Undeclared, i.LifecycleUnknown = d.Identities, d.Undeclared, unknown
	if from != nil {
		i.BorrowScope(from)
	}
	b.answers.byAddress[d.Address] = i
	b.answers.instances[i] = instance{from: from, region: d.Region}
	return i
}

// resource returns the resource of an instance: as the sources have it, but for its lifecycle block where that is unknown.
func (b *Builder) resource(d Instance, lifecycleUnknown bool) *configs.Resource {
	res := configs.NewResource(d.Mode, d.Type, d.Name)
	local := res.Address()
	key := resourceKey{d.Module, local, lifecycleUnknown}
	if known := b.resources[key]; known != nil {
		return known
	}
	res.Provisioners = d.Provisioners
	if declared := b.declared[address.Join(address.WithoutKeys(d.Module), local)]; declared != nil {
		*res = *declared
	}
	if lifecycleUnknown {
		res.Lifecycle = configs.Lifecycle{}
	}
	b.resources[key] = res
	return res
}

// module returns the module instance with an address, and makes it, and those above it, where it is new.
func (b *Builder) module(path string) *terraform.ModuleInstance {
	m, ok := b.modules[path]
	if !ok {
		parent, call := address.CutCall(path)
		m = b.module(parent).AddCalled(call, path)
		b.modules[path] = m
	}
	return m
}

// SetMentions says which resources the expressions of a module mention.
func (b *Builder) SetMentions(module string, mentions map[string]bool) {
	if m, ok := b.modules[module]; ok {
		b.answers.mentions[m.Module] = mentions
	}
}

// SetOutputs says what the outputs of the root module are made from. The sources know better, where they are at hand.
func (b *Builder) SetOutputs(values []cty.Value, from []*terraform.Instance, open bool) {
	b.answers.outputs, b.answers.reach = values, terraform.ReachOf(from, open)
}

// Writes reports whether the sources certainly, or perhaps, write nested blocks of a type in the block of an instance.
func (b *Builder) Writes(i *terraform.Instance, typeName string) bool {
	from := b.answers.instances[i].from
	if from == nil || i.LifecycleUnknown {
		return false
	}
	_, open := from.Block().Open[typeName]
	return open || len(from.Block().Blocks(typeName)) > 0
}

// Source returns the instance of the sources that an instance was made from, nil where they are not at hand.
func (b *Builder) Source(i *terraform.Instance) *terraform.Instance {
	return b.answers.instances[i].from
}

// Root returns the root. Whether anything may be declared beside what was added is for the caller to say.
func (b *Builder) Root() *terraform.Root {
	objects := map[string][]terraform.Origin{}
	for _, i := range b.answers.byAddress {
		if i.Resource.Mode != configs.Managed {
			continue // it was read, and is what something else is
		}
		for attr, text := range i.Identities {
			objects[text] = append(objects[text], terraform.Origin{Instance: i, Attr: attr})
		}
	}
	b.root.Identify(objects)
	return b.root
}
