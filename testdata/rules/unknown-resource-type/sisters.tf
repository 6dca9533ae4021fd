# What types a sister provider has is its own business: it may have this one, and the one below is not in the tables.
resource "sbercloud_apig_responses" "denied" {
  name = "denied"
}

resource "flexibleengine_apig_only_there" "main" {}

data "g42cloud_apig_api" "main" {}

# A type with another provider's prefix that is no sister.
resource "hcs_apig_api" "main" {}
