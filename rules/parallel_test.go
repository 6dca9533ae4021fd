package rules_test

import (
	"fmt"
	"runtime"
	"slices"
	"testing"
	"testing/fstest"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/rules"
	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/terraform"
	"github.com/apiglint/apiglint/schema/terraform/configs"
	"github.com/apiglint/apiglint/schema/terraform/parallel"
)

// TestParallel reads and lints roots that share a module, all at once and one after the other.
func TestParallel(t *testing.T) {
	files := fstest.MapFS{"shared/main.tf": {Data: []byte(`
variable "name" {}
resource "huaweicloud_apig_group" "this" {
  instance_id = "gateway"
  name        = var.name
}
resource "huaweicloud_apig_api" "this" {
  instance_id             = "gateway"
  group_id                = huaweicloud_apig_group.this.id
  name                    = "list-orders"
  type                    = "Public"
  request_protocol        = "HTTP"
  request_method          = "GET"
  request_path            = "/orders"
  security_authentication = "NONE"
}
`)}}
	var dirs []string
	for i := range 16 {
		dir := fmt.Sprintf("root%d", i)
		dirs = append(dirs, dir)
		files[dir+"/main.tf"] = &fstest.MapFile{Data: fmt.Appendf(nil, "module \"m\" {\n  source = \"../shared\"\n  name   = \"own %d\"\n}\n", i)}
	}
	found := func() []string {
		loader := configs.NewLoader(files)
		configs := make([]*schema.Config, len(dirs))
		parallel.Each(len(dirs), func(i int) {
			var err error
			if configs[i], err = schema.Load(loader, dirs[i], terraform.Options{}); err != nil {
				t.Error(err)
			}
		})
		var all []string
		for _, f := range lint.Run(lint.Options{Rules: rules.All()}, configs...).Findings {
			all = append(all, fmt.Sprint(f.Range, f.Rule.ID, f.Message))
		}
		return all
	}
	atOnce := found()
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	if inTurn := found(); len(inTurn) == 0 || !slices.Equal(atOnce, inTurn) {
		t.Errorf("at once\n%v, in turn\n%v", atOnce, inTurn)
	}
}
