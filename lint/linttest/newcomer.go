package linttest

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/facts"
)

const newcomerName = "law_newcomer"

// WithNewcomers returns the source with one more object of each of the resource types, all of whose arguments are unknown.
func (s Source) WithNewcomers(types ...string) Source {
	changed := maps.Clone(s)
	for _, dir := range []string{"", applied + "/"} { // what is there before and after is no change
		if dir != "" && !s.changes() {
			continue
		}
		text := "variable \"law_unknown\" {}\n"
		for _, typeName := range types {
			text += newcomer(typeName)
		}
		changed[dir+"newcomer.tf"] = text
	}
	return changed
}

// newcomer returns a block of the resource type. What may be written as nested blocks comes from dynamic blocks, so that
// it is unknown, too, whether they are there.
func newcomer(typeName string) string {
	var b strings.Builder
	var write func(attrs map[string]*facts.Attr)
	write = func(attrs map[string]*facts.Attr) {
		for _, name := range slices.Sorted(maps.Keys(attrs)) {
			switch attr := attrs[name]; {
			case attr.ReadOnly() || attr.Deprecated != "" || attr.Internal:
			case attr.Block:
				fmt.Fprintf(&b, "dynamic %q {\nfor_each = var.law_unknown\ncontent {\n", name)
				write(attr.Attrs)
				b.WriteString("}\n}\n")
			default:
				fmt.Fprintf(&b, "%s = var.law_unknown\n", name)
			}
		}
	}
	fmt.Fprintf(&b, "resource %q %q {\n", typeName, newcomerName)
	write(facts.Resource(typeName).Attrs)
	b.WriteString("}\n")
	return b.String()
}

// Kinds returns the resource types that rules know as kinds.
var Kinds = sync.OnceValue(func() []string {
	var types []string
	for kinds, i := reflect.TypeFor[schema.Kinds](), 0; i < kinds.NumField(); i++ {
		if tag := kinds.Field(i).Tag.Get("kind"); tag != "" {
			types = append(types, strings.Split(tag, ",")[0])
		}
	}
	return types
})

// newcomers is silent where nothing belongs to a gateway: an object that does brings the root into the linter's scope.
func newcomers(t *testing.T, rules []*lint.Rule, src Source, before []*lint.Finding) {
	t.Helper()
	if !slices.ContainsFunc(src.Load(t).Resources, func(r *schema.Resource) bool { return facts.OfGateway(r.Facts.Name) }) {
		return
	}
	known := keys(before)
	for _, typeName := range Kinds() {
		for _, f := range src.WithNewcomers(typeName).Lint(t, rules).Findings {
			for _, address := range append([]string{f.Resource}, f.Also...) {
				if strings.Contains(f.Message, " came with provider ") || facts.Resource(typeName).Deprecated != "" && strings.Contains(f.Message, " is deprecated ") {
					continue // what a release lacks it lacks with any value, and so with what is deprecated
				}
				if !known[key(f.Rule, address)] {
					t.Errorf("an unknown %s accuses %s: %s %s", typeName, address, f.Rule.ID, f.Message)
				}
			}
		}
	}
}
