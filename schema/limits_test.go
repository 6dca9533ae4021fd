package schema_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/terraform"
	"github.com/apiglint/apiglint/schema/terraform/configs"
)

func load(t *testing.T, text string) *schema.Config {
	t.Helper()
	files := fstest.MapFS{"main.tf": &fstest.MapFile{Data: []byte(text)}}
	c, err := schema.Load(configs.NewLoader(files), ".", terraform.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if c.Root.Diagnostics.HasErrors() {
		t.Fatal(c.Root.Diagnostics)
	}
	return c
}

const oneGateway = `
resource "huaweicloud_apig_instance" "main" {}
variable "unknown" { type = string }
`

func feature(name, arguments string) string {
	return fmt.Sprintf(`resource "huaweicloud_apig_instance_feature" %q {
  instance_id = huaweicloud_apig_instance.main.id
  %s
}
`, name, arguments)
}

func TestRateCeiling(t *testing.T) {
	const on = "name = \"ratelimit\"\n enabled = true\n "
	tests := []struct {
		name, features string
		rate           int
		certain        bool
	}{
		{"default", "", 200, true},
		{"another feature", feature("a", `name = "lts"`), 200, true},
		{"raised", feature("a", on+`config = jsonencode({ api_limits = 500 })`), 500, true},
		{"unknown config", feature("a", on+`config = var.unknown`), 0, false},
		{"no config", feature("a", on), 0, false},
		{"not JSON", feature("a", on+`config = "500"`), 0, false},
		{"a text", feature("a", on+`config = jsonencode({ api_limits = "500" })`), 0, false},
		{"beyond the range", feature("a", on+`config = jsonencode({ api_limits = 9000000000 })`), 0, false},
		{"below the range", feature("a", on+`config = jsonencode({ api_limits = 0 })`), 0, false},
		{"off", feature("a", `name = "ratelimit"`), 0, false},
		{"unknown switch", feature("a", "name = \"ratelimit\"\n enabled = var.unknown"), 0, false},
		{"unknown name", feature("a", `name = var.unknown`), 0, false},
		{"beside an unknown name", feature("a", on+`config = jsonencode({ api_limits = 500 })`) + feature("b", `name = var.unknown`), 0, false},
		{"twice", feature("a", on+`config = jsonencode({ api_limits = 500 })`) + feature("b", `name = "ratelimit"`), 0, false},
		{"any number of times", feature("a", "count = var.unknown\n "+on+`config = jsonencode({ api_limits = 500 })`), 0, false},
		{
			"left to others",
			feature("a", on+"config = jsonencode({ api_limits = 500 })\n lifecycle {\n ignore_changes = [config]\n}"), 0, false,
		},
		{
			"switched by others",
			feature("a", on+"config = jsonencode({ api_limits = 500 })\n lifecycle {\n ignore_changes = [enabled]\n}"), 0, false,
		},
		{
			"of an unknown gateway", `resource "huaweicloud_apig_instance_feature" "a" {
				instance_id = var.unknown
				name        = "ratelimit"
			}`, 0, false,
		},
		{
			"another feature of an unknown gateway", `resource "huaweicloud_apig_instance_feature" "a" {
				instance_id = var.unknown
				name        = "lts"
			}`, 200, true,
		},
		{"beside a missing module", "module \"features\" {\n source = \"./nowhere\"\n gateway = huaweicloud_apig_instance.main.id\n}", 0, false},
		{"beside a missing module that does not get the gateway", `module "network" { source = "./nowhere" }`, 200, true},
		{
			"declared beside a missing module",
			`module "others" { source = "./nowhere" }` + "\n" + feature("a", on+`config = jsonencode({ api_limits = 500 })`), 500, true,
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			c := load(t, oneGateway+test.features)
			rate, _, certain := c.RateCeiling(c.Gateways[0])
			if rate != test.rate && certain || certain != test.certain {
				t.Errorf("%d, certain %t; want %d, %t", rate, certain, test.rate, test.certain)
			}
		})
	}
}

func TestSeconds(t *testing.T) {
	tests := []struct {
		arguments string
		want      int
		ok        bool
	}{
		{"period = 1", 60, true},
		{"period = 15\n period_unit = \"SECOND\"", 15, true},
		{"period = 2\n period_unit = \"HOUR\"", 7200, true},
		{"period = \"1\"\n period_unit = \"DAY\"", 86400, true},
		{"period = 1\n period_unit = null", 60, true},
		{"period = 2147483647\n period_unit = \"DAY\"", 2147483647 * 86400, true},
		{"period = 2147483648\n period_unit = \"SECOND\"", 0, false},
		{"period = 0", 0, false},
		{"period = -1", 0, false},
		{"period = 1\n period_unit = \"WEEK\"", 0, false},
		{"period = 1\n period_unit = var.unknown", 0, false},
		{"period = var.unknown", 0, false},
		{"", 0, false},
	}
	for _, test := range tests {
		c := load(t, oneGateway+"resource \"huaweicloud_apig_throttling_policy\" \"a\" {\n"+test.arguments+"\n}")
		if got, ok := c.Throttlings[0].Seconds(); got != test.want || ok != test.ok {
			t.Errorf("%s: %d, %t; want %d, %t", test.arguments, got, ok, test.want, test.ok)
		}
	}
}

const published = `
variable "unknown" { type = string }

resource "huaweicloud_apig_api" "orders" {}

resource "huaweicloud_apig_api_publishment" "orders" {
  api_id = huaweicloud_apig_api.orders.id
  env_id = "DEFAULT_ENVIRONMENT_RELEASE_ID"
}

resource "huaweicloud_apig_api_publishment" "unknown" {
  api_id = huaweicloud_apig_api.orders.id
  env_id = var.unknown
}

resource "huaweicloud_apig_api_publishment" "many" {
  for_each = toset([var.unknown])

  api_id = huaweicloud_apig_api.orders.id
  env_id = each.key
}

resource "huaweicloud_apig_acl_policy" "a" {}
`

func TestAppliedIsCertain(t *testing.T) {
	tests := []struct {
		name, binding string
		want          []string // the binding's publications
	}{
		{"plain", `publish_ids = [huaweicloud_apig_api_publishment.orders.publish_id]`, []string{"huaweicloud_apig_api_publishment.orders"}},
		{
			"twice the same", `publish_ids = [for i in range(2) : huaweicloud_apig_api_publishment.orders.publish_id]`,
			[]string{"huaweicloud_apig_api_publishment.orders"},
		},
		{
			"beside something unknown", `publish_ids = [var.unknown, huaweicloud_apig_api_publishment.orders.publish_id]`,
			[]string{"huaweicloud_apig_api_publishment.orders"},
		},
		{
			"an unknown environment", `publish_ids = [huaweicloud_apig_api_publishment.unknown.publish_id]`,
			[]string{"huaweicloud_apig_api_publishment.unknown"},
		},
		{"any number of publications", `publish_ids = [for p in huaweicloud_apig_api_publishment.many : p.publish_id]`, nil},
		{"one of any number", `publish_ids = [huaweicloud_apig_api_publishment.many["x"].publish_id]`, nil},
		{"any number of bindings", "count = var.unknown\n publish_ids = [huaweicloud_apig_api_publishment.orders.publish_id]", nil},
		{
			"left to others",
			"publish_ids = [huaweicloud_apig_api_publishment.orders.publish_id]\n lifecycle {\n ignore_changes = all\n}", nil,
		},
		{"not its publish_id", `publish_ids = [huaweicloud_apig_api_publishment.orders.id]`, nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			c := load(t, published+"resource \"huaweicloud_apig_acl_policy_associate\" \"a\" {\n policy_id = huaweicloud_apig_acl_policy.a.id\n"+test.binding+"\n}")
			var got []string
			for _, a := range c.AppliedACLs() {
				got = append(got, a.Publication.Address)
			}
			if !slices.Equal(got, test.want) {
				t.Errorf("%v, want %v", got, test.want)
			}
		})
	}
}

func TestSlot(t *testing.T) {
	c := load(t, published+`
resource "huaweicloud_apig_environment" "beta" {}

resource "huaweicloud_apig_api_publishment" "beta" {
  api_id = huaweicloud_apig_api.orders.id
  env_id = huaweicloud_apig_environment.beta.id
}

resource "huaweicloud_apig_api_publishment" "again" {
  api_id = huaweicloud_apig_api.orders.id
  env_id = "DEFAULT_ENVIRONMENT_RELEASE_ID"
}

resource "huaweicloud_apig_acl_policy_associate" "all" {
  policy_id   = huaweicloud_apig_acl_policy.a.id
  publish_ids = [
    huaweicloud_apig_api_publishment.orders.publish_id,
    huaweicloud_apig_api_publishment.again.publish_id,
    huaweicloud_apig_api_publishment.beta.publish_id,
    huaweicloud_apig_api_publishment.unknown.publish_id,
  ]
}

resource "huaweicloud_apig_plugin" "a" {}

resource "huaweicloud_apig_plugin_batch_apis_associate" "a" {
  plugin_id = huaweicloud_apig_plugin.a.id
  api_ids   = [huaweicloud_apig_api.orders.id]
  env_id    = huaweicloud_apig_environment.beta.id
}

resource "huaweicloud_apig_api_batch_plugins_associate" "a" {
  plugin_ids = [huaweicloud_apig_plugin.a.id]
  api_id     = huaweicloud_apig_api.orders.id
  env_id     = var.unknown
}
`)
	lists, plugins := c.AppliedACLs(), c.AppliedPlugins()
	if len(lists) != 4 || len(plugins) != 1 {
		t.Fatalf("%d lists and %d plugins are applied", len(lists), len(plugins))
	}
	release, again, beta, unknown := lists[0].Slot(), lists[1].Slot(), lists[2].Slot(), lists[3].Slot()
	if release != again || release == beta || release == unknown || beta == unknown || beta != plugins[0].Slot() {
		t.Error("slots are mistaken for each other")
	}
}

func TestAppliedToAnyNumberOfAPIs(t *testing.T) {
	c := load(t, `
variable "unknown" { type = string }

resource "huaweicloud_apig_api" "many" {
  for_each = toset([var.unknown])
}

resource "huaweicloud_apig_api_publishment" "one" {
  api_id = huaweicloud_apig_api.many["one"].id
  env_id = "DEFAULT_ENVIRONMENT_RELEASE_ID"
}

resource "huaweicloud_apig_acl_policy" "a" {}

resource "huaweicloud_apig_acl_policy_associate" "a" {
  policy_id   = huaweicloud_apig_acl_policy.a.id
  publish_ids = [huaweicloud_apig_api_publishment.one.publish_id]
}
`)
	lists := c.AppliedACLs()
	if len(lists) != 1 || lists[0].API != nil || lists[0].Subject() != c.Publications[0].Resource {
		t.Errorf("one of any number of APIs is taken for a certain one: %v", lists)
	}
}

func TestUsed(t *testing.T) {
	const associate = "resource \"huaweicloud_apig_acl_policy_associate\" \"a\" {\n policy_id = %s\n publish_ids = [\"8a9b\"]\n}"
	tests := []struct {
		name, text string
		want       schema.Verdict
	}{
		{"not at all", "", schema.No},
		{"by an association of nothing", strings.ReplaceAll(fmt.Sprintf(associate, "huaweicloud_apig_acl_policy.a.id"), `"8a9b"`, ""), schema.No},
		{"by an association", fmt.Sprintf(associate, "huaweicloud_apig_acl_policy.a.id"), schema.Yes},
		{"by an association through a local", "locals {\n p = [huaweicloud_apig_acl_policy.a]\n}\n" + fmt.Sprintf(associate, "local.p[0].id"), schema.Yes},
		{"perhaps", fmt.Sprintf(associate, "var.unknown"), schema.Unsure},
		{"perhaps by its literal id", fmt.Sprintf(associate, `"0a1b"`), schema.Unsure},
		{"by somebody outside", `output "id" { value = { list = [huaweicloud_apig_acl_policy.a] } }`, schema.Unsure},
		{"perhaps by somebody outside", `output "id" { value = { list = [var.unknown] } }`, schema.Unsure},
		{"not by its name", `output "name" { value = huaweicloud_apig_acl_policy.a.name }`, schema.No},
		{"not by what comes from elsewhere", `output "id" { value = huaweicloud_apig_api.orders.id }`, schema.No},
		{"perhaps by a missing module", "module \"others\" {\n source = \"./nowhere\"\n acl = huaweicloud_apig_acl_policy.a.id\n}", schema.Unsure},
		{"not by a missing module that does not get it", `module "others" { source = "./nowhere" }`, schema.No},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			c := load(t, published+test.text)
			if got := c.Used(c.ACLs[0]); got != test.want {
				t.Errorf("%d, want %d", got, test.want)
			}
		})
	}
}

func TestRatePluginOf(t *testing.T) {
	const plugin = "resource \"huaweicloud_apig_plugin\" \"p\" {\n type = %s\n}\n"
	const byPlugin = "resource \"huaweicloud_apig_plugin_batch_apis_associate\" \"p\" {\n plugin_id = %s\n api_ids = %s\n}\n"
	const byAPI = "resource \"huaweicloud_apig_api_batch_plugins_associate\" \"p\" {\n plugin_ids = %s\n api_id = %s\n}\n"
	const id, api = "huaweicloud_apig_plugin.p.id", "huaweicloud_apig_api.orders.id"
	tests := []struct {
		name, text string
		want       schema.Verdict
	}{
		{"none", "", schema.No},
		{"from the plugin's side", fmt.Sprintf(plugin, `"rate_limit"`) + fmt.Sprintf(byPlugin, id, "["+api+"]"), schema.Yes},
		{"from the API's side", fmt.Sprintf(plugin, `"rate_limit"`) + fmt.Sprintf(byAPI, "["+id+"]", api), schema.Yes},
		{"another type", fmt.Sprintf(plugin, `"cors"`) + fmt.Sprintf(byAPI, "["+id+"]", api), schema.No},
		{"an unknown type", fmt.Sprintf(plugin, `var.unknown`) + fmt.Sprintf(byAPI, "["+id+"]", api), schema.Unsure},
		{"an unknown plugin", fmt.Sprintf(byAPI, "[var.unknown]", api), schema.Unsure},
		{"unknown plugins", fmt.Sprintf(byAPI, "split(\",\", var.unknown)", api), schema.Unsure},
		{"an unknown API", fmt.Sprintf(byPlugin, "\"1\"", "[var.unknown]"), schema.Unsure},
		{"not bound", fmt.Sprintf(plugin, `"rate_limit"`), schema.No},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			c := load(t, published+test.text)
			if got := c.RatePluginOf(c.APIs[0]); got != test.want {
				t.Errorf("%d, want %d", got, test.want)
			}
		})
	}
}

func TestAPIsUnder(t *testing.T) {
	const policy = "resource \"huaweicloud_apig_throttling_policy\" \"a\" {}\n"
	const associate = "resource \"huaweicloud_apig_throttling_policy_associate\" %q {\n policy_id = %s\n publish_ids = [%s]\n}\n"
	const a, orders = "huaweicloud_apig_throttling_policy.a.id", "huaweicloud_apig_api_publishment.orders.publish_id"
	bound := policy + fmt.Sprintf(associate, "a", a, orders)
	tests := []struct {
		name, text string
		apis       int
		complete   bool
	}{
		{"not bound", policy, 0, true},
		{"bound", bound, 1, true},
		{"beside something unknown", policy + fmt.Sprintf(associate, "a", a, orders+", var.unknown"), 1, false},
		{"beside an unknown association", bound + fmt.Sprintf(associate, "b", "var.unknown", orders), 1, false},
		{"to an unknown API", policy + `resource "huaweicloud_apig_api_publishment" "any" { api_id = var.unknown }` + "\n" +
			fmt.Sprintf(associate, "a", a, "huaweicloud_apig_api_publishment.any.publish_id"), 0, false},
		{
			"left to others", policy + strings.Replace(fmt.Sprintf(associate, "a", a, orders), "\n}", "\n lifecycle {\n ignore_changes = [publish_ids]\n }\n}", 1),
			1, false,
		},
		{"handed out", bound + "output \"id\" {\n value = " + a + "\n}", 1, false},
		{"beside a missing module", bound + "module \"others\" {\n source = \"./nowhere\"\n policy = " + a + "\n}", 1, false},
		{"beside a missing module that does not get it", bound + `module "others" { source = "./nowhere" }`, 1, true},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			c := load(t, published+test.text)
			apis, complete := parts(c.APIsUnder(c.Throttlings[0]))
			if len(apis) != test.apis || complete != test.complete {
				t.Errorf("%d APIs, complete %t; want %d, %t", len(apis), complete, test.apis, test.complete)
			}
		})
	}
}
