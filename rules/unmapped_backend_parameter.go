package rules

import (
	"slices"
	"strings"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/paths"
)

// unmappedBackendParameter finds backend parameters that do not agree with the backend's path or the request.
var unmappedBackendParameter = &lint.Rule{
	ID: "API603", Name: "unmapped-backend-parameter", Level: lint.Error, Cause: lint.Backend,
	Title: "a backend parameter without its counterpart",
	Codes: []string{"APIG.2027", "APIG.2028"},
	Links: []string{"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_api"},
	Check: lint.Each(func(p *lint.Pass, api *schema.API) {
		for _, b := range api.Backends().Certain() {
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
	inPath := paths.Params(path)
	declared := b.Params.Where(fillsPath)
	for _, param := range declared.Certain() {
		if name, _ := param.Name.Get(); !slices.Contains(inPath, name) && !strings.Contains(path, "#") {
			p.Reportf(b.API, param.Name, "%s has a backend parameter %s with location PATH but no {%s} in its backend path: "+
				"the apply gets APIG.2027", b.API, name, name).
				Remedyf("add {%s} to the backend path of %s, or remove the parameter", name, b.API).
				Relate(b.Web.Path.Range(), "the backend path of %s is here", b.API)
		}
	}
	names := schema.LookupOf(schema.Map(declared, func(param *schema.BackendParam) (string, bool) { return param.Name.Get() }))
	for _, name := range inPath {
		if names.Contains(name) == schema.No {
			p.Reportf(b.API, b.Web.Path, "%s has {%s} in its backend path but no backend parameter %s with location PATH: "+
				"the apply gets APIG.2027", b.API, name, name).
				Remedyf("add a backend_params block to %s with name = %q and location = \"PATH\"", b.API, name)
		}
	}
}

// fillsPath reports whether a backend parameter has a name and fills a parameter of the path.
func fillsPath(param *schema.BackendParam) schema.Verdict {
	_, named := param.Name.Get()
	location, located := param.Location.Get()
	switch {
	case !named || !located:
		return schema.Unsure
	case location == "PATH":
		return schema.Yes
	}
	return schema.No
}

// checkMappings looks for the request parameters that a backend's parameters are filled from.
func checkMappings(p *lint.Pass, b *schema.Backend) {
	requested, all := requestParams(b.API).All()
	path, ok := b.API.Path.Get()
	if !all || !ok {
		return
	}
	known := schema.LookupOf(schema.SetOf(slices.Concat(requested, paths.Params(path))...))
	for _, param := range b.Params.Certain() {
		name, ok := param.Source.Get()
		if ok && param.Type.Is("REQUEST") && known.Contains(name) == schema.No {
			p.Reportf(b.API, param.Source, "%s maps its request parameter %s to the backend but does not declare it: "+
				"the apply gets APIG.2028", b.API, name).
				Remedyf("add a request_params block to %s with name = %q", b.API, name)
		}
	}
}

// requestParams returns the names of the request parameters of an API. An orchestration may make others out of one.
func requestParams(api *schema.API) schema.Set[string] {
	return schema.Map(api.Params.Set, func(param *schema.Param) (string, bool) {
		name, ok := param.Name.Get()
		return name, ok && param.Orchestrations.Empty() == schema.Yes
	})
}
