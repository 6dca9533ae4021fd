domain = "example.com"

networks = {
  gateway  = { cidr = "10.20.0.0/16" }
  services = { cidr = "10.30.0.0/16", subnet_bits = 4 }
}

gateway = {
  availability_zones = ["ap-southeast-3a", "ap-southeast-3b"]
  calls_per_second   = 500
}

stages = {
  STAGING = { description = "The next release, for testers" }
}

inventory_hosts = {
  RELEASE = "10.30.1.20:8080"
  STAGING = "10.30.2.20:8080"
}

members = {
  shop     = ["10.30.1.11", "10.30.1.12", "10.30.1.13"]
  partners = ["10.30.1.31", "10.30.1.32"]
}

partner_ranges = ["203.0.113.0/24", "198.51.100.16/28"]
