package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// outageOnRepublish finds publications that are taken offline to publish again.
var outageOnRepublish = &lint.Rule{
	ID: "PUB310", Name: "outage-on-republish", Level: lint.Note, Cause: lint.Publishing,
	Title: "a publication that is replaced to publish changes",
	Codes: []string{"APIG.0101"},
	Links: []string{"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_api_publishment"},
	Check: lint.Each(func(p *lint.Pass, publication *schema.Publication) {
		if _, worse := publication.CreateBeforeDestroy(); worse {
			return // offline-after-replace
		}
		if at, any := publication.ReplacedWith(); any {
			p.Reportf(publication, lint.At(at), "%s is replaced to publish changes: until the replacement is created, calls get APIG.0101", publication).
				Remedyf("remove replace_triggered_by from %s, and publish changes with a description that depends on the API", publication)
		}
	}),
}
