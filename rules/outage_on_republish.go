package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// outageOnRepublish finds publications that are taken offline to publish again.
var outageOnRepublish = &lint.Rule{
	ID: "PUB310", Name: "outage-on-republish", Level: lint.Note, Cause: lint.Publishing,
	Title: "a publication that is replaced to publish again",
	Codes: []string{"APIG.0101"},
	Doc: `` + "`replace_triggered_by`" + ` replaces the publication: Terraform destroys it, which takes the API offline, and makes a new
one. In between calls get APIG.0101, and for longer if the apply stops there.

It is legitimate where a short outage does not matter. A description that depends on the API, for instance
` + "`description = sha1(jsonencode([huaweicloud_apig_api.orders.request_method, huaweicloud_apig_api.orders.request_path]))`" + `, publishes again in place, without an outage.`,
	Links: []string{"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_api_publishment"},
	Bad: `
resource "huaweicloud_apig_api" "orders" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.shop.id
  name                    = "orders"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/orders"
  security_authentication = "IAM"

  mock {
    response = "ok"
  }
}

resource "huaweicloud_apig_api_publishment" "orders" {
  instance_id = huaweicloud_apig_instance.main.id
  api_id      = huaweicloud_apig_api.orders.id
  env_id      = "DEFAULT_ENVIRONMENT_RELEASE_ID"

  lifecycle {
    replace_triggered_by = [huaweicloud_apig_api.orders]
  }
}
`,
	Good: `
resource "huaweicloud_apig_api" "orders" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.shop.id
  name                    = "orders"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/orders"
  security_authentication = "IAM"

  mock {
    response = "ok"
  }
}

resource "huaweicloud_apig_api_publishment" "orders" {
  instance_id = huaweicloud_apig_instance.main.id
  api_id      = huaweicloud_apig_api.orders.id
  env_id      = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  description = sha1(jsonencode([huaweicloud_apig_api.orders.request_method, huaweicloud_apig_api.orders.request_path]))
}
`,
	Check: lint.Each(func(p *lint.Pass, publication *schema.Publication) {
		if _, worse := publication.CreateBeforeDestroy(); worse {
			return // offline-after-replace
		}
		if at, any := publication.ReplacedWith(); any {
			p.Reportf(publication, lint.At(at), "%s is replaced to publish again: until it is back, calls get APIG.0101", publication)
		}
	}),
}
