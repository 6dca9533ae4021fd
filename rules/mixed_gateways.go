package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/rules/definition"
)

// mixedGateways finds objects that join parts of two gateways.
var mixedGateways = &lint.Rule{
	ID: "DEF010", Name: "mixed-gateways", Level: lint.Error, Cause: lint.Definition,
	Title:   "an object that joins parts of two gateways",
	Symptom: "the apply is refused",
	Doc: `Groups, environments, APIs, applications, policies and channels belong to one gateway, and know nothing of those of
another. An API whose group is on another gateway, or a publication in another gateway's environment, is refused by the cloud: it
looks for the id on the gateway of ` + "`instance_id`" + `, and finds nothing. It happens when blocks are copied, and when gateways
are made with ` + "`for_each`" + ` and one key is wrong.

Two references are compared only where both lead to a gateway for certain; a literal id may be that of any declared gateway.`,
	Links: []string{"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_api"},
	Bad: `
resource "huaweicloud_apig_instance" "second" {
  name                            = "second"
  edition                         = "BASIC"
  vpc_id                          = huaweicloud_vpc.main.id
  subnet_id                       = huaweicloud_vpc_subnet.main.id
  security_group_id               = huaweicloud_networking_secgroup.main.id
  availability_zones              = ["cn-north-4a"]
  ingress_bandwidth_size          = 5
  ingress_bandwidth_charging_mode = "bandwidth"
}

resource "huaweicloud_apig_response" "denied" {
  instance_id = huaweicloud_apig_instance.second.id
  group_id    = huaweicloud_apig_group.shop.id
  name        = "denied"
}
`,
	Good: `
resource "huaweicloud_apig_response" "denied" {
  instance_id = huaweicloud_apig_instance.main.id
  group_id    = huaweicloud_apig_group.shop.id
  name        = "denied"
}
`,
	Check: breaches(definition.MixedGateways),
}
