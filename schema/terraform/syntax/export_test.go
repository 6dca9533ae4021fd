package syntax

import "github.com/hashicorp/hcl/v2/hclsyntax"

// Native makes hclsyntax's nodes of a tree, without the ranges of bodies.
func Native(b *Body) *hclsyntax.Body {
	native := &hclsyntax.Body{Attributes: hclsyntax.Attributes{}, Blocks: hclsyntax.Blocks{}}
	for i := range b.Attributes {
		a := &b.Attributes[i]
		native.Attributes[a.Name] = a.native()
	}
	for i := range b.Blocks {
		native.Blocks = append(native.Blocks, NativeBlock(&b.Blocks[i]))
	}
	return native
}

// NativeBlock makes hclsyntax's node of a block, without the range of its body.
func NativeBlock(b *Block) *hclsyntax.Block {
	native := &hclsyntax.Block{
		Type: b.Type, Labels: b.Labels, Body: Native(&b.Body), LabelRanges: b.LabelRanges(), CloseBraceRange: b.closing(),
	}
	if b.node != nil {
		native.TypeRange, native.OpenBraceRange = b.node.TypeRange, b.node.OpenBraceRange
	} else {
		native.TypeRange, _, native.OpenBraceRange = b.header()
	}
	return native
}

// native returns hclsyntax's node of an attribute, whose parts have to agree with each other.
func (a *Attribute) native() *hclsyntax.Attribute {
	if a.node != nil {
		return a.node
	}
	p := a.source.parserAt(a.place)
	p.name()
	p.blanks()
	equals := p.mark()
	e := a.Expr()
	if e.Range() != a.Range() {
		panic("the range of " + a.Name + " is not that of its expression")
	}
	if v, ok := a.Literal(); ok {
		if own, diags := e.Value(nil); diags.HasErrors() || !own.RawEquals(v) {
			panic("the value of " + a.Name + " is not that of its expression")
		}
	}
	return &hclsyntax.Attribute{
		Name: a.Name, Expr: e, NameRange: a.NameRange(), EqualsRange: equals, SrcRange: a.asHCL().Range,
	}
}
