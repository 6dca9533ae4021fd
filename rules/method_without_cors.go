package rules

import (
	"fmt"
	"slices"
	"strings"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/lint/prose"
	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/terraform"
)

// methodWithoutCors finds CORS plugins that do not allow what the APIs that they are bound to are called by.
var methodWithoutCors = &lint.Rule{
	ID: "POL517", Name: "method-without-cors", Level: lint.Warning, Cause: lint.Policy,
	Title:   "a CORS plugin that does not allow the method of its API",
	Symptom: "browsers refuse to send the call",
	Links:   []string{"https://support.huaweicloud.com/intl/en-us/usermanual-apig/apig_03_0021.html"},
	Check: lint.Given(func(p *lint.Pass) {
		allows := memo(func(ask pluginMethod) schema.Verdict { return ask.plugin.AllowsMethod(ask.method) })
		seen := map[pluginAPI]bool{}
		missing := map[*schema.Plugin][]*schema.API{}
		var plugins []*schema.Plugin
		for _, a := range p.AppliedPlugins() {
			method, ok := a.API.Method.Get()
			if !ok || method == "ANY" || method == "OPTIONS" || seen[pluginAPI{a.Policy, a.API}] || allows(pluginMethod{a.Policy, method}) != schema.No {
				continue
			}
			seen[pluginAPI{a.Policy, a.API}] = true
			if missing[a.Policy] == nil {
				plugins = append(plugins, a.Policy)
			}
			missing[a.Policy] = append(missing[a.Policy], a.API)
		}
		for _, plugin := range plugins {
			reportMethods(p, plugin, missing[plugin])
		}
	}, lint.Of[schema.Plugin]),
}

type pluginMethod struct {
	plugin *schema.Plugin
	method string
}

type pluginAPI struct {
	plugin *schema.Plugin
	api    *schema.API
}

// maxRelated is how many of the APIs of a plugin are pointed at.
const maxRelated = 5

func reportMethods(p *lint.Pass, plugin *schema.Plugin, apis []*schema.API) {
	slices.SortFunc(apis, func(a, b *schema.API) int { return strings.Compare(a.Address, b.Address) })
	var methods, calls []string
	for _, api := range apis {
		method, _ := api.Method.Get()
		methods, calls = append(methods, method), append(calls, fmt.Sprintf("%s (%s)", api, method))
	}
	slices.Sort(methods)
	at := plugin.Content.Range()
	if own := plugin.Parsed().At("allow_methods").Range(); terraform.Encloses(at, own) {
		at = own
	}
	f := p.Reportf(plugin, lint.At(at), "%s does not allow the method of %s, which it is bound to: browsers may refuse to send the call",
		plugin, prose.Some(calls, "and")).
		Remedyf("add %s to allow_methods of %s", prose.List(slices.Compact(methods), "and"), plugin)
	for _, api := range apis[:min(len(apis), maxRelated)] {
		f.Relate(api.Method.Range(), "the method of %s is here", api)
	}
}
