package rules

import (
	"regexp"
	"sync"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// stalePublication finds publications that keep the old version of an API when the API is edited.
var stalePublication = &lint.Rule{
	ID: "PUB303", Name: "stale-publication", Level: lint.Warning, Cause: lint.Publishing,
	Title:   "a publication that is not updated when its API changes",
	Symptom: "callers get the old version",
	Files:   texts,
	Links:   []string{"https://support.huaweicloud.com/intl/en-us/usermanual-apig/apig_03_0014.html"},
	Check: lint.Each(func(p *lint.Pass, publication *schema.Publication) {
		api := publication.API.Target()
		if api == nil || !publication.Version.Absent() || publication.ReplacedWhenChanges(api.Resource) {
			return
		}
		if p.PublicationsOf(api).MayHaveOthers() || followsAPI(publication, api) {
			return
		}
		because, at, note := "its description does not depend on it", publication.Description.Range(), "the description is here"
		if text, ok := publication.Description.Or(""); ok && text == "" {
			because, at, note = "it has no description that depends on it", api.Range(), "the API is here"
		}
		p.Reportf(publication, publication, "%s is not updated when %s changes, because %s: callers keep getting the old version",
			publication, api, because).Relate(at, "%s", note).
			Remedyf("let the description depend on the API, for example sha1(jsonencode([%[1]s.request_method, %[1]s.request_path]))", api)
	}),
}

// digest is what generators write into a description.
var digest = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`[0-9a-fA-F]{7,}`) })

// followsAPI reports whether the description may be another one after the API is edited.
func followsAPI(publication *schema.Publication, api *schema.API) bool {
	text, ok := publication.Description.Or("")
	if !ok || digest().MatchString(text) || publication.Ignores("description") {
		return true
	}
	if !publication.Description.IsSet() {
		return false
	}
	reach := publication.Description.Argument().Reach()
	return reach.ChangesByItself() || reach.Meets(api.Instance.Reach())
}
