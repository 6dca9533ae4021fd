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

// Authorizer is a function that authenticates callers (FRONTEND) or the gateway (BACKEND):
// huaweicloud_apig_custom_authorizer.
type Authorizer struct {
	*Resource
	Gateway  Ref[Gateway]     `tf:"instance_id"`
	Type     Value[string]    `tf:"type"`
	Identity Nested[Identity] `tf:"identity"`
}

// Identity is a part of the request that an authorizer knows callers by.
type Identity struct {
	Block
	Name     Value[string] `tf:"name"`
	Location Value[string] `tf:"location"`
}
