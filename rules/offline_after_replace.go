package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// offlineAfterReplace finds publications that take their API offline when they are replaced.
var offlineAfterReplace = &lint.Rule{
	ID: "PUB307", Name: "offline-after-replace", Level: lint.Error, Cause: lint.Publishing,
	Title: "a publication whose replacement takes the API offline",
	Codes: []string{"APIG.0101"},
	Links: []string{"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_api_publishment"},
	Check: lint.Each(func(p *lint.Pass, publication *schema.Publication) {
		if at, certain := publication.CreateBeforeDestroy(); certain {
			p.Reportf(publication, publication, "%s has create_before_destroy, so destroying the old publication takes the new one offline: after a replacement calls get APIG.0101",
				publication).Relate(at, "create_before_destroy of %s is set here", publication).
				Remedyf("remove create_before_destroy from %s, and publish changes with a description that depends on the API", publication)
		}
	}),
}
