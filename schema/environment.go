package schema

// Environment is a place that APIs are published to, which the cloud calls an environment: huaweicloud_apig_environment. The
// environment RELEASE exists on every gateway without being declared.
type Environment struct {
	*Resource
	Gateway Ref[Gateway]  `tf:"instance_id"`
	Name    Value[string] `tf:"name"`
}

// Publication puts a snapshot of an API into an environment: huaweicloud_apig_api_publishment.
type Publication struct {
	*Resource
	Gateway     Ref[Gateway]     `tf:"instance_id"`
	API         Ref[API]         `tf:"api_id"`
	Environment Ref[Environment] `tf:"env_id"`
	Description Value[string]    `tf:"description"`
	Version     Value[string]    `tf:"version_id"`
}

// Action publishes an API, or takes it offline, once, when it is created: huaweicloud_apig_api_action.
type Action struct {
	*Resource
	API         Ref[API]         `tf:"api_id"`
	Environment Ref[Environment] `tf:"env_id"`
	Action      Value[string]    `tf:"action"`
}

// BatchAction is an Action for many APIs: huaweicloud_apig_api_batch_action.
type BatchAction struct {
	*Resource
	APIs        Refs[API]        `tf:"apis"`
	Group       Ref[Group]       `tf:"group_id"`
	Environment Ref[Environment] `tf:"env_id"`
	Action      Value[string]    `tf:"action"`
}

// Unpublishing takes a version of an API offline, once, when it is created: huaweicloud_apig_api_version_unpublish.
type Unpublishing struct {
	*Resource
	Version Value[string] `tf:"version_id"`
}

// EnvironmentVariable is a variable of a group in an environment: huaweicloud_apig_environment_variable.
type EnvironmentVariable struct {
	*Resource
	Gateway     Ref[Gateway]     `tf:"instance_id"`
	Group       Ref[Group]       `tf:"group_id"`
	Environment Ref[Environment] `tf:"env_id"`
	Name        Value[string]    `tf:"name"`
	Value       Value[string]    `tf:"value"`
}

// ReleaseID is the fixed id of the environment RELEASE on every gateway.
const ReleaseID = "DEFAULT_ENVIRONMENT_RELEASE_ID"

// Release is the name of the environment that callers reach without naming one.
const Release = "RELEASE"

// MayHaveOtherEnvironments reports whether something that is not read may give a gateway environments.
func (c *Config) MayHaveOtherEnvironments(g *Gateway) bool { return reaches[Environment](&c.Kinds, g) }
