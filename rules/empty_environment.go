package rules

import (
	"slices"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// emptyEnvironment finds environments that nobody can call anything in.
var emptyEnvironment = &lint.Rule{
	ID: "PUB309", Name: "empty-environment", Level: lint.Note, Cause: lint.Publishing,
	Title:     "an environment that no API is published to",
	Codes:     []string{"APIG.0101"},
	Elsewhere: true,
	Links:     []string{"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_environment"},
	Check: lint.Given(func(p *lint.Pass) {
		used := p.EnvironmentsInUse()
		if !slices.ContainsFunc(p.Publications, isThere) {
			return
		}
		for _, environment := range p.Environments {
			name, ok := environment.Name.Get()
			if used.Contains(environment) == schema.No && environment.Gateway.Target() != nil && ok && name != schema.Release {
				p.Reportf(environment, environment, "no API is published to %s: calls with its name in X-Stage get APIG.0101", environment).
					Remedyf("publish an API with env_id = %[1]s.id, or remove %[1]s", environment)
			}
		}
	}, lint.Of[schema.Environment]),
}

func isThere(publication *schema.Publication) bool { return !publication.Symbolic() }
