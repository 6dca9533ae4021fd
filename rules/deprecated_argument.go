package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/rules/definition"
)

// deprecatedArgument finds arguments and resource types that something newer takes the place of.
var deprecatedArgument = &lint.Rule{
	ID: "DEF008", Name: "deprecated-argument", Level: lint.Warning, Cause: lint.Definition,
	Title:   "a deprecated argument or resource type",
	Symptom: "none, until a newer provider refuses it",
	Doc: `What is deprecated works until a provider removes it, and is often left behind before: it lacks what the newer one
has, and where both are set one of them silently wins. Most deprecated arguments of this provider are hidden from its
documentation, and ` + "`terraform validate`" + ` warns of few.

` + "`eip_id`" + ` of a gateway is reported only where the gateway is certainly made with an elastic load balancer
(` + "`loadbalancer_provider`" + `, or the region, says so): elsewhere nothing takes its place.`,
	Fix:   "renames an argument, where the newer one means the same and an apply changes nothing by it",
	Links: []string{"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs"},
	Bad: `
resource "huaweicloud_vpc" "old" {
  name           = "old"
  cidr           = "10.9.0.0/16"
  secondary_cidr = "10.10.0.0/16"
}
`,
	Good: `
resource "huaweicloud_vpc" "old" {
  name            = "old"
  cidr            = "10.9.0.0/16"
  secondary_cidrs = ["10.10.0.0/16"]
}
`,
	Check: breaches(definition.Deprecated),
}
