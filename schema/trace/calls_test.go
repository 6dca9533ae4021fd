package trace_test

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/apiglint/apiglint/lint/linttest"
	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/trace"
)

// cases are calls to the shop of testdata/trace, each after a change of its text: what is written, and what is written instead. The last
// word is where the call ends, with the code, or the backend that it arrives at.
var cases = []struct {
	name, call, from, as string
	headers              []string
	change               []string
	outcome              trace.Outcome
	ends                 string
}{
	{name: "all is well", call: order, outcome: trace.Arrives, ends: "huaweicloud_apig_channel.orders"},
	{name: "by its debugging domain", call: "GET https://huaweicloud_apig_group.shop/orders/1?page=1", outcome: trace.Arrives, ends: "huaweicloud_apig_channel.orders"},

	{name: "name: only in the private zone", call: order, from: "internet", change: []string{"[huaweicloud_apig_instance.main.ingress_address]", "[huaweicloud_apig_instance.main.vpc_ingress_address]"}, outcome: trace.Fails, ends: "name"},
	{name: "name: no record", call: "GET http://new.example.com/", change: []string{`url_domain  = "shop.`, `url_domain  = "new.`}, outcome: trace.Unsettled, ends: "name"},
	{name: "name: the private zone is another VPC's", call: order, from: "gateway-vpc", change: []string{"router_id = huaweicloud_vpc.main.id", "router_id = huaweicloud_vpc.app.id"}, outcome: trace.Unsettled, ends: "entrance"},
	{name: "name: kept elsewhere", call: "GET http://shop.example.org/", change: []string{`url_domain  = "shop.example.com"`, `url_domain  = "shop.example.org"`}, outcome: trace.Arrives, ends: "mock"},

	{name: "entrance: within", call: order, from: "gateway-vpc", outcome: trace.Arrives, ends: "huaweicloud_apig_channel.orders"},
	{name: "entrance: none", call: order, from: "internet", change: []string{"ingress_bandwidth_size = 5", "description = \"inside\""}, outcome: trace.Fails, ends: "entrance"},
	{name: "entrance: unknown", call: order, from: "internet", change: []string{"ingress_bandwidth_size = 5", "ingress_bandwidth_size = var.key"}, outcome: trace.Unsettled, ends: "entrance"},
	{name: "entrance: nothing joins", call: "GET http://huaweicloud_apig_instance.main/", headers: []string{"Host: shop.example.com"}, from: "vpc:huaweicloud_vpc.app", outcome: trace.Fails, ends: "entrance"},
	{name: "entrance: by a route of its table", call: inside, headers: []string{"Host: shop.example.com"}, from: "subnet:huaweicloud_vpc_subnet.app", change: []string{ofGroup, joined("huaweicloud_vpc_subnet.app.id")}, outcome: trace.Arrives, ends: "mock"},
	{name: "entrance: the route is in another table", call: inside, headers: []string{"Host: shop.example.com"}, from: "subnet:huaweicloud_vpc_subnet.app", change: []string{ofGroup, joined("")}, outcome: trace.Fails, ends: "entrance"},
	{name: "entrance: which table is not known", call: inside, headers: []string{"Host: shop.example.com"}, from: "subnet:huaweicloud_vpc_subnet.app", change: []string{ofGroup, joined("var.key")}, outcome: trace.Unsettled, ends: "entrance"},
	{name: "entrance: which subnet is not known", call: inside, headers: []string{"Host: shop.example.com"}, from: "vpc:huaweicloud_vpc.app", change: []string{ofGroup, joined("huaweicloud_vpc_subnet.app.id")}, outcome: trace.Unsettled, ends: "entrance"},

	{name: "port: nothing listens", call: "GET https://shop.example.com:8443/", outcome: trace.Fails, ends: "port"},
	{name: "port: perhaps, and no domain there", call: "GET https://shop.example.com:8443/", change: []string{`edition                = "BASIC"`, "edition = \"BASIC\"\n  dynamic \"custom_ingress_ports\" {\n    for_each = var.key\n    content {\n      port = 8443\n      protocol = \"HTTPS\"\n    }\n  }"}, outcome: trace.Fails, ends: "group APIG.0101"},

	{name: "port: a network ACL blocks calls to an LVS gateway's subnet", call: "GET http://huaweicloud_apig_group.shop/", from: "subnet:huaweicloud_vpc_subnet.backends", change: []string{inRegion, lvs + "}\n", ofGroup, filteredBy("main", "10.8.0.0/16", "true")}, outcome: trace.Fails, ends: "port"},
	{name: "port: a network ACL that may be off", call: "GET http://huaweicloud_apig_group.shop/", from: "subnet:huaweicloud_vpc_subnet.backends", change: []string{inRegion, lvs + "}\n", ofGroup, filteredBy("main", "10.8.0.0/16", "var.key")}, outcome: trace.Unsettled, ends: "port"},
	{name: "port: within a subnet nothing is filtered", call: "GET http://huaweicloud_apig_group.shop/", from: "subnet:huaweicloud_vpc_subnet.main", change: []string{inRegion, lvs + "}\n", ofGroup, filteredBy("main", "10.8.0.0/16", "true")}, outcome: trace.Arrives, ends: "mock"},

	{name: "port: of a gateway that is declared elsewhere", call: byDebugging, change: elsewhereIs(`"0123456789abcdef0123456789abcdef"`), outcome: trace.Unsettled, ends: "port"},
	{name: "port: of a gateway that is not known", call: byDebugging, change: elsewhereIs("var.key"), outcome: trace.Unsettled, ends: "port"},
	{name: "entrance: of a gateway that is not known", call: "GET https://shop.example.org/orders/1?page=1", from: "internet", change: append(elsewhereIs("var.key"), `url_domain  = "shop.example.com"`, `url_domain  = "shop.example.org"`), outcome: trace.Unsettled, ends: "entrance"},
	{name: "environment: of a gateway that is not known", call: byDebugging, headers: []string{"X-Stage: GAMMA"}, change: elsewhereIs("var.key"), outcome: trace.Unsettled, ends: "port"},
	{name: "authentication: nobody, wherever the gateway is", call: byDebugging, as: "nobody", change: elsewhereIs(`"0123456789abcdef0123456789abcdef"`), outcome: trace.Fails, ends: "authentication APIG.0303"},
	{name: "authorization: another app, wherever the gateway is", call: byDebugging, as: "app:huaweicloud_apig_application.other", change: elsewhereIs("var.key"), outcome: trace.Fails, ends: "authorization APIG.0304"},
	{name: "route: none, wherever the gateway is", call: "POST http://huaweicloud_apig_group.shop/other", change: append(elsewhereIs("var.key"), `request_path            = "/"`, `request_path            = "/all"`), outcome: trace.Fails, ends: "route APIG.0101"},

	{name: "tls: no certificate", call: order, change: []string{`domain_names = ["shop.`, `domain_names = ["other.`}, outcome: trace.Fails, ends: "tls"},
	{name: "tls: whose certificate", call: order, change: []string{`["shop.example.com"]`, "var.key"}, outcome: trace.Unsettled, ends: "tls"},
	{name: "tls: a certificate for other names", call: order, change: []string{"= var.certificate", "= " + elsewhere}, outcome: trace.Fails, ends: "tls"},
	{name: "tls: an expired certificate", call: order, change: []string{"= var.certificate", "= " + expired}, outcome: trace.Fails, ends: "tls"},
	{name: "tls: no certificate over HTTP", call: "GET http://shop.example.com/other", change: []string{"= var.certificate", "= " + expired}, outcome: trace.Arrives, ends: "mock"},
	{name: "tls: a client certificate", call: order, change: []string{"verify_disabled_domain_names", "verify_enabled_domain_names"}, outcome: trace.Fails, ends: "tls APIG.0205"},

	{name: "group: bound nowhere", call: "GET http://nobody.example.org/", outcome: trace.Fails, ends: "group APIG.0101"},
	{name: "group: which is not known", call: "GET http://nobody.example.org/", change: []string{`url_domain  = "shop.example.com"`, "url_domain  = var.key"}, outcome: trace.Unsettled, ends: "group"},
	{name: "group: debugging is off", call: "GET https://huaweicloud_apig_group.shop/", change: []string{"domain_access_enabled = true", "domain_access_enabled = false"}, outcome: trace.Fails, ends: "group APIG.0101"},
	{name: "group: nothing turns debugging on", call: "GET https://huaweicloud_apig_group.shop/", change: []string{"  domain_access_enabled = true\n", ""}, outcome: trace.Fails, ends: "group APIG.0101"},
	{name: "group: somebody's debugging domain", call: "GET http://0123456789abcdef0123456789abcdef.apic.cn-north-4.huaweicloudapis.com/", outcome: trace.Unsettled, ends: "name"},

	{name: "group: a wildcard", call: "GET http://www.example.com/", change: underWildcard, outcome: trace.Arrives, ends: "mock"},
	{name: "group: a wildcard above several labels", call: "GET http://a.www.example.com/", change: underWildcard, outcome: trace.Unsettled, ends: "group"},
	{name: "group: by its app", call: "GET http://huaweicloud_apig_instance.main/orders/1?page=1", as: "app:huaweicloud_apig_application.web", change: []string{ofGroup, appRoute, `request_protocol        = "HTTPS"`, `request_protocol        = "BOTH"`}, outcome: trace.Arrives, ends: "huaweicloud_apig_channel.orders"},
	{name: "route: by an app that is not asked for", call: "POST http://huaweicloud_apig_instance.main/other", change: []string{ofGroup, appRoute}, outcome: trace.Unsettled, ends: "route"},

	{name: "environment: none of the name", call: order, headers: []string{"X-Stage: GAMMA"}, outcome: trace.Fails, ends: "environment APIG.0101"},
	{name: "environment: nothing there", call: order, headers: []string{"X-Stage: BETA"}, outcome: trace.Fails, ends: "environment APIG.0101"},
	{name: "environment: unknown", call: order, headers: []string{"X-Stage: GAMMA"}, change: []string{`name        = "BETA"`, "name        = var.key"}, outcome: trace.Unsettled, ends: "environment"},

	{name: "route: any other path", call: "POST https://shop.example.com/other", outcome: trace.Arrives, ends: "mock"},
	{name: "route: a plugin answers a preflight request before the API", call: "OPTIONS https://shop.example.com/other", headers: preflight, change: []string{allOfShop, corsPlugin + allOfShop}, outcome: trace.Arrives, ends: "the cors plugin of huaweicloud_apig_api.all"},
	{name: "route: the plugin is in another environment", call: "OPTIONS https://shop.example.com/other", headers: preflight, change: []string{allOfShop, strings.Replace(corsPlugin, release, beta, 1) + allOfShop}, outcome: trace.Arrives, ends: "mock"},
	{name: "route: which environment the plugin is in is not known", call: "OPTIONS https://shop.example.com/other", headers: preflight, change: []string{allOfShop, strings.Replace(corsPlugin, release, "var.key", 1) + allOfShop}, outcome: trace.Unsettled, ends: "route"},
	{name: "route: which path the plugin is for is not known", call: "OPTIONS https://shop.example.com/other", headers: preflight, change: []string{`request_path            = "/"`, "request_path            = var.key", allOfShop, corsPlugin + allOfShop}, outcome: trace.Unsettled, ends: "route"},
	{name: "route: whether the API of the plugin is published is not known", call: "OPTIONS https://shop.example.com/other", headers: preflight, change: []string{"huaweicloud_apig_api.all.id\n  env_id      = " + release, "huaweicloud_apig_api.all.id\n  env_id      = var.key", allOfShop, corsPlugin + allOfShop}, outcome: trace.Unsettled, ends: "route"},
	{name: "route: none", call: "POST https://shop.example.com/other", change: []string{`request_path            = "/"`, `request_path            = "/all"`}, outcome: trace.Fails, ends: "route APIG.0101"},
	{name: "route: letter case", call: "GET https://shop.example.com/Orders/1", change: []string{`request_path            = "/"`, `request_path            = "/all"`}, outcome: trace.Fails, ends: "route APIG.0101"},
	{name: "route: encoded", call: "GET https://shop.example.com/ord%65rs/1?page=1", outcome: trace.Arrives, ends: "huaweicloud_apig_channel.orders"},
	{name: "route: unknown", call: "POST https://shop.example.com/other", change: []string{`request_path            = "/"`, "request_path            = var.key"}, outcome: trace.Unsettled, ends: "route"},
	{name: "route: two alike", call: order, change: []string{"\"ANY\"\n  request_path            = \"/\"\n  matching                = \"Prefix\"", "\"GET\"\n  request_path            = \"/orders/{number}\""}, outcome: trace.Unsettled, ends: "route"},

	{name: "protocol: HTTP", call: "GET http://shop.example.com/orders/1?page=1", outcome: trace.Fails, ends: "protocol APIG.0607"},
	{name: "protocol: redirected", call: "GET http://shop.example.com/orders/1?page=1", change: []string{`url_domain  = "shop.example.com"`, "url_domain  = \"shop.example.com\"\n  is_http_redirect_to_https = true"}, outcome: trace.Arrives, ends: "huaweicloud_apig_channel.orders"},
	{name: "protocol: unknown", call: order, change: []string{`request_protocol        = "HTTPS"`, "request_protocol        = var.key"}, outcome: trace.Unsettled, ends: "protocol"},

	{name: "authentication: nobody", call: order, as: "nobody", outcome: trace.Fails, ends: "authentication APIG.0303"},
	{name: "authentication: another kind", call: order, as: "iam", outcome: trace.Fails, ends: "authentication APIG.0303"},
	{name: "authentication: an app at an IAM API", call: order, as: "app:huaweicloud_apig_application.web", change: []string{`"APP"`, `"IAM"`}, outcome: trace.Fails, ends: "authentication APIG.0301"},
	{name: "authentication: no AppCode", call: order, as: "appcode:huaweicloud_apig_application.other", outcome: trace.Fails, ends: "authentication APIG.0303"},
	{name: "authentication: unknown", call: order, as: "nobody", change: []string{`"APP"`, "var.key"}, outcome: trace.Unsettled, ends: "authentication"},
	{name: "authentication: an AppCode", call: order, as: "appcode:huaweicloud_apig_application.web", outcome: trace.Arrives, ends: "huaweicloud_apig_channel.orders"},

	{name: "authentication: one of two factors", call: order, as: "app:huaweicloud_apig_application.web", change: []string{`= "APP"`, twoFactors, ofGroup, authorizer}, outcome: trace.Fails, ends: "authentication APIG.0305"},
	{name: "authentication: what the second factor is sent", call: order, as: "app:huaweicloud_apig_application.web", headers: []string{"Token: abc"}, change: []string{`= "APP"`, twoFactors, ofGroup, authorizer}, outcome: trace.Unsettled, ends: "authentication"},

	{name: "authorization: another app", call: order, as: "app:huaweicloud_apig_application.other", outcome: trace.Fails, ends: "authorization APIG.0304"},
	{name: "authorization: unknown", call: order, as: "app:huaweicloud_apig_application.other", change: []string{"application_id = huaweicloud_apig_application.web.id", "application_id = var.key"}, outcome: trace.Unsettled, ends: "authorization"},

	{name: "access-control: a partner", call: order, from: "ip:198.51.100.7", outcome: trace.Arrives, ends: "huaweicloud_apig_channel.orders"},
	{name: "access-control: a stranger", call: order, from: "ip:203.0.113.9", outcome: trace.Fails, ends: "access-control APIG.0402"},
	{name: "access-control: nobody of the network", call: order, from: "gateway-vpc", change: []string{"198.51.100.0/24,10.0.1.0/24", "198.51.100.0/24"}, outcome: trace.Fails, ends: "access-control APIG.0402"},
	{name: "access-control: nobody of the internet", call: order, from: "internet", change: []string{"198.51.100.0/24,10.0.1.0/24", "10.0.1.0/24,192.168.0.1-192.168.0.9"}, outcome: trace.Fails, ends: "access-control APIG.0402"},
	{name: "access-control: a stranger behind a proxy", call: order, from: "ip:203.0.113.9", change: []string{ofGroup, xff + ofGroup}, outcome: trace.Unsettled, ends: "access-control"},
	{name: "access-control: unknown", call: order, from: "ip:203.0.113.9", change: []string{`"198.51.100.0/24,10.0.1.0/24"`, "var.key"}, outcome: trace.Unsettled, ends: "access-control"},

	{name: "access-control: the app from elsewhere", call: order, from: "ip:198.51.100.7", as: "app:huaweicloud_apig_application.web", change: withList("PERMIT", `["198.51.100.64/26"]`), outcome: trace.Fails, ends: "access-control APIG.0405"},
	{name: "access-control: the app from where it may", call: order, from: "ip:198.51.100.7", as: "appcode:huaweicloud_apig_application.web", change: withList("PERMIT", `["198.51.100.0-198.51.100.9"]`), outcome: trace.Arrives, ends: "huaweicloud_apig_channel.orders"},
	{name: "access-control: the only app is denied", call: order, change: withList("DENY", `["0.0.0.0/0"]`), outcome: trace.Fails, ends: "access-control APIG.0405"},
	{name: "access-control: the only app here is denied", call: order, change: append(withList("DENY", `["0.0.0.0/0"]`), ofGroup, authorizedInBeta+ofGroup), outcome: trace.Fails, ends: "access-control APIG.0405"},
	{name: "access-control: another app perhaps is not", call: order, change: append(withList("DENY", `["0.0.0.0/0"]`), ofGroup, strings.Replace(authorizedInBeta, "huaweicloud_apig_environment.beta.id", "var.key", 1)+ofGroup), outcome: trace.Unsettled, ends: "access-control"},
	{name: "access-control: nobody passes both lists", call: order, from: "internet", as: "app:huaweicloud_apig_application.web", change: withList("PERMIT", `["203.0.113.0/24"]`), outcome: trace.Fails, ends: "access-control APIG.0402"},
	{name: "access-control: the app's list takes out whom the other lets in", call: order, from: "internet", change: withList("DENY", `["198.51.100.0/25", "198.51.100.128/25"]`), outcome: trace.Fails, ends: "access-control APIG.0402"},
	{name: "access-control: one address passes both lists", call: order, from: "internet", change: withList("PERMIT", `["198.51.100.255", "203.0.113.0/24"]`), outcome: trace.Arrives, ends: "huaweicloud_apig_channel.orders"},
	{name: "access-control: nobody of the network passes both lists", call: order, from: "gateway-vpc", change: withList("PERMIT", `["198.51.100.0/24", "10.0.2.0/24"]`), outcome: trace.Fails, ends: "access-control APIG.0402"},
	{name: "access-control: the app's list is unknown", call: order, from: "ip:198.51.100.7", change: withList("DENY", `[var.key]`), outcome: trace.Unsettled, ends: "access-control"},

	{name: "request: lacks a parameter", call: "GET https://shop.example.com/orders/1", outcome: trace.Fails, ends: "request APIG.0201"},
	{name: "request: a parameter of the path", call: order, change: []string{"  request_params {\n    name     = \"page\"", "  request_params {\n    name     = \"id\"\n    required = true\n  }\n\n  request_params {\n    name     = \"page\""}, outcome: trace.Arrives, ends: "huaweicloud_apig_channel.orders"},
	{name: "request: unknown", call: "GET https://shop.example.com/orders/1", change: []string{"required = true", "required = var.key"}, outcome: trace.Unsettled, ends: "request"},

	{name: "request: a text that is too short", call: order, change: []string{pageParam, sizedPage}, outcome: trace.Fails, ends: "request APIG.0201"},
	{name: "request: a text of the size", call: "GET https://shop.example.com/orders/1?page=front", change: []string{pageParam, sizedPage}, outcome: trace.Arrives, ends: "huaweicloud_apig_channel.orders"},
	{name: "request: the rest of a path", call: "GET https://shop.example.com/files/a/c", change: []string{restOfShop, restOfPath}, outcome: trace.Fails, ends: "request APIG.0201"},
	{name: "request: the rest of a path that is listed", call: "GET https://shop.example.com/files/a/b", change: []string{restOfShop, restOfPath}, outcome: trace.Arrives, ends: "mock"},

	{name: "mapping: what orchestration rules make is not looked into", call: order, change: []string{pageParam, pageParam + "\n    orchestrations = [\"5f1a\"]"}, outcome: trace.Arrives, ends: "huaweicloud_apig_channel.orders"},

	{name: "backend-choice: a condition", call: "GET https://shop.example.com/orders/1?page=7", outcome: trace.Arrives, ends: "huaweicloud_apig_channel.beta"},
	{name: "backend-choice: unknown", call: order, change: []string{`value      = "7,8"`, "value      = var.key"}, outcome: trace.Unsettled, ends: "backend-choice"},

	{name: "backend: outside", call: order, change: []string{`"10.0.1.10"`, `"10.9.1.10"`}, outcome: trace.Fails, ends: "backend APIG.0202"},
	{name: "backend: public", call: order, change: []string{`"10.0.1.10"`, `"203.0.114.10"`}, outcome: trace.Fails, ends: "backend APIG.0610"},
	{name: "backend: the group of an LVS gateway lets nothing out, and the server may be in it", call: order, change: []string{inRegion, lvs + "  delete_default_rules = true\n}\n"}, from: "gateway-vpc", outcome: trace.Unsettled, ends: "backend"},
	{name: "backend: the group of an LVS gateway keeps its rules", call: order, change: []string{inRegion, lvs + "}\n"}, from: "gateway-vpc", outcome: trace.Arrives, ends: "huaweicloud_apig_channel.orders"},
	{name: "backend: which rules the group has is not known", call: order, change: []string{inRegion, lvs + "  delete_default_rules = var.key\n}\n"}, from: "gateway-vpc", outcome: trace.Unsettled, ends: "backend"},
	{name: "backend: in the range that the gateway keeps", call: order, change: []string{`"10.0.1.10"`, `"172.31.40.8"`}, outcome: trace.Unsettled, ends: "backend"},
	{name: "backend: a network ACL lets the gateway in", call: order, change: []string{ofGroup, filteredBy("backends", "10.0.1.0/24", "true"), `"10.0.1.10"`, `"10.0.9.10"`}, outcome: trace.Arrives, ends: "huaweicloud_apig_channel.orders"},
	{name: "backend: a network ACL lets others in", call: order, change: []string{ofGroup, filteredBy("backends", "10.9.0.0/16", "true"), `"10.0.1.10"`, `"10.0.9.10"`}, outcome: trace.Unsettled, ends: "backend"},
	{name: "backend: the network ACL of the gateway's subnet lets nothing out", call: order, change: []string{ofGroup, filteredBy("main", "0.0.0.0/0", "true"), `"10.0.1.10"`, `"10.0.9.10"`}, outcome: trace.Unsettled, ends: "backend"},
	{name: "backend: a network ACL of the gateway's subnet that may be off", call: order, change: []string{ofGroup, filteredBy("main", "0.0.0.0/0", "var.key"), `"10.0.1.10"`, `"10.0.9.10"`}, outcome: trace.Unsettled, ends: "backend"},
	{name: "backend: no network ACL is on in the gateway's subnet", call: order, change: []string{ofGroup, filteredBy("main", "0.0.0.0/0", "false"), `"10.0.1.10"`, `"10.0.9.10"`}, outcome: trace.Arrives, ends: "huaweicloud_apig_channel.orders"},
	{name: "backend: a network ACL that is off", call: order, change: []string{ofGroup, filteredBy("backends", "10.9.0.0/16", "false"), `"10.0.1.10"`, `"10.0.9.10"`}, outcome: trace.Arrives, ends: "huaweicloud_apig_channel.orders"},
	{name: "backend: a network ACL that may be off", call: order, change: []string{ofGroup, filteredBy("backends", "10.9.0.0/16", "var.key"), `"10.0.1.10"`, `"10.0.9.10"`}, outcome: trace.Unsettled, ends: "backend"},
	{name: "backend: the function of a trigger", call: "GET https://shop.example.com/hello", change: []string{ofGroup, trigger}, outcome: trace.Arrives, ends: "huaweicloud_fgs_function.hello"},
	{name: "authentication: nobody at a trigger", call: "GET https://shop.example.com/hello", as: "nobody", change: []string{ofGroup, trigger}, outcome: trace.Fails, ends: "authentication APIG.0301"},
	{name: "authentication: another service", call: "GET https://shop.example.com/other", change: []string{ofGroup, thirdAuth}, outcome: trace.Arrives, ends: "mock"},
	{name: "authentication: nobody, and another service in another environment", call: "GET https://shop.example.com/other", as: "nobody", change: []string{ofGroup, strings.Replace(thirdAuth, release, beta, 1)}, outcome: trace.Arrives, ends: "mock"},
	{name: "authentication: nobody at another service", call: "GET https://shop.example.com/other", as: "nobody", change: []string{ofGroup, thirdAuth}, outcome: trace.Unsettled, ends: "authentication"},
	{name: "response: the group answers in its own way", call: order, as: "nobody", change: []string{ofGroup, ownAnswer}, outcome: trace.Fails, ends: "authentication APIG.0303"},
	{name: "backend: which function is not known", call: "POST https://shop.example.com/other", change: []string{mocked, functionOf("var.key")}, outcome: trace.Unsettled, ends: "backend"},
	{name: "backend: a function that is kept elsewhere", call: "POST https://shop.example.com/other", change: []string{mocked, functionOf(`"urn:fss:cn-north-4:0123:function:default:hello"`)}, outcome: trace.Arrives, ends: "urn:fss:cn-north-4:0123:function:default:hello"},
	{name: "backend: a network ACL before a server lets the gateway in", call: order, change: serverBehind("10.0.1.0/24"), outcome: trace.Arrives, ends: "huaweicloud_apig_channel.orders"},
	{name: "backend: a network ACL before a server lets others in", call: order, change: serverBehind("10.9.0.0/16"), outcome: trace.Unsettled, ends: "backend"},
	{name: "backend: unknown", call: order, change: []string{`"10.0.1.10"`, "var.key"}, outcome: trace.Unsettled, ends: "backend"},
}

// forms are the ways in which a configuration is read: as it is written, in JSON syntax, and as what a plan from nothing, with its sources, makes.
var forms = map[string]func(linttest.Source, *testing.T) *schema.Config{
	"native": func(src linttest.Source, t *testing.T) *schema.Config { return src.Load(t) },
	"JSON":   func(src linttest.Source, t *testing.T) *schema.Config { return src.InJSON().Load(t) },
	"plan": func(src linttest.Source, t *testing.T) *schema.Config {
		planned, ok := src.FromNothing(t)
		if !ok {
			t.Skip("Terraform makes no plan of it")
		}
		return planned
	},
}

// never is what a station cannot say of one call, and why.
var never = map[string]map[trace.Verdict]string{
	"daily-limit":    {trace.Failed: "one call is within every limit", trace.Uncertain: "a limit is a number to tell"},
	"throttling":     {trace.Failed: "one call is within every limit", trace.Uncertain: "a limit is a number to tell"},
	"mapping":        {trace.Failed: "the gateway fills in what it has", trace.Uncertain: "what becomes of a parameter does not end a call"},
	"backend-choice": {trace.Failed: "the API's own backend is there for the rest"},
	"response":       {trace.Failed: "it changes an answer that is decided", trace.Uncertain: "it changes an answer that is decided"},
}

// TestCalls holds each call to where it ends, in every form, and the calls together to every verdict that a station may have.
func TestCalls(t *testing.T) {
	seen := map[string]map[trace.Verdict]bool{}
	for _, station := range trace.Stations() {
		seen[station] = map[trace.Verdict]bool{}
	}
	shop := linttest.ReadSource(t, os.DirFS("../../testdata/trace"), "shop")
	for _, test := range cases {
		text := shop["main.tf"]
		for change := range slices.Chunk(test.change, 2) {
			if !strings.Contains(text, change[0]) {
				t.Fatalf("the shop does not have %q", change[0])
			}
			text = strings.Replace(text, change[0], change[1], 1)
		}
		call, err := trace.ParseCall(test.call)
		if err == nil && test.from != "" {
			call.From, err = trace.ParseFrom(test.from)
		}
		if err == nil && test.as != "" {
			call.As, err = trace.ParseAs(test.as)
		}
		for _, header := range test.headers {
			if err == nil {
				err = call.SetHeader(header)
			}
		}
		if err != nil {
			t.Fatal(err)
		}
		call.Day = time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
		for form, read := range forms {
			t.Run(test.name+"/"+form, func(t *testing.T) {
				all := trace.Of(read(linttest.Source{"main.tf": text}, t), call)
				endsAt(t, all, test.outcome, test.ends)
				for _, station := range all[0].Stations {
					seen[station.Name][station.Verdict] = true
				}
			})
		}
	}
	for _, station := range trace.Stations() {
		for _, verdict := range []trace.Verdict{trace.Passed, trace.Failed, trace.Uncertain} {
			if seen[station][verdict] == (never[station][verdict] != "") {
				t.Errorf("%s %s: seen is %t, and it never says that because %q", station, verdict, seen[station][verdict], never[station][verdict])
			}
		}
	}
}

// endsAt holds a call to its outcome, and to the station and the code, or to the backend.
func endsAt(t *testing.T, all []trace.Trace, outcome trace.Outcome, want string) {
	t.Helper()
	if len(all) != 1 {
		t.Fatalf("there are %d traces", len(all))
	}
	ends := strings.TrimSpace(all[0].Ends + " " + all[0].Code)
	if all[0].Outcome == trace.Arrives {
		ends = all[0].Backend
	}
	if all[0].Outcome != outcome || ends != want {
		said, _ := json.MarshalIndent(all[0].Stations, "", " ")
		t.Errorf("it %s at %q, want %s at %q\n%s", all[0].Outcome, ends, outcome, want, said)
	}
	complete(t, all[0])
}

// complete holds that each station is there once, in order, and that those that do not pass say why.
func complete(t *testing.T, one trace.Trace) {
	t.Helper()
	var names []string
	for _, s := range one.Stations {
		names = append(names, s.Name)
		if (s.Verdict == trace.Failed || s.Verdict == trace.Uncertain) && (s.Because == "" || len(s.Objects) == 0) {
			t.Errorf("%s does not say why: %+v", s.Name, s)
		}
		for n, at := range s.Places {
			if slices.Contains(s.Places[:n], at) {
				t.Errorf("%s points at %s twice", s.Name, at)
			}
		}
	}
	if !slices.Equal(names, trace.Stations()) {
		t.Errorf("the stations are %q", names)
	}
}
