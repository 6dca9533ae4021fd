package schema

import (
	"regexp"
	"sync"
)

// VariableIn reports whether a group has a variable with a name in an environment: one in its own block, or a resource.
func (c *Config) VariableIn(g *Group, environment EnvironmentKey, name string) Verdict {
	in := c.links.variablesOf
	verdict := No
	if c.Open || len(in.loose) > 0 || g.Environments.Open || g.Ignores("environment") || environment == "" {
		verdict = Unsure
	}
	// consider takes in a variable, and answers whether it is the one for certain.
	consider := func(where EnvironmentKey, called Value[string], certain bool) bool {
		if (where != "" && where != environment) || (!called.Is(name) && !called.Unknown()) {
			return false
		}
		if where == environment && environment != "" && called.Is(name) && certain {
			return true
		}
		verdict = Unsure
		return false
	}
	for _, block := range g.Environments.Items {
		where := environmentKey(block.Environment)
		if block.Variables.Open && (where == "" || where == environment) {
			verdict = Unsure
		}
		for _, variable := range block.Variables.Items {
			if consider(where, variable.Name, true) {
				return Yes
			}
		}
	}
	for _, variable := range in.to[g] {
		if consider(environmentKey(variable.Environment), variable.Name, !variable.Symbolic()) {
			return Yes
		}
	}
	return verdict
}

// variableAddress is a backend address whose host is a variable of the environment.
var variableAddress = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^#([A-Za-z][A-Za-z0-9_-]*)#(:\d+)?$`) })

// variableEndpoints answers the addresses that certain variables give a backend whose host is one, in the environments that its
// API is certainly published to.
func (c *Config) variableEndpoints(b *Backend) []GatewayEndpoint {
	group := b.API.Group.Target()
	if group == nil || b.Web == nil || b.Policy || !b.Web.Channel.Absent() {
		return nil
	}
	address, _ := b.Web.Address.Get()
	match := variableAddress().FindStringSubmatch(address)
	if match == nil {
		return nil
	}
	var all []GatewayEndpoint
	consider := func(environment EnvironmentKey, name, value Value[string], r *Resource) {
		if environment != "" && name.Is(match[1]) && c.PublishedIn(b.API, environment) == Yes && r.ExistsWith(b.API.Resource) {
			all = append(all, GatewayEndpoint{Endpoint: c.endpoint(value), Resource: r})
		}
	}
	for _, environment := range group.Environments.Items {
		for _, v := range environment.Variables.Items {
			consider(environmentKey(environment.Environment), v.Name, v.Value, group.Resource)
		}
	}
	for _, v := range c.links.variablesOf.to[group] {
		consider(environmentKey(v.Environment), v.Name, v.Value, v.Resource)
	}
	return all
}
