variable "unknown" {
  type = string
}

resource "huaweicloud_apig_instance" "main" {
  name = "main"
}

resource "huaweicloud_vpcep_endpoint" "silent" {
  service_id = var.unknown
}

resource "huaweicloud_apig_endpoint_connection_management" "silent" {
  instance_id = huaweicloud_apig_instance.main.id
  endpoint_id = huaweicloud_vpcep_endpoint.silent.id
  action      = "reject" # want `"reject"` `huaweicloud_apig_endpoint_connection_management.silent rejects the connection of huaweicloud_vpcep_endpoint.silent: calls to its address time out` help `set action = "receive" on huaweicloud_apig_endpoint_connection_management.silent`
}

resource "huaweicloud_vpcep_endpoint" "client" {
  service_id = var.unknown
}

resource "huaweicloud_dns_zone" "client" {
  name      = "example.com."
  zone_type = "private"
}

resource "huaweicloud_dns_recordset" "client" {
  zone_id = huaweicloud_dns_zone.client.id
  name    = "shop.example.com."
  type    = "A"
  records = [huaweicloud_vpcep_endpoint.client.ip_address]
}

resource "huaweicloud_apig_endpoint_connection_management" "client" {
  instance_id = huaweicloud_apig_instance.main.id
  endpoint_id = huaweicloud_vpcep_endpoint.client.id
  action      = "reject" # want `"reject"` `rejects the connection of huaweicloud_vpcep_endpoint.client, to which huaweicloud_dns_recordset.client points`
}

# Silent: accepted, not known, left to others, and an endpoint of somebody else.
resource "huaweicloud_vpcep_endpoint" "other" {
  for_each = toset(["accepted", "unknown", "ignored"])

  service_id = var.unknown
}

resource "huaweicloud_apig_endpoint_connection_management" "accepted" {
  instance_id = huaweicloud_apig_instance.main.id
  endpoint_id = huaweicloud_vpcep_endpoint.other["accepted"].id
  action      = "receive"
}

resource "huaweicloud_apig_endpoint_connection_management" "unknown" {
  instance_id = huaweicloud_apig_instance.main.id
  endpoint_id = huaweicloud_vpcep_endpoint.other["unknown"].id
  action      = var.unknown
}

resource "huaweicloud_apig_endpoint_connection_management" "ignored" {
  instance_id = huaweicloud_apig_instance.main.id
  endpoint_id = huaweicloud_vpcep_endpoint.other["ignored"].id
  action      = "reject"

  lifecycle {
    ignore_changes = [action]
  }
}
