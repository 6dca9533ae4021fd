package syntax

import (
	"bytes"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// file reads the whole file as a body.
func (p *parser) file() (*Body, bool) {
	if !p.blanks() {
		return nil, false
	}
	if p.atComment() && bytes.IndexByte(p.src[p.at:], '\n') < 0 {
		return nil, false // hclsyntax begins the body behind such a comment
	}
	body, ok := p.items(0)
	return &body, ok
}

// items reads arguments and blocks up to the closing brace, or to the end of the file where the closer is 0.
func (p *parser) items(closer byte) (Body, bool) {
	attributes, blocks := len(p.attributes), len(p.blocks)
	ok := p.eachItem(closer, p.item)
	body := Body{source: p.source, end: p.place()}
	body.Attributes, p.attributes = taken(p.attributes, attributes)
	body.Blocks, p.blocks = taken(p.blocks, blocks)
	return body, ok && unique(body.Attributes)
}

// taken returns what was put onto a stack above a height, in a slice that has no room to spare, and the stack without it.
func taken[T any](stack []T, height int) (items, rest []T) {
	if len(stack) > height {
		items = append(make([]T, 0, len(stack)-height), stack[height:]...)
		clear(stack[height:])
	}
	return items, stack[:height]
}

// unique reports whether no argument is written twice.
func unique(attributes []Attribute) bool {
	if len(attributes) > 16 {
		names := make(map[string]bool, len(attributes))
		for i := range attributes {
			names[attributes[i].Name] = true
		}
		return len(names) == len(attributes)
	}
	for i := range attributes {
		for j := range i {
			if attributes[i].Name == attributes[j].Name {
				return false
			}
		}
	}
	return true
}

// eachItem calls take where an argument or a block begins, up to the closer.
func (p *parser) eachItem(closer byte, take func() bool) bool {
	for {
		if !p.blanks() {
			return false
		}
		switch c := p.peek(0); {
		case p.end() || c == '}':
			return c == closer && p.end() == (closer == 0)
		case isLetter(c):
			if !take() {
				return false
			}
		case !p.restOfLine():
			return false
		}
	}
}

// item reads an argument or a block with the end of its line.
func (p *parser) item() bool {
	start := p.cursor
	name := p.name()
	if name == "" || !p.blanks() {
		return false
	}
	if p.peek(0) == '=' {
		return p.argument(name, start, false) && p.restOfLine()
	}
	return p.block(name, start) && p.blanks() && p.restOfLine()
}

// argument reads an argument from its equals sign on. One in a block of a single line ends before the closing brace.
func (p *parser) argument(name string, start cursor, oneLine bool) bool {
	equals := p.mark()
	if c := p.peek(0); c == '=' || c == '>' || !p.blanks() {
		return false
	}
	attr := Attribute{Name: name, source: p.source, place: start.place()}
	if p.line == start.line && p.lineStart == start.lineStart {
		attr.start = p.place().at
		attr.kind = p.simple(oneLine)
		attr.end = p.place().at
	}
	if attr.kind == other {
		value, end, ok := p.value(oneLine)
		if !ok {
			return false
		}
		named := start.place().ahead(p.source, len(name))
		attr.node = &hclsyntax.Attribute{
			Name: name, Expr: value, NameRange: named, EqualsRange: equals,
			SrcRange: hcl.Range{Filename: p.filename, Start: named.Start, End: end},
		}
	}
	p.attributes = append(p.attributes, attr)
	return p.blanks()
}

// block reads a block from its labels on.
func (p *parser) block(name string, start cursor) bool {
	block := Block{Type: name, place: start.place()}
	labels := len(p.strings)
	if !p.labels(func(label string, _ hcl.Range) { p.strings = append(p.strings, label) }) {
		return false
	}
	block.Labels, p.strings = taken(p.strings, labels)
	if p.depth++; p.depth > maxDepth {
		return false
	}
	p.at++
	if !p.blanks() {
		return false
	}
	var ok bool
	if isLetter(p.peek(0)) {
		block.Body, ok = p.onlyArgument()
	} else {
		block.Body, ok = p.items('}')
	}
	if !ok || p.peek(0) != '}' {
		return false
	}
	p.at++
	p.depth--
	p.blocks = append(p.blocks, block)
	return true
}

// labels calls take for each label, up to the opening brace.
func (p *parser) labels(take func(label string, at hcl.Range)) bool {
	if !p.blanks() {
		return false
	}
	for p.peek(0) != '{' {
		start := p.pos()
		label, ok := p.label()
		if !ok {
			return false
		}
		take(label, p.since(start))
		if !p.blanks() {
			return false
		}
	}
	return true
}

// label reads a label: a name, or a string without anything special in it.
func (p *parser) label() (string, bool) {
	if p.peek(0) != '"' {
		name := p.name()
		return name, name != ""
	}
	p.at++
	start := p.at
	if !p.literal() || p.peek(0) != '"' {
		return "", false
	}
	label := p.text[start:p.at]
	p.at++
	return label, true
}

// onlyArgument reads the body of a block of a single line, up to the closing brace.
func (p *parser) onlyArgument() (Body, bool) {
	start := p.cursor
	attributes := len(p.attributes)
	name := p.name()
	ok := name != "" && p.blanks() && p.peek(0) == '=' && p.argument(name, start, true)
	body := Body{source: p.source, end: p.place()}
	body.Attributes, p.attributes = taken(p.attributes, attributes)
	return body, ok
}
