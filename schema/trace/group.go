package trace

import (
	"slices"
	"strings"

	"github.com/apiglint/apiglint/schema"
)

const notFound = "APIG.0101"

// groupOfHost asks which group the host leads to.
func (w *walk) groupOfHost() Station {
	switch h := w.host; {
	case h.hidden:
		return uncertain(things(w.gateway), "the group of the debugging domain name %s is not known", h.name)
	case h.debugging != nil:
		return w.debuggingDomain(h.debugging)
	case len(h.domains) > 0:
		return w.boundTo(h.domains)
	case h.own && h.name == "":
		return w.byOwnAddress()
	case h.others:
		return uncertain(things(w.gateway), "whether %s is bound on %s is not known", h.name, w.gateway)
	}
	return refused(notFound, 404, things(w.gateway), "%s is not bound to any group of %s", w.host.name, w.gateway)
}

func (w *walk) debuggingDomain(group *schema.Group) Station {
	by := things(group)
	switch group.Debugging() {
	case schema.No:
		return refused(notFound, 404, by, "the debugging domain name of %s is off", group).place(group.DebuggingDomain.Range()).likely()
	case schema.Unsure:
		return uncertain(by, "whether the debugging domain name of %s is on is not known", group)
	case schema.Yes:
	}
	if w.call.Port != 80 && w.call.Port != 443 {
		return refused(notFound, 404, by, "the debugging domain name of %s is not offered on port %d", group, w.call.Port).likely()
	}
	w.enter(group)
	return passed(by, "it is the debugging domain name of %s", group)
}

// enter takes a group for the one of the call.
func (w *walk) enter(group *schema.Group) {
	w.group = group
	apis := w.APIsOf(group)
	w.apis, w.others = apis.Certain(), apis.MayHaveOthers() || w.MayHaveOtherAPIs(w.gateway)
}

// boundTo is about a host that is bound here, perhaps at several ports.
func (w *walk) boundTo(domains []*schema.Domain) Station {
	var closed *schema.Domain
	for _, d := range domains {
		port, certain := d.HTTPPort()
		if w.call.Scheme == "https" {
			port, certain = d.HTTPSPort()
		}
		by := things(d)
		switch {
		case d.Group == nil:
			return uncertain(by, "which group %s is bound to is not known", w.host.name)
		case slices.ContainsFunc(domains, func(other *schema.Domain) bool { return other.Group != d.Group }):
			return uncertain(things(d, domains[len(domains)-1]), "%s is bound to several groups", w.host.name)
		case !certain:
			return uncertain(by, "on which port %s offers %s is not known", w.host.name, strings.ToUpper(w.call.Scheme))
		case port != w.call.Port:
			closed = d
			continue
		}
		w.enter(d.Group)
		s := passed(by, "%s is bound to %s", w.host.name, d.Group)
		if w.host.wild {
			s = passed(by, "a wildcard above %s is bound to %s", w.host.name, d.Group).likely()
			switch {
			case d.LabelsFor(w.host.name) > 1:
				return uncertain(by, "a wildcard above %s is bound to %s, and whether it stands for several labels is not documented", w.host.name, d.Group)
			case w.host.others:
				return uncertain(by, "a wildcard above %s is bound to %s, and whether the name itself is bound elsewhere is not known", w.host.name, d.Group)
			}
		}
		return s
	}
	return refused(notFound, 404, things(closed), "%s does not offer %s on port %d", w.host.name, strings.ToUpper(w.call.Scheme), w.call.Port).likely()
}

// byOwnAddress is about a call without a host name, which comes to the group DEFAULT unless the gateway finds the group by the app.
func (w *walk) byOwnAddress() Station {
	by := things(w.gateway)
	switch w.CalledByAddress(w.gateway) {
	case schema.Unsure:
		return uncertain(by, "whether %s finds groups by the app of a call (app_route) is not known", w.gateway)
	case schema.Yes:
		groups := w.GroupsOf(w.gateway)
		for _, group := range groups.Certain() {
			apis := w.APIsOf(group)
			w.apis, w.others = append(w.apis, apis.Certain()...), w.others || apis.MayHaveOthers()
		}
		w.others = w.others || groups.MayHaveOthers()
		return passed(by, "%s finds the group by the app of the call (app_route)", w.gateway)
	case schema.No:
	}
	groups := w.GroupsOf(w.gateway)
	for _, group := range groups.Certain() {
		if group.Name.Is("DEFAULT") {
			w.enter(group)
			return passed(things(group), "a call without a host name reaches %s", group)
		}
		if group.Name.Unknown() {
			return uncertain(things(group), "whether %s is the group DEFAULT is not known", group)
		}
	}
	if groups.MayHaveOthers() {
		return uncertain(by, "whether the group DEFAULT of %s has the API is not known", w.gateway)
	}
	return refused(notFound, 404, by, "a call without a host name reaches the group DEFAULT, and no declared API is in it")
}

// environmentOfCall asks whether there is the environment that the call names, and anything in it.
func (w *walk) environmentOfCall() Station {
	name := w.call.Environment()
	w.trace.Environment = name
	key, by, s, ok := w.environmentNamed(name)
	if !ok {
		return s
	}
	switch w.offers(key) {
	case schema.No:
		s := refused(notFound, 404, by, "no API of %s is published in %s", w.scope(), name)
		if name == schema.Release && w.publishedElsewhere() {
			s.Because += ", only in another environment, which the header X-Stage names"
		}
		return s
	case schema.Unsure:
		w.environment = key
		return uncertain(by, "whether any API of %s is published in %s is not known", w.scope(), name)
	case schema.Yes:
	}
	w.environment = key
	return passed(by, "the call is for %s", name)
}

func (w *walk) publishedElsewhere() bool {
	return slices.ContainsFunc(w.apis, func(api *schema.API) bool { return len(w.EnvironmentsOf(api)) > 0 })
}

// environmentNamed returns the environment of a name, or what is said where it is not certain.
func (w *walk) environmentNamed(name string) (key schema.EnvironmentKey, by []thing, s Station, ok bool) {
	if name == schema.Release {
		return schema.Release, nil, Station{}, true
	}
	x := indexed(w.Config)
	if w.gateway.Elsewhere() {
		for _, e := range x.named[name] {
			if w.offers(schema.EnvironmentKey(e.Address)) == schema.Yes {
				return schema.EnvironmentKey(e.Address), things(e), Station{}, true
			}
		}
		return "", nil, uncertain(things(w.gateway), "whether %s has an environment %s is not known", w.gateway, name), false
	}
	if e := x.environments[placed{w.gateway, name}]; e != nil {
		return schema.EnvironmentKey(e.Address), things(e), Station{}, true
	}
	if w.MayHaveOtherEnvironments(w.gateway) || x.doubtful[w.gateway] || x.doubtful[nil] || x.environments[placed{nil, name}] != nil {
		return "", nil, uncertain(things(w.gateway), "whether %s has an environment %s is not known", w.gateway, name), false
	}
	return "", nil, refused(notFound, 404, things(w.gateway), "%s has no environment %s", w.gateway, name), false
}
