package schema_test

import (
	"fmt"
	"testing"
	"testing/fstest"

	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/terraform"
	"github.com/apiglint/apiglint/schema/terraform/configs"
)

// securityRule is a rule of the security group "main" that differs from one that lets everyone in at 443.
func securityRule(name, differs string) string {
	base := fmt.Sprintf(`
resource "huaweicloud_networking_secgroup_rule" %q {
  security_group_id = huaweicloud_networking_secgroup.main.id
  direction         = "ingress"
  ethertype         = "IPv4"
`, name)
	return base + differs + "\n}\n"
}

const groups = `
variable "any" {}

resource "huaweicloud_networking_secgroup" "main" {
  name                 = "main"
  delete_default_rules = true
}

resource "huaweicloud_networking_secgroup" "other" {
  name = "other"
}
`

func TestAdmits(t *testing.T) {
	const yes, no, unsure = schema.Yes, schema.No, schema.Unsure
	for name, test := range map[string]struct {
		rules string
		port  int
		ipv6  schema.Verdict
		want  schema.Verdict
	}{
		"no rule":                        {"", 443, no, no},
		"default rules are removed":      {"", 22, no, no},
		"the port":                       {securityRule("a", `protocol = "tcp"`+"\n"+`ports = "443"`), 443, no, yes},
		"another port":                   {securityRule("a", `protocol = "tcp"`+"\n"+`ports = "80"`), 443, no, no},
		"in a list with ranges":          {securityRule("a", `protocol = "tcp"`+"\n"+`ports = "22, 400-500 ,8443"`), 443, no, yes},
		"last of a list":                 {securityRule("a", `protocol = "tcp"`+"\n"+`ports = "22,443"`), 443, no, yes},
		"first of a range":               {securityRule("a", `protocol = "tcp"`+"\n"+`ports = "443-444"`), 443, no, yes},
		"last of a range":                {securityRule("a", `protocol = "tcp"`+"\n"+`ports = "442-443"`), 443, no, yes},
		"beside a range":                 {securityRule("a", `protocol = "tcp"`+"\n"+`ports = "444-500"`), 443, no, no},
		"no ports":                       {securityRule("a", `protocol = "tcp"`), 443, no, yes},
		"no protocol":                    {securityRule("a", ""), 443, no, yes},
		"empty protocol":                 {securityRule("a", `protocol = ""`), 443, no, yes},
		"the number of tcp":              {securityRule("a", `protocol = "6"`), 443, no, yes},
		"the number of udp":              {securityRule("a", `protocol = "17"`), 443, no, no},
		"icmp":                           {securityRule("a", `protocol = "icmp"`), 443, no, no},
		"unknown protocol":               {securityRule("a", `protocol = var.any`), 443, no, unsure},
		"old range":                      {securityRule("a", "protocol = \"tcp\"\nport_range_min = 400\nport_range_max = 443"), 443, no, yes},
		"beside the old range":           {securityRule("a", "protocol = \"tcp\"\nport_range_min = 400\nport_range_max = 442"), 443, no, no},
		"old range without an end":       {securityRule("a", "protocol = \"tcp\"\nport_range_min = 443"), 443, no, yes},
		"after one without an end":       {securityRule("a", "protocol = \"tcp\"\nport_range_min = 80"), 443, no, unsure},
		"unknown ports":                  {securityRule("a", "protocol = \"tcp\"\nports = var.any"), 443, no, unsure},
		"unknown end":                    {securityRule("a", "protocol = \"tcp\"\nport_range_min = 80\nport_range_max = var.any"), 443, no, unsure},
		"a deny rule alone":              {securityRule("a", `action = "deny"`), 443, no, no},
		"unknown action":                 {securityRule("a", `action = var.any`), 443, no, unsure},
		"members of the group":           {securityRule("a", `remote_group_id = huaweicloud_networking_secgroup.main.id`), 443, no, no},
		"members of another group":       {securityRule("a", `remote_group_id = huaweicloud_networking_secgroup.other.id`), 443, no, yes},
		"members of an unknown group":    {securityRule("a", `remote_group_id = var.any`), 443, no, unsure},
		"no group":                       {securityRule("a", `remote_group_id = ""`), 443, no, yes},
		"an address set":                 {securityRule("a", `remote_address_group_id = var.any`), 443, no, yes},
		"any number of rules":            {securityRule("a", `for_each = var.any`), 443, no, unsure},
		"denied at the same priority":    {securityRule("a", "") + securityRule("b", `action = "deny"`), 443, no, no},
		"denied before":                  {securityRule("a", "priority = 2") + securityRule("b", `action = "deny"`), 443, no, no},
		"denied after":                   {securityRule("a", "") + securityRule("b", "action = \"deny\"\npriority = 2"), 443, no, yes},
		"denied for another port":        {securityRule("a", "") + securityRule("b", "action = \"deny\"\nprotocol = \"tcp\"\nports = \"80\""), 443, no, yes},
		"denied for udp":                 {securityRule("a", "") + securityRule("b", "action = \"deny\"\nprotocol = \"udp\""), 443, no, yes},
		"denied for the other family":    {securityRule("a", "") + securityRule("b", "action = \"deny\"") + "\n", 443, no, no},
		"denied perhaps":                 {securityRule("a", "") + securityRule("b", "action = \"deny\"\nfor_each = var.any"), 443, no, yes},
		"denied for a part":              {securityRule("a", "") + securityRule("b", "action = \"deny\"\nremote_ip_prefix = \"10.0.0.0/8\""), 443, no, yes},
		"denied for the whole":           {securityRule("a", "remote_ip_prefix = \"10.1.0.0/16\"") + securityRule("b", "action = \"deny\"\nremote_ip_prefix = \"10.0.0.0/8\""), 443, no, no},
		"denied for unknown addresses":   {securityRule("a", "remote_ip_prefix = \"10.1.0.0/16\"") + securityRule("b", "action = \"deny\"\nremote_ip_prefix = var.any"), 443, no, yes},
		"unknown addresses, all denied":  {securityRule("a", "remote_ip_prefix = var.any") + securityRule("b", "action = \"deny\""), 443, no, no},
		"a second rule is not denied":    {securityRule("a", "remote_ip_prefix = \"10.1.0.0/16\"") + securityRule("b", "action = \"deny\"\nremote_ip_prefix = \"10.0.0.0/8\"") + securityRule("c", "remote_ip_prefix = \"192.0.2.0/24\""), 443, no, yes},
		"a rule of another group":        {`resource "huaweicloud_networking_secgroup_rule" "a" {` + "\nsecurity_group_id = huaweicloud_networking_secgroup.other.id\ndirection = \"ingress\"\nethertype = \"IPv4\"\n}", 443, no, no},
		"a rule of an unknown group":     {`resource "huaweicloud_networking_secgroup_rule" "a" {` + "\nsecurity_group_id = var.any\ndirection = \"ingress\"\nethertype = \"IPv4\"\n}", 443, no, unsure},
		"outwards":                       {`resource "huaweicloud_networking_secgroup_rule" "a" {` + "\nsecurity_group_id = huaweicloud_networking_secgroup.main.id\ndirection = \"egress\"\nethertype = \"IPv4\"\n}", 443, no, no},
		"ipv6 rule, no such callers":     {six, 443, no, no},
		"ipv6 rule, such callers":        {six, 443, yes, yes},
		"ipv6 rule, such callers maybe":  {six, 443, unsure, unsure},
		"ipv6 denied, ipv4 is not":       {securityRule("a", "") + deny6, 443, no, yes},
		"the other name of the resource": {`resource "huaweicloud_networking_secgroup_rule_v2" "a" {` + "\nsecurity_group_id = huaweicloud_networking_secgroup.main.id\ndirection = \"ingress\"\nethertype = \"IPv4\"\n}", 443, no, yes},
	} {
		t.Run(name, func(t *testing.T) {
			c := load(t, groups+test.rules)
			if got := c.Admits(c.SecurityGroups[0], test.port, test.ipv6); got.Verdict != test.want {
				t.Errorf("verdict %v, want %v", got.Verdict, test.want)
			}
		})
	}
}

const (
	six   = `resource "huaweicloud_networking_secgroup_rule" "six" {` + "\nsecurity_group_id = huaweicloud_networking_secgroup.main.id\ndirection = \"ingress\"\nethertype = \"ipv6\"\n}\n"
	deny6 = `resource "huaweicloud_networking_secgroup_rule" "six" {` + "\nsecurity_group_id = huaweicloud_networking_secgroup.main.id\ndirection = \"ingress\"\nethertype = \"IPv6\"\naction = \"deny\"\n}\n"
)

func TestDefaultRules(t *testing.T) {
	for setting, want := range map[string][2]schema.Verdict{
		"":                               {schema.Yes, schema.No},
		"delete_default_rules = false":   {schema.Yes, schema.No},
		"delete_default_rules = true":    {schema.No, schema.No},
		"delete_default_rules = var.any": {schema.Unsure, schema.No},
	} {
		c := load(t, "variable \"any\" {}\nresource \"huaweicloud_networking_secgroup\" \"main\" {\nname = \"main\"\n"+setting+"\n}")
		for i, port := range []int{22, 443} {
			if got := c.Admits(c.SecurityGroups[0], port, schema.No).Verdict; got != want[i] {
				t.Errorf("%q: port %d is %v, want %v", setting, port, got, want[i])
			}
		}
	}
}

func TestAdmissionNamesItsRule(t *testing.T) {
	c := load(t, groups+securityRule("allow", "")+securityRule("deny", "action = \"deny\""))
	if by := c.Admits(c.SecurityGroups[0], 443, schema.No).By; by == nil || by.Address != "huaweicloud_networking_secgroup_rule.deny" {
		t.Errorf("denied by %v", by)
	}
	c = load(t, groups+securityRule("allow", ""))
	if by := c.Admits(c.SecurityGroups[0], 443, schema.No).By; by == nil || by.Address != "huaweicloud_networking_secgroup_rule.allow" {
		t.Errorf("admitted by %v", by)
	}
}

func TestExistsWith(t *testing.T) {
	c, err := schema.Load(configs.NewLoader(fstest.MapFS{
		"main.tf": {Data: []byte("variable \"any\" {}\nmodule \"m\" {\n  source = \"./m\"\n  count = var.any\n}\n")},
		"m/main.tf": {Data: []byte(`
variable "any" {}
resource "huaweicloud_vpc" "one" {}
resource "huaweicloud_vpc" "both" { for_each = toset(["a"]) }
resource "huaweicloud_vpc" "any" { count = var.any }
`)},
	}), ".", terraform.Options{})
	if err != nil {
		t.Fatal(err)
	}
	one := c.VPCs[0].Resource
	for i, want := range []bool{true, true, false} {
		if got := c.VPCs[i].ExistsWith(one); got != want {
			t.Errorf("%s exists with %s: %v", c.VPCs[i], one, got)
		}
	}
}
