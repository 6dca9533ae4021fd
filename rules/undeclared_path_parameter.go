package rules

import (
	"slices"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// undeclaredPathParameter finds paths and PATH parameters that do not agree.
var undeclaredPathParameter = &lint.Rule{
	ID: "API602", Name: "undeclared-path-parameter", Level: lint.Error, Cause: lint.Backend,
	Title: "a path and its parameters that do not agree",
	Codes: []string{"APIG.2026"},
	Files: texts,
	Links: []string{"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_api"},
	Check: lint.Each(func(p *lint.Pass, api *schema.API) {
		path, ok := api.Path.Get()
		protocol, known := api.Protocol.Or("")
		if !ok || !known || protocol == "GRPCS" {
			return // gRPC has no parameters at all
		}
		inPath := schema.PathParams(path)
		declared, complete := pathParams(api)
		for _, name := range inPath {
			if complete && declared[name] == nil {
				p.Reportf(api, api.Path, "%s has {%s} in its path and no request parameter %s with the location PATH: the apply gets APIG.2026",
					api, name, name)
			}
		}
		for _, param := range api.Params.Items {
			name, ok := param.Name.Get()
			if !ok || declared[name] != param || slices.Contains(inPath, name) {
				continue
			}
			location := "the location PATH"
			if param.Location.Absent() {
				location = "no location, which means PATH,"
			}
			p.Reportf(api, param.Name, "%s has a request parameter %s with %s and no {%s} in its path: the apply gets APIG.2026",
				api, name, location, name).Relate(api.Path.Range(), "the path is here")
		}
	}),
}

// pathParams answers the request parameters that are certainly in the path, by name, and whether there are certainly
// no others.
func pathParams(api *schema.API) (params map[string]*schema.Param, complete bool) {
	params, complete = map[string]*schema.Param{}, !api.Params.Open
	for _, param := range api.Params.Items {
		name, named := param.Name.Get()
		location, located := param.Location.Or("PATH")
		switch {
		case located && (location == "QUERY" || location == "HEADER"):
		case named && located && location == "PATH":
			params[name] = param
		default:
			complete = false
		}
	}
	return params, complete
}
