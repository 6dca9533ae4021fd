package main

import (
	"maps"
	"slices"
	"strings"

	"github.com/apiglint/apiglint/schema/facts"
)

// date says since when a type, its other names and its arguments are there, and which arguments are gone.
func (h *history) date(t *facts.Type, p *presence) {
	t.Since, t.AliasSince, t.Gone = h.since(p, 0), nil, nil
	for _, alias := range t.Aliases {
		if since := h.since(h.types[alias], 0); since != "" {
			put(&t.AliasSince, alias, since)
		}
	}
	h.dateAttrs(p, t.Attrs, p.first, "")
	for _, path := range slices.Sorted(maps.Keys(p.arguments)) {
		a := p.arguments[path]
		if a.last < p.last && a.configurable && t.At(path) == nil && !within(t, p, path) {
			put(&t.Gone, path, h.releases[a.last])
		}
	}
}

// within reports whether an argument stands in a block that is gone as well, or whose inside is not in the tables.
func within(t *facts.Type, p *presence, path string) bool {
	dot := strings.LastIndex(path, ".")
	if dot < 0 {
		return false
	}
	outer := path[:dot]
	attr := t.At(outer)
	return attr == nil || attr.NestedOmitted || within(t, p, outer)
}

func (h *history) dateAttrs(p *presence, attrs map[string]*facts.Attr, outer int, below string) {
	for name, attr := range attrs {
		a := p.arguments[below+name]
		attr.Since, attr.NonUpdatableSince = h.since(a, outer), ""
		if a == nil {
			continue
		}
		h.hold(attr, a)
		if attr.NonUpdatable && a.refused > a.first {
			attr.NonUpdatableSince = h.releases[a.refused]
		}
		h.dateAttrs(p, attr.Attrs, max(outer, a.first), below+name+".")
	}
}

// put puts a value into a map that may not be there yet.
func put(m *map[string]string, key, value string) {
	if *m == nil {
		*m = map[string]string{}
	}
	(*m)[key] = value
}
