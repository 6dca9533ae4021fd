package terraform_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/apiglint/apiglint/schema/terraform/terraformtest"
)

// TestConstructs compares what the generator of TestDifferential does not write, types with optional attributes, files of inputs and
// data, templates, functions and their formats, with what Terraform and OpenTofu plan for it. Each value is known on both sides, or an
// error on both.
func TestConstructs(t *testing.T) {
	archive, err := txtar.ParseFile("testdata/constructs.txtar")
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{ // those whose bytes an editor would not keep
		"a.auto.tfvars": "order = \"a\"\nnfc = \"e\u0301\"\nauto = { x = { port = \"80\" }, y = {} }\n",
		"bom.txt":       "\ufeffhello",
		"bom.tf":        "\ufefflocals { bom = 1 }\n",
		"crlf.tf":       "locals {\r\n  crlf = <<EOT\r\na\r\n  b ${var.order}\r\nEOT\r\n  crlf2 = <<-EOT\r\n    a\r\n      b\r\n    EOT\r\n}\r\n",
	}
	var expressions []string
	for _, file := range archive.Files {
		if text := string(file.Data); file.Name == "expressions" {
			expressions = strings.Split(strings.TrimSuffix(text, "\n"), "\n---\n")
		} else {
			files[file.Name] = text
		}
	}
	terraformtest.Each(t, func(t *testing.T, program string) {
		planned, root := bothSides(t, program, expressions, files)
		for i, e := range expressions {
			if want, got := planned[fmt.Sprint("r", i)], evaluated(t, root, fmt.Sprint("local.r", i)); got != want {
				t.Errorf("%s\n  is %s\n  not %s", e, want, got)
			}
		}
	})
}
