package schema

import "slices"

// EnvironmentKey identifies an environment: two equal keys are the same environment for certain, two different ones different environments. The
// empty key is an environment that cannot be told.
type EnvironmentKey string

// environmentKey answers the key of a reference to an environment. The id of RELEASE is known; another literal id, or an environment that
// stands for many, may be any.
func environmentKey(ref Ref[Environment]) EnvironmentKey {
	if id, ok := ref.Get(); ok && id == releaseID {
		return Release
	}
	target := ref.Target()
	if target == nil || target.Symbolic() {
		return ""
	}
	return EnvironmentKey(target.Address)
}

// IsRelease reports whether the environment is the one that callers reach without naming any.
func (k EnvironmentKey) IsRelease() bool { return k == Release }

// EnvironmentKey answers which environment the publication is in.
func (p *Publication) EnvironmentKey() EnvironmentKey { return environmentKey(p.Environment) }

// EnvironmentKey answers which environment the authorization is for.
func (a *Authorization) EnvironmentKey() EnvironmentKey { return environmentKey(a.Environment) }

// EnvironmentName answers the name of the environment of a reference as callers send it in X-Stage, "" where it is not known.
func EnvironmentName(ref Ref[Environment]) string {
	if environmentKey(ref).IsRelease() {
		return Release
	}
	if target := ref.Target(); target != nil {
		name, _ := target.Name.Get()
		return name
	}
	return ""
}

// PublicationsOf answers the publications of an API, and whether there are certainly no others.
func (c *Config) PublicationsOf(api *API) (publications []*Publication, complete bool) {
	complete = !c.Open && len(c.links.publicationsOf.loose) == 0 && !c.publishedOnce(api)
	return c.links.publicationsOf.to[api], complete
}

// publishedOnce reports whether a one-time action may publish the API.
func (c *Config) publishedOnce(api *API) bool {
	l := &c.links
	maybe := func(action Value[string]) bool { return !action.Is("offline") }
	isAction := func(a *Action) bool { return maybe(a.Action) }
	isBatch := func(b *BatchAction) bool { return maybe(b.Action) }
	return slices.ContainsFunc(l.actionsOf.to[api], isAction) ||
		slices.ContainsFunc(l.actionsOf.loose, isAction) ||
		slices.ContainsFunc(l.batchesOf.to[api], isBatch) ||
		slices.ContainsFunc(l.batchesOf.loose, isBatch) ||
		slices.ContainsFunc(l.batchesOfGroup.to[api.Group.Target()], isBatch) ||
		api.Group.Loose() && slices.ContainsFunc(c.BatchActions, isBatch) ||
		slices.ContainsFunc(l.batchesOfGroup.loose, isBatch)
}

// KeptPublished reports whether a publication keeps an API published: a resource that stands for the published version as
// long as it is declared, other than an action, which publishes once.
func (c *Config) KeptPublished(api *API) Verdict {
	in := c.links.publicationsOf
	for _, p := range in.to[api] {
		if p.certainFor(api) {
			return Yes
		}
	}
	if c.Open || len(in.to[api]) > 0 || len(in.loose) > 0 {
		return Unsure
	}
	return No
}

// Published reports whether an API is published in any environment.
func (c *Config) Published(api *API) Verdict {
	publications, complete := c.PublicationsOf(api)
	for _, p := range publications {
		if p.certainFor(api) {
			return Yes
		}
	}
	if len(publications) == 0 && complete {
		return No
	}
	return Unsure
}

// PublishedIn reports whether an API is published in an environment.
func (c *Config) PublishedIn(api *API, environment EnvironmentKey) Verdict {
	in := c.links.publicationsOf
	return inEnvironment(api, environment, !c.Open && !c.publishedOnce(api) && elsewhere(environment, in.loose), in.to[api])
}

// elsewhere reports whether objects that may be about any API are certainly none in an environment.
func elsewhere[T staged](environment EnvironmentKey, objects []T) bool {
	return !slices.ContainsFunc(objects, func(object T) bool {
		key := object.EnvironmentKey()
		return key == "" || environment == "" || key == environment
	})
}

// AuthorizationsOf answers the authorizations that name an API, and whether there are certainly no others.
func (c *Config) AuthorizationsOf(api *API) (authorizations []*Authorization, complete bool) {
	in := c.links.authorizationsOf
	return in.to[api], !c.Open && len(in.loose) == 0
}

// AuthorizedIn reports whether an application is authorized for an API in an environment.
func (c *Config) AuthorizedIn(api *API, environment EnvironmentKey) Verdict {
	in := c.links.authorizationsOf
	return inEnvironment(api, environment, !c.Open && elsewhere(environment, in.loose), in.to[api])
}

// certainFor reports whether the resource is there whenever the API is. A symbolic one is not, unless the API itself is
// symbolic: what is said is then about those that are there.
func (r *Resource) certainFor(api *API) bool { return !r.Symbolic() || api.Symbolic() }

type staged interface {
	EnvironmentKey() EnvironmentKey
	certainFor(api *API) bool
}

// inEnvironment reports whether one of the objects of an API is in an environment. They are all there are if they are complete.
func inEnvironment[T staged](api *API, environment EnvironmentKey, complete bool, objects []T) Verdict {
	verdict := Unsure
	if complete {
		verdict = No
	}
	for _, object := range objects {
		switch key := object.EnvironmentKey(); {
		case key == "" || environment == "":
			verdict = Unsure
		case key == environment && object.certainFor(api):
			return Yes
		case key == environment:
			verdict = Unsure
		}
	}
	return verdict
}

// Contained reports whether the gateway or the group of the API is declared in this configuration.
func (a *API) Contained() bool { return a.Group.Target() != nil || a.Gateway.Target() != nil }

// SoleGateway answers the gateway of the API, its own or its group's, or nil.
func (a *API) SoleGateway() *Gateway {
	if g := a.Gateway.Target(); g != nil {
		return g
	}
	if group := a.Group.Target(); group != nil {
		return group.Gateway.Target()
	}
	return nil
}

// EnvironmentText answers how messages name the environment of a reference: as callers do, or else by its address. It is "an environment"
// where neither is known.
func EnvironmentText(ref Ref[Environment]) string {
	if name := EnvironmentName(ref); name != "" {
		return name
	}
	if target := ref.Target(); target != nil {
		return target.Address
	}
	return "an environment"
}

// pointless reports whether an authorization is for APIs alone that are certainly not published in its environment.
func (c *Config) pointless(a *Authorization) bool {
	for _, item := range a.APIs.Items {
		if api := item.Target(); api == nil || c.PublishedIn(api, a.EnvironmentKey()) != No {
			return false
		}
	}
	return a.APIs.Complete && len(a.APIs.Items) > 0
}

// EnvironmentsInUse answers the environments that something is published to, that variables, authorizations or plugins are for, or
// that an output of the configuration hands on. It is false where any environment may be among them.
func (c *Config) EnvironmentsInUse() (used map[*Environment]bool, complete bool) {
	used, complete = map[*Environment]bool{}, !c.Open
	use := func(ref Ref[Environment]) {
		if target := ref.Target(); target != nil {
			used[target] = true
		} else if !environmentKey(ref).IsRelease() && ref.Loose() {
			complete = false
		}
	}
	for _, p := range c.Publications {
		use(p.Environment)
	}
	for _, a := range c.Actions {
		use(a.Environment)
	}
	for _, a := range c.BatchActions {
		use(a.Environment)
	}
	for _, a := range c.Authorizations {
		if !c.pointless(a) {
			use(a.Environment)
		}
	}
	for _, v := range c.EnvironmentVariables {
		use(v.Environment)
	}
	for _, g := range c.Groups {
		for _, environment := range g.Environments.Items {
			use(environment.Environment)
		}
	}
	for _, p := range c.PluginAPIs {
		use(p.Environment)
	}
	for _, p := range c.APIPlugins {
		use(p.Environment)
	}
	outputs := c.Root.OutputReach()
	complete = complete && !outputs.Open()
	for _, environment := range c.Environments {
		if outputs.Mentions(environment.Instance) {
			used[environment] = true
		}
	}
	return used, complete
}
