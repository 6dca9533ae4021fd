package schema

import (
	"strings"

	"github.com/hashicorp/hcl/v2"

	"github.com/apiglint/apiglint/schema/facts"
	"github.com/apiglint/apiglint/schema/terraform"
	"github.com/apiglint/apiglint/schema/terraform/configs"
	"github.com/apiglint/apiglint/schema/terraform/edit"
)

// Stranger is a resource or data block of the provider with a type that the provider does not have.
type Stranger struct {
	Address string
	Type    string
	// Data tells data blocks from resource blocks.
	Data bool
	// Range is the type's label.
	Range hcl.Range
	// Provider says which releases of the provider the root module may run with.
	Provider *Provider

	module *configs.Module
	name   string
}

// Retype returns the rewrite of the type's label, unless something in the module refers to the block, or it would have
// the address of another one.
func (s Stranger) Retype(to string) *edit.Edits {
	address := to + "." + s.name
	if s.Data {
		address = "data." + address
	}
	if s.module.Resource(address) != nil || s.module.Spells(s.Type+".") {
		return nil
	}
	return edit.Word(s.module, s.Range, s.Type, to)
}

func stranger(m *terraform.ModuleInstance, res *configs.Resource) (Stranger, bool) {
	if res.Mode == configs.Ephemeral || !strings.HasPrefix(res.Type, facts.Home+"_") {
		return Stranger{}, false
	}
	address := res.Address()
	if m.Path != "" {
		address = m.Path + "." + address
	}
	return Stranger{Address: address, Type: res.Type, Data: res.Mode == configs.Data, Range: res.TypeRange, module: m.Module, name: res.Name}, true
}
