package schema

// Application is who calls with a key and a secret, which the cloud also calls a credential:
// huaweicloud_apig_application.
type Application struct {
	*Resource
	Gateway Ref[Gateway]  `tf:"instance_id"`
	Name    Value[string] `tf:"name"`
	Codes   List[string]  `tf:"app_codes"`
	Secret  Value[string] `tf:"app_secret"`
}

// AppCode is a token of an application for simple authentication: huaweicloud_apig_appcode.
type AppCode struct {
	*Resource
	Application Ref[Application] `tf:"application_id"`
	Code        Value[string]    `tf:"value"`
}

// Authorization lets an application call APIs in one environment: huaweicloud_apig_application_authorization.
type Authorization struct {
	*Resource
	Gateway     Ref[Gateway]     `tf:"instance_id"`
	Application Ref[Application] `tf:"application_id"`
	APIs        Refs[API]        `tf:"api_ids"`
	Environment Ref[Environment] `tf:"env_id"`
}

// ApplicationACL says from where an application may call: huaweicloud_apig_application_acl.
type ApplicationACL struct {
	*Resource
	Gateway     Ref[Gateway]     `tf:"instance_id"`
	Application Ref[Application] `tf:"application_id"`
	// Effect is PERMIT or DENY.
	Effect  Value[string] `tf:"type"`
	Entries List[string]  `tf:"values"`
}

// Quota is how often an application may call in a time: huaweicloud_apig_application_quota.
type Quota struct {
	*Resource
	Gateway Ref[Gateway]  `tf:"instance_id"`
	Name    Value[string] `tf:"name"`
	Calls   Value[int]    `tf:"call_limits"`
}

// QuotaBinding applies a quota: huaweicloud_apig_application_quota_associate.
type QuotaBinding struct {
	*Resource
	Quota        Ref[Quota]               `tf:"quota_id"`
	Applications Nested[QuotaApplication] `tf:"applications"`
}

// QuotaApplication is an application that a quota applies to.
type QuotaApplication struct {
	Block
	Application Ref[Application] `tf:"id"`
}

// Authorizer is a function that authenticates callers (FRONTEND) or the gateway (BACKEND):
// huaweicloud_apig_custom_authorizer.
type Authorizer struct {
	*Resource
	Gateway  Ref[Gateway]     `tf:"instance_id"`
	Type     Value[string]    `tf:"type"`
	Function Value[string]    `tf:"function_urn"`
	Version  Value[string]    `tf:"function_version"`
	Identity Nested[Identity] `tf:"identity"`
}

// Identity is a part of the request that an authorizer knows callers by.
type Identity struct {
	Block
	Name     Value[string] `tf:"name"`
	Location Value[string] `tf:"location"`
}
