package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/apiglint/apiglint/lint/linttest"
	"github.com/apiglint/apiglint/lint/report/reporttest"
)

// reviewedChange is a change of an example: pairs of what is written in a file and what is written instead, what is added to it, the first line of its
// review, and what that names as the change.
type reviewedChange struct {
	name, file    string
	edits         []string
	more          string
	first, change string
	replaces      string // what the plan has to replace
}

// reviewed are typical changes.
var reviewed = []reviewedChange{
	{name: "a route is removed", file: "main.tf", edits: []string{`"huaweicloud_apig_api" "status"`, `"huaweicloud_apig_api" "state"`, "huaweicloud_apig_api.status.id", "huaweicloud_apig_api.state.id", `"/status"`, `"/state"`}, first: "1 call stops arriving, 1 starts, 1 unchanged\n", change: "destroys huaweicloud_apig_api.status"},
	{name: "an API is unpublished", file: "main.tf", edits: []string{`"huaweicloud_apig_api_publishment" "status" {`, "\"huaweicloud_apig_api_publishment\" \"status\" {\n  count = 0", "    huaweicloud_apig_api_publishment.status.publish_id,\n", ""}, first: "1 call stops arriving, 1 unchanged\n", change: "destroys huaweicloud_apig_api_publishment.status"},
	{name: "an access control list is tightened", file: "main.tf", more: denyAll, first: "1 call stops arriving, 1 unchanged\n", change: "creates huaweicloud_apig_acl_policy.all and huaweicloud_apig_acl_policy_associate.all"},
	{name: "an access control list lets some in", file: "main.tf", more: strings.NewReplacer("DENY", "PERMIT", "0.0.0.0/0", "203.0.113.0/24").Replace(denyAll), first: "1 call is open to fewer callers, 1 unchanged\n\nopen to fewer callers: GET https://orders.example.com/orders, from internet\n  before: arrives at http://192.168.0.8:8080/orders, for callers from anywhere\n  after: likely arrives at http://192.168.0.8:8080/orders, for callers from 203.0.113.0/24 (", change: "creates huaweicloud_apig_acl_policy.all and huaweicloud_apig_acl_policy_associate.all"},
	{name: "nothing", file: "main.tf", first: "nothing introduced\n"},
	{name: "a domain moves to another group", file: "main.tf", edits: []string{"  group_id           = huaweicloud_apig_group.orders.id", "  group_id = huaweicloud_apig_group.other.id"}, more: otherGroup, first: "2 calls stop arriving\n", change: "updates huaweicloud_apig_group_domain_associate.orders (group_id)"},
	{name: "an authorization is deleted", file: "main.tf", edits: []string{`"huaweicloud_apig_application_authorization" "website" {`, "\"huaweicloud_apig_application_authorization\" \"website\" {\n  count = 0"}, first: "1 call stops arriving, 1 unchanged\n", change: "destroys huaweicloud_apig_application_authorization.website"},
	{name: "the gateway is replaced", file: "main.tf", edits: []string{`["ap-southeast-3a"]`, `["ap-southeast-3b"]`}, replaces: "huaweicloud_apig_instance.main", first: "2 calls unchanged\ninterrupted while it is applied: 2 calls, because the change replaces "},
	{name: "an API has another address", file: "main.tf", edits: []string{`"huaweicloud_apig_api" "status"`, `"huaweicloud_apig_api" "state"`, "huaweicloud_apig_api.status.id", "huaweicloud_apig_api.state.id"}, first: "2 calls unchanged\ninterrupted while it is applied: 1 call, because the change destroys huaweicloud_apig_api.status and creates huaweicloud_apig_api.state\n"},
	{name: "a path is renamed", file: "main.tf", edits: []string{`request_path            = "/orders"`, `request_path = "/purchases"`}, first: "1 call stops arriving, 1 starts, 1 unchanged\n\n", change: "updates huaweicloud_apig_api.list (request_path)"},
	{name: "a path is renamed, and not published again", file: "main.tf", edits: []string{`request_path            = "/orders"`, `request_path = "/purchases"`, `filesha1("${path.module}/main.tf")`, "filesha1(\"${path.module}/main.tf\")\n  lifecycle {\n    ignore_changes = [description]\n  }"}, first: "2 calls unchanged\nonce huaweicloud_apig_api.list is published again: 1 call stops arriving, 1 starts\n\n", change: "updates huaweicloud_apig_api.list (request_path)"},
	{name: "a plugin is added", file: "main.tf", more: rateLimit, first: "2 calls unchanged\n"},
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
	tf := newTerraformer(t)
	dir := copyExample(t, "flat")
	writeFile(t, filepath.Join(dir, "secrets.auto.tfvars"), "certificate = \"CERT\"\nprivate_key = \"KEY\"\n")
	tf.run(t, dir, "init")
	tf.run(t, dir, "apply", "-auto-approve")
	for _, test := range reviewed {
		t.Run(test.name, func(t *testing.T) { test.holds(t, tf, dir) })
	}
	writeFile(t, filepath.Join(dir, "beta.tf"), beta)
	tf.run(t, dir, "apply", "-auto-approve")
	renamed := reviewedChange{
		name: "an environment is renamed", file: "beta.tf", edits: []string{`"BETA"`, `"GAMMA"`}, first: "1 call stops arriving, 1 starts, 2 unchanged\n\n",
		change: "updates huaweicloud_apig_environment.beta (name)",
	}
	t.Run(renamed.name, func(t *testing.T) { renamed.holds(t, tf, dir) })
	retired := reviewedChange{
		name: "an environment is retired", file: "beta.tf", edits: []string{beta, ""}, first: "1 call stops arriving, 2 unchanged\n",
		change: "destroys huaweicloud_apig_api_publishment.beta and huaweicloud_apig_environment.beta",
	}
	t.Run(retired.name, func(t *testing.T) { retired.holds(t, tf, dir) })
}

const beta = `
resource "huaweicloud_apig_environment" "beta" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "BETA"
}

resource "huaweicloud_apig_api_publishment" "beta" {
  instance_id = huaweicloud_apig_instance.main.id
  api_id      = huaweicloud_apig_api.status.id
  env_id      = huaweicloud_apig_environment.beta.id
}
`

const throughModule = `
module "gateway" {
  source      = "./gateway"
  certificate = "CERT"
  private_key = "KEY"
}
`

// TestReviewsOfModules is TestReviewsBeginWithCallers for a configuration in which everything stands in a module.
func TestReviewsOfModules(t *testing.T) {
	linttest.Long(t)
	tf := newTerraformer(t)
	dir := t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "gateway"), os.DirFS("../../testdata/examples/flat")); err != nil {
		t.Fatal(err)
	}
	writeFile(t, filepath.Join(dir, "main.tf"), throughModule)
	tf.run(t, dir, "init")
	tf.run(t, dir, "apply", "-auto-approve")
	moved := "moved {\n  from = module.gateway\n  to = module.edge\n}\n"
	for _, test := range []reviewedChange{
		{name: "a path is renamed", file: "gateway/main.tf", edits: []string{`request_path            = "/orders"`, `request_path = "/purchases"`}, first: "1 call stops arriving, 1 starts, 1 unchanged\n\n", change: "updates module.gateway.huaweicloud_apig_api.list (request_path)"},
		{name: "an authorization is deleted", file: "gateway/main.tf", edits: []string{`"huaweicloud_apig_application_authorization" "website" {`, "\"huaweicloud_apig_application_authorization\" \"website\" {\n  count = 0"}, first: "1 call stops arriving, 1 unchanged\n", change: "destroys module.gateway.huaweicloud_apig_application_authorization.website"},
		{name: "the module has another name", file: "main.tf", edits: []string{`module "gateway"`, `module "edge"`}, more: moved, first: "nothing introduced\n"},
	} {
		t.Run(test.name, func(t *testing.T) { test.holds(t, tf, dir) })
	}
}

// holds makes the change, and holds its review.
func (test reviewedChange) holds(t *testing.T, tf *terraformer, dir string) {
	t.Helper()
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
	if test.file == "main.tf" && test.more != "" {
		tf.run(t, dir, "init")
	}
	tf.plan(t, dir)
	plan := filepath.Join(dir, "plan.json")
	out := runPlan(t, plan)
	if !strings.HasPrefix(out, test.first) || !strings.Contains(out, "  change: "+test.change) && test.change != "" {
		t.Errorf("the review begins with\n%s", out[:min(len(out), 900)])
	}
	if replaced := replacedBy(t, plan); test.replaces != "" && !slices.Contains(replaced, test.replaces) {
		t.Errorf("the plan replaces %q", replaced)
	}
	if read := os.Getenv("APIGLINT_READ"); read != "" { // a directory in which people read what reviewers see
		writeFile(t, filepath.Join(read, strings.ReplaceAll(test.name, " ", "-")+".md"), runPlan(t, "--format", "markdown", plan))
	}
}

// replacedBy returns the addresses of what Terraform says that a plan replaces.
func replacedBy(t *testing.T, file string) []string {
	t.Helper()
	var plan struct {
		Changes []struct {
			Address string
			Change  struct{ Actions []string }
		} `json:"resource_changes"`
	}
	if err := json.Unmarshal([]byte(readFile(t, file)), &plan); err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, c := range plan.Changes {
		if len(c.Change.Actions) == 2 {
			all = append(all, c.Address)
		}
	}
	return all
}

// TestCallersOfPlans holds that the review of every recorded plan counts what it lists, and that its picture keeps the limits of those
// who show it, and is not there where nothing changes.
func TestCallersOfPlans(t *testing.T) {
	for file := range planFiles(t) {
		var report struct {
			Callers *struct {
				Stops, Starts, Unchanged int
				Uncertain                int                       `json:"no_longer_certain"`
				Refused                  int                       `json:"certain_to_fail"`
				Elsewhere                int                       `json:"another_backend"`
				Narrowed                 int                       `json:"fewer_callers"`
				Widened                  int                       `json:"more_callers"`
				Audience                 int                       `json:"other_callers"`
				MayStart                 int                       `json:"may_start"`
				Again                    int                       `json:"certain_again"`
				Otherwise                int                       `json:"fails_otherwise"`
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
		if c != nil && c.Stops+c.Uncertain+c.Refused+c.Elsewhere+c.Narrowed+c.Widened+c.Audience+c.Starts+c.MayStart+c.Again+c.Otherwise != len(c.Changed) {
			t.Errorf("%s: the counts are not those of the list: %+v", file, c)
		}
		edges := strings.Count(picture, "--x") + strings.Count(picture, "-->") + strings.Count(picture, ".->") + strings.Count(picture, "-.-")
		if n := utf8.RuneCountInString(picture); n > 2000 || edges > 40 || len(comment) > 60_000 {
			t.Errorf("%s: the picture has %d characters and %d edges, the comment %d bytes", file, n, edges, len(comment))
		}
	}
}
