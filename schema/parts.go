package schema

// Parts returns the resources that could as well be blocks of another one: members and member groups of channels, custom ports of
// gateways, variables of groups. It maps their addresses to that of the other one, and leaves them out where it is not certain.
func (c *Config) Parts() map[string]string {
	parts := map[string]string{}
	add := func(part, owner *Resource) { parts[part.Address] = owner.Address }
	for _, m := range c.Members {
		if ch := m.Channel.Target(); ch != nil {
			add(m.Resource, ch.Resource)
		}
	}
	for _, g := range c.MemberGroups {
		if ch := g.Channel.Target(); ch != nil {
			add(g.Resource, ch.Resource)
		}
	}
	for _, p := range c.IngressPorts {
		if gateway := p.Gateway.Target(); gateway != nil {
			add(p.Resource, gateway.Resource)
		}
	}
	for _, v := range c.EnvironmentVariables {
		if group := v.Group.Target(); group != nil {
			add(v.Resource, group.Resource)
		}
	}
	return parts
}
