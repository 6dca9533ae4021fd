package plain

import (
	"bytes"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// file reads the whole file as a body.
func (p *parser) file() (*hclsyntax.Body, bool) {
	if !p.blanks() {
		return nil, false
	}
	start := p.pos()
	if p.atComment() && bytes.IndexByte(p.src[p.at:], '\n') < 0 {
		return nil, false // hclsyntax begins the body behind such a comment
	}
	body, ok := p.items(0)
	if !ok {
		return nil, false
	}
	body.SrcRange = p.since(start)
	body.EndRange = p.since(p.pos())
	return body, true
}

// items reads arguments and blocks up to the closing brace, or to the end of the file where the closer is 0.
func (p *parser) items(closer byte) (*hclsyntax.Body, bool) {
	body := &hclsyntax.Body{Attributes: hclsyntax.Attributes{}, Blocks: hclsyntax.Blocks{}}
	return body, p.eachItem(closer, func() bool { return p.item(body) })
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
func (p *parser) item(body *hclsyntax.Body) bool {
	start := p.pos()
	name := p.name()
	if name == "" {
		return false
	}
	nameRange := p.since(start)
	if !p.blanks() {
		return false
	}
	if p.peek(0) == '=' {
		attr := p.argument(name, nameRange, false)
		if attr == nil || body.Attributes[name] != nil {
			return false
		}
		body.Attributes[name] = attr
	} else {
		block := p.block(name, nameRange)
		if block == nil {
			return false
		}
		if body.Blocks = append(body.Blocks, block); !p.blanks() {
			return false
		}
	}
	return p.restOfLine()
}

// argument reads an argument from its equals sign on. One in a block of a single line ends before the closing brace.
func (p *parser) argument(name string, nameRange hcl.Range, oneLine bool) *hclsyntax.Attribute {
	equals := p.mark()
	if c := p.peek(0); c == '=' || c == '>' || !p.blanks() {
		return nil
	}
	value, end, ok := p.value(oneLine)
	if !ok || !p.blanks() {
		return nil
	}
	return &hclsyntax.Attribute{
		Name: name, Expr: value, NameRange: nameRange, EqualsRange: equals,
		SrcRange: hcl.Range{Filename: p.filename, Start: nameRange.Start, End: end},
	}
}

// block reads a block from its labels on.
func (p *parser) block(name string, nameRange hcl.Range) *hclsyntax.Block {
	block := &hclsyntax.Block{Type: name, TypeRange: nameRange}
	for p.peek(0) != '{' {
		start := p.pos()
		label, ok := p.label()
		if !ok {
			return nil
		}
		block.Labels = append(block.Labels, label)
		block.LabelRanges = append(block.LabelRanges, p.since(start))
		if !p.blanks() {
			return nil
		}
	}
	if p.depth++; p.depth > maxDepth {
		return nil
	}
	block.OpenBraceRange = p.mark()
	if !p.blanks() {
		return nil
	}
	oneLine := isLetter(p.peek(0))
	if oneLine {
		block.Body = p.onlyArgument()
	} else if body, ok := p.items('}'); ok {
		block.Body = body
	}
	if block.Body == nil || p.peek(0) != '}' {
		return nil
	}
	block.CloseBraceRange = p.mark()
	if !oneLine {
		block.Body.SrcRange = p.since(block.OpenBraceRange.Start)
		block.Body.EndRange = p.since(p.pos())
	}
	p.depth--
	return block
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
	label := p.text(start)
	p.at++
	return label, true
}

// onlyArgument reads the body of a block of a single line, up to the closing brace.
func (p *parser) onlyArgument() *hclsyntax.Body {
	start := p.pos()
	name := p.name()
	nameRange := p.since(start)
	if name == "" || !p.blanks() || p.peek(0) != '=' {
		return nil
	}
	attr := p.argument(name, nameRange, true)
	if attr == nil {
		return nil
	}
	end := attr.SrcRange.End
	return &hclsyntax.Body{
		Attributes: hclsyntax.Attributes{name: attr},
		SrcRange:   attr.SrcRange,
		EndRange:   hcl.Range{Filename: p.filename, Start: end, End: end},
	}
}
