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
