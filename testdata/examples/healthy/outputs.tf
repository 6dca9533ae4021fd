output "endpoints" {
  description = "Where each service is called."
  value       = { for name, service in module.service : name => service.endpoint }
}

output "addresses" {
  description = "Addresses of the gateway: the public one, and the one within the VPCs."
  value = {
    public  = module.gateway.ingress_address
    private = module.gateway.vpc_ingress_address
  }
}

output "consumer_keys" {
  description = "AppKey of each consumer."
  value       = { for name, consumer in module.consumer : name => consumer.app_key }
  sensitive   = true
}

check "every_consumer_calls_something" {
  assert {
    condition     = alltrue([for consumer in local.consumers : length(consumer.apis) > 0])
    error_message = "A consumer without APIs is not needed."
  }
}
