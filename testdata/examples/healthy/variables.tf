variable "region" {
  description = "Region of the gateway and of everything around it."
  type        = string
  default     = "ap-southeast-3"

  validation {
    condition     = can(regex("^[a-z]{2}-[a-z]+-[0-9]+$", var.region))
    error_message = "A region looks like ap-southeast-3."
  }
}

variable "domain" {
  description = "Public zone below which every service has a host name."
  type        = string

  validation {
    condition     = !endswith(var.domain, ".")
    error_message = "Write the domain without the final dot."
  }
}

variable "networks" {
  description = "The VPC of the gateway and the one of the services behind it."
  type = map(object({
    cidr        = string
    subnet_bits = optional(number, 8)
  }))

  validation {
    condition     = alltrue([for key in ["gateway", "services"] : contains(keys(var.networks), key)])
    error_message = "Both networks, gateway and services, are needed."
  }
}

variable "gateway" {
  description = "Size of the gateway."
  type = object({
    edition            = optional(string, "PROFESSIONAL")
    availability_zones = list(string)
    ingress_bandwidth  = optional(number, 50)
    calls_per_second   = optional(number, 200)
  })

  validation {
    condition     = contains(["BASIC", "PROFESSIONAL", "ENTERPRISE", "PLATINUM"], var.gateway.edition)
    error_message = "Unknown edition."
  }
}

variable "stages" {
  description = "Stages beside RELEASE, by name."
  type        = map(object({ description = optional(string) }))
  default     = {}
}

variable "inventory_hosts" {
  description = "Where the inventory answers, by stage."
  type        = map(string)
}

variable "members" {
  description = "Servers behind the channels, by service."
  type        = map(list(string))
}

variable "partner_ranges" {
  description = "Addresses that partners call from."
  type        = list(string)

  validation {
    condition     = alltrue([for range in var.partner_ranges : can(cidrnetmask(range))])
    error_message = "Every entry is a CIDR."
  }
}

variable "certificates" {
  description = "Certificate chain and private key in PEM, by service."
  type = map(object({
    content     = string
    private_key = string
  }))
  sensitive = true
}

variable "app_codes" {
  description = "AppCode of each consumer that calls with one."
  type        = map(string)
  sensitive   = true
}

variable "signature" {
  description = "Key and secret with which the gateway signs its requests to the backends."
  type = object({
    key    = string
    secret = string
  })
  sensitive = true
}
