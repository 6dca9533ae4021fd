package rules

import (
	"encoding/json"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/terraform/edit"
)

// disabledFeature finds features of a gateway that are configured and switched off.
var disabledFeature = &lint.Rule{
	ID: "POL511", Name: "disabled-feature", Level: lint.Error, Lower: []lint.Level{lint.Note}, Cause: lint.Policy,
	Title:   "a gateway feature that is configured but switched off",
	Symptom: "none: the gateway keeps its defaults",
	Fix:     "adds `enabled = true`, where nothing is written; what is written as `false` stays",
	Links:   []string{"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_instance_feature"},
	Check: lint.Each(func(p *lint.Pass, f *schema.Feature) {
		config, ok := f.Config.Get()
		if !ok || saysOff(config) || f.Ignores("enabled") {
			return
		}
		switch {
		case f.Enabled.Absent():
			p.Reportf(f, f, "%s has a config but no enabled = true: the feature is switched off and the config has no effect", f).
				Relate(f.Config.Range(), "the config of %s is here", f).
				Remedyf("add enabled = true to %s", f).
				Mend(switchedOn(f), "adds enabled = true")
		case f.Enabled.Is(false):
			p.ReportLevelf(lint.Note, f, f.Enabled, "%s is switched off: its config has no effect", f).
				Relate(f.Config.Range(), "the config of %s is here", f).
				Remedyf("set enabled = true in %s, or remove its config", f)
		}
	}),
}

// switchedOn adds the argument that is not there.
func switchedOn(f *schema.Feature) *edit.Edits {
	if f.Enabled.IsSet() {
		return nil
	}
	return edit.InsertBelow(f.Name.Argument(), "enabled", "true")
}

// saysOff reports whether a feature's config itself switches the feature off, or says nothing.
func saysOff(config string) bool {
	var object struct {
		Enable any `json:"enable"`
	}
	if json.Unmarshal([]byte(config), &object) == nil && (object.Enable == "off" || object.Enable == false) {
		return true
	}
	return config == "" || config == "off" || config == "{}"
}
