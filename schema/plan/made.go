package plan

import (
	tfjson "github.com/hashicorp/terraform-json"

	"github.com/apiglint/apiglint/schema/terraform/configs"
)

// MadeOf reports whether a root module may be what the plan was made of: it declares something that the plan's own root
// module has.
func (p *Plan) MadeOf(m *configs.Module) bool {
	root := p.Configuration.RootModule
	if m.Broken || root == nil || len(root.Resources)+len(root.ModuleCalls) == 0 {
		return true
	}
	for name := range root.ModuleCalls {
		if m.Calls[name] != nil {
			return true
		}
	}
	for _, r := range root.Resources {
		address := r.Type + "." + r.Name
		if r.Mode == tfjson.DataResourceMode {
			address = "data." + address
		}
		if m.Resource(address) != nil {
			return true
		}
	}
	return false
}
