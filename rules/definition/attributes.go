package definition

import (
	"fmt"
	"maps"
	"slices"

	"github.com/hashicorp/hcl/v2"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/facts"
	"github.com/apiglint/apiglint/schema/terraform"
	"github.com/apiglint/apiglint/schema/terraform/configs"
)

// providerOf returns which releases of the provider the root module may run with.
func providerOf(p *lint.Pass) *schema.Provider {
	for _, r := range p.Resources {
		if r.IsHuaweiCloud() {
			return r.Provider
		}
	}
	return &schema.Provider{}
}

// danglingResource is about a reference to a resource whose attributes follow at a step.
func danglingResource(m *terraform.ModuleInstance, t hcl.Traversal, address string, step int, provider *schema.Provider) (why, remedy string) {
	res := m.Module.Resource(address)
	if res == nil {
		return undeclaredResource(m.Module, address)
	}
	name, why, remedy := attributeIn(t, step, res.Count != nil, res.ForEach != nil)
	known := typeOf(res)
	if why != "" || name == "" || known == nil || name == "timeouts" {
		return why, remedy
	}
	if attr := known.Attrs[name]; attr != nil {
		return newerAttribute(res, known, attr, provider)
	}
	const otherwise = "refer to an attribute that it has, such as id"
	remedy = nearest(address+".", name, slices.Collect(maps.Keys(known.Attrs)), otherwise)
	if last, gone := known.Gone[name]; gone && provider.MayHave(last) || remedy == otherwise && provider.MayBeNewer() {
		return "", "" // an older release has it, or a newer one than the tables know may
	}
	return res.Type + " has no attribute " + name, remedy
}

// newerAttribute is about an attribute that came later than every release that is allowed, where the type did not.
func newerAttribute(res *configs.Resource, known *facts.Type, attr *facts.Attr, provider *schema.Provider) (why, remedy string) {
	if provider.Has(attr.Since) != schema.No || provider.Has(known.SinceAs(res.Type)) == schema.No {
		return "", ""
	}
	return fmt.Sprintf("the attribute %s of %s came with provider %s, but this configuration uses %s", attr.Name, res.Type, attr.Since, provider),
		upgrade(provider, attr.Since) + ", or refer to an attribute that it has, such as id"
}

func typeOf(res *configs.Resource) *facts.Type {
	switch res.Mode {
	case configs.Managed:
		return facts.Resource(res.Type)
	case configs.Data:
		return facts.Data(res.Type)
	case configs.Ephemeral, configs.Action:
	}
	return nil
}
