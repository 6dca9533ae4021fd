package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// surplusRetries finds backends with as many retries as their channel has servers, or more.
var surplusRetries = &lint.Rule{
	ID: "API612", Name: "surplus-retries", Level: lint.Error, Cause: lint.Backend,
	Title:   "as many retries as a load balance channel has members",
	Symptom: "the apply is refused",
	Doc: "Each retry over a load balance channel goes to another member: `retry_count`" + ` has to be smaller than the number of
members that are not disabled, and the apply is refused otherwise.

The default of -1 is always fine: one retry of what may be repeated. The rule is silent where there may be members that are not
declared here, and counts one whose status is not known. Lower ` + "`retry_count`" + `, or add members.`,
	Links: []string{"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_api"},
	Bad: `
resource "huaweicloud_apig_channel" "orders" {
  instance_id      = huaweicloud_apig_instance.main.id
  name             = "orders"
  port             = 8080
  balance_strategy = 1

  member {
    host   = "10.1.0.8"
    weight = 1
  }

  member {
    host   = "10.1.0.9"
    weight = 1
  }
}

resource "huaweicloud_apig_api" "orders" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.shop.id
  name                    = "orders"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/orders"
  security_authentication = "IAM"

  web {
    path             = "/orders"
    vpc_channel_id   = huaweicloud_apig_channel.orders.id
    request_method   = "GET"
    request_protocol = "HTTP"
    timeout          = 5000
    retry_count      = 3
  }
}

resource "huaweicloud_apig_api_publishment" "orders" {
  instance_id = huaweicloud_apig_instance.main.id
  api_id      = huaweicloud_apig_api.orders.id
  env_id      = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  description = sha1(jsonencode([huaweicloud_apig_api.orders.request_method, huaweicloud_apig_api.orders.request_path]))
}
`,
	Good: `
resource "huaweicloud_apig_channel" "orders" {
  instance_id      = huaweicloud_apig_instance.main.id
  name             = "orders"
  port             = 8080
  balance_strategy = 1

  member {
    host   = "10.1.0.8"
    weight = 1
  }

  member {
    host   = "10.1.0.9"
    weight = 1
  }
}

resource "huaweicloud_apig_api" "orders" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.shop.id
  name                    = "orders"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/orders"
  security_authentication = "IAM"

  web {
    path             = "/orders"
    vpc_channel_id   = huaweicloud_apig_channel.orders.id
    request_method   = "GET"
    request_protocol = "HTTP"
    timeout          = 5000
    retry_count      = 1
  }
}

resource "huaweicloud_apig_api_publishment" "orders" {
  instance_id = huaweicloud_apig_instance.main.id
  api_id      = huaweicloud_apig_api.orders.id
  env_id      = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  description = sha1(jsonencode([huaweicloud_apig_api.orders.request_method, huaweicloud_apig_api.orders.request_path]))
}
`,
	Check: lint.Each(func(p *lint.Pass, api *schema.API) {
		backends, _ := api.Backends()
		for _, b := range backends {
			channel := channelOf(b)
			if channel == nil {
				continue
			}
			retries, ok := b.Web.Retries.Get()
			usable, complete := usableMembers(p, channel)
			if ok && complete && usable > 0 && retries >= usable {
				p.Reportf(api, b.Web.Retries, "%s has a retry_count of %d, and %s has no more than %d usable members: the apply is refused",
					api, retries, channel, usable).Relate(channel.Range(), "the channel is here")
			}
		}
	}),
}

// usableMembers answers how many members of a channel may be usable, and whether there are certainly no others.
func usableMembers(p *lint.Pass, channel *schema.Channel) (usable int, complete bool) {
	members, complete := p.MembersOf(channel)
	for _, m := range members {
		if !m.Status.Is(2) {
			usable++
		}
	}
	return usable, complete
}
