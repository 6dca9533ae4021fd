package terraform

import (
	"maps"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"

	"github.com/apiglint/apiglint/schema/terraform/configs"
)

// URLs implements [Questions].
func (r *loadedRoot) URLs(names ...string) map[Origin][]Use {
	uses := map[Origin][]Use{}
	if !r.mention(names) {
		return uses
	}
	for _, m := range r.ModuleInstances() {
		headers := m.scanResources(names, uses)
		for _, name := range slices.Sorted(maps.Keys(m.Module.Outputs)) {
			m.scan(m.Module.Outputs[name].Value, names, uses)
		}
		for _, name := range slices.Sorted(maps.Keys(m.Module.Calls)) {
			args := m.Module.Calls[name].Args
			for _, arg := range slices.Sorted(maps.Keys(args)) {
				m.scan(args[arg].Expr, names, uses)
			}
		}
		if headers {
			continue // a local may be the URL that goes with the header
		}
		for _, name := range slices.Sorted(maps.Keys(m.Module.Locals)) {
			m.scan(m.Module.Locals[name].Expr, names, uses)
		}
	}
	for _, places := range uses {
		slices.SortStableFunc(places, func(a, b Use) int { return CompareRanges(a.Range, b.Range) })
	}
	return uses
}

// scanResources looks at the blocks of the module's resources, and reports whether one of them sets a Host header.
func (m *ModuleInstance) scanResources(names []string, uses map[Origin][]Use) (headers bool) {
	for _, res := range m.Module.Resources {
		for _, instance := range m.Instances(res) {
			var w urlWalker
			w.scope, w.names = instance.scope, names
			instance.expressions(true, func(e hclsyntax.Expression) {
				w.walk(e)
				w.header = w.header || instance.attrs() == nil && mayHoldHeader(w.scope.Eval(e))
			})
			headers = headers || w.header
			w.give(uses)
		}
	}
	return headers
}

// mayHoldHeader reports whether an argument of another provider's block may set headers, because it may be a map.
func mayHoldHeader(v cty.Value) bool {
	plain, _ := v.Unmark()
	return !plain.IsKnown() && !plain.Type().IsPrimitiveType()
}

func (m *ModuleInstance) scan(e hcl.Expression, names []string, uses map[Origin][]Use) {
	if e == nil {
		return
	}
	w := urlWalker{scope: m.Scope(), names: names}
	w.walk(configs.Native(e))
	w.give(uses)
}

// urlWalker looks for URLs among the parts of an expression.
type urlWalker struct {
	scope  *Scope
	names  []string
	found  []Use
	of     []Origin // of each Use
	header bool
	placed []hcl.Range // the JSON strings around
}

func (w *urlWalker) walk(e hclsyntax.Expression) {
	hclsyntax.Walk(e, w) //nolint:errcheck // the walker has no diagnostics
}

func (w *urlWalker) give(uses map[Origin][]Use) {
	if w.header {
		return
	}
	for i, use := range w.found {
		uses[w.of[i]] = append(uses[w.of[i]], use)
	}
}

// Enter is part of hclsyntax.Walker.
func (w *urlWalker) Enter(n hclsyntax.Node) hcl.Diagnostics {
	switch e := n.(type) {
	case *configs.Placed:
		w.placed = append(w.placed, e.At)
	case *hclsyntax.TemplateExpr:
		w.consider(e, e.Parts)
	case *hclsyntax.FunctionCallExpr:
		if e.Name == "format" && !e.ExpandFinal && len(e.Args) > 1 {
			w.consider(e, e.Args[1:])
		}
	case *hclsyntax.ObjectConsKeyExpr:
		w.header = w.header || strings.EqualFold(hcl.ExprAsKeyword(e), "host") || strings.EqualFold(configs.LiteralString(e), "host")
	case *hclsyntax.LiteralValueExpr:
		if e.Val.Type() == cty.String && e.Val.IsKnown() && !e.Val.IsNull() {
			w.header = w.header || strings.Contains(strings.ToLower(e.Val.AsString()), "host:")
		}
	}
	return nil
}

// Exit is part of hclsyntax.Walker.
func (w *urlWalker) Exit(n hclsyntax.Node) hcl.Diagnostics {
	if _, ok := n.(*configs.Placed); ok {
		w.placed = w.placed[:len(w.placed)-1]
	}
	return nil
}

// consider takes the expression in if it begins http:// or https:// and the first of its parts that is unknown is
// nothing but attributes that are looked for.
func (w *urlWalker) consider(e hclsyntax.Expression, parts []hclsyntax.Expression) {
	v := w.scope.Eval(e)
	if start := strings.ToLower(w.start(e, v)); start != "http://" && start != "https://" {
		return
	}
	for _, part := range parts {
		value := w.scope.Eval(part)
		if value.IsWhollyKnown() {
			continue
		}
		origins := Origins(value)
		if slices.ContainsFunc(origins, func(o Origin) bool { return !slices.Contains(w.names, o.Attr) }) {
			return
		}
		at := e.Range()
		if len(w.placed) > 0 {
			at = w.placed[0]
		}
		for _, origin := range origins {
			w.found = append(w.found, Use{Range: at, Value: v})
			w.of = append(w.of, origin)
		}
		return
	}
}

// start returns what the text of an expression with this value certainly begins with, up to its first unknown part. The
// parts of a template tell it within a for expression too, where the whole has no value because it has one for each element.
func (w *urlWalker) start(e hclsyntax.Expression, v cty.Value) string {
	var b strings.Builder
	if template, ok := e.(*hclsyntax.TemplateExpr); ok {
		for _, part := range template.Parts {
			known := Unmarked(w.scope.Eval(part))
			text, err := convert.Convert(known, cty.String)
			if err != nil || text.IsNull() || !text.IsKnown() {
				break
			}
			b.WriteString(text.AsString())
		}
		return b.String()
	}
	plain := Unmarked(v)
	if plain.IsKnown() || plain.Type() != cty.String {
		return ""
	}
	return plain.Range().StringPrefix()
}
