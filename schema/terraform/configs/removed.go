package configs

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"

	"github.com/apiglint/apiglint/schema/terraform/address"
)

// Forgotten is what a removed block takes out of the state, if not certainly out of the cloud: it stays there as it is.
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

// keeps reports whether a removed block may leave its object in the cloud. Without a word about it Terraform destroys the
// object, and OpenTofu does not.
func keeps(body hcl.Body) bool {
	content, _, _ := body.PartialContent(&hcl.BodySchema{Blocks: []hcl.BlockHeaderSchema{{Type: "lifecycle"}}})
	for _, lifecycle := range content.Blocks {
		if attr := Attributes(lifecycle.Body, "destroy")["destroy"]; attr != nil {
			v, diags := attr.Expr.Value(nil)
			v, err := convert.Convert(v, cty.Bool)
			return diags.HasErrors() || err != nil || !v.IsKnown() || v.IsNull() || v.False()
		}
	}
	return true
}
