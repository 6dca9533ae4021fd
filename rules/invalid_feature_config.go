package rules

import (
	"fmt"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/contents"
)

// invalidFeatureConfig finds configurations of features that the gateway cannot read.
var invalidFeatureConfig = &lint.Rule{
	ID: "DEF016", Name: "invalid-feature-config", Level: lint.Error, Lower: []lint.Level{lint.Warning}, Cause: lint.Definition,
	Title:   "a config that the gateway feature does not accept",
	Symptom: "the apply fails, or the gateway keeps its defaults",
	Links: []string{
		"https://support.huaweicloud.com/intl/en-us/api-apig/apig-api-20200402.html",
		"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_instance_feature",
	},
	Check: lint.Each(func(p *lint.Pass, f *schema.Feature) {
		name, _ := f.Name.Get()
		shape := contents.Feature(name)
		if shape == nil || f.Enabled.Is(false) || f.Enabled.Unknown() {
			return // a feature that is off, or may be, is another rule's
		}
		if config, ok := f.Config.Get(); ok && saysOff(config) {
			return
		}
		reportContent(p, f, f.Config, fmt.Sprintf("the feature %s", name), shape, f.Parsed())
	}),
}
