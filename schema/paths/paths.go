// Package paths compares request paths with parameters in braces, as the gateway routes them.
package paths

import (
	"iter"
	"strings"
)

// placeholders returns where the parameters of a path stand, with their braces. What has a brace or a slash inside is none.
func placeholders(path string) iter.Seq2[int, int] {
	return func(yield func(start, end int) bool) {
		start := -1
		for i := range len(path) {
			switch path[i] {
			case '{':
				start = i
			case '/':
				start = -1
			case '}':
				if start >= 0 && !yield(start, i+1) {
					return
				}
				start = -1
			}
		}
	}
}

// Params returns the names of the parameters in a path: id and rest in /users/{id}/{rest+}.
func Params(path string) []string {
	var names []string
	for start, end := range placeholders(path) {
		names = append(names, strings.TrimSuffix(path[start+1:end-1], "+"))
	}
	return names
}

// Shape returns a path without the names of its parameters, which do not tell paths apart.
func Shape(path string) string {
	var shape strings.Builder
	copied := 0
	for start, end := range placeholders(path) {
		shape.WriteString(path[copied : start+1])
		if path[end-2] == '+' {
			shape.WriteByte('+')
		}
		copied = end - 1
	}
	if copied == 0 {
		return path
	}
	shape.WriteString(path[copied:])
	return shape.String()
}

// Covers reports whether a route with this path leads wherever path leads: {x} stands for any segment, {x+} for
// one or more at the end, and a prefix for everything below it.
func Covers(route string, prefix bool, path string) bool {
	if prefix {
		route = strings.TrimSuffix(route, "/")
	}
	wanted, given := strings.Split(route, "/"), strings.Split(path, "/")
	for i, segment := range wanted {
		switch {
		case i >= len(given):
			return false
		case i == len(wanted)-1 && strings.HasPrefix(segment, "{") && strings.HasSuffix(segment, "+}"):
			return true
		case strings.HasPrefix(segment, "{") && strings.HasSuffix(segment, "}"):
			if strings.HasSuffix(given[i], "+}") {
				return false
			}
		case segment != given[i]:
			return false
		}
	}
	return prefix || len(wanted) == len(given)
}

// Routes finds whether any of many routes leads to a path, without looking at each. The zero Routes has none.
type Routes struct {
	next map[string]*Routes // by segment, "{}" for a parameter
	// ends, prefix and rest say that a route ends here, that one goes on with anything, and that one goes on with at least one
	// segment.
	ends, prefix, rest bool
}

// Add adds a route, as [Covers] takes it.
func (r *Routes) Add(route string, prefix bool) {
	if prefix {
		route = strings.TrimSuffix(route, "/")
	}
	segments := strings.Split(route, "/")
	for i, segment := range segments {
		parameter := strings.HasPrefix(segment, "{") && strings.HasSuffix(segment, "}")
		if parameter && i == len(segments)-1 && strings.HasSuffix(segment, "+}") {
			r.rest = true
			return
		}
		if parameter {
			segment = "{}"
		}
		if r.next == nil {
			r.next = map[string]*Routes{}
		}
		if r.next[segment] == nil {
			r.next[segment] = &Routes{}
		}
		r = r.next[segment]
	}
	r.ends, r.prefix = r.ends || !prefix, r.prefix || prefix
}

// Cover reports whether any of the routes leads wherever path leads.
func (r *Routes) Cover(path string) bool { return r.cover(path, false) }

// cover looks at what is left of a path, which may be nothing.
func (r *Routes) cover(path string, nothing bool) bool {
	switch {
	case r == nil:
		return false
	case r.prefix:
		return true
	case nothing:
		return r.ends
	case r.rest:
		return true
	}
	segment, further, more := strings.Cut(path, "/")
	if r.next[segment].cover(further, !more) {
		return true
	}
	return segment != "{}" && !strings.HasSuffix(segment, "+}") && r.next["{}"].cover(further, !more)
}
