# A sister provider with an old version of the code: plugins have not changed since.
resource "g42cloud_apig_plugin" "main" {
  instance_id = "gateway"
  name        = "main"
  type        = "cors"
  contents    = "{\"allow_origin\": \"*\"}" # want `contents` `^g42cloud_apig_plugin.main has no argument contents \(did you mean content\?\): the plan fails$` help `^rename it to content$`
}

# Gateways have changed: what the tables say of them is about other gateways.
resource "g42cloud_apig_instance" "main" {
  nam = "main"
}
