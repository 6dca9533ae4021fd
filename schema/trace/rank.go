package trace

import (
	"cmp"
	"strings"

	"github.com/apiglint/apiglint/schema"
)

// rank says how exactly a route takes a call: the higher wins.
type rank struct {
	exact    bool // no prefix
	segments int  // of a prefix
	literal  string
	method   bool // not ANY
}

// better compares two ranks, and says whether the order of the two is only likely.
func better(a, b rank) (order int, likely bool) {
	if a.exact != b.exact {
		return cmpBool(a.exact, b.exact), false
	}
	if !a.exact && a.segments != b.segments {
		return cmp.Compare(a.segments, b.segments), false
	}
	if a.literal != b.literal {
		return cmp.Compare(a.literal, b.literal), true
	}
	return cmpBool(a.method, b.method), true
}

func first(a, b rank) bool {
	order, _ := better(a, b)
	return order > 0
}

func cmpBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

// top is the rank that nothing outranks: the path itself, and the method itself.
func (r rank) top() bool { return r.exact && r.method && !strings.ContainsAny(r.literal, "01") }

// rankOf returns how exactly an API takes the call. In literal each segment of the path is 2 for a text, 1 for a parameter and 0 for
// one that takes the rest.
func rankOf(api *schema.API) rank {
	path, _ := api.Path.Get()
	mode, _ := api.Matching.Or("Exact")
	method, _ := api.Method.Get()
	r := rank{exact: !strings.EqualFold(mode, "Prefix"), method: method != "ANY"}
	var literal strings.Builder
	for _, segment := range strings.Split(strings.TrimSuffix(path, "/"), "/") {
		switch {
		case strings.HasSuffix(segment, "+}"):
			literal.WriteByte('0')
		case strings.HasPrefix(segment, "{"):
			literal.WriteByte('1')
		default:
			literal.WriteByte('2')
		}
		r.segments++
	}
	r.literal = literal.String()
	return r
}
