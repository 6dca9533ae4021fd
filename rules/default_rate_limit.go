package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// defaultRateLimit finds APIs whose rate nobody has chosen.
var defaultRateLimit = &lint.Rule{
	ID: "POL509", Name: "default-rate-limit", Level: lint.Note, Cause: lint.Policy,
	Title: "a published API that only the gateway's default limits",
	Codes: []string{"APIG.0308"},
	Doc: `An API without a throttling policy is limited all the same: the gateway lets it have 200 calls a second, from all
callers together, and answers APIG.0308 to the rest. One busy caller then locks out all others, and a backend that bears
less is not protected.

It is legitimate where 200 a second suit callers and backend. The rule is silent where the rate is chosen (the gateway has
a feature ` + "`ratelimit`" + `), where a throttling policy or a plugin of the type ` + "`rate_limit`" + ` may limit the API,
and where the gateway is not declared here.

Bind a throttling policy with limits for users, applications or addresses, or declare the feature ` + "`ratelimit`" + `.`,
	Links: []string{"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_throttling_policy"},
	Bad: `
resource "huaweicloud_apig_instance" "partners" {
  name               = "partners"
  edition            = "BASIC"
  vpc_id             = huaweicloud_vpc.main.id
  subnet_id          = huaweicloud_vpc_subnet.main.id
  security_group_id  = huaweicloud_networking_secgroup.main.id
  availability_zones = ["cn-north-4a"]
}

resource "huaweicloud_apig_api" "orders" {
  instance_id             = huaweicloud_apig_instance.partners.id
  group_id                = var.group_id
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
  instance_id = huaweicloud_apig_instance.partners.id
  api_id      = huaweicloud_apig_api.orders.id
  env_id      = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  description = sha1(jsonencode([huaweicloud_apig_api.orders.request_method, huaweicloud_apig_api.orders.request_path]))
}

variable "group_id" {
  type = string
}
`,
	Good: `
resource "huaweicloud_apig_instance" "partners" {
  name               = "partners"
  edition            = "BASIC"
  vpc_id             = huaweicloud_vpc.main.id
  subnet_id          = huaweicloud_vpc_subnet.main.id
  security_group_id  = huaweicloud_networking_secgroup.main.id
  availability_zones = ["cn-north-4a"]
}

resource "huaweicloud_apig_api" "orders" {
  instance_id             = huaweicloud_apig_instance.partners.id
  group_id                = var.group_id
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
  instance_id = huaweicloud_apig_instance.partners.id
  api_id      = huaweicloud_apig_api.orders.id
  env_id      = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  description = sha1(jsonencode([huaweicloud_apig_api.orders.request_method, huaweicloud_apig_api.orders.request_path]))
}

resource "huaweicloud_apig_throttling_policy" "orders" {
  instance_id       = huaweicloud_apig_instance.partners.id
  name              = "orders"
  period            = 1
  period_unit       = "SECOND"
  max_api_requests  = 100
  max_user_requests = 20
}

resource "huaweicloud_apig_throttling_policy_associate" "orders" {
  instance_id = huaweicloud_apig_instance.partners.id
  policy_id   = huaweicloud_apig_throttling_policy.orders.id
  publish_ids = [huaweicloud_apig_api_publishment.orders.publish_id]
}

variable "group_id" {
  type = string
}
`,
	Check: lint.Each(func(p *lint.Pass, api *schema.API) {
		gateway := api.SoleGateway()
		if gateway == nil || p.RatePluginOf(api) != schema.No {
			return
		}
		if chosen, feature := p.FeatureOf(gateway, "ratelimit"); chosen != schema.No || feature != nil {
			return
		}
		publication := unthrottled(p, api)
		if publication == nil {
			return
		}
		p.Reportf(api, api, "%s has no throttling policy where it is published: all callers together get %d calls a second, and then APIG.0308",
			api, schema.DefaultRate).
			Relate(publication.Range(), "it is published here")
	}),
}

// unthrottled answers a publication of the API in an environment where certainly no policy limits it, or nil. A policy holds
// for the environment, whichever publication of it the policy is bound to.
func unthrottled(p *lint.Pass, api *schema.API) *schema.Publication {
	publications, complete := p.PublicationsOf(api)
	if !complete {
		return nil // one more may be in the same environment, with a policy
	}
	limited := map[schema.EnvironmentKey]bool{}
	for _, publication := range publications {
		if bindings, complete := p.ThrottlingOf(publication); !complete || len(bindings) > 0 {
			limited[publication.EnvironmentKey()] = true
		}
	}
	for _, publication := range publications {
		environment := publication.EnvironmentKey()
		if publication.Symbolic() && !api.Symbolic() {
			continue // it may not be there
		}
		if environment == "" && len(limited) > 0 {
			continue // it may be one of those
		}
		if !limited[environment] && !limited[""] {
			return publication
		}
	}
	return nil
}
