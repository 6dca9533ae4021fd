package definition

import (
	"slices"
	"strings"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/lint/spelling"
	"github.com/apiglint/apiglint/schema/facts"
)

// UnknownTypes finds resource types and data sources of the gateway that the provider does not have.
func UnknownTypes(p *lint.Pass) {
	for _, s := range p.Strangers {
		if !strings.Contains(s.Type, "_apig_") {
			continue
		}
		noun, types, others := "resource type", facts.ResourceTypes(), facts.DataTypes()
		if s.Data {
			noun, types, others = "data source", others, types
		}
		f := p.Reportf(address(s.Address), lint.At(s.Range), "%s has the type %s, and the provider has no such %s: the plan fails", s.Address, s.Type, noun)
		declared := slices.Contains(others, s.Type)
		kind := map[bool]string{true: "a resource", false: "a data source"}[s.Data]
		nearest := spelling.Nearest(s.Type, types)
		if prefix, _, _ := strings.Cut(s.Type, "_"); !strings.HasPrefix(nearest, prefix+"_apig_") {
			nearest = "" // another service is never what was meant
		}
		if meant := otherClouds[s.Type]; meant != "" && !s.Data {
			nearest = meant
		}
		switch {
		case declared && nearest != "":
			f.Remedyf("use %s, or declare it as %s", nearest, kind)
		case declared:
			f.Remedyf("declare it as %s", kind)
		case nearest != "":
			f.Remedyf("use %s", nearest)
		default:
			f.Remedyf("remove %s, or ignore this if a newer provider has the type", s.Address)
		}
		if meant := spelling.Certain(s.Type, types); meant != "" && !declared {
			f.Mend(s.Retype(meant), "writes %q", meant)
		}
	}
}

// otherClouds are names after those of other clouds' gateways, with what is so called here.
var otherClouds = map[string]string{
	"huaweicloud_apig_gateway":     "huaweicloud_apig_instance",
	"huaweicloud_apig_api_gateway": "huaweicloud_apig_instance",
	"huaweicloud_apig_rest_api":    "huaweicloud_apig_api",
	"huaweicloud_apig_route":       "huaweicloud_apig_api",
	"huaweicloud_apig_method":      "huaweicloud_apig_api",
	"huaweicloud_apig_deployment":  "huaweicloud_apig_api_publishment",
	"huaweicloud_apig_publishment": "huaweicloud_apig_api_publishment",
	"huaweicloud_apig_publication": "huaweicloud_apig_api_publishment",
	"huaweicloud_apig_stage":       "huaweicloud_apig_environment",
	"huaweicloud_apig_authorizer":  "huaweicloud_apig_custom_authorizer",
	"huaweicloud_apig_api_key":     "huaweicloud_apig_application",
	"huaweicloud_apig_app":         "huaweicloud_apig_application",
	"huaweicloud_apig_usage_plan":  "huaweicloud_apig_throttling_policy",
	"huaweicloud_apig_api_group":   "huaweicloud_apig_group",
	"huaweicloud_apig_domain":      "huaweicloud_apig_group_domain_associate",
	"huaweicloud_apig_domain_name": "huaweicloud_apig_group_domain_associate",
	"huaweicloud_apig_vpc_link":    "huaweicloud_apig_channel",
}

// address is a subject that is no resource of the configuration.
type address string

func (a address) String() string { return string(a) }
