package definition

import (
	"math/big"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"

	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/facts"
	"github.com/apiglint/apiglint/schema/terraform"
)

// site is a block of a resource with the facts about what may stand in it.
type site struct {
	resource *schema.Resource
	// path is the dotted path of the block in the resource, "" for the outermost.
	path  string
	block *terraform.Block
	attrs map[string]*facts.Attr
	outer *site
	// args and nested are the names of the arguments and the types of the nested blocks that are written, sorted.
	args, nested []string
	// settings are those that were asked for and are written, by name: many rules ask for the same ones.
	settings map[string]*setting
}

// outermost answers the block of a resource itself.
func outermost(r *schema.Resource) *site {
	return &site{resource: r, block: r.Block.Written(), attrs: r.Facts.Attrs}
}

// sites are the outermost block of a resource and every nested one that the tables know, in a stable order.
type sites []*site

// sitesOf answers the sites of every resource of a configuration, in the order of its resources.
func sitesOf(c *schema.Config) []sites {
	return schema.Derived(c, func(c *schema.Config) []sites {
		all := make([]sites, len(c.Resources))
		for i, r := range c.Resources {
			if !r.Instance.Undeclared() {
				all[i] = outermost(r).withInner(nil)
			}
		}
		return all
	})
}

// eachSite visits every block of every resource that the tables know.
func eachSite(c *schema.Config, visit func(*site)) {
	for _, all := range sitesOf(c) {
		for _, s := range all {
			visit(s)
		}
	}
}

func (s *site) withInner(all sites) sites {
	s.args, s.nested = names(s.block), s.block.BlockTypes()
	all = append(all, s)
	for _, name := range s.nested {
		attr := s.attrs[name]
		if attr == nil || attr.Attrs == nil || attr.NestedOmitted {
			continue
		}
		for _, block := range s.block.Blocks(name) {
			all = s.inner(attr, block).withInner(all)
		}
	}
	return all
}

func (s *site) inner(attr *facts.Attr, block *terraform.Block) *site {
	return &site{resource: s.resource, path: s.named(attr.Name), block: block, attrs: attr.Attrs, outer: s}
}

// named is the dotted path of what stands in the block under a name.
func (s *site) named(name string) string { return within(s.path, name) }

func within(block, name string) string {
	if block == "" {
		return name
	}
	return block + "." + name
}

func names(b *terraform.Block) []string {
	all := make([]string, len(b.Args))
	for n := range b.Args {
		all[n] = b.Args[n].Name
	}
	return all
}

// written lists the arguments and the types of the nested blocks that are written in the block, sorted.
func (s *site) written() []string {
	if len(s.nested) == 0 {
		return s.args
	}
	names := slices.Clone(s.args)
	for _, name := range s.nested {
		if s.block.Arg(name) == nil {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

// String is how messages name the block: the address, and the path of a nested block.
func (s *site) String() string {
	if s.path == "" {
		return s.resource.String()
	}
	return s.path + " of " + s.resource.String()
}

// lookup answers the setting of an attribute by its path from the top of the resource, as it is seen from the block: the
// blocks around it are the ones that it stands in, and any other has to be the only one of its type. A path may go on
// behind a reference, with an attribute of the resource that is referred to.
func (s *site) lookup(path string) *setting {
	home := s
	for home.outer != nil && !strings.HasPrefix(path, home.path+".") {
		home = home.outer
	}
	rest := path
	if home.path != "" {
		rest = strings.TrimPrefix(path, home.path+".")
	}
	var through *hcl.Range
	for {
		name, further, more := strings.Cut(rest, ".")
		found := home.setting(name)
		if !more || found.attr == nil {
			if found.path == path && through == nil {
				return found
			}
			seen := *found
			seen.path, seen.through = path, through
			return &seen
		}
		switch target := home.behind(found); {
		case target != nil:
			if through == nil && !found.attr.Block {
				at := found.own()
				through = &at
			}
			home, rest = target, further
		case found.attr.Block && found.state == unset:
			return &setting{path: path, attr: found.attr, state: unset}
		default:
			return &setting{path: path, attr: found.attr, state: unsure, arg: found.arg, blocks: found.blocks}
		}
	}
}

// behind answers the block that a setting certainly is, or that it refers to; nil if there is none.
func (s *site) behind(found *setting) *site {
	if found.attr.Block {
		if len(found.blocks) == 1 && found.state == given && !found.open {
			return s.inner(found.attr, found.blocks[0])
		}
		return nil
	}
	origin, ok := schema.SoleOrigin(found.raw())
	if !ok || origin.Instance.Resource.Mode != terraform.Managed {
		return nil
	}
	target := facts.Resource(origin.Instance.Resource.Type)
	if target == nil {
		return nil
	}
	r := &schema.Resource{
		Address: origin.Instance.Address, Facts: target, Block: origin.Instance.Block(), Instance: origin.Instance,
	}
	return outermost(r)
}

// state is what is certain about an argument or a block type.
type state int

const (
	unsure state = iota // nothing
	unset               // not written, null, or the empty string
	given               // set to what cannot be told here, or to a block
	known               // set to a value that is known
)

// setting is what a block says of one attribute.
type setting struct {
	attr *facts.Attr
	path string // from the top of the resource
	state
	// value is the argument's without marks and in the attribute's type, and set only where the state is known.
	value    cty.Value
	arg      *terraform.Argument
	blocks   []*terraform.Block
	open     bool
	secret   bool
	doubtful bool // see perhaps
	// through is the reference that leads to the resource that has the attribute, nil where that is the block's own.
	through *hcl.Range
	// element is the text of an element of the value, where it is about that alone.
	element *hcl.Range
}

// raw is the value as it was evaluated, cty.NilVal where there is no argument.
func (f *setting) raw() cty.Value {
	if f.arg == nil {
		return cty.NilVal
	}
	return f.arg.Value()
}

// setting answers what the block says of the attribute with a name. It is shared: whoever changes it copies it.
func (s *site) setting(name string) *setting {
	attr, arg := s.attrs[name], s.block.Arg(name)
	if attr == nil {
		return &setting{path: s.named(name)}
	}
	if arg == nil && len(s.block.Blocks(name)) == 0 && (!attr.Block || !s.mayHave(name)) {
		return unsetOf(attr, s.path)
	}
	found, ok := s.settings[name]
	if !ok {
		if s.settings == nil {
			s.settings = make(map[string]*setting, len(s.args)+len(s.nested))
		}
		found = s.read(attr, arg)
		s.settings[name] = found
	}
	return found
}

// unsets are the settings of attributes that are not set, by *facts.Attr. They are the same in all resources, in which
// most attributes are not set.
var unsets sync.Map

func unsetOf(attr *facts.Attr, block string) *setting {
	if found, ok := unsets.Load(attr); ok {
		return found.(*setting) //nolint:forcetypeassert // nothing else is stored
	}
	found, _ := unsets.LoadOrStore(attr, &setting{attr: attr, path: within(block, attr.Name), state: unset})
	return found.(*setting) //nolint:forcetypeassert // nothing else is stored
}

// mayHave reports whether a dynamic block may make blocks of a type, any number of them or none.
func (s *site) mayHave(name string) bool {
	_, open := s.block.Open[name]
	return open || s.dynamic(name)
}

func (s *site) read(attr *facts.Attr, arg *terraform.Argument) *setting {
	name := attr.Name
	found := &setting{attr: attr, path: s.named(name)}
	switch {
	case attr.Block && arg == nil:
		found.blocks = s.block.Blocks(name)
		_, found.open = s.block.Open[name]
		if len(found.blocks) > 0 {
			found.state = given
		}
	case attr.Block:
		found.arg = arg // a block that is written as an argument is for another rule to report
	case arg != nil:
		found.take(arg)
		if s.perhaps(arg) {
			found.state, found.doubtful = unsure, true
		}
	}
	return found
}

// perhaps reports whether a value is certain only if the resource is there at all: one that stands for any number of
// others may be none just because of the value that it is passed.
func (s *site) perhaps(arg *terraform.Argument) bool { return s.resource.Symbolic() && arg.Passed() }

func (f *setting) take(arg *terraform.Argument) {
	raw := arg.Value()
	f.arg = arg
	f.secret = f.attr.Sensitive || terraform.Sensitive(raw)
	plain := terraform.Unmarked(raw)
	switch {
	case !plain.IsKnown():
		if certainlySet(arg, raw) {
			f.state = given
		}
		return
	case plain.IsNull():
		f.state = empty(arg)
		return
	}
	converted, err := convert.Convert(plain, f.attr.ImpliedType())
	if err != nil || !converted.IsKnown() {
		return // a value of the wrong type is for another rule to report
	}
	f.value = converted
	switch ty := converted.Type(); {
	case converted.IsNull(),
		ty == cty.String && converted.AsString() == "",
		ty.IsCollectionType() && converted.LengthInt() == 0:
		f.state = empty(arg)
	default:
		f.state = known
	}
}

// empty is the state of an argument with an empty value: an input of the root module is not certain to stay so.
func empty(arg *terraform.Argument) state {
	if arg.Blank() {
		return unsure
	}
	return unset
}

// dynamic reports whether a dynamic block may make blocks of a type.
func (s *site) dynamic(name string) bool {
	_, ok := s.block.Dynamic[name]
	return ok
}

// certainlySet reports whether a value that is not known is certainly neither null nor empty: an attribute of a
// resource that is named directly and that the provider always computes, or a text with a part that is known.
func certainlySet(arg *terraform.Argument, raw cty.Value) bool {
	if schema.CertainPrefix(raw) != "" || arg.HasText() {
		return true
	}
	origin, ok := schema.SoleOrigin(raw)
	return ok && origin.Attr == "id" && arg.Direct()
}

// elements answers the elements of an argument that is a list, and whether they are all there is.
func (f *setting) elements() (elements []terraform.Element, complete bool) {
	if f.arg == nil || f.doubtful {
		return nil, false
	}
	return f.arg.Elements()
}

// isSet answers whether the attribute is set. Zero and false are what the provider takes for unset in many places, so
// that they are not certain.
func (f *setting) isSet() schema.Verdict {
	switch f.state {
	case unset:
		return schema.No
	case unsure:
		return schema.Unsure
	case given, known:
	}
	if f.state == known && (f.value.Type() == cty.Bool && f.value.False() || f.value.Type() == cty.Number && f.value.RawEquals(cty.Zero)) {
		return schema.Unsure
	}
	return schema.Yes
}

// printed answers a scalar value as the tables print it.
func (f *setting) printed() (string, bool) {
	if f.state != known {
		return "", false
	}
	return printed(f.value)
}

func printed(v cty.Value) (string, bool) {
	if !v.IsKnown() || v.IsNull() || !v.Type().IsPrimitiveType() {
		return "", false
	}
	if v.Type() == cty.Number {
		if n, accuracy := v.AsBigFloat().Int64(); accuracy == big.Exact {
			return strconv.FormatInt(n, 10), true // what most are, and much cheaper
		}
	}
	text, err := convert.Convert(v, cty.String)
	if err != nil {
		return "", false
	}
	return text.AsString(), true
}

// written reports whether there is text in the configuration that says it.
func (f *setting) written() bool { return f.arg != nil || len(f.blocks) > 0 }

// own is where the setting itself is written, in whatever resource: empty where it is not.
func (f *setting) own() hcl.Range {
	switch {
	case f.element != nil:
		return *f.element
	case f.arg != nil:
		return f.arg.Range()
	case len(f.blocks) > 0:
		return f.blocks[0].Header()
	}
	return hcl.Range{}
}

// place is what to point at when the value has to change: where it is another resource's, the reference to that one. It is
// empty where nothing is written.
func (f *setting) place() hcl.Range {
	if f.through != nil {
		return *f.through
	}
	return f.own()
}

// placeOf is where a setting is written, the block's header where it is not.
func (s *site) placeOf(f *setting) hcl.Range {
	if !f.written() {
		return s.block.Header()
	}
	return f.own()
}

// header is what to point at when the argument or block has to go: its name.
func (f *setting) header() hcl.Range {
	if f.arg != nil && f.through == nil {
		return f.arg.NameRange()
	}
	return f.place()
}
