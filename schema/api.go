package schema

// API is one operation that a gateway offers: huaweicloud_apig_api, or a function's trigger of a gateway ([Trigger], [EventTrigger]).
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

	// ByTrigger says that a function's trigger makes the API, and publishes it: its arguments are those of the trigger, and it has
	// no id that others could name it by.
	ByTrigger bool

	backends Set[*Backend] // of all these blocks
}

// Param is a request parameter.
type Param struct {
	Block
	Name     Value[string] `tf:"name"`
	Location Value[string] `tf:"location"`
	Required Value[bool]   `tf:"required"`
	Type     Value[string] `tf:"type"`
	Default  Value[string] `tf:"default"`
	// Validated is 1 where the value has to be within the next three.
	Validated   Value[int]    `tf:"valid_enable"`
	Enumeration Value[string] `tf:"enumeration"`
	Minimum     Value[int]    `tf:"minimum"`
	Maximum     Value[int]    `tf:"maximum"`
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
	Choice
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
	Choice
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
	Choice
	Name   Value[string]        `tf:"name"`
	Params Nested[BackendParam] `tf:"backend_params"`
}

// Choice says which requests the backend of a policy serves.
type Choice struct {
	Conditions Nested[Condition] `tf:"conditions"`
	// Effective is ANY, where one condition is enough, or ALL.
	Effective Value[string] `tf:"effective_mode"`
}

// Condition is one that a request meets or not.
type Condition struct {
	Block
	// Source is param, source (the caller's address), system, cookie, frontend_authorizer or orchestration.
	Source Value[string] `tf:"source"`
	Param  Value[string] `tf:"param_name"`
	System Value[string] `tf:"sys_name"`
	Cookie Value[string] `tf:"cookie_name"`
	// Type is Equal, Enumerated or Matching.
	Type  Value[string] `tf:"type"`
	Value Value[string] `tf:"value"`
}
