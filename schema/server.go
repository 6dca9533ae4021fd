package schema

import "net/netip"

// Server is a cloud server: huaweicloud_compute_instance.
type Server struct {
	*Resource
	Groups Refs[SecurityGroup] `tf:"security_group_ids"`
	// Names are those of its security groups, where they have no ids.
	Names    List[string]          `tf:"security_groups"`
	Networks Nested[ServerNetwork] `tf:"network"`
}

// ServerNetwork is a network that a server is in.
type ServerNetwork struct {
	Block
	Subnet  Ref[Subnet]   `tf:"uuid" of:"any"`
	Address Value[string] `tf:"fixed_ip_v4"`
}

// GroupsOfServer returns the security groups of a server, which are those of all its networks.
func (c *Config) GroupsOfServer(s *Server) Set[*SecurityGroup] {
	open := s.Ignores("security_group_ids") || s.Ignores("security_groups") ||
		s.Groups.Empty() == Yes && s.Names.Empty() == Yes // then it gets the default group of the account
	named := Map(s.Names.Set, func(name Value[string]) (*SecurityGroup, bool) {
		group := c.groupNamed(name)
		return group, group != nil
	})
	return Merge(s.Groups.Targets(), named).OrOthers(open)
}

// groupsByName are the security groups by their names.
type groupsByName struct {
	of      map[string][]*SecurityGroup
	unknown bool // another one may have any name
}

// groupNamed returns the only security group that a name is that of, or nil.
func (c *Config) groupNamed(name Value[string]) *SecurityGroup {
	groups := Derived(c, func(c *Config) groupsByName {
		by := groupsByName{of: map[string][]*SecurityGroup{}}
		for _, g := range c.SecurityGroups {
			text, ok := g.Name.Get()
			by.unknown = by.unknown || !ok || g.Symbolic()
			by.of[text] = append(by.of[text], g)
		}
		return by
	})
	text, ok := name.Get()
	if found := groups.of[text]; ok && !groups.unknown && len(found) == 1 {
		return found[0]
	}
	return nil
}

// servers are the cloud servers by their fixed addresses.
type servers struct {
	at      map[netip.Addr][]*Server
	unknown bool // another one may have any address
}

// ServerAt returns the only server that is given a private address, and whether it is certain which one has it: an address that
// nobody writes may be any server's.
func (c *Config) ServerAt(addr netip.Addr) (*Server, bool) {
	all := Derived(c, func(c *Config) servers {
		of := servers{at: map[netip.Addr][]*Server{}}
		for _, s := range c.Servers {
			of.unknown = of.unknown || s.Networks.Empty() != No || s.Networks.MayHaveOthers() // one has to be there, and a plan does not show it
			for _, network := range s.Networks.Certain() {
				text, ok := network.Address.Get()
				of.unknown = of.unknown || network.Address.Unknown()
				if ip, err := netip.ParseAddr(text); ok && err == nil {
					of.at[ip] = append(of.at[ip], s)
				}
			}
		}
		return of
	})
	switch found := all.at[addr]; {
	case all.unknown || len(found) > 1:
		return nil, false
	case len(found) == 1:
		return found[0], !found[0].Symbolic()
	}
	return nil, true
}

// serverOf returns the server whose address a value is, or nil.
func (c *Config) serverOf(v Value[string]) *Server {
	origin, ok := OriginOf(c.Root.ModuleInstance, v.raw())
	if !ok || origin.Attr != "access_ip_v4" {
		return nil
	}
	server, _ := c.objects[origin.Instance].(*Server)
	return server
}

// ServerBehind returns the server that an endpoint certainly is, nil where that is none of the configuration, and whether that is certain.
func (c *Config) ServerBehind(e Endpoint) (*Server, bool) {
	switch {
	case e.Server != nil:
		return e.Server, true
	case e.IP.IsValid() && e.IP.IsPrivate():
		return c.ServerAt(e.IP)
	}
	return nil, e.Host != "" || e.EIP != nil
}

// SubnetBehind returns the subnet that an endpoint is in, nil where that is not certain.
func (c *Config) SubnetBehind(e Endpoint) *Subnet {
	switch {
	case e.Server != nil:
		if networks, ok := e.Server.Networks.All(); ok && len(networks) == 1 {
			return networks[0].Subnet.Target()
		}
	case e.IP.Is4() && e.IP.IsPrivate():
		return c.SubnetWith(e.IP)
	}
	return nil
}

// healthChecks are the addresses that the health checks of channels come from.
var healthChecks = netip.MustParsePrefix("100.125.0.0/16")

// AdmitsGateway reports whether the security group of a backend lets a gateway in at a port, out of its subnet or by its health checks.
// The ranges that it comes from are none where its subnet is not known.
func (c *Config) AdmitsGateway(group *SecurityGroup, g *Gateway, port int) (Admission, []netip.Prefix) {
	f := flow{way: "ingress", port: port, ipv6: No, member: func(other *SecurityGroup) Verdict {
		if own := g.Filter(); own != nil && own != other && !g.SecurityGroup.Loose() {
			return No
		}
		return Unsure
	}}
	if subnet := g.Subnet.Target(); subnet != nil && !g.Subnet.Loose() {
		if own, ok := subnet.Addresses(); ok {
			f.peers = []netip.Prefix{own, healthChecks}
		}
	}
	return c.admission(group, f), f.peers
}
