package schema

import "slices"

// authenticating are the types of plugins that ask who calls.
var authenticating = []string{"third_auth", "jwt_auth", "oidc_auth"}

// PluginMayAuthenticate reports whether a plugin may ask who calls an API, so that its callers are known although the
// API itself asks for nothing.
func (c *Config) PluginMayAuthenticate(api *API) bool {
	may := func(plugin *Plugin) bool {
		kind, ok := plugin.Type.Get()
		return !ok || slices.Contains(authenticating, kind)
	}
	ones, lists := c.links.pluginAPIsOf, c.links.apiPluginsOf
	return slices.ContainsFunc(slices.Concat(ones.to[api], ones.loose), func(use *PluginAPIs) bool {
		return use.Plugin.Target() == nil || may(use.Plugin.Target())
	}) || slices.ContainsFunc(slices.Concat(lists.to[api], lists.loose), func(use *APIPlugins) bool {
		return use.Plugins.Targets().Any(func(p *Plugin) Verdict { return verdictOf(may(p)) }) != No
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
