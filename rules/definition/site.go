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

// site is a block of a resource with the form that it is held to.
type site struct {
	*form
	resource *schema.Resource
	block    *terraform.Block
	outer    *site // nil for the outermost block
	// settings are those of the attributes that are written, sorted by name. What is written besides the form does not have.
	settings []setting
	// inner are the nested blocks that the tables know, sorted by type.
	inner []site
}

// sitesOf answers the outermost block of every resource of a configuration, in the order of its resources. One that the
// configuration does not declare has no form.
func sitesOf(c *schema.Config) []site {
	return schema.Derived(c, func(c *schema.Config) []site {
		all := make([]site, len(c.Resources))
		for i, r := range c.Resources {
			if !r.Instance.Undeclared {
				all[i].fill(r, formOf(r.Facts), r.Block.Configured(), nil)
			}
		}
		return all
	})
}

// eachSite visits every block of every resource that the tables know, in a stable order.
func eachSite(c *schema.Config, visit func(*site)) {
	all := sitesOf(c)
	for i := range all {
		if all[i].form != nil {
			all[i].each(visit)
		}
	}
}

// each visits the block and those in it.
func (s *site) each(visit func(*site)) {
	visit(s)
	for i := range s.inner {
		s.inner[i].each(visit)
	}
}

// outermost answers the block of a resource itself.
func outermost(r *schema.Resource) *site {
	s := &site{}
	s.fill(r, formOf(r.Facts), r.Block.Configured(), nil)
	return s
}

func (s *site) fill(r *schema.Resource, f *form, b *terraform.Block, outer *site) {
	s.resource, s.form, s.block, s.outer = r, f, b, outer
	s.settings = make([]setting, 0, len(b.Args)+len(b.Nested))
	for n := range b.Args {
		if attr := f.attrs[b.Args[n].Name]; attr != nil {
			s.settings = append(s.settings, setting{attr: attr, in: b, arg: &b.Args[n]})
		}
	}
	for _, name := range b.BlockTypes() {
		if attr := f.attrs[name]; attr != nil && b.Arg(name) == nil {
			s.settings = append(s.settings, setting{attr: attr, in: b})
		}
	}
	slices.SortFunc(s.settings, func(a, b setting) int { return cmp.Compare(a.attr.order, b.attr.order) })
	if len(b.Nested) > 0 {
		s.fillInner()
	}
}

func (s *site) fillInner() {
	n := 0
	for _, block := range s.block.Nested {
		if attr := s.attrs[block.Type]; attr != nil && attr.inner != nil {
			n++
		}
	}
	s.inner = make([]site, n)
	n = 0
	for i := range s.settings {
		attr := s.settings[i].attr
		if attr.inner == nil {
			continue
		}
		for _, block := range s.block.Blocks(attr.Name) {
			s.inner[n].fill(s.resource, attr.inner, block, s)
			n++
		}
	}
}

// innerOf answers the nested blocks of an attribute.
func (s *site) innerOf(attr *attribute) []site {
	if attr.inner == nil {
		return nil
	}
	at := func(path string) int {
		n, _ := slices.BinarySearchFunc(s.inner, path, func(inner site, path string) int { return strings.Compare(inner.path, path) })
		return n
	}
	first := at(attr.path)
	return s.inner[first : first+len(s.block.Blocks(attr.Name))]
}

// named is the dotted path of what stands in the block under a name.
func (s *site) named(name string) string { return within(s.path, name) }

// String is how messages name the block: the address, and the path of a nested block.
func (s *site) String() string {
	if s.path == "" {
		return s.resource.String()
	}
	return s.path + " of " + s.resource.String()
}

// setting answers what the block says of the attribute with a name.
func (s *site) setting(name string) *setting {
	attr := s.attrs[name]
	if attr == nil {
		return &setting{by: &detour{path: s.named(name)}}
	}
	if i, ok := s.find(attr); ok {
		return s.read(&s.settings[i])
	}
	if attr.Block && s.mayHave(name) {
		return &setting{attr: attr, in: s.block}
	}
	return attr.unset
}

func (s *site) find(attr *attribute) (int, bool) {
	return slices.BinarySearchFunc(s.settings, attr.order, func(f setting, order int) int { return cmp.Compare(f.attr.order, order) })
}

// lookup answers the setting of an attribute by its path from the top of the resource, as it is seen from the block: the
// blocks around it are the ones that it stands in, and any other has to be the only one of its type. A path may go on
// behind a reference, with an attribute of the resource that is referred to.
func (s *site) lookup(path string) *setting {
	home := s
	for home.outer != nil && !below(path, home.path) {
		home = home.outer
	}
	rest := path
	if home.path != "" {
		rest = path[len(home.path)+1:]
	}
	var through *setting
	for {
		name, further, more := strings.Cut(rest, ".")
		found := home.setting(name)
		if !more || found.attr == nil {
			if through == nil && found.path() == path {
				return found
			}
			seen := *found
			seen.by = &detour{path: path, through: through}
			return &seen
		}
		switch target := home.behind(found); {
		case target != nil:
			if through == nil && !found.attr.Block {
				through = found
			}
			home, rest = target, further
		case found.attr.Block && found.state == unset:
			return &setting{attr: found.attr, state: unset, by: &detour{path: path}}
		default:
			return &setting{attr: found.attr, state: unsure, by: &detour{path: path}}
		}
	}
}

// below reports whether a path leads to something in a block.
func below(path, block string) bool {
	return len(path) > len(block) && path[len(block)] == '.' && strings.HasPrefix(path, block)
}

// behind answers the block that a setting certainly is, or that it refers to; nil if there is none.
func (s *site) behind(found *setting) *site {
	if found.attr.Block {
		if inner := s.innerOf(found.attr); len(inner) == 1 && found.state == given && !found.open() {
			return &inner[0]
		}
		return nil
	}
	origin, ok := schema.SingleOrigin(found.raw())
	if !ok || origin.Instance.Resource.Mode != configs.Managed {
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

// mayHave reports whether a dynamic block may make blocks of a type, any number of them or none.
func (s *site) mayHave(name string) bool {
	_, open := s.block.Open[name]
	return open || s.dynamic(name)
}

// dynamic reports whether a dynamic block may make blocks of a type.
func (s *site) dynamic(name string) bool {
	_, ok := s.block.Dynamic[name]
	return ok
}

// perhaps reports whether a value is certain only if the resource is there at all: one that stands for any number of
// others may be none just because of the value that it is passed.
func (s *site) perhaps(arg *terraform.Argument) bool {
	return s.resource.Symbolic() && arg.FromModuleInput()
}
