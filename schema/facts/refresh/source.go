package main

import (
	"encoding/json"

	"github.com/apiglint/apiglint/schema/facts"
)

// The source tables. Where a key is the same in both forms, the source type
// embeds the file type; where it differs, the outer field hides the inner one.

type sourceSchema struct {
	About             sourceAbout                  `json:"about"`
	ResourceAliases   map[string]string            `json:"resource_aliases"`
	DataSourceAliases map[string]string            `json:"data_source_aliases"`
	Resources         map[string]*sourceResource   `json:"resources"`
	DataSources       map[string]*sourceDataSource `json:"data_sources"`
	// Not kept: what the code says is in the attributes, and what the docs say
	// instead, where it matters, is in the doc_ keys and the constraints.
	Disagreements []map[string]json.RawMessage `json:"disagreements"`
}

type sourceAbout struct {
	facts.About
	What     string          `json:"what"`
	Implicit json.RawMessage `json:"implicit"`
}

type sourceResource struct {
	facts.Type
	Func  string                 `json:"func"`
	Attrs map[string]*sourceAttr `json:"attrs"`
}

type sourceAttr struct {
	facts.Attr
	Enum          []any                  `json:"enum"`
	EnumTolerated []any                  `json:"enum_tolerated"`
	Range         *facts.Range           `json:"range"`
	LengthUnit    string                 `json:"length_unit"`
	Elem          *sourceAttr            `json:"elem"`
	Attrs         map[string]*sourceAttr `json:"attrs"`
}

type sourceDataSource struct {
	Aliases []string                   `json:"aliases"`
	Attrs   map[string]*sourceDataAttr `json:"attrs"`
}

// sourceDataAttr is a type string or {type, attrs}.
type sourceDataAttr struct {
	Type  string                     `json:"type"`
	Attrs map[string]*sourceDataAttr `json:"attrs"`
}

func (a *sourceDataAttr) UnmarshalJSON(data []byte) error {
	if data[0] == '"' {
		return json.Unmarshal(data, &a.Type)
	}
	type plain sourceDataAttr
	return facts.Decode(data, (*plain)(a))
}

type sourceConstraints struct {
	About struct {
		What            string `json:"what"`
		ProviderVersion string `json:"provider_version"`
	} `json:"about"`
	Constraints []*sourceConstraint `json:"constraints"`
}

type sourceConstraint struct {
	facts.Constraint
	If       map[string]any             `json:"if"`
	Then     map[string]json.RawMessage `json:"then"`
	Values   any                        `json:"values"`
	RefersTo string                     `json:"refers_to"`
}
