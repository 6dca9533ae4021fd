package main

import (
	"encoding/json"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/apiglint/apiglint/lint/linttest"
	"github.com/apiglint/apiglint/lint/report/reporttest"
)

// reviewed are typical changes of an example: pairs of what is written in a file and what is written instead, what is added to it, the first
// line of the review, and what it names as the change.
var reviewed = []struct {
	name, file    string
	edits         []string
	more          string
	first, change string
}{
	{name: "a route is removed", file: "main.tf", edits: []string{`"huaweicloud_apig_api" "status"`, `"huaweicloud_apig_api" "state"`, "huaweicloud_apig_api.status.id", "huaweicloud_apig_api.state.id", `"/status"`, `"/state"`}, first: "1 call stops arriving, 1 starts, 1 unchanged", change: "destroys huaweicloud_apig_api.status"},
	{name: "an API is unpublished", file: "main.tf", edits: []string{`"huaweicloud_apig_api_publishment" "status" {`, "\"huaweicloud_apig_api_publishment\" \"status\" {\n  count = 0", "    huaweicloud_apig_api_publishment.status.publish_id,\n", ""}, first: "1 call stops arriving, 1 unchanged", change: "destroys huaweicloud_apig_api_publishment.status"},
	{name: "an access control list is tightened", file: "main.tf", more: denyAll, first: "1 call stops arriving, 1 unchanged", change: "creates huaweicloud_apig_acl_policy.all and huaweicloud_apig_acl_policy_associate.all"},
	{name: "a domain moves to another group", file: "main.tf", edits: []string{"  group_id           = huaweicloud_apig_group.orders.id", "  group_id = huaweicloud_apig_group.other.id"}, more: otherGroup, first: "2 calls stop arriving", change: "updates huaweicloud_apig_group_domain_associate.orders (group_id)"},
	{name: "an authorization is deleted", file: "main.tf", edits: []string{`"huaweicloud_apig_application_authorization" "website" {`, "\"huaweicloud_apig_application_authorization\" \"website\" {\n  count = 0"}, first: "1 call stops arriving, 1 unchanged", change: "destroys huaweicloud_apig_application_authorization.website"},
	{name: "the gateway is replaced", file: "main.tf", edits: []string{`["ap-southeast-3a"]`, `["ap-southeast-3b"]`}, first: "2 calls unchanged"},
	{name: "a path is renamed", file: "main.tf", edits: []string{`request_path            = "/orders"`, `request_path = "/purchases"`}, first: "1 call stops arriving, 1 starts, 1 unchanged", change: "updates huaweicloud_apig_api.list (request_path)"},
	{name: "a path is renamed, and not published again", file: "main.tf", edits: []string{`request_path            = "/orders"`, `request_path = "/purchases"`, `filesha1("${path.module}/main.tf")`, "filesha1(\"${path.module}/main.tf\")\n  lifecycle {\n    ignore_changes = [description]\n  }"}, first: "2 calls unchanged\nonce huaweicloud_apig_api.list is published again: 1 call stops arriving, 1 starts; newly open: 1 call to the internet", change: "updates huaweicloud_apig_api.list (request_path)"},
	{name: "a plugin is added", file: "main.tf", more: rateLimit, first: "2 calls unchanged"},
	{name: "an API is opened", file: "main.tf", edits: []string{`"APP"`, `"NONE"`}, first: "2 calls unchanged\nnewly open: 1 call to anonymous callers", change: "updates huaweicloud_apig_api.list (security_authentication)"},
}

const denyAll = `
resource "huaweicloud_apig_acl_policy" "all" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "all"
  type        = "DENY"
  entity_type = "IP"
  value       = "0.0.0.0/0"
}

resource "huaweicloud_apig_acl_policy_associate" "all" {
  instance_id = huaweicloud_apig_instance.main.id
  policy_id   = huaweicloud_apig_acl_policy.all.id
  publish_ids = [huaweicloud_apig_api_publishment.list.publish_id]
}
`

const otherGroup = `
resource "huaweicloud_apig_group" "other" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "other"
}
`

const rateLimit = `
resource "huaweicloud_apig_plugin" "limit" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "limit"
  type        = "rate_limit"
  content     = jsonencode({ scope = "basic", default_interval = 60, default_time_unit = "second", api_limit = 100, algorithm = "counter" })
}

resource "huaweicloud_apig_plugin_batch_apis_associate" "limit" {
  instance_id = huaweicloud_apig_instance.main.id
  plugin_id   = huaweicloud_apig_plugin.limit.id
  env_id      = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  api_ids     = [huaweicloud_apig_api.list.id]
}
`

// TestReviewsBeginWithCallers makes plans of typical changes with Terraform, and holds the first lines of their reviews.
func TestReviewsBeginWithCallers(t *testing.T) {
	linttest.Long(t)
	program, err := exec.LookPath("terraform")
	if err != nil {
		unavailable(t, "terraform is not on PATH")
	}
	tf := &terraformer{program: program, settings: stubProvider(t)}
	dir := copyExample(t, "flat")
	writeFile(t, filepath.Join(dir, "secrets.auto.tfvars"), "certificate = \"CERT\"\nprivate_key = \"KEY\"\n")
	tf.run(t, dir, "init")
	tf.run(t, dir, "apply", "-auto-approve")
	for _, test := range reviewed {
		t.Run(test.name, func(t *testing.T) {
			file := filepath.Join(dir, test.file)
			before := readFile(t, file)
			defer writeFile(t, file, before)
			text := before
			for i := 0; i < len(test.edits); i += 2 {
				if !strings.Contains(text, test.edits[i]) {
					t.Fatalf("%s holds no %q", test.file, test.edits[i])
				}
				text = strings.ReplaceAll(text, test.edits[i], test.edits[i+1])
			}
			writeFile(t, file, text+test.more)
			tf.plan(t, dir)
			out := runPlan(t, filepath.Join(dir, "plan.json"))
			if !strings.HasPrefix(out, test.first+"\n") || !strings.Contains(out, "  change: "+test.change) && test.change != "" {
				t.Errorf("the review begins with\n%s", out[:min(len(out), 900)])
			}
		})
	}
}

// TestCallersOfPlans holds that the review of every recorded plan counts what it lists, and that its picture keeps the limits of those
// who show it, and is not there where nothing changes.
func TestCallersOfPlans(t *testing.T) {
	for file := range planFiles(t) {
		var report struct {
			Callers *struct {
				Stops, Starts, Unchanged int
				Uncertain                int                       `json:"no_longer_certain"`
				Again                    int                       `json:"certain_again"`
				Otherwise                int                       `json:"ends_otherwise"`
				Changed                  []struct{ Effect string } `json:"changed"`
				Later                    struct {
					Changed []struct{ Effect string } `json:"changed"`
				} `json:"once_published_again"`
			}
		}
		text := runPlan(t, "--format", "json", file)
		if err := json.Unmarshal([]byte(text), &report); err != nil {
			t.Fatal(err)
		}
		for _, wrong := range reporttest.Schema([]byte(readFile(t, "../../docs/apiglint-1.schema.json")), []byte(text)) {
			t.Errorf("%s: %s", file, wrong)
		}
		comment := runPlan(t, "--format", "markdown", file)
		_, rest, drawn := strings.Cut(comment, "```mermaid\n")
		picture, _, _ := strings.Cut(rest, "```")
		c := report.Callers
		if changes := c != nil && len(c.Changed)+len(c.Later.Changed) > 0; changes != drawn {
			t.Errorf("%s: there is a picture: %t", file, drawn)
		}
		if c != nil && c.Stops+c.Starts+c.Uncertain+c.Again+c.Otherwise != len(c.Changed) {
			t.Errorf("%s: the counts are not those of the list: %+v", file, c)
		}
		edges := strings.Count(picture, "--x") + strings.Count(picture, "-->") + strings.Count(picture, ".->") + strings.Count(picture, "-.-")
		if n := utf8.RuneCountInString(picture); n > 2000 || edges > 40 || len(comment) > 60_000 {
			t.Errorf("%s: the picture has %d characters and %d edges, the comment %d bytes", file, n, edges, len(comment))
		}
	}
}
