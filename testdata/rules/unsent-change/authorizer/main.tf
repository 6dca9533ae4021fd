resource "huaweicloud_apig_instance" "main" {
  name               = "main"
  edition            = "BASIC"
  vpc_id             = "7cd0a63a-7aaf-4714-93d8-ccabb3158eec"
  subnet_id          = "8cd0a63a-7aaf-4714-93d8-ccabb3158eec"
  security_group_id  = "5d1c2b3a-0000-4111-8222-333344445555"
  availability_zones = ["az1"]
}

resource "huaweicloud_apig_custom_authorizer" "name" {
  instance_id      = huaweicloud_apig_instance.main.id
  name             = "name"
  type             = "FRONTEND"
  function_urn     = "urn:fss:cn-north-4:0f1e2d3c4b5a69788796a5b4c3d2e1f0:function:default:auth_v2" # want `"urn:fss:cn-north-4:0f1e2d3c4b5a69788796a5b4c3d2e1f0:function:default:auth_v2"` `huaweicloud_apig_custom_authorizer.name keeps its function: the new URN contains the old one`
  function_version = "v1"
}

resource "huaweicloud_apig_custom_authorizer" "version" {
  instance_id      = huaweicloud_apig_instance.main.id
  name             = "version"
  type             = "FRONTEND"
  function_urn     = "urn:fss:cn-north-4:0f1e2d3c4b5a69788796a5b4c3d2e1f0:function:default:auth:v2" # want `"urn:fss:cn-north-4:0f1e2d3c4b5a69788796a5b4c3d2e1f0:function:default:auth:v2"` `huaweicloud_apig_custom_authorizer.version keeps its function: the new URN contains the old one`
  function_version = "v1"
}

# The version is sent.
resource "huaweicloud_apig_custom_authorizer" "both" {
  instance_id      = huaweicloud_apig_instance.main.id
  name             = "both"
  type             = "FRONTEND"
  function_urn     = "urn:fss:cn-north-4:0f1e2d3c4b5a69788796a5b4c3d2e1f0:function:default:auth:v2"
  function_version = "v2"
}

# Another function.
resource "huaweicloud_apig_custom_authorizer" "other" {
  instance_id      = huaweicloud_apig_instance.main.id
  name             = "other"
  type             = "FRONTEND"
  function_urn     = "urn:fss:cn-north-4:0f1e2d3c4b5a69788796a5b4c3d2e1f0:function:default:login"
  function_version = "v1"
}

# The version that it has.
resource "huaweicloud_apig_custom_authorizer" "same" {
  instance_id      = huaweicloud_apig_instance.main.id
  name             = "same"
  type             = "FRONTEND"
  function_urn     = "urn:fss:cn-north-4:0f1e2d3c4b5a69788796a5b4c3d2e1f0:function:default:auth:v1"
  function_version = "v1"
}

# Which version it has is not known.
resource "huaweicloud_apig_custom_authorizer" "unsaid" {
  instance_id      = huaweicloud_apig_instance.main.id
  name             = "unsaid"
  type             = "FRONTEND"
  function_urn     = "urn:fss:cn-north-4:0f1e2d3c4b5a69788796a5b4c3d2e1f0:function:default:auth:v2"
}
