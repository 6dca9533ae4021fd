package plan_test

import (
	"os"
	"testing"

	"github.com/apiglint/apiglint/schema/plan"
	"github.com/apiglint/apiglint/schema/terraform/configs"
)

func TestMadeOf(t *testing.T) {
	fixtures := os.DirFS("../../testdata/plans")
	loader := configs.NewLoader(fixtures)
	for _, test := range []struct {
		plan, dir string
		want      bool
	}{
		{"close-port", "close-port/after", true},
		{"create-broken", "create-broken/after", true},
		{"data-read", "data-read/after", true},
		{"destroy-all", "destroy-all/after", true},
		{"close-port", "large/after", false},
		{"large", "close-port/after", false},
		{"no-op", "no-op", false}, // there is nothing
	} {
		src, err := os.ReadFile("../../testdata/plans/" + test.plan + "/plan.json")
		if err != nil {
			t.Fatal(err)
		}
		p, err := plan.Read(src)
		if err != nil {
			t.Fatal(err)
		}
		module, _, err := loader.Module(test.dir)
		if err != nil {
			t.Fatal(err)
		}
		if got := p.MadeOf(module); got != test.want {
			t.Errorf("%s may be made of %s: %t", test.plan, test.dir, got)
		}
	}
}
