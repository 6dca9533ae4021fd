package rules

import (
	"slices"
	"strings"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// unmappedBackendParameter finds backend parameters that do not agree with the backend's path or the request.
var unmappedBackendParameter = &lint.Rule{
	ID: "API603", Name: "unmapped-backend-parameter", Level: lint.Error, Cause: lint.Backend,
	Title: "a backend parameter that nothing fills, or that fills nothing",
	Codes: []string{"APIG.2027", "APIG.2028"},
	Files: texts,
	Links: []string{"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_api"},
	Check: lint.Each(func(p *lint.Pass, api *schema.API) {
		backends, _ := api.Backends()
		for _, b := range backends {
			checkBackendPath(p, b)
			checkMappings(p, b)
		}
	}),
}

// checkBackendPath compares the parameters in a backend's path with those that are declared for it.
func checkBackendPath(p *lint.Pass, b *schema.Backend) {
	if b.Web == nil {
		return
	}
	path, ok := b.Web.Path.Get()
	if !ok {
		return
	}
	inPath := schema.PathParams(path)
	declared, complete := map[string]bool{}, !b.Params.Open
	for _, param := range b.Params.Items {
		name, named := param.Name.Get()
		location, located := param.Location.Get()
		complete = complete && named && located
		if !named || location != "PATH" {
			continue
		}
		declared[name] = true
		if !slices.Contains(inPath, name) && !strings.Contains(path, "#") {
			p.Reportf(b.API, param.Name, "%s has a backend parameter %s with the location PATH and no {%s} in its backend's path: "+
				"the apply gets APIG.2027", b.API, name, name).Relate(b.Web.Path.Range(), "the backend's path is here")
		}
	}
	for _, name := range inPath {
		if complete && !declared[name] {
			p.Reportf(b.API, b.Web.Path, "%s has {%s} in its backend's path and no backend parameter that fills it: "+
				"the apply gets APIG.2027", b.API, name)
		}
	}
}

// checkMappings looks for the request parameters that a backend's parameters are filled from.
func checkMappings(p *lint.Pass, b *schema.Backend) {
	requested, complete := requestParams(b.API)
	path, ok := b.API.Path.Get()
	if !complete || !ok {
		return
	}
	for _, name := range schema.PathParams(path) {
		requested[name] = true
	}
	for _, param := range b.Params.Items {
		name, ok := param.Source.Get()
		if ok && param.Type.Is("REQUEST") && !requested[name] {
			p.Reportf(b.API, param.Source, "%s fills a backend parameter from its request parameter %s, which is not declared: "+
				"the apply gets APIG.2028", b.API, name)
		}
	}
}

// requestParams answers the names of the request parameters of an API, and whether there are certainly no others.
func requestParams(api *schema.API) (names map[string]bool, complete bool) {
	names, complete = map[string]bool{}, !api.Params.Open
	for _, param := range api.Params.Items {
		name, ok := param.Name.Get()
		complete = complete && ok && param.Orchestrations.Absent()
		names[name] = true
	}
	return names, complete
}
