package schema_test

import (
	"fmt"
	"testing"

	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/terraform"
	"github.com/apiglint/apiglint/schema/terraform/configs"
	"github.com/apiglint/apiglint/schema/terraform/memory"
)

// TestSame compares arguments of an API, before and after an edit.
func TestSame(t *testing.T) {
	const api = `
variable "unknown" {
  type = any
}

resource "huaweicloud_apig_group" "a" {
}

resource "huaweicloud_apig_api" "a" {
  %s
}
`
	params := func(names ...string) string {
		text := ""
		for _, name := range names {
			text += fmt.Sprintf("  request_params {\n    name = %q\n  }\n", name)
		}
		return text
	}
	for _, tt := range []struct {
		name, before, after string
		want                schema.Verdict
	}{
		{"tags", `tags = ["a", "b"]`, `tags = ["b", "a"]`, schema.Yes},
		{"tags", `tags = ["1"]`, `tags = [1]`, schema.Yes},
		{"tags", `tags = ["a"]`, `tags = ["b"]`, schema.No},
		{"tags", ``, `tags = []`, schema.Yes},
		{"tags", `tags = ["a"]`, `tags = var.unknown`, schema.Unsure},
		{"description", ``, `description = ""`, schema.Yes},
		{"description", `description = "a"`, ``, schema.No},
		{"matching", ``, `matching = "Exact"`, schema.Yes},
		{"matching", ``, `matching = "Prefix"`, schema.No},
		{"web", "web {\n timeout = 5000\n}", "web {\n}", schema.Yes},
		{"web", "web {\n timeout = 5000\n}", "web {\n timeout = 6000\n}", schema.No},
		{"web", "web {\n}", "", schema.Yes}, // computed: it stays
		{"mock", "", "mock {\n}", schema.No},
		{"request_params", params("a", "b"), params("a", "c"), schema.No},
		{"request_params", params("a", "b"), params("b", "a"), schema.Unsure},
		{"request_params", params("a", "b"), params("a"), schema.No},
		{"web", "web {\n path = var.unknown\n}", "web {\n path = \"/a\"\n}", schema.Unsure},
		{"description", `description = sha1(jsonencode([huaweicloud_apig_group.a.id, "/a"]))`, `description = sha1(jsonencode([huaweicloud_apig_group.a.id, "/b"]))`, schema.Unsure},
		{"group_id", `group_id = huaweicloud_apig_group.a.id`, `group_id = huaweicloud_apig_group.a.id`, schema.Yes},
		{"group_id", `group_id = huaweicloud_apig_group.a.id`, `group_id = try(huaweicloud_apig_group.a.id, "")`, schema.Yes},
	} {
		files := memory.FS{"before/main.tf": fmt.Appendf(nil, api, tt.before), "main.tf": fmt.Appendf(nil, api, tt.after)}
		c, err := schema.LoadChange(configs.NewLoader(files), "before", ".", terraform.Options{})
		if err != nil {
			t.Fatal(err)
		}
		r := c.APIs[0].Resource
		if was := c.Was(r); was == nil {
			t.Errorf("%q to %q: it is another API", tt.before, tt.after)
		} else if got := r.Same(was, tt.name); got != tt.want {
			t.Errorf("%s, from %q to %q: the same is %d, want %d", tt.name, tt.before, tt.after, got, tt.want)
		}
	}
}
