package terraform

import (
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"
)

// Move says that what had one address has another one now. Both are those of resources, modules, or instances of them,
// spelt as in the addresses of instances.
type Move struct{ From, To string }

// addMove takes a moved block in. What Terraform would refuse moves nothing.
func (m *Module) addMove(block *hcl.Block) {
	attrs := attributes(block.Body, "from", "to")
	from, to := attrs["from"], attrs["to"]
	if from == nil || to == nil {
		return
	}
	move := Move{moveAddress(from.Expr), moveAddress(to.Expr)}
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
				b.WriteString(indexSuffix(step.Key.AsString()))
			default:
				return ""
			}
		default:
			return ""
		}
	}
	return b.String()
}

// Moves answers the moves of the root and of every module instance, as they are seen from the root.
func (r *Root) Moves() []Move {
	var all []Move
	for _, m := range r.ModuleInstances() {
		for _, move := range m.Module.Moves {
			all = append(all, Move{join(m.Path, move.From), join(m.Path, move.To)})
		}
	}
	return all
}

// Apply answers the address that the move leads to, and whether it is about the address.
func (m Move) Apply(address string) (string, bool) {
	rest, ok := strings.CutPrefix(address, m.From)
	if !ok {
		return address, false
	}
	// One that names no instance on either side moves them all.
	all := !strings.HasSuffix(m.From, "]") && !strings.HasSuffix(m.To, "]")
	if rest == "" || rest[0] == '.' || (rest[0] == '[' && all) {
		return m.To + rest, true
	}
	return address, false
}
