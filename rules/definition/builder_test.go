package definition

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/apiglint/apiglint/schema/facts"
)

// builder writes a resource with the attributes that it is told, and those that references lead to.
type builder struct {
	ch     *check
	typ    *facts.Type
	root   *node
	others []string
	behind map[string]*node // by reference argument: what the other resource has
	copies int
}

// node is a block: its arguments, and its blocks by type.
type node struct {
	args   map[string]string
	blocks map[string][]*node
}

func (n *node) block(name string) *node {
	if n.blocks == nil {
		n.blocks = map[string][]*node{}
	}
	if len(n.blocks[name]) == 0 {
		n.blocks[name] = []*node{{}}
	}
	return n.blocks[name][0]
}

func (n *node) arg(name, literal string) {
	if n.args == nil {
		n.args = map[string]string{}
	}
	n.args[name] = literal
}

// attr returns the facts of an attribute of the constraint, behind a reference too.
func (b *builder) attr(attr string) *facts.Attr {
	path := b.ch.at(attr)
	if a := b.typ.At(path); a != nil {
		return a
	}
	_, rest, _ := strings.Cut(path, ".")
	return facts.Resource(b.referred(rest)).At(rest)
}

func (b *builder) referred(attr string) string {
	for _, ref := range b.ch.RefersTo {
		if name, referred, _ := strings.Cut(ref, "."); referred == attr {
			return name
		}
	}
	return ""
}

// home makes the blocks that the attributes of the constraint stand in.
func (b *builder) home() {
	at := b.root
	for _, step := range strings.Split(b.ch.homeIn(b.typ), ".") {
		if step != "" {
			at = at.block(step)
		}
	}
}

// set gives an attribute a value: a sample of its type if that is "".
func (b *builder) set(attr, value string) {
	path := b.ch.at(attr)
	a := b.attr(attr)
	at := b.root
	if b.typ.At(path) == nil {
		argument, rest, _ := strings.Cut(path, ".")
		other := b.referred(rest)
		b.root.arg(argument, other+".other.id")
		if b.behind == nil {
			b.behind = map[string]*node{}
		}
		if b.behind[other] == nil {
			b.behind[other] = &node{}
		}
		at, path = b.behind[other], rest
	}
	steps := strings.Split(path, ".")
	for _, step := range steps[:len(steps)-1] {
		at = at.block(step)
	}
	name := steps[len(steps)-1]
	if a.Block {
		at.block(name)
		return
	}
	if at.args[name] != "" && value == "" {
		return // a reference, or a value that was asked for
	}
	at.arg(name, literal(a, value))
}

func (b *builder) raw(attr, expression string) { b.root.arg(b.ch.at(attr), expression) }

func (b *builder) other(typeName string) {
	b.others = append(b.others, fmt.Sprintf("resource %q \"other\" {}\n", typeName))
}

func (b *builder) unset(attr string) {
	path := b.ch.at(attr)
	at := b.root
	if b.typ.At(path) == nil {
		_, rest, _ := strings.Cut(path, ".")
		delete(b.behind[b.referred(rest)].args, rest)
		return
	}
	steps := strings.Split(path, ".")
	for _, step := range steps[:len(steps)-1] {
		at = at.block(step)
	}
	delete(at.args, steps[len(steps)-1])
	delete(at.blocks, steps[len(steps)-1])
}

// twice makes two blocks or resources that agree in all attributes of the constraint, or differ in the first.
func (b *builder) twice(same bool) {
	for _, attr := range b.ch.Attrs {
		b.set(attr, "")
	}
	path := b.ch.at(b.ch.Attrs[0])
	if !strings.Contains(path, ".") {
		b.copies = 2
		if !same {
			b.raw(b.ch.Attrs[0], literal(b.attr(b.ch.Attrs[0]), "1${count.index}"))
		}
		return
	}
	at := b.root
	steps := strings.Split(path, ".")
	for _, step := range steps[:len(steps)-2] {
		at = at.block(step)
	}
	block, name := steps[len(steps)-2], steps[len(steps)-1]
	second := &node{}
	for arg, value := range at.blocks[block][0].args {
		second.arg(arg, value)
	}
	if !same {
		second.arg(name, literal(b.attr(b.ch.Attrs[0]), "2"))
	} else {
		b.vary(second, strings.Join(steps[:len(steps)-1], "."))
	}
	at.blocks[block] = append(at.blocks[block], second)
}

// vary sets an argument of a block that the constraint is not about: blocks of a set that agree in everything are one.
func (b *builder) vary(n *node, path string) {
	attrs := b.typ.At(path).Attrs
	for _, name := range sortedKeys(attrs) {
		if a := attrs[name]; n.args[name] == "" && a.Configurable() && !a.Block {
			n.arg(name, literal(a, ""))
			return
		}
	}
}

// literal writes a value of an attribute's type.
func literal(a *facts.Attr, value string) string {
	if a.Elem != nil && (a.Type == facts.List || a.Type == facts.Set) {
		return "[" + literal(a.Elem, value) + "]"
	}
	if value == "" {
		switch {
		case len(a.Enum) > 0:
			value = a.Enum[0]
		case a.Type == facts.Bool:
			value = "true"
		case a.Type == facts.Int, a.Type == facts.Float:
			value = "1"
		case a.Type == facts.Map:
			return `{ a = "b" }`
		default:
			value = "x"
		}
	}
	if a.Type == facts.Bool {
		return value
	}
	if _, err := strconv.ParseFloat(value, 64); err == nil && a.Type != facts.String {
		return value
	}
	return `"` + value + `"`
}

func (b *builder) String() string {
	var text strings.Builder
	fmt.Fprintf(&text, "resource %q \"test\" {\n", b.typ.Name)
	if b.copies > 0 {
		fmt.Fprintf(&text, "count = %d\n", b.copies)
	}
	b.root.write(&text)
	text.WriteString("}\n")
	for _, name := range sortedKeys(b.behind) {
		fmt.Fprintf(&text, "resource %q \"other\" {\n", name)
		b.behind[name].write(&text)
		text.WriteString("}\n")
	}
	text.WriteString(strings.Join(b.others, ""))
	return text.String()
}

func (n *node) write(text *strings.Builder) {
	for _, name := range sortedKeys(n.args) {
		fmt.Fprintf(text, "%s = %s\n", name, n.args[name])
	}
	for _, name := range sortedKeys(n.blocks) {
		for _, block := range n.blocks[name] {
			fmt.Fprintf(text, "%s {\n", name)
			block.write(text)
			text.WriteString("}\n")
		}
	}
}
