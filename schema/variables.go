package schema

import (
	"regexp"
	"sync"
)

// VariableIn reports whether a group has a variable with a name in a stage: one in its own block, or a resource.
func (c *Config) VariableIn(g *Group, stage StageKey, name string) Verdict {
	in := c.links.variablesOf
	verdict := No
	if c.Open || len(in.loose) > 0 || g.Environments.Open || g.Ignores("environment") || stage == "" {
		verdict = Unsure
	}
	// consider takes in a variable, and answers whether it is the one for certain.
	consider := func(where StageKey, called Value[string], certain bool) bool {
		if (where != "" && where != stage) || (!called.Is(name) && !called.Unknown()) {
			return false
		}
		if where == stage && stage != "" && called.Is(name) && certain {
			return true
		}
		verdict = Unsure
		return false
	}
	for _, environment := range g.Environments.Items {
		where := stageKey(environment.Stage)
		if environment.Variables.Open && (where == "" || where == stage) {
			verdict = Unsure
		}
		for _, variable := range environment.Variables.Items {
			if consider(where, variable.Name, true) {
				return Yes
			}
		}
	}
	for _, variable := range in.to[g] {
		if consider(stageKey(variable.Stage), variable.Name, !variable.Symbolic()) {
			return Yes
		}
	}
	return verdict
}

// variableAddress is a backend address whose host is a variable of the stage.
var variableAddress = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^#([A-Za-z][A-Za-z0-9_-]*)#(:\d+)?$`) })

// variableEndpoints answers the addresses that certain variables give a backend whose host is one, in the stages that its
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
	consider := func(stage StageKey, name, value Value[string], r *Resource) {
		if stage != "" && name.Is(match[1]) && c.PublishedIn(b.API, stage) == Yes && r.ExistsWith(b.API.Resource) {
			all = append(all, GatewayEndpoint{Endpoint: c.endpoint(value), Resource: r})
		}
	}
	for _, environment := range group.Environments.Items {
		for _, v := range environment.Variables.Items {
			consider(stageKey(environment.Stage), v.Name, v.Value, group.Resource)
		}
	}
	for _, v := range c.links.variablesOf.to[group] {
		consider(stageKey(v.Stage), v.Name, v.Value, v.Resource)
	}
	return all
}
