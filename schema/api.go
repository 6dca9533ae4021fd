package schema

// API is one published operation: huaweicloud_apig_api.
type API struct {
	*Resource
	Gateway        Ref[Gateway]         `tf:"instance_id"`
	Group          Ref[Group]           `tf:"group_id"`
	Name           Value[string]        `tf:"name"`
	Type           Value[string]        `tf:"type"`
	Method         Value[string]        `tf:"request_method"`
	Path           Value[string]        `tf:"request_path"`
	Protocol       Value[string]        `tf:"request_protocol"`
	Matching       Value[string]        `tf:"matching"`
	Authentication Value[string]        `tf:"security_authentication"`
	Simple         Value[bool]          `tf:"simple_authentication"`
	Authorizer     Ref[Authorizer]      `tf:"authorizer_id"`
	Response       Ref[Response]        `tf:"response_id"`
	CORS           Value[bool]          `tf:"cors"`
	Params         Nested[Param]        `tf:"request_params"`
	BackendParams  Nested[BackendParam] `tf:"backend_params"`

	Web              Nested[Web]            `tf:"web"`
	Function         Nested[Function]       `tf:"func_graph"`
	Mock             Nested[Mock]           `tf:"mock"`
	WebPolicies      Nested[WebPolicy]      `tf:"web_policy"`
	FunctionPolicies Nested[FunctionPolicy] `tf:"func_graph_policy"`
	MockPolicies     Nested[MockPolicy]     `tf:"mock_policy"`

	backends Set[*Backend] // of all these blocks
}

// Param is a request parameter.
type Param struct {
	Block
	Name     Value[string] `tf:"name"`
	Location Value[string] `tf:"location"`
	Required Value[bool]   `tf:"required"`
	// Orchestrations are rules that make another parameter out of this one.
	Orchestrations Refs[Orchestration] `tf:"orchestrations"`
}

// Orchestration is a rule that makes a parameter out of another one: huaweicloud_apig_orchestration_rule.
type Orchestration struct {
	*Resource
	Gateway  Ref[Gateway]  `tf:"instance_id"`
	Name     Value[string] `tf:"name"`
	Strategy Value[string] `tf:"strategy"`
	// Mapped is the parameter that is made, and Map what of, each in JSON.
	Mapped Value[string] `tf:"mapped_param"`
	Map    List[string]  `tf:"map"`
}

// BackendParam is a parameter that the gateway adds to the backend's request.
type BackendParam struct {
	Block
	Name     Value[string] `tf:"name"`
	Location Value[string] `tf:"location"`
	Type     Value[string] `tf:"type"`
	Source   Value[string] `tf:"value"`
}

// Web is an HTTP backend.
type Web struct {
	Block
	Address    Value[string]   `tf:"backend_address"`
	Channel    Ref[Channel]    `tf:"vpc_channel_id"`
	Path       Value[string]   `tf:"path"`
	Method     Value[string]   `tf:"request_method"`
	Protocol   Value[string]   `tf:"request_protocol"`
	Timeout    Value[int]      `tf:"timeout"`
	Retries    Value[int]      `tf:"retry_count"`
	Authorizer Ref[Authorizer] `tf:"authorizer_id"`
}

// WebPolicy is an HTTP backend that serves the requests that meet its conditions.
type WebPolicy struct {
	Web
	Name   Value[string]        `tf:"name"`
	Params Nested[BackendParam] `tf:"backend_params"`
}

// Function is a FunctionGraph backend.
type Function struct {
	Block
	URN     Ref[GraphFunction] `tf:"function_urn" ref:"urn,id"`
	Timeout Value[int]         `tf:"timeout"`
	// Invocation is sync, where the gateway waits for the answer, unless it is set to async.
	Invocation Value[string]   `tf:"invocation_type"`
	Authorizer Ref[Authorizer] `tf:"authorizer_id"`
}

// FunctionPolicy is a FunctionGraph backend that serves the requests that meet its conditions.
type FunctionPolicy struct {
	Function
	Name Value[string] `tf:"name"`
	// Mode is the older name of Invocation, and wins where both are set.
	Mode   Value[string]        `tf:"invocation_mode"`
	Params Nested[BackendParam] `tf:"backend_params"`
}

// Mock is an answer that the gateway gives itself.
type Mock struct {
	Block
	Response   Value[string]   `tf:"response"`
	Authorizer Ref[Authorizer] `tf:"authorizer_id"`
}

// MockPolicy is an answer to the requests that meet its conditions.
type MockPolicy struct {
	Mock
	Name   Value[string]        `tf:"name"`
	Params Nested[BackendParam] `tf:"backend_params"`
}
