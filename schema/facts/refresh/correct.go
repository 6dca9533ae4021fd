package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"reflect"
	"slices"
	"strings"

	"github.com/apiglint/apiglint/schema/facts"
)

// correction changes facts of a resource type that the sources have wrong, or do not put into a form that can be
// interpreted. What it changes is named by exactly one of Attrs, Constraints, New and Type.
type correction struct {
	// Why is the reason, in words, with what is known better than the sources do.
	Why string `json:"why"`
	// Attrs are the dotted paths of attributes; Constraints the ids of constraints. Patch is a JSON merge patch
	// (RFC 7396) for each of them, in the form of the files in data/.
	Attrs       []string       `json:"attrs"`
	Constraints []string       `json:"constraints"`
	Patch       map[string]any `json:"patch"`
	// New is a constraint that the sources lack. It follows those that they have.
	New *facts.Constraint `json:"new"`
	// Type is a resource type that the sources lack, as the first correction of its file.
	Type *facts.Type `json:"type"`
}

// correct applies the corrections: a file <type>.json for each type that has any, with a list in it, in its order.
func correct(resources map[string]*facts.Type, corrections fs.FS) error {
	names, err := fs.Glob(corrections, "*.json")
	if err != nil {
		return err
	}
	for _, name := range names {
		data, err := fs.ReadFile(corrections, name)
		if err != nil {
			return err
		}
		var list []*correction
		if err := facts.Decode(data, &list); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		typeName := strings.TrimSuffix(path.Base(name), ".json")
		t := resources[typeName]
		if t == nil && len(list) > 0 && list[0].Type != nil {
			t = list[0].Type
			resources[typeName], list = t, list[1:]
		}
		if t == nil || t.Name != typeName {
			return fmt.Errorf("%s: the sources have no such resource type", name)
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
	case c.Type != nil:
		return errors.New("the sources have the type by now")
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
		return addConstraint(t, c.New)
	}
	return nil
}

func (c *correction) patchAttr(t *facts.Type, at string) error {
	attrs, steps := t.Attrs, strings.Split(at, ".")
	for _, step := range steps[:len(steps)-1] {
		if attrs[step] == nil {
			return fmt.Errorf("the sources have no attribute %s", at)
		}
		attrs = attrs[step].Attrs
	}
	last := steps[len(steps)-1]
	if attrs[last] == nil {
		return fmt.Errorf("the sources have no attribute %s", at)
	}
	if _, nested := c.Patch["attrs"]; nested && !attrs[last].NestedOmitted {
		return fmt.Errorf("%s: what is inside a block is corrected by its own path", at)
	}
	patched, err := patch(attrs[last], c.Patch)
	if err != nil {
		return fmt.Errorf("%s: %w", at, err)
	}
	attrs[last] = patched
	return nil
}

func (c *correction) patchConstraint(t *facts.Type, id string) error {
	i := slices.IndexFunc(t.Constraints, func(c *facts.Constraint) bool { return c.ID == id })
	if i < 0 {
		return fmt.Errorf("the sources have no constraint %s", id)
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

func addConstraint(t *facts.Type, c *facts.Constraint) error {
	if slices.ContainsFunc(t.Constraints, func(old *facts.Constraint) bool { return old.ID == c.ID }) {
		return fmt.Errorf("the sources have a constraint %s by now: correct that one", c.ID)
	}
	if c.ID == "" || c.Resource != t.Name {
		return fmt.Errorf("the new constraint has no id, or is not of %s", t.Name)
	}
	t.Constraints = append(t.Constraints, c)
	return nil
}

// patch returns a patched copy of a fact.
func patch[T any](fact *T, patch map[string]any) (*T, error) {
	before, err := object(fact)
	if err != nil {
		return nil, err
	}
	if err := merge(before, patch, ""); err != nil {
		return nil, err
	}
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

// merge applies a merge patch. Each member of it has to change something: one that does not corrects what the sources
// have right by now.
func merge(target, patch map[string]any, at string) error {
	for _, key := range slices.Sorted(maps.Keys(patch)) {
		old, there := target[key]
		inner, isObject := patch[key].(map[string]any)
		oldInner, wasObject := old.(map[string]any)
		switch {
		case patch[key] == nil && !there:
			return fmt.Errorf("the sources have no %s any more: the correction changes nothing", at+key)
		case patch[key] == nil:
			delete(target, key)
		case there && reflect.DeepEqual(old, patch[key]):
			return fmt.Errorf("the sources have the same %s by now: the correction changes nothing", at+key)
		case isObject && wasObject:
			if err := merge(oldInner, inner, at+key+"."); err != nil {
				return err
			}
		default:
			target[key] = patch[key]
		}
	}
	return nil
}
