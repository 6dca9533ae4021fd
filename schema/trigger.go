package schema

import (
	"github.com/apiglint/apiglint/schema/contents"
)

// Trigger says what calls a function: huaweicloud_fgs_trigger. One of a gateway makes an [API] and publishes it.
type Trigger struct {
	*Resource
	Function Ref[GraphFunction] `tf:"function_urn" ref:"urn,id"`
	Type     Value[string]      `tf:"type"`
	API      Nested[TriggerAPI] `tf:"apig"`
}

// TriggerAPI is the API of a trigger.
type TriggerAPI struct {
	Block
	Gateway        Ref[Gateway]  `tf:"instance_id"`
	Group          Ref[Group]    `tf:"group_id"`
	Name           Value[string] `tf:"api_name"`
	Environment    Value[string] `tf:"env_name"`
	Protocol       Value[string] `tf:"request_protocol"`
	Authentication Value[string] `tf:"security_authentication"`
	Timeout        Value[int]    `tf:"timeout"`
}

// EventTrigger is a [Trigger] with its settings in JSON: huaweicloud_fgs_function_trigger.
type EventTrigger struct {
	*Resource
	Function Ref[GraphFunction] `tf:"function_urn" ref:"urn,id"`
	Type     Value[string]      `tf:"type"`
	Event    Value[string]      `tf:"event_data"`
}

// triggered is an API that a trigger makes, and its publication.
type triggered struct {
	*API
	publication *Publication
}

// ofGateway reports whether a trigger with a type makes an API: one of the shared gateway, or of a dedicated one.
func ofGateway(triggerType Value[string]) Verdict {
	switch {
	case triggerType.Is("APIG", "DEDICATEDGATEWAY"):
		return Yes
	case triggerType.Unknown():
		return Unsure
	}
	return No
}

// triggers adds the APIs that triggers make, and their publications.
func (d *declarations) triggers() {
	k := &d.kinds
	byName := environmentsByName(k.Environments)
	add := func(triggerType Value[string], settings position, made triggered, certain bool) {
		switch of := ofGateway(triggerType); {
		case of == No:
		case of == Unsure:
			k.mayTrigger, k.mayMake = true, append(k.mayMake, triggerType.position)
		case !certain:
			k.mayTrigger, k.mayMake = true, append(k.mayMake, settings)
		default:
			made.ByTrigger = true
			made.publication.Environment = byName.resolve(made.API, made.publication.Environment)
			k.APIs, k.triggered = append(k.APIs, made.API), append(k.triggered, made.publication)
		}
	}
	for _, t := range k.Triggers {
		made, certain := t.triggered()
		add(t.Type, t.API.at, made, certain)
	}
	for _, t := range k.EventTriggers {
		d.reading = t.Resource
		made, certain := t.triggered(d)
		add(t.Type, t.Event.position, made, certain)
	}
}

// triggered returns what the trigger makes, with what the provider sends for it. It is false where that is not certain.
func (t *Trigger) triggered() (triggered, bool) {
	from := t.API.One()
	if from == nil || t.Ignores("apig") {
		return triggered{}, false
	}
	api := &API{
		Resource: t.Resource, Gateway: from.Gateway, Group: from.Group, Name: from.Name,
		Method:   from.Name.replaced("ANY"),
		Matching: from.Name.replaced("Prefix"),
		Protocol: from.Protocol.orDefault("HTTPS"), Authentication: from.Authentication.orDefault("IAM"),
		Path: from.Name,
	}
	api.Path.value = "/" + from.Name.value
	environment := Ref[Environment]{Value: from.Environment, byName: true}
	return triggeredBy(api, &Function{Block: from.Block, URN: t.Function, Timeout: from.Timeout}, environment), true
}

// triggered returns what the trigger makes. It is false where that is not certain.
func (t *EventTrigger) triggered(d *declarations) (triggered, bool) {
	event := contents.Of(t.Event.Argument())
	if event.Kind() != contents.Object || t.Ignores("event_data") {
		return triggered{}, false
	}
	api := &API{
		Resource: t.Resource, Gateway: refIn[Gateway](t.Event, event.At("instance_id"), d), Group: refIn[Group](t.Event, event.At("group_id"), d),
		Name: valueIn[string](t.Event, event.At("name")), Path: valueIn[string](t.Event, event.At("path")).written(),
		Method:         valueIn[string](t.Event, event.At("req_method")).written(),
		Protocol:       valueIn[string](t.Event, event.At("protocol")).written(),
		Authentication: valueIn[string](t.Event, event.At("auth")).written(),
		Matching:       valueIn[string](t.Event, event.At("match_mode")).written(),
	}
	switch {
	case api.Matching.Is("SWA"):
		api.Matching.value = "Prefix"
	case api.Matching.Is("NORMAL"):
		api.Matching.value = "Exact"
	}
	calls := event.At("func_info")
	function := &Function{
		Block: Block{t.Block}, URN: t.Function,
		Timeout:    valueIn[int](t.Event, calls.At("timeout")).written(),
		Invocation: valueIn[string](t.Event, calls.At("invocation_type")).written(),
	}
	environment := refIn[Environment](t.Event, event.At("env_id"), d)
	if name := valueIn[string](t.Event, event.At("env_name")); environment.target == nil && !environment.Is(ReleaseID) && !name.Absent() {
		environment = Ref[Environment]{Value: name, byName: true}
	}
	return triggeredBy(api, function, environment), true
}

func triggeredBy(api *API, function *Function, environment Ref[Environment]) triggered {
	backend := &Backend{API: api, Function: function, at: function.Block, invocation: &function.Invocation}
	api.backends = SetOf(backend)
	api.Function = Nested[Function]{Set: SetOf(function)}
	return triggered{api, &Publication{Resource: api.Resource, API: Ref[API]{target: api}, Environment: environment}}
}

// replaced returns a value that is another one wherever the first is written.
func (v Value[T]) replaced(with T) Value[T] {
	v.value, v.state = with, known
	return v
}

// orDefault returns the value, or what holds where it is certainly not set.
func (v Value[T]) orDefault(byDefault T) Value[T] {
	if v.Absent() {
		return v.replaced(byDefault)
	}
	return v
}

// written returns the value, and one that is unknown where it is not set: what holds then is not documented.
func (v Value[T]) written() Value[T] {
	if v.Absent() {
		v.state = unknown
	}
	return v
}

// valueIn returns a part of the JSON text that an argument holds.
func valueIn[T Scalar](of Value[string], part contents.Value) Value[T] {
	v := Value[T]{location: location{of.position, part.Element()}}
	if v.element != nil {
		v.take(v.element.Value)
	}
	return v
}

// refIn returns a part of the JSON text that an argument holds, which names an object.
func refIn[T any](of Value[string], part contents.Value, d *declarations) Ref[T] {
	r := Ref[T]{Value: valueIn[string](of, part)}
	if r.element != nil {
		r.text = r.Unknown() && !r.element.Verbatim
		r.link(d)
	}
	return r
}

type namedEnvironments struct {
	on    map[nameOn][]*Environment
	named map[string]bool
	// open says that there is one whose name is not known.
	open bool
}

// nameOn is the name of an environment on a gateway, nil where that is not certain.
type nameOn struct {
	gateway *Gateway
	name    string
}

func environmentsByName(environments []*Environment) namedEnvironments {
	n := namedEnvironments{on: map[nameOn][]*Environment{}, named: map[string]bool{}}
	for _, e := range environments {
		name, ok := e.Name.Get()
		key := nameOn{e.Gateway.Target(), name}
		n.on[key] = append(n.on[key], e)
		n.named[name] = true
		n.open = n.open || !ok
	}
	return n
}

// resolve finds the environment of the API's gateway that a reference names. It is unknown where it may be one that is declared, and
// need not be.
func (n namedEnvironments) resolve(api *API, ref Ref[Environment]) Ref[Environment] {
	name, ok := ref.Get()
	if !ref.byName || !ok || name == Release {
		return ref
	}
	own := api.ServingGateway()
	here, anywhere := n.on[nameOn{own, name}], n.on[nameOn{nil, name}]
	switch {
	case own != nil && len(here) == 1 && len(anywhere) == 0 && !n.open:
		ref.target = here[0]
	case len(here)+len(anywhere) > 0 || own == nil && n.named[name] || n.open:
		ref.state = unknown
	}
	return ref
}
