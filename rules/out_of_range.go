package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/rules/definition"
)

// outOfRange finds numbers, lengths and counts outside their limits.
var outOfRange = &lint.Rule{
	ID: "DEF006", Name: "out-of-range", Level: lint.Error, Lower: []lint.Level{lint.Warning}, Cause: lint.Definition,
	Title:   "a number, length or count outside its limits",
	Symptom: "the plan or the apply fails",
	Doc: `Numbers have a range, names a length, lists and blocks a number, and some numbers have to be below others (the timeout
of a health check below its interval). The provider checks few of these limits: the cloud refuses the rest in the middle of
an apply.

What is not known counts for nothing: elements of an unknown list, blocks that a dynamic block over something unknown may
make.`,
	Fix:   "exchanges a minimum and a maximum that are written the wrong way round",
	Links: []string{"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs"},
	Bad: `
resource "huaweicloud_apig_response" "denied" {
  instance_id = huaweicloud_apig_instance.main.id
  group_id    = huaweicloud_apig_group.shop.id
  name        = "denied"

  rule {
    error_type  = "ACCESS_DENIED"
    body        = "no"
    status_code = 40
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
	Check: breaches(definition.Parts(definition.OutOfRange, definition.Clauses(definition.Range))),
}
