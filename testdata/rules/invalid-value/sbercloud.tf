# A sister provider: values that the code checks.
resource "sbercloud_apig_custom_authorizer" "main" {
  instance_id  = "gateway"
  name         = "main"
  function_urn = "urn"
  type         = "FRONT" # want `"FRONT"` `^type of sbercloud_apig_custom_authorizer.main is "FRONT", which is not a valid value: the plan fails$` help `^use one of "FRONTEND", "BACKEND"$`
}

# Values that only the documentation of the other cloud lists: which editions there are is this cloud's business.
resource "sbercloud_apig_instance" "main" {
  name               = "main"
  edition            = "SMALL"
  vpc_id             = "vpc"
  subnet_id          = "subnet"
  security_group_id  = "group"
  availability_zones = ["zone"]
}

# The type of a record that the other provider does not take, and this one's code does.
resource "sbercloud_dns_recordset" "reverse" {
  zone_id = "zone"
  name    = "1.2.0.192.in-addr.arpa."
  type    = "PTR"
  records = ["api.example.com."]
}
