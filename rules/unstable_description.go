package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// unstableDescription finds descriptions that are made of what an edit of an API changes while it is applied.
var unstableDescription = &lint.Rule{
	ID: "PUB313", Name: "unstable-description", Level: lint.Warning, Cause: lint.Publishing,
	Title:   "a description that changes while an edit of the API is applied",
	Symptom: "the apply that edits the API fails",
	Links:   []string{"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_api#attributes-reference"},
	Check: lint.Each(func(p *lint.Pass, publication *schema.Publication) {
		api := publication.MadeFromUpdatedAt()
		if api == "" || publication.Ignores("description") {
			return
		}
		p.Reportf(publication, publication.Description, "the description of %s depends on updated_at of %s, which changes while an edit of the API "+
			"is applied: Terraform refuses the description as inconsistent with the plan", publication, api).
			Remedyf("build the description from arguments of the API instead, for example sha1(jsonencode([%[1]s.request_method, %[1]s.request_path]))", api)
	}),
}
