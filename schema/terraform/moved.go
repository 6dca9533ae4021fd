package terraform

import (
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"

	"github.com/apiglint/apiglint/schema/terraform/address"
)

// addMove takes a moved block in. What Terraform would refuse moves nothing.
func (m *Module) addMove(block *hcl.Block) {
	attrs := attributes(block.Body, "from", "to")
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
				b.WriteString("[" + keyText(step.Key) + "]")
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

// Moves returns the moves of the root and of every module instance, as they are seen from the root.
func (r *Root) Moves() []address.Move {
	var all []address.Move
	for _, m := range r.ModuleInstances() {
		for _, move := range m.Module.Moves {
			all = append(all, address.Move{From: address.Join(m.Path, move.From), To: address.Join(m.Path, move.To)})
		}
	}
	return all
}
