package terraform

import (
	"strings"
	"testing"

	"github.com/zclconf/go-cty/cty"
)

func TestBlocks(t *testing.T) {
	files := map[string]string{
		"main.tf": `
variable "unknown" {}
locals { params = [{ n = "id", r = true }, { n = "page", r = false }] }
resource "huaweicloud_apig_api" "a" {
  name = "a"
  request_params {
    name = "first"
  }
  dynamic "request_params" {
    for_each = local.params
    iterator = p
    content {
      name     = p.value.n
      required = p.value.r
      location = p.key == 0 ? "PATH" : "QUERY"
    }
  }
  dynamic "web_policy" {
    for_each = var.unknown
    content {
      name = web_policy.value
      dynamic "conditions" {
        for_each = [1, 2]
        content {
          value = "${web_policy.key}-${conditions.value}"
        }
      }
    }
  }
}`,
	}
	b := instance(t, load(t, files, Options{}), "huaweicloud_apig_api.a").Block()
	var names []string
	for _, p := range b.Blocks("request_params") {
		v, _ := p.Arg("name").Value().Unmark()
		names = append(names, v.AsString())
	}
	if got := strings.Join(names, " "); got != "first id page" {
		t.Errorf("blocks are %s", got)
	}
	if v := b.Blocks("request_params")[2].Arg("location").Value(); !v.RawEquals(cty.StringVal("QUERY")) {
		t.Errorf("location is %#v", v)
	}
	if _, open := b.Open["web_policy"]; !open {
		t.Error("a dynamic block over something unknown is not open")
	}

	files["override.tf"] = `
resource "huaweicloud_apig_api" "a" {
  name = "b"
  request_params {
    name = "only"
  }
}`
	b = instance(t, load(t, files, Options{}), "huaweicloud_apig_api.a").Block()
	if v := b.Arg("name").Value(); !v.RawEquals(cty.StringVal("b")) {
		t.Errorf("the override's name is not taken: %#v", v)
	}
	if len(b.Blocks("request_params")) != 1 {
		t.Errorf("an override does not replace all blocks of its type: %d", len(b.Blocks("request_params")))
	}
}
