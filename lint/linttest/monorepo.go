package linttest

import (
	"fmt"
	"maps"
	"path"
)

// Monorepo returns the repository of a company with another cloud: modules with five files each, a third of them roots
// that call two of the others. The last ones hold a gateway with an API.
func Monorepo(modules, withGateway int) Source {
	src := Source{}
	for n := range modules {
		dir, files := fmt.Sprintf("modules/m%04d", n), maps.Clone(otherCloud)
		if n%3 == 0 {
			dir = fmt.Sprintf("live/team%02d/r%04d", n%20, n)
			files["main.tf"] += fmt.Sprintf(callsFile, (n+1)%modules, (n+2)%modules)
		}
		if n >= modules-withGateway {
			maps.Copy(files, Generate(1, 1, 1))
		}
		for name, text := range files {
			src[path.Join(dir, name)] = text
		}
	}
	return src
}

const callsFile = `
module "first" {
  source  = "../../../modules/m%04d"
  name    = local.name
  subnets = aws_subnet.private[*].id
}

module "second" {
  source = "../../../modules/m%04d"
  name   = "${local.name}-second"
}
`

var otherCloud = Source{
	"versions.tf": `terraform {
  required_version = ">= 1.5"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.0"
    }
  }
}
`,
	"variables.tf": `variable "name" {
  description = "What everything is called"
  type        = string
  default     = "service"
}

variable "subnets" {
  description = "Where it stands"
  type        = list(string)
  default     = []

  validation {
    condition     = length(var.subnets) < 16
    error_message = "At most 15 subnets."
  }
}

variable "tags" {
  type = map(object({
    value     = string
    propagate = optional(bool, true)
  }))
  default = {}
}
`,
	"outputs.tf": `output "instance_ids" {
  description = "The instances"
  value       = aws_instance.this[*].id
}

output "urls" {
  value = { for name, record in aws_route53_record.this : name => "https://${record.fqdn}/" }
}
`,
	"main.tf": `locals {
  name = "${var.name}-${terraform.workspace}"
  tags = merge({ for key, tag in var.tags : key => tag.value if tag.propagate }, { Name = local.name })
}

resource "aws_vpc" "this" {
  cidr_block           = "10.0.0.0/16"
  enable_dns_hostnames = true
  tags                 = local.tags
}

resource "aws_subnet" "private" {
  count = 3

  vpc_id            = aws_vpc.this.id
  cidr_block        = cidrsubnet(aws_vpc.this.cidr_block, 8, count.index)
  availability_zone = data.aws_availability_zones.all.names[count.index]
  tags              = merge(local.tags, { Name = "${local.name}-${count.index}" })
}

data "aws_availability_zones" "all" {
  state = "available"
}

resource "aws_instance" "this" {
  count = length(aws_subnet.private)

  ami           = "ami-0123456789abcdef0"
  instance_type = var.name == "big" ? "m6i.4xlarge" : "t3.small"
  subnet_id     = aws_subnet.private[count.index].id
  user_data     = <<-EOT
    #!/bin/sh
    echo "${local.name}" > /etc/name
    systemctl enable --now service
  EOT

  root_block_device {
    volume_size = 40
    encrypted   = true
  }

  dynamic "ebs_block_device" {
    for_each = var.tags
    content {
      device_name = ebs_block_device.key
      volume_size = 10
    }
  }

  tags = local.tags
}
`,
	"dns.tf": `resource "aws_route53_zone" "this" {
  name = "${local.name}.example.com"
}

resource "aws_route53_record" "this" {
  for_each = toset(["www", "api", "admin"])

  zone_id = aws_route53_zone.this.zone_id
  name    = each.key
  type    = "A"
  ttl     = 300
  records = [for instance in aws_instance.this : instance.private_ip]
}
`,
}
