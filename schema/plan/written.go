package plan

import (
	"github.com/zclconf/go-cty/cty"

	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/plan/planned"
	"github.com/apiglint/apiglint/schema/terraform"
)

// keeps are the arguments for which the provider may keep another text than the configuration has, by resource type.
var keeps = map[string]string{"huaweicloud_apig_custom_authorizer": "function_urn"}

// writtenBySources adds to the changes what the sources have for such arguments where it is no constant, but the value of a variable
// or the attribute of another resource.
func writtenBySources(b *planned.Builder, objects []*object) {
	var byAddress map[string]*object
	for _, o := range objects {
		name := keeps[o.typ]
		if name == "" || o.change == nil || o.change.Written == nil {
			continue
		}
		source := b.Source(o.instance)
		if source == nil || source.Block().Arg(name) == nil {
			continue
		}
		if byAddress == nil {
			byAddress = make(map[string]*object, len(objects))
			for _, other := range objects {
				byAddress[other.address] = other
			}
		}
		text, ok := textIn(source.Block().Arg(name).Value(), byAddress)
		if kept, is := o.value[name].(string); ok && is && text != kept {
			o.change.Written[name] = text
		}
	}
}

// textIn returns the text that a value of the sources is in a plan.
func textIn(v cty.Value, byAddress map[string]*object) (text string, ok bool) {
	if plain := terraform.Unmarked(v); plain.Type() == cty.String && plain.IsKnown() && !plain.IsNull() {
		return plain.AsString(), true
	}
	origin, ok := schema.SingleOrigin(v)
	if !ok {
		return "", false
	}
	o := byAddress[origin.Instance.Address]
	if o == nil || anyTrue(field(o.unknown, origin.Attr)) {
		return "", false
	}
	text, ok = o.value[origin.Attr].(string)
	return text, ok
}
