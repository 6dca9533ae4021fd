package paths

import "strings"

// Table finds those of many routes that lead to a path, without looking at each. The zero Table has none.
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

// Find returns what the routes that lead to a path lead to, the most exact first. The path has no parameters.
func (t *Table[T]) Find(path string) []T {
	var found []T
	t.find(path, false, &found)
	return found
}

func (t *Table[T]) find(path string, nothing bool, found *[]T) {
	if t == nil {
		return
	}
	if nothing {
		*found = append(*found, t.ends...)
	} else {
		segment, further, more := strings.Cut(path, "/")
		t.next[segment].find(further, !more, found)
		if segment != "{}" {
			t.next["{}"].find(further, !more, found)
		}
		*found = append(*found, t.rest...)
	}
	*found = append(*found, t.prefix...)
}
