locals {
  # Where callers reach each service on the gateway.
  https_ports = {
    shop     = 443
    partners = 8443
  }

  services = {
    shop = {
      variables = { for stage, host in var.inventory_hosts : stage => { inventory_host = host } }
      cors = {
        origin  = "https://www.${var.domain}"
        methods = ["GET", "POST"]
        headers = ["Content-Type", "X-Session"]
        apis    = ["list_orders", "get_order", "create_order", "inventory", "quote"]
      }
      apis = {
        list_orders = {
          method  = "GET"
          path    = "/orders"
          channel = { path = "/v1/orders" }
          parameters = [
            { name = "page", location = "QUERY", type = "NUMBER" },
          ]
        }
        get_order = {
          method     = "GET"
          path       = "/orders/{order_id}"
          channel    = { path = "/v1/orders/{order_id}" }
          parameters = [{ name = "order_id" }]
        }
        create_order = {
          method  = "POST"
          path    = "/orders"
          channel = { path = "/v1/orders" }
          timeout = 15000
        }
        inventory = {
          method     = "GET"
          path       = "/inventory/{sku}"
          address    = { host = "#inventory_host#", path = "/items/{sku}" }
          parameters = [{ name = "sku" }]
        }
        quote = {
          method         = "POST"
          path           = "/quotes"
          authentication = "AUTHORIZER"
          authorizer_id  = huaweicloud_apig_custom_authorizer.session.id
          function       = { urn = huaweicloud_fgs_function.this["quotes"].urn }
          timeout        = 10000
        }
        health = {
          method         = "GET"
          path           = "/health"
          authentication = "NONE"
          mock = {
            response = templatefile("${path.module}/templates/health.json.tftpl", { service = "shop", region = var.region })
          }
        }
      }
    }

    partners = {
      apis = {
        get_stock = {
          method         = "GET"
          path           = "/stock/{sku}"
          authentication = "APP"
          app_code       = true
          channel        = { path = "/stock/{sku}" }
          parameters     = [{ name = "sku" }]
        }
        create_shipment = {
          method         = "POST"
          path           = "/shipments"
          authentication = "APP"
          cors           = true
          channel        = { path = "/shipments" }
        }
        preflight = {
          method         = "OPTIONS"
          path           = "/"
          matching       = "Prefix"
          authentication = "NONE"
          cors           = true
          mock           = { response = "preflight" }
        }
      }
    }
  }

  consumers = {
    acme   = { apis = ["get_stock"], app_code = true }
    globex = { apis = ["get_stock", "create_shipment"], app_code = false }
  }

  # What each function needs; its code stands in functions/.
  functions = {
    quotes   = { memory = 256, timeout = 8 }
    sessions = { memory = 128, timeout = 3 }
  }
}
