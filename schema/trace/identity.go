package trace

import (
	"slices"
	"strings"

	"github.com/apiglint/apiglint/schema"
)

// dailyLimit tells how often the debugging domain can be called.
func (w *walk) dailyLimit() Station {
	if w.host.debugging == nil {
		return skipped("%s is not a debugging domain name", w.host.name)
	}
	return passed(things(w.host.debugging), "the debugging domain name accepts 1000 calls a day")
}

// credentials are what each way of authentication takes, and what callers with another one get.
var credentials = map[string]struct {
	kinds []string
	code  string
	wants string
}{
	"APP":        {[]string{"app", "appcode"}, "APIG.0303", "an app's signature or AppCode"},
	"IAM":        {[]string{"iam"}, "APIG.0301", "an IAM token or signature"},
	"AUTHORIZER": {[]string{"authorizer"}, "APIG.0305", "the credentials for its custom authorizer"},
}

// authentication asks whether the caller's credential is of the kind that the API asks for. Whether it is right is not
// modelled.
func (w *walk) authentication() Station {
	mode, known := w.api.Authentication.Or("NONE")
	by := things(w.api)
	at := w.api.Authentication.Range()
	wanted, ok := credentials[mode]
	switch {
	case w.api.MayBePreflight() && w.api.CORS.Unknown() && mode != "NONE":
		return uncertain(by, "whether %s answers preflight requests (cors) is not known", w.api)
	case w.api.MayBePreflight():
		return skipped("preflight requests are not authenticated")
	case !known:
		return uncertain(by, "how %s authenticates callers is not known", w.api)
	case w.PluginMayAuthenticate(w.api, w.environment) && w.as() != "" && (mode == "NONE" || ok && slices.Contains(wanted.kinds, w.as())):
		return uncertain(by, "a plugin of %s authenticates callers", w.api)
	case mode == "NONE":
		return passed(by, "%s requires no credentials", w.api).place(at)
	case !ok:
		return uncertain(by, "how %s authenticates callers is not known", w.api)
	case w.as() == "":
		return passed(by, "%s requires %s", w.api, wanted.wants).place(at)
	case !slices.Contains(wanted.kinds, w.as()):
		if mode == "AUTHORIZER" && !w.lacksIdentity() {
			return uncertain(by, "the custom authorizer of %s decides which callers to admit", w.api).place(at)
		}
		return refused(wanted.code, 401, by, "%s requires %s, and the caller %s", w.api, wanted.wants, w.has()).place(at)
	case mode != "AUTHORIZER" && w.api.Authorizer.Unknown() && w.api.Authorizer.Target() == nil:
		return uncertain(by, "whether %s requires two-factor authentication is not known", w.api).place(w.api.Authorizer.Range())
	case mode != "AUTHORIZER" && w.sendsIdentity():
		return uncertain(by, "the custom authorizer of %s decides about the credentials in the call", w.api).place(w.api.Authorizer.Range())
	case mode != "AUTHORIZER" && !w.api.Authorizer.Absent() && !w.api.Authorizer.Is(""):
		return refused("APIG.0305", 401, by, "%s requires two-factor authentication, and the caller has one factor", w.api).place(w.api.Authorizer.Range()).likely()
	case mode == "APP":
		return w.app()
	}
	return passed(by, "%s requires %s", w.api, wanted.wants).place(at)
}

// as returns what the caller authenticates with.
func (w *walk) as() string {
	if w.call.As.Kind == "" && w.call.Headers["x-apig-appcode"] != "" {
		return "appcode"
	}
	return w.call.As.Kind
}

func (w *walk) has() string {
	if w.as() == "nobody" {
		return "has none"
	}
	return "has another credential (" + w.as() + ")"
}

// lacksIdentity reports whether the call certainly has not what the custom authorizer knows callers by.
func (w *walk) lacksIdentity() bool {
	authorizer := w.api.Authorizer.Target()
	if authorizer == nil {
		return false
	}
	for _, identity := range authorizer.Identity.Certain() {
		name, known := identity.Name.Get()
		location, too := identity.Location.Get()
		if !known || !too {
			continue
		}
		if location == "HEADER" && w.call.Headers[strings.ToLower(name)] == "" || location == "QUERY" && !w.call.Query.Has(name) {
			return true
		}
	}
	return false
}

// sendsIdentity reports whether the call has all that the custom authorizer knows callers by.
func (w *walk) sendsIdentity() bool {
	authorizer := w.api.Authorizer.Target()
	return authorizer != nil && authorizer.Identity.Empty() == schema.No && !w.lacksIdentity()
}

// app is about an app that calls, by its signature or by an AppCode.
func (w *walk) app() Station {
	by := things(w.api)
	app := w.application()
	if app != nil {
		by = things(w.api, app)
		if g := app.Gateway.Target(); g != nil && g != w.gateway && !w.gateway.Elsewhere() {
			return refused("APIG.0303", 401, by, "%s is an app of %s, and not of %s", app, g, w.gateway)
		}
	}
	if w.as() == "app" {
		return passed(by, "%s requires an app's signature or AppCode", w.api)
	}
	simple, known := w.api.Simple.Or(false)
	switch {
	case !known || w.api.Ignores("simple_authentication"):
		return uncertain(by, "whether %s accepts AppCodes is not known", w.api).place(w.api.Simple.Range())
	case !simple:
		return refused("APIG.0303", 401, by, "%s does not accept AppCodes", w.api).place(w.api.Simple.Range())
	case w.call.Scheme == "http":
		return uncertain(by, "how the gateway handles an AppCode over HTTP is not documented")
	case app == nil:
		return passed(by, "%s accepts AppCodes", w.api)
	}
	switch w.HasAppCode(app) {
	case schema.No:
		return refused("APIG.0303", 401, by, "%s has no AppCode", app)
	case schema.Unsure:
		return uncertain(by, "whether %s has an AppCode is not known", app)
	case schema.Yes:
	}
	return passed(by, "%s has an AppCode", app)
}

// application returns the application that calls, nil where none is named.
func (w *walk) application() *schema.Application {
	return indexed(w.Config).apps[w.call.As.Address]
}

// authorization asks whether the app may call the API.
func (w *walk) authorization() Station {
	mode, known := w.api.Authentication.Or("NONE")
	switch {
	case w.api.MayBePreflight():
		return skipped("preflight requests are not authenticated")
	case !known:
		return uncertain(things(w.api), "how %s authenticates callers is not known", w.api)
	case mode != "APP":
		return skipped("%s does not use APP authentication", w.api)
	case w.as() != "" && w.as() != "app" && w.as() != "appcode":
		return skipped("the caller is not an app")
	}
	app := w.application()
	if app == nil && w.call.As.Address != "" {
		return uncertain(things(w.api), "which app %s belongs to is not known", w.call.As.Address)
	}
	if app == nil {
		switch w.AuthorizedIn(w.api, w.environment) {
		case schema.No:
			return refused("APIG.0304", 403, things(w.api), "no app is authorized for %s in %s", w.api, w.trace.Environment)
		case schema.Unsure:
			return uncertain(things(w.api), "whether an app is authorized for %s in %s is not known", w.api, w.trace.Environment)
		case schema.Yes:
		}
		return passed(things(w.api), "an app is authorized for %s in %s", w.api, w.trace.Environment)
	}
	by := things(app, w.api)
	switch w.AuthorizedFor(app, w.api, w.environment) {
	case schema.No:
		return refused("APIG.0304", 403, by, "%s is not authorized for %s in %s", app, w.api, w.trace.Environment)
	case schema.Unsure:
		return uncertain(by, "whether %s is authorized for %s in %s is not known", app, w.api, w.trace.Environment)
	case schema.Yes:
	}
	return passed(by, "%s is authorized for %s in %s", app, w.api, w.trace.Environment)
}
