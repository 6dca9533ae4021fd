package schema

import (
	"regexp"
	"strconv"
	"strings"
	"sync"
)

// VariableIn reports whether a group has a variable with a name in an environment: one in its own block, or a resource.
func (c *Config) VariableIn(g *Group, environment EnvironmentKey, name string) Verdict {
	matches := func(where EnvironmentKey, called Value[string]) Verdict {
		switch {
		case where != "" && where != environment, !called.Is(name) && !called.Unknown():
			return No
		case where == "" || called.Unknown():
			return Unsure
		}
		return Yes
	}
	inBlock := g.Environments.Any(func(block *GroupEnvironment) Verdict {
		where := environmentKey(block.Environment)
		if where != "" && where != environment {
			return No
		}
		return block.Variables.Any(func(v *GroupVariable) Verdict { return matches(where, v.Name) })
	})
	alone := c.links.variablesOf.of(g).Any(func(v *EnvironmentVariable) Verdict {
		return matches(environmentKey(v.Environment), v.Name).onlyIf(!v.Symbolic())
	})
	uncertain := g.Ignores("environment") || environment == ""
	return SetOf(inBlock, alone).OrOthers(uncertain).Any(func(v Verdict) Verdict { return v })
}

// variableAddress is a backend address whose host is a variable of the environment.
var variableAddress = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^#([A-Za-z][A-Za-z0-9_-]*)#(:\d+)?$`) })

// variableEndpoints returns the addresses that certain variables give a backend whose host is one, in the environments that its
// API is certainly published to.
func (c *Config) variableEndpoints(b *Backend) []GatewayEndpoint {
	return c.VariableEndpointsIn(b, "")
}

// VariableEndpointsIn returns the addresses that certain variables of an environment give a backend whose host is one. The empty key
// stands for all environments that its API is certainly published to.
func (c *Config) VariableEndpointsIn(b *Backend, in EnvironmentKey) []GatewayEndpoint {
	group := b.API.Group.Target()
	if group == nil || b.Web == nil || b.Policy || !b.Web.Channel.Absent() {
		return nil
	}
	address, _ := b.Web.Address.Get()
	match := variableAddress().FindStringSubmatch(address)
	if match == nil {
		return nil
	}
	port := b.Web.defaultPort()
	if written, err := strconv.Atoi(strings.TrimPrefix(match[2], ":")); err == nil {
		port = written
	}
	var all []GatewayEndpoint
	consider := func(environment EnvironmentKey, name, value Value[string], r *Resource) {
		if environment != "" && (in == "" || environment == in) && name.Is(match[1]) && c.PublishedIn(b.API, environment) == Yes && r.ExistsWith(b.API.Resource) {
			all = append(all, GatewayEndpoint{Endpoint: c.endpoint(value, port), Resource: r})
		}
	}
	for _, environment := range group.Environments.Certain() {
		for _, v := range environment.Variables.Certain() {
			consider(environmentKey(environment.Environment), v.Name, v.Value, group.Resource)
		}
	}
	for _, v := range c.links.variablesOf.to[group] {
		consider(environmentKey(v.Environment), v.Name, v.Value, v.Resource)
	}
	return all
}
