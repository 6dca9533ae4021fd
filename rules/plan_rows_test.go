package rules_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/rules"
	"github.com/apiglint/apiglint/schema/plan"
)

// changed is a resource of a small plan: what was and what will be there, and what the configuration says of it. Each is
// JSON without the braces around it; what is empty is not there.
type changed struct {
	address, action        string
	before, after, unknown string
	expressions            string
}

// small makes a plan of a few resources.
func small(t *testing.T, changes []changed) *plan.Plan {
	t.Helper()
	object := func(fields string, there bool) json.RawMessage {
		if !there {
			return json.RawMessage("null")
		}
		return json.RawMessage("{" + fields + "}")
	}
	var all, declared []map[string]any
	for _, c := range changes {
		typ, name, _ := strings.Cut(c.address, ".")
		one := map[string]any{"address": c.address, "mode": "managed", "type": typ, "name": name}
		if c.action != "delete" && c.action != "forget" {
			d := map[string]any{"expressions": object(c.expressions, true), "provider_config_key": "huaweicloud"}
			for key, v := range one {
				d[key] = v
			}
			declared = append(declared, d)
		}
		after := c.after
		if c.action == "no-op" {
			after = c.before
		}
		one["change"] = map[string]any{
			"actions": strings.Split(c.action, ","), "before": object(c.before, c.action != "create"),
			"after": object(after, c.action != "delete" && c.action != "forget"), "after_unknown": object(c.unknown, true),
		}
		all = append(all, one)
	}
	src, err := json.Marshal(map[string]any{
		"format_version": "1.2", "resource_changes": all, "configuration": map[string]any{"root_module": map[string]any{"resources": declared}},
	})
	if err != nil {
		t.Fatal(err)
	}
	p, err := plan.Read(src)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// findings lists findings as "introduced DEF003 address".
func findings(review lint.Review) []string {
	var all []string
	for class, found := range map[string][]*lint.Finding{"introduced": review.Introduced, "unchanged": review.Unchanged, "fixed": review.Fixed} {
		for _, f := range found {
			all = append(all, fmt.Sprintf("%s %s %s", class, f.Rule.ID, f.Resource))
		}
	}
	slices.Sort(all)
	return all
}

const (
	gatewayID = `"instance_id": "0f2d8a3b"`
	pathsTo   = `"references": ["huaweicloud_apig_channel.pool.id", "huaweicloud_apig_channel.pool"]`
)

var (
	api = changed{
		address: "huaweicloud_apig_api.orders", action: "no-op",
		before: gatewayID + `, "id": "a1", "group_id": "g1", "name": "orders", "type": "Public", "request_protocol": "HTTPS", "request_method": "GET",
			"request_path": "/orders", "security_authentication": "IAM", "web": [{"path": "/orders", "vpc_channel_id": "c1", "request_method": "GET", "request_protocol": "HTTP", "timeout": 5000}]`,
		expressions: `"group_id": {"constant_value": "g1"}, "web": [{"vpc_channel_id": {` + pathsTo + `}, "path": {}}]`,
	}
	publication = changed{
		address: "huaweicloud_apig_api_publishment.orders", action: "no-op",
		before:      gatewayID + `, "id": "p1", "api_id": "a1", "env_id": "DEFAULT_ENVIRONMENT_RELEASE_ID"`,
		expressions: `"api_id": {"references": ["huaweicloud_apig_api.orders.id", "huaweicloud_apig_api.orders"]}`,
	}
	group = changed{
		address: "huaweicloud_apig_group.shop", action: "no-op", before: gatewayID + `, "id": "g1", "name": "shop"`, expressions: `"instance_id": {}, "name": {}`,
	}
	channel = gatewayID + `, "id": "c1", "name": "pool", "port": 8080, "member_type": "ip"`
	member  = gatewayID + `, "id": "m1", "vpc_channel_id": "c1", "member_ip_address": "10.1.0.8", "port": 8080`
)

func pool(action, before, after, unknown string) changed {
	return changed{
		address: "huaweicloud_apig_channel.pool", action: action, before: channel + before, after: channel + after, unknown: unknown,
		expressions: `"name": {"constant_value": "pool"}`,
	}
}

func peering(status, expressions string) changed {
	return changed{
		address: "huaweicloud_vpc_peering_connection.both", action: "no-op",
		before:      `"id": "pc", "name": "both", "vpc_id": "v1", "peer_vpc_id": "v2", "peer_tenant_id": "0c2a5f8a", "status": "` + status + `"`,
		expressions: `"vpc_id": {"constant_value": "v1"}` + expressions,
	}
}

func gatewayNamed(name, address string) changed {
	return changed{
		address: "huaweicloud_apig_instance." + name, action: "no-op", before: `"id": "` + name + `", "name": "` + name + `", "ingress_address": "` + address + `"`,
		expressions: `"name": {}`,
	}
}

var groupOfBlue = changed{
	address: "huaweicloud_apig_group.shop", action: "no-op", before: `"instance_id": "blue", "id": "gb", "name": "shop"`, expressions: `"instance_id": {}, "name": {}`,
}

var domainOfBlue = changed{
	address: "huaweicloud_apig_group_domain_associate.shop", action: "no-op",
	before:      `"instance_id": "blue", "group_id": "gb", "id": "db", "domain_id": "db", "url_domain": "shop.example.com"`,
	expressions: `"instance_id": {}, "group_id": {}, "url_domain": {}`,
}

var (
	variable = changed{
		address: "huaweicloud_apig_environment_variable.host", action: "no-op", expressions: `"name": {}, "value": {}, "group_id": {}, "env_id": {}`,
		before: gatewayID + `, "id": "e1", "group_id": "g1", "env_id": "DEFAULT_ENVIRONMENT_RELEASE_ID", "name": "host", "value": "10.0.0.1:80"`,
	}
	groupWithVariable = edited(group, `"name": "shop"`, `"name": "shop", "environment": [{"environment_id": "DEFAULT_ENVIRONMENT_RELEASE_ID",
		"variable": [{"name": "host", "value": "10.0.0.1:80", "variable_id": "e1"}]}]`)
	byVariable = edited(api, `"vpc_channel_id": "c1"`, `"backend_address": "#host#"`, `"vpc_channel_id": {`+pathsTo+`}`, `"backend_address": {}`)
)

// closedGroup is reached by domain names of its own alone.
var closedGroup = edited(group, `"name": "shop"`, `"name": "shop", "domain_access_enabled": false`, `"name": {}`, `"name": {}, "domain_access_enabled": {}`)

// otherGroup has a domain name of its own only in a plan that gives it one.
var otherGroup = changed{
	address: "huaweicloud_apig_group.other", action: "no-op", before: gatewayID + `, "id": "g2", "name": "other"`, expressions: `"instance_id": {}, "name": {}`,
}

// to returns the change whose object becomes another one.
func (c changed) to(old, new string) changed {
	c.after, c.unknown = strings.ReplaceAll(strings.ReplaceAll(c.before, `"id": "db", "domain_id": "db", `, ""), old, new), `"id": true, "domain_id": true`
	return c
}

func record(from, to string) changed {
	is := func(address string) string {
		return `"id": "r1", "name": "shop.example.com.", "type": "A", "status": "ENABLE", "zone_id": "z1", "records": ["` + address + `"]`
	}
	return changed{
		address: "huaweicloud_dns_recordset.shop", action: "update", before: is(from), after: is(to),
		expressions: `"name": {}, "type": {}, "zone_id": {}, "records": {"references": ["local.address"]}`,
	}
}

// TestSmallPlans reviews plans of a few resources, without sources, for some rules.
func TestSmallPlans(t *testing.T) {
	for name, c := range map[string]struct {
		changes []changed
		rules   string
		want    []string
	}{
		"a required list is empty": {
			[]changed{{
				address: "huaweicloud_apig_throttling_policy_associate.fair", action: "create", after: gatewayID + `, "policy_id": "t1"`,
				unknown: `"id": true`, expressions: `"instance_id": {}, "policy_id": {}, "publish_ids": {"references": ["var.limited"]}`,
			}}, "DEF003", nil,
		},
		"an authorizer keeps its function": {
			[]changed{{
				address: "huaweicloud_apig_custom_authorizer.a", action: "no-op",
				before:      gatewayID + `, "id": "a1", "name": "a", "function_urn": "urn:fss:r:p:function:default:auth", "function_version": "v1"`,
				expressions: `"instance_id": {}, "name": {}, "function_urn": {"constant_value": "urn:fss:r:p:function:default:auth_v2"}`,
			}}, "PUB317", []string{"introduced PUB317 huaweicloud_apig_custom_authorizer.a"},
		},
		"a URN with the version that is there": {
			[]changed{{
				address: "huaweicloud_apig_custom_authorizer.a", action: "no-op",
				before:      gatewayID + `, "id": "a1", "name": "a", "function_urn": "urn:fss:r:p:function:default:auth", "function_version": "v1"`,
				expressions: `"instance_id": {}, "name": {}, "function_urn": {"constant_value": "urn:fss:r:p:function:default:auth:v1"}`,
			}}, "PUB317", nil,
		},
		"a feature is removed": {
			[]changed{
				{
					address: "huaweicloud_apig_instance.g", action: "no-op", before: `"id": "g1", "name": "g"`,
					expressions: `"name": {"constant_value": "g"}`,
				},
				{address: "huaweicloud_apig_instance_feature.f", action: "delete", before: `"instance_id": "g1", "id": "f", "name": "f", "enabled": true`},
			}, "PUB317", []string{"introduced PUB317 huaweicloud_apig_instance.g"},
		},
		"a feature is forgotten": {
			[]changed{
				{
					address: "huaweicloud_apig_instance.g", action: "no-op", before: `"id": "g1", "name": "g"`,
					expressions: `"name": {"constant_value": "g"}`,
				},
				{address: "huaweicloud_apig_instance_feature.f", action: "forget", before: `"instance_id": "g1", "id": "f", "name": "f", "enabled": true`},
			}, "PUB317", nil,
		},
		"a gateway gets another name": {
			[]changed{{
				address: "huaweicloud_apig_instance.g", action: "update", before: `"id": "g1", "name": "g"`, after: `"id": "g1", "name": "h"`,
				expressions: `"name": {"constant_value": "h"}`,
			}}, "PUB317", []string{"introduced PUB317 huaweicloud_apig_instance.g"},
		},
		"a required list is not written": {
			[]changed{{
				address: "huaweicloud_apig_throttling_policy_associate.fair", action: "create", after: gatewayID + `, "policy_id": "t1"`,
				unknown: `"id": true`, expressions: `"instance_id": {}, "policy_id": {}`,
			}}, "DEF003", []string{"introduced DEF003 huaweicloud_apig_throttling_policy_associate.fair"},
		},
		"a dynamic block sets all weights to zero": {
			[]changed{api, pool("update", `, "member": [{"host": "10.1.0.8", "weight": 5, "port": 0}]`, `, "member": [{"host": "10.1.0.8", "weight": 0}]`,
				`"member": [{"port": true}]`)},
			"API606",
			[]string{"introduced API606 huaweicloud_apig_channel.pool"},
		},
		"reading gives a weight of zero": {
			[]changed{api, pool("no-op", `, "member": [{"host": "10.1.0.8", "weight": 0}]`, "", "")}, "API606", nil,
		},
		"members move into a dynamic block": {
			[]changed{
				api, pool("update", `, "member": []`, `, "member": [{"host": "10.1.0.8", "weight": 5}]`, ""),
				{address: "huaweicloud_apig_channel_member.one", action: "delete", before: member},
			}, "API605", nil,
		},
		"members that were read move into a dynamic block": {
			[]changed{
				api, pool("update", `, "member": [{"host": "10.1.0.8", "weight": 1, "port": 8080}]`, `, "member": [{"host": "10.1.0.8", "weight": 5}]`, ""),
				{address: "huaweicloud_apig_channel_member.one", action: "delete", before: member},
			}, "API605", nil,
		},
		"members go, and reading still shows them": {
			[]changed{
				api, pool("no-op", `, "member": [{"host": "10.1.0.8", "weight": 1}]`, "", ""),
				{address: "huaweicloud_apig_channel_member.one", action: "delete", before: member},
			}, "API605", []string{"introduced API605 huaweicloud_apig_channel.pool"},
		},
		"a new channel with the servers of another new one": {
			[]changed{
				{
					address: "huaweicloud_apig_api.orders", action: "create", unknown: `"id": true, "web": [{"vpc_channel_id": true}]`,
					after:       strings.NewReplacer(`"id": "a1", `, "", `"vpc_channel_id": "c1", `, "").Replace(api.before),
					expressions: api.expressions,
				},
				{
					address: "huaweicloud_apig_channel.pool", action: "create", unknown: `"id": true`,
					after: gatewayID + `, "name": "pool", "port": 8080, "member_type": "ip", "member": [{"host": "10.1.0.8"}]`, expressions: `"name": {"constant_value": "pool"}`,
				},
				{
					address: "huaweicloud_apig_channel_member.one", action: "create", unknown: `"id": true, "vpc_channel_id": true`,
					after: gatewayID + `, "member_ip_address": "10.1.0.8", "port": 8080`, expressions: `"vpc_channel_id": {"references": ["huaweicloud_apig_channel.other.id"]}`,
				},
			}, "API605", nil,
		},
		"reading adds the account of the peer": {[]changed{peering("ACTIVE", "")}, "NET104", nil},
		"a peering is active already": {
			[]changed{peering("ACTIVE", `, "peer_tenant_id": {"constant_value": "0c2a5f8a"}`)}, "NET104", nil,
		},
		"a peering waits": {
			[]changed{peering("PENDING_ACCEPTANCE", `, "peer_tenant_id": {"constant_value": "0c2a5f8a"}`)},
			"NET104",
			[]string{"unchanged NET104 huaweicloud_vpc_peering_connection.both"},
		},
		"a response refers to parts of two gateways that exist": {
			[]changed{gatewayNamed("blue", "203.0.113.84"), gatewayNamed("green", "203.0.113.176"), groupOfBlue, {
				address: "huaweicloud_apig_response.denied", action: "create", after: `"instance_id": "green", "group_id": "gb", "name": "denied"`,
				unknown: `"id": true`, expressions: `"instance_id": {"references": ["local.gateway"]}, "group_id": {"references": ["local.group"]}, "name": {}`,
			}}, "DEF010", []string{"introduced DEF010 huaweicloud_apig_response.denied"},
		},
		"a response refers to parts of one gateway that exists": {
			[]changed{gatewayNamed("blue", "203.0.113.84"), gatewayNamed("green", "203.0.113.176"), groupOfBlue, {
				address: "huaweicloud_apig_response.denied", action: "create", after: `"instance_id": "blue", "group_id": "gb", "name": "denied"`,
				unknown: `"id": true`, expressions: `"instance_id": {"references": ["local.gateway"]}, "group_id": {"references": ["local.group"]}, "name": {}`,
			}}, "DEF010", nil,
		},
		"a certificate of a gateway that exists is bound as a global one": {
			[]changed{{
				address: "huaweicloud_apig_certificate.shop", action: "no-op", before: `"instance_id": "blue", "id": "cert", "name": "shop", "type": "instance"`,
				expressions: `"instance_id": {}, "name": {}, "type": {}`,
			}, {
				address: "huaweicloud_apig_global_certificate_batch_domains_associate.shop", action: "create",
				after:   `"certificate_id": "cert", "verify_disabled_domain_names": ["shop.example.com"]`,
				unknown: `"id": true`, expressions: `"certificate_id": {"references": ["local.certificate"]}, "verify_disabled_domain_names": {}`,
			}}, "DEF005", []string{"introduced DEF005 huaweicloud_apig_global_certificate_batch_domains_associate.shop"},
		},
		"a certificate that the configuration no longer has": {
			[]changed{{
				address: "huaweicloud_apig_certificate.shop", action: "forget", before: `"instance_id": "blue", "id": "cert", "name": "shop", "type": "instance"`,
			}, {
				address: "huaweicloud_apig_global_certificate_batch_domains_associate.shop", action: "create",
				after:   `"certificate_id": "cert", "verify_disabled_domain_names": ["shop.example.com"]`,
				unknown: `"id": true`, expressions: `"certificate_id": {"references": ["local.certificate"]}, "verify_disabled_domain_names": {}`,
			}}, "DEF005", nil,
		},
		"a record leads to the known address of another gateway": {
			[]changed{
				gatewayNamed("blue", "203.0.113.84"), gatewayNamed("green", "203.0.113.176"), groupOfBlue, domainOfBlue,
				record("203.0.113.84", "203.0.113.176"),
			}, "DOM204", []string{"introduced DOM204 huaweicloud_dns_recordset.shop"},
		},
		"a record leads to an address that two gateways had": {
			[]changed{
				gatewayNamed("blue", "203.0.113.84"), gatewayNamed("green", "203.0.113.84"), groupOfBlue, domainOfBlue,
				record("203.0.113.1", "203.0.113.84"),
			}, "DOM204", nil,
		},
		"a publication is forgotten": {
			[]changed{group, api, {address: publication.address, action: "forget", before: publication.before}}, "PUB301", nil,
		},
		"a publication is forgotten and made anew": {
			[]changed{group, api, {
				address: publication.address, action: "create,forget", before: publication.before, after: strings.Replace(publication.before, `"id": "p1", `, "", 1),
				unknown: `"id": true`, expressions: publication.expressions,
			}}, "PUB301", nil,
		},
		"an API is forgotten and made anew, and published there": {
			[]changed{group, {
				address: api.address, action: "create,forget", before: api.before, after: strings.Replace(api.before, `"id": "a1", `, "", 1), unknown: `"id": true`,
				expressions: api.expressions,
			}, {
				address: publication.address, action: "delete,create", before: publication.before, after: `"instance_id": "0f2d8a3b", "env_id": "DEFAULT_ENVIRONMENT_RELEASE_ID"`,
				unknown: `"id": true, "api_id": true`, expressions: publication.expressions,
			}}, "PUB301", nil,
		},
		"the binding of a domain name moves to another group": {
			[]changed{edited(gatewayNamed("blue", "203.0.113.84"), `"id": "blue"`, `"id": "0f2d8a3b"`), closedGroup, api, otherGroup, edited(domainOfBlue, "blue", "0f2d8a3b", "gb", "g1", "no-op", "delete,create").to("g1", "g2")},
			"DOM201",
			[]string{"introduced DOM201 huaweicloud_apig_group.shop"},
		},
		"the binding of a domain name is forgotten, and made in another group": {
			[]changed{edited(gatewayNamed("blue", "203.0.113.84"), `"id": "blue"`, `"id": "0f2d8a3b"`), closedGroup, api, otherGroup, edited(domainOfBlue, "blue", "0f2d8a3b", "gb", "g1", "no-op", "create,forget").to("g1", "g2")},
			"DOM201", nil,
		},
		"a variable is destroyed that reading shows in the group, too": {
			[]changed{groupWithVariable, byVariable, publication, destroyed(variable)}, "PUB308", []string{"introduced PUB308 huaweicloud_apig_api.orders"},
		},
		"a variable stays that reading shows in the group, too": {
			[]changed{groupWithVariable, byVariable, publication, variable}, "PUB308", nil,
		},
		"a variable in the block of the group stays when another one is destroyed": {
			[]changed{
				edited(groupWithVariable, "host", "other", `, "variable_id": "e1"`, ``, `}]}]`, `}, {"name": "host", "value": "10.0.0.1:80"}]}]`), byVariable, publication,
				edited(destroyed(variable), "host", "other"),
			}, "PUB308", nil,
		},
		"a group that a release before 1.69.0 made keeps its debugging domain name, which nothing writes": {
			[]changed{
				edited(gatewayNamed("blue", "203.0.113.84"), `"id": "blue"`, `"id": "0f2d8a3b"`), edited(group, `"name": "shop"`, `"name": "shop", "domain_access_enabled": true`), api, publication,
			},
			"DOM201 DOM202",
			[]string{"unchanged DOM202 huaweicloud_apig_group.shop"},
		},
		"a publication is destroyed": {
			[]changed{group, api, {address: publication.address, action: "delete", before: publication.before}},
			"PUB301",
			[]string{"introduced PUB301 huaweicloud_apig_api.orders"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			prior, planned, err := small(t, c.changes).Configs(nil)
			if err != nil {
				t.Fatal(err)
			}
			only := slices.DeleteFunc(slices.Clone(rules.All()), func(r *lint.Rule) bool { return !strings.Contains(c.rules, r.ID) })
			if got := findings(lint.RunReview(lint.Options{Rules: only}, prior, planned)); !slices.Equal(got, c.want) {
				t.Errorf("found %q, want %q", got, c.want)
			}
		})
	}
}
