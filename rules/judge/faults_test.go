package judge_test

import (
	"slices"

	"github.com/zclconf/go-cty/cty"

	"github.com/apiglint/apiglint/schema/facts"
)

// configuration is a resource or data source with one fault at most.
type configuration struct {
	root     *entry
	fault    string // what kind of
	expected expected
	path     string   // of the argument or block that is wrong
	at       []*entry // where it may be reported
	rigid    bool     // written in another form it would mean something else
}

// expected is what the facts say that the provider says.
type expected int

const (
	accepted expected = iota // there is no fault
	unseen                   // there is one, which only the cloud sees
	refused
	either // the facts do not say
)

func by(s facts.Source) expected {
	if s == facts.FromCode {
		return refused
	}
	return unseen
}

// breaker makes configurations that have a fault at one attribute.
type breaker struct {
	*generator
	path string
	attr *facts.Attr
	made []*configuration
}

// faults returns what can be wrong at an attribute, each in a resource of its own.
func (g *generator) faults(path string, a *facts.Attr) []*configuration {
	b := &breaker{generator: g, path: path, attr: a}
	switch {
	case a.ReadOnly():
		b.readOnly()
	case !a.Block:
		b.added("argument as a block", path, &entry{name: a.Name}, true)
		b.types()
		b.values()
		b.elements()
		b.absence()
		b.limits()
		b.relations()
	case !a.NestedOmitted:
		b.added("block as an argument", path, &entry{name: a.Name, value: cty.StringVal("text")}, true)
		b.added("unknown argument", path, &entry{name: "no_such_argument", value: cty.StringVal("text")}, false)
		b.added("unknown block", path, &entry{name: "no_such_block"}, false)
		b.absence()
		b.limits()
		b.relations()
	}
	return b.made
}

// change makes a fault in a block, in which own is the entry of the attribute, and says where it may be reported. It returns
// nil where it cannot.
type change func(root, block, own *entry) (at []*entry)

// breaks begins with a faultless resource in which what stands at a path is set.
func (b *breaker) breaks(kind string, e expected, with string, do change) *configuration {
	root := b.faultless(with)
	if root == nil {
		return nil
	}
	at := do(root, root.at(parent(b.path)), root.at(b.path))
	if at == nil {
		return nil
	}
	c := &configuration{root: root, fault: kind, expected: e, path: b.path, at: at}
	b.made = append(b.made, c)
	return c
}

// replaced gives the argument another value.
func (b *breaker) replaced(kind string, e expected, v cty.Value) {
	b.breaks(kind, e, b.path, func(_, block, own *entry) []*entry {
		own.value = v
		if e == either {
			return append(block.inner, block) // another one may need it
		}
		return []*entry{own, block} // what is null is missing from its block
	})
}

// added puts an entry in the place of the attribute, or, if it has another name, into the block that the attribute is.
func (b *breaker) added(kind, with string, e *entry, rigid bool) {
	c := b.breaks(kind, refused, with, func(_, block, own *entry) []*entry {
		if e.name != b.attr.Name {
			block = own
		}
		block.remove(e.name)
		block.inner = append(block.inner, e)
		return []*entry{e}
	})
	if c != nil {
		c.rigid = rigid
	}
}

func (b *breaker) readOnly() {
	if v := b.valid(b.attr); v != cty.NilVal {
		b.added("read-only argument", parent(b.path), &entry{name: b.attr.Name, value: v}, false)
	}
	if b.attr.Attrs != nil {
		b.added("read-only block", parent(b.path), &entry{name: b.attr.Name}, true)
	}
}

// absence leaves out what is required, or says null in its place.
func (b *breaker) absence() {
	if !b.attr.Block {
		e := accepted
		switch {
		case b.attr.Required:
			e = refused
		case b.related():
			e = either
		}
		b.replaced("null", e, null)
		switch b.attr.Type {
		case facts.List, facts.Set:
			b.replaced("not known", accepted, cty.TupleVal([]cty.Value{cty.DynamicVal}))
		case facts.Map:
			b.replaced("not known", accepted, cty.ObjectVal(map[string]cty.Value{"k": cty.DynamicVal}))
		case facts.String: // what is not known is one
			b.replaced("not known", accepted, cty.DynamicVal)
		case facts.Bool, facts.Int, facts.Float:
		}
	}
	if !b.attr.Required {
		return
	}
	b.breaks("missing", refused, b.path, func(_, block, _ *entry) []*entry {
		block.remove(b.attr.Name)
		return []*entry{block}
	})
	if b.attr.Block {
		b.breaks("missing, in a dynamic block", refused, b.path, func(_, block, _ *entry) []*entry {
			none := &entry{name: b.attr.Name, none: true}
			block.remove(b.attr.Name)
			block.inner = append(block.inner, none)
			return []*entry{block, none}
		})
	}
}

// related reports whether the attribute may be needed because of another one.
func (b *breaker) related() bool {
	found := false
	eachAttr(b.of.Attrs, "", func(path string, a *facts.Attr) {
		needed := slices.Concat(a.ExactlyOneOf, a.AtLeastOneOf, a.RequiredWith)
		found = found || len(needed) > 0 && slices.Contains(append(dotted(needed), path), b.path)
	})
	return found
}

// limits has too many or too few blocks or elements.
func (b *breaker) limits() {
	a := b.attr
	if a.MaxItems > 0 {
		b.counted("too many", refused, a.MaxItems+1)
	} else if a.DocMaxItems > 0 {
		b.counted("too many", unseen, a.DocMaxItems+1)
	}
	if a.MinItems > 1 {
		b.counted("too few", refused, a.MinItems-1)
	}
}

func (b *breaker) counted(kind string, e expected, n int) {
	if n > 300 {
		return // it would take longer than all the others
	}
	b.breaks(kind, e, b.path, func(_, block, own *entry) []*entry {
		if !b.attr.Block {
			own.value = b.several(b.attr, n)
			if own.value == cty.NilVal || own.value.LengthInt() != n {
				return nil
			}
			return []*entry{own}
		}
		block.remove(b.attr.Name)
		for range n {
			block.inner = append(block.inner, own)
		}
		return []*entry{own, block}
	})
}

// relations has arguments together that exclude each other, or one without another that it needs.
func (b *breaker) relations() {
	a := b.attr
	for _, other := range dotted(a.ConflictsWith) {
		b.together("conflicting", refused, other)
		b.togetherWith("conflicting with null", accepted, other, func(facts.Kind) cty.Value { return null })
		b.togetherWith("conflicting with what is empty", refused, other, empty)
	}
	for _, other := range dotted(a.ExactlyOneOf) {
		b.together("two of which one is allowed", refused, other)
		b.togetherWith("two, one of them null", accepted, other, func(facts.Kind) cty.Value { return null })
		b.togetherWith("two, one of them empty", refused, other, empty)
	}
	b.without("none of several", true, a.ExactlyOneOf)
	b.without("none of several", true, a.AtLeastOneOf)
	b.without("without its partner", false, a.RequiredWith)
}

func (b *breaker) together(kind string, e expected, other string) {
	b.togetherWith(kind, e, other, nil)
}

// togetherWith sets another argument too, to a value of its kind; nil stands for any that is valid.
func (b *breaker) togetherWith(kind string, e expected, other string, value func(facts.Kind) cty.Value) {
	if value != nil && b.of.At(other).Block {
		return
	}
	b.breaks(kind, e, b.path, func(root, block, own *entry) []*entry {
		outer := root.at(parent(other))
		if outer == nil || root.at(other) == nil && !b.add(root, other, "") {
			return nil
		}
		if value != nil {
			root.at(other).value = value(b.of.At(other).Type)
		}
		return []*entry{own, root.at(other), outer, block}
	})
}

// without removes the other members of a group, and perhaps the attribute itself.
func (b *breaker) without(kind string, itself bool, others []string) {
	if len(others) == 0 || b.attr.Required {
		return
	}
	b.breaks(kind, refused, b.path, func(root, block, own *entry) []*entry {
		if itself {
			block.remove(b.attr.Name)
		}
		for _, other := range dotted(others) {
			if outer := root.at(parent(other)); outer != nil {
				outer.remove(b.of.At(other).Name)
			}
		}
		return []*entry{root, block, own}
	})
}

// null is what is certainly not there.
var null = cty.NullVal(cty.DynamicPseudoType)

// empty returns the value of a kind with which nothing is meant.
func empty(kind facts.Kind) cty.Value {
	return map[facts.Kind]cty.Value{
		facts.String: cty.StringVal(""), facts.Int: cty.Zero, facts.Float: cty.Zero, facts.Bool: cty.False,
		facts.List: cty.EmptyTupleVal, facts.Set: cty.EmptyTupleVal, facts.Map: cty.EmptyObjectVal,
	}[kind]
}
