package configs

import (
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// Source returns the source address of a module call, "" where it is no literal.
func Source(e hcl.Expression) string { return SourceOf(LiteralString(e)) }

// SourceOf returns a source address as it means. In a path Terraform takes a backslash for a slash, on every system.
func SourceOf(text string) string {
	if slashes := strings.ReplaceAll(text, `\`, "/"); IsLocalSource(slashes) {
		return slashes
	}
	return text
}

// IsLocalSource reports whether a module's source is a path.
func IsLocalSource(source string) bool {
	return source == "." || source == ".." || strings.HasPrefix(source, "./") || strings.HasPrefix(source, "../")
}

// ProbableSource returns the source address of a call, where Terraform 1.15 and OpenTofu 1.8 make it of variables and locals,
// too: what it is with the defaults of the variables. It is "" where that cannot be told.
func (m *Module) ProbableSource(c *Call) string {
	if c.Source != "" || c.ComputedSource == nil {
		return c.Source
	}
	text, _ := constants{m, map[string]string{}}.text(c.ComputedSource)
	return SourceOf(text)
}

// constants are the texts of a module's locals and variables without evaluation, by name. One that is being looked for is "".
type constants struct {
	module *Module
	known  map[string]string
}

// maxSource is the longest source address, in bytes.
const maxSource = 4096

// text returns the text that an expression is made of, and false where it is more than a template.
func (c constants) text(e hcl.Expression) (string, bool) {
	switch e := Unwrap(Native(e)).(type) {
	case *hclsyntax.LiteralValueExpr:
		if e.Val.Type() != cty.String || e.Val.IsNull() || !e.Val.IsKnown() {
			return "", false
		}
		return e.Val.AsString(), true
	case *hclsyntax.TemplateWrapExpr:
		return c.text(e.Wrapped)
	case *hclsyntax.TemplateExpr:
		var all strings.Builder
		for _, part := range e.Parts {
			text, ok := c.text(part)
			if !ok || all.Len()+len(text) > maxSource {
				return "", false
			}
			all.WriteString(text)
		}
		return all.String(), true
	case *hclsyntax.ScopeTraversalExpr:
		return c.named(e.Traversal)
	}
	return "", false
}

// named returns the text of a local, or of a variable's default.
func (c constants) named(t hcl.Traversal) (string, bool) {
	if len(t) != 2 {
		return "", false
	}
	step, ok := t[1].(hcl.TraverseAttr)
	if !ok {
		return "", false
	}
	key := t.RootName() + "." + step.Name
	if text, ok := c.known[key]; ok {
		return text, text != ""
	}
	c.known[key] = ""
	v, local := c.module.Variables[step.Name], c.module.Locals[step.Name]
	switch {
	case t.RootName() == "var" && v != nil && v.Default != nil:
		c.known[key], ok = c.text(v.Default)
	case t.RootName() == "local" && local != nil:
		c.known[key], ok = c.text(local.Expr)
	default:
		ok = false
	}
	return c.known[key], ok
}
