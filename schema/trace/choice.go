package trace

import (
	"net/netip"
	"regexp"
	"slices"
	"strings"

	"github.com/apiglint/apiglint/schema"
)

// backendChoice chooses among the default backend and those of policies, of which the first whose conditions hold serves the
// call.
func (w *walk) backendChoice() Station {
	backends := w.api.Backends()
	var policies, defaults []*schema.Backend
	for _, b := range backends.Certain() {
		if b.Policy {
			policies = append(policies, b)
		} else {
			defaults = append(defaults, b)
		}
	}
	switch {
	case backends.MayHaveOthers() || len(defaults) != 1:
		return uncertain(things(w.api), "which backends %s has is not known", w.api)
	case len(policies) == 0:
		w.backend = defaults[0]
		return skipped("%s has no backend policies", w.api)
	}
	return w.firstThatServes(policies, defaults[0])
}

// firstThatServes goes through the policies in order. One of which only the caller's own data decide is told, and passed over where the
// call ends the same there.
func (w *walk) firstThatServes(policies []*schema.Backend, byDefault *schema.Backend) Station {
	var open []*schema.Backend
	chosen := byDefault
	for _, p := range policies {
		switch serves := w.serves(p.Choice); serves {
		case holds:
			chosen = p
		case fails:
			continue
		case depends:
			open = append(open, p)
			continue
		case unknown:
			return uncertain(things(w.api), "a condition of a backend policy of %s is not known", w.api).place(p.Range())
		}
		break
	}
	said := passed(things(w.api), "no backend policy matches, so the default backend is used")
	if chosen != byDefault {
		said = passed(things(w.api), "a backend policy matches").place(chosen.Range())
	}
	for _, p := range open {
		said = said.place(p.Range()).likely()
		if w.reached(p).Verdict != w.reached(chosen).Verdict {
			return uncertain(things(w.api), "whether the conditions of a backend policy of %s hold depends on the caller", w.api).place(p.Range())
		}
	}
	w.backend = chosen
	return said
}

// holding is whether a condition holds.
type holding int

// A condition holds, does not, depends on what the call does not say, or is not known.
const (
	unknown holding = iota
	fails
	holds
	depends
)

func holdingOf(is bool) holding {
	if is {
		return holds
	}
	return fails
}

// serves reports whether a policy's backend serves the call.
func (w *walk) serves(choice *schema.Choice) holding {
	mode, known := choice.Effective.Or("ANY")
	conditions, complete := choice.Conditions.All()
	if !known || !complete || len(conditions) == 0 {
		return unknown
	}
	decisive, otherwise := holds, fails // of ANY
	if strings.EqualFold(mode, "ALL") {
		decisive, otherwise = fails, holds
	}
	all := make([]holding, len(conditions))
	for i, c := range conditions {
		all[i] = w.holds(c)
	}
	for _, answer := range []holding{decisive, unknown, depends} {
		if slices.Contains(all, answer) {
			return answer
		}
	}
	return otherwise
}

// holds reports whether the call meets a condition.
func (w *walk) holds(c *schema.Condition) holding {
	source, known := c.Source.Or("param")
	kind, too := c.Type.Or("Equal")
	value, also := c.Value.Get()
	if !known || !too || !also {
		return unknown
	}
	switch source {
	case "source":
		return w.comesFrom(value)
	case "param":
		if name, ok := c.Param.Get(); ok && w.mayHaveDefault(name) {
			return unknown
		}
		return w.given(c.Param, w.parameterNamed, kind, value)
	case "cookie":
		return w.given(c.Cookie, w.cookie, kind, value)
	case "system":
		return w.given(c.System, func(name string) (string, bool) {
			return map[string]string{"req_path": w.call.Path, "reqPath": w.call.Path, "req_method": w.call.Method, "reqMethod": w.call.Method}[name], true
		}, kind, value)
	}
	return depends
}

// given reports whether what the call has under a name matches.
func (w *walk) given(named schema.Value[string], get func(name string) (string, bool), kind, value string) holding {
	name, known := named.Get()
	if !known {
		return unknown
	}
	text, ok := get(name)
	if !ok {
		return fails
	}
	switch kind {
	case "Equal":
		return holdingOf(text == value)
	case "Enumerated":
		return holdingOf(slices.ContainsFunc(strings.Split(value, ","), func(one string) bool { return strings.TrimSpace(one) == text }))
	}
	return matches(value, text)
}

// matches reports whether a text matches a pattern. Whether all of it has to is not documented.
func matches(pattern, text string) holding {
	anywhere, err := regexp.Compile(pattern)
	whole, also := regexp.Compile("^(?:" + pattern + ")$")
	switch {
	case err != nil || also != nil:
		return depends
	case whole.MatchString(text):
		return holds
	case anywhere.MatchString(text):
		return depends
	}
	return fails
}

// parameterNamed returns the value of a request parameter that the API declares, or its default.
func (w *walk) parameterNamed(name string) (string, bool) {
	for _, p := range w.api.Params.Certain() {
		if !p.Name.Is(name) {
			continue
		}
		location, _ := p.Location.Or("PATH")
		if value, ok := w.valueOf(location, name); ok {
			return value, true
		}
		return p.Default.Get()
	}
	return "", false
}

// mayHaveDefault reports whether the call does not have a parameter whose default is not known.
func (w *walk) mayHaveDefault(name string) bool {
	return slices.ContainsFunc(w.api.Params.Certain(), func(p *schema.Param) bool {
		location, _ := p.Location.Or("PATH")
		_, given := w.valueOf(location, name)
		return (p.Name.Is(name) || p.Name.Unknown()) && !given && !p.Default.Absent() && p.Default.Unknown()
	})
}

func (w *walk) cookie(name string) (string, bool) {
	for pair := range strings.SplitSeq(w.call.Headers["cookie"], ";") {
		if key, value, ok := strings.Cut(strings.TrimSpace(pair), "="); ok && key == name {
			return value, true
		}
	}
	return "", false
}

// comesFrom reports whether the caller has an address of a list of addresses and networks.
func (w *walk) comesFrom(list string) holding {
	var ranges []netip.Prefix
	for text := range strings.SplitSeq(list, ",") {
		text = strings.TrimSpace(text)
		prefix, err := netip.ParsePrefix(text)
		if addr, bad := netip.ParseAddr(text); bad == nil {
			prefix, err = netip.PrefixFrom(addr, addr.BitLen()), nil
		}
		if err != nil {
			return depends
		}
		ranges = append(ranges, prefix)
	}
	if len(w.caller.ranges) == 0 {
		return depends
	}
	within := func(r netip.Prefix) bool {
		return slices.ContainsFunc(ranges, func(all netip.Prefix) bool { return all.Bits() <= r.Bits() && all.Contains(r.Addr()) })
	}
	overlaps := func(r netip.Prefix) bool { return slices.ContainsFunc(ranges, r.Overlaps) }
	switch {
	case !slices.ContainsFunc(w.caller.ranges, overlaps):
		return fails
	case !slices.ContainsFunc(w.caller.ranges, func(r netip.Prefix) bool { return !within(r) }):
		return holds
	}
	return depends
}
