package facts

import (
	"strings"
	"sync"
)

// sister is a provider of the same product in another cloud. It registers resources from the code of the provider that
// the tables are about, in some older version, under a prefix of its own.
type sister struct {
	prefix string
	// types are the names, without the prefix, of the resource types whose schema was compared with the tables and
	// holds nothing that they do not: no other argument, none required that is not required here, the same types and
	// relations, and values that the code checks in the same way. It may lack arguments that are newer than it is, unless
	// it says something that they are not set. All others are not known. After an equals sign stands the name that a
	// type has in the tables where that is another one.
	types string
}

// sisters, with what was compared: the version of the sister, and the version of the tables' provider that it is built
// from.
var sisters = []sister{
	// v1.12.20, of v1.85.0
	{"sbercloud", `
		apig_acl_policy apig_acl_policy_associate apig_api apig_api_action apig_api_batch_action apig_api_check
		apig_api_debug apig_api_publishment apig_api_version_unpublish apig_appcode apig_application
		apig_application_acl apig_application_authorization apig_application_quota apig_application_quota_associate
		apig_certificate apig_channel apig_custom_authorizer apig_endpoint_connection_management apig_endpoint_whitelist
		apig_environment apig_environment_variable apig_group apig_instance apig_instance_feature apig_instance_routes
		apig_plugin apig_plugin_associate apig_plugin_batch_apis_associate apig_response apig_signature
		apig_signature_associate apig_throttling_policy apig_throttling_policy_associate dns_recordset=dns_recordset_v2
		dns_zone elb_loadbalancer fgs_function network_acl network_acl_rule networking_eip_associate networking_secgroup
		networking_secgroup_rule vpc vpc_bandwidth vpc_eip vpc_peering_connection vpc_peering_connection_accepter
		vpc_route vpc_route_table vpc_subnet
	`},
	// v1.46.0, of v1.57.0: domains cannot be bound to a group, and what is not set is not sent
	{"flexibleengine", `
		apig_acl_policy apig_acl_policy_associate apig_api_publishment apig_appcode apig_application
		apig_application_authorization apig_environment apig_instance_routes apig_signature apig_signature_associate
		apig_throttling_policy apig_throttling_policy_associate vpc_peering_connection_accepter_v2
		vpc_peering_connection_v2 vpc_route vpc_route_table
	`},
	// v1.13.1, of v1.57.0: as before
	{"g42cloud", `
		apig_acl_policy apig_acl_policy_associate apig_api_publishment apig_appcode apig_application
		apig_application_authorization apig_environment apig_instance_routes apig_plugin apig_plugin_associate
		apig_signature apig_signature_associate apig_throttling_policy apig_throttling_policy_associate network_acl
		network_acl_rule networking_eip_associate networking_secgroup vpc_eip_associate vpc_peering_connection
		vpc_peering_connection_accepter vpc_route vpc_route_table
	`},
}

// Sister returns the name that a sister's resource type or data source has with the provider of the tables, whether
// the tables know it or not; ok is false for a type of another provider. The facts about a sister's type are what the
// code of the provider decides: what only the documentation says, and what the cloud refuses, is about another cloud.
func Sister(typeName string) (counterpart string, ok bool) {
	prefix, rest, _ := strings.Cut(typeName, "_")
	for _, s := range sisters {
		if s.prefix == prefix {
			return Home + "_" + rest, true
		}
	}
	return "", false
}

// OfGateway reports whether a type belongs to the gateway, of the provider of the tables or of a sister, be it known or
// not.
func OfGateway(typeName string) bool {
	if counterpart, ok := Sister(typeName); ok {
		typeName = counterpart
	}
	return strings.HasPrefix(typeName, Home+"_apig_")
}

// Sibling returns the name that another type of the tables has with the provider of this one.
func (t *Type) Sibling(canonical string) string { return respell(canonical, t.Prefix) }

func respell(canonical, prefix string) string { return prefix + strings.TrimPrefix(canonical, Home) }

// adopt takes in the types of sisters. A name that the tables do not have is left out; a test holds that there is none.
func (c *catalog) adopt(sisters []sister) {
	c.shared = map[string]shared{}
	for _, s := range sisters {
		for name := range strings.FieldsSeq(s.types) {
			name, counterpart, renamed := strings.Cut(name, "=")
			if !renamed {
				counterpart = name
			}
			canonical, ok := c.byName[Home+"_"+counterpart]
			if !ok {
				continue
			}
			c.shared[s.prefix+"_"+name] = shared{canonical, sync.OnceValue(func() *Type {
				return c.types[canonical]().inherit(s.prefix)
			})}
		}
	}
}

// inherit returns the facts about the type of a sister: those that the code decides, and that were compared.
func (t *Type) inherit(prefix string) *Type {
	out := &Type{
		Name: t.Name, Prefix: prefix, Doc: t.Doc, Importable: t.Importable, OneTimeAction: t.OneTimeAction,
		Timeouts: t.Timeouts, Attrs: inheritAttrs(t.Attrs), Deprecated: bySDK(t.Deprecated),
	}
	if out.Deprecated != "" && t.ReplacedBy != "" {
		out.ReplacedBy = respell(t.ReplacedBy, prefix)
	}
	return out
}

func inheritAttrs(attrs map[string]*Attr) map[string]*Attr {
	if attrs == nil {
		return nil
	}
	out := make(map[string]*Attr, len(attrs))
	for name, a := range attrs {
		out[name] = a.inherit()
	}
	return out
}

func (a *Attr) inherit() *Attr {
	out := &Attr{
		Name: a.Name, Type: a.Type, Attrs: inheritAttrs(a.Attrs), Block: a.Block, Required: a.Required,
		Optional: a.Optional, Computed: a.Computed, Sensitive: a.Sensitive, Internal: a.Internal,
		NestedOmitted: a.NestedOmitted, DefaultFromEnv: a.DefaultFromEnv, Default: a.Default, MinItems: a.MinItems,
		MaxItems: a.MaxItems, ConflictsWith: a.ConflictsWith, ExactlyOneOf: a.ExactlyOneOf,
		AtLeastOneOf: a.AtLeastOneOf, RequiredWith: a.RequiredWith, Deprecated: bySDK(a.Deprecated),
		ReplacedBy: a.ReplacedBy,
	}
	if a.Elem != nil {
		out.Elem = a.Elem.inherit()
	}
	if a.EnumFrom == FromCode {
		out.Enum, out.EnumTolerated, out.EnumFrom = a.Enum, a.EnumTolerated, FromCode
		out.EnumOpen, out.EnumIgnoreCase, out.OrPattern = a.EnumOpen, a.EnumIgnoreCase, a.OrPattern
	}
	if a.RangeFrom == FromCode {
		out.Ranges, out.RangeFrom = a.Ranges, FromCode
	}
	if a.LengthFrom == FromCode {
		out.Length, out.LengthFrom = a.Length, FromCode
	}
	if a.PatternFrom == FromCode {
		out.Pattern, out.PatternFrom = a.Pattern, FromCode
	}
	if a.FormatFrom == FromCode {
		out.Format, out.FormatFrom = a.Format, FromCode
	}
	return out
}

// bySDK keeps the deprecation that the schema states.
func bySDK(deprecated string) string {
	if strings.Contains(deprecated, "sdk") {
		return "sdk"
	}
	return ""
}

// Providers returns the name of the provider of the tables and those of its sisters: what the names of all their types
// begin with.
func Providers() []string { return providers }

var providers = func() []string {
	names := []string{Home}
	for _, s := range sisters {
		names = append(names, s.prefix)
	}
	return names
}()
