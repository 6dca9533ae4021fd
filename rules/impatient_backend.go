package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// impatientBackend finds functions that may run longer than the API in front of them waits.
var impatientBackend = &lint.Rule{
	ID: "API611", Name: "impatient-backend", Level: lint.Note, Cause: lint.Backend,
	Title: "a function that may run longer than the timeout of its API",
	Codes: []string{"APIG.0201", "APIG.0203"}, Status: 504,
	Links: []string{
		"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_api",
		"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/fgs_function",
	},
	Check: lint.Each(func(p *lint.Pass, api *schema.API) {
		for _, b := range api.Backends().Certain() {
			function := b.FunctionBehind()
			if function == nil || b.Waits() != schema.Yes {
				continue
			}
			seconds, ok := function.Timeout.Get()
			milliseconds, known := b.Timeout().Or(schema.DefaultTimeout)
			if ok && known && seconds > milliseconds/1000 {
				p.Reportf(api, timeoutPlace(b), "%s waits %d ms for %s, which may run for %d s: slower calls get APIG.0201",
					api, milliseconds, function, seconds).
					Remedyf("raise the timeout of %s to at least %d ms, or lower that of %s", api, seconds*1000, function).
					Relate(function.Timeout.Range(), "the timeout of %s is set here", function)
			}
		}
	}),
}
