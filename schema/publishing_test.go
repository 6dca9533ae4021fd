package schema_test

import (
	"testing"
	"testing/fstest"

	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/terraform"
	"github.com/apiglint/apiglint/schema/terraform/configs"
)

// environments declares what the cases of the tests below refer to.
const environments = `
variable "unknown" {}
resource "huaweicloud_apig_group" "shop" {
  name = "shop"
}
resource "huaweicloud_apig_environment" "beta" {
  name = "BETA"
}
resource "huaweicloud_apig_environment" "many" {
  for_each = var.unknown
}
resource "huaweicloud_apig_api" "orders" {
  group_id = huaweicloud_apig_group.shop.id
}
`

func publication(arguments string) string {
	return `
resource "huaweicloud_apig_api_publishment" "p" {
  api_id = huaweicloud_apig_api.orders.id
` + arguments + `
}
`
}

const (
	toRelease = `env_id = "DEFAULT_ENVIRONMENT_RELEASE_ID"`
	toBeta    = `env_id = huaweicloud_apig_environment.beta.id`
)

func TestPublished(t *testing.T) {
	type answers struct{ published, release, beta schema.Verdict }
	no, yes, unsure := schema.No, schema.Yes, schema.Unsure
	for name, c := range map[string]struct {
		text string
		want answers
	}{
		"by nothing":                      {"", answers{no, no, no}},
		"to RELEASE":                      {publication(toRelease), answers{yes, yes, no}},
		"to an environment":               {publication(toBeta), answers{yes, no, yes}},
		"to an environment nobody knows":  {publication(`env_id = var.unknown`), answers{yes, unsure, unsure}},
		"to another literal id":           {publication(`env_id = "0123456789"`), answers{yes, unsure, unsure}},
		"to one of many environments":     {publication(`env_id = huaweicloud_apig_environment.many["x"].id`), answers{yes, unsure, unsure}},
		"to RELEASE or an environment":    {publication(`env_id = var.unknown ? "DEFAULT_ENVIRONMENT_RELEASE_ID" : huaweicloud_apig_environment.beta.id`), answers{yes, unsure, unsure}},
		"perhaps, to RELEASE":             {publication("count = var.unknown\n" + toRelease), answers{unsure, unsure, no}},
		"to both":                         {publication("for_each = { a = huaweicloud_apig_environment.beta.id, b = \"DEFAULT_ENVIRONMENT_RELEASE_ID\" }\nenv_id = each.value"), answers{yes, yes, yes}},
		"to both, keys unknown":           {publication("for_each = toset([huaweicloud_apig_environment.beta.id, \"DEFAULT_ENVIRONMENT_RELEASE_ID\"])\nenv_id = each.value"), answers{unsure, unsure, unsure}},
		"to an environment, keys unknown": {publication("for_each = toset([huaweicloud_apig_environment.beta.id])\nenv_id = each.value"), answers{unsure, unsure, unsure}},
		"by an action": {`
resource "huaweicloud_apig_api_action" "a" {
  api_id = huaweicloud_apig_api.orders.id
  ` + toRelease + `
  action = "online"
}`, answers{unsure, unsure, unsure}},
		"not by an action that takes it offline": {`
resource "huaweicloud_apig_api_action" "a" {
  api_id = huaweicloud_apig_api.orders.id
  ` + toRelease + `
  action = "offline"
}`, answers{no, no, no}},
		"by an action for its group": {`
resource "huaweicloud_apig_api_batch_action" "a" {
  group_id = huaweicloud_apig_group.shop.id
  ` + toRelease + `
  action = "online"
}`, answers{unsure, unsure, unsure}},
		"not by an action for other APIs": {`
resource "huaweicloud_apig_api" "items" {
  name = "items"
}
resource "huaweicloud_apig_api_batch_action" "a" {
  apis = [huaweicloud_apig_api.items.id]
  ` + toRelease + `
  action = "online"
}`, answers{no, no, no}},
		"perhaps by a publication of anything": {`
resource "huaweicloud_apig_api_publishment" "p" {
  api_id = var.unknown
  ` + toBeta + `
}`, answers{unsure, no, unsure}},
		"perhaps by a command": {`
resource "null_resource" "publish" {
  provisioner "local-exec" {
    command = "publish"
  }
}`, answers{unsure, unsure, unsure}},
	} {
		t.Run(name, func(t *testing.T) {
			config := load(t, environments+c.text)
			api, beta := config.APIs[0], schema.EnvironmentKey("huaweicloud_apig_environment.beta")
			got := answers{config.Published(api), config.PublishedIn(api, schema.Release), config.PublishedIn(api, beta)}
			if got != c.want {
				t.Errorf("got %v, want %v", got, c.want)
			}
			if verdict := config.PublishedIn(api, ""); verdict == yes {
				t.Error("it is published in an environment that cannot be told")
			}
		})
	}
}

func TestPublishedIsAboutTheSymbolicOnesThatExist(t *testing.T) {
	config := load(t, `
variable "unknown" {}
resource "huaweicloud_apig_api" "many" {
  for_each = var.unknown
}
resource "huaweicloud_apig_api_publishment" "many" {
  for_each = var.unknown
  api_id   = huaweicloud_apig_api.many[each.key].id
  env_id   = "DEFAULT_ENVIRONMENT_RELEASE_ID"
}`)
	if got := config.PublishedIn(config.APIs[0], schema.Release); got != schema.Yes {
		t.Errorf("got %v", got)
	}
}

func TestAuthorized(t *testing.T) {
	for name, c := range map[string]struct {
		text          string
		release, beta schema.Verdict
	}{
		"by nothing":    {"", schema.No, schema.No},
		"in RELEASE":    {"api_ids = [huaweicloud_apig_api.orders.id]\n" + toRelease, schema.Yes, schema.No},
		"somewhere":     {"api_ids = [huaweicloud_apig_api.orders.id]\nenv_id = var.unknown", schema.Unsure, schema.Unsure},
		"perhaps":       {"count = var.unknown\napi_ids = [huaweicloud_apig_api.orders.id]\n" + toBeta, schema.No, schema.Unsure},
		"with others":   {"api_ids = [huaweicloud_apig_api.orders.id, var.unknown]\n" + toBeta, schema.No, schema.Yes},
		"among unknown": {"api_ids = var.unknown\n" + toRelease, schema.Unsure, schema.No},
	} {
		t.Run(name, func(t *testing.T) {
			text := environments
			if c.text != "" {
				text += "resource \"huaweicloud_apig_application_authorization\" \"a\" {\n" + c.text + "\n}\n"
			}
			config := load(t, text)
			api := config.APIs[0]
			if got := config.AuthorizedIn(api, schema.Release); got != c.release {
				t.Errorf("in RELEASE: got %v, want %v", got, c.release)
			}
			if got := config.AuthorizedIn(api, "huaweicloud_apig_environment.beta"); got != c.beta {
				t.Errorf("in BETA: got %v, want %v", got, c.beta)
			}
		})
	}
}

func TestReplacedWithEdits(t *testing.T) {
	for trigger, want := range map[string]bool{
		`huaweicloud_apig_api.orders`:              true,
		`huaweicloud_apig_api.orders.request_path`: true,
		`huaweicloud_apig_api.orders.id`:           false,
		`huaweicloud_apig_api.orders.group_id`:     false,
		`terraform_data.made_from_it`:              true,
		`terraform_data.made_from_it.output`:       true,
		`terraform_data.made_from_its_id`:          false,
		`terraform_data.made_from_the_same`:        true,
		`terraform_data.made_from_its_group`:       false,
		`terraform_data.other`:                     false,
		`huaweicloud_apig_group.shop`:              false,
		`huaweicloud_apig_environment.beta`:        false,
		`huaweicloud_apig_api.not_declared`:        true,
	} {
		files := fstest.MapFS{
			"main.tf": {Data: []byte(environments + `
locals {
  path  = "/orders"
  other = "other"
}
resource "terraform_data" "made_from_it" {
  input = huaweicloud_apig_api.orders.request_path
}
resource "terraform_data" "made_from_its_id" {
  input = huaweicloud_apig_api.orders.id
}
resource "terraform_data" "made_from_the_same" {
  input = local.path
}
resource "terraform_data" "made_from_its_group" {
  input = huaweicloud_apig_group.shop.id
}
resource "terraform_data" "other" {
  input = local.other
}
` + publication(toRelease+"\nlifecycle {\nreplace_triggered_by = ["+trigger+"]\n}"))},
			"override.tf": {Data: []byte(`resource "huaweicloud_apig_api" "orders" { request_path = local.path }`)},
			"json.tf.json": {Data: []byte(`{"resource": {"huaweicloud_apig_api_publishment": {"json": {
  "api_id": "${huaweicloud_apig_api.orders.id}",
  "lifecycle": {"replace_triggered_by": ["` + trigger + `"]}
}}}}`)},
		}
		config, err := schema.Load(configs.NewLoader(files), ".", terraform.Options{})
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range config.Publications {
			if _, any := p.ReplacedWith(); !any {
				t.Errorf("%s: replaced with nothing", p)
			}
			if got := p.ReplacedWithEdits(config.APIs[0]); got != want {
				t.Errorf("%s is replaced with %s: got %v", p, trigger, got)
			}
		}
	}
}
