package facts

import (
	"fmt"
	"slices"
	"strings"

	"github.com/apiglint/apiglint/schema/facts/internal/table"
)

func newType(t *table.Type) *Type {
	out := &Type{
		Name:          t.Name,
		Prefix:        Home,
		Aliases:       t.Aliases,
		Deprecated:    t.Deprecated,
		ReplacedBy:    t.ReplacedBy,
		LegacyService: t.LegacyService,
		OneTimeAction: t.OneTimeAction,
		DefaultTags:   t.DefaultTags,
		Timeouts:      t.Timeouts,
		Doc:           t.Doc,
		Importable:    t.Importable,
		Attrs:         newAttrs(t.Attrs),
		Constraints:   constraints(t.Constraints),
	}
	out.Attrs["id"] = &Attr{Name: "id", Type: String, Computed: true}
	return out
}

func newAttrs(attrs map[string]*table.Attr) map[string]*Attr {
	if attrs == nil {
		return nil
	}
	out := make(map[string]*Attr, len(attrs)+1)
	for name, a := range attrs {
		out[name] = newAttr(name, a)
	}
	return out
}

func newAttr(name string, a *table.Attr) *Attr {
	kind, elem := parseType(a.Type)
	out := &Attr{
		Name:           name,
		Type:           kind,
		Attrs:          newAttrs(a.Attrs),
		Block:          a.Block,
		Required:       a.Required,
		Optional:       a.Optional,
		Computed:       a.Computed,
		Sensitive:      a.Sensitive,
		ForceNew:       a.ForceNew,
		NonUpdatable:   a.NonUpdatable,
		Internal:       a.Internal,
		Undocumented:   a.Undocumented,
		DocRequired:    a.DocRequired,
		DocReadOnly:    a.DocReadOnly,
		EnumOpen:       a.EnumOpen,
		EnumIgnoreCase: a.EnumIgnoreCase,
		NestedOmitted:  a.NestedOmitted,
		DefaultFromEnv: a.DefaultFromEnv,
		Default:        a.Default,
		DocDefault:     a.DocDefault,
		MinItems:       a.MinItems,
		MaxItems:       a.MaxItems,
		DocMaxItems:    a.DocMaxItems,
		ConflictsWith:  a.ConflictsWith,
		ExactlyOneOf:   a.ExactlyOneOf,
		AtLeastOneOf:   a.AtLeastOneOf,
		RequiredWith:   a.RequiredWith,
		Deprecated:     a.Deprecated,
		ReplacedBy:     a.ReplacedBy,
		DocType:        a.DocType,
		Enum:           a.Enum,
		EnumTolerated:  a.EnumTolerated,
		EnumFrom:       Source(a.EnumFrom),
		RangeFrom:      Source(a.RangeFrom),
		LengthFrom:     Source(a.LengthFrom),
		PatternFrom:    Source(a.PatternFrom),
		FormatFrom:     Source(a.FormatFrom),
		Ranges:         newRanges(a.Ranges),
		Pattern:        a.Pattern,
		PatternNote:    a.PatternNote,
		OrPattern:      a.OrPattern,
		Format:         a.Format,
	}
	if a.Length != nil {
		out.Length = &Length{Min: a.Length.Min, Max: a.Length.Max, Bytes: a.Length.Bytes}
	}
	if elem != "" {
		facts := table.Attr{}
		if a.Elem != nil {
			facts = *a.Elem
		}
		facts.Type = elem
		out.Elem = newAttr(name, &facts)
	}
	return out
}

// parseType reads "int", "list" or "list(int)".
func parseType(s string) (kind Kind, elem string) {
	outer, rest, ok := strings.Cut(s, "(")
	if ok {
		elem, ok = strings.CutSuffix(rest, ")")
		if !ok {
			panic(fmt.Sprintf("facts: type %q", s))
		}
	}
	i := slices.Index(kindNames[:], outer)
	if i < int(String) {
		panic(fmt.Sprintf("facts: type %q", s))
	}
	return Kind(i), elem
}

func newRanges(ranges []table.Range) []Range {
	var out []Range
	for _, r := range ranges {
		var one Range
		if r.Min != nil {
			one.Min, one.HasMin = *r.Min, true
		}
		if r.Max != nil {
			one.Max, one.HasMax = *r.Max, true
		}
		out = append(out, one)
	}
	return out
}

func constraints(list []*table.Constraint) []*Constraint {
	var out []*Constraint
	for _, c := range list {
		one := &Constraint{
			ID:         c.ID,
			Resource:   c.Resource,
			Attrs:      c.Attrs,
			Scope:      c.Scope,
			Kind:       c.Kind,
			Rule:       c.Rule,
			If:         conditions(c.If),
			Op:         c.Op,
			Max:        c.Max,
			Values:     c.Values,
			ValuesBy:   c.ValuesBy,
			Pattern:    c.Pattern,
			RefersTo:   c.RefersTo,
			CaughtBy:   c.CaughtBy,
			Probed:     c.Probed,
			Confidence: c.Confidence,
			Source:     c.Source,
		}
		if c.Then != nil {
			one.Then = &Consequence{
				Required:  c.Then.Required,
				Forbidden: c.Then.Forbidden,
				Allowed:   conditions(c.Then.Allowed),
				Denied:    conditions(c.Then.Denied),
				EachOf:    conditions(c.Then.EachOf),
				Format:    c.Then.Format,
			}
		}
		out = append(out, one)
	}
	return out
}

func conditions(list []*table.Condition) []*Condition {
	var out []*Condition
	for _, c := range list {
		out = append(out, &Condition{Attr: c.Attr, Set: c.Set, Unset: c.Unset, Values: c.Values, Pattern: c.Pattern})
	}
	return out
}
