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
// Of a data source only Name, Aliases and Attrs are known, and of its
// attributes only the type and whether they are required, optional or
// read-only.
type Type struct {
	Name    string   // canonical name
	Prefix  string   // of the provider, without the underscore: [Home], or that of a sister
	Aliases []string // other names that the provider registers for the same schema

	// Deprecated is empty, or says who says so, joined with "+": "sdk"
	// (terraform validate warns), "docs", "package" (it lives in the
	// provider's package of deprecated resources), "legacy" (only an old name
	// is registered).
	Deprecated string
	ReplacedBy string // name of the newer resource type; may be empty

	// LegacyService is empty, or says which superseded service the resource
	// type belongs to, in words.
	LegacyService string

	OneTimeAction bool     // does something once on create; there is no remote object to read or delete
	DefaultTags   bool     // the provider's default_tags are merged into its tags
	Timeouts      []string // attributes of the `timeouts` block; empty: no such block. The block is not in Attrs
	Doc           string   // page below docs/ in the provider's repository; empty when it has none
	Importable    bool     // `terraform import` works

	// Attrs has arguments, nested blocks and read-only attributes. "id" is
	// among them, as a computed string. Meta-arguments and `timeouts` are not.
	Attrs map[string]*Attr

	Constraints []*Constraint // in a stable order; see also [General]
}

// At answers the attribute at a dotted path; list indexes in it are skipped,
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
type Kind int

// The kinds. The zero Kind is not one of them.
const (
	String Kind = iota + 1
	Int
	Bool
	Float
	List
	Set
	Map
)

var kindNames = [...]string{String: "string", Int: "int", Bool: "bool", Float: "float", List: "list", Set: "set", Map: "map"}

func (k Kind) String() string {
	if k < String || k > Map {
		return "unknown"
	}
	return kindNames[k]
}

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
	Name string
	Type Kind

	// Elem has the type and the value facts of each element of a list, set or
	// map of scalars. It is nil for scalars and for nested attributes.
	Elem *Attr

	// Attrs is not nil when the attribute is nested: a list or set of objects.
	Attrs map[string]*Attr

	// Block: written as a nested block. With Attrs but without Block it is a
	// read-only attribute.
	Block bool

	Required, Optional bool
	Computed           bool // without Required or Optional: read-only
	Sensitive          bool
	ForceNew           bool // a change replaces the resource

	// NonUpdatable: a change on an existing resource is refused at plan time,
	// unless enable_force_new is "true". On a block it covers everything
	// inside.
	NonUpdatable bool

	Internal       bool // hidden by the provider: not for users
	Undocumented   bool // configurable, neither documented nor hidden
	DocRequired    bool // the docs require it, the schema does not
	DocReadOnly    bool // the docs list it as read-only, the schema lets it be written
	EnumOpen       bool // the docs say that there are more values than Enum
	EnumIgnoreCase bool // Enum is compared without case
	NestedOmitted  bool // a block whose inside is not in these tables
	DefaultFromEnv bool // an environment variable can give the value, so it may be left out

	// Default is the schema's, DocDefault the one that the docs state where
	// the schema has none or another one. Each is nil or a JSON value: string,
	// bool or float64. See [Printed].
	Default, DocDefault any

	MinItems, MaxItems int // number of elements or blocks; MaxItems 0: no limit
	DocMaxItems        int // a limit that only the docs state; 0: none

	// Addresses of other attributes of the same resource in the form of the
	// SDK ("web.0.backend_address"; see [Type.At]). The attribute itself is
	// not listed, although the SDK counts it in the last three. ExactlyOneOf
	// and AtLeastOneOf hold even when the attribute is not set, the other two
	// only when it is.
	ConflictsWith, ExactlyOneOf, AtLeastOneOf, RequiredWith []string

	// Deprecated is empty, or says who says so, joined with "+": "sdk"
	// (terraform validate warns), "desc" (the provider's hidden convention, no
	// warning), "docs".
	Deprecated string
	ReplacedBy string // name of the newer attribute, at the same level

	DocType string // type printed in the docs when it is another one

	// Enum lists the values, numbers and booleans as they are printed ("1",
	// "true"); Type says what they are. EnumTolerated lists more values that
	// work, seen in the provider's code or acceptance tests.
	Enum, EnumTolerated []string

	EnumFrom, RangeFrom, LengthFrom, PatternFrom, FormatFrom Source

	// Ranges: the number lies in any of them. On a string attribute it is
	// about the integer in the string.
	Ranges []Range

	// Length is about a string; nil if none. The empty string means "not set"
	// and is outside Length and Pattern.
	Length *Length

	Pattern     string // RE2; see [Attr.Regexp]
	PatternNote string // why Pattern is not what the docs say
	OrPattern   string // RE2; a value that matches is fine although not in Enum

	// Format is one of cidr_network (host bits zero), ip, ipv4, ip_or_cidr,
	// ip_or_cidr_or_iprange, ports ("80", "1-30" or "22,80"), json.
	Format string

	pattern, orPattern lazyRegexp
}

// Configurable says whether the attribute may be written in a configuration.
func (a *Attr) Configurable() bool { return a.Required || a.Optional }

// ReadOnly says whether the attribute is only for reading.
func (a *Attr) ReadOnly() bool { return !a.Configurable() }

// Choices answers Enum and EnumTolerated together, in a new slice; nil when
// the attribute has no list of values.
func (a *Attr) Choices() []string { return slices.Concat(a.Enum, a.EnumTolerated) }

// Regexp answers Pattern, compiled on first use; nil if there is none.
func (a *Attr) Regexp() *regexp.Regexp { return a.pattern.get(a.Pattern) }

// OrRegexp answers OrPattern, compiled on first use; nil if there is none.
func (a *Attr) OrRegexp() *regexp.Regexp { return a.orPattern.get(a.OrPattern) }

// ImpliedType answers the cty type of the attribute's value. Nested ones are
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
