package terraform_test

import (
	"slices"
	"testing"
	"testing/fstest"

	"github.com/apiglint/apiglint/schema/terraform"
	"github.com/apiglint/apiglint/schema/terraform/configs"
)

func TestReferences(t *testing.T) {
	files := fstest.MapFS{
		"main.tf": &fstest.MapFile{Data: []byte(`
locals {
  inner = [for thing in var.things : "${thing.name}-${local.suffix}"]
  tried = try(var.gone.name, can(local.gone), 1)
}

resource "kind" "main" {
  for_each = var.things
  provider = kind.other

  name = kind.main[each.key].id

  dynamic "block" {
    for_each = block.list
    iterator = it

    content {
      value = [it.value, block.value]
    }
  }

  lifecycle {
    ignore_changes       = [name, tags]
    replace_triggered_by = [kind.trigger]
  }
}

module "child" {
  source    = "./child"
  providers = { kind = kind.other }
  input     = data.kind.main[*].name
}

output "value" {
  value = { key = module.child.out, (var.name) = 1 }
}
`)},
		"more.tf.json": &fstest.MapFile{Data: []byte(`{"resource": {"kind": {"json": {
  "provider": "kind.other",
  "name": "x-${var.json}-y",
  "dynamic": {"block": {"for_each": "${var.list}", "iterator": "it", "content": {"value": "${it.value}"}}}
}}}}`)},
	}
	root, err := terraform.Load(configs.NewLoader(files), ".", terraform.Options{})
	if err != nil || root.Diagnostics.HasErrors() {
		t.Fatal(err, root.Diagnostics)
	}
	var got []string
	for r := range root.References(root.Module) {
		text := string(r.Range.SliceBytes(files[r.Range.Filename].Data))
		got = append(got, r.From+" "+text)
		if r.Keyed != (r.From == "kind.main") || r.Counted {
			t.Errorf("%s: keyed %t, counted %t", text, r.Keyed, r.Counted)
		}
	}
	want := []string{
		"kind.main var.things",
		"kind.main kind.main[each.key].id", "kind.main each.key",
		"kind.main block.list", "kind.main block.value",
		"kind.main kind.trigger",
		`kind.json "${var.list}"`, `kind.json "x-${var.json}-y"`,
		"module.child data.kind.main[*].name",
		"local.inner var.things", "local.inner local.suffix",
		"output.value module.child.out", "output.value var.name",
	}
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("references:\n%q\nwant:\n%q", got, want)
	}
}
