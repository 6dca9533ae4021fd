package schema

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
