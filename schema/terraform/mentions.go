package terraform

import (
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/apiglint/apiglint/schema/terraform/configs"
)

// Mentions implements [Questions].
func (r *loadedRoot) Mentions(m *configs.Module) map[string]bool {
	mentions := map[string]bool{}
	note := func(e hclsyntax.Expression) {
		for _, t := range e.Variables() {
			name, ok := step(t, 1)
			if !ok {
				continue
			}
			address := t.RootName() + "." + name
			if root := t.RootName(); root == "data" || root == "ephemeral" {
				resource, _ := step(t, 2)
				address += "." + resource
			}
			mentions[address] = true
		}
	}
	for _, f := range m.Files {
		if f.Body != nil {
			configs.Expressions(f.Body, false, note)
		}
	}
	return mentions
}
