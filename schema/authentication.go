package schema

import "slices"

// authenticating are the types of plugins that ask who calls.
var authenticating = []string{"third_auth", "jwt_auth", "oidc_auth"}

// PluginMayAuthenticate reports whether a plugin may ask who calls an API, so that its callers are known although the
// API itself asks for nothing.
func (c *Config) PluginMayAuthenticate(api *API) bool {
	may := func(plugin *Plugin) bool {
		if plugin == nil {
			return true
		}
		kind, ok := plugin.Type.Get()
		return !ok || slices.Contains(authenticating, kind)
	}
	if slices.ContainsFunc(c.pluginsOf(api), may) {
		return true
	}
	return slices.ContainsFunc(c.links.pluginAPIsOf.loose, func(use *PluginAPIs) bool {
		return may(use.Plugin.Target())
	}) || slices.ContainsFunc(c.links.apiPluginsOf.loose, func(use *APIPlugins) bool {
		return use.Plugins.Loose() || slices.ContainsFunc(use.Plugins.Items, func(ref Ref[Plugin]) bool { return may(ref.Target()) })
	})
}

// HasAppCode reports whether an application has an AppCode, by its own argument or by a resource.
func (c *Config) HasAppCode(app *Application) Verdict {
	in := c.links.appCodesOf
	for _, code := range in.to[app] {
		if !code.Symbolic() || app.Symbolic() {
			return Yes
		}
	}
	switch {
	case len(app.Codes.Items) > 0:
		return Yes
	case !app.Codes.Complete || app.Ignores("app_codes") || c.Open || len(in.to[app]) > 0 || len(in.loose) > 0:
		return Unsure
	}
	return No
}
