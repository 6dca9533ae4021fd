package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// stalePublication finds publications that keep the old version of an API when the API is edited.
var stalePublication = &lint.Rule{
	ID: "PUB303", Name: "stale-publication", Level: lint.Warning, Cause: lint.Publishing,
	Title:     "a publication that is not updated when its API changes",
	Symptom:   "callers get the old version",
	Elsewhere: true,
	Links:     []string{"https://support.huaweicloud.com/intl/en-us/usermanual-apig/apig_03_0014.html"},
	Check: lint.Each(func(p *lint.Pass, publication *schema.Publication) {
		api := publication.API.Target()
		if api == nil || !publication.Version.Absent() || publication.ReplacedWithEdits(api) {
			return
		}
		if p.PublicationsOf(api).MayHaveOthers() || publication.Follows(api) {
			return
		}
		because, at, note := "its description does not depend on what an edit changes", publication.Description.Range(), "the description is here"
		if text, ok := publication.Description.Or(""); ok && text == "" {
			because, at, note = "it has no description that depends on it", api.Range(), "the API is here"
		}
		p.Reportf(publication, publication, "%s is not updated when %s changes, because %s: callers keep getting the old version",
			publication, api, because).Relate(at, "%s", note).
			Remedyf("let the description depend on the API, for example sha1(jsonencode([%[1]s.request_method, %[1]s.request_path]))", api)
	}),
}
