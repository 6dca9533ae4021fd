// Package plan reads Terraform and OpenTofu plans as JSON and makes two configurations of each: what exists, and what
// will be. Rules do not see that a configuration comes from a plan.
//
// A value that is decided at apply is unknown. Where the plan's configuration says what it will be made from, it
// carries that origin, as a value of a configuration that was read does. What the user never wrote, and the provider
// computes, is absent.
package plan

import (
	"encoding/json"

	tfjson "github.com/hashicorp/terraform-json"
)

// Plan is a plan as `terraform show -json` prints it.
type Plan struct {
	document
}

// document is the part of a plan's JSON that matters here. What no rule asks for (other providers' values, planned_values,
// which repeats the changes) stays undecoded.
type document struct {
	FormatVersion   json.RawMessage
	Variables       map[string]variable
	ResourceChanges []*resourceChange
	PriorState      stateModule // the root module
	Configuration   tfjson.Config
	OutputChanges   map[string]*change
	// Partial says that not everything is planned.
	Partial bool

	// has are the properties that are there.
	has map[string]bool
}

type variable struct {
	Value json.RawMessage
}

type resourceChange struct {
	Address       string
	ModuleAddress string
	Mode          string
	Type          string
	Name          string
	Index         json.RawMessage
	Deposed       string
	Change        change
}

type change struct {
	Actions         tfjson.Actions
	Before          json.RawMessage
	After           json.RawMessage
	AfterUnknown    json.RawMessage
	BeforeSensitive json.RawMessage
	AfterSensitive  json.RawMessage
}

type stateModule struct {
	Address      string
	Resources    []*stateResource
	ChildModules []*stateModule
}

type stateResource struct {
	Address         string
	Mode            string
	Type            string
	Name            string
	Index           json.RawMessage
	DeposedKey      string
	Values          json.RawMessage
	SensitiveValues json.RawMessage
}
