package linttest

import (
	"encoding/json"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/apiglint/apiglint/schema/facts"
	"github.com/zclconf/go-cty/cty"
)

// InJSON returns the source in JSON syntax. Files that cannot be parsed stay as they are.
func (s Source) InJSON() Source {
	changed := Source{}
	for name, content := range s {
		file, diags := hclsyntax.ParseConfig([]byte(content), name, hcl.InitialPos)
		if !strings.HasSuffix(name, ".tf") || diags.HasErrors() {
			changed[name] = content
			continue
		}
		text, err := json.MarshalIndent(jsonBody(file.Body.(*hclsyntax.Body), []byte(content), ""), "", "  ")
		if err != nil {
			panic(err) // maps, slices and texts can be marshalled
		}
		changed[name+".json"] = string(text)
	}
	return changed
}

func jsonBody(body *hclsyntax.Body, src []byte, inside string) map[string]any {
	object := map[string]any{}
	for name, attr := range body.Attributes {
		object[name] = jsonExpression(attr.Expr, src, names[inside][name] || inside == "variable" && name == "type")
	}
	for _, block := range body.Blocks {
		at := object
		path := append([]string{block.Type}, block.Labels...)
		for _, label := range path[:len(path)-1] {
			if at[label] == nil {
				at[label] = map[string]any{}
			}
			at = at[label].(map[string]any)
		}
		last := path[len(path)-1]
		list, _ := at[last].([]any)
		at[last] = append(list, jsonBody(block.Body, src, block.Type))
	}
	return object
}

// names are the arguments whose values are names of something, which JSON syntax writes as plain texts.
var names = map[string]map[string]bool{
	"module":    {"source": true, "version": true, "providers": true, "depends_on": true},
	"resource":  {"provider": true, "depends_on": true},
	"data":      {"provider": true, "depends_on": true},
	"output":    {"depends_on": true},
	"dynamic":   {"iterator": true},
	"lifecycle": {"ignore_changes": true, "replace_triggered_by": true}, "action_trigger": {"events": true, "actions": true},
	"variable": {"default": true},
	"moved":    {"from": true, "to": true},
	"removed":  {"from": true},
	"import":   {"to": true},

	"required_providers": {facts.Home: true},
}

func jsonExpression(expr hclsyntax.Expression, src []byte, name bool) any {
	text := string(expr.Range().SliceBytes(src))
	switch e := expr.(type) {
	case *hclsyntax.TupleConsExpr:
		list := []any{}
		for _, element := range e.Exprs {
			list = append(list, jsonExpression(element, src, name))
		}
		return list
	case *hclsyntax.ObjectConsExpr:
		if !name {
			break
		}
		object := map[string]any{}
		for _, item := range e.Items {
			object[strings.Trim(string(item.KeyExpr.Range().SliceBytes(src)), `"`)] = jsonExpression(item.ValueExpr, src, name)
		}
		return object
	case *hclsyntax.LiteralValueExpr:
		return json.RawMessage(text)
	case *hclsyntax.TemplateExpr:
		if v, diags := e.Value(nil); !diags.HasErrors() && v.Type() == cty.String {
			if name {
				return v.AsString()
			}
			return strings.NewReplacer("${", "$${", "%{", "%%{").Replace(v.AsString())
		}
	}
	if name {
		return text
	}
	return "${" + text + "}"
}
