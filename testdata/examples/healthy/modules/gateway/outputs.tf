output "id" {
  value = huaweicloud_apig_instance.this.id
}

output "ingress_address" {
  value = huaweicloud_apig_instance.this.ingress_address
}

output "vpc_ingress_address" {
  value = huaweicloud_apig_instance.this.vpc_ingress_address
}

output "stage_ids" {
  description = "IDs of the stages, by name. RELEASE is on every gateway."
  value = merge(
    { RELEASE = "DEFAULT_ENVIRONMENT_RELEASE_ID" },
    { for name, stage in huaweicloud_apig_environment.this : name => stage.id },
  )
}
