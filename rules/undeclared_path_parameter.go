package rules

import (
	"slices"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/paths"
)

// undeclaredPathParameter finds paths and PATH parameters that do not agree.
var undeclaredPathParameter = &lint.Rule{
	ID: "API602", Name: "undeclared-path-parameter", Level: lint.Error, Cause: lint.Backend,
	Title: "a request path that does not match its declared parameters",
	Codes: []string{"APIG.2026"},
	Links: []string{"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_api"},
	Check: lint.Each(func(p *lint.Pass, api *schema.API) {
		path, ok := api.Path.Get()
		protocol, known := api.Protocol.Or("")
		if !ok || !known || protocol == "GRPCS" {
			return // gRPC has no parameters at all
		}
		inPath := paths.Params(path)
		declared := pathParams(api)
		names := schema.LookupOf(schema.Map(declared, nameOf))
		for _, name := range inPath {
			if names.Contains(name) == schema.No {
				p.Reportf(api, api.Path, "%s has {%s} in its path but no request parameter %s with location PATH: the apply gets APIG.2026",
					api, name, name).
					Remedyf("add a request_params block to %s with name = %q and location = \"PATH\"", api, name)
			}
		}
		seen := map[string]bool{}
		for _, param := range slices.Backward(declared.Certain()) { // the last of a name is the one
			name, _ := nameOf(param)
			if seen[name] || slices.Contains(inPath, name) {
				continue
			}
			seen[name] = true
			location := "location PATH"
			if param.Location.Absent() {
				location = "the default location PATH"
			}
			p.Reportf(api, param.Name, "%s has a request parameter %s with %s but no {%s} in its path: the apply gets APIG.2026",
				api, name, location, name).
				Remedyf("add {%s} to request_path of %s, or set the location of the parameter to QUERY or HEADER", name, api).
				Relate(api.Path.Range(), "the path of %s is here", api)
		}
	}),
}

func nameOf(param *schema.Param) (string, bool) { return param.Name.Get() }

// pathParams returns the request parameters that are in the path.
func pathParams(api *schema.API) schema.Set[*schema.Param] {
	return api.Params.Where(func(param *schema.Param) schema.Verdict {
		_, named := param.Name.Get()
		location, located := param.Location.Or("PATH")
		switch {
		case located && (location == "QUERY" || location == "HEADER"):
			return schema.No
		case named && located && location == "PATH":
			return schema.Yes
		}
		return schema.Unsure
	})
}
