package schema

import "slices"

// StageKey identifies a stage: two equal keys are the same stage for certain, two different ones different stages. The
// empty key is a stage that cannot be told.
type StageKey string

// stageKey answers the key of a reference to a stage. The id of RELEASE is known; another literal id, or a stage that
// stands for many, may be any.
func stageKey(ref Ref[Stage]) StageKey {
	if id, ok := ref.Get(); ok && id == releaseID {
		return Release
	}
	target := ref.Target()
	if target == nil || target.Symbolic() {
		return ""
	}
	return StageKey(target.Address)
}

// IsRelease reports whether the stage is the one that callers reach without naming any.
func (k StageKey) IsRelease() bool { return k == Release }

// StageKey answers which stage the publication is in.
func (p *Publication) StageKey() StageKey { return stageKey(p.Stage) }

// StageKey answers which stage the authorization is for.
func (a *Authorization) StageKey() StageKey { return stageKey(a.Stage) }

// StageName answers the name of the stage of a reference as callers send it in X-Stage, "" where it is not known.
func StageName(ref Ref[Stage]) string {
	if stageKey(ref).IsRelease() {
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

// Published reports whether an API is published in any stage.
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

// PublishedIn reports whether an API is published in a stage.
func (c *Config) PublishedIn(api *API, stage StageKey) Verdict {
	in := c.links.publicationsOf
	return inStage(api, stage, !c.Open && !c.publishedOnce(api) && elsewhere(stage, in.loose), in.to[api])
}

// elsewhere reports whether objects that may be about any API are certainly none in a stage.
func elsewhere[T staged](stage StageKey, objects []T) bool {
	return !slices.ContainsFunc(objects, func(object T) bool {
		key := object.StageKey()
		return key == "" || stage == "" || key == stage
	})
}

// AuthorizationsOf answers the authorizations that name an API, and whether there are certainly no others.
func (c *Config) AuthorizationsOf(api *API) (authorizations []*Authorization, complete bool) {
	in := c.links.authorizationsOf
	return in.to[api], !c.Open && len(in.loose) == 0
}

// AuthorizedIn reports whether an application is authorized for an API in a stage.
func (c *Config) AuthorizedIn(api *API, stage StageKey) Verdict {
	in := c.links.authorizationsOf
	return inStage(api, stage, !c.Open && elsewhere(stage, in.loose), in.to[api])
}

// certainFor reports whether the resource is there whenever the API is. A symbolic one is not, unless the API itself is
// symbolic: what is said is then about those that are there.
func (r *Resource) certainFor(api *API) bool { return !r.Symbolic() || api.Symbolic() }

type staged interface {
	StageKey() StageKey
	certainFor(api *API) bool
}

// inStage reports whether one of the objects of an API is in a stage. They are all there are if they are complete.
func inStage[T staged](api *API, stage StageKey, complete bool, objects []T) Verdict {
	verdict := Unsure
	if complete {
		verdict = No
	}
	for _, object := range objects {
		switch key := object.StageKey(); {
		case key == "" || stage == "":
			verdict = Unsure
		case key == stage && object.certainFor(api):
			return Yes
		case key == stage:
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

// StageText answers how messages name the stage of a reference: as callers do, or else by its address. It is "a stage"
// where neither is known.
func StageText(ref Ref[Stage]) string {
	if name := StageName(ref); name != "" {
		return name
	}
	if target := ref.Target(); target != nil {
		return target.Address
	}
	return "a stage"
}

// pointless reports whether an authorization is for APIs alone that are certainly not published in its stage.
func (c *Config) pointless(a *Authorization) bool {
	for _, item := range a.APIs.Items {
		if api := item.Target(); api == nil || c.PublishedIn(api, a.StageKey()) != No {
			return false
		}
	}
	return a.APIs.Complete && len(a.APIs.Items) > 0
}

// StagesInUse answers the stages that something is published to, that variables, authorizations or plugins are for, or
// that an output of the configuration hands on. It is false where any stage may be among them.
func (c *Config) StagesInUse() (used map[*Stage]bool, complete bool) {
	used, complete = map[*Stage]bool{}, !c.Open
	use := func(ref Ref[Stage]) {
		if target := ref.Target(); target != nil {
			used[target] = true
		} else if !stageKey(ref).IsRelease() && ref.Loose() {
			complete = false
		}
	}
	for _, p := range c.Publications {
		use(p.Stage)
	}
	for _, a := range c.Actions {
		use(a.Stage)
	}
	for _, a := range c.BatchActions {
		use(a.Stage)
	}
	for _, a := range c.Authorizations {
		if !c.pointless(a) {
			use(a.Stage)
		}
	}
	for _, v := range c.StageVariables {
		use(v.Stage)
	}
	for _, g := range c.Groups {
		for _, environment := range g.Environments.Items {
			use(environment.Stage)
		}
	}
	for _, p := range c.PluginAPIs {
		use(p.Stage)
	}
	for _, p := range c.APIPlugins {
		use(p.Stage)
	}
	outputs := c.Root.OutputReach()
	complete = complete && !outputs.Open()
	for _, stage := range c.Stages {
		if outputs.Mentions(stage.Instance) {
			used[stage] = true
		}
	}
	return used, complete
}
