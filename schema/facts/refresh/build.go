package main

import (
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/apiglint/apiglint/schema/facts"
)

// build returns the files of data/, by their names in it.
func build(schemaJSON, constraintsJSON, historyJSON []byte, corrections fs.FS) (map[string][]byte, error) {
	var schema sourceSchema
	if err := facts.Decode(schemaJSON, &schema); err != nil {
		return nil, fmt.Errorf("schema: %w", err)
	}
	var rules sourceConstraints
	if err := facts.Decode(constraintsJSON, &rules); err != nil {
		return nil, fmt.Errorf("constraints: %w", err)
	}
	var history sourceHistory
	if err := facts.Decode(historyJSON, &history); err != nil {
		return nil, fmt.Errorf("history: %w", err)
	}
	if a, b := schema.About.ProviderVersion, rules.About.ProviderVersion; a != b {
		return nil, fmt.Errorf("the tables are about two provider versions: %q and %q", a, b)
	}

	index := &facts.Index{
		About:             schema.About.About,
		ResourceAliases:   schema.ResourceAliases,
		DataSources:       slices.Sorted(maps.Keys(schema.DataSources)),
		DataSourceAliases: schema.DataSourceAliases,
		Releases:          releases(history),
	}
	resources := make(map[string]*facts.Type, len(schema.Resources))
	for name, r := range schema.Resources {
		t := r.Type
		t.Name, t.Attrs = name, buildAttrs(r.Attrs, "")
		history.Types[name].date(&t, history.Types)
		resources[name] = &t
	}
	if err := constrain(resources, index, rules.Constraints); err != nil {
		return nil, err
	}
	if err := correct(resources, corrections); err != nil {
		return nil, fmt.Errorf("corrections: %w", err)
	}
	index.Resources = slices.Sorted(maps.Keys(resources))
	return encode(index, resources, schema.DataSources, history.DataSources)
}

// constrain gives each constraint to the type that it is about, and those about several types to the index.
func constrain(resources map[string]*facts.Type, index *facts.Index, constraints []*sourceConstraint) error {
	for _, r := range constraints {
		c, err := buildConstraint(r)
		if err != nil {
			return fmt.Errorf("constraint %s: %w", r.ID, err)
		}
		if strings.Contains(c.Resource, "*") {
			c.Resource = strings.TrimPrefix(c.Resource, "*")
			index.Constraints = append(index.Constraints, c)
			continue
		}
		t := resources[c.Resource]
		if t == nil {
			return fmt.Errorf("constraint %s: no resource %s", c.ID, c.Resource)
		}
		t.Constraints = append(t.Constraints, c)
	}
	return nil
}

// encode returns the files by their names.
func encode(index *facts.Index, resources map[string]*facts.Type, dataSources map[string]*sourceDataSource, dated map[string]*sourceTypeHistory) (map[string][]byte, error) {
	files := make(map[string][]byte)
	add := func(name string, v any) error {
		data, err := facts.Encode(v)
		files[name] = data
		return err
	}
	if err := add("index.json", index); err != nil {
		return nil, err
	}
	for name, t := range resources {
		if err := add("resources/"+name+".json", t); err != nil {
			return nil, err
		}
	}
	for name, d := range dataSources {
		attrs, err := buildDataAttrs(d.Attrs)
		if err != nil {
			return nil, fmt.Errorf("data source %s: %w", name, err)
		}
		t := &facts.Type{Name: name, Aliases: d.Aliases, Attrs: attrs}
		dated[name].date(t, dated)
		if err := add("datasources/"+name+".json", t); err != nil {
			return nil, err
		}
	}
	return files, nil
}

func buildAttrs(src map[string]*sourceAttr, at string) map[string]*facts.Attr {
	if src == nil {
		return nil
	}
	attrs := make(map[string]*facts.Attr, len(src))
	for name, a := range src {
		attrs[name] = buildAttr(a, at+name)
	}
	return attrs
}

// buildAttr builds the attribute that has this SDK address.
func buildAttr(src *sourceAttr, address string) *facts.Attr {
	a := src.Attr
	// One schema lists the attribute itself, the others leave that to the SDK.
	itself := func(s string) bool { return s == address }
	a.ExactlyOneOf = slices.DeleteFunc(a.ExactlyOneOf, itself)
	a.AtLeastOneOf = slices.DeleteFunc(a.AtLeastOneOf, itself)
	a.RequiredWith = slices.DeleteFunc(a.RequiredWith, itself)

	a.Enum, a.EnumTolerated = printed(src.Enum), printed(src.EnumTolerated)
	if src.Range != nil {
		a.Ranges = []facts.Range{*src.Range}
	}
	if a.Length != nil {
		a.Length.Bytes = src.LengthUnit == "bytes"
	}
	a.Type, a.Elem = splitType(src.Type)
	if src.Elem != nil {
		elem := buildAttr(src.Elem, address)
		elem.Type = a.Elem.Type
		a.Elem = elem
	}
	a.Attrs = buildAttrs(src.Attrs, address+".0.")
	return &a
}

// splitType reads a type as the sources have it: "string", or "list(string)" with the type of the elements.
func splitType(source facts.Kind) (facts.Kind, *facts.Attr) {
	outer, elem, ok := strings.Cut(strings.TrimSuffix(string(source), ")"), "(")
	if !ok {
		return source, nil
	}
	return facts.Kind(outer), &facts.Attr{Type: facts.Kind(elem)}
}

func buildDataAttrs(src map[string]*sourceDataAttr) (map[string]*facts.Attr, error) {
	if src == nil {
		return nil, nil
	}
	attrs := make(map[string]*facts.Attr, len(src))
	for name, s := range src {
		printed := strings.TrimRight(s.Type, "!?")
		a := &facts.Attr{}
		a.Type, a.Elem = splitType(facts.Kind(printed))
		switch strings.TrimPrefix(s.Type, printed) {
		case "!":
			a.Required = true
		case "?":
			a.Optional = true
		case "":
			a.Computed = true
		default:
			return nil, fmt.Errorf("%s: type %q", name, s.Type)
		}
		a.Block = s.Attrs != nil && !a.Computed
		nested, err := buildDataAttrs(s.Attrs)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		a.Attrs = nested
		attrs[name] = a
	}
	return attrs, nil
}

// printed writes each value as it is written in HCL, without quotes.
func printed(values []any) []string {
	var out []string
	for _, v := range values {
		if f, ok := v.(float64); ok {
			out = append(out, strconv.FormatFloat(f, 'f', -1, 64))
			continue
		}
		out = append(out, fmt.Sprint(v))
	}
	return out
}
