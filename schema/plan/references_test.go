package plan_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/apiglint/apiglint/schema/plan"
)

// declared is a resource of a configuration in a plan.
func declared(typ, name, expressions, more string) string {
	return fmt.Sprintf(`{"address": "%[1]s.%[2]s", "mode": "managed", "type": %[1]q, "name": %[2]q, "provider_config_key": "huaweicloud", "expressions": {%[3]s}%[4]s}`,
		typ, name, expressions, more)
}

// created is an instance that a plan creates. Some of its arguments are decided at apply.
func created(module, typ, name, key, unknown string) string {
	address, index, in := typ+"."+name, "", ""
	if key != "" {
		address, index = address+`[\"`+key+`\"]`, fmt.Sprintf(`, "index": %q`, key)
	}
	if module != "" {
		address, in = module+"."+address, fmt.Sprintf(`, "module_address": %q`, module)
	}
	return fmt.Sprintf(`{"address": "%s", "mode": "managed", "type": %q, "name": %q%s%s, `+
		`"change": {"actions": ["create"], "before": null, "after": {"instance_id": "g1", "name": %q}, "after_unknown": {"id": true%s}}}`,
		address, typ, name, index, in, name, unknown)
}

// TestReferences says what an argument that is decided at apply refers to, by the references that a plan lists for its expression: for one
// that takes an id, and for one that takes a list of them, with … where there may be others.
func TestReferences(t *testing.T) {
	const api, publication, authorization = "huaweicloud_apig_api", "huaweicloud_apig_api_publishment", "huaweicloud_apig_application_authorization"
	for references, c := range map[string]struct{ each, id, ids string }{
		"API.a.id API.a":            {id: "API.a", ids: "API.a"},
		"API.a":                     {id: "API.a", ids: "API.a"},
		"API.a.name API.b.id":       {id: "API.b", ids: "API.b"},
		"API.a.id API.b.id":         {ids: "API.a API.b"},
		"API.gone.id":               {ids: "…"},
		"API.many":                  {ids: "…"},
		`API.many["x"].id API.many`: {id: `API.many["x"]`, ids: `API.many["x"]`},
		"API.many each.key":         {id: `API.many["x"]`, ids: "…"},
		"local.a":                   {ids: "…"},
		"path.module terraform.workspace API.a.id": {id: "API.a", ids: "API.a"},
		"var.a API.a.id":                {id: "API.a", ids: "API.a …"},
		"module.m.id module.m":          {id: "module.m.API.in", ids: "module.m.API.in"},
		"module.m.both":                 {ids: "module.m.API.in module.m.API.other"},
		"module.m.both.first":           {ids: "…"},
		"module.m.both[0]":              {ids: "…"},
		"module.m.pair":                 {ids: "API.a API.b"},
		"module.m.one":                  {ids: "…"},
		"module.m.given":                {id: "API.b", ids: "API.b"},
		"module.m.itself":               {ids: "…"},
		"module.m.gone":                 {ids: "…"},
		"module.m":                      {ids: "…"},
		"each.value.id each.value":      {each: "API.many", id: `API.many["x"]`, ids: "…"},
		"each.value":                    {each: "API.a.id API.a", id: "API.a", ids: "API.a"},
		"each.key":                      {each: "API.many", ids: "…"},
		"each.value.id":                 {ids: "…"},
		"each.value.first each.value":   {each: "API.a.id API.b.id", ids: "…"},
		"each.value.second each.value.": {each: "local.a", ids: "…"},
	} {
		t.Run(references, func(t *testing.T) {
			list := func(short string) string {
				if short == "" {
					return `[]`
				}
				quoted := strings.ReplaceAll(strings.ReplaceAll(short, "API", api), `"`, `\"`)
				return `["` + strings.ReplaceAll(quoted, " ", `", "`) + `"]`
			}
			of := func(name string) string { return fmt.Sprintf(`%q: {"references": %s}`, name, list(references)) }
			forEach := ""
			if c.each != "" {
				forEach = `, "for_each_expression": {"references": ` + list(c.each) + `}`
			}
			output := func(name, from string) string {
				return fmt.Sprintf(`%q: {"expression": {"references": %s}}`, name, list(from))
			}
			module := `{"expressions": {"given": {"references": ` + list("API.b.id API.b") + `}, "pair": {"references": ` + list("API.a.id API.b.id") + `}, "itself": {"references": ["module.m.itself"]}}, "module": {` +
				`"resources": [` + declared(api, "in", "", "") + "," + declared(api, "other", "", "") + `], "outputs": {` + strings.Join([]string{
				output("id", "API.in.id"), output("both", "API.in.id API.other.id"), output("given", "var.given"), output("itself", "var.itself"),
				output("pair", "var.pair"), output("one", "var.pair[0] var.pair"),
			}, ",") + `}}}`
			src := `{"format_version": "1.2", "resource_changes": [` + strings.Join([]string{
				created("", api, "a", "", ""), created("", api, "b", "", ""), created("", api, "many", "x", ""), created("", api, "many", "y", ""),
				created("module.m", api, "in", "", ""), created("module.m", api, "other", "", ""),
				created("", publication, "p", "x", `, "api_id": true`), created("", authorization, "z", "x", `, "api_ids": true`),
			}, ",") + `], "configuration": {"root_module": {"module_calls": {"m": ` + module + `}, "resources": [` + strings.Join([]string{
				declared(api, "a", "", ""), declared(api, "b", "", ""), declared(api, "many", "", `, "for_each_expression": {}`),
				declared(publication, "p", of("api_id"), forEach), declared(authorization, "z", of("api_ids"), forEach),
			}, ",") + `]}}}`
			p, err := plan.Read([]byte(src))
			if err != nil {
				t.Fatal(err)
			}
			_, planned, err := p.Configs(nil)
			if err != nil || len(planned.Publications) != 1 || len(planned.Authorizations) != 1 {
				t.Fatal(err, len(planned.Publications))
			}
			id := ""
			if target := planned.Publications[0].API.Target(); target != nil {
				id = target.Address
			}
			var ids []string
			for _, ref := range planned.Authorizations[0].APIs.Certain() {
				if target := ref.Target(); target != nil {
					ids = append(ids, target.Address)
				}
			}
			if planned.Authorizations[0].APIs.MayHaveOthers() {
				ids = append(ids, "…")
			}
			short := func(s string) string { return strings.ReplaceAll(s, api, "API") }
			if short(id) != c.id || short(strings.Join(ids, " ")) != c.ids {
				t.Errorf("one is %q, and a list %q", short(id), short(strings.Join(ids, " ")))
			}
		})
	}
}
