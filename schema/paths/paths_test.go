package paths_test

import (
	"slices"
	"testing"

	"github.com/apiglint/apiglint/schema/paths"
)

func TestPaths(t *testing.T) {
	tests := []struct {
		route  string
		prefix bool
		path   string
		covers bool
	}{
		{"/orders", false, "/orders", true},
		{"/orders", false, "/orders/", false},
		{"/orders", false, "/Orders", false},
		{"/orders", false, "/orders/1", false},
		{"/orders", true, "/orders", true},
		{"/orders", true, "/orders/1", true},
		{"/orders/", true, "/orders/1", true},
		{"/orders", true, "/ordersheet", false},
		{"/", true, "/orders/1", true},
		{"/orders/{id}", false, "/orders/1", true},
		{"/orders/{id}", false, "/orders/{number}", true},
		{"/orders/{id}", false, "/orders/{rest+}", false},
		{"/orders/1", false, "/orders/{id}", false},
		{"/{rest+}", false, "/orders/{id}/lines", true},
		{"/orders/{rest+}", false, "/orders", false},
		{"/orders/{rest+}", false, "/shops/1", false},
		{"/{kind}/1", false, "/orders/1", true},
		{"/{kind}/1", false, "/orders/2", false},
		{"/{kind+}/1", false, "/orders/1", true},
		{"/orders/{id}", true, "/orders/1/lines", true},
		{"/orders/{}", false, "/orders/{}", true},
		{"/orders/{id}", false, "/orders/", true},
		{"/orders", false, "orders", false},
	}
	for _, test := range tests {
		if got := paths.Covers(test.route, test.prefix, test.path); got != test.covers {
			t.Errorf("%s (prefix: %v) covers %s: %v", test.route, test.prefix, test.path, got)
		}
	}
	// A table returns the same, for one route and for those of any two tests.
	for _, one := range tests {
		for _, other := range tests {
			var table paths.Table[int]
			table.Add(one.route, one.prefix, 1)
			table.Add(other.route, other.prefix, 2)
			for _, test := range tests {
				var want []int
				for i, route := range []struct {
					path   string
					prefix bool
				}{{one.route, one.prefix}, {other.route, other.prefix}} {
					if paths.Covers(route.path, route.prefix, test.path) {
						want = append(want, i+1)
					}
				}
				if got := slices.Sorted(table.Find(test.path)); !slices.Equal(got, want) || table.Covers(test.path) != (len(want) > 0) {
					t.Errorf("of %s (%v) and %s (%v), %v lead to %s, not %v", one.route, one.prefix, other.route, other.prefix, got, test.path, want)
				}
			}
		}
	}
	if got := paths.Shape("/orders/{id}/a{x}/{rest+}"); got != "/orders/{}/a{}/{+}" {
		t.Errorf("the shape is %s", got)
	}
	if got := paths.Params("/orders/{id}/a{x}/{rest+}"); len(got) != 3 || got[0] != "id" || got[2] != "rest" {
		t.Errorf("the parameters are %q", got)
	}
}
