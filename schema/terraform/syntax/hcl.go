package syntax

import (
	"slices"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// hidden is what was asked of a body before: the rest of [Body.PartialContent] is the body without it.
type hidden struct {
	schema *hcl.BodySchema
	before *hidden
}

func (h *hidden) attribute(name string) bool {
	return h != nil && (slices.ContainsFunc(h.schema.Attributes, func(a hcl.AttributeSchema) bool { return a.Name == name }) ||
		h.before.attribute(name))
}

func (h *hidden) block(typeName string) bool {
	return h != nil && (slices.ContainsFunc(h.schema.Blocks, func(b hcl.BlockHeaderSchema) bool { return b.Type == typeName }) ||
		h.before.block(typeName))
}

// Attribute returns the argument with a name, or nil.
func (b *Body) Attribute(name string) *Attribute {
	for i := range b.Attributes {
		if b.Attributes[i].Name == name {
			return &b.Attributes[i]
		}
	}
	return nil
}

// Content is [Body.PartialContent] without the rest. What the schema does not name is no error here.
func (b *Body) Content(schema *hcl.BodySchema) (*hcl.BodyContent, hcl.Diagnostics) {
	content, _, diags := b.PartialContent(schema)
	return content, diags
}

// PartialContent returns the arguments and the blocks that the schema names. What is required and missing is no error here.
// Neither is a block with another number of labels, which is left out.
func (b *Body) PartialContent(schema *hcl.BodySchema) (*hcl.BodyContent, hcl.Body, hcl.Diagnostics) {
	content := &hcl.BodyContent{MissingItemRange: b.MissingItemRange()}
	for _, wanted := range schema.Attributes {
		if a := b.Attribute(wanted.Name); a != nil && !b.hidden.attribute(a.Name) {
			if content.Attributes == nil {
				content.Attributes = hcl.Attributes{}
			}
			content.Attributes[a.Name] = a.asHCL()
		}
	}
	for i := range b.Blocks {
		block := &b.Blocks[i]
		wanted := slices.ContainsFunc(schema.Blocks, func(s hcl.BlockHeaderSchema) bool {
			return s.Type == block.Type && len(s.LabelNames) == len(block.Labels)
		})
		if wanted && !b.hidden.block(block.Type) {
			content.Blocks = append(content.Blocks, block.asHCL())
		}
	}
	rest := *b
	rest.hidden = &hidden{schema, b.hidden}
	return content, &rest, nil
}

// JustAttributes returns all arguments. Blocks are no error here.
func (b *Body) JustAttributes() (hcl.Attributes, hcl.Diagnostics) {
	attrs := make(hcl.Attributes, len(b.Attributes))
	for i := range b.Attributes {
		if a := &b.Attributes[i]; !b.hidden.attribute(a.Name) {
			attrs[a.Name] = a.asHCL()
		}
	}
	return attrs, nil
}

// MissingItemRange is where something could be added: the end of the body.
func (b *Body) MissingItemRange() hcl.Range {
	if b.source == nil {
		return hcl.Range{}
	}
	return b.end.ahead(b.source, 0)
}

func (a *Attribute) asHCL() *hcl.Attribute {
	if a.node != nil {
		return a.node.AsHCLAttribute()
	}
	e := a.Expr()
	nameRange := a.NameRange()
	return &hcl.Attribute{Name: a.Name, Expr: e, NameRange: nameRange, Range: hcl.RangeBetween(nameRange, e.Range())}
}

func (b *Block) asHCL() *hcl.Block {
	if b.node != nil {
		native := b.node.AsHCLBlock()
		native.Body = &b.Body
		return native
	}
	typeRange, labels, _ := b.header()
	header := typeRange
	if len(labels) > 0 {
		header = hcl.RangeBetween(typeRange, labels[len(labels)-1])
	}
	return &hcl.Block{
		Type: b.Type, Labels: b.Labels, Body: &b.Body, DefRange: header, TypeRange: typeRange, LabelRanges: labels,
	}
}

// converted makes a tree of what hclsyntax parsed.
func converted(native *hclsyntax.Body) *Body {
	if native == nil {
		return nil
	}
	end := native.EndRange.Start
	b := &Body{
		source: &source{filename: native.SrcRange.Filename},
		end:    placeOf(end),
	}
	for name, attr := range native.Attributes {
		b.Attributes = append(b.Attributes, Attribute{Name: name, source: b.source, place: placeOf(attr.NameRange.Start), node: attr})
	}
	slices.SortFunc(b.Attributes, func(a, b Attribute) int { return int(a.at) - int(b.at) })
	for _, block := range native.Blocks {
		b.Blocks = append(b.Blocks, Block{
			Type: block.Type, Labels: block.Labels, Body: *converted(block.Body), place: placeOf(block.TypeRange.Start), node: block,
		})
	}
	return b
}

func placeOf(pos hcl.Pos) place { return cursor{pos.Byte, pos.Line, pos.Byte - pos.Column + 1}.place() }
