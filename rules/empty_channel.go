package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// emptyChannel finds load balance channels in use that have no servers.
var emptyChannel = &lint.Rule{
	ID: "API605", Name: "empty-channel", Level: lint.Error, Cause: lint.Backend,
	Title: "a load balance channel without members behind an API",
	Codes: []string{"APIG.0609", "APIG.0610"},
	Doc: `A load balance channel is the list of servers that the calls of an API are spread over. Where it is empty, calls
get APIG.0609 or APIG.0610, "no backend available".

Members are ` + "`member` blocks of the channel, or `huaweicloud_apig_channel_member` resources" + `. A microservice channel
finds them itself and a reference channel has those of others: both are left alone, and so is a channel that no API
declared here certainly uses, or that may have members which are not declared here.`,
	Links: []string{"https://support.huaweicloud.com/intl/en-us/usermanual-apig/apig_03_0048.html"},
	Bad: `
resource "huaweicloud_apig_channel" "orders" {
  instance_id      = huaweicloud_apig_instance.main.id
  name             = "orders"
  port             = 8080
  balance_strategy = 1
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
		if members, complete := p.MembersOf(channel); complete && len(members) == 0 {
			p.Reportf(channel, channel, "%s has no members and is the backend of %s: calls get APIG.0609 or APIG.0610", channel, user.API).
				Relate(user.Web.Channel.Range(), "the channel is used here")
		}
	}),
}

// eachChannelInUse is a check of the channels that an API declared here certainly uses, with the first backend that
// does.
func eachChannelInUse(check func(p *lint.Pass, channel *schema.Channel, user *schema.Backend)) func(*lint.Pass) {
	return func(p *lint.Pass) {
		seen := map[*schema.Channel]bool{}
		for _, api := range p.APIs {
			backends, _ := api.Backends()
			for _, b := range backends {
				if channel := channelOf(b); channel != nil && !seen[channel] && !api.Symbolic() {
					seen[channel] = true
					check(p, channel, b)
				}
			}
		}
	}
}

// channelOf answers the channel that a backend certainly calls, or nil.
func channelOf(b *schema.Backend) *schema.Channel {
	if b.Web == nil {
		return nil
	}
	return b.Web.Channel.Target()
}
