package rules

import (
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// anonymousAPI finds operations that anyone can call.
var anonymousAPI = &lint.Rule{
	ID: "AUT406", Name: "anonymous-api", Level: lint.Warning, Cause: lint.Authentication, Security: 6.5,
	Title:   "an API that anyone can call",
	Symptom: "none: every call is let in",
	Links:   []string{"https://support.huaweicloud.com/intl/en-us/usermanual-apig/apig_03_0010.html"},
	Options: []lint.Option{{
		Name: "public_paths", Type: lint.RequestPaths, Example: `["/health", "/public/**"]`,
		Doc: "request paths that are meant for everyone; `*` stands for a part of a path, `**` for any number of parts",
	}},
	Check: lint.Each(func(p *lint.Pass, api *schema.API) {
		mode, ok := api.Authentication.Or("NONE")
		if !ok || mode != "NONE" || nothingBehind(api) || meantForAll(p, api) || p.PluginMayAuthenticate(api, "") {
			return
		}
		closed := "set security_authentication = \"APP\" (or \"IAM\", \"AUTHORIZER\") in %s, or list its path in public_paths"
		if api.ByTrigger {
			closed = "set the authentication of %s to \"APP\" or \"IAM\", or list its path in public_paths"
		}
		if api.Authentication.Absent() {
			p.Reportf(api, api, "%s has no security_authentication, which means NONE: anyone who reaches the gateway can call it", api).
				Remedyf(closed, api)
			return
		}
		p.Reportf(api, api.Authentication, "%s can be called by anyone who reaches the gateway", api).Remedyf(closed, api)
	}),
}

// meantForAll reports whether settings say that everyone may call what is at the path of an API. Braces in it are those of
// path parameters.
func meantForAll(p *lint.Pass, api *schema.API) bool {
	path, ok := api.Path.Get()
	return ok && slices.ContainsFunc(p.Texts("public_paths"), func(pattern string) bool {
		return doublestar.MatchUnvalidated(literalBrackets.Replace(pattern), path)
	})
}

var literalBrackets = strings.NewReplacer("{", `\{`, "}", `\}`, "[", `\[`, "]", `\]`, `\`, `\\`)

// nothingBehind reports whether an API may well be open: it answers preflight requests, or it is a mock for reading.
// What is not certain counts as such.
func nothingBehind(api *schema.API) bool {
	method, ok := api.Method.Get()
	if !ok || method == "OPTIONS" {
		return true
	}
	return method == "GET" && !api.Mock.Absent()
}
