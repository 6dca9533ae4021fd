package schema

import (
	"slices"

	"github.com/apiglint/apiglint/schema/terraform"
	"github.com/apiglint/apiglint/schema/terraform/configs"
)

// EnvironmentKey identifies an environment: two equal keys are the same environment for certain, two different ones different environments. The
// empty key is an environment that cannot be told.
type EnvironmentKey string

// environmentKey returns the key of a reference to an environment. The id of RELEASE is known; another literal id, or an environment that
// stands for many, may be any.
func environmentKey(ref Ref[Environment]) EnvironmentKey {
	id, ok := ref.Get()
	if ok && (id == ReleaseID || ref.byName && id == Release) {
		return Release
	}
	target := ref.Target()
	if target == nil && ok && ref.byName {
		return EnvironmentKey(id) // it is declared nowhere, so no address is the same
	}
	if target == nil || target.Symbolic() {
		return ""
	}
	return EnvironmentKey(target.Address)
}

// IsRelease reports whether the environment is the one that callers reach without naming any.
func (k EnvironmentKey) IsRelease() bool { return k == Release }

// EnvironmentKey returns which environment the publication is in.
func (p *Publication) EnvironmentKey() EnvironmentKey { return environmentKey(p.Environment) }

// EnvironmentKey returns which environment the authorization is for.
func (a *Authorization) EnvironmentKey() EnvironmentKey { return environmentKey(a.Environment) }

// EnvironmentName returns the name of the environment of a reference as callers send it in X-Stage, "" where it is not known.
func EnvironmentName(ref Ref[Environment]) string {
	if environmentKey(ref).IsRelease() {
		return Release
	}
	if target := ref.Target(); target != nil {
		name, _ := target.Name.Get()
		return name
	}
	if name, ok := ref.Get(); ok && ref.byName {
		return name
	}
	return ""
}

// PublicationsOf returns the publications of an API.
func (c *Config) PublicationsOf(api *API) Set[*Publication] {
	return c.links.publicationsOf.of(api).OrOthers(c.publishedOnce(api))
}

// publishedOnce reports whether a one-time action may publish the API.
func (c *Config) publishedOnce(api *API) bool {
	l := c.links
	isAction := func(a *Action) bool { return !a.Action.Is("offline") }
	isBatch := func(b *BatchAction) bool { return !b.Action.Is("offline") }
	return slices.ContainsFunc(l.actionsOf.to[api], isAction) ||
		slices.ContainsFunc(l.actionsOf.others(), isAction) ||
		slices.ContainsFunc(l.batchesOf.to[api], isBatch) ||
		slices.ContainsFunc(l.batchesOf.others(), isBatch) ||
		slices.ContainsFunc(l.batchesOfGroup.to[api.Group.Target()], isBatch) ||
		api.Group.Loose() && slices.ContainsFunc(c.BatchActions, isBatch) ||
		slices.ContainsFunc(l.batchesOfGroup.others(), isBatch)
}

// Publisher is what publishes an API in an environment: a publication, or an action that does so once.
type Publisher struct {
	*Resource
	Environment EnvironmentKey
}

// PublishersOf returns what publishes an API.
func (c *Config) PublishersOf(api *API) Set[Publisher] {
	l := c.links
	inGroup := Set[*BatchAction]{whole: len(c.BatchActions) == 0 || !api.Group.Loose()}
	if group := api.Group.Target(); group != nil {
		inGroup = l.batchesOfGroup.of(group)
	}
	publications := Map(l.publicationsOf.of(api), func(p *Publication) (Publisher, bool) {
		return Publisher{p.Resource, p.EnvironmentKey()}, true
	})
	actions := l.actionsOf.of(api).Where(func(a *Action) Verdict { return publishes(a.Action) })
	batches := Merge(l.batchesOf.of(api), inGroup).Where(func(b *BatchAction) Verdict { return publishes(b.Action) })
	return Merge(publications,
		Map(actions, func(a *Action) (Publisher, bool) { return Publisher{a.Resource, environmentKey(a.Environment)}, true }),
		Map(batches, func(b *BatchAction) (Publisher, bool) {
			return Publisher{b.Resource, environmentKey(b.Environment)}, true
		}))
}

func publishes(action Value[string]) Verdict {
	if action.Unknown() {
		return Unsure
	}
	return verdictOf(action.Is("online"))
}

// Unawaited returns what publishes an API in an environment, where something that needs it to be published may be made before any
// of that is.
func (c *Config) Unawaited(by *Resource, api *API, environment EnvironmentKey) []Publisher {
	publishers, ok := c.PublishersOf(api).Where(func(p Publisher) Verdict {
		if p.Environment == "" || environment == "" {
			return Unsure
		}
		return verdictOf(p.Environment == environment)
	}).All()
	awaits := by.Instance.Awaits()
	if !ok || slices.ContainsFunc(publishers, func(p Publisher) bool { return p.Symbolic() || p.Exists() || awaits(p.Instance) }) {
		return nil
	}
	return publishers
}

// KeptPublished reports whether a publication keeps an API published: a resource that stands for the published version as
// long as it is declared, other than an action, which publishes once.
func (c *Config) KeptPublished(api *API) Verdict {
	return c.links.publicationsOf.of(api).Any(func(p *Publication) Verdict { return Yes.onlyIf(p.certainFor(api)) })
}

// Published reports whether an API is published in any environment.
func (c *Config) Published(api *API) Verdict {
	return c.PublicationsOf(api).Any(func(p *Publication) Verdict { return Yes.onlyIf(p.certainFor(api)) })
}

// PublishedIn reports whether an API is published in an environment.
func (c *Config) PublishedIn(api *API, environment EnvironmentKey) Verdict {
	return inEnvironment(c.links.publicationsOf, api, environment, c.publishedOnce(api))
}

// EnvironmentKey returns which environment the action is about.
func (a *Action) EnvironmentKey() EnvironmentKey { return environmentKey(a.Environment) }

// EnvironmentKey returns which environment the action is about.
func (a *BatchAction) EnvironmentKey() EnvironmentKey { return environmentKey(a.Environment) }

// EnvironmentKey returns which environment the plugin applies in.
func (p *PluginAPIs) EnvironmentKey() EnvironmentKey { return environmentKey(p.Environment) }

// EnvironmentKey returns which environment the plugins apply in.
func (p *APIPlugins) EnvironmentKey() EnvironmentKey { return environmentKey(p.Environment) }

// CallableIn reports whether callers find an API in an environment: a publication keeps it there, or an action has put it there and
// certainly none takes it away.
func (c *Config) CallableIn(api *API, environment EnvironmentKey) Verdict {
	kept := inEnvironment(c.links.publicationsOf, api, environment, false)
	if kept == Yes || environment == "" {
		return kept
	}
	l := c.links
	online, doubt := false, false
	consider := func(action Value[string], ref Ref[Environment], certainly bool) {
		switch key := environmentKey(ref); {
		case key != "" && key != environment:
		case action.Is("online") && key == environment && certainly:
			online = true
		default:
			doubt = true
		}
	}
	for _, a := range l.actionsOf.to[api] {
		consider(a.Action, a.Environment, certain(a, api))
	}
	for _, b := range slices.Concat(l.batchesOf.to[api], l.batchesOfGroup.to[api.Group.Target()]) {
		consider(b.Action, b.Environment, certain(b, api))
	}
	for _, a := range l.actionsOf.others() {
		consider(a.Action, a.Environment, false)
	}
	for _, b := range slices.Concat(l.batchesOf.others(), l.batchesOfGroup.others()) {
		consider(b.Action, b.Environment, false)
	}
	switch {
	case doubt || online && len(c.Unpublishings) > 0 || api.Group.Loose() && len(c.BatchActions) > 0:
		return Unsure
	case online:
		return Yes
	}
	return kept
}

// ResourcesPublishing returns the publications of an API that are declared, and no action.
func (c *Config) ResourcesPublishing(api *API) Set[*Publication] {
	return c.links.publicationsOf.of(api)
}

// EnvironmentsOf returns the names of the environments that callers certainly find an API in, in the order of the configuration.
func (c *Config) EnvironmentsOf(api *API) []string {
	var names []string
	add := func(ref Ref[Environment]) {
		if name := EnvironmentName(ref); name != "" && !slices.Contains(names, name) && c.CallableIn(api, environmentKey(ref)) == Yes {
			names = append(names, name)
		}
	}
	for _, p := range c.links.publicationsOf.to[api] {
		add(p.Environment)
	}
	for _, a := range c.links.actionsOf.to[api] {
		add(a.Environment)
	}
	for _, b := range slices.Concat(c.links.batchesOf.to[api], c.links.batchesOfGroup.to[api.Group.Target()]) {
		add(b.Environment)
	}
	return names
}

// AuthorizationsOf returns the authorizations that name an API.
func (c *Config) AuthorizationsOf(api *API) Set[*Authorization] {
	return c.links.authorizationsOf.of(api)
}

// AuthorizationsIn returns the authorizations that name an API and are for an environment.
func (c *Config) AuthorizationsIn(api *API, environment EnvironmentKey) Set[*Authorization] {
	return c.AuthorizationsOf(api).Where(func(a *Authorization) Verdict { return appliesIn(a, environment) })
}

// AuthorizedIn reports whether an application is authorized for an API in an environment.
func (c *Config) AuthorizedIn(api *API, environment EnvironmentKey) Verdict {
	return inEnvironment(c.links.authorizationsOf, api, environment, false)
}

// AuthorizedFor reports whether one application is authorized for an API in an environment.
func (c *Config) AuthorizedFor(app *Application, api *API, environment EnvironmentKey) Verdict {
	in := c.links.authorizationsOf
	of := func(authorizations []*Authorization) []*Authorization {
		return slices.DeleteFunc(slices.Clone(authorizations), func(a *Authorization) bool { return a.Application.Target() != app && !a.Application.Loose() })
	}
	verdict := inEnvironment(inbound[Authorization, API]{
		to: map[*API][]*Authorization{api: of(in.to[api])}, loose: of(in.others()), edge: in.edge, open: in.open,
	}, api, environment, false)
	certain := slices.ContainsFunc(in.to[api], func(a *Authorization) bool { return a.Application.Target() == app })
	return verdict.onlyIf(certain || verdict != Yes)
}

// certainFor reports whether the resource is there whenever the API is. A symbolic one is not, unless the API itself is
// symbolic: what is said is then about those that are there.
func (r *Resource) certainFor(api *API) bool {
	many := api.Symbolic() // asked first: where one stands for many, it is not certain which of them is meant
	return many || !r.Symbolic()
}

// staged is what puts an API into an environment.
type staged interface {
	EnvironmentKey() EnvironmentKey
	certainFor(api *API) bool
}

// inEnvironment reports whether one of the objects that refer to an API is in an environment, or something else may do what they do.
func inEnvironment[S any, P interface {
	*S
	staged
}](in inbound[S, API], api *API, environment EnvironmentKey, otherwise bool) Verdict {
	is := func(object P) Verdict {
		switch key := object.EnvironmentKey(); {
		case key == "" || environment == "":
			return Unsure
		case key == environment:
			return Yes.onlyIf(object.certainFor(api))
		}
		return No
	}
	mayBe := slices.ContainsFunc(in.others(), func(object *S) bool { return is(object) != No })
	return SetOf(in.to[api]...).OrOthers(in.reached(api) || otherwise || mayBe).Any(func(object *S) Verdict { return is(object) })
}

// Contained reports whether the gateway or the group of the API is declared in this configuration.
func (a *API) Contained() bool { return a.Group.Target() != nil || a.Gateway.Target() != nil }

// ServingGateway returns the gateway of the API, its own or its group's, or nil.
func (a *API) ServingGateway() *Gateway {
	if g := a.Gateway.Target(); g != nil {
		return g
	}
	if group := a.Group.Target(); group != nil {
		return group.Gateway.Target()
	}
	return nil
}

// EnvironmentText returns how messages name the environment of a reference: as callers do, or else by its address. It is "an environment"
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
	published := a.APIs.Any(func(item Ref[API]) Verdict {
		if api := item.Target(); api != nil {
			return c.PublishedIn(api, a.EnvironmentKey())
		}
		return Unsure
	})
	return published == No && a.APIs.Empty() == No
}

// EnvironmentsInUse returns the environments that something is published to, that variables, authorizations or plugins are for, or
// that an output of the configuration hands on.
func (c *Config) EnvironmentsInUse() Lookup[*Environment] {
	var refs []Ref[Environment]
	for _, p := range slices.Concat(c.Publications, c.triggered) {
		refs = append(refs, p.Environment)
	}
	for _, a := range c.Actions {
		refs = append(refs, a.Environment)
	}
	for _, a := range c.BatchActions {
		refs = append(refs, a.Environment)
	}
	for _, a := range c.Authorizations {
		if !c.pointless(a) {
			refs = append(refs, a.Environment)
		}
	}
	for _, v := range c.EnvironmentVariables {
		refs = append(refs, v.Environment)
	}
	for _, g := range c.Groups {
		for _, environment := range g.Environments.Certain() {
			refs = append(refs, environment.Environment)
		}
	}
	for _, p := range c.PluginAPIs {
		if binds(p, p.APIs) != No {
			refs = append(refs, p.Environment)
		}
	}
	for _, p := range c.APIPlugins {
		if binds(p, p.Plugins) != No {
			refs = append(refs, p.Environment)
		}
	}
	used := SetOf[*Environment]()
	for _, ref := range refs {
		if target := ref.Target(); target != nil {
			used.members = append(used.members, target)
		} else {
			used = used.OrOthers(!environmentKey(ref).IsRelease() && ref.Loose())
		}
	}
	outputs := c.Root.OutputReach()
	read := outputs.ReadOf()
	for _, environment := range c.Environments {
		if handsOn(outputs, read(environment.Instance), environment) || reaches[Publication](&c.Kinds, environment) {
			used.members = append(used.members, environment)
		}
	}
	return LookupOf(used.OrOthers(outputs.Open()))
}

// handsOn reports whether something else may publish to an environment by what the outputs read of it: its id, or its name.
func handsOn(outputs terraform.Reach, read []string, environment *Environment) bool {
	if read == nil {
		return outputs.Mentions(environment.Instance) // and does not say which attribute
	}
	return slices.ContainsFunc(read, func(attr string) bool { return attr == "" || attr == "id" || attr == "name" })
}

// MadeFromUpdatedAt returns the API whose updated_at the publication's description is made from, "" where it is made from none.
func (p *Publication) MadeFromUpdatedAt() string {
	for _, origin := range p.Description.Origins() {
		if i := origin.Instance; origin.Attr == "updated_at" && i.Resource.Mode == configs.Managed && i.Resource.Type == "huaweicloud_apig_api" {
			return i.Address
		}
	}
	return ""
}

// MayBePreflight reports whether the API may be one that answers preflight requests, with the method OPTIONS and CORS: the gateway
// asks for no authentication there, whatever is set.
func (a *API) MayBePreflight() bool {
	method, known := a.Method.Get()
	return (!known && !a.Method.Absent() || method == "OPTIONS") && (a.CORS.Is(true) || a.CORS.Unknown())
}
