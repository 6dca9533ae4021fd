variable "kind" {
  default = "public"
}

variable "anything" {}

variable "key" {
  default   = "short"
  sensitive = true
}

locals {
  methods = { list = "GET", all = "EVERY" }
}

resource "huaweicloud_apig_api" "other" {
  security_authentication = "CUSTOM" # want `"CUSTOM"` `is "CUSTOM", which is not a valid value \(did you mean "AUTHORIZER"\?\): the apply fails$` help `^use "AUTHORIZER"$`
}

resource "huaweicloud_apig_api" "orders" {
  for_each = local.methods

  name             = "orders"
  type             = var.kind # want `var.kind` `^type of huaweicloud_apig_api.orders\["all"\] is "public", which is not a valid value: any value other than exactly "Public" is sent as Private; a typo such as "public" silently makes the API private$` help `^use "Public"$`
  request_protocol = "HTTPS"
  request_method   = each.value # want `each.value` `^request_method of huaweicloud_apig_api.orders\["all"\] is "EVERY", which is not a valid value: the apply fails$` help `^use one of "GET", "POST", "PUT", "DELETE", "HEAD", "PATCH", "OPTIONS", "ANY"$`
  request_path     = "/orders"

  web_policy {
    name             = "policy"
    request_protocol = "FTP" # want `"FTP"` `web_policy.request_protocol of .* is "FTP"`
    request_method   = "GET"
    path             = "/"

    conditions {
      source   = "system"
      sys_name = "req_method"
      type     = "Equal"
      value    = "ANY" # want `"ANY"` `^huaweicloud_apig_api.orders\["all"\] has a value of web_policy.conditions.value that is not allowed with web_policy.conditions.sys_name = "req_method": the apply fails$` help `^use one of "GET", "POST", "DELETE", "PUT", "PATCH", "HEAD", "OPTIONS" in web_policy.conditions.value, or change web_policy.conditions.sys_name$`
    }
  }
}

# Patterns and formats.
resource "huaweicloud_apig_environment" "beta" {
  name = "beta-1" # want `"beta-1"` `^name of huaweicloud_apig_environment.beta is "beta-1", which is not a valid value: the apply fails$` help `^use for name: letters, digits and _, beginning with a letter$`
}

resource "huaweicloud_apig_plugin" "cors" {
  name    = "cors"
  type    = "cors"
  content = "allow_origin: *" # want `"allow_origin: *"` `content of huaweicloud_apig_plugin.cors is "allow_origin: \*", which is not JSON`
}

resource "huaweicloud_apig_application_acl" "office" {
  type   = "PERMIT"
  values = ["10.0.0.0/8", "192.168.0.1-192.168.0.9", "office"] # want `"office"` `values of .* is "office", which is not an IP address, a network, or two addresses with a hyphen`
}

resource "huaweicloud_vpc" "main" {
  name = "main"
  cidr = "10.0.0.1/16" # want `"10.0.0.1/16"` `which is not a network such as 10.1.0.0/16, with nothing behind the mask`
}

# A value that goes with another one; secrets are not shown.
resource "huaweicloud_apig_signature" "short" {
  name = "short"
  type = "hmac"
  key  = var.key # want `var.key` `^huaweicloud_apig_signature.short has a value of key that is not allowed with type = "hmac": the apply fails$` help `^use for key: 8 to 32 letters, digits, - and _, beginning with a letter or a digit$`
}

# Behind a reference.
resource "huaweicloud_vpc" "small" {
  name = "small"
  cidr = "10.1.0.0/24"
}

resource "huaweicloud_vpc_subnet" "outside" {
  name       = "outside"
  cidr       = "10.2.0.0/24" # want `"10.2.0.0/24"` `^huaweicloud_vpc_subnet.outside has a value of cidr outside of vpc_id.cidr: the apply fails$` help `^use a value of cidr inside of vpc_id.cidr$`
  gateway_ip = "10.3.0.1"    # want `"10.3.0.1"` `^huaweicloud_vpc_subnet.outside has a value of gateway_ip outside of cidr: the apply fails$` help `^use a value of gateway_ip inside of cidr$`
  vpc_id     = huaweicloud_vpc.small.id
}

resource "huaweicloud_apig_global_certificate_batch_domains_associate" "wrong" {
  certificate_id               = huaweicloud_apig_certificate.instance.id # want `huaweicloud_apig_certificate.instance.id` `^huaweicloud_apig_global_certificate_batch_domains_associate.wrong has certificate_id.type = "instance", which is not allowed: the apply fails$` help `^use "global" in certificate_id.type$`
  verify_disabled_domain_names = ["shop.example.com"]
}

resource "huaweicloud_apig_certificate" "instance" {
  instance_id = "gateway"
  name        = "instance"
  type        = "instance"
  content     = var.anything
  private_key = var.anything
}

resource "huaweicloud_apig_signature_associate" "apis" {
  instance_id  = "gateway"
  signature_id = huaweicloud_apig_signature.short.id
  publish_ids  = [huaweicloud_apig_api_publishment.orders.publish_id]
}

resource "huaweicloud_apig_api_publishment" "orders" {
  instance_id = "gateway"
  api_id      = huaweicloud_apig_api.orders["list"].id
  env_id      = huaweicloud_apig_environment.beta.id
}

# Whether there is any or not, this one is wrong.
resource "huaweicloud_apig_api" "perhaps" {
  count = var.anything

  name = "perhaps"
  type = "Pubic" # want `"Pubic"` `type of huaweicloud_apig_api.perhaps\[\*\] is "Pubic"`
}

# The provider's code checks the empty string too.
resource "huaweicloud_networking_secgroup_rule" "empty" {
  direction         = "ingress"
  protocol          = "" # want `""` `^protocol of huaweicloud_networking_secgroup_rule.empty is "", which is not a valid value: the plan fails$`
  security_group_id = "group"
}

resource "huaweicloud_vpc_peering_connection" "empty" {
  name        = "" # want `""` `^name of huaweicloud_vpc_peering_connection.empty is "", which is not a valid value: the plan fails$`
  vpc_id      = "vpc"
  peer_vpc_id = "peer"
}

# Silent: but for JSON.
resource "huaweicloud_vpcep_endpoint" "empty" {
  service_id      = "service"
  vpc_id          = "vpc"
  network_id      = "network"
  policy_document = ""
}

# Silent: empty means not set, case does not count, there are more values than the docs list, a number stands for the
# name of a protocol, and nobody knows the rest.
resource "huaweicloud_apig_plugin" "silent" {
  name        = "silent"
  description = ""
  type        = var.anything
  content     = jsonencode({ allow_origin = var.anything })
}

resource "huaweicloud_networking_secgroup_rule" "silent" {
  direction = "INGRESS"
  ethertype = "ipv4"
  protocol  = "47"
}

resource "huaweicloud_apig_instance" "silent" {
  name    = "silent"
  edition = "ULTIMATE"
}

# Silent: a subnet in a secondary network of the VPC.
resource "huaweicloud_vpc" "wide" {
  name            = "wide"
  cidr            = "10.1.0.0/16"
  secondary_cidrs = ["10.2.0.0/16"]
}

resource "huaweicloud_vpc_subnet" "inside" {
  name       = "inside"
  cidr       = "10.2.0.0/24"
  gateway_ip = "10.2.0.1"
  vpc_id     = huaweicloud_vpc.wide.id
}

# Silent: a type that the API reference has, if not the provider's documentation.
resource "huaweicloud_apig_plugin" "token" {
  name    = "token"
  type    = "jwt_auth"
  content = jsonencode({ jwks = "{}" })
}
