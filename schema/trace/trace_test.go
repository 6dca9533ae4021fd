package trace_test

import (
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/apiglint/apiglint/lint/linttest"
	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/trace"
)

const order = "GET https://shop.example.com/orders/1?page=1"

// appList is the list of an app: its type, and what it holds.
const appList = `
resource "huaweicloud_apig_application_acl" "web" {
  instance_id    = huaweicloud_apig_instance.main.id
  application_id = huaweicloud_apig_application.web.id
  type           = "%s"
  values         = %s
}

resource "huaweicloud_apig_application" "other" {`

// pageParam is the type of a parameter, and sizedPage makes it a text of a bounded size. restOfPath asks for one of two paths.
const (
	pageParam  = `type     = "NUMBER"`
	sizedPage  = "type = \"STRING\"\n    valid_enable = 1\n    minimum = 3\n    maximum = 5"
	restOfShop = "\"/\"\n  matching                = \"Prefix\""
	restOfPath = `"/files/{rest+}"

  request_params {
    name         = "rest"
    valid_enable = 1
    enumeration  = "a,a/b"
  }
`
	twoFactors = "= \"APP\"\n  authorizer_id = huaweicloud_apig_custom_authorizer.token.id"
	authorizer = `
resource "huaweicloud_apig_custom_authorizer" "token" {
  instance_id  = huaweicloud_apig_instance.main.id
  name         = "token"
  type         = "FRONTEND"
  function_urn = "urn:fss:cn-north-4:0123:function:default:token"

  identity {
    name     = "Token"
    location = "HEADER"
  }
}

resource "huaweicloud_apig_group" "shop" {`
)

// release and beta are the environments of the shop, allOfShop begins its API for all other paths.
const release, beta, allOfShop = `"DEFAULT_ENVIRONMENT_RELEASE_ID"`, "huaweicloud_apig_environment.beta.id", `resource "huaweicloud_apig_api" "all" {`

var preflight = []string{"Origin: https://www.example.com", "Access-Control-Request-Method: GET"}

const corsPlugin = `
resource "huaweicloud_apig_plugin" "cors" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "cors"
  type        = "cors"
  content     = jsonencode({ allow_origin = "*" })
}

resource "huaweicloud_apig_plugin_batch_apis_associate" "cors" {
  instance_id = huaweicloud_apig_instance.main.id
  plugin_id   = huaweicloud_apig_plugin.cors.id
  env_id      = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  api_ids     = [huaweicloud_apig_api.all.id]
}

`

// joined joins the VPCs of the gateway and of the application, with a route table for the subnet that is named.
func joined(subnet string) string {
	return `
resource "huaweicloud_vpc_peering_connection" "app" {
  name        = "app"
  vpc_id      = huaweicloud_vpc.main.id
  peer_vpc_id = huaweicloud_vpc.app.id
}

resource "huaweicloud_vpc_route" "main" {
  vpc_id      = huaweicloud_vpc.main.id
  destination = "10.1.0.0/16"
  type        = "peering"
  nexthop     = huaweicloud_vpc_peering_connection.app.id
}

resource "huaweicloud_vpc_route_table" "app" {
  name    = "app"
  vpc_id  = huaweicloud_vpc.app.id
  subnets = [` + subnet + `]

  route {
    destination = "10.0.0.0/16"
    type        = "peering"
    nexthop     = huaweicloud_vpc_peering_connection.app.id
  }
}

resource "huaweicloud_apig_group" "shop" {`
}

// inRegion begins the gateway, which is in a region with ELB gateways, and lvs begins one with a security group that is to be finished.
const (
	inRegion = `  region                 = "cn-north-4"
  vpc_id                 = huaweicloud_vpc.main.id
  subnet_id              = huaweicloud_vpc_subnet.main.id
  ingress_bandwidth_size = 5
}
`
	lvs = `  region                 = "cn-north-1"
  vpc_id                 = huaweicloud_vpc.main.id
  subnet_id              = huaweicloud_vpc_subnet.main.id
  security_group_id      = huaweicloud_networking_secgroup.main.id
}

resource "huaweicloud_networking_secgroup_rule" "main" {
  security_group_id = huaweicloud_networking_secgroup.main.id
  direction         = "ingress"
  ethertype         = "IPv4"
}

resource "huaweicloud_networking_secgroup" "main" {
  name = "main"
`
)

// filteredBy has a network ACL for a subnet, which lets in what is from a range.
func filteredBy(subnet, from, enabled string) string {
	return fmt.Sprintf(`
resource "huaweicloud_vpc_network_acl" "filter" {
  name    = "filter"
  enabled = %s

  ingress_rules {
    action            = "allow"
    protocol          = "tcp"
    ip_version        = 4
    source_ip_address = "%s"
    destination_port  = "80,443,8080"
  }

  associated_subnets {
    subnet_id = huaweicloud_vpc_subnet.%s.id
  }
}

resource "huaweicloud_vpc_subnet" "backends" {
  name       = "backends"
  vpc_id     = huaweicloud_vpc.main.id
  cidr       = "10.0.9.0/24"
  gateway_ip = "10.0.9.1"
}

resource "huaweicloud_apig_group" "shop" {`, enabled, from, subnet)
}

// trigger makes the API of a function, which is published by it.
const trigger = `
resource "huaweicloud_fgs_trigger" "hello" {
  function_urn = huaweicloud_fgs_function.hello.urn
  type         = "DEDICATEDGATEWAY"

  apig {
    instance_id = huaweicloud_apig_instance.main.id
    group_id    = huaweicloud_apig_group.shop.id
    api_name    = "hello"
    env_name    = "RELEASE"
  }
}

resource "huaweicloud_fgs_function" "hello" {
  name        = "hello"
  memory_size = 128
  runtime     = "Python3.9"
  timeout     = 3
}

resource "huaweicloud_apig_group" "shop" {`

// thirdAuth has another service authenticate the callers of all other paths.
const thirdAuth = `
resource "huaweicloud_apig_plugin" "auth" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "auth"
  type        = "third_auth"
  content     = var.key
}

resource "huaweicloud_apig_plugin_batch_apis_associate" "auth" {
  instance_id = huaweicloud_apig_instance.main.id
  plugin_id   = huaweicloud_apig_plugin.auth.id
  env_id      = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  api_ids     = [huaweicloud_apig_api.all.id]
}

resource "huaweicloud_apig_group" "shop" {`

const ofGroup, inside = `resource "huaweicloud_apig_group" "shop" {`, "GET http://huaweicloud_apig_instance.main/"

// authorizedInBeta authorizes another app in another environment.
const authorizedInBeta = `resource "huaweicloud_apig_environment" "beta" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "BETA"
}

resource "huaweicloud_apig_application_authorization" "beta" {
  instance_id    = huaweicloud_apig_instance.main.id
  application_id = huaweicloud_apig_application.other.id
  env_id         = huaweicloud_apig_environment.beta.id
  api_ids        = [huaweicloud_apig_api.orders.id]
}

`

// xff makes the gateway take the address of a caller from a header.
const xff = `resource "huaweicloud_apig_instance_feature" "xff" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "real_ip_from_xff"
  enabled     = true
  config      = jsonencode({ enable = "on", xff_index = -1 })
}

`

// The certificates are for shop.example.com, from 2015 to 2020, and for orders.example.com, from 2020 to 2037.
const (
	expired = `<<EOT
-----BEGIN CERTIFICATE-----
MIIBKjCB0qADAgECAgEGMAoGCCqGSM49BAMCMA8xDTALBgNVBAMTBHNob3AwHhcN
MTUwMTAxMDAwMDAwWhcNMjAwMTAxMDAwMDAwWjAPMQ0wCwYDVQQDEwRzaG9wMFkw
EwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEsfKsiIDK3tjBmHU1DbraUd97nptT1YLv
KTB678J56evjnFvRkSYWr8nNxoLKBIAU8xHXyOfpRdPBAqxZv/2TNKMfMB0wGwYD
VR0RBBQwEoIQc2hvcC5leGFtcGxlLmNvbTAKBggqhkjOPQQDAgNHADBEAiAgT4mz
Ol4RkIp/fHgvUM2ngDkP2n19Oq2q6Wy5merdSAIgbBr39p5lhke0wFmdSlSHduCG
SjPgODLfJ55MFkrsXcc=
-----END CERTIFICATE-----
EOT
`
	elsewhere = `<<EOT
-----BEGIN CERTIFICATE-----
MIIBMTCB2KADAgECAgELMAoGCCqGSM49BAMCMBExDzANBgNVBAMTBm9yZGVyczAe
Fw0yMDAxMDEwMDAwMDBaFw0zNzEyMzEwMDAwMDBaMBExDzANBgNVBAMTBm9yZGVy
czBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABLHyrIiAyt7YwZh1NQ262lHfe56b
U9WC7ykweu/Ceenr45xb0ZEmFq/JzcaCygSAFPMR18jn6UXTwQKsWb/9kzSjITAf
MB0GA1UdEQQWMBSCEm9yZGVycy5leGFtcGxlLmNvbTAKBggqhkjOPQQDAgNIADBF
AiEA9Bc3J5LO0Yl/iRFik4CCDBkCXDYu/cCe1d1JfixyRdcCIHbW0z+OGsy9biHv
NupCfedMFvImCgKYXPWgU6TLsCli
-----END CERTIFICATE-----
EOT
`
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

	{name: "port: a network ACL keeps callers out of an LVS gateway's subnet", call: "GET http://huaweicloud_apig_group.shop/", from: "subnet:huaweicloud_vpc_subnet.backends", change: []string{inRegion, lvs + "}\n", ofGroup, filteredBy("main", "10.8.0.0/16", "true")}, outcome: trace.Fails, ends: "port"},
	{name: "port: a network ACL that may be off", call: "GET http://huaweicloud_apig_group.shop/", from: "subnet:huaweicloud_vpc_subnet.backends", change: []string{inRegion, lvs + "}\n", ofGroup, filteredBy("main", "10.8.0.0/16", "var.key")}, outcome: trace.Unsettled, ends: "port"},
	{name: "port: within a subnet nothing is filtered", call: "GET http://huaweicloud_apig_group.shop/", from: "subnet:huaweicloud_vpc_subnet.main", change: []string{inRegion, lvs + "}\n", ofGroup, filteredBy("main", "10.8.0.0/16", "true")}, outcome: trace.Arrives, ends: "mock"},

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
	{name: "access-control: the app's list is unknown", call: order, from: "ip:198.51.100.7", change: withList("DENY", `[var.key]`), outcome: trace.Unsettled, ends: "access-control"},

	{name: "request: lacks a parameter", call: "GET https://shop.example.com/orders/1", outcome: trace.Fails, ends: "request APIG.0201"},
	{name: "request: a parameter of the path", call: order, change: []string{"  request_params {\n    name     = \"page\"", "  request_params {\n    name     = \"id\"\n    required = true\n  }\n\n  request_params {\n    name     = \"page\""}, outcome: trace.Arrives, ends: "huaweicloud_apig_channel.orders"},
	{name: "request: unknown", call: "GET https://shop.example.com/orders/1", change: []string{"required = true", "required = var.key"}, outcome: trace.Unsettled, ends: "request"},

	{name: "request: a text that is too short", call: order, change: []string{pageParam, sizedPage}, outcome: trace.Fails, ends: "request APIG.0201"},
	{name: "request: a text of the size", call: "GET https://shop.example.com/orders/1?page=front", change: []string{pageParam, sizedPage}, outcome: trace.Arrives, ends: "huaweicloud_apig_channel.orders"},
	{name: "request: the rest of a path", call: "GET https://shop.example.com/files/a/c", change: []string{restOfShop, restOfPath}, outcome: trace.Fails, ends: "request APIG.0201"},
	{name: "request: the rest of a path that is listed", call: "GET https://shop.example.com/files/a/b", change: []string{restOfShop, restOfPath}, outcome: trace.Arrives, ends: "mock"},

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
	{name: "backend: a network ACL that is off", call: order, change: []string{ofGroup, filteredBy("backends", "10.9.0.0/16", "false"), `"10.0.1.10"`, `"10.0.9.10"`}, outcome: trace.Arrives, ends: "huaweicloud_apig_channel.orders"},
	{name: "backend: a network ACL that may be off", call: order, change: []string{ofGroup, filteredBy("backends", "10.9.0.0/16", "var.key"), `"10.0.1.10"`, `"10.0.9.10"`}, outcome: trace.Unsettled, ends: "backend"},
	{name: "backend: the function of a trigger", call: "GET https://shop.example.com/hello", change: []string{ofGroup, trigger}, outcome: trace.Arrives, ends: "huaweicloud_fgs_function.hello"},
	{name: "authentication: nobody at a trigger", call: "GET https://shop.example.com/hello", as: "nobody", change: []string{ofGroup, trigger}, outcome: trace.Fails, ends: "authentication APIG.0301"},
	{name: "authentication: another service", call: "GET https://shop.example.com/other", change: []string{ofGroup, thirdAuth}, outcome: trace.Arrives, ends: "mock"},
	{name: "authentication: nobody, and another service in another environment", call: "GET https://shop.example.com/other", as: "nobody", change: []string{ofGroup, strings.Replace(thirdAuth, release, beta, 1)}, outcome: trace.Arrives, ends: "mock"},
	{name: "authentication: nobody at another service", call: "GET https://shop.example.com/other", as: "nobody", change: []string{ofGroup, thirdAuth}, outcome: trace.Unsettled, ends: "authentication"},
	{name: "backend: unknown", call: order, change: []string{`"10.0.1.10"`, "var.key"}, outcome: trace.Unsettled, ends: "backend"},
}

func withList(effect, entries string) []string {
	return []string{"\nresource \"huaweicloud_apig_application\" \"other\" {", fmt.Sprintf(appList, effect, entries)}
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

// TestCalls holds each call to where it ends, in every form.
func TestCalls(t *testing.T) {
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
				endsAt(t, trace.Of(read(linttest.Source{"main.tf": text}, t), call), test.outcome, test.ends)
			})
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

// TestAnswers holds which status the responses of a group give to a call that fails.
func TestAnswers(t *testing.T) {
	const rule = "  rule {\n    error_type = \"%s\"\n    body = \"{}\"\n    %s\n  }\n"
	shop := linttest.ReadSource(t, os.DirFS("../../testdata/trace"), "shop")["main.tf"]
	public := strings.Replace(shop, "vpc_channel_id   = huaweicloud_apig_channel.orders.id", `backend_address = "8.8.8.8"`, 1)
	others := fmt.Sprintf(rule, "DEFAULT_4XX", "status_code = 418")
	for _, test := range []struct {
		name, text, as, rules string
		want                  int
	}{
		{"of its type", shop, "nobody", others + fmt.Sprintf(rule, "AUTH_FAILURE", "status_code = 419"), 419},
		{"of any other type", shop, "nobody", others, 418},
		{"the type leaves the status", shop, "nobody", others + fmt.Sprintf(rule, "AUTH_FAILURE", ""), 401},
		{"the status is not known", shop, "nobody", others + fmt.Sprintf(rule, "AUTH_FAILURE", "status_code = var.key"), 401},
		{"a type is not known", shop, "nobody", others + strings.Replace(fmt.Sprintf(rule, "", ""), `""`, "var.key", 1), 401},
		{"the backend", public, "", fmt.Sprintf(rule, "BACKEND_UNAVAILABLE", "status_code = 503"), 503},
	} {
		t.Run(test.name, func(t *testing.T) {
			call, err := trace.ParseCall(order)
			if err != nil {
				t.Fatal(err)
			}
			call.As.Kind = test.as
			all := trace.Of(load(t, test.text+`
resource "huaweicloud_apig_response" "shop" {
  instance_id = huaweicloud_apig_instance.main.id
  group_id    = huaweicloud_apig_group.shop.id
  name        = "default"
`+test.rules+"}\n"), call)
			if len(all) != 1 || all[0].Status != test.want {
				t.Errorf("%+v, want the status %d", all, test.want)
			}
		})
	}
}

// TestThrottling holds that the numbers of whatever throttles a call are told.
func TestThrottling(t *testing.T) {
	shop := linttest.ReadSource(t, os.DirFS("../../testdata/trace"), "shop")["main.tf"]
	for want, added := range map[string]string{
		"up to 200 calls a second together": "",
		"up to 50 calls together, 5 calls from each address in 2 minutes": `
resource "huaweicloud_apig_throttling_policy" "some" {
  instance_id      = huaweicloud_apig_instance.main.id
  name             = "some"
  type             = "API-based"
  period           = 2
  period_unit      = "MINUTE"
  max_api_requests = 50
  max_ip_requests  = 5
}

resource "huaweicloud_apig_throttling_policy_associate" "some" {
  instance_id = huaweicloud_apig_instance.main.id
  policy_id   = huaweicloud_apig_throttling_policy.some.id
  publish_ids = [huaweicloud_apig_api_publishment.orders.publish_id]
}
`,
		"up to 30 calls together, 7 calls with each app in 1 second": `
resource "huaweicloud_apig_plugin" "some" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "some"
  type        = "rate_limit"
  content = jsonencode({
    scope = "basic", default_interval = 1, default_time_unit = "second", api_limit = 30, app_limit = 7
  })
}

resource "huaweicloud_apig_plugin_associate" "some" {
  instance_id = huaweicloud_apig_instance.main.id
  plugin_id   = huaweicloud_apig_plugin.some.id
  api_ids     = [huaweicloud_apig_api.orders.id]
  env_id      = huaweicloud_apig_api_publishment.orders.env_id
}
`,
	} {
		call, err := trace.ParseCall(order)
		if err != nil {
			t.Fatal(err)
		}
		for _, one := range trace.Of(load(t, shop+added), call) {
			if said := one.Station("throttling").Because; said != want {
				t.Errorf("%q, want %q", said, want)
			}
		}
	}
}

func load(t *testing.T, text string) *schema.Config {
	t.Helper()
	return linttest.Source{"main.tf": text}.Load(t)
}

// TestHostileCalls holds that what is no call is refused in a sentence, and that anything else can be traced.
func TestHostileCalls(t *testing.T) {
	for _, text := range []string{
		"", "GET", "shop.example.com", "GET ftp://shop.example.com/", "BREW https://shop.example.com/", "GET https:///orders", "GET https://shop.example.com:0/",
		"GET https://shop.example.com:99999/", "GET https://shop.example.com/%zz", "GET https://shop.example.com/\x00", "GET https://u:p@shop.example.com/",
		"GET https://[::1/", "GET https://shop.example.com/a b", "GET https://shop.example.com/" + strings.Repeat("a", 40_000),
	} {
		if call, err := trace.ParseCall(text); err == nil {
			t.Errorf("%q is taken for %+v", text, call)
		}
	}
	c := load(t, "resource \"huaweicloud_apig_instance\" \"g\" {}\n")
	for _, text := range []string{
		"https://shop.example.com", "get https://SHOP.example.com./a%2Fb?x=%26", "GET https://[2001:db8::1]:8443/", "GET https://bücher.example.com/",
		"GET http://10.0.0.1/", `GET https://module.a["x/y"].huaweicloud_apig_group.shop["a?b"]/orders`,
	} {
		call, err := trace.ParseCall(text)
		if err != nil {
			t.Errorf("%q: %v", text, err)
			continue
		}
		for _, one := range trace.Of(c, call) {
			complete(t, one)
		}
	}
}
