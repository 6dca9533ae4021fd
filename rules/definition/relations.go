package definition

import (
	"slices"
	"strings"

	"github.com/apiglint/apiglint/schema/facts"
)

// relations returns what the provider's schema states at the attributes of a type as constraints, each once.
func relations(t *facts.Type) []*facts.Constraint {
	var all []*facts.Constraint
	seen := map[string]bool{}
	add := func(kind, since string, attrs ...string) {
		unordered := slices.Sorted(slices.Values(attrs))
		if kind == "required_with" {
			unordered = attrs
		}
		if key := kind + strings.Join(unordered, ","); !seen[key] {
			seen[key] = true
			all = append(all, &facts.Constraint{
				ID: ofSchema + attrs[0], Resource: t.Name, Kind: kind, Since: since, Attrs: attrs, CaughtBy: "validate",
			})
		}
	}
	var walk func(attrs map[string]*facts.Attr, prefix string)
	walk = func(attrs map[string]*facts.Attr, prefix string) {
		for _, name := range sortedKeys(attrs) {
			a := attrs[name]
			path := prefix + name
			for _, other := range dotted(a.ConflictsWith) {
				add("conflicts", a.HeldSince["conflicts_with"], path, other)
			}
			if others := dotted(a.ExactlyOneOf); len(others) > 0 {
				add("exactly_one_of", a.HeldSince["exactly_one_of"], append([]string{path}, others...)...)
			}
			if others := dotted(a.AtLeastOneOf); len(others) > 0 {
				add("at_least_one_of", a.HeldSince["at_least_one_of"], append([]string{path}, others...)...)
			}
			for _, other := range dotted(a.RequiredWith) {
				add("required_with", a.HeldSince["required_with"], path, other)
			}
			walk(a.Attrs, path+".")
		}
	}
	walk(t.Attrs, "")
	return all
}

// ofSchema begins the IDs of the constraints that the provider's schema states at the attributes.
const ofSchema = "schema of "

func (ch *check) ofSchema() bool { return strings.HasPrefix(ch.ID, ofSchema) }

// dotted turns the provider's addresses (web.0.path) into paths (web.path).
func dotted(addresses []string) []string {
	paths := make([]string, len(addresses))
	for i, address := range addresses {
		steps := slices.DeleteFunc(strings.Split(address, "."), func(step string) bool { return step == "0" })
		paths[i] = strings.Join(steps, ".")
	}
	return paths
}
