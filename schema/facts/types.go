package facts

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/zclconf/go-cty/cty"
)

// Type holds the facts about one resource type or data source. It is shared:
// read it, do not change it.
//
// Of a data source only Name, Aliases, Since and Attrs are known, and of its
// attributes only the type, since when they are there, and whether they are
// required, optional or read-only.
type Type struct {
	Name    string   `json:"name"`              // canonical name
	Prefix  string   `json:"-"`                 // of the provider, without the underscore: [Home], or that of a sister
	Aliases []string `json:"aliases,omitempty"` // other names that the provider registers for the same schema
	Doc     string   `json:"doc,omitempty"`     // page below docs/ in the provider's repository; empty when it has none

	// Deprecated is empty, or says who says so, joined with "+": "sdk"
	// (terraform validate warns), "docs", "package" (it lives in the
	// provider's package of deprecated resources), "legacy" (only an old name
	// is registered).
	Deprecated string `json:"deprecated,omitempty"`
	ReplacedBy string `json:"replaced_by,omitempty"` // name of the newer resource type; may be empty

	// LegacyService is empty, or says which superseded service the resource
	// type belongs to, in words.
	LegacyService string `json:"legacy_service,omitempty"`

	Importable    bool   `json:"importable,omitempty"`      // `terraform import` works
	OneTimeAction bool   `json:"one_time_action,omitempty"` // does something once on create; there is no remote object to read or delete
	Since         string `json:"since,omitempty"`           // the first release that has it; empty: all that were examined
	// AliasSince are the first releases that have it under one of Aliases; of an alias that is not here: all that were examined.
	AliasSince  map[string]string `json:"alias_since,omitempty"`
	DefaultTags bool              `json:"default_tags,omitempty"` // the provider's default_tags are merged into its tags
	Timeouts    []string          `json:"timeouts,omitempty"`     // attributes of the `timeouts` block; empty: no such block. The block is not in Attrs

	// Attrs has arguments, nested blocks and read-only attributes. "id" is
	// among them, as a computed string, although it is in no file.
	// Meta-arguments and `timeouts` are not.
	Attrs map[string]*Attr `json:"attrs"`

	Constraints []*Constraint `json:"constraints,omitempty"` // in a stable order; see also [General]

	// Gone are the arguments that older releases had, by their paths, with the last release.
	Gone map[string]string `json:"gone,omitempty"`
}

// SinceAs returns the first release that has the type under one of its names, "" for all that were examined.
func (t *Type) SinceAs(name string) string {
	if slices.Contains(t.Aliases, name) {
		return t.AliasSince[name]
	}
	return t.Since
}

// At returns the attribute at a dotted path; list indexes in it are skipped,
// so both "web.path" and the SDK address "web.0.path" resolve. It is nil if
// there is none.
func (t *Type) At(path string) *Attr {
	var found *Attr
	attrs := t.Attrs
	for step := range strings.SplitSeq(path, ".") {
		if found != nil && isIndex(step) {
			continue
		}
		found = attrs[step]
		if found == nil {
			return nil
		}
		attrs = found.Attrs
	}
	return found
}

func isIndex(step string) bool {
	_, err := strconv.ParseUint(step, 10, 32)
	return err == nil
}

// Kind is the outer type of an attribute.
type Kind string

// The kinds.
const (
	String Kind = "string"
	Int    Kind = "int"
	Bool   Kind = "bool"
	Float  Kind = "float"
	List   Kind = "list"
	Set    Kind = "set"
	Map    Kind = "map"
)

// Source says where a value fact comes from. It is empty when there is no such
// fact.
type Source string

const (
	// FromCode: the provider's own validator holds it, so terraform validate
	// with the provider reports a breach too.
	FromCode Source = "code"
	// FromDocs: only the documentation states it; nothing local checks it.
	FromDocs Source = "docs"
)

// Attr holds the facts about an attribute or a nested block. It is shared:
// read it, do not change it. Unless it says otherwise, a field restates the
// provider's schema, and false, zero, nil or empty means "none stated".
type Attr struct {
	Name string `json:"-"`
	Type Kind   `json:"type"`

	// Block: written as a nested block. With Attrs but without Block it is a
	// read-only attribute.
	Block         bool `json:"block,omitempty"`
	NestedOmitted bool `json:"nested_omitted,omitempty"` // a block whose inside is not in these tables

	Required  bool `json:"required,omitempty"`
	Optional  bool `json:"optional,omitempty"`
	Computed  bool `json:"computed,omitempty"` // without Required or Optional: read-only
	Sensitive bool `json:"sensitive,omitempty"`
	ForceNew  bool `json:"force_new,omitempty"` // a change replaces the resource

	// Since is the first release that has it; empty: all that have what it is in.
	Since string `json:"since,omitempty"`

	// HeldSince says of what is stated here, by its key in the file ("required", "required_with", "ranges", …), from which
	// release on the provider holds it; of a key that is not here: in all that have the attribute.
	HeldSince map[string]string `json:"held_since,omitempty"`

	// NonUpdatable: a change on an existing resource is refused at plan time,
	// unless enable_force_new is "true". On a block it covers everything
	// inside.
	NonUpdatable bool `json:"non_updatable,omitempty"`
	// NonUpdatableSince is the first release that refuses; empty: all that have it.
	NonUpdatableSince string `json:"non_updatable_since,omitempty"`

	Internal     bool   `json:"internal,omitempty"`      // hidden by the provider: not for users
	Undocumented bool   `json:"undocumented,omitempty"`  // configurable, neither documented nor hidden
	DocRequired  bool   `json:"doc_required,omitempty"`  // the docs require it, the schema does not
	DocReadOnly  bool   `json:"doc_read_only,omitempty"` // the docs list it as read-only, the schema lets it be written
	DocType      string `json:"doc_type,omitempty"`      // type printed in the docs when it is another one

	// Deprecated is empty, or says who says so, joined with "+": "sdk"
	// (terraform validate warns), "desc" (the provider's hidden convention, no
	// warning), "docs".
	Deprecated string `json:"deprecated,omitempty"`
	ReplacedBy string `json:"replaced_by,omitempty"` // name of the newer attribute, at the same level

	// Default is the schema's, DocDefault the one that the docs state where
	// the schema has none or another one. Each is nil or a JSON value: string,
	// bool or float64. See [Printed].
	Default        any  `json:"default,omitempty"`
	DocDefault     any  `json:"doc_default,omitempty"`
	DefaultFromEnv bool `json:"default_from_env,omitempty"` // an environment variable can give the value, so it may be left out

	MinItems    int `json:"min_items,omitempty"`     // number of elements or blocks
	MaxItems    int `json:"max_items,omitempty"`     // 0: no limit
	DocMaxItems int `json:"doc_max_items,omitempty"` // a limit that only the docs state; 0: none

	// Addresses of other attributes of the same resource in the form of the
	// SDK ("web.0.backend_address"; see [Type.At]). The attribute itself is
	// not listed, although the SDK counts it in the last three. ExactlyOneOf
	// and AtLeastOneOf hold even when the attribute is not set, the other two
	// only when it is.
	ConflictsWith []string `json:"conflicts_with,omitempty"`
	ExactlyOneOf  []string `json:"exactly_one_of,omitempty"`
	AtLeastOneOf  []string `json:"at_least_one_of,omitempty"`
	RequiredWith  []string `json:"required_with,omitempty"`

	// Enum lists the values, numbers and booleans as they are printed ("1",
	// "true"); Type says what they are.
	Enum     []string `json:"enum,omitempty"`
	EnumFrom Source   `json:"enum_from,omitempty"`
	// EnumUntil are values that older releases let through, with the first release that does not.
	EnumUntil      map[string]string `json:"enum_until,omitempty"`
	EnumOpen       bool              `json:"enum_open,omitempty"`        // the docs say that there are more values than Enum
	EnumTolerated  []string          `json:"enum_tolerated,omitempty"`   // more values that work, seen in the provider's code or acceptance tests
	EnumIgnoreCase bool              `json:"enum_ignore_case,omitempty"` // Enum is compared without case
	OrPattern      string            `json:"or_pattern,omitempty"`       // RE2; a value that matches is fine although not in Enum

	// Ranges: the number lies in any of them. On a string attribute it is
	// about the integer in the string.
	Ranges    []Range `json:"ranges,omitempty"`
	RangeFrom Source  `json:"range_from,omitempty"`

	// Length is about a string; nil if none. The empty string means "not set"
	// and is outside Length and Pattern.
	Length     *Length `json:"length,omitempty"`
	LengthFrom Source  `json:"length_from,omitempty"`

	Pattern     string `json:"pattern,omitempty"` // RE2; see [Attr.Regexp]
	PatternFrom Source `json:"pattern_from,omitempty"`
	PatternNote string `json:"pattern_note,omitempty"` // why Pattern is not what the docs say

	// Format is one of cidr_network (host bits zero), ip, ipv4, ip_or_cidr,
	// ip_or_cidr_or_iprange, ports ("80", "1-30" or "22,80"), json.
	Format     string `json:"format,omitempty"`
	FormatFrom Source `json:"format_from,omitempty"`

	// Elem has the type and the value facts of each element of a list, set or
	// map of scalars. It is nil for scalars and for nested attributes.
	Elem *Attr `json:"elem,omitempty"`

	// Attrs is not nil when the attribute is nested: a list or set of objects.
	Attrs map[string]*Attr `json:"attrs,omitempty"`
}

// Configurable reports whether the attribute may be written in a configuration.
func (a *Attr) Configurable() bool { return a.Required || a.Optional }

// ReadOnly reports whether the attribute is only for reading.
func (a *Attr) ReadOnly() bool { return !a.Configurable() }

// Choices returns Enum and EnumTolerated together, in a new slice; nil when
// the attribute has no list of values.
func (a *Attr) Choices() []string { return slices.Concat(a.Enum, a.EnumTolerated) }

// Regexp returns Pattern, compiled on first use; nil if there is none.
func (a *Attr) Regexp() *regexp.Regexp { return compiled(a.Pattern) }

// OrRegexp returns OrPattern, compiled on first use; nil if there is none.
func (a *Attr) OrRegexp() *regexp.Regexp { return compiled(a.OrPattern) }

// ImpliedType returns the cty type of the attribute's value. Nested ones are
// lists or sets of objects. It is [cty.DynamicPseudoType] where the tables do
// not know (NestedOmitted, at any depth).
func (a *Attr) ImpliedType() cty.Type {
	switch a.Type {
	case String:
		return cty.String
	case Int, Float:
		return cty.Number
	case Bool:
		return cty.Bool
	case List, Set, Map:
	default:
		return cty.DynamicPseudoType
	}
	elem := a.elemType()
	switch {
	case elem.HasDynamicTypes():
		return cty.DynamicPseudoType
	case a.Type == List:
		return cty.List(elem)
	case a.Type == Set:
		return cty.Set(elem)
	default:
		return cty.Map(elem)
	}
}

func (a *Attr) elemType() cty.Type {
	if a.Elem != nil {
		return a.Elem.ImpliedType()
	}
	if a.NestedOmitted || a.Attrs == nil {
		return cty.DynamicPseudoType
	}
	types := make(map[string]cty.Type, len(a.Attrs))
	for name, nested := range a.Attrs {
		types[name] = nested.ImpliedType()
	}
	return cty.Object(types)
}

// Printed writes a [Attr.Default] as it stands in HCL, a string without its
// quotes; empty for nil.
func Printed(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case bool:
		return strconv.FormatBool(v)
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	default:
		return ""
	}
}
