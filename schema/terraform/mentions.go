package terraform

import "github.com/hashicorp/hcl/v2/hclsyntax"

// Mentions answers the addresses of the module's resources that expressions of the module mention. It says
// more rather than less: what merely looks like an address is among them.
func (m *Module) Mentions() map[string]bool {
	if m.told != nil {
		return m.told.mentions
	}
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
			bodyExpressions(f.Body, false, note)
		}
	}
	return mentions
}
