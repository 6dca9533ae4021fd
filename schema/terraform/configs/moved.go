package configs

import (
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"

	"github.com/apiglint/apiglint/schema/terraform/address"
)

// addMove takes a moved block in. What Terraform would refuse moves nothing.
func (m *Module) addMove(block *hcl.Block) {
	attrs := Attributes(block.Body, "from", "to")
	from, to := attrs["from"], attrs["to"]
	if from == nil || to == nil {
		return
	}
	move := address.Move{From: moveAddress(from.Expr), To: moveAddress(to.Expr)}
	if move.From != "" && move.To != "" && move.From != move.To {
		m.Moves = append(m.Moves, move)
	}
}

func moveAddress(e hcl.Expression) string {
	traversal, diags := hcl.AbsTraversalForExpr(e)
	if diags.HasErrors() {
		return ""
	}
	var b strings.Builder
	for _, step := range traversal {
		switch step := step.(type) {
		case hcl.TraverseRoot:
			b.WriteString(step.Name)
		case hcl.TraverseAttr:
			b.WriteString("." + step.Name)
		case hcl.TraverseIndex:
			switch {
			case step.Key.Type() == cty.Number:
				b.WriteString("[" + step.Key.AsBigFloat().Text('f', -1) + "]")
			case step.Key.Type() == cty.String:
				b.WriteString(address.Index(step.Key.AsString()))
			default:
				return ""
			}
		default:
			return ""
		}
	}
	return b.String()
}
