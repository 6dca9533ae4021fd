package facts

import (
	"regexp"
	"slices"
	"strings"
)

// Constraint is a rule about the values of one resource type that the schema
// itself does not state, or does not state in one place. It is shared: read
// it, do not change it.
type Constraint struct {
	ID       string // unique, stable: "apig_api-01"
	Resource string // canonical resource type; of a [General] one a pattern with *

	// Attrs are the attributes that the rule is about, dotted and without
	// indexes, the one that a breach is reported at first. If and Then may
	// name more. Paths stand from the top of the resource, except those below
	// a block of Scope: see [Constraint.Paths].
	Attrs []string

	// Scope lists the blocks that the rule holds in, one at a time; nil: it
	// holds once. The attribute "conditions.type" with the scope
	// "web_policy.conditions" is "web_policy.conditions.type".
	Scope []string

	Kind string // one of [ConstraintKinds], which say what each means
	Rule string // one sentence, as a fact

	// When all of If hold, Then holds. Both are nil when the rule is not of
	// that form, or is in words only.
	If   []*Condition
	Then *Consequence

	// Op is "<" or "<=", the relation of the first attribute to the second, or
	// "in": the first one, an address or network, lies in one of the others.
	// Empty: none.
	Op string

	// Max is the limit that Rule states, 0 when there is none: a number of
	// blocks, elements or objects; for a CIDR the length of its prefix.
	Max int

	Values   []string            // known or allowed values, printed; nil: none
	ValuesBy map[string][]string // the same per value of an attribute, or per name; nil: none. A list may be empty

	// Pattern (RE2) is what the first attribute is to match, or a part of it as
	// Rule says; for the kind forbidden_value, is not to match. Empty: none.
	Pattern string

	RefersTo []string // nil, or other resource types, or attributes of them ("huaweicloud_dns_zone.name")

	CaughtBy string // one of [CaughtBys]: who reports a breach

	// Probed: a configuration that breaks the rule was given to the real
	// provider's validation, and the result agreed with CaughtBy being
	// "validate" or not.
	Probed bool

	// Confidence is empty when the rule is stated in its source, else why it
	// is weaker ("inferred", ...).
	Confidence string

	Source []string // files of the provider's repository that the rule was read from

	pattern lazyRegexp
}

// Regexp answers Pattern, compiled on first use; nil if there is none.
func (c *Constraint) Regexp() *regexp.Regexp { return c.pattern.get(c.Pattern) }

// Paths answers where attr, as written in the constraint, stands in the
// resource: once for each block of Scope that it belongs to, else as it is.
func (c *Constraint) Paths(attr string) []string {
	var paths []string
	for _, block := range c.Scope {
		name := block[strings.LastIndexByte(block, '.')+1:]
		if rest, ok := strings.CutPrefix(attr, name+"."); ok {
			paths = append(paths, block+"."+rest)
		}
	}
	if paths == nil {
		paths = []string{attr}
	}
	return paths
}

// Condition is a statement about one attribute. It holds when any of its parts
// does.
type Condition struct {
	Attr    string   // as in [Constraint.Attrs]
	Set     bool     // holds when the attribute is set, whatever its value
	Unset   bool     // holds when the attribute is not set
	Values  []string // holds for these values, printed as in [Attr.Enum]
	Pattern string   // RE2; holds for a value that matches; empty: none

	pattern lazyRegexp
}

// Regexp answers Pattern, compiled on first use; nil if there is none.
func (c *Condition) Regexp() *regexp.Regexp { return c.pattern.get(c.Pattern) }

// Holds judges the printed value of the attribute; set is false, and value not
// looked at, when the attribute is not set.
func (c *Condition) Holds(value string, set bool) bool {
	if !set {
		return c.Unset
	}
	if c.Set || slices.Contains(c.Values, value) {
		return true
	}
	re := c.Regexp()
	return re != nil && re.MatchString(value)
}

// Consequence is what holds when the conditions of a constraint do. Each part
// may be nil; attributes are named as in [Constraint.Attrs].
type Consequence struct {
	Required  []string // are to be set
	Forbidden []string // are not to be set

	// Allowed hold, Denied do not. For an attribute that is not set, Unset
	// says that this is fine; without it, its default is what counts. A
	// Pattern is not about an attribute that is not set.
	Allowed, Denied []*Condition

	EachOf []*Condition // hold for each element, also of a comma-separated string

	Format map[string]string // attribute -> format; see [Attr.Format], and also ipv4_or_cidr_list
}
