package schema

import (
	"regexp"
	"strings"
	"sync"
)

var pathParam = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\{([^{}/]*)\}`) })

// PathParams answers the names of the parameters in a path: id and rest in /users/{id}/{rest+}.
func PathParams(path string) []string {
	var names []string
	for _, match := range pathParam().FindAllStringSubmatch(path, -1) {
		names = append(names, strings.TrimSuffix(match[1], "+"))
	}
	return names
}

// PathShape answers a path without the names of its parameters, which do not tell paths apart.
func PathShape(path string) string {
	return pathParam().ReplaceAllStringFunc(path, func(param string) string {
		if strings.HasSuffix(param, "+}") {
			return "{+}"
		}
		return "{}"
	})
}

// PathCovers reports whether a route with this path leads wherever path leads: {x} stands for any segment, {x+} for
// one or more at the end, and a prefix for everything below it.
func PathCovers(route string, prefix bool, path string) bool {
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
