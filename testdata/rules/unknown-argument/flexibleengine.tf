# A sister provider with an old version of the code: signatures have not changed since.
resource "flexibleengine_apig_signature" "main" {
  instance_id = "gateway"
  name        = "main"
  type        = "basic"
  sekret      = "x" # want `sekret` `^flexibleengine_apig_signature.main has no argument sekret \(did you mean secret\?\): the plan fails$` help `^rename it to secret$`
}

# Groups have changed: what the tables say of them is about other groups.
resource "flexibleengine_apig_group" "main" {
  instance_id = "gateway"
  nam         = "main"
}
