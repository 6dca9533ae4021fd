package rules

import (
	"fmt"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/contents"
)

// invalidPluginContent finds contents of plugins that the gateway cannot read.
var invalidPluginContent = &lint.Rule{
	ID: "DEF017", Name: "invalid-plugin-content", Level: lint.Error, Lower: []lint.Level{lint.Warning}, Cause: lint.Definition,
	Title:   "plugin content that its type does not accept",
	Symptom: "the apply fails, or a part of the content has no effect",
	Links: []string{
		"https://support.huaweicloud.com/intl/en-us/api-apig/CreatePlugin.html",
		"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_plugin",
	},
	Check: lint.Each(func(p *lint.Pass, plugin *schema.Plugin) {
		kind, _ := plugin.Type.Get()
		content := plugin.Parsed()
		if shape := contents.Plugin(kind); shape != nil && content.Kind() != contents.Bare { // what is no JSON is invalid-value's
			reportContent(p, plugin, plugin.Content, fmt.Sprintf("a plugin of type %s", kind), shape, content)
		}
	}),
}
