package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// frozenVersion finds publications that stay at an old version.
var frozenVersion = &lint.Rule{
	ID: "PUB305", Name: "frozen-version", Level: lint.Note, Cause: lint.Publishing,
	Title:   "a publication pinned to an old version",
	Symptom: "callers get the old version",
	Links:   []string{"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_api_publishment"},
	Check: lint.Each(func(p *lint.Pass, publication *schema.Publication) {
		if version, ok := publication.Version.Get(); ok && version != "" && !publication.Ignores("version_id") {
			p.Reportf(publication, publication, "%s is pinned to one version: changes of the API do not reach callers", publication).
				Relate(publication.Version.Range(), "%s is pinned here", publication).
				Remedyf("remove version_id from %s when the rollback is over", publication)
		}
	}),
}
