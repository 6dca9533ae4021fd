package schema

import (
	"encoding/json"
	"math"
)

// DefaultRate is the rate at which a gateway throttles an API that nothing else limits, in calls a second, unless its
// feature ratelimit says otherwise.
const DefaultRate = 200

// maxRate is the highest rate that the feature takes.
const maxRate = 1_000_000

// RateCeiling returns the highest rate that the gateway allows an API, in calls a second, and the feature that sets it,
// if there is one. It is false where it is not certain: what a gateway does whose feature is declared and off is not
// documented.
func (c *Config) RateCeiling(g *Gateway) (rate int, by *Feature, certain bool) {
	verdict, feature := c.FeatureOf(g, "ratelimit")
	switch verdict {
	case No:
		return DefaultRate, feature, feature == nil
	case Yes:
		text, ok := feature.Config.Get()
		var config struct {
			Limit int `json:"api_limits"`
		}
		if !ok || feature.Ignores("config") || json.Unmarshal([]byte(text), &config) != nil || config.Limit < 1 || config.Limit > maxRate {
			return 0, feature, false
		}
		return config.Limit, feature, true
	case Unsure:
	}
	return 0, feature, false
}

// periods are the units of a throttling policy in seconds.
var periods = map[string]int{"SECOND": 1, "MINUTE": 60, "HOUR": 3600, "DAY": 86400}

// Seconds returns the length of the policy's period, if it is known and one that the cloud takes.
func (t *Throttling) Seconds() (int, bool) {
	length, ok := t.Period.Get()
	unit, known := t.Unit.Or("MINUTE")
	seconds, valid := periods[unit]
	if !ok || !known || !valid || length <= 0 || length > math.MaxInt32 {
		return 0, false
	}
	return length * seconds, true
}

// ThrottlingOf returns the bindings of throttling policies that limit a publication.
func (c *Config) ThrottlingOf(p *Publication) Set[*ThrottlingBinding] {
	return c.links.throttlingsOf.of(p)
}

// APIsUnder returns the APIs that a throttling policy is bound to.
func (c *Config) APIsUnder(t *Throttling) Set[*API] {
	bindings := c.links.throttlingUses.of(t).OrOthers(c.exports.may(t.Resource))
	return FlatMap(bindings, func(b *ThrottlingBinding) Set[*API] {
		publications := b.Publications.Targets().OrOthers(leftToOthers(b, b.Publications.Argument()))
		return Map(publications, func(p *Publication) (*API, bool) { return p.API.Target(), p.API.Target() != nil })
	})
}

// RatePluginOf reports whether a rate_limit plugin may limit an API in any environment: Yes says that one is declared for it.
func (c *Config) RatePluginOf(api *API) Verdict { return c.PluginOf(api, "rate_limit") }

// PluginOf reports whether a plugin of a type is applied to an API in any environment.
func (c *Config) PluginOf(api *API, typeName string) Verdict { return c.PluginIn(api, typeName, "") }

// PluginIn reports whether a plugin of a type is applied to an API in an environment, or in any where that is "".
func (c *Config) PluginIn(api *API, typeName string, environment EnvironmentKey) Verdict {
	return c.PluginsIn(api, environment).Any(func(plugin *Plugin) Verdict {
		if plugin.Type.Unknown() {
			return Unsure
		}
		return verdictOf(plugin.Type.Is(typeName))
	})
}

// PluginsIn returns the plugins that are applied to an API in an environment, or in any where that is "".
func (c *Config) PluginsIn(api *API, environment EnvironmentKey) Set[*Plugin] {
	ones := Map(c.links.pluginAPIsOf.of(api).Where(func(use *PluginAPIs) Verdict { return appliesIn(use, environment) }),
		func(use *PluginAPIs) (*Plugin, bool) { return use.Plugin.Target(), use.Plugin.Target() != nil })
	lists := FlatMap(c.links.apiPluginsOf.of(api).Where(func(use *APIPlugins) Verdict { return appliesIn(use, environment) }),
		func(use *APIPlugins) Set[*Plugin] { return use.Plugins.Targets() })
	return Merge(ones, lists)
}

// appliesIn reports whether an object is about an environment, or about any where that is "".
func appliesIn(object staged, environment EnvironmentKey) Verdict {
	switch key := object.EnvironmentKey(); {
	case environment == "" || key == environment:
		return Yes
	case key == "":
		return Unsure
	}
	return No
}

// Applied is a policy that is applied to an API in an environment.
type Applied[P any] struct {
	Policy *P // never nil
	// Binding is the resource that applies it.
	Binding *Resource
	// Publication is the publication it is bound to, nil where a binding names API and environment instead.
	Publication *Publication
	// API is nil, and Environment empty, where a publication does not tell.
	API         *API
	Environment EnvironmentKey
}

// ACLsOf returns the access control policies of a publication.
func (c *Config) ACLsOf(p *Publication) Set[*ACL] {
	return Map(c.links.aclsOf.of(p), func(b *ACLBinding) (*ACL, bool) {
		policy := b.Policy.Target()
		return policy, policy != nil && certain(b, policy)
	})
}

// Slot is an API in an environment. Two equal slots are the same for certain.
type Slot struct {
	api         *API
	environment EnvironmentKey
	publication *Publication
}

// Slot returns what the policy is applied to.
func (a Applied[P]) Slot() Slot {
	if a.API == nil || a.Environment == "" {
		return Slot{publication: a.Publication}
	}
	return Slot{api: a.API, environment: a.Environment}
}

// Subject is the API, or the publication where the API is not certain.
func (a Applied[P]) Subject() *Resource {
	if a.API == nil {
		return a.Publication.Resource
	}
	return a.API.Resource
}

// AppliedThrottling returns every throttling policy that is certainly applied to a certain publication.
func (c *Config) AppliedThrottling() []Applied[Throttling] {
	return applied(c.ThrottlingBindings, func(b *ThrottlingBinding) (*Resource, *Throttling, Refs[Publication]) {
		return b.Resource, b.Policy.Target(), b.Publications
	})
}

// AppliedACLs returns every access control policy that is certainly applied to a certain publication.
func (c *Config) AppliedACLs() []Applied[ACL] {
	return applied(c.ACLBindings, func(b *ACLBinding) (*Resource, *ACL, Refs[Publication]) {
		return b.Resource, b.Policy.Target(), b.Publications
	})
}

// AppliedSignatures returns every signature that is certainly applied to a certain publication.
func (c *Config) AppliedSignatures() []Applied[Signature] {
	return applied(c.SignatureBindings, func(b *SignatureBinding) (*Resource, *Signature, Refs[Publication]) {
		return b.Resource, b.Signature.Target(), b.Publications
	})
}

func applied[B, P any, PP interface {
	*P
	Symbolic() bool
}](bindings []*B, parts func(*B) (*Resource, PP, Refs[Publication])) []Applied[P] {
	var all []Applied[P]
	for _, b := range bindings {
		resource, policy, publications := parts(b)
		if policy == nil || !certain(resource, policy) || leftToOthers(resource, publications.Argument()) {
			continue
		}
		seen := map[*Publication]bool{}
		for _, item := range publications.Certain() {
			p := item.Target()
			if p == nil || seen[p] || !certain(p) {
				continue
			}
			seen[p] = true
			a := Applied[P]{Policy: policy, Binding: resource, Publication: p}
			if api := p.API.Target(); api != nil && certain(api) {
				a.API, a.Environment = api, p.EnvironmentKey()
			}
			all = append(all, a)
		}
	}
	return all
}

// certain reports whether objects are one each: a symbolic one may be none, and stands for more than one.
func certain(objects ...interface{ Symbolic() bool }) bool {
	for _, object := range objects {
		if object.Symbolic() {
			return false
		}
	}
	return true
}

// AppliedPlugins returns every plugin that is certainly applied to a certain API and environment.
func (c *Config) AppliedPlugins() []Applied[Plugin] {
	var all []Applied[Plugin]
	add := func(binding *Resource, plugin *Plugin, api *API, environment Ref[Environment]) {
		if key := environmentKey(environment); plugin != nil && api != nil && key != "" && certain(binding, plugin, api) {
			all = append(all, Applied[Plugin]{Policy: plugin, Binding: binding, API: api, Environment: key})
		}
	}
	for _, b := range c.PluginAPIs {
		if leftToOthers(b, b.APIs.Argument()) {
			continue
		}
		for _, item := range b.APIs.Certain() {
			add(b.Resource, b.Plugin.Target(), item.Target(), b.Environment)
		}
	}
	for _, b := range c.APIPlugins {
		if leftToOthers(b, b.Plugins.Argument()) {
			continue
		}
		for _, item := range b.Plugins.Certain() {
			add(b.Resource, item.Target(), b.API.Target(), b.Environment)
		}
	}
	return all
}

// orchestrations returns the rules that make parameters out of those of the API.
func (a *API) orchestrations() Refs[Orchestration] {
	rules := FlatMap(a.Params.Set, func(p *Param) Set[Ref[Orchestration]] { return p.Orchestrations.Set })
	return Refs[Orchestration]{Set: rules.OrOthers(a.Ignores("request_params"))}
}

// Used reports whether anything applies a policy: a *Throttling, *ACL, *Signature, *Plugin, *Quota or *Orchestration. It is Unsure where the
// root module hands the policy out to somebody who may.
func (c *Config) Used(policy any) Verdict {
	switch p := policy.(type) {
	case *Throttling:
		return c.used(p.Resource, unused(c.links.throttlingUses.of(p), func(b *ThrottlingBinding) Verdict { return binds(b, b.Publications) }))
	case *ACL:
		return c.used(p.Resource, unused(c.links.aclUses.of(p), func(b *ACLBinding) Verdict { return binds(b, b.Publications) }))
	case *Signature:
		return c.used(p.Resource, unused(c.links.signatureUses.of(p), func(b *SignatureBinding) Verdict { return binds(b, b.Publications) }))
	case *Plugin:
		alone := unused(c.links.pluginUses.of(p), func(b *PluginAPIs) Verdict { return binds(b, b.APIs) })
		return c.used(p.Resource, all(alone, c.links.pluginUsesToo.of(p).Empty()))
	case *Quota:
		return c.used(p.Resource, unused(c.links.quotaUses.of(p), (*QuotaBinding).binds))
	case *Orchestration:
		return c.used(p.Resource, c.links.orchestrates.of(p).Empty())
	}
	return Unsure
}

// binds reports whether the association names an application.
func (b *QuotaBinding) binds() Verdict {
	switch {
	case b.Applications.Empty() == Yes && !b.Ignores("applications"):
		return No
	case b.Applications.Empty() == No:
		return Yes
	}
	return Unsure
}

func unused[B any](bindings Set[*B], binds func(*B) Verdict) Verdict {
	return bindings.Where(binds).Empty()
}

// binds reports whether an association is about anything: an empty list binds nothing.
func binds[T any](association any, list Refs[T]) Verdict {
	switch {
	case list.Argument() == nil:
		return Yes // the list is required, and its absence is reported
	case leftToOthers(association, list.Argument()):
		return Unsure
	case list.Empty() == Yes:
		return No
	}
	return Yes
}

func (c *Config) used(policy *Resource, unused Verdict) Verdict {
	switch {
	case unused == No:
		return Yes
	case unused == Unsure || c.exports.may(policy):
		return Unsure
	}
	return No
}
