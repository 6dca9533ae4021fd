package linttest

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"
	"strings"
)

// MutateJSON returns a document of JSON with changes: what it holds is dropped, doubled, exchanged and put into other places,
// more often into those of the same name. What is no JSON is left alone.
func MutateJSON(src []byte, steps Steps) []byte {
	document, ok := DecodeJSON(src)
	if !ok {
		return src
	}
	all := steps.all()
	for _, s := range all {
		slots := slotsIn(document)
		if len(slots) == 0 {
			break
		}
		at := pick(slots, s.which)
		switch s.what % 9 {
		case 0:
			at.drop()
		case 1:
			at.double()
		case 2, 3: // what stands elsewhere under the same name
			at.set(pick(slices.DeleteFunc(slots, func(other slot) bool { return other.key != at.key }), s.with).value())
		case 4:
			at.set(pick(slots, s.with).value())
		case 5, 6:
			at.set(odd[s.with%len(odd)])
		case 7: // under another name
			if object, ok := at.in.(map[string]any); ok {
				object[pick(slots, s.with).key] = at.value()
				delete(object, at.key)
			}
		case 8: // in another order
			if list, ok := at.value().([]any); ok && len(list) > 1 {
				slices.Reverse(list)
			} else if text, ok := at.value().(string); ok {
				if other, ok := pick(slots, s.with).value().(string); ok {
					at.set(text[:len(text)/2] + other[len(other)/2:])
				}
			}
		}
	}
	changed, err := json.Marshal(document)
	if err != nil {
		return src
	}
	return changed
}

// odd are values that what reads JSON may not have thought of.
var odd = []any{
	nil, true, false, "", "a", "0", 0, -1, 1e300, json.Number("1e999"), json.Number("123456789012345678901234567890"),
	[]any{},
	map[string]any{},
	[]any{nil},
	[]any{[]any{}},
	"module.a.b", `a["b"]`, `module.x["a.b"].huaweicloud_vpc.v[0]`, "each.value", "count.index", "create", "delete",
	"no-op", "managed", "data", "0.0.0.0/0", "::/0", "${x}", "a\nb\x1b[31m\u202e", "huaweicloud_apig_api", "huaweicloud_vpc", strings.Repeat("a", 300),
}

// DecodeJSON decodes a document with its numbers as they are written.
func DecodeJSON(src []byte) (document any, ok bool) {
	decoder := json.NewDecoder(bytes.NewReader(src))
	decoder.UseNumber()
	return document, decoder.Decode(&document) == nil && document != nil
}

// slot is a place in a document: a property of an object, or an element of a list that stands in one.
type slot struct {
	in    any // map[string]any or []any
	key   string
	index int
	owner *slot // that of the list
}

func (s slot) value() any {
	if object, ok := s.in.(map[string]any); ok {
		return object[s.key]
	}
	if list := s.in.([]any); s.index < len(list) {
		return list[s.index]
	}
	return nil
}

// set puts a copy of a value there: what stands in two places would hold itself in the end.
func (s slot) set(value any) {
	value = clone(value)
	if object, ok := s.in.(map[string]any); ok {
		object[s.key] = value
	} else if list := s.in.([]any); s.index < len(list) {
		list[s.index] = value
	}
}

func (s slot) drop() {
	if object, ok := s.in.(map[string]any); ok {
		delete(object, s.key)
	} else if s.owner != nil {
		s.owner.set(slices.Delete(slices.Clone(s.in.([]any)), s.index, s.index+1))
	}
}

func (s slot) double() {
	if list, ok := s.in.([]any); ok && s.owner != nil && len(list) < 1000 {
		s.owner.set(append(slices.Clone(list), s.value()))
	} else if list, ok := s.value().([]any); ok {
		s.set(append(slices.Clone(list), list...))
	}
}

// slotsIn returns the places in a document, in the order of the names.
func slotsIn(document any) []slot {
	var slots []slot
	var walk func(value any, owner *slot)
	walk = func(value any, owner *slot) {
		switch value := value.(type) {
		case map[string]any:
			for _, key := range slices.Sorted(maps.Keys(value)) {
				s := slot{in: value, key: key}
				slots = append(slots, s)
				walk(value[key], &s)
			}
		case []any:
			for i, element := range value {
				s := slot{in: value, index: i, owner: owner}
				if owner != nil {
					s.key = owner.key
				}
				slots = append(slots, s)
				walk(element, &s)
			}
		}
	}
	walk(document, nil)
	return slots
}

func clone(value any) any {
	switch value := value.(type) {
	case map[string]any:
		copied := make(map[string]any, len(value))
		for key, inner := range value {
			copied[key] = clone(inner)
		}
		return copied
	case []any:
		copied := make([]any, len(value))
		for i, inner := range value {
			copied[i] = clone(inner)
		}
		return copied
	}
	return value
}
