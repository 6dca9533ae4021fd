package lint_test

import (
	"testing"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// TestOneCause holds that what cannot exist as it is written is not judged by what it means, and that a text is where one of
// its instances can exist.
func TestOneCause(t *testing.T) {
	impossible := &lint.Rule{
		ID: "TST103", Name: "impossible-vpc", Level: lint.Error, Cause: lint.Definition,
		Check: lint.Each(func(p *lint.Pass, vpc *schema.VPC) {
			if name, _ := vpc.Name.Get(); name == "none" {
				p.Reportf(vpc, vpc, "%s cannot exist", vpc).Precludes = true
			}
		}),
	}
	c := load(t, ".", map[string]string{"main.tf": `resource "huaweicloud_vpc" "none" { name = "none" }
resource "huaweicloud_vpc" "all" {
  for_each = toset(["a", "b"])
  name     = "none"
}
resource "huaweicloud_vpc" "some" {
  for_each = toset(["none", "b"])
  name     = each.key
}
`})
	const preclusions = "1:TST103 huaweicloud_vpc.none\n2:TST103 huaweicloud_vpc.all[\"a\"] huaweicloud_vpc.all[\"b\"]\n" +
		"6:TST103 huaweicloud_vpc.some[\"none\"]\n"
	const some = "8:TST101 huaweicloud_vpc.some[\"b\"] huaweicloud_vpc.some[\"none\"]"
	o := lint.Options{Rules: []*lint.Rule{impossible, named}, OneCause: true}
	if got := found(lint.Run(o, c).Findings); got != preclusions+some {
		t.Errorf("found\n%s\nwant\n%s", got, preclusions+some)
	}
	o.OneCause = false
	if got := len(lint.Run(o, c).Findings); got != 6 {
		t.Errorf("rules by themselves find %d things, want 6", got)
	}
}
