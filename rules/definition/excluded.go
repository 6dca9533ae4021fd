package definition

import (
	"slices"

	"github.com/apiglint/apiglint/schema/facts"
)

// ownRules names the rule of the catalogue that a constraint, or the value facts of an attribute, have for themselves:
// it knows more than the facts do, and one defect is one finding.
var ownRules = map[string]string{
	"huaweicloud_apig_acl_policy.value":                  "POL502",
	"huaweicloud_apig_group.url_domains.name":            "DOM206",
	"huaweicloud_apig_group_domain_associate.url_domain": "DOM206",

	"apig-01":                             "DEF010",
	"apig_acl_policy-01":                  "POL502",
	"apig_acl_policy_associate-01":        "DEF013",
	"apig_acl_policy_associate-02":        "POL513",
	"apig_api-46":                         "API612",
	"apig_api-49":                         "API612",
	"apig_api-53":                         "API602",
	"apig_api-58":                         "API603",
	"apig_api-79":                         "AUT405",
	"apig_api_batch_plugins_associate-01": "POL505",
	"apig_api_publishment-02":             "PUB306",
	"apig_application_authorization-01":   "AUT402",
	"apig_certificate-03":                 "AUT408",
	"apig_group_domain_associate-01":      "DOM210",
	"apig_group_domain_associate-04":      "NET111",
	"apig_group_domain_associate-05":      "DOM203",
	"apig_instance_feature-01":            "POL511",
	"apig_signature_associate-01":         "DEF013",
	"apig_signature_associate-02":         "POL513",
	"apig_signature_associate-03":         "POL505",
	"apig_throttling_policy-01":           "POL507",
	"apig_throttling_policy-02":           "POL507",
	"apig_throttling_policy-03":           "POL507",
	"apig_throttling_policy-04":           "POL508",
	"apig_throttling_policy_associate-01": "DEF013",
	"apig_throttling_policy_associate-02": "POL513",
	"dns_recordset-01":                    "DOM217",
	"vpc_peering_connection-01":           "NET104",
	"vpc_peering_connection_accepter-01":  "NET104",
}

// byKind are the kinds of constraints that are not checked, with the reason. Most say what happens, and forbid
// nothing.
var byKind = map[string]string{
	"alias_value":  "it forbids nothing",
	"apply_check":  "it compares with what the cloud has",
	"default":      "it forbids nothing",
	"drift":        "it forbids nothing",
	"json_keys":    "the keys are an open list",
	"known_values": "it forbids nothing",
	"needs_before": "an order of the apply, which values do not show",
	"note":         "it forbids nothing",
	"secret":       "it forbids nothing",
	"update":       "it is about a change, which one configuration does not show",
}

// unread are the constraints that are not checked, with the reason.
var unread = map[string]string{
	"apig_api-40":                 "its pattern and its range are facts of the argument",
	"apig_api-52":                 "what stands between two # may be text of the path that is no variable",
	"apig_api-61":                 "it counts rules by a property of the resources that they refer to",
	"apig_api-62":                 "the docs can be read in two ways",
	"apig_api-64":                 "the type can be nothing else than NUMBER or STRING",
	"apig_instance_routes-01":     "the network of the gateway is the business of the network rules",
	"apig_api-73":                 "whether a text is a regular expression or a list cannot be seen from it",
	"apig_api-76":                 "it leads through a JSON text of a rule that a request parameter refers to",
	"apig_api-77":                 "it is concluded, and names of parameters are judged by the rules of routes",
	"apig_api-80":                 "it is concluded, and a gateway's default responses have no group of their own",
	"apig_channel-02":             "the provider's own tests create channels without members",
	"apig_channel-04":             "the docs contradict each other",
	"apig_channel-14":             "it is concluded, and what happens otherwise is not known",
	"apig_channel-16":             "it is judged from the other side, where an API has another backend",
	"apig_group-01":               "only the same variable in both places is at odds, and which one it is depends on the environment",
	"apig_instance-02":            "the network of a load balancer is not in the tables",
	"apig_instance-08":            "whether the account is an enterprise's cannot be seen here",
	"apig_instance_feature-03":    "its form depends on the feature",
	"apig_orchestration_rule-03":  "it is seen in examples only",
	"apig_orchestration_rule-04":  "it is seen in examples only",
	"apig_api-78":                 "the provider's own tests leave it out",
	"apig_custom_authorizer-02":   "the provider's own tests leave it out",
	"apig_api_check-03":           "what is checked cannot be seen from the arguments",
	"dns_zone-01":                 "the provider adds the dot",
	"networking_secgroup_rule-06": "for ICMP the two numbers are a type and a code",
	"vpc-01":                      "other networks are given on request",
	"vpc_route-02":                "what an id stands for cannot be seen from it",
	"vpc_route_table-01":          "what an id stands for cannot be seen from it",
	"vpc_subnet-05":               "the provider fills in what is not written",
	"vpcep_endpoint-03":           "the kind of the service is known to the cloud only",

	"apig_application_quota_associate-01": "equal blocks of the set are one, and what several resources bind is not compared",
}

// excluded returns why a constraint is not checked: the rule that it has for itself, or a reason. It is "" for one that
// is.
func excluded(t *facts.Type, c *facts.Constraint) string {
	switch {
	case ownRules[c.ID] != "":
		return ownRules[c.ID]
	case byKind[c.Kind] != "":
		return byKind[c.Kind]
	case unread[c.ID] != "":
		return unread[c.ID]
	case restated(t, c):
		return "a fact of its attribute says the same"
	}
	return ""
}

// restated reports whether a constraint says again what the facts of its attributes say.
func restated(t *facts.Type, c *facts.Constraint) bool {
	if t == nil || c.If != nil {
		return false
	}
	all := func(says func(a *facts.Attr) bool) bool {
		for _, attr := range c.Attrs {
			for _, path := range c.Paths(attr) {
				if a := t.At(path); a == nil || !says(a) && (a.Elem == nil || !says(a.Elem)) {
					return false
				}
			}
		}
		return true
	}
	first := func(says func(a *facts.Attr) bool) bool {
		a := t.At(c.Paths(c.Attrs[0])[0])
		return a != nil && (says(a) || a.Elem != nil && says(a.Elem))
	}
	switch c.Kind {
	case "enum", "silent_value":
		return first(func(a *facts.Attr) bool { return a.Enum != nil })
	case "pattern", "format":
		return first(func(a *facts.Attr) bool {
			return a.Pattern != "" || a.Format != "" || c.Pattern == "" && a.Length != nil
		})
	case "length":
		return first(func(a *facts.Attr) bool { return a.Length != nil })
	case "range":
		return c.Max == 0 && len(c.Attrs) == 1 && first(func(a *facts.Attr) bool { return a.Ranges != nil })
	case "max_items":
		return first(func(a *facts.Attr) bool { return a.MaxItems > 0 || a.DocMaxItems > 0 })
	case "doc_required":
		return first(func(a *facts.Attr) bool { return a.DocRequired })
	case "deprecated":
		return first(func(a *facts.Attr) bool { return a.Deprecated != "" })
	case "non_updatable":
		return all(func(a *facts.Attr) bool { return a.NonUpdatable })
	case "exactly_one_of", "at_least_one_of", "conflicts", "required_together", "required_with":
		return c.CaughtBy == "validate" && statedBySchema(t, c)
	}
	return false
}

// statedBySchema reports whether the provider's schema relates the first attribute to another one.
func statedBySchema(t *facts.Type, c *facts.Constraint) bool {
	return slices.ContainsFunc(relations(t), func(r *facts.Constraint) bool {
		return slices.Contains(r.Attrs, c.Attrs[0]) &&
			slices.ContainsFunc(c.Attrs[1:], func(attr string) bool { return slices.Contains(r.Attrs, attr) })
	})
}
