package paths_test

import (
	"strings"
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
	// Routes returns the same, for one route and for those of any two tests.
	for _, one := range tests {
		for _, other := range tests {
			var routes paths.Routes
			routes.Add(one.route, one.prefix)
			routes.Add(other.route, other.prefix)
			for _, test := range tests {
				want := paths.Covers(one.route, one.prefix, test.path) || paths.Covers(other.route, other.prefix, test.path)
				if strings.Contains(test.path, "{") {
					continue
				}
				var table paths.Table[int]
				table.Add(one.route, one.prefix, 1)
				table.Add(other.route, other.prefix, 2)
				if got := len(table.Find(test.path)) > 0; got != want {
					t.Errorf("%s (%v) and %s (%v) are found for %s: %v", one.route, one.prefix, other.route, other.prefix, test.path, got)
				}
			}
			for _, test := range tests {
				want := paths.Covers(one.route, one.prefix, test.path) || paths.Covers(other.route, other.prefix, test.path)
				if got := routes.Cover(test.path); got != want {
					t.Errorf("%s (%v) and %s (%v) cover %s: %v", one.route, one.prefix, other.route, other.prefix, test.path, got)
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
