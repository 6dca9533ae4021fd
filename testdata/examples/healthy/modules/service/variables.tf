variable "instance_id" {
  description = "ID of the gateway."
  type        = string
}

variable "stages" {
  description = "IDs of the stages to publish to, by name."
  type        = map(string)
}

variable "name" {
  description = "Name of the service, which is that of its group."
  type        = string
}

variable "host" {
  description = "Host name of the service."
  type        = string
}

variable "https_port" {
  description = "Port of the service. Any but 443 has to be open on the gateway."
  type        = number
  default     = 443
}

variable "certificate" {
  description = "Certificate of the host name."
  type = object({
    content     = string
    private_key = string
  })
  sensitive = true
}

variable "members" {
  description = "Addresses of the servers behind the channel."
  type        = list(string)

  validation {
    condition     = length(var.members) > 0
    error_message = "A channel without members answers nothing."
  }
}

variable "variables" {
  description = "Variables of the backends, by stage and name."
  type        = map(map(string))
  default     = {}
}

variable "cors" {
  description = "What browsers may do from another origin, and with which APIs."
  type = object({
    origin  = string
    methods = list(string)
    headers = optional(list(string), [])
    apis    = set(string)
  })
  default = null
}

variable "apis" {
  description = "The APIs, by name. Each has one backend: channel, address, function or mock."
  type = map(object({
    method         = string
    path           = string
    matching       = optional(string, "Exact")
    authentication = optional(string, "IAM")
    authorizer_id  = optional(string)
    app_code       = optional(bool, false)
    cors           = optional(bool, false)
    timeout        = optional(number, 5000)
    parameters = optional(list(object({
      name     = string
      location = optional(string, "PATH")
      type     = optional(string, "STRING")
    })), [])
    channel  = optional(object({ path = string }))
    address  = optional(object({ host = string, path = string }))
    function = optional(object({ urn = string, version = optional(string, "latest") }))
    mock     = optional(object({ response = string, status = optional(number, 200) }))
  }))

  validation {
    condition     = alltrue([for api in var.apis : contains(["NONE", "APP", "IAM", "AUTHORIZER"], api.authentication)])
    error_message = "Unknown way of authentication."
  }
}
