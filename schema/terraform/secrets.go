package terraform

import (
	"bytes"
	"maps"
	"slices"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/apiglint/apiglint/schema/terraform/configs"
)

// Secrets implements [Questions].
func (r *loadedRoot) Secrets() []hcl.Range {
	var secrets []hcl.Range
	seen := map[*configs.Module]bool{}
	for _, m := range r.ModuleInstances() {
		for _, name := range slices.Sorted(maps.Keys(m.Module.Variables)) {
			v := m.Module.Variables[name]
			if !v.Sensitive {
				continue
			}
			if v.Default != nil {
				secrets = append(secrets, v.Default.Range())
			}
			if m.call != nil && m.call.Args[name] != nil {
				secrets = appendSecret(secrets, configs.Native(m.call.Args[name].Expr))
			}
		}
		if !seen[m.Module] {
			seen[m.Module] = true
			secrets = append(secrets, sensitiveCalls(m.Module)...)
		}
	}
	return secrets
}

// sensitiveCalls returns the arguments of calls to the function sensitive.
func sensitiveCalls(m *configs.Module) []hcl.Range {
	var secrets []hcl.Range
	for _, f := range m.Files {
		if f.Body == nil || !bytes.Contains(f.Bytes, []byte("sensitive(")) {
			continue
		}
		configs.Expressions(f.Body, false, func(e hclsyntax.Expression) {
			hclsyntax.VisitAll(e, func(n hclsyntax.Node) hcl.Diagnostics { //nolint:errcheck // the visitor has no diagnostics
				if call, ok := n.(*hclsyntax.FunctionCallExpr); ok && call.Name == "sensitive" {
					for _, arg := range call.Args {
						secrets = appendSecret(secrets, arg)
					}
				}
				return nil
			})
		})
	}
	return secrets
}

// Secret reports whether the argument's text would show a value: it is more than a reference.
func (a *Argument) Secret() bool {
	e := a.Expr()
	return e != nil && len(appendSecret(nil, e)) > 0
}

// appendSecret adds an expression's text, unless it only refers to where the value is.
func appendSecret(secrets []hcl.Range, e hclsyntax.Expression) []hcl.Range {
	switch configs.Unwrap(e).(type) {
	case *hclsyntax.ScopeTraversalExpr, *hclsyntax.RelativeTraversalExpr, *hclsyntax.IndexExpr, *hclsyntax.SplatExpr:
		return secrets
	}
	return append(secrets, e.Range())
}
