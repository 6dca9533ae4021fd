variable "router_id" {
  type = string
}

# The peering is left over: an enterprise router, which makes routes of its own, joins both.
resource "huaweicloud_vpc" "all" {
  for_each = { a = "10.1.0.0/16", b = "10.2.0.0/16", c = "10.3.0.0/16" }

  name = each.key
  cidr = each.value
}

resource "huaweicloud_er_vpc_attachment" "all" {
  for_each = toset(["a", "b"])

  instance_id            = var.router_id
  vpc_id                 = huaweicloud_vpc.all[each.key].id
  subnet_id              = "subnet"
  name                   = each.key
  auto_create_vpc_routes = true
}

resource "huaweicloud_vpc_peering_connection" "ab" {
  name        = "ab"
  vpc_id      = huaweicloud_vpc.all["a"].id
  peer_vpc_id = huaweicloud_vpc.all["b"].id
}

# It does not join this one.
resource "huaweicloud_vpc_peering_connection" "ac" { # want `resource "huaweicloud_vpc_peering_connection" "ac"` `neither huaweicloud_vpc.all."a". nor huaweicloud_vpc.all."c". has a route`
  name        = "ac"
  vpc_id      = huaweicloud_vpc.all["a"].id
  peer_vpc_id = huaweicloud_vpc.all["c"].id
}
