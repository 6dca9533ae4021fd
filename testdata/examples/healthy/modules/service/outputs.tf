output "host" {
  value = huaweicloud_apig_group_domain_associate.this.url_domain
}

output "endpoint" {
  description = "Where callers find the service."
  value       = "https://${var.host}${var.https_port == 443 ? "" : ":${var.https_port}"}"
}

output "api_ids" {
  description = "IDs of the APIs, by name, once they are published."
  value       = { for name, api in huaweicloud_apig_api.this : name => api.id }
  depends_on  = [huaweicloud_apig_api_publishment.this]
}

output "publish_ids" {
  description = "IDs of the publications, by API and stage."
  value       = { for key, publication in huaweicloud_apig_api_publishment.this : key => publication.publish_id }
}
