package schema

import (
	"math"
	"slices"
	"strings"

	"github.com/apiglint/apiglint/schema/contents"
)

// Parsed returns the plugin's content, of which parts may be unknown. It is absent where others may change it.
func (p *Plugin) Parsed() contents.Value {
	if p.Ignores("content") {
		return contents.Value{}
	}
	p.Content.ask()
	return contents.Of(p.Content.Argument())
}

// AllowsMethod reports whether a plugin of type cors tells browsers that they may call by a method. It is Unsure where its content
// names no methods: which ones it allows then is not documented.
func (p *Plugin) AllowsMethod(method string) Verdict {
	list, ok := p.Parsed().At("allow_methods").AsText()
	if !ok || !p.Type.Is("cors") {
		return Unsure
	}
	allowed := strings.FieldsFunc(list, func(r rune) bool { return r == ',' || r == ' ' })
	return verdictOf(slices.ContainsFunc(allowed, func(one string) bool { return one == "*" || one == "ANY" || strings.EqualFold(one, method) }))
}

// Rate returns how many calls a plugin of type rate_limit lets through an API in so many seconds. It is false where it is not certain.
func (p *Plugin) Rate() (calls, seconds int, certain bool) {
	if !p.Type.Is("rate_limit") {
		return 0, 0, false
	}
	content := p.Parsed()
	calls, ok := content.At("api_limit").AsInt()
	length, known := content.At("default_interval").AsInt()
	unit, named := content.At("default_time_unit").AsText()
	one, valid := periods[strings.ToUpper(unit)]
	if !ok || !known || !named || !valid || length < 1 || length > math.MaxInt32 {
		return 0, 0, false
	}
	return calls, length * one, true
}

// Parsed returns the feature's configuration, of which parts may be unknown. It is absent where others may change it.
func (f *Feature) Parsed() contents.Value {
	if f.Ignores("config") {
		return contents.Value{}
	}
	f.Config.ask()
	return contents.Of(f.Config.Argument())
}
