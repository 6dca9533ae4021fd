package schema

import (
	"encoding/json"
)

// DefaultRate is the rate at which a gateway throttles an API that nothing else limits, in calls a second, unless its
// feature ratelimit says otherwise.
const DefaultRate = 200

// RateCeiling answers the highest rate that the gateway allows an API, in calls a second, and the feature that sets it,
// if there is one. It is false where it is not certain.
func (c *Config) RateCeiling(g *Gateway) (rate int, by *Feature, certain bool) {
	verdict, feature := c.FeatureOf(g, "ratelimit")
	switch verdict {
	case No:
		return DefaultRate, feature, true
	case Yes:
		text, ok := feature.Config.Get()
		var config struct {
			Limit *int `json:"api_limits"`
		}
		if !ok || json.Unmarshal([]byte(text), &config) != nil || config.Limit == nil {
			return 0, feature, false
		}
		return *config.Limit, feature, true
	case Unsure:
	}
	return 0, feature, false
}

// periods are the units of a throttling policy in seconds.
var periods = map[string]int{"SECOND": 1, "MINUTE": 60, "HOUR": 3600, "DAY": 86400}

// Seconds answers the length of the policy's period.
func (t *Throttling) Seconds() (int, bool) {
	length, ok := t.Period.Get()
	unit, known := t.Unit.Or("MINUTE")
	seconds, valid := periods[unit]
	return length * seconds, ok && known && valid && length > 0
}

// ThrottlingOf answers the bindings of throttling policies that limit a publication, and whether there are certainly no
// others.
func (c *Config) ThrottlingOf(p *Publication) (bindings []*ThrottlingBinding, complete bool) {
	in := c.links.throttlingsOf
	return in.to[p], !c.Open && len(in.loose) == 0
}

// RatePluginOf reports whether a rate_limit plugin limits an API in any stage.
func (c *Config) RatePluginOf(api *API) Verdict {
	verdict := No
	if c.Open || len(c.links.pluginAPIsOf.loose) > 0 || len(c.links.apiPluginsOf.loose) > 0 {
		verdict = Unsure
	}
	for _, plugin := range c.pluginsOf(api) {
		switch {
		case plugin == nil || plugin.Type.Unknown():
			verdict = Unsure
		case plugin.Type.Is("rate_limit"):
			return Yes
		}
	}
	return verdict
}

// pluginsOf answers the plugins that are applied to an API. A nil stands for one that cannot be told.
func (c *Config) pluginsOf(api *API) []*Plugin {
	var plugins []*Plugin
	for _, use := range c.links.pluginAPIsOf.to[api] {
		plugins = append(plugins, use.Plugin.Target())
	}
	for _, use := range c.links.apiPluginsOf.to[api] {
		for _, item := range use.Plugins.Items {
			plugins = append(plugins, item.Target())
		}
		if !use.Plugins.Complete {
			plugins = append(plugins, nil)
		}
	}
	return plugins
}

// Applied is a policy that is applied to an API in a stage.
type Applied[P any] struct {
	Policy *P // never nil
	// Binding is the resource that applies it.
	Binding *Resource
	// Publication is the publication it is bound to, nil where a binding names API and stage instead.
	Publication *Publication
	API         *API
	Stage       StageKey
}

// AppliedThrottling answers every throttling policy that is certainly applied to a certain API and stage.
func (c *Config) AppliedThrottling() []Applied[Throttling] {
	return applied(c.ThrottlingBindings, func(b *ThrottlingBinding) (*Resource, *Throttling, Refs[Publication]) {
		return b.Resource, b.Policy.Target(), b.Publications
	})
}

// AppliedACLs answers every access control policy that is certainly applied to a certain API and stage.
func (c *Config) AppliedACLs() []Applied[ACL] {
	return applied(c.ACLBindings, func(b *ACLBinding) (*Resource, *ACL, Refs[Publication]) {
		return b.Resource, b.Policy.Target(), b.Publications
	})
}

// AppliedSignatures answers every signature that is certainly applied to a certain API and stage.
func (c *Config) AppliedSignatures() []Applied[Signature] {
	return applied(c.SignatureBindings, func(b *SignatureBinding) (*Resource, *Signature, Refs[Publication]) {
		return b.Resource, b.Signature.Target(), b.Publications
	})
}

func applied[B, P any](bindings []*B, parts func(*B) (*Resource, *P, Refs[Publication])) []Applied[P] {
	var all []Applied[P]
	for _, b := range bindings {
		resource, policy, publications := parts(b)
		if policy == nil {
			continue
		}
		for _, item := range publications.Items {
			p := item.Target()
			if p == nil || p.API.Target() == nil || p.StageKey() == "" {
				continue
			}
			all = append(all, Applied[P]{policy, resource, p, p.API.Target(), p.StageKey()})
		}
	}
	return all
}

// AppliedPlugins answers every plugin that is certainly applied to a certain API and stage.
func (c *Config) AppliedPlugins() []Applied[Plugin] {
	var all []Applied[Plugin]
	add := func(binding *Resource, plugin *Plugin, api *API, stage Ref[Stage]) {
		if key := stageKey(stage); plugin != nil && api != nil && key != "" {
			all = append(all, Applied[Plugin]{Policy: plugin, Binding: binding, API: api, Stage: key})
		}
	}
	for _, b := range c.PluginAPIs {
		for _, item := range b.APIs.Items {
			add(b.Resource, b.Plugin.Target(), item.Target(), b.Stage)
		}
	}
	for _, b := range c.APIPlugins {
		for _, item := range b.Plugins.Items {
			add(b.Resource, item.Target(), b.API.Target(), b.Stage)
		}
	}
	return all
}

// Used reports whether anything applies a policy: a *Throttling, *ACL, *Signature or *Plugin.
func (c *Config) Used(policy any) Verdict {
	l := &c.links
	used, loose := false, false
	switch p := policy.(type) {
	case *Throttling:
		used, loose = len(l.throttlingUses.to[p]) > 0, len(l.throttlingUses.loose) > 0
	case *ACL:
		used, loose = len(l.aclUses.to[p]) > 0, len(l.aclUses.loose) > 0
	case *Signature:
		used, loose = len(l.signatureUses.to[p]) > 0, len(l.signatureUses.loose) > 0
	case *Plugin:
		used = len(l.pluginUses.to[p]) > 0 || len(l.pluginUsesToo.to[p]) > 0
		loose = len(l.pluginUses.loose) > 0 || len(l.pluginUsesToo.loose) > 0
	}
	switch {
	case used:
		return Yes
	case loose || c.Open:
		return Unsure
	}
	return No
}
