package schema

// Group is an API group, the unit that host names lead to: huaweicloud_apig_group.
type Group struct {
	*Resource
	Gateway Ref[Gateway]  `tf:"instance_id"`
	Name    Value[string] `tf:"name"`
	// DebuggingDomain says whether the group can be called by the domain that the platform gives it. Where it is
	// not set it is off since a release of the provider, and was on before: see [Group.Debugging].
	DebuggingDomain Value[bool]              `tf:"domain_access_enabled"`
	Domains         Nested[DomainInGroup]    `tf:"url_domains"`
	Environments    Nested[GroupEnvironment] `tf:"environment"`
}

// DomainInGroup is a domain that is bound in the group's own block.
type DomainInGroup struct {
	Block
	Name   Value[string] `tf:"name"`
	MinTLS Value[string] `tf:"min_ssl_version"`
	ToTLS  Value[bool]   `tf:"is_http_redirect_to_https"`
}

// GroupEnvironment holds variables of an environment in the group's own block.
type GroupEnvironment struct {
	Block
	Environment Ref[Environment]      `tf:"environment_id"`
	Variables   Nested[GroupVariable] `tf:"variable"`
}

// GroupVariable is a variable in a group's environment block.
type GroupVariable struct {
	Block
	Name  Value[string] `tf:"name"`
	Value Value[string] `tf:"value"`
}

// DomainBinding binds a domain to a group: huaweicloud_apig_group_domain_associate.
type DomainBinding struct {
	*Resource
	Gateway   Ref[Gateway]  `tf:"instance_id"`
	Group     Ref[Group]    `tf:"group_id"`
	Name      Value[string] `tf:"url_domain"`
	MinTLS    Value[string] `tf:"min_ssl_version"`
	ToTLS     Value[bool]   `tf:"is_http_redirect_to_https"`
	HTTPPort  Value[int]    `tf:"ingress_http_port"`
	HTTPSPort Value[int]    `tf:"ingress_https_port"`
}

// Certificate is a TLS certificate: huaweicloud_apig_certificate.
type Certificate struct {
	*Resource
	Gateway    Ref[Gateway]  `tf:"instance_id"`
	Name       Value[string] `tf:"name"`
	Type       Value[string] `tf:"type"`
	Content    Value[string] `tf:"content"`
	PrivateKey Value[string] `tf:"private_key"`
	// TrustedRoot is the authority whose client certificates the gateway accepts.
	TrustedRoot Value[string] `tf:"trusted_root_ca"`
}

// CertificateDomains binds an instance certificate to domains by name:
// huaweicloud_apig_certificate_batch_domains_associate.
type CertificateDomains struct {
	*Resource
	Gateway     Ref[Gateway]     `tf:"instance_id"`
	Certificate Ref[Certificate] `tf:"certificate_id"`
	Verified    List[string]     `tf:"verify_enabled_domain_names"`
	Unverified  List[string]     `tf:"verify_disabled_domain_names"`
}

// GlobalCertificateDomains binds a global certificate to domains by name:
// huaweicloud_apig_global_certificate_batch_domains_associate.
type GlobalCertificateDomains struct {
	*Resource
	Certificate Ref[Certificate] `tf:"certificate_id"`
	Unverified  List[string]     `tf:"verify_disabled_domain_names"`
}

// DomainCertificate binds a certificate to one domain: huaweicloud_apig_domain_certificate_associate.
type DomainCertificate struct {
	*Resource
	Gateway     Ref[Gateway]       `tf:"instance_id"`
	Group       Ref[Group]         `tf:"group_id"`
	Domain      Ref[DomainBinding] `tf:"domain_id" ref:"domain_id,id"`
	Certificate Ref[Certificate]   `tf:"certificate_id"`
	// Verified says whether the gateway asks the domain's callers for a certificate.
	Verified Value[bool] `tf:"verified_client_certificate_enabled"`
}
