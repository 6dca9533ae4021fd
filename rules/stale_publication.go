package rules

import (
	"regexp"
	"sync"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// stalePublication finds publications that keep the old version of an API when the API is edited.
var stalePublication = &lint.Rule{
	ID: "PUB303", Name: "stale-publication", Level: lint.Warning, Cause: lint.Publishing,
	Title:   "a publication that does not follow the API",
	Symptom: "callers get the old version",
	Doc: `What callers get is the snapshot that was made when the API was published. Terraform publishes again only when an
argument of the publication changes, and none of them changes when the API is edited: the plan updates the API, the apply
succeeds, and callers keep getting the old version.

Make the description depend on what the API is made from: a digest of the locals or of the file that it is written with,
` + "`sha1(jsonencode(local.orders))`" + ` or ` + "`filesha1(\"${path.module}/orders.tf\")`" + `, or of its arguments. A new description publishes
again in place, without a moment in which the API is offline. A digest of the whole resource is not one of them: it holds
` + "`updated_at`" + `, which changes during the apply, and Terraform then refuses the new description as inconsistent with the
plan.

The rule is silent where the description is not known or shares anything with the API (a local, a variable, the API itself),
where a function makes it new by itself or reads a file, where it looks like a digest that a generator has written, where
` + "`replace_triggered_by`" + ` names the API, where ` + "`version_id`" + ` pins a version on purpose, and where
` + "`ignore_changes`" + ` leaves the description to others.`,
	Links: []string{"https://support.huaweicloud.com/intl/en-us/usermanual-apig/apig_03_0014.html"},
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
  description = "published by Terraform"
}
`,
	Good: `
locals {
  orders = { method = "GET", path = "/orders", answer = "ok" }
}

resource "huaweicloud_apig_api" "orders" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.shop.id
  name                    = "orders"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = local.orders.method
  request_path            = local.orders.path
  security_authentication = "IAM"

  mock {
    response = local.orders.answer
  }
}

resource "huaweicloud_apig_api_publishment" "orders" {
  instance_id = huaweicloud_apig_instance.main.id
  api_id      = huaweicloud_apig_api.orders.id
  env_id      = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  description = sha1(jsonencode(local.orders))
}
`,
	Check: lint.Each(func(p *lint.Pass, publication *schema.Publication) {
		api := publication.API.Target()
		if api == nil || !publication.Version.Absent() || publication.ReplacedWhenChanges(api.Resource) {
			return
		}
		if _, complete := p.PublicationsOf(api); !complete || followsAPI(publication, api) {
			return
		}
		if text, ok := publication.Description.Or(""); ok && text == "" {
			p.Reportf(publication, publication,
				"%s has no description that changes with %s: an edited API is not published again, and callers get the old version",
				publication, api).Relate(api.Range(), "the API is here")
			return
		}
		p.Reportf(publication, publication,
			"the description of %s does not change with %s: an edited API is not published again, and callers get the old version",
			publication, api).Relate(publication.Description.Range(), "the description is here")
	}),
}

// digest is what generators write into a description.
var digest = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`[0-9a-fA-F]{7,}`) })

// followsAPI reports whether the description may be another one after the API is edited.
func followsAPI(publication *schema.Publication, api *schema.API) bool {
	text, ok := publication.Description.Or("")
	if !ok || digest().MatchString(text) || publication.Ignores("description") {
		return true
	}
	if !publication.Description.Written() {
		return false
	}
	reach := publication.Description.Argument().Reach()
	return reach.ChangesByItself() || reach.Meets(api.Instance.Reach())
}
