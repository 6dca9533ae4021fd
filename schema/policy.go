package schema

// Throttling is a throttling policy: huaweicloud_apig_throttling_policy.
type Throttling struct {
	*Resource
	Gateway Ref[Gateway]  `tf:"instance_id"`
	Name    Value[string] `tf:"name"`
	Period  Value[int]    `tf:"period"`
	Unit    Value[string] `tf:"period_unit"`
	Type    Value[string] `tf:"type"`
	PerAPI  Value[int]    `tf:"max_api_requests"`
	PerApp  Value[int]    `tf:"max_app_requests"`
	PerUser Value[int]    `tf:"max_user_requests"`
	PerIP   Value[int]    `tf:"max_ip_requests"`
}

// ThrottlingBinding applies a throttling policy: huaweicloud_apig_throttling_policy_associate.
type ThrottlingBinding struct {
	*Resource
	Policy       Ref[Throttling]   `tf:"policy_id"`
	Publications Refs[Publication] `tf:"publish_ids" ref:"publish_id"`
}

// ACL is an access control policy: huaweicloud_apig_acl_policy.
type ACL struct {
	*Resource
	Gateway Ref[Gateway]  `tf:"instance_id"`
	Name    Value[string] `tf:"name"`
	// Effect is PERMIT or DENY, Entity is IP, DOMAIN (an account name) or DOMAIN_ID, Entries a list with commas.
	Effect  Value[string] `tf:"type"`
	Entity  Value[string] `tf:"entity_type"`
	Entries Value[string] `tf:"value"`
}

// ACLBinding applies an access control policy: huaweicloud_apig_acl_policy_associate.
type ACLBinding struct {
	*Resource
	Policy       Ref[ACL]          `tf:"policy_id"`
	Publications Refs[Publication] `tf:"publish_ids" ref:"publish_id"`
}

// Signature is a key that the gateway signs its requests to backends with: huaweicloud_apig_signature.
type Signature struct {
	*Resource
	Gateway Ref[Gateway]  `tf:"instance_id"`
	Name    Value[string] `tf:"name"`
	Type    Value[string] `tf:"type"`
	Key     Value[string] `tf:"key"`
	Secret  Value[string] `tf:"secret"`
}

// SignatureBinding applies a signature: huaweicloud_apig_signature_associate.
type SignatureBinding struct {
	*Resource
	Signature    Ref[Signature]    `tf:"signature_id"`
	Publications Refs[Publication] `tf:"publish_ids" ref:"publish_id"`
}

// Plugin is a plugin policy: huaweicloud_apig_plugin.
type Plugin struct {
	*Resource
	Gateway Ref[Gateway]  `tf:"instance_id"`
	Name    Value[string] `tf:"name"`
	Type    Value[string] `tf:"type"`
	Content Value[string] `tf:"content"`
}

// PluginAPIs applies one plugin to APIs: huaweicloud_apig_plugin_batch_apis_associate.
type PluginAPIs struct {
	*Resource
	Plugin      Ref[Plugin]      `tf:"plugin_id"`
	APIs        Refs[API]        `tf:"api_ids"`
	Environment Ref[Environment] `tf:"env_id"`
}

// APIPlugins applies plugins to one API: huaweicloud_apig_api_batch_plugins_associate.
type APIPlugins struct {
	*Resource
	API         Ref[API]         `tf:"api_id"`
	Plugins     Refs[Plugin]     `tf:"plugin_ids"`
	Environment Ref[Environment] `tf:"env_id"`
}
