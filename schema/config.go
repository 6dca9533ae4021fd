package schema

import (
	"sync"

	"github.com/apiglint/apiglint/schema/terraform"
	"github.com/apiglint/apiglint/schema/terraform/configs"
)

// Config is one root module with everything that it calls: every gateway, and what stands around it. It does not change
// once it is loaded. It is made in three steps, and each has a type of its own, so that nothing is asked too early: what
// is declared ([declarations]), the objects with their references ([Kinds]), and what is looked up in them.
type Config struct {
	Kinds
	// Root is the module tree that the configuration was read from.
	Root *terraform.Root
	// Planned says that the root was made of a plan, and not read.
	Planned bool
	// Refers says that some argument may name an object that is declared.
	Refers bool
	// Strangers are blocks whose type looks like the provider's and is not. What types its sisters have is not known.
	Strangers []Stranger
	// Before is what was applied, where a change is judged, and otherwise nil. See [Config.Earlier].
	Before *Config

	misfits   []Misfit
	unclear   []Value[string]      // references that may be misfits
	earlier   map[string]*Resource // of before, by the addresses of now
	objects   map[*terraform.Instance]any
	links     *links
	addresses map[terraform.Origin][]terraform.Use
	urls      map[terraform.Origin][]terraform.Use
	exports   exports
	derived   sync.Map // by the type of what is derived
}

// Load reads the root module in dir and links what it declares.
func Load(loader *configs.Loader, dir string, o terraform.Options) (*Config, error) {
	root, err := terraform.Load(loader, dir, o)
	if err != nil {
		return nil, err
	}
	return FromRoot(root), nil
}

// FromRoot links what a root module declares.
func FromRoot(root *terraform.Root) *Config { return Changed(root, nil) }

// Anew links what the configuration declares once more.
func (c *Config) Anew() *Config { return c.anew(nil) }

// Closed does so as if nothing was declared beside it, whatever could not be read: what is found then and not otherwise is what the edge
// of the configuration keeps back.
func (c *Config) Closed() *Config { return c.anew(func([]*Opening) []*Opening { return nil }) }

// OpenAt is [Config.Closed] but for one of its [Config.Openings].
func (c *Config) OpenAt(n int) *Config {
	return c.anew(func(all []*Opening) []*Opening { return all[n : n+1] })
}

func (c *Config) anew(only func([]*Opening) []*Opening) *Config {
	var changes map[*terraform.Instance]*Change
	if c.Planned {
		changes = map[*terraform.Instance]*Change{}
		for _, r := range c.Resources {
			changes[r.Instance] = r.Change
		}
	}
	return link(c.Root, changes, held{}, only)
}

// Changed links what a plan says of a root module, and takes in what the plan does with its instances.
func Changed(root *terraform.Root, changes map[*terraform.Instance]*Change) *Config {
	return link(root, changes, held{}, nil)
}

func link(root *terraform.Root, changes map[*terraform.Instance]*Change, held held, only func([]*Opening) []*Opening) *Config {
	declared, strangers := declare(root, changes, held)
	kinds := declared.read()
	kinds.watched = new(bool)
	for _, gap := range root.Gaps() {
		kinds.openings = append(kinds.openings, &Opening{Want: gap.Want, call: gap.Call})
	}
	if only != nil {
		kinds.openings = only(kinds.openings)
	}
	kinds.edge = edgeOf(&kinds, root, kinds.openings)
	c := &Config{
		Kinds: kinds, Root: root, Planned: changes != nil, Strangers: strangers, Refers: declared.refers,
		misfits: declared.misfits, unclear: declared.unclear, objects: declared.objects(),
	}
	c.links = gather(&kinds)
	c.addresses = root.Uses("ingress_address", "vpc_ingress_address")
	c.urls = root.URLs("ingress_address", "vpc_ingress_address")
	c.exports = exported(root)
	return c
}

// Object returns the kind that an instance was read into, or nil.
func (c *Config) Object(instance *terraform.Instance) any { return c.objects[instance] }

// Watch lets a function know of every value that is asked for and not known, by the resource and the argument; "" stands for how many
// instances there are. With nil nothing is watched any more.
func (c *Config) Watch(asked func(r *Resource, b *terraform.Block, argument string)) {
	*c.watched = asked != nil
	var watch func(r *Resource, b *terraform.Block)
	watch = func(r *Resource, b *terraform.Block) {
		if asked == nil {
			b.Watch(nil)
		} else {
			b.Watch(func(argument string) { asked(r, b, argument) })
		}
		for _, nested := range b.Nested {
			watch(r, nested)
		}
	}
	for _, r := range c.Resources {
		watch(r, r.Block)
		if configured := r.Block.Configured(); configured != r.Block {
			watch(r, configured)
		}
	}
}
