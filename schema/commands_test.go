package schema_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/terraform"
	"github.com/apiglint/apiglint/schema/terraform/configs"
)

const all = "groups domains features apis rules routes names fronts policies eips environments"

// TestEdgeOfCommands holds what the commands of provisioners can act on.
func TestEdgeOfCommands(t *testing.T) {
	const gateway = "groups domains features apis rules routes names fronts policies environments"
	for _, tt := range []struct{ provisioner, reaches string }{
		// Nothing of the cloud.
		{`command = "echo ${huaweicloud_apig_api.main.id} >> ids.txt"`, ""},
		{`command = "sleep 30 && rm -f ${var.unknown}"`, ""},
		{`command = "echo $HOME # then ./publish"`, ""},
		{`command = "curl -fsS https://www.example.net/install.sh -o install.sh"`, ""},
		{`command = "aws s3 sync site s3://edge-prod"`, ""},
		{"command = \"./publish\"\n when = destroy", ""},
		{"command = \"echo 1\"\n interpreter = [\"/bin/bash\", \"-c\"]", ""},
		{"command = \"echo 1\"\n environment = { ID = huaweicloud_apig_api.main.id }", ""},

		// The cloud's command line.
		{`command = "hcloud configure set --cli-profile=default --cli-access-key=${var.unknown}"`, ""},
		{`command = "hcloud APIG ListInstancesV2 --cli-region=cn-north-4 --limit=5 --instance_name=other"`, ""},
		{`command = "yes | hcloud APIG ImportApiDefinitionsV2 --project_id='${var.unknown}' --group_id='${huaweicloud_apig_group.main.id}'"`, "domains apis names"},
		{`command = "hcloud APIG BatchPublishOrOfflineApiV2 --cli-region=$REGION --apis.1=${huaweicloud_apig_api.main.id} --action=online"`, "apis"},
		{`command = "hcloud APIG CreateFeatureV2 --instance_id=\"${huaweicloud_apig_instance.main.id}\" --name=ratelimit"`, gateway},
		{`command = "hcloud DNS CreateRecordSet --zone_id=${huaweicloud_dns_zone.main.id} --name=www.example.com."`, "names fronts"},
		{`command = "hcloud APIG AssociateDomainV2 --url_domain=shop.example.com --group_id=${huaweicloud_apig_group.other.id}"`, "names fronts"},
		{"command = <<-EOT\n  set -e\n  hcloud APIG CreateApiV2 \\\n  --group_id=${huaweicloud_apig_group.main.id}\n  EOT\n", "domains apis names"},
		{"command = \"hcloud APIG CreateApiV2 --group_id=$GROUP\"\n environment = { GROUP = huaweicloud_apig_group.main.id, TOKEN = var.unknown }", "domains apis names"},
		{`command = "hcloud APIG CreateApiV2 --group_id=${self.triggers.group}"`, "domains apis names"},
		{`command = local.command`, "apis"},
		{`inline = ["echo 1", "hcloud APIG DebugApiV2 --api_id=${huaweicloud_apig_api.main.id}"]`, "apis"},

		// Its API.
		{`command = "curl -X POST -H 'X-Auth-Token: $TOKEN' -d '{\"api_id\":\"${huaweicloud_apig_api.main.id}\"}' https://apig.cn-north-4.myhuaweicloud.com/v2/${var.unknown}/apigw/instances"`, "apis"},
		{`command = "curl https://apig.cn-north-4.myhuaweicloud.com/v2/p/apigw/instances/${huaweicloud_apig_instance.main.id}/features"`, gateway},

		// What may look up anything.
		{`command = "./publish.sh"`, all},
		{`command = "bash publish.sh ${huaweicloud_apig_api.main.id}"`, all},
		{`command = var.unknown`, all},
		{`command = "echo 1; ${var.unknown}"`, all},
		{`command = "hcloud APIG CreateApiV2 --group_id=${var.unknown}"`, all},
		{`command = "hcloud APIG CreateApiV2 --group_id=$GROUP"`, all},
		{`command = "hcloud APIG CreateApiV2 --group_id=0123456789abcdef0123456789abcdef"`, all},
		{`command = "hcloud APIG ListApisV2 | jq -r .apis[].id | xargs hcloud APIG DebugApiV2"`, all},
		{`command = "hcloud APIG CreateApiV2 --group_id=$(cat id)"`, all},
		{`command = "hcloud APIG CreateApiV2 --cli-jsonInput=api.json"`, all},
		{`command = "curl -d @api.json https://apig.cn-north-4.myhuaweicloud.com/v2/p/apigw/instances"`, all},
		{`command = "curl -fsS https://www.example.net/install.sh | sh"`, all},
		{"command = \"print(1)\"\n interpreter = [\"python3\", \"-c\"]", all},
		{`script = "publish.sh"`, all},
	} {
		text := edgeOfTheWorld + `
locals { command = "hcloud APIG DebugApiV2 --api_id=${huaweicloud_apig_api.main.id}" }
resource "null_resource" "runs" {
  triggers = { group = huaweicloud_apig_group.main.id, always = timestamp() }
  provisioner "local-exec" {
    ` + tt.provisioner + `
  }
}`
		if got := reached(load(t, text)); withoutEIPs(got) != withoutEIPs(tt.reaches) {
			t.Errorf("%s reaches %q, want %q", tt.provisioner, got, tt.reaches)
		}
	}
}

// TestEdgeOfCommandsElsewhere holds that a command reaches the same in JSON syntax, in a module, in an action, and nothing where it never runs.
func TestEdgeOfCommandsElsewhere(t *testing.T) {
	const child = `
variable "api" {}
variable "command" { default = "true" }
resource "terraform_data" "runs" {
  input = var.api
  provisioner "local-exec" { command = var.command }
}`
	for _, tt := range []struct{ file, text, reaches string }{
		{"more.tf.json", `{"resource": {"null_resource": {"runs": {"provisioner": {"local-exec": {
			"command": "hcloud APIG DebugApiV2 --api_id=${huaweicloud_apig_api.main.id}"}}}}}}`, "apis"},
		{"more.tf.json", `{"resource": {"null_resource": {"runs": {"provisioner": {"local-exec": {
			"when": "destroy", "command": "./publish.sh"}}}}}}`, ""},
		{"more.tf.json", `{"resource": {"null_resource": {"runs": {"provisioner": {"local-exec": {"command": "./publish.sh"}}}}}}`, all},
		{"more.tf", `module "child" {
			source = "./child"
			api = huaweicloud_apig_api.main.id
			command = "hcloud APIG DebugApiV2 --api_id=${huaweicloud_apig_api.main.id}"
		}`, "apis"},
		{"more.tf", `module "child" {
			source = "./child"
			api = huaweicloud_apig_api.main.id
			count = 0
			command = "./publish"
		}`, ""},
		{"more.tf", `resource "terraform_data" "runs" {
			input = huaweicloud_apig_api.main.id
			provisioner "local-exec" { command = "hcloud APIG DebugApiV2 --api_id=${self.output}" }
		}`, "apis"},
		{"more.tf", `resource "terraform_data" "runs" {
			for_each = { api = huaweicloud_apig_api.main.id }
			provisioner "local-exec" { command = "hcloud APIG DebugApiV2 --api_id=${each.value}" }
		}`, "apis"},
		{"more.tf", `resource "terraform_data" "runs" {
			count = var.count
			provisioner "local-exec" { command = "hcloud APIG DebugApiV2 --api_id=${huaweicloud_apig_api.main.id}" }
		}`, "apis"},
		{"more.tf", `resource "terraform_data" "runs" {
			count = 0
			provisioner "local-exec" { command = "./publish" }
		}`, ""},
		{"more.tf", action("hcloud", `["APIG", "DebugApiV2", "--api_id=${huaweicloud_apig_api.main.id}"]`), "apis"},
		{"more.tf", action("sh", `["-c", "echo"]`), all},
		{"more.tf", action("hcloud", `var.unknown`), all},
	} {
		files := fstest.MapFS{
			"main.tf":       &fstest.MapFile{Data: []byte(edgeOfTheWorld)},
			"child/main.tf": &fstest.MapFile{Data: []byte(child)},
			tt.file:         &fstest.MapFile{Data: []byte(tt.text)},
		}
		c, err := schema.Load(configs.NewLoader(files), ".", terraform.Options{})
		if err != nil || c.Root.Diagnostics.HasErrors() {
			t.Fatal(err, c.Root.Diagnostics)
		}
		if got := reached(c); withoutEIPs(got) != withoutEIPs(tt.reaches) {
			t.Errorf("%s reaches %q, want %q", tt.text, got, tt.reaches)
		}
	}
}

// withoutEIPs leaves out what an argument of another provider alone may use.
func withoutEIPs(reached string) string {
	return strings.TrimPrefix(strings.Replace(reached, " eips", "", 1), "eips")
}

func action(command, arguments string) string {
	return `resource "terraform_data" "runs" {
  lifecycle {
    action_trigger {
      events  = [after_create]
      actions = [action.local_command.any]
    }
  }
}
action "local_command" "any" {
  config {
    command   = "` + command + `"
    arguments = ` + arguments + `
  }
}`
}
