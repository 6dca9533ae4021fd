package paths

import (
	"iter"
	"slices"
	"strings"
)

// Table finds those of many routes that lead to a path, as [Covers] has it, without looking at each. The zero Table has none.
type Table[T any] struct {
	next map[string]*Table[T] // by segment, "{}" for a parameter
	// ends are what routes that end here lead to, prefix those that go on with anything, and rest those with at least one segment.
	ends, prefix, rest []T
}

// Add adds a route, as [Covers] takes it, and what it leads to.
func (t *Table[T]) Add(route string, prefix bool, to T) {
	if prefix {
		route = strings.TrimSuffix(route, "/")
	}
	segments := strings.Split(route, "/")
	for i, segment := range segments {
		parameter := strings.HasPrefix(segment, "{") && strings.HasSuffix(segment, "}")
		if parameter && i == len(segments)-1 && strings.HasSuffix(segment, "+}") {
			t.rest = append(t.rest, to)
			return
		}
		if parameter {
			segment = "{}"
		}
		if t.next == nil {
			t.next = map[string]*Table[T]{}
		}
		if t.next[segment] == nil {
			t.next[segment] = &Table[T]{}
		}
		t = t.next[segment]
	}
	if prefix {
		t.prefix = append(t.prefix, to)
	} else {
		t.ends = append(t.ends, to)
	}
}

// Find goes through what the routes lead to that lead wherever path leads, the most exact first.
func (t *Table[T]) Find(path string) iter.Seq[T] {
	return func(yield func(T) bool) { t.find(path, false, yield) }
}

// Covers reports whether any of the routes leads wherever path leads.
func (t *Table[T]) Covers(path string) bool {
	for range t.Find(path) {
		return true
	}
	return false
}

// find looks at what is left of a path, which may be nothing. It reports whether to go on.
func (t *Table[T]) find(path string, nothing bool, yield func(T) bool) bool {
	if t == nil {
		return true
	}
	if nothing {
		return each(t.ends, yield) && each(t.prefix, yield)
	}
	segment, further, more := strings.Cut(path, "/")
	if !t.next[segment].find(further, !more, yield) {
		return false
	}
	if segment != "{}" && !strings.HasSuffix(segment, "+}") && !t.next["{}"].find(further, !more, yield) {
		return false
	}
	return each(t.rest, yield) && each(t.prefix, yield)
}

func each[T any](all []T, yield func(T) bool) bool {
	return !slices.ContainsFunc(all, func(one T) bool { return !yield(one) })
}
