package main

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/apiglint/apiglint/schema/facts"
)

func buildConstraint(src *sourceConstraint) (*facts.Constraint, error) {
	c := src.Constraint
	if src.RefersTo != "" {
		c.RefersTo = strings.Split(src.RefersTo, " | ")
	}
	switch v := src.Values.(type) {
	case nil:
	case []any:
		c.Values = printed(v)
	case map[string]any:
		c.ValuesBy = make(map[string][]string, len(v))
		for k, one := range v {
			switch one := one.(type) {
			case nil:
				c.ValuesBy[k] = []string{}
			case []any:
				c.ValuesBy[k] = printed(one)
			default:
				c.ValuesBy[k] = printed([]any{one})
			}
		}
	default:
		return nil, fmt.Errorf("values: %T", v)
	}
	for _, attr := range slices.Sorted(maps.Keys(src.If)) {
		c.If = append(c.If, condition(attr, src.If[attr]))
	}
	if src.Then == nil {
		return &c, nil
	}
	then, err := consequence(src.Then, c.Attrs)
	if err != nil {
		return nil, fmt.Errorf("then: %w", err)
	}
	c.Then = then
	return &c, nil
}

// condition reads a value, a list of values (null = not set), "*" (set), or a
// regexp that starts with ^.
func condition(attr string, v any) *facts.Condition {
	c := &facts.Condition{Attr: attr}
	switch v := v.(type) {
	case nil:
		c.Unset = true
	case []any:
		c.Unset = slices.Contains(v, nil)
		c.Values = printed(slices.DeleteFunc(v, func(v any) bool { return v == nil }))
	case string:
		switch {
		case v == "*":
			c.Set = true
		case strings.HasPrefix(v, "^"):
			c.Pattern = v
		default:
			c.Values = []string{v}
		}
	default:
		c.Values = printed([]any{v})
	}
	return c
}

// consequence reads `then`: the words it knows, else an attribute with its
// allowed values.
func consequence(src map[string]json.RawMessage, attrs []string) (*facts.Consequence, error) {
	then := &facts.Consequence{}
	for _, key := range slices.Sorted(maps.Keys(src)) {
		var err error
		switch raw := src[key]; key {
		case "required":
			err = facts.Decode(raw, &then.Required)
		case "forbidden":
			err = facts.Decode(raw, &then.Forbidden)
		case "match":
			then.Allowed, err = patterns(then.Allowed, raw)
		case "not_match":
			then.Denied, err = patterns(then.Denied, raw)
		case "forbidden_value":
			then.Denied, err = values(then.Denied, raw)
		case "each_of":
			then.EachOf, err = values(then.EachOf, raw)
		case "format":
			// A bare name is the format of the first attribute.
			var name string
			if json.Unmarshal(raw, &name) == nil {
				then.Format = map[string]string{attrs[0]: name}
			} else {
				err = facts.Decode(raw, &then.Format)
			}
		default:
			var list []any
			err = facts.Decode(raw, &list)
			then.Allowed = append(then.Allowed, condition(key, list))
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", key, err)
		}
	}
	return then, nil
}

func patterns(to []*facts.Condition, raw json.RawMessage) ([]*facts.Condition, error) {
	var byAttr map[string]string
	if err := facts.Decode(raw, &byAttr); err != nil {
		return nil, err
	}
	for _, attr := range slices.Sorted(maps.Keys(byAttr)) {
		to = append(to, &facts.Condition{Attr: attr, Pattern: byAttr[attr]})
	}
	return to, nil
}

func values(to []*facts.Condition, raw json.RawMessage) ([]*facts.Condition, error) {
	var byAttr map[string][]any
	if err := facts.Decode(raw, &byAttr); err != nil {
		return nil, err
	}
	for _, attr := range slices.Sorted(maps.Keys(byAttr)) {
		to = append(to, condition(attr, byAttr[attr]))
	}
	return to, nil
}
