package schema

import "slices"

// Populated reports whether a group certainly has an API.
func (c *Config) Populated(g *Group) bool {
	return slices.ContainsFunc(c.APIsOf(g), func(api *API) bool { return api.certainlyIn(g) })
}

// certainlyIn reports whether the group has the API whenever it exists itself.
func (a *API) certainlyIn(g *Group) bool { return !a.Symbolic() || g.Symbolic() }

// Offers answers whether any API of a group is published.
func (c *Config) Offers(g *Group) Verdict {
	return c.some(g, c.Published)
}

// Speaks answers whether any API of a group can be called by a protocol, HTTP or HTTPS. gRPC is called by HTTPS.
func (c *Config) Speaks(g *Group, protocol string) Verdict {
	return c.some(g, func(api *API) Verdict { return api.Speaks(protocol) })
}

// Speaks answers whether the API can be called by a protocol, HTTP or HTTPS. gRPC is called by HTTPS.
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

// some answers whether something holds for any API of a group.
func (c *Config) some(g *Group, holds func(*API) Verdict) Verdict {
	apis, complete := c.AllAPIsOf(g)
	verdict := No
	if !complete {
		verdict = Unsure
	}
	for _, api := range apis {
		switch v := holds(api); {
		case v == Yes && api.certainlyIn(g):
			return Yes
		case v != No:
			verdict = Unsure
		}
	}
	return verdict
}
