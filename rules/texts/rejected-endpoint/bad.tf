resource "huaweicloud_vpc" "client" {
  name = "client"
  cidr = "10.8.0.0/16"
}

resource "huaweicloud_vpc_subnet" "client" {
  name       = "client"
  vpc_id     = huaweicloud_vpc.client.id
  cidr       = "10.8.0.0/24"
  gateway_ip = "10.8.0.1"
}

resource "huaweicloud_vpcep_endpoint" "gateway" {
  service_id = element(split(".", huaweicloud_apig_instance.main.vpcep_service_address), 2)
  vpc_id     = huaweicloud_vpc.client.id
  network_id = huaweicloud_vpc_subnet.client.id
}

resource "huaweicloud_apig_endpoint_connection_management" "gateway" {
  instance_id = huaweicloud_apig_instance.main.id
  endpoint_id = huaweicloud_vpcep_endpoint.gateway.id
  action      = "reject"
}
