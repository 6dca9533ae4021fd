package schema

import (
	"regexp"
	"slices"
	"sync"

	"github.com/apiglint/apiglint/schema/facts"
	"github.com/apiglint/apiglint/schema/terraform"
	"github.com/apiglint/apiglint/schema/terraform/configs"
)

// EnvironmentKey identifies an environment: two equal keys are the same environment for certain, two different ones different environments. The
// empty key is an environment that cannot be told.
type EnvironmentKey string

// environmentKey returns the key of a reference to an environment. The id of RELEASE is known; another literal id, or an environment that
// stands for many, may be any.
func environmentKey(ref Ref[Environment]) EnvironmentKey {
	if id, ok := ref.Get(); ok && id == ReleaseID {
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
	return ""
}

// PublicationsOf returns the publications of an API.
func (c *Config) PublicationsOf(api *API) Set[*Publication] {
	return c.links.publicationsOf.of(api).OrOthers(c.publishedOnce(api))
}

// unpublished are the arguments and attributes of an API that no edit changes which is to be published: a change of them
// replaces the API and with it the publication, or is a label.
var unpublished = []string{"description", "enable_force_new", "group_id", "id", "instance_id", "name", "region", "registered_at", "tags"}

// digest is what generators write into a description.
var digest = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`[0-9a-fA-F]{7,}`) })

// Follows reports whether the publication's description may be another one after the API is edited: it depends on what an
// edit changes, on what the API is made from, or on something outside of the configuration.
func (p *Publication) Follows(api *API) bool {
	text, ok := p.Description.Or("")
	switch {
	case ok && text == "":
		return p.Ignores("description")
	case p.Ignores("description") || p.Description.Argument() == nil || digest().MatchString(text):
		return true
	}
	return follows(p.Description.Argument().Reach(), api, 0)
}

// maxReadings bounds the resources that are followed, one after the other.
const maxReadings = 20

func follows(reach terraform.Reach, api *API, depth int) bool {
	made := api.Instance.ReachWithout(unpublished...)
	if depth > maxReadings || reach.Open() || made.Open() && reach.Named() || reach.ChangesByItself() || reach.Quotes(digest().MatchString) ||
		reach.Shares(made) {
		return true
	}
	return slices.ContainsFunc(reach.Readings(), func(read terraform.Reading) bool {
		if read.Of(api.Instance) {
			return !slices.Contains(unpublished, read.Attr)
		}
		if len(read.Instances) == 0 {
			return true
		}
		return slices.ContainsFunc(read.Instances, func(i *terraform.Instance) bool { return mayChange(i, read.Attr, api, depth) })
	})
}

// mayChange reports whether an attribute of an instance may change with the API.
func mayChange(i *terraform.Instance, attr string, api *API, depth int) bool {
	known := facts.Resource(i.Resource.Type)
	switch {
	case known == nil || i.Resource.Mode == configs.Data || attr == "":
		return true
	case attr == "id":
		return false // that of a resource stays as long as the resource
	}
	a := known.Attrs[attr]
	if a == nil || a.Block {
		return true
	}
	if arg := i.Block().Arg(attr); arg != nil {
		return follows(arg.Reach(), api, depth+1)
	}
	return a.Computed
}

// publishedOnce reports whether a one-time action may publish the API.
func (c *Config) publishedOnce(api *API) bool {
	l := &c.links
	isAction := func(a *Action) bool { return !a.Action.Is("offline") }
	isBatch := func(b *BatchAction) bool { return !b.Action.Is("offline") }
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

// AuthorizationsOf returns the authorizations that name an API.
func (c *Config) AuthorizationsOf(api *API) Set[*Authorization] {
	return c.links.authorizationsOf.of(api)
}

// AuthorizedIn reports whether an application is authorized for an API in an environment.
func (c *Config) AuthorizedIn(api *API, environment EnvironmentKey) Verdict {
	return inEnvironment(c.links.authorizationsOf, api, environment, false)
}

// certainFor reports whether the resource is there whenever the API is. A symbolic one is not, unless the API itself is
// symbolic: what is said is then about those that are there.
func (r *Resource) certainFor(api *API) bool { return !r.Symbolic() || api.Symbolic() }

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
	mayBe := slices.ContainsFunc(in.loose, func(object *S) bool { return is(object) != No })
	return SetOf(in.to[api]...).OrOthers(in.open || otherwise || mayBe).Any(func(object *S) Verdict { return is(object) })
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
	for _, p := range c.Publications {
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
		refs = append(refs, p.Environment)
	}
	for _, p := range c.APIPlugins {
		refs = append(refs, p.Environment)
	}
	used := SetOf[*Environment]().OrOthers(c.Open)
	for _, ref := range refs {
		if target := ref.Target(); target != nil {
			used.members = append(used.members, target)
		} else {
			used = used.OrOthers(!environmentKey(ref).IsRelease() && ref.Loose())
		}
	}
	outputs := c.Root.OutputReach()
	for _, environment := range c.Environments {
		if outputs.Mentions(environment.Instance) {
			used.members = append(used.members, environment)
		}
	}
	return LookupOf(used.OrOthers(outputs.Open()))
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
