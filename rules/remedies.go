package rules

import (
	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/facts"
)

// typed returns the name of a resource type with the provider of another resource: huaweicloud_apig_appcode for apig_appcode.
func typed(like *schema.Resource, name string) string { return like.Facts.Prefix + "_" + name }

// withType returns what to do with a resource type, or what else where the release of the provider certainly lacks it: an advice
// that cannot be followed is none.
func withType(r *schema.Resource, name, with, without string) string {
	if lacksType(r, name) {
		return without
	}
	return with
}

// lacksType reports whether the release of the provider certainly lacks a resource type, named without its provider.
func lacksType(r *schema.Resource, name string) bool {
	t := facts.Resource(typed(r, name))
	return t != nil && r.Provider.Has(t.SinceAs(typed(r, name))) == schema.No
}

// lacksArgument reports whether the release of the provider certainly lacks an argument of the object's type.
func lacksArgument(r *schema.Resource, name string) bool {
	attr := r.Facts.Attrs[name]
	return attr != nil && r.Provider.Has(attr.Since) == schema.No
}

// bindDomain says how a domain name is bound to a group.
func bindDomain(group *schema.Group) string {
	without := "bind an independent domain name to " + group.String() + " in the console, which this release of the provider cannot"
	if bindsDomains(group) {
		without = "add a url_domains block to " + group.String()
	}
	return withType(group.Resource, "apig_group_domain_associate", "add a "+typed(group.Resource, "apig_group_domain_associate")+" with group_id = "+group.String()+".id", without)
}

// bindsDomains reports whether the provider may bind a domain name to a group.
func bindsDomains(group *schema.Group) bool {
	return !lacksArgument(group.Resource, "url_domains")
}
