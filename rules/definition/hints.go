package definition

import (
	"slices"
	"strings"

	"github.com/apiglint/apiglint/lint/spelling"
	"github.com/apiglint/apiglint/schema/facts"
)

// otherTypes are what other clouds, and the older gateway, call what the gateway has, without the prefix.
var otherTypes = map[string]string{
	"gateway": "instance", "api_gateway": "instance", "dedicated_instance": "instance",
	"rest_api": "api", "http_api": "api", "route": "api", "method": "api", "resource": "api", "integration": "api",
	"api_group":  "group",
	"deployment": "api_publishment", "publishment": "api_publishment", "publication": "api_publishment", "api_publish": "api_publishment",
	"api_publication": "api_publishment", "api_deployment": "api_publishment",
	"stage": "environment", "env": "environment", "stage_variable": "environment_variable", "variable": "environment_variable",
	"authorizer": "custom_authorizer",
	"app":        "application", "api_key": "application", "consumer": "application",
	"app_authorization": "application_authorization", "authorization": "application_authorization",
	"usage_plan": "throttling_policy", "throttling": "throttling_policy", "throttle": "throttling_policy", "request_throttling": "throttling_policy",
	"acl": "acl_policy", "access_control": "acl_policy",
	"domain": "group_domain_associate", "domain_name": "group_domain_associate", "custom_domain": "group_domain_associate",
	"group_domain": "group_domain_associate",
	"vpc_link":     "channel", "load_balance_channel": "channel",
	"gateway_response": "response", "ssl_certificate": "certificate", "signature_key": "signature", "gateway_feature": "instance_feature",
}

// gatewayPrefixes begin names for the types of the gateway.
var gatewayPrefixes = []string{facts.Home + "_apig_", facts.Home + "_apigw_", facts.Home + "_apigateway_"}

// ofGatewayName returns the rest of a type's name behind what says that it is one of the gateway's.
func ofGatewayName(name string) (rest string, ok bool) {
	for _, prefix := range gatewayPrefixes {
		if rest, ok := strings.CutPrefix(name, prefix); ok {
			return rest, true
		}
	}
	return "", false
}

// typeMeant returns the type of the gateway that must have been meant by a name that there is not, "" where none is near:
// another service never is. Only what stands behind the prefix counts, which all of them share.
func typeMeant(name string, types []string) string {
	rest, _ := ofGatewayName(name)
	rest = strings.TrimSuffix(strings.TrimSuffix(rest, "_v2"), "_v1")
	var own []string
	for _, t := range types {
		if known, ok := strings.CutPrefix(t, gatewayPrefixes[0]); ok {
			own = append(own, known)
		}
	}
	found := spelling.Nearest(rest, own)
	for _, form := range []string{rest, spelling.Singular(rest)} {
		if other := otherTypes[form]; other != "" && !slices.Contains(own, rest) {
			found = spelling.Nearest(other, own) // data sources have the plural
		}
	}
	if found == "" {
		return ""
	}
	return gatewayPrefixes[0] + found
}

// otherNames are what other clouds, and the older gateway, call arguments and blocks. A name counts where the block has it.
var otherNames = map[string]string{
	"api_type": "type", "visibility": "type",
	"auth_type": "security_authentication", "authorization": "security_authentication", "authorization_type": "security_authentication",
	"authentication": "security_authentication", "auth": "security_authentication",
	"request_uri": "request_path", "req_uri": "request_path", "uri": "request_path",
	"http_method": "request_method", "req_method": "request_method", "method": "request_method",
	"req_protocol": "request_protocol",
	"http_backend": "web", "backend": "web", "web_backend": "web",
	"mock_backend": "mock",
	"func_backend": "func_graph", "function_backend": "func_graph", "function": "func_graph", "functiongraph": "func_graph",
	"request_parameter": "request_params", "request_parameters": "request_params",
	"backend_parameter": "backend_params", "backend_parameters": "backend_params",
	"gateway_id": "instance_id", "apig_instance_id": "instance_id",
	"stage_id": "env_id", "environment_id": "env_id", "stage": "env_id",
	"domain": "url_domain", "domain_name": "url_domain",
	"identity_source": "identity",
	"security_group":  "security_group_id", "secgroup_id": "security_group_id",
	"app_id": "application_id", "vpc_link_id": "vpc_channel_id",
}

// nameMeant returns the argument or block that was probably meant by a name that the block does not have, nil where none
// is near. It is none that the block has already.
func (b *blockContext) nameMeant(name string) *attribute {
	names := b.configurable(func(a *attribute) bool { return !b.has(a.Name) })
	if other := otherNames[name]; slices.Contains(names, other) {
		return b.attrs[other]
	}
	return b.attrs[spelling.Nearest(name, names)]
}

// otherValues are what other clouds call values of arguments.
var otherValues = map[string]map[string]string{
	"security_authentication": {
		"CUSTOM": "AUTHORIZER", "AWS_IAM": "IAM", "APP_KEY": "APP", "APPKEY": "APP", "APPCODE": "APP", "API_KEY": "APP", "ANONYMOUS": "NONE",
		"NO_AUTH": "NONE",
	},
}

// meant returns the value that another cloud's was meant for, "" where there is none.
func (v scalar) meant() string {
	if choice := otherValues[v.attr.Name][strings.ToUpper(v.text)]; slices.Contains(v.attr.Enum, choice) {
		return choice
	}
	return ""
}

// didYouMean asks for a name, if there is one.
func didYouMean(noun, name string) string {
	if name == "" {
		return ""
	}
	return " (did you mean " + noun + name + "?)"
}
