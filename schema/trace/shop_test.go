package trace_test

import "fmt"

// The calls are made to the shop of testdata/trace, with edits: what stands here takes the place of something there, or is added.

const order = "GET https://shop.example.com/orders/1?page=1"

// byDebugging is order by the debugging domain of its group.
const byDebugging = "GET https://huaweicloud_apig_group.shop/orders/1?page=1"

// elsewhereIs gives the group of the shop another gateway than the one that is declared.
func elsewhereIs(id string) []string {
	own := "\"huaweicloud_apig_group\" \"shop\" {\n  instance_id           = "
	return []string{own + "huaweicloud_apig_instance.main.id", own + id}
}

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

// mocked is the backend of the API for all other paths, functionOf a function in its place.
const mocked = `
  mock {
    response = "ok"
  }
`

func functionOf(urn string) string {
	return "\n  func_graph {\n    version = \"latest\"\n    function_urn = " + urn + "\n  }\n"
}

// appRoute makes the gateway find groups by the app of a call.
const appRoute = `resource "huaweicloud_apig_instance_feature" "app_route" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "app_route"
  enabled     = true
  config      = "on"
}

` + ofGroup

// underWildcard has a wildcard in place of the host.
var underWildcard = []string{`url_domain  = "shop.example.com"`, `url_domain  = "*.example.com"`, `  name    = "shop.example.com."
  type    = "A"
  records = [huaweicloud_apig_instance.main.ingress_address]`, `  name    = "*.example.com."
  type    = "A"
  records = [huaweicloud_apig_instance.main.ingress_address]`}

// serverBehind has a server for a member of the channel, in a subnet whose network ACL lets a range in.
func serverBehind(from string) []string {
	return []string{`member_type      = "ip"`, `member_type      = "ecs"`, `host = "10.0.1.10"`, "id   = huaweicloud_compute_instance.orders.id\n    name = \"orders\"", ofGroup, `
resource "huaweicloud_compute_instance" "orders" {
  name               = "orders"
  security_group_ids = [huaweicloud_networking_secgroup.orders.id]

  network {
    uuid = huaweicloud_vpc_subnet.backends.id
  }
}

resource "huaweicloud_networking_secgroup" "orders" {
  name = "orders"
}

resource "huaweicloud_networking_secgroup_rule" "orders" {
  security_group_id = huaweicloud_networking_secgroup.orders.id
  direction         = "ingress"
  ethertype         = "IPv4"
}
` + filteredBy("backends", from, "true")}
}

func withList(effect, entries string) []string {
	return []string{"\nresource \"huaweicloud_apig_application\" \"other\" {", fmt.Sprintf(appList, effect, entries)}
}

const ownAnswer = `
resource "huaweicloud_apig_response" "shop" {
  instance_id = huaweicloud_apig_instance.main.id
  group_id    = huaweicloud_apig_group.shop.id
  name        = "default"

  rule {
    error_type  = "AUTH_FAILURE"
    body        = "log in first"
    status_code = 302
  }
}

resource "huaweicloud_apig_group" "shop" {`
