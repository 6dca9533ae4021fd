package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// frozenVersion finds publications that stay at an old version.
var frozenVersion = &lint.Rule{
	ID: "PUB305", Name: "frozen-version", Level: lint.Note, Cause: lint.Publishing,
	Title:   "a publication that stays at an old version",
	Symptom: "callers get the old version",
	Doc: `` + "`version_id`" + ` puts a version that was published before into the environment, and keeps it there: what is written in the API
reaches callers only when the argument is removed. It is meant for going back after a bad release, and easily stays behind
when the next release comes.

It is legitimate while a rollback lasts. To go forward again, remove ` + "`version_id`" + ` and let the description depend on what
the API is made from (see PUB303). The rule is silent where the version is not
known.`,
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
  version_id  = "5a7e3b0c1d2f4a6f8b9c0d1e2f3a4b5c"
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
		if version, ok := publication.Version.Get(); ok && version != "" && !publication.Ignores("version_id") {
			p.Reportf(publication, publication, "%s stays at one version: callers do not get what is written in the API", publication).
				Relate(publication.Version.Range(), "the version is named here")
		}
	}),
}
