package lint_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/terraform"
	"github.com/apiglint/apiglint/schema/terraform/configs"
)

// named reports every VPC on its name, and long ones on the header too.
var (
	named = &lint.Rule{
		ID: "TST101", Name: "named-vpc", Level: lint.Warning,
		Check: lint.Each(func(p *lint.Pass, vpc *schema.VPC) { p.Reportf(vpc, vpc.Name, "%s has a name", vpc) }),
	}
	twice = &lint.Rule{
		ID: "TST102", Name: "vpc-twice", Level: lint.Error,
		Check: lint.Clash(
			func(_ *lint.Pass, vpc *schema.VPC) (string, bool) { return vpc.Name.Get() },
			func(p *lint.Pass, first, again *schema.VPC) {
				p.Reportf(again, again, "%s is %s again", again, first).Relate(first.Range(), "the first is here")
			},
		),
	}
	both = []*lint.Rule{named, twice}
)

func load(t *testing.T, dir string, files map[string]string) *schema.Config {
	t.Helper()
	fsys := fstest.MapFS{}
	for name, content := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(content)}
	}
	c, err := schema.Load(configs.NewLoader(fsys), dir, terraform.Options{})
	if err != nil || c.Root.Diagnostics.HasErrors() {
		t.Fatal(err, c.Root.Diagnostics)
	}
	return c
}

// found spells findings as line:RULE, and the resource with the others that the finding is about.
func found(findings []*lint.Finding) string {
	var all []string
	for _, f := range findings {
		all = append(all, fmt.Sprintf("%d:%s %s", f.Range.Start.Line, f.Rule.ID, strings.Join(append([]string{f.Resource}, f.Also...), " ")))
	}
	return strings.Join(all, "\n")
}

func TestOneTextIsOneFinding(t *testing.T) {
	files := map[string]string{
		"a/main.tf": `module "net" { source = "../net" }`,
		"b/main.tf": `module "net" {
  source   = "../net"
  for_each = toset(["x", "y"])
}`,
		"net/main.tf": `resource "huaweicloud_vpc" "v" {
  count = 2
  name  = "v${count.index}"
}`,
	}
	result := lint.Run(lint.Options{Rules: []*lint.Rule{named}}, load(t, "a", files), load(t, "b", files))
	want := `3:TST101 module.net.huaweicloud_vpc.v[0] module.net.huaweicloud_vpc.v[1] ` +
		`module.net["x"].huaweicloud_vpc.v[0] module.net["x"].huaweicloud_vpc.v[1] ` +
		`module.net["y"].huaweicloud_vpc.v[0] module.net["y"].huaweicloud_vpc.v[1]`
	if got := found(result.Findings); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestClashReportsTheLaterAddress(t *testing.T) {
	result := lint.Run(lint.Options{Rules: []*lint.Rule{twice}}, load(t, ".", map[string]string{"main.tf": `
resource "huaweicloud_vpc" "b" { name = "same" }
resource "huaweicloud_vpc" "a" { name = "same" }
resource "huaweicloud_vpc" "c" { name = "other" }`}))
	if got := found(result.Findings); got != "2:TST102 huaweicloud_vpc.b" {
		t.Fatalf("got %s", got)
	}
	if related := result.Findings[0].Related; len(related) != 1 || related[0].Range.Start.Line != 3 {
		t.Errorf("related places are %v", related)
	}
}

func TestMatches(t *testing.T) {
	for pattern, want := range map[string]bool{
		"TST101": true, "tst101": true, "TST": true, "TST1": true, "named-vpc": true, "Named-VPC": true,
		"TS": false, "TST102": false, "TST1011": false, "named": false, "": false,
	} {
		if got := named.Matches(pattern); got != want {
			t.Errorf("%q: got %v", pattern, got)
		}
	}
}

func TestParseLevel(t *testing.T) {
	for _, level := range []lint.Level{lint.Note, lint.Warning, lint.Error} {
		if got, err := lint.ParseLevel(level.String()); err != nil || got != level {
			t.Errorf("%s: got %v, %v", level, got, err)
		}
	}
	if _, err := lint.ParseLevel("fatal"); err == nil {
		t.Error("fatal is a level")
	}
}
