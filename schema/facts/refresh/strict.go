package main

import (
	"slices"

	"github.com/apiglint/apiglint/schema/facts"
)

// strict notes what an argument is held to by now, and was not in a release.
func (p *presence) strict(at int, now, then *facts.Attr, thenAll *facts.Type) {
	for key, stricter := range map[string]bool{
		"required":        now.Required && !then.Required,
		"computed":        now.ReadOnly() && then.Configurable(),
		"max_items":       now.MaxItems > 0 && (then.MaxItems == 0 || then.MaxItems > now.MaxItems),
		"min_items":       now.MinItems > then.MinItems,
		"conflicts_with":  more(now.ConflictsWith, then.ConflictsWith, thenAll),
		"exactly_one_of":  more(now.ExactlyOneOf, then.ExactlyOneOf, thenAll),
		"at_least_one_of": more(now.AtLeastOneOf, then.AtLeastOneOf, thenAll),
		"required_with":   more(now.RequiredWith, then.RequiredWith, thenAll),
		"ranges":          narrower(now, then),
	} {
		if stricter {
			seen(&p.lax, key, at)
		}
	}
	if len(now.Enum) > 0 && then.EnumFrom == facts.FromCode {
		for _, value := range then.Enum {
			if !slices.Contains(now.Choices(), value) {
				seen(&p.values, value, at)
			}
		}
	}
}

// more reports whether an argument has to do with another one by now that a release has, too, and does not put beside it.
func more(now, then []string, thenAll *facts.Type) bool {
	return slices.ContainsFunc(now, func(other string) bool { return !slices.Contains(then, other) && thenAll.At(other) != nil })
}

// narrower reports whether the code of a release lets numbers through that are out of range by now.
func narrower(now, then *facts.Attr) bool {
	return then.RangeFrom == facts.FromCode && slices.ContainsFunc(then.Ranges, func(wide facts.Range) bool {
		return len(now.Ranges) > 0 && !slices.ContainsFunc(now.Ranges, func(r facts.Range) bool { return covers(r, wide) })
	})
}

func covers(outer, inner facts.Range) bool {
	return (outer.Min == nil || inner.Min != nil && *inner.Min >= *outer.Min) && (outer.Max == nil || inner.Max != nil && *inner.Max <= *outer.Max)
}

// hold says from which release on an argument is held to what it is held to by now.
func (h *history) hold(attr *facts.Attr, p *presence) {
	attr.HeldSince, attr.EnumUntil = nil, nil
	for key, lax := range p.lax {
		if lax.last+1 < len(h.releases) {
			put(&attr.HeldSince, key, h.releases[lax.last+1])
		}
	}
	for value, let := range p.values {
		if let.last+1 < len(h.releases) {
			put(&attr.EnumUntil, value, h.releases[let.last+1])
		}
	}
}
