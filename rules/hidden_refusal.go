package rules

import (
	"slices"
	"strings"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// hiddenRefusal finds gateway responses that make a refused call look like one that succeeded.
var hiddenRefusal = &lint.Rule{
	ID: "API613", Name: "hidden-refusal", Level: lint.Note, Cause: lint.Backend,
	Title:   "a gateway response that turns an error into a success",
	Symptom: "a refused call looks like a success",
	Links:   []string{"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_response"},
	Check: lint.Each(func(p *lint.Pass, response *schema.Response) {
		if response.Ignores("rule") {
			return
		}
		for _, rule := range response.Rules.Certain() {
			status, ok := rule.Status.Get()
			body, known := rule.Body.Get()
			if !ok || status < 200 || status > 299 || !known || tellsError(body) {
				continue
			}
			kind, _ := rule.Error.Get()
			if kind == "" {
				kind = "an error"
			}
			p.Reportf(response, rule.Status, "%s answers %s with status %d and without the error code: callers mistake a refused call for a success",
				response, kind, status).
				Remedyf("set status_code to an error status, or put $context.error.code into the body, in %s", response)
		}
	}),
}

// errorMarks are what a body tells the error by: the gateway's variables, or the code itself.
var errorMarks = []string{"$context.error", "$context.authorizer", "APIG."}

func tellsError(body string) bool {
	return slices.ContainsFunc(errorMarks, func(mark string) bool { return strings.Contains(body, mark) })
}
