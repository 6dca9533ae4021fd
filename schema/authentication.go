package schema

import "slices"

// authenticating are the types of plugins that ask who calls.
var authenticating = []string{"third_auth", "jwt_auth", "oidc_auth"}

// PluginMayAuthenticate reports whether a plugin may ask who calls an API in an environment, or in any where that is "", so that its
// callers are known although the API itself asks for nothing.
func (c *Config) PluginMayAuthenticate(api *API, environment EnvironmentKey) bool {
	return c.links.anyAuthenticated() || mayAuthenticate(c.links.pluginAPIsOf.to[api], c.links.apiPluginsOf.to[api], environment)
}

// mayAuthenticate reports whether a plugin that one of the resources applies in an environment may ask who calls.
func mayAuthenticate(ones []*PluginAPIs, lists []*APIPlugins, environment EnvironmentKey) bool {
	may := func(plugin *Plugin) bool {
		kind, ok := plugin.Type.Get()
		return !ok || slices.Contains(authenticating, kind)
	}
	return slices.ContainsFunc(ones, func(use *PluginAPIs) bool {
		return appliesIn(use, environment) != No && (use.Plugin.Target() == nil || may(use.Plugin.Target()))
	}) || slices.ContainsFunc(lists, func(use *APIPlugins) bool {
		return appliesIn(use, environment) != No && use.Plugins.Targets().Any(func(p *Plugin) Verdict { return verdictOf(may(p)) }) != No
	})
}

// HasAppCode reports whether an application has an AppCode, by its own argument or by a resource.
func (c *Config) HasAppCode(app *Application) Verdict {
	if app.Codes.Empty() == No {
		return Yes
	}
	codes := c.links.appCodesOf.of(app).OrOthers(!app.Codes.Absent() || app.Ignores("app_codes"))
	return codes.Any(func(code *AppCode) Verdict { return Yes.onlyIf(!code.Symbolic() || app.Symbolic()) })
}
