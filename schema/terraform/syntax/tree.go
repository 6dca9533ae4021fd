package syntax

import (
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// Body is what a file or a block holds. It is an [hcl.Body].
type Body struct {
	// Attributes and Blocks are in the order of the text.
	Attributes []Attribute
	Blocks     []Block

	source *source
	// end is where the body ends: behind the file, or before the closing brace.
	end    place
	hidden *hidden
}

// Attribute is an argument with its expression.
type Attribute struct {
	Name string

	source *source
	place  // of the name, and of the value but for its bytes
	// start and end are the bytes of the expression.
	start, end int32
	kind       kind
	// node is what was parsed at once. It is nil for the kinds that the text tells by itself.
	node *hclsyntax.Attribute
}

// kind is what an expression is known to be from its text.
type kind uint8

const (
	other  kind = iota
	quoted      // a string without anything in it
	number
	keyword // true, false, null
	reference
)

// Block is a block with its labels.
type Block struct {
	Type   string
	Labels []string
	Body

	place // of the type
	// node is what hclsyntax parsed, nil where the text was read here.
	node *hclsyntax.Block
}

// place is a position in a file, in less room than that of package hcl. See [cursor].
type place struct{ at, line, lineStart int32 }

func (c cursor) place() place { return place{int32(c.at), int32(c.line), int32(c.lineStart)} } //nolint:gosec // of a file of some MB

// pos returns a position of the same line, at a byte of the file.
func (p place) pos(at int) hcl.Pos {
	return hcl.Pos{Line: int(p.line), Column: at - int(p.lineStart) + 1, Byte: at}
}

// span returns the range of a text of the same line, by its bytes.
func (p place) span(s *source, start, end int) hcl.Range {
	return hcl.Range{Filename: s.filename, Start: p.pos(start), End: p.pos(end)}
}

// ahead returns the range of the n bytes that begin here, which end on the same line.
func (p place) ahead(s *source, n int) hcl.Range { return p.span(s, int(p.at), int(p.at)+n) }

// NameRange is the text of the name.
func (a *Attribute) NameRange() hcl.Range {
	if a.node != nil {
		return a.node.NameRange
	}
	return a.ahead(a.source, len(a.Name))
}

// Range is the text of the expression.
func (a *Attribute) Range() hcl.Range {
	if a.node != nil {
		return a.node.Expr.Range()
	}
	if a.kind == quoted && !isASCII(a.source.text[a.start:a.end]) {
		return a.Expr().Range() // which counts its columns
	}
	return a.span(a.source, int(a.start), int(a.end))
}

// Expr returns the expression. That of a literal or a reference is made anew each time.
func (a *Attribute) Expr() hclsyntax.Expression {
	if a.node != nil {
		return a.node.Expr
	}
	return a.source.parserAt(place{a.start, a.line, a.lineStart}).expression()
}

// Literal returns the value of a string, a number or a keyword that is written out. It is false for all else.
func (a *Attribute) Literal() (cty.Value, bool) {
	switch text := a.source.text[a.start:a.end]; a.kind {
	case other, reference:
	case number:
		return a.source.numbers[text], true
	case keyword:
		return keywords[text], true
	default:
		return cty.StringVal(text[1 : len(text)-1]), true
	}
	return cty.NilVal, false
}

// Reference appends the names of a reference that has nothing but names. It appends nothing for all else.
func (a *Attribute) Reference(names []string) []string {
	if a.kind != reference {
		return names
	}
	for name := range strings.SplitSeq(a.source.text[a.start:a.end], ".") {
		names = append(names, name)
	}
	return names
}

// IsLiteral reports whether the expression is nothing but a literal.
func (a *Attribute) IsLiteral() bool {
	return a.kind == quoted || a.kind == number || a.kind == keyword
}

var keywords = map[string]cty.Value{"true": cty.True, "false": cty.False, "null": cty.NullVal(cty.DynamicPseudoType)}

// Header covers the block's type and labels.
func (b *Block) Header() hcl.Range {
	if b.node != nil {
		return b.node.DefRange()
	}
	typeRange, labels, _ := b.header()
	if len(labels) == 0 {
		return typeRange
	}
	return hcl.RangeBetween(typeRange, labels[len(labels)-1])
}

// LabelRanges are the texts of the labels.
func (b *Block) LabelRanges() []hcl.Range {
	if b.node != nil {
		return b.node.LabelRanges
	}
	_, labels, _ := b.header()
	return labels
}

// Range covers the whole block with its closing brace.
func (b *Block) Range() hcl.Range { return hcl.RangeBetween(b.Header(), b.closing()) }

// header reads the text before the body again, and says where what stands.
func (b *Block) header() (typeRange hcl.Range, labels []hcl.Range, brace hcl.Range) {
	p := b.source.parserAt(b.place)
	start := p.pos()
	p.name()
	typeRange = p.since(start)
	p.labels(func(_ string, at hcl.Range) { labels = append(labels, at) })
	return typeRange, labels, p.mark()
}

// closing is the text of the closing brace.
func (b *Block) closing() hcl.Range {
	if b.node != nil {
		return b.node.CloseBraceRange
	}
	return b.end.ahead(b.source, 1)
}
