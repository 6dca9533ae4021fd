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
	ID       string `json:"id"`       // unique, stable: "apig_api-01"
	Resource string `json:"resource"` // canonical resource type; of a [General] one a pattern with *

	// Attrs are the attributes that the rule is about, dotted and without
	// indexes, the one that a breach is reported at first. If and Then may
	// name more. Paths stand from the top of the resource, except those below
	// a block of Scope: see [Constraint.Paths].
	Attrs []string `json:"attrs"`

	// Scope lists the blocks that the rule holds in, one at a time; nil: it
	// holds once. The attribute "conditions.type" with the scope
	// "web_policy.conditions" is "web_policy.conditions.type".
	Scope []string `json:"scope,omitempty"`

	// Since is the first release that holds it; empty: all.
	Since string `json:"since,omitempty"`

	Kind string `json:"kind"` // one of [ConstraintKinds], which say what each means
	Rule string `json:"rule"` // one sentence, as a fact

	// When all of If hold, Then holds. Both are nil when the rule is not of
	// that form, or is in words only.
	If   []*Condition `json:"if,omitempty"`
	Then *Consequence `json:"then,omitempty"`

	// Op is "<" or "<=", the relation of the first attribute to the second, or
	// "in": the first one, an address or network, lies in one of the others.
	// Empty: none.
	Op string `json:"op,omitempty"`

	// Max is the limit that Rule states, 0 when there is none: a number of
	// blocks, elements or objects; for a CIDR the length of its prefix.
	Max int `json:"max,omitempty"`

	Values   []string            `json:"values,omitempty"`    // known or allowed values, printed; nil: none
	ValuesBy map[string][]string `json:"values_by,omitempty"` // the same per value of an attribute, or per name; nil: none. A list may be empty

	// Pattern (RE2) is what the first attribute is to match, or a part of it as
	// Rule says; for the kind forbidden_value, is not to match. Empty: none.
	Pattern string `json:"pattern,omitempty"`

	RefersTo []string `json:"refers_to,omitempty"` // nil, or other resource types, or attributes of them ("huaweicloud_dns_zone.name")

	CaughtBy string `json:"caught_by"` // one of [CaughtBys]: who reports a breach

	// Probed: a configuration that breaks the rule was given to the real
	// provider's validation, and the result agreed with CaughtBy being
	// "validate" or not.
	Probed bool `json:"probed,omitempty"`

	// Confidence is empty when the rule is stated in its source, else why it
	// is weaker ("inferred", ...).
	Confidence string `json:"confidence,omitempty"`

	Source []string `json:"source"` // files of the provider's repository that the rule was read from
}

// Regexp returns Pattern, compiled on first use; nil if there is none.
func (c *Constraint) Regexp() *regexp.Regexp { return compiled(c.Pattern) }

// Paths returns where attr, as written in the constraint, stands in the
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
	Attr    string   `json:"attr"`              // as in [Constraint.Attrs]
	Set     bool     `json:"set,omitempty"`     // holds when the attribute is set, whatever its value
	Unset   bool     `json:"unset,omitempty"`   // holds when the attribute is not set
	Values  []string `json:"values,omitempty"`  // holds for these values, printed as in [Attr.Enum]
	Pattern string   `json:"pattern,omitempty"` // RE2; holds for a value that matches; empty: none
}

// Regexp returns Pattern, compiled on first use; nil if there is none.
func (c *Condition) Regexp() *regexp.Regexp { return compiled(c.Pattern) }

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
	Required  []string `json:"required,omitempty"`  // are to be set
	Forbidden []string `json:"forbidden,omitempty"` // are not to be set

	// Allowed hold, Denied do not. For an attribute that is not set, Unset
	// says that this is fine; without it, its default is what counts. A
	// Pattern is not about an attribute that is not set.
	Allowed []*Condition `json:"allowed,omitempty"`
	Denied  []*Condition `json:"denied,omitempty"`

	EachOf []*Condition `json:"each_of,omitempty"` // hold for each element, also of a comma-separated string

	Format map[string]string `json:"format,omitempty"` // attribute -> format; see [Attr.Format], and also ipv4_or_cidr_list
}
