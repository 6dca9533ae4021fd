package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/rules/definition"
)

// conflictingArguments finds arguments and blocks that do not go together, or only together.
var conflictingArguments = &lint.Rule{
	ID: "DEF007", Name: "conflicting-arguments", Level: lint.Error, Lower: []lint.Level{lint.Warning}, Cause: lint.Definition,
	Title:   "arguments that do not go together",
	Symptom: "the plan or the apply fails",
	Doc: `Some arguments exclude each other, some are needed together, of some there is exactly one: an API has one backend, a
member of a channel is an address or a server. The provider's schema states a part of this, and ` + "`terraform validate`" + ` finds
it. The rest depends on values (a channel has members of its own only if it is a server channel), and comes back from the
cloud as an error in the middle of an apply.

An argument whose value may be null counts neither as set nor as not set. What the docs leave to be concluded is a warning;
what the provider accepts and then ignores is reported as ignored-argument.`,
	Fix:   "removes a block that repeats another one word for word",
	Links: []string{"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs"},
	Bad: `
resource "huaweicloud_dns_zone" "internal" {
  name          = "internal.example.org."
  proxy_pattern = "RECURSIVE"
}
`,
	Good: `
resource "huaweicloud_dns_zone" "internal" {
  name          = "internal.example.org."
  zone_type     = "private"
  proxy_pattern = "RECURSIVE"

  router {
    router_id = huaweicloud_vpc.main.id
  }
}
`,
	Check: breaches(definition.Clauses(definition.Conflict)),
}
