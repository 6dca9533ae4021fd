package rules

import (
	"regexp"
	"sync"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/lint/prose"
	"github.com/apiglint/apiglint/schema"
)

// undefinedVariable finds backends that are written with a variable that the environment does not have.
var undefinedVariable = &lint.Rule{
	ID: "PUB308", Name: "undefined-variable", Level: lint.Error, Cause: lint.Publishing,
	Title:     "a backend that uses an undefined environment variable",
	Symptom:   "the API cannot be published to the environment, or calls to it fail",
	ByRelease: true,
	Elsewhere: true,
	Links:     []string{"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_environment_variable"},
	Check: lint.Each(func(p *lint.Pass, api *schema.API) {
		group := api.Group.Target()
		if group == nil {
			return
		}
		for _, backend := range api.Backends().Certain() {
			if backend.Web == nil {
				continue
			}
			reportUndefined(p, api, group, backend.Web.Path)
			if !backend.Policy { // the address of a policy is not sent
				reportUndefined(p, api, group, backend.Web.Address)
			}
		}
	}),
}

// variable is a reference to a variable of the environment.
var variable = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`#([A-Za-z][A-Za-z0-9_-]*)#`) })

func reportUndefined(p *lint.Pass, api *schema.API, group *schema.Group, where schema.Value[string]) {
	text, ok := where.Get()
	if !ok || where.Sensitive() {
		return
	}
	var missing []string
	for _, match := range variable().FindAllStringSubmatch(text, -1) {
		for _, publication := range p.PublicationsOf(api).Certain() {
			environment := publication.EnvironmentKey()
			if p.PublishedIn(api, environment) == schema.Yes && p.VariableIn(group, environment, match[1]) == schema.No {
				missing = append(missing, match[0]+" in "+schema.EnvironmentText(publication.Environment))
			}
		}
	}
	if len(missing) > 0 {
		p.Reportf(api, where, "%s uses a variable that %s does not define (%s): publishing or calling it there fails",
			api, group, prose.Some(missing, "and")).
			Relate(group.Range(), "%s is here", group).
			Remedyf("add %s to %s for %s", withType(group.Resource, "apig_environment_variable", "a "+typed(group.Resource, "apig_environment_variable"), "an environment block"),
				group, prose.Some(missing, "and"))
	}
}
