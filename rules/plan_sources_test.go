package rules_test

import (
	"slices"
	"testing"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/lint/linttest"
	"github.com/apiglint/apiglint/rules"
)

// TestUnsentFunctionsInSources reviews plans that keep the function of an authorizer, of which only the sources tell what is written.
func TestUnsentFunctionsInSources(t *testing.T) {
	const old = "urn:fss:r:p:function:default:auth"
	function := func(urn string) changed {
		return changed{
			address: "huaweicloud_fgs_function.next", action: "no-op", before: `"id": "` + urn + `", "urn": "` + urn + `", "name": "next"`, expressions: `"name": {}`,
		}
	}
	references := `"references": ["huaweicloud_fgs_function.next.urn", "huaweicloud_fgs_function.next"]`
	for name, c := range map[string]struct {
		urn, written string
		want         []string
	}{
		"another function whose URN has the old one in it": {
			old + "_v2", "huaweicloud_fgs_function.next.urn", []string{"introduced PUB317 huaweicloud_apig_custom_authorizer.a"},
		},
		"the same through a local":             {old + "_v2", "local.next", []string{"introduced PUB317 huaweicloud_apig_custom_authorizer.a"}},
		"a function of another name":           {"urn:fss:r:p:function:default:next", "huaweicloud_fgs_function.next.urn", nil},
		"the function that it has":             {old, "huaweicloud_fgs_function.next.urn", nil},
		"a text around a URN, as it was":       {old, `"${huaweicloud_fgs_function.next.urn}:v1"`, nil},
		"one of two, as nobody can tell which": {old + "_v2", `var.choice ? "x" : huaweicloud_fgs_function.next.urn`, nil},
	} {
		t.Run(name, func(t *testing.T) {
			sources := linttest.Source{"main.tf": `
variable "choice" {
  type = bool
}
locals {
  next = huaweicloud_fgs_function.next.urn
}
resource "huaweicloud_fgs_function" "next" {
  name = "next"
}
resource "huaweicloud_apig_custom_authorizer" "a" {
  instance_id      = "0f2d8a3b"
  name             = "a"
  function_version = "v1"
  function_urn     = ` + c.written + `
}
`}.Load(t).Root
			p := small(t, []changed{function(c.urn), {
				address: "huaweicloud_apig_custom_authorizer.a", action: "no-op",
				before:      gatewayID + `, "id": "a1", "name": "a", "function_urn": "` + old + `", "function_version": "v1"`,
				expressions: `"instance_id": {}, "name": {}, "function_urn": {` + references + `}`,
			}})
			o := lint.Options{Rules: slices.DeleteFunc(slices.Clone(rules.All()), func(r *lint.Rule) bool { return r.ID != "PUB317" })}
			sides := p.Sides(sources)
			if got := findings(lint.RunReview(o, sides.Prior, sides.Planned)); !slices.Equal(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}
