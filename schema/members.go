package schema

import "slices"

// Populated reports whether a group certainly has an API.
func (c *Config) Populated(g *Group) bool {
	return slices.ContainsFunc(c.APIsOf(g).Certain(), func(api *API) bool { return api.certainlyIn(g) })
}

// certainlyIn reports whether the group has the API whenever it exists itself.
func (a *API) certainlyIn(g *Group) bool { return !a.Symbolic() || g.Symbolic() }

// Offers reports whether any API of a group is published.
func (c *Config) Offers(g *Group) Verdict {
	return c.anyAPI(g, c.Published)
}

// Speaks reports whether any API of a group can be called by a protocol, HTTP or HTTPS. gRPC is called by HTTPS.
func (c *Config) Speaks(g *Group, protocol string) Verdict {
	return c.anyAPI(g, func(api *API) Verdict { return api.Speaks(protocol) })
}

// Speaks reports whether the API can be called by a protocol, HTTP or HTTPS. gRPC is called by HTTPS.
func (a *API) Speaks(protocol string) Verdict {
	own, ok := a.Protocol.Get()
	switch {
	case !ok:
		return Unsure
	case own == "BOTH" || own == protocol || (own == "GRPCS" && protocol == "HTTPS"):
		return Yes
	case own == "HTTP" || own == "HTTPS" || own == "GRPCS":
		return No
	}
	return Unsure
}

func (c *Config) anyAPI(g *Group, holds func(*API) Verdict) Verdict {
	return c.APIsOf(g).Any(func(api *API) Verdict { return holds(api).onlyIf(api.certainlyIn(g)) })
}
