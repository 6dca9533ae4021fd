// Package table is the file form of the facts: what stands in schema/facts/data.
//
// The keys are documented in schema/facts/README.md.
package table

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
)

// Index is data/index.json.
type Index struct {
	About             About             `json:"about"`
	Resources         []string          `json:"resources"`
	ResourceAliases   map[string]string `json:"resource_aliases"`
	DataSources       []string          `json:"data_sources"`
	DataSourceAliases map[string]string `json:"data_source_aliases"`
	Constraints       []*Constraint     `json:"constraints,omitempty"`
}

// About says what the facts are about.
type About struct {
	Provider        string `json:"provider"`
	ProviderVersion string `json:"provider_version"`
	SDK             string `json:"sdk"`
}

// Type is one file of data/resources or data/datasources.
type Type struct {
	Name          string           `json:"name"`
	Aliases       []string         `json:"aliases,omitempty"`
	Doc           string           `json:"doc,omitempty"`
	Deprecated    string           `json:"deprecated,omitempty"`
	ReplacedBy    string           `json:"replaced_by,omitempty"`
	LegacyService string           `json:"legacy_service,omitempty"`
	Importable    bool             `json:"importable,omitempty"`
	OneTimeAction bool             `json:"one_time_action,omitempty"`
	DefaultTags   bool             `json:"default_tags,omitempty"`
	Timeouts      []string         `json:"timeouts,omitempty"`
	Attrs         map[string]*Attr `json:"attrs"`
	Constraints   []*Constraint    `json:"constraints,omitempty"`
}

// Attr is an attribute or a nested block. As the value of Elem it has value
// facts only, and no type.
type Attr struct {
	Type           string   `json:"type,omitempty"`
	Block          bool     `json:"block,omitempty"`
	NestedOmitted  bool     `json:"nested_omitted,omitempty"`
	Required       bool     `json:"required,omitempty"`
	Optional       bool     `json:"optional,omitempty"`
	Computed       bool     `json:"computed,omitempty"`
	Sensitive      bool     `json:"sensitive,omitempty"`
	ForceNew       bool     `json:"force_new,omitempty"`
	NonUpdatable   bool     `json:"non_updatable,omitempty"`
	Internal       bool     `json:"internal,omitempty"`
	Undocumented   bool     `json:"undocumented,omitempty"`
	DocRequired    bool     `json:"doc_required,omitempty"`
	DocReadOnly    bool     `json:"doc_read_only,omitempty"`
	DocType        string   `json:"doc_type,omitempty"`
	Deprecated     string   `json:"deprecated,omitempty"`
	ReplacedBy     string   `json:"replaced_by,omitempty"`
	Default        any      `json:"default,omitempty"`
	DocDefault     any      `json:"doc_default,omitempty"`
	DefaultFromEnv bool     `json:"default_from_env,omitempty"`
	MinItems       int      `json:"min_items,omitempty"`
	MaxItems       int      `json:"max_items,omitempty"`
	DocMaxItems    int      `json:"doc_max_items,omitempty"`
	ConflictsWith  []string `json:"conflicts_with,omitempty"`
	ExactlyOneOf   []string `json:"exactly_one_of,omitempty"`
	AtLeastOneOf   []string `json:"at_least_one_of,omitempty"`
	RequiredWith   []string `json:"required_with,omitempty"`
	Enum           []string `json:"enum,omitempty"`
	EnumFrom       string   `json:"enum_from,omitempty"`
	EnumOpen       bool     `json:"enum_open,omitempty"`
	EnumTolerated  []string `json:"enum_tolerated,omitempty"`
	EnumIgnoreCase bool     `json:"enum_ignore_case,omitempty"`
	OrPattern      string   `json:"or_pattern,omitempty"`
	Ranges         []Range  `json:"ranges,omitempty"`
	RangeFrom      string   `json:"range_from,omitempty"`
	Length         *Length  `json:"length,omitempty"`
	LengthFrom     string   `json:"length_from,omitempty"`
	Pattern        string   `json:"pattern,omitempty"`
	PatternFrom    string   `json:"pattern_from,omitempty"`
	PatternNote    string   `json:"pattern_note,omitempty"`
	Format         string   `json:"format,omitempty"`
	FormatFrom     string   `json:"format_from,omitempty"`

	Elem  *Attr            `json:"elem,omitempty"`
	Attrs map[string]*Attr `json:"attrs,omitempty"`
}

// Range is inclusive; an end that is absent is open.
type Range struct {
	Min *float64 `json:"min,omitempty"`
	Max *float64 `json:"max,omitempty"`
}

// Length has both ends, always.
type Length struct {
	Min   int  `json:"min"`
	Max   int  `json:"max"`
	Bytes bool `json:"bytes,omitempty"`
}

// Constraint is a rule over one or more attributes.
type Constraint struct {
	ID         string              `json:"id"`
	Resource   string              `json:"resource"`
	Attrs      []string            `json:"attrs"`
	Scope      []string            `json:"scope,omitempty"`
	Kind       string              `json:"kind"`
	Rule       string              `json:"rule"`
	If         []*Condition        `json:"if,omitempty"`
	Then       *Consequence        `json:"then,omitempty"`
	Op         string              `json:"op,omitempty"`
	Max        int                 `json:"max,omitempty"`
	Values     []string            `json:"values,omitempty"`
	ValuesBy   map[string][]string `json:"values_by,omitempty"`
	Pattern    string              `json:"pattern,omitempty"`
	RefersTo   []string            `json:"refers_to,omitempty"`
	CaughtBy   string              `json:"caught_by"`
	Probed     bool                `json:"probed,omitempty"`
	Confidence string              `json:"confidence,omitempty"`
	Source     []string            `json:"source"`
}

// Condition is a statement about one attribute.
type Condition struct {
	Attr    string   `json:"attr"`
	Set     bool     `json:"set,omitempty"`
	Unset   bool     `json:"unset,omitempty"`
	Values  []string `json:"values,omitempty"`
	Pattern string   `json:"pattern,omitempty"`
}

// Consequence is what holds when the conditions hold.
type Consequence struct {
	Required  []string          `json:"required,omitempty"`
	Forbidden []string          `json:"forbidden,omitempty"`
	Allowed   []*Condition      `json:"allowed,omitempty"`
	Denied    []*Condition      `json:"denied,omitempty"`
	EachOf    []*Condition      `json:"each_of,omitempty"`
	Format    map[string]string `json:"format,omitempty"`
}

// Decode reads one value and refuses keys it does not know.
func Decode(data []byte, v any) error {
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	if err := dec.Decode(v); err != nil {
		return err
	}
	if _, err := dec.Token(); err != io.EOF {
		return fmt.Errorf("text after the value")
	}
	return nil
}

// Encode writes the one form that a file in data/ has.
func Encode(v any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	if err := enc.Encode(v); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}
