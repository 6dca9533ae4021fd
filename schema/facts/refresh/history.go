package main

import (
	"fmt"
	"maps"
	"slices"

	"github.com/apiglint/apiglint/schema/facts"
	"github.com/apiglint/apiglint/schema/facts/refresh/source"
)

// history is what came and went with which release: of types by their names, of their arguments by their paths.
type history struct {
	releases []string
	types    map[string]*presence
}

// presence is when a type or an argument was there. Releases are counted from the oldest.
type presence struct {
	first, last  int
	gaps         [][2]int // the last release before one, and the first one after it
	configurable bool     // in the last release that has it
	refused      int      // since when changes of it are refused; none if negative

	arguments, notUnderstood map[string]*presence // of a type
	lax, values              map[string]*presence // of an argument: what it is held to only by now, and values that it is refused by now
}

// seen notes that a release has something.
func seen(all *map[string]*presence, name string, at int) *presence {
	if *all == nil {
		*all = map[string]*presence{}
	}
	p := (*all)[name]
	switch {
	case p == nil:
		p = &presence{first: at, refused: -1}
		(*all)[name] = p
	case p.last < at-1:
		p.gaps = append(p.gaps, [2]int{p.last, at})
	}
	p.last = at
	return p
}

// note notes what a release has of a type, under one of its names, beside what it is by now.
func (h *history) note(at int, types *source.Types, name string, now *facts.Type) {
	if !types.Has(name) {
		return
	}
	p := seen(&h.types, name, at)
	read, doubts := types.Read(name)
	for _, doubt := range doubts {
		seen(&p.notUnderstood, doubt, at)
	}
	p.add(at, read, now, read.Attrs, "")
}

// doubts returns what is not understood of a type, with the releases from the first to the last one that have it.
func (h *history) doubts(p *presence) []string {
	var all []string
	for _, doubt := range slices.Sorted(maps.Keys(p.notUnderstood)) {
		d := p.notUnderstood[doubt]
		all = append(all, fmt.Sprintf("%s (%s to %s)", doubt, h.releases[d.first], h.releases[d.last]))
	}
	return all
}

func (p *presence) add(at int, then, now *facts.Type, attrs map[string]*facts.Attr, below string) {
	for name, attr := range attrs {
		path := below + name
		a := seen(&p.arguments, path, at)
		a.configurable = attr.Configurable()
		switch {
		case !attr.NonUpdatable:
			a.refused = -1
		case a.refused < 0:
			a.refused = at
		}
		if current := now.At(path); current != nil {
			a.strict(at, current, attr, then)
		}
		p.add(at, then, now, attr.Attrs, path+".")
	}
}

// since returns the first release that has something, "" when what it stands in has it from its own first on.
func (h *history) since(p *presence, outer int) string {
	if p == nil || p.first <= outer {
		return ""
	}
	return h.releases[p.first]
}
