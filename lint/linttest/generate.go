package linttest

import (
	"fmt"
	"strings"
	"text/template"
)

// Generate returns a root of any size for benchmarks: each gateway in a file of its own, with its network, an environment and
// a throttling policy; each group with a domain; each API published, with parameters and a web backend.
func Generate(gateways, groups, apis int) Source {
	src := Source{"providers.tf": providersFile}
	for g := range gateways {
		var b strings.Builder
		data := struct{ Gateway, Groups, APIs int }{g, groups, apis}
		if err := gatewayFile.Execute(&b, data); err != nil {
			panic(err) // the template is a constant of this file
		}
		src[fmt.Sprintf("gateway_%04d.tf", g)] = b.String()
	}
	return src
}

const providersFile = `terraform {
  required_providers {
    huaweicloud = {
      source = "huaweicloud/huaweicloud"
    }
  }
}

provider "huaweicloud" {
  region = "cn-north-4"
}

variable "zones" {
  type    = list(string)
  default = ["cn-north-4a", "cn-north-4b"]
}
`

var gatewayFile = template.Must(template.New("gateway").Parse(`{{$g := .Gateway}}{{$apis := .APIs -}}
resource "huaweicloud_vpc" "v{{$g}}" {
  name = "vpc-{{$g}}"
  cidr = "10.{{$g}}.0.0/16"
}

resource "huaweicloud_vpc_subnet" "s{{$g}}" {
  name       = "subnet-{{$g}}"
  vpc_id     = huaweicloud_vpc.v{{$g}}.id
  cidr       = cidrsubnet(huaweicloud_vpc.v{{$g}}.cidr, 8, 1)
  gateway_ip = cidrhost(cidrsubnet(huaweicloud_vpc.v{{$g}}.cidr, 8, 1), 1)
}

resource "huaweicloud_networking_secgroup" "sg{{$g}}" {
  name = "sg-{{$g}}"
}

resource "huaweicloud_networking_secgroup_rule" "in{{$g}}" {
  security_group_id = huaweicloud_networking_secgroup.sg{{$g}}.id
  direction         = "ingress"
  ethertype         = "IPv4"
  protocol          = "tcp"
  ports             = "80,443"
  remote_ip_prefix  = "0.0.0.0/0"
}

resource "huaweicloud_apig_instance" "gw{{$g}}" {
  name                            = "gateway-{{$g}}"
  edition                         = "BASIC"
  vpc_id                          = huaweicloud_vpc.v{{$g}}.id
  subnet_id                       = huaweicloud_vpc_subnet.s{{$g}}.id
  security_group_id               = huaweicloud_networking_secgroup.sg{{$g}}.id
  availability_zones              = var.zones
  ingress_bandwidth_size          = 5
  ingress_bandwidth_charging_mode = "bandwidth"
}

resource "huaweicloud_apig_environment" "environment{{$g}}" {
  instance_id = huaweicloud_apig_instance.gw{{$g}}.id
  name        = "environment_{{$g}}"
}

resource "huaweicloud_apig_throttling_policy" "th{{$g}}" {
  instance_id       = huaweicloud_apig_instance.gw{{$g}}.id
  name              = "throttle_{{$g}}"
  type              = "API-based"
  period            = 1
  period_unit       = "SECOND"
  max_api_requests  = 100
  max_user_requests = 60
  max_app_requests  = 60
  max_ip_requests   = 60
}
{{range $r := .Groups}}
resource "huaweicloud_apig_group" "g{{$g}}_{{$r}}" {
  instance_id = huaweicloud_apig_instance.gw{{$g}}.id
  name        = "group-{{$g}}-{{$r}}"
}

resource "huaweicloud_apig_group_domain_associate" "d{{$g}}_{{$r}}" {
  instance_id = huaweicloud_apig_instance.gw{{$g}}.id
  group_id    = huaweicloud_apig_group.g{{$g}}_{{$r}}.id
  url_domain  = "g{{$r}}.gw{{$g}}.example.com"
}
{{range $i := $apis}}
resource "huaweicloud_apig_api" "a{{$g}}_{{$r}}_{{$i}}" {
  instance_id             = huaweicloud_apig_instance.gw{{$g}}.id
  group_id                = huaweicloud_apig_group.g{{$g}}_{{$r}}.id
  type                    = "Public"
  name                    = "api_{{$g}}_{{$r}}_{{$i}}"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/svc/{{$i}}/items/{id}"
  security_authentication = "APP"
  matching                = "Exact"

  request_params {
    name     = "id"
    type     = "STRING"
    location = "PATH"
    required = true
  }

  backend_params {
    type     = "REQUEST"
    name     = "id"
    location = "PATH"
    value    = "id"
  }

  web {
    path             = "/backend/{{$i}}/{id}"
    backend_address  = "10.{{$g}}.1.10:8080"
    request_method   = "GET"
    request_protocol = "HTTP"
    timeout          = 5000
  }
}

resource "huaweicloud_apig_api_publishment" "p{{$g}}_{{$r}}_{{$i}}" {
  instance_id = huaweicloud_apig_instance.gw{{$g}}.id
  api_id      = huaweicloud_apig_api.a{{$g}}_{{$r}}_{{$i}}.id
  env_id      = huaweicloud_apig_environment.environment{{$g}}.id
}
{{end}}{{end}}`))
