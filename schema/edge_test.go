package schema_test

import (
	"strings"
	"testing"

	"github.com/apiglint/apiglint/schema"
)

const edgeOfTheWorld = `
variable "unknown" {}
variable "count" { type = number }
variable "secret" {
  type      = string
  sensitive = true
}

resource "huaweicloud_vpc" "main" {
  name = "net"
  cidr = "10.1.0.0/16"
}
resource "huaweicloud_vpc_subnet" "main" {
  vpc_id = huaweicloud_vpc.main.id
  cidr   = "10.1.2.0/24"
}
resource "huaweicloud_networking_secgroup" "main" { name = "callers" }
resource "huaweicloud_apig_instance" "main" {
  name              = "edge-prod"
  vpc_id            = huaweicloud_vpc.main.id
  subnet_id         = huaweicloud_vpc_subnet.main.id
  security_group_id = huaweicloud_networking_secgroup.main.id
}
resource "huaweicloud_apig_group" "main" {
  name        = "orders"
  instance_id = huaweicloud_apig_instance.main.id
}
resource "huaweicloud_apig_group" "other" {
  name        = "others"
  instance_id = huaweicloud_apig_instance.main.id
}
resource "huaweicloud_apig_api" "main" {
  name        = "list"
  instance_id = huaweicloud_apig_instance.main.id
  group_id    = huaweicloud_apig_group.main.id
}
resource "huaweicloud_apig_acl_policy" "main" {
  name        = "office"
  instance_id = huaweicloud_apig_instance.main.id
}
resource "huaweicloud_apig_environment" "main" {
  name        = "BETA"
  instance_id = huaweicloud_apig_instance.main.id
}
resource "huaweicloud_apig_group_domain_associate" "main" {
  group_id   = huaweicloud_apig_group.other.id
  url_domain = "shop.example.com"
}
resource "huaweicloud_dns_zone" "main" { name = "example.com." }
resource "huaweicloud_vpc_eip" "main" { name = "spare" }

data "huaweicloud_availability_zones" "all" {}
data "huaweicloud_apig_instances" "all" {}
data "huaweicloud_apig_instances" "named" { name = "edge-prod" }
data "huaweicloud_apig_instances" "another" { name = "legacy" }
resource "random_pet" "name" {}
`

const handedOn = `
resource "terraform_data" "gateway" { input = huaweicloud_apig_instance.main.id }
`

const others = `
module "first" {
  source = "example/unread/any"
  id     = huaweicloud_apig_instance.main.id
}
module "second" {
  source = "example/unread/any"
  any    = module.first.id
}
`

const elsewhere = `
resource "huaweicloud_apig_api_publishment" "elsewhere" {
  instance_id = huaweicloud_apig_instance.main.id
  api_id      = huaweicloud_apig_api.main.id
  env_id      = var.unknown
}
`

// TestEdge holds what a module can reach that is not read, by what its call hands over.
func TestEdge(t *testing.T) {
	gateway := strings.Replace(all, " eips", "", 1)
	for _, tt := range []struct{ call, reaches string }{
		{``, ""},
		{`cidr = "10.9.0.0/16"`, ""},
		{`name = "network"`, ""},
		{`region = "cn-north-4"`, ""},
		{`tags = { owner = "edge-prod" }`, ""},
		{`zones = data.huaweicloud_availability_zones.all.names`, ""},
		{`size = var.count`, ""},
		{`enabled = huaweicloud_apig_instance.main.id != ""`, ""},
		{`gateway = data.huaweicloud_apig_instances.another.instances[0].id`, ""},
		{`name = random_pet.name.id`, ""},
		{`count = 0
		  gateway = huaweicloud_apig_instance.main`, ""},
		{`for_each = {}
		  gateway = each.value`, ""},

		{`gateway = huaweicloud_apig_instance.main.id`, gateway},
		{`gateway = { main = [huaweicloud_apig_instance.main] }`, gateway},
		{`text = jsonencode({ id = huaweicloud_apig_instance.main.id })`, gateway},
		{`text = "gateway ${huaweicloud_apig_instance.main.id}"`, gateway},
		{`text = terraform_data.gateway.output`, gateway},
		{`tags = { id = huaweicloud_apig_instance.main.id }`, gateway},
		{`name = "edge-prod"`, "groups domains features apis names fronts policies environments"},
		{`name = "edge"`, ""}, // of something else
		{`prefix = "edge"`, "groups domains features apis names fronts policies environments"},
		{`environment = "PROD"`, "groups domains features apis names fronts policies environments"},
		{`gateway = data.huaweicloud_apig_instances.named.instances[0].id`, "groups domains features apis names fronts policies environments"},
		{`depends_on = [huaweicloud_apig_group.main]`, gateway},
		{`for_each = toset([huaweicloud_apig_group.main.name])
		  gateway = huaweicloud_apig_instance.main.id`, gateway},
		{`target = huaweicloud_apig_instance.main.ingress_address`, "names fronts"},

		{`group = huaweicloud_apig_group.main.id`, "domains apis names"},
		{`group = huaweicloud_apig_group.other.id`, "names"},
		{`api = huaweicloud_apig_api.main.id`, "apis"},
		{`api = "list"`, "apis"},
		{`api = huaweicloud_apig_api.main.name`, "apis"},
		{`publication = huaweicloud_apig_api_publishment.elsewhere.id`, all}, // it names an environment that is not known
		{`acl = huaweicloud_apig_acl_policy.main.id`, "policies"},
		{`stage = huaweicloud_apig_environment.main.id`, "environments"},
		{`stage = "beta"`, "environments"},

		{`vpc_id = huaweicloud_vpc.main.id`, "routes"},
		{`subnet_id = huaweicloud_vpc_subnet.main.id`, "routes"},
		{`cidr = "10.1.0.0/16"`, "routes"},
		{`groups = [huaweicloud_networking_secgroup.main.id]`, "rules"},
		{`backends = ["10.1.2.7"]`, "fronts"},
		{`eip = huaweicloud_vpc_eip.main.address`, "names eips"},
		{`zone = huaweicloud_dns_zone.main.id`, "names"},
		{`host = "www.example.com"`, "names fronts"},

		{`any = module.first.id`, gateway},
		{`any = { id = "${module.second.id}-1" }`, gateway},
		{`any = "${module.first.id}-${var.unknown}"`, all},
		{`any = module.none.id`, ""},

		{`any = var.unknown`, all},
		{`any = var.secret`, all},
		{`any = [for x in var.unknown : x]`, all},
		{`any = "apis-${var.unknown}"`, all},
		{`any = data.huaweicloud_apig_instances.all.instances[*].id`, all},
		{`any = data.terraform_remote_state.other.outputs.id`, all},
		{`any = "0123456789abcdef0123456789abcdef"`, all},
		{`for_each = var.unknown
		  any = each.value`, all},
		{`count = var.count
		  gateway = huaweicloud_apig_instance.main.id`, gateway},
	} {
		text := edgeOfTheWorld + "data \"terraform_remote_state\" \"other\" {}\nmodule \"unread\" {\n source = \"example/unread/any\"\n" + tt.call + "\n}\n"
		switch {
		case strings.Contains(tt.call, "elsewhere"):
			text += elsewhere
		case strings.Contains(tt.call, "module.none"):
			text += "module \"none\" {\n source = \"example/unread/any\"\n}\n"
		case strings.Contains(tt.call, "module."):
			text += others
		case strings.Contains(tt.call, "terraform_data"):
			text += handedOn
		}
		if got := reached(load(t, text)); got != tt.reaches {
			t.Errorf("%s reaches %q, want %q", tt.call, got, tt.reaches)
		}
	}
}

// TestEdgeOfUnknownOwner holds that an API whose gateway is not declared here is reached by whoever may know the gateway.
func TestEdgeOfUnknownOwner(t *testing.T) {
	for _, tt := range []struct {
		owner, call string
		want        schema.Verdict
	}{
		{`"gw-1"`, `cidr = "10.9.0.0/16"`, schema.No},
		{`"gw-1"`, `gateway = "gw-1"`, schema.Unsure},
		{`var.unknown`, `cidr = "10.9.0.0/16"`, schema.Unsure}, // the module may have made it
		{`var.unknown`, `count = 0`, schema.No},
		{`var.unknown`, `name = "legacy"`, schema.Unsure},
		{`module.unread.gateway_id`, `cidr = "10.9.0.0/16"`, schema.Unsure},
	} {
		text := "variable \"unknown\" {}\nresource \"huaweicloud_apig_api\" \"main\" {\n name = \"list\"\n instance_id = " + tt.owner +
			"\n}\nmodule \"unread\" {\n source = \"example/unread/any\"\n" + tt.call + "\n}\n"
		c := load(t, text)
		if got := c.Published(c.APIs[0]); got != tt.want {
			t.Errorf("gateway %s, %s: %d, want %d", tt.owner, tt.call, got, tt.want)
		}
	}
}

// TestEdgeOfOtherProviders holds that a resource of another provider reaches the objects whose ids it is handed, and nothing beside them.
func TestEdgeOfOtherProviders(t *testing.T) {
	for _, tt := range []struct{ block, reaches string }{
		{`resource "restapi_object" "any" { data = jsonencode({ api = huaweicloud_apig_api.main.id }) }`, "apis"},
		{`resource "restapi_object" "any" { data = huaweicloud_apig_api.main }`, "apis"},
		{`resource "restapi_object" "any" { data = huaweicloud_apig_api.main.name }`, ""},
		{`resource "restapi_object" "any" { data = var.unknown }`, "fronts eips"}, // an address

		{`data "http" "any" { url = "https://example.com/${huaweicloud_apig_group.main.id}" }`, "domains"},
		{`resource "shell_script" "any" { environment = { ACL = huaweicloud_apig_acl_policy.main.id } }`, "policies"},
		{`resource "null_resource" "any" { triggers = { acl = huaweicloud_apig_acl_policy.main.id } }`, ""}, // it keeps it
		{`resource "terraform_data" "any" { input = huaweicloud_vpc.main.id }`, ""},
		{"locals { id = huaweicloud_vpc.main.id }\nresource \"aws_route\" \"any\" { vpc = local.id }", "routes"},
	} {
		if got := reached(load(t, edgeOfTheWorld+tt.block)); got != tt.reaches {
			t.Errorf("%s reaches %q, want %q", tt.block, got, tt.reaches)
		}
	}
}

// reached says what of the configuration something else may add to.
func reached(c *schema.Config) string {
	var all []string
	add := func(what string, reached bool) {
		if reached {
			all = append(all, what)
		}
	}
	gateway, group := c.Gateways[0], c.Groups[0]
	feature, _ := c.FeatureOf(gateway, "ratelimit")
	add("groups", c.GroupsOf(gateway).MayHaveOthers())
	add("domains", c.DomainsOf(group).MayHaveOthers())
	add("features", feature == schema.Unsure)
	add("apis", c.AuthorizedIn(c.APIs[0], schema.Release) == schema.Unsure)
	add("rules", c.RulesOf(c.SecurityGroups[0]).MayHaveOthers())
	add("routes", c.RoutesOf(c.VPCs[0]).MayHaveOthers())
	add("names", c.Resolves("shop.example.com") == schema.Unsure)
	add("fronts", c.MayBeFronted(gateway))
	add("policies", c.Used(c.ACLs[0]) == schema.Unsure)
	add("eips", len(c.UnusedEIPs()) == 0)
	add("environments", c.EnvironmentsInUse().Contains(c.Environments[0]) != schema.No)
	return strings.Join(all, " ")
}
