variable "unknown" {
  type = string
}

resource "huaweicloud_apig_instance" "main" {
  name = "main"
}

resource "huaweicloud_vpcep_endpoint" "client" {
  service_id = var.unknown
}

resource "huaweicloud_apig_endpoint_connection_management" "client" {
  instance_id = huaweicloud_apig_instance.main.id
  endpoint_id = huaweicloud_vpcep_endpoint.client.id
  action      = "reject"
}

# Silent: it may be the same endpoint that is accepted here.
resource "huaweicloud_apig_endpoint_connection_management" "any" {
  instance_id = huaweicloud_apig_instance.main.id
  endpoint_id = var.unknown
  action      = "receive"
}
