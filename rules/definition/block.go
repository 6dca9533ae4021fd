package definition

import (
	"cmp"
	"slices"
	"strings"

	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/facts"
	"github.com/apiglint/apiglint/schema/terraform"
	"github.com/apiglint/apiglint/schema/terraform/configs"
)

// blockContext is a block of a resource with the shape that it is held to.
type blockContext struct {
	*shape
	resource *schema.Resource
	block    *terraform.Block
	outer    *blockContext // nil for the outermost block
	// states are those of the attributes that are written, sorted by name. What the shape does not have is not among them.
	states []attributeState
	// inner are the nested blocks that the facts know, sorted by type.
	inner []blockContext
}

// blocksOf returns the outermost block of every resource of a configuration, in the order of its resources. One that the
// configuration does not declare has no shape.
func blocksOf(c *schema.Config) []blockContext {
	return schema.Derived(c, func(c *schema.Config) []blockContext {
		all := make([]blockContext, len(c.Resources))
		for i, r := range c.Resources {
			if !r.Instance.Undeclared {
				all[i].fill(r, shapeOf(r.Facts), r.Block.Configured(), nil)
			}
		}
		return all
	})
}

// eachBlock visits every block of every resource that the facts know, in a stable order.
func eachBlock(c *schema.Config, visit func(*blockContext)) {
	all := blocksOf(c)
	for i := range all {
		if all[i].shape != nil {
			all[i].each(visit)
		}
	}
}

// eachUnmade visits every block that is written and that there is no instance of.
func eachUnmade(c *schema.Config, visit func(*blockContext)) {
	for _, r := range c.Unmade {
		if b := outermost(r); b.shape != nil {
			b.each(visit)
		}
	}
}

// each visits the block and those in it.
func (b *blockContext) each(visit func(*blockContext)) {
	visit(b)
	for name := range b.block.Open {
		b.block.Ask(name) // others may be there, and are not visited
	}
	for i := range b.inner {
		b.inner[i].each(visit)
	}
}

// outermost returns the block of a resource itself.
func outermost(r *schema.Resource) *blockContext {
	b := &blockContext{}
	b.fill(r, shapeOf(r.Facts), r.Block.Configured(), nil)
	return b
}

func (b *blockContext) fill(r *schema.Resource, sh *shape, block *terraform.Block, outer *blockContext) {
	b.resource, b.shape, b.block, b.outer = r, sh, block, outer
	b.states = make([]attributeState, 0, len(block.Args)+len(block.Nested))
	for n := range block.Args {
		if attr := sh.attrs[block.Args[n].Name]; attr != nil {
			b.states = append(b.states, attributeState{attr: attr, in: block, arg: &block.Args[n]})
		}
	}
	for _, name := range block.BlockTypes() {
		if attr := sh.attrs[name]; attr != nil && block.Arg(name) == nil {
			b.states = append(b.states, attributeState{attr: attr, in: block})
		}
	}
	slices.SortFunc(b.states, func(a, b attributeState) int { return cmp.Compare(a.attr.order, b.attr.order) })
	if len(block.Nested) > 0 {
		b.fillInner()
	}
}

func (b *blockContext) fillInner() {
	n := 0
	for _, block := range b.block.Nested {
		if attr := b.attrs[block.Type]; attr != nil && attr.inner != nil {
			n++
		}
	}
	b.inner = make([]blockContext, n)
	n = 0
	for i := range b.states {
		attr := b.states[i].attr
		if attr.inner == nil {
			continue
		}
		for _, block := range b.block.Blocks(attr.Name) {
			b.inner[n].fill(b.resource, attr.inner, block, b)
			n++
		}
	}
}

// innerOf returns the nested blocks of an attribute.
func (b *blockContext) innerOf(attr *attribute) []blockContext {
	if attr.inner == nil {
		return nil
	}
	at := func(path string) int {
		n, _ := slices.BinarySearchFunc(b.inner, path, func(inner blockContext, path string) int { return strings.Compare(inner.path, path) })
		return n
	}
	first := at(attr.path)
	return b.inner[first : first+len(b.block.Blocks(attr.Name))]
}

// named returns the dotted path of what stands in the block under a name.
func (b *blockContext) named(name string) string { return within(b.path, name) }

// String is how messages call the block: the address, and the path of a nested block.
func (b *blockContext) String() string {
	if b.path == "" {
		return b.resource.String()
	}
	return b.path + " of " + b.resource.String()
}

// state returns what the block says of the attribute with a name.
func (b *blockContext) state(name string) *attributeState {
	attr := b.attrs[name]
	if attr == nil {
		return &attributeState{via: &via{path: b.named(name)}}
	}
	if i, ok := b.find(attr); ok {
		return b.read(&b.states[i])
	}
	if attr.Block && b.mayHave(name) {
		return &attributeState{attr: attr, in: b.block}
	}
	return attr.unset
}

func (b *blockContext) find(attr *attribute) (int, bool) {
	return slices.BinarySearchFunc(b.states, attr.order, func(s attributeState, order int) int { return cmp.Compare(s.attr.order, order) })
}

// lookup returns the state of an attribute by its path from the top of the resource, as it is seen from the block: the
// blocks around it are the ones that it stands in, and any other has to be the only one of its type. A path may go on
// behind a reference, with an attribute of the resource that is referred to.
func (b *blockContext) lookup(path string) *attributeState {
	home := b
	for home.outer != nil && !below(path, home.path) {
		home = home.outer
	}
	rest := path
	if home.path != "" {
		rest = path[len(home.path)+1:]
	}
	var through *attributeState
	for {
		name, further, more := strings.Cut(rest, ".")
		found := home.state(name)
		if !more || found.attr == nil {
			if through == nil && found.path() == path {
				return found
			}
			seen := *found
			seen.via = &via{path: path, through: through}
			return &seen
		}
		switch target := home.behind(found); {
		case target != nil:
			if through == nil && !found.attr.Block {
				through = found
			}
			home, rest = target, further
		case found.attr.Block && found.state == unset:
			return &attributeState{attr: found.attr, state: unset, via: &via{path: path}}
		default:
			found.ask()
			return &attributeState{attr: found.attr, state: unsure, via: &via{path: path}}
		}
	}
}

// below reports whether a path leads to something in a block.
func below(path, block string) bool {
	return len(path) > len(block) && path[len(block)] == '.' && strings.HasPrefix(path, block)
}

// behind returns the block that an attribute certainly is, or that it refers to; nil if there is none.
func (b *blockContext) behind(found *attributeState) *blockContext {
	if found.attr.Block {
		if inner := b.innerOf(found.attr); len(inner) == 1 && found.state == given && !found.open() {
			return &inner[0]
		}
		return nil
	}
	origin, ok := b.resource.OriginOf(found.raw())
	if !ok || origin.Instance.Resource.Mode != configs.Managed || origin.Instance.Undeclared {
		return nil
	}
	target := facts.Resource(origin.Instance.Resource.Type)
	if target == nil {
		return nil
	}
	return outermost(&schema.Resource{
		Address: origin.Instance.Address, Facts: target, Block: origin.Instance.Block(), Instance: origin.Instance,
	})
}

// askAll asks for every argument of the block that is not known.
func (b *blockContext) askAll() {
	for i := range b.states {
		if s := b.read(&b.states[i]); s.state != known {
			s.askUnless(unset)
		}
	}
}

// mayHave reports whether a dynamic block may make blocks of a type, any number of them or none.
func (b *blockContext) mayHave(name string) bool {
	_, open := b.block.Open[name]
	return open || b.dynamic(name)
}

// dynamic reports whether dynamic blocks may make blocks of a type. Those of a resource that stands for any number of others
// may, whatever they are passed.
func (b *blockContext) dynamic(name string) bool {
	made, ok := b.block.Dynamic[name]
	return ok && (!made.Empty || b.resource.Symbolic())
}

// perhaps reports whether a value is certain only if the resource is there at all: one that stands for any number of
// others may be none just because of the value that it is passed.
func (b *blockContext) perhaps(arg *terraform.Argument) bool {
	return b.resource.Symbolic() && arg.FromModuleInput()
}
