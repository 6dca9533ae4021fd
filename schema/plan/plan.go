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
	FormatVersion   string              `json:"format_version"`
	Variables       map[string]variable `json:"variables"`
	PlannedValues   json.RawMessage     `json:"planned_values"`
	ResourceChanges []*resourceChange   `json:"resource_changes"`
	DeferredChanges []json.RawMessage   `json:"deferred_changes"`
	PriorState      struct {
		Values struct {
			RootModule stateModule `json:"root_module"`
		}
	} `json:"prior_state"`
	Configuration tfjson.Config      `json:"configuration"`
	OutputChanges map[string]*change `json:"output_changes"`
	Complete      *bool              `json:"complete"`
	Errored       bool               `json:"errored"`
}

type variable struct {
	Value json.RawMessage `json:"value"`
}

type resourceChange struct {
	Address         string `json:"address"`
	PreviousAddress string `json:"previous_address"`
	ModuleAddress   string `json:"module_address"`
	Mode            string `json:"mode"`
	Type            string `json:"type"`
	Name            string `json:"name"`
	Index           any    `json:"index"`
	Deposed         string `json:"deposed"`
	Change          change `json:"change"`
}

type change struct {
	Actions         tfjson.Actions  `json:"actions"`
	Before          json.RawMessage `json:"before"`
	After           json.RawMessage `json:"after"`
	AfterUnknown    json.RawMessage `json:"after_unknown"`
	BeforeSensitive json.RawMessage `json:"before_sensitive"`
	AfterSensitive  json.RawMessage `json:"after_sensitive"`
}

type stateModule struct {
	Address      string           `json:"address"`
	Resources    []*stateResource `json:"resources"`
	ChildModules []*stateModule   `json:"child_modules"`
}

type stateResource struct {
	Address         string          `json:"address"`
	Mode            string          `json:"mode"`
	Type            string          `json:"type"`
	Name            string          `json:"name"`
	Index           any             `json:"index"`
	DeposedKey      string          `json:"deposed_key"`
	Values          json.RawMessage `json:"values"`
	SensitiveValues json.RawMessage `json:"sensitive_values"`
}

// decoded answers a part of the document as JSON values. Numbers keep their digits.
func decoded(src json.RawMessage) any {
	if len(src) == 0 {
		return nil
	}
	d := json.NewDecoder(bytesReader(src))
	d.UseNumber()
	var v any
	if d.Decode(&v) != nil {
		return nil
	}
	return v
}
