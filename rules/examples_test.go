package rules_test

import (
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/lint/linttest"
	"github.com/apiglint/apiglint/rules"
)

var examples = os.DirFS("../testdata/examples")

// lintExample runs every rule over an example, which has to be read whole: what was not analysed hides findings.
func lintExample(t *testing.T, name string) []*lint.Finding {
	t.Helper()
	src := linttest.ReadSource(t, examples, name)
	c := src.Load(t)
	for _, note := range c.Root.Notes {
		t.Errorf("%s: not analysed: %v", name, note)
	}
	if c.Open {
		t.Errorf("%s is open: rules about what is missing cannot speak", name)
	}
	return src.Lint(t, rules.All()).Findings
}

func line(f *lint.Finding) string {
	return fmt.Sprintf("%s:%d %s", f.Range.Filename, f.Range.Start.Line, f.Rule.ID)
}

func TestHealthyExamplesAreSilent(t *testing.T) {
	for _, name := range []string{"flat", "healthy", "healthy-json"} {
		t.Run(name, func(t *testing.T) {
			for _, f := range lintExample(t, name) {
				if f.Level >= lint.Warning {
					t.Errorf("%s (%s): %s", line(f), f.Resource, f.Message)
					continue
				}
				t.Logf("%s (%s): %s", line(f), f.Resource, f.Message)
			}
		})
	}
}

func TestBrokenExamplesShowWhatTheySay(t *testing.T) {
	for _, name := range []string{"broken", "broken-definitions"} {
		t.Run(name, func(t *testing.T) {
			expected := expectedLines(t, name)
			for _, f := range lintExample(t, name) {
				at := line(f)
				if i := slices.Index(expected, at); i >= 0 {
					expected = slices.Delete(expected, i, i+1)
					continue
				}
				t.Errorf("%s (%s) is not expected: %s", at, f.Resource, f.Message)
			}
			for _, at := range expected {
				t.Errorf("%s is expected and not found", at)
			}
		})
	}
}

// expectedLines answers the lines of an example's expected.txt that speak of rules there are.
func expectedLines(t *testing.T, name string) []string {
	t.Helper()
	content, err := fs.ReadFile(examples, path.Join(name, "expected.txt"))
	if err != nil {
		t.Fatal(err)
	}
	var known, unknown []string
	for _, text := range strings.Split(strings.TrimSpace(string(content)), "\n") {
		_, id, ok := strings.Cut(text, " ")
		switch {
		case !ok:
			t.Fatalf("%s: %q is no line of file:line and rule", name, text)
		case slices.ContainsFunc(rules.All(), func(r *lint.Rule) bool { return r.ID == id }):
			known = append(known, text)
		default:
			unknown = append(unknown, id)
		}
	}
	if len(unknown) > 0 {
		t.Logf("%s: %d expectations wait for their rules: %s", name, len(unknown), strings.Join(unknown, " "))
	}
	return known
}

// A rule that is silent on a healthy gateway may be one that gave up on its modules: each of these changes breaks it, and
// has to be noticed.
func TestHealthyExampleBreaksAudibly(t *testing.T) {
	healthy := linttest.ReadSource(t, examples, "healthy")
	for _, test := range []struct{ rule, file, healthy, broken string }{
		{"NET101", "modules/gateway/main.tf", "ingress_bandwidth_size          = var.ingress_bandwidth\n  ingress_bandwidth_charging_mode = \"bandwidth\"", ""},
		{"NET105", "modules/network/main.tf", "    services = \"gateway\"\n", ""},
		{"NET106", "terraform.tfvars", "10.30.0.0/16", "10.20.128.0/17"},
		{"NET108", "modules/gateway/main.tf", "length(var.routes) > 0 ? 1 : 0", "0"},
		{"NET111", "main.tf", "if port != 443", "if port < 443"},
		{"DOM201", "modules/service/main.tf", "\"huaweicloud_apig_group_domain_associate\" \"this\" {\n", "\"huaweicloud_apig_group_domain_associate\" \"this\" {\n  count = 0\n"},
		{"DOM204", "dns.tf", "[module.gateway.ingress_address]", "[\"10.9.9.9\"]"},
		{"DOM207", "modules/service/main.tf", "[huaweicloud_apig_group_domain_associate.this.url_domain]", "[\"other.example.com\"]"},
		{"PUB301", "modules/service/apis.tf", "setproduct(keys(var.apis), keys", "setproduct([for api in keys(var.apis) : api if api != \"health\"], keys"},
		{"PUB302", "modules/service/apis.tf", "setproduct(keys(var.apis), keys(var.stages))", "setproduct(keys(var.apis), [\"STAGING\"])"},
		{"PUB303", "modules/service/apis.tf", "sha1(jsonencode(var.apis[each.value.api]))", "\"by hand\""},
		{"PUB308", "terraform.tfvars", "  STAGING = \"10.30.2.20:8080\"\n", ""},
		{"AUT401", "modules/consumer/main.tf", "for_each = var.stages", "for_each = { RELEASE = var.stages[\"RELEASE\"] }"},
		{"AUT403", "locals.tf", "acme   = { apis = [\"get_stock\"], app_code = true }", "acme = { apis = [\"get_stock\"], app_code = false }"},
		{"AUT406", "locals.tf", "path       = \"/orders/{order_id}\"\n", "path = \"/orders/{order_id}\"\nauthentication = \"NONE\"\n"},
		{"AUT408", "main.tf", "= var.signature\n", "= { key = \"a-key-for-all\", secret = \"a-secret-that-all-read\" }\n"},
		{"POL501", "modules/policies/main.tf", "resource \"huaweicloud_apig_acl_policy_associate\" \"permitted\" {\n  for_each = var.permitted", "resource \"huaweicloud_apig_acl_policy_associate\" \"permitted\" {\n  for_each = {}"},
		{"POL502", "terraform.tfvars", "198.51.100.16/28", "198.51.100.16/48"},
		{"POL507", "main.tf", "user        = 3000", "user = 600"},
		{"POL508", "terraform.tfvars", "calls_per_second   = 500", "calls_per_second = 200"},
		{"API601", "locals.tf", "method  = \"POST\"\n          path    = \"/orders\"", "method = \"GET\"\n          path = \"/orders\""},
		{"API602", "locals.tf", "path       = \"/orders/{order_id}\"\n", "path = \"/orders/{id}\"\n"},
		{"API607", "locals.tf", "timeout = 15000", "timeout = 90000"},
		{"DEF005", "modules/service/apis.tf", "\"Public\"", "\"Pubic\""},
		{"DEF006", "terraform.tfvars", "calls_per_second   = 500", "calls_per_second = 500\n  ingress_bandwidth = 1"},
	} {
		t.Run(test.rule, func(t *testing.T) {
			if !slices.ContainsFunc(rules.All(), func(r *lint.Rule) bool { return r.ID == test.rule }) {
				t.Skip("there is no such rule yet")
			}
			if strings.Count(healthy[test.file], test.healthy) == 0 {
				t.Fatalf("%s holds no %q", test.file, test.healthy)
			}
			src := maps.Clone(healthy)
			src[test.file] = strings.ReplaceAll(src[test.file], test.healthy, test.broken)
			found := src.Lint(t, rules.All()).Findings
			if !slices.ContainsFunc(found, func(f *lint.Finding) bool { return f.Rule.ID == test.rule }) {
				t.Errorf("%s says nothing", test.rule)
			}
			for _, f := range found {
				t.Logf("%s (%s): %s", line(f), f.Resource, f.Message)
			}
		})
	}
}
