package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// reservedEnvironment finds environments with the name of the one that every gateway has.
var reservedEnvironment = &lint.Rule{
	ID: "PUB311", Name: "reserved-environment", Level: lint.Error, Cause: lint.Publishing,
	Title:   "an environment named RELEASE",
	Symptom: "the apply fails",
	Links:   []string{"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_environment"},
	Check: lint.Each(func(p *lint.Pass, environment *schema.Environment) {
		if environment.Name.Is(schema.Release) {
			p.Reportf(environment, environment, "%s is named RELEASE like the environment that every gateway has: the apply fails", environment).
				Relate(environment.Name.Range(), "%s has its name here", environment).
				Remedyf("remove %s, and write env_id = %q instead of %[1]s.id", environment, schema.ReleaseID)
		}
	}),
}
