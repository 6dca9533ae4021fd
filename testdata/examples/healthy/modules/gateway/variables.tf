variable "name" {
  description = "Name of the gateway."
  type        = string
}

variable "edition" {
  description = "Edition, which decides the size."
  type        = string
}

variable "availability_zones" {
  description = "Zones to spread over."
  type        = list(string)
}

variable "ingress_bandwidth" {
  description = "Bandwidth for callers on the internet, in Mbit/s."
  type        = number
}

variable "vpc_id" {
  type = string
}

variable "subnet_id" {
  type = string
}

variable "security_group_id" {
  type = string
}

variable "routes" {
  description = "Networks outside the VPC that backends stand in."
  type        = list(string)
  default     = []
}

variable "https_ports" {
  description = "Further ports for HTTPS."
  type        = set(number)
  default     = []
}

variable "stages" {
  description = "Stages beside RELEASE, by name."
  type        = map(object({ description = optional(string) }))
}

variable "features" {
  description = "Settings of the gateway's features, by name."
  type        = map(string)
  default     = {}
}
