package main

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// faults are single edits of the flat example, one for each cause of the cloud's troubleshooting page, and the rule that finds each.
// The README's comparison shows them.
var faults = []struct{ name, from, to, rule string }{
	{
		"The gateway has no public address",
		"  ingress_bandwidth_size          = 5\n  ingress_bandwidth_charging_mode = \"bandwidth\"\n", "", "NET101",
	},
	{
		"The DNS zone has no record for the domain name",
		`url_domain         = "orders.example.com"`, `url_domain         = "order.example.com"`, "DOM205",
	},
	{
		"An API is published to BETA only",
		"status.id\n  env_id      = \"DEFAULT_ENVIRONMENT_RELEASE_ID\"", "status.id\n  env_id      = huaweicloud_apig_environment.beta.id", "PUB302",
	},
	{
		"The app is authorized for another API",
		`api_ids        = [huaweicloud_apig_api.list.id]`, `api_ids        = [huaweicloud_apig_api.status.id]`, "AUT401",
	},
	{"A throttling policy allows more than the gateway does", `max_api_requests = 100`, `max_api_requests = 1000`, "POL508"},
	{"The backend is a loopback address", `backend_address  = "192.168.0.8:8080"`, `backend_address  = "127.0.0.1:8080"`, "API608"},
	{
		"`type = \"Pubic\"` makes an API private",
		"\"status\"\n  type                    = \"Public\"", "\"status\"\n  type                    = \"Pubic\"", "DEF005",
	},
}

// faulty returns a copy of the flat example with an edit.
func faulty(t *testing.T, from, to string) string {
	t.Helper()
	dir := copyExample(t, "flat")
	name := filepath.Join(dir, "main.tf")
	src := readFile(t, name) + `
resource "huaweicloud_apig_environment" "beta" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "BETA"
}

output "beta" {
  value = huaweicloud_apig_environment.beta.id
}
`
	if strings.Count(src, from) != 1 {
		t.Fatalf("%s is not there once", from)
	}
	writeFile(t, name, strings.Replace(src, from, to, 1))
	return dir
}

// TestComparison finds each fault, and nothing before it is made, and holds the README's table to that.
func TestComparison(t *testing.T) {
	found := func(dir string) []string {
		var out, problems strings.Builder
		c := &Command{Stdout: &out, Stderr: &problems, Env: func(string) string { return "" }}
		if code := c.Main([]string{"check", "--format", "json", dir}); code == exitTrouble {
			t.Fatal(problems.String())
		}
		var rules []string
		for _, f := range findingsIn(t, out.String()) {
			rules = append(rules, f.Rule)
		}
		return rules
	}
	if rules := found(faulty(t, "# A gateway", "# A healthy gateway")); len(rules) > 0 {
		t.Errorf("without a fault there is %q", rules)
	}
	readme := readFile(t, "../../README.md")
	for _, fault := range faults {
		if rules := found(faulty(t, fault.from, fault.to)); !slices.Contains(rules, fault.rule) {
			t.Errorf("%s: found is %q, and not %s", fault.name, rules, fault.rule)
		}
		if row := "| " + fault.name + " | ["; !strings.Contains(readme, row) {
			t.Errorf("the README's table has no row that begins with %s", row)
		}
	}
	if rows := strings.Count(readme, "| accepts |"); rows != len(faults) {
		t.Errorf("the README's table has %d rows for %d faults", rows, len(faults))
	}
}
