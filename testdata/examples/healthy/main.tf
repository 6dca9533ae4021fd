module "network" {
  source = "./modules/network"

  networks = var.networks
  ports    = values(local.https_ports)
}

module "gateway" {
  source = "./modules/gateway"

  name               = "shop"
  edition            = var.gateway.edition
  availability_zones = var.gateway.availability_zones
  ingress_bandwidth  = var.gateway.ingress_bandwidth

  vpc_id            = module.network.vpc_ids["gateway"]
  subnet_id         = module.network.subnet_ids["gateway"]
  security_group_id = module.network.security_group_id
  routes            = [var.networks["services"].cidr]

  https_ports = [for port in values(local.https_ports) : port if port != 443]
  stages      = var.stages
  features = {
    ratelimit         = jsonencode({ api_limits = var.gateway.calls_per_second })
    request_body_size = tostring(20 * 1024 * 1024)
    gzip              = jsonencode({ comp_level = 6 })
  }
}

module "service" {
  source   = "./modules/service"
  for_each = local.services

  instance_id = module.gateway.id
  stages      = module.gateway.stage_ids

  name        = each.key
  host        = "${each.key}.${var.domain}"
  https_port  = local.https_ports[each.key]
  certificate = var.certificates[each.key]
  members     = var.members[each.key]
  variables   = try(each.value.variables, {})
  cors        = try(each.value.cors, null)
  apis        = each.value.apis
}

module "consumer" {
  source   = "./modules/consumer"
  for_each = local.consumers

  instance_id = module.gateway.id
  stages      = module.gateway.stage_ids

  name     = each.key
  app_code = each.value.app_code ? var.app_codes[each.key] : null
  has_code = each.value.app_code
  api_ids  = [for api in each.value.apis : module.service["partners"].api_ids[api]]
}

module "policies" {
  source = "./modules/policies"

  instance_id = module.gateway.id

  throttling = {
    browsers = {
      unit        = "SECOND"
      api         = 300
      ip          = 20
      publish_ids = values(module.service["shop"].publish_ids)
    }
    partners = {
      api         = 6000
      user        = 3000
      app         = 1200
      publish_ids = values(module.service["partners"].publish_ids)
    }
  }

  permitted = {
    partners = {
      ranges      = var.partner_ranges
      publish_ids = values(module.service["partners"].publish_ids)
    }
  }

  signature             = var.signature
  signature_publish_ids = [for key, id in module.service["partners"].publish_ids : id if !startswith(key, "preflight/")]
}

# The gateway stood in the root before it became a module.
moved {
  from = huaweicloud_apig_instance.shop
  to   = module.gateway.huaweicloud_apig_instance.this
}
