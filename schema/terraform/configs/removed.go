package configs

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"

	"github.com/apiglint/apiglint/schema/terraform/address"
)

// Forgotten is what a removed block with destroy = false takes out of the state: it stays in the cloud as it is.
type Forgotten struct {
	// Type and Name are those of a resource, "" where a whole module is forgotten.
	Type, Name string
	// Header covers the block's type.
	Header hcl.Range
}

// addForgotten takes a removed block in. What it destroys is gone.
func (m *Module) addForgotten(block *hcl.Block) {
	from := Attributes(block.Body, "from")["from"]
	if from == nil || !keeps(block.Body) {
		return
	}
	f := &Forgotten{Header: block.DefRange}
	steps := address.Split(address.WithoutKeys(moveAddress(from.Expr)))
	if n := len(steps); n%2 == 0 && steps[n-2] != "module" {
		f.Type, f.Name = steps[n-2], steps[n-1]
	}
	m.Forgotten = append(m.Forgotten, f)
}

// keeps reports whether the lifecycle block of a removed block says destroy = false.
func keeps(body hcl.Body) bool {
	content, _, _ := body.PartialContent(&hcl.BodySchema{Blocks: []hcl.BlockHeaderSchema{{Type: "lifecycle"}}})
	for _, lifecycle := range content.Blocks {
		if attr := Attributes(lifecycle.Body, "destroy")["destroy"]; attr != nil {
			v, diags := attr.Expr.Value(nil)
			return !diags.HasErrors() && v.IsKnown() && !v.IsNull() && v.Type() == cty.Bool && v.False()
		}
	}
	return false
}
