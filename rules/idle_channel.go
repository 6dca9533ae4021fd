package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// idleChannel finds load balance channels whose servers are all switched off.
var idleChannel = &lint.Rule{
	ID: "API606", Name: "idle-channel", Level: lint.Warning, Cause: lint.Backend,
	Title: "a load balance channel whose members are all switched off",
	Codes: []string{"APIG.0610"},
	Doc: "A member with `status = 2` gets no calls, and one with an explicit `weight = 0`" + ` no share of them. Where that is
true of every member of a channel, calls get APIG.0610, "no backend available".

It is legitimate for the time of a maintenance. The rule is silent where a status or a weight is not known, where there may be
members that are not declared here, and for a channel that no API declared here certainly uses. A weight that is not
written is not taken for 0.`,
	Links: []string{"https://support.huaweicloud.com/intl/en-us/usermanual-apig/apig_03_0048.html"},
	Bad: `
resource "huaweicloud_apig_channel" "orders" {
  instance_id      = huaweicloud_apig_instance.main.id
  name             = "orders"
  port             = 8080
  balance_strategy = 1

  member {
    host   = "10.1.0.8"
    weight = 1
    status = 2
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
    status = 2
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
  }
}

resource "huaweicloud_apig_api_publishment" "orders" {
  instance_id = huaweicloud_apig_instance.main.id
  api_id      = huaweicloud_apig_api.orders.id
  env_id      = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  description = sha1(jsonencode([huaweicloud_apig_api.orders.request_method, huaweicloud_apig_api.orders.request_path]))
}
`,
	Check: eachChannelInUse(func(p *lint.Pass, channel *schema.Channel, user *schema.Backend) {
		members, complete := p.MembersOf(channel)
		if !complete || len(members) == 0 {
			return
		}
		var off []lint.Place
		for _, m := range members {
			switch {
			case m.Status.Is(2):
				off = append(off, m.Status)
			case m.Weight.Is(0):
				off = append(off, m.Weight)
			default:
				return
			}
		}
		f := p.Reportf(channel, off[0], "every member of %s, the backend of %s, is disabled or has a weight of 0: calls get APIG.0610",
			channel, user.API).Relate(user.Web.Channel.Range(), "the channel is used here")
		for _, other := range off[1:] {
			if other.Range() != off[0].Range() {
				f.Relate(other.Range(), "another member is switched off here")
			}
		}
	}),
}
