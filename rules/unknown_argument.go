package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/rules/definition"
)

// unknownArgument finds arguments and blocks that a resource type does not have.
var unknownArgument = &lint.Rule{
	ID: "DEF002", Name: "unknown-argument", Level: lint.Error, Cause: lint.Definition,
	Title:   "an argument or block that the type does not have",
	Symptom: "the plan fails",
	Doc: `The provider refuses an argument or a block that its type does not have, an argument that is written as a block or a
block as an argument, and a value for an attribute that is only for reading. Until ` + "`terraform validate`" + ` has run with the
provider, nobody says so, and every other check takes the argument that was meant for one that is not set.

The rule is silent inside blocks that the tables do not list. An argument that a newer provider has added is reported too: say so
with an ignore comment.`,
	Fix:   "writes the name that must have been meant: it differs in case or in one or two letters, and no other is near",
	Links: []string{"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs"},
	Bad: `
resource "huaweicloud_apig_response" "denied" {
  instance_id = huaweicloud_apig_instance.main.id
  group_id    = huaweicloud_apig_group.shop.id
  name        = "denied"

  rule {
    error_type = "ACCESS_DENIED"
    body       = "no"
    code       = 403
  }
}
`,
	Good: `
resource "huaweicloud_apig_response" "denied" {
  instance_id = huaweicloud_apig_instance.main.id
  group_id    = huaweicloud_apig_group.shop.id
  name        = "denied"

  rule {
    error_type  = "ACCESS_DENIED"
    body        = "no"
    status_code = 403
  }
}
`,
	Check: breaches(definition.UnknownArguments),
}
