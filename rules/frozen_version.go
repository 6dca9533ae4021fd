package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// frozenVersion finds publications that stay at an old version.
var frozenVersion = &lint.Rule{
	ID: "PUB305", Name: "frozen-version", Level: lint.Note, Cause: lint.Publishing,
	Title:   "a publication that stays at an old version",
	Symptom: "callers get the old version",
	Files:   texts,
	Links:   []string{"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_api_publishment"},
	Check: lint.Each(func(p *lint.Pass, publication *schema.Publication) {
		if version, ok := publication.Version.Get(); ok && version != "" && !publication.Ignores("version_id") {
			p.Reportf(publication, publication, "%s stays at one version: callers do not get what is written in the API", publication).
				Relate(publication.Version.Range(), "the version is named here")
		}
	}),
}
