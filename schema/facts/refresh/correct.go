package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"github.com/apiglint/apiglint/schema/facts"
)

// correction says why facts of a resource type are other than the sources have them, or put into a form that can be
// interpreted. What it is about is named by exactly one of Attrs, Constraints and New.
type correction struct {
	// Why is the reason, in words, with what is known better than the sources do.
	Why string `json:"why"`
	// Attrs are the dotted paths of attributes; Constraints the ids of constraints. Patch is a JSON merge patch
	// (RFC 7396) for each of them, in the form of the files in data/.
	Attrs       []string       `json:"attrs"`
	Constraints []string       `json:"constraints"`
	Patch       map[string]any `json:"patch"`
	// New is a constraint that the sources lack.
	New *facts.Constraint `json:"new"`
}

// correct makes the corrections hold: a file <type>.json for each type that has any, with a list in it, in its order.
func correct(resources map[string]*facts.Type, corrections fs.FS) error {
	names, err := fs.Glob(corrections, "*.json")
	if err != nil {
		return err
	}
	for _, name := range names {
		var list []*correction
		if err := decode(corrections, name, &list); err != nil {
			return err
		}
		t := resources[strings.TrimSuffix(name, ".json")]
		if t == nil {
			return fmt.Errorf("%s: there is no such resource type", name)
		}
		for i, c := range list {
			if err := c.apply(t); err != nil {
				return fmt.Errorf("%s: correction %d: %w", name, i+1, err)
			}
		}
	}
	return nil
}

func (c *correction) apply(t *facts.Type) error {
	kinds := 0
	for _, has := range []bool{c.Attrs != nil, c.Constraints != nil, c.New != nil} {
		if has {
			kinds++
		}
	}
	switch {
	case strings.TrimSpace(c.Why) == "":
		return errors.New("it does not say why")
	case kinds != 1:
		return errors.New("it has to have one of attrs, constraints and new")
	case (c.New == nil) != (len(c.Patch) > 0):
		return errors.New("attrs and constraints go with a patch, new goes without")
	}
	for _, at := range c.Attrs {
		if err := c.patchAttr(t, at); err != nil {
			return err
		}
	}
	for _, id := range c.Constraints {
		if err := c.patchConstraint(t, id); err != nil {
			return err
		}
	}
	if c.New != nil {
		return putConstraint(t, c.New)
	}
	return nil
}

func (c *correction) patchAttr(t *facts.Type, at string) error {
	attr := t.At(at)
	if attr == nil {
		return fmt.Errorf("there is no attribute %s", at)
	}
	if _, nested := c.Patch["attrs"]; nested {
		return fmt.Errorf("%s: what is inside a block is corrected by its own path", at)
	}
	patched, err := patch(attr, c.Patch)
	if err != nil {
		return fmt.Errorf("%s: %w", at, err)
	}
	*attr = *patched
	return nil
}

func (c *correction) patchConstraint(t *facts.Type, id string) error {
	i := slices.IndexFunc(t.Constraints, func(c *facts.Constraint) bool { return c.ID == id })
	if i < 0 {
		return fmt.Errorf("there is no constraint %s", id)
	}
	patched, err := patch(t.Constraints[i], c.Patch)
	if err != nil {
		return fmt.Errorf("%s: %w", id, err)
	}
	if patched.ID != id || patched.Resource != t.Name {
		return fmt.Errorf("%s: it is another constraint after the correction", id)
	}
	t.Constraints[i] = patched
	return nil
}

// putConstraint puts a constraint in the place of the one with its id, or after all.
func putConstraint(t *facts.Type, c *facts.Constraint) error {
	if c.ID == "" || c.Resource != t.Name {
		return fmt.Errorf("the new constraint has no id, or is not of %s", t.Name)
	}
	i := slices.IndexFunc(t.Constraints, func(old *facts.Constraint) bool { return old.ID == c.ID })
	if i < 0 {
		t.Constraints = append(t.Constraints, c)
	} else {
		t.Constraints[i] = c
	}
	return nil
}

func patch[T any](fact *T, patch map[string]any) (*T, error) {
	before, err := object(fact)
	if err != nil {
		return nil, err
	}
	merge(before, patch)
	data, err := json.Marshal(before)
	if err != nil {
		return nil, err
	}
	after := new(T)
	return after, facts.Decode(data, after)
}

// object returns a fact as the JSON object that a file in data/ has for it.
func object(fact any) (map[string]any, error) {
	data, err := facts.Encode(fact)
	if err != nil {
		return nil, err
	}
	var o map[string]any
	return o, json.Unmarshal(data, &o)
}

func merge(target, patch map[string]any) {
	for key, value := range patch {
		inner, isObject := value.(map[string]any)
		old, wasObject := target[key].(map[string]any)
		switch {
		case value == nil:
			delete(target, key)
		case isObject && wasObject:
			merge(old, inner)
		default:
			target[key] = value
		}
	}
}
