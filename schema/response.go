package schema

// Response is what callers of a group's APIs get where the gateway itself answers: huaweicloud_apig_response.
type Response struct {
	*Resource
	Gateway Ref[Gateway]         `tf:"instance_id"`
	Group   Ref[Group]           `tf:"group_id"`
	Name    Value[string]        `tf:"name"`
	Rules   Nested[ResponseRule] `tf:"rule"`
}

// ResponseRule is the answer to one kind of error.
type ResponseRule struct {
	Block
	Error  Value[string] `tf:"error_type"`
	Body   Value[string] `tf:"body"`
	Status Value[int]    `tf:"status_code"`
}
