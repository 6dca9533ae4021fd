package main

import (
	"slices"
	"strings"

	"github.com/apiglint/apiglint/schema/facts"
	"github.com/apiglint/apiglint/schema/facts/refresh/source"
)

// The provider's code decides what is written here; what only people read, in documents or in code that is no schema, stays.

// updateType brings a type to what the code says.
func updateType(t, read *facts.Type) {
	t.Importable, t.Timeouts, t.DefaultTags = read.Importable, read.Timeouts, read.DefaultTags
	t.Deprecated = join(read.Deprecated, t.Deprecated, "docs", "package", "legacy")
	t.Attrs = updateAttrs(t.Attrs, read.Attrs, "")
}

// join puts before those of the old marks that the code does not tell what it does tell.
func join(read, old string, others ...string) string {
	var marks []string
	if read != "" {
		marks = append(marks, read)
	}
	for mark := range strings.SplitSeq(old, "+") {
		if slices.Contains(others, mark) {
			marks = append(marks, mark)
		}
	}
	return strings.Join(marks, "+")
}

func updateAttrs(old, read map[string]*facts.Attr, below string) map[string]*facts.Attr {
	if read == nil {
		return nil
	}
	attrs := make(map[string]*facts.Attr, len(read))
	for name, a := range read {
		before := old[name]
		if before == nil {
			before = &facts.Attr{}
		}
		attrs[name] = updateAttr(before, a, below+name)
	}
	return attrs
}

// updateAttr returns the attribute at an SDK address as the code has it, with what was known of it besides.
func updateAttr(old, read *facts.Attr, address string) *facts.Attr {
	a := *old
	a.Type, a.Block, a.Sensitive = read.Type, read.Block, read.Sensitive
	a.Required, a.Optional, a.Computed = read.Required, read.Optional, read.Computed
	a.ForceNew, a.NonUpdatable, a.Internal = read.ForceNew, read.NonUpdatable, read.Internal
	a.Default, a.DefaultFromEnv = read.Default, read.DefaultFromEnv
	a.MinItems, a.MaxItems = read.MinItems, read.MaxItems
	// One schema lists the attribute itself, the others leave that to the SDK.
	itself := func(s string) bool { return s == address }
	a.ConflictsWith = read.ConflictsWith
	a.ExactlyOneOf = slices.DeleteFunc(read.ExactlyOneOf, itself)
	a.AtLeastOneOf = slices.DeleteFunc(read.AtLeastOneOf, itself)
	a.RequiredWith = slices.DeleteFunc(read.RequiredWith, itself)
	a.Deprecated = join(read.Deprecated, old.Deprecated, "docs")
	a.Undocumented = old.Undocumented && !a.Internal
	updateValues(&a, read)
	switch {
	case read.Elem != nil && old.Elem != nil:
		a.Elem = updateAttr(old.Elem, read.Elem, address)
	default:
		a.Elem = read.Elem
	}
	if !old.NestedOmitted {
		a.Attrs = updateAttrs(old.Attrs, read.Attrs, address+".0.")
	}
	return &a
}

// updateValues replaces what the code lets through. A check that is not understood leaves what was read of it.
func updateValues(a, read *facts.Attr) {
	opaque := read.PatternFrom == source.Opaque
	if read.EnumFrom != "" {
		a.Enum, a.EnumFrom, a.EnumIgnoreCase = read.Enum, read.EnumFrom, read.EnumIgnoreCase
	} else if a.EnumFrom == facts.FromCode && !opaque {
		a.Enum, a.EnumFrom, a.EnumIgnoreCase, a.EnumTolerated, a.OrPattern = nil, "", false, nil, ""
	}
	if read.RangeFrom != "" {
		a.Ranges, a.RangeFrom = read.Ranges, read.RangeFrom
	} else if a.RangeFrom == facts.FromCode && !opaque {
		a.Ranges, a.RangeFrom = nil, ""
	}
	if read.LengthFrom != "" {
		a.Length, a.LengthFrom = read.Length, read.LengthFrom
	} else if a.LengthFrom == facts.FromCode && !opaque {
		a.Length, a.LengthFrom = nil, ""
	}
	if a.PatternFrom == source.Opaque {
		a.PatternFrom = ""
	}
	if a.PatternFrom == facts.FromCode && !opaque {
		a.Pattern, a.PatternFrom, a.PatternNote = "", "", ""
	}
	if a.FormatFrom == facts.FromCode && !opaque {
		a.Format, a.FormatFrom = "", ""
	}
}

// updateData brings a data source to what the code says: of its attributes, only what they are.
func updateData(t, read *facts.Type) { t.Attrs = dataAttrs(read.Attrs) }

func dataAttrs(read map[string]*facts.Attr) map[string]*facts.Attr {
	if read == nil {
		return nil
	}
	attrs := make(map[string]*facts.Attr, len(read))
	for name, r := range read {
		a := &facts.Attr{Type: r.Type, Block: r.Block, Required: r.Required, Optional: r.Optional, Attrs: dataAttrs(r.Attrs)}
		a.Computed = !a.Configurable()
		if r.Elem != nil {
			a.Elem = &facts.Attr{Type: r.Elem.Type}
		}
		attrs[name] = a
	}
	return attrs
}
