package lint

import (
	"fmt"
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/apiglint/apiglint/schema/terraform/files"
)

// TestPartsAreNothing: cutting a file finds the same comments, about the same, as looking at it whole.
func TestPartsAreNothing(t *testing.T) {
	const ignore = "apiglint:ignore rule -- why"
	blocks := []string{
		"a {\n}\n", "a { b = 1 }\n", "a {\n} # " + ignore + "\n", "a {\n} /* " + ignore + "\n " + ignore + " */\n", "a {\n} /* x */\n",
		"# " + ignore + "\n\na {\n # " + ignore + "\n b = [ # " + ignore + "\n  1,\n ]\n}   \n", "// " + ignore + "\n", "a {\n b = <<E\n# " + ignore + "\n}\nE\n}\r\n",
		"/*\n * " + ignore + "\n */ a {\n}\n", "\n\n", "a \"é\" {\n b = \"${x} # " + ignore + "\" # é " + ignore + "\n}\n",
	}
	found := 0
	for i := range blocks {
		for j := range blocks {
			for _, last := range []string{"", "# " + ignore, "a {}", "a {} # " + ignore} {
				src := blocks[i] + blocks[j] + blocks[(i+j)%len(blocks)] + last
				file, diags := hclsyntax.ParseConfig([]byte(src), "main.tf", hcl.InitialPos)
				if diags.HasErrors() {
					t.Fatalf("%s\n%v", src, diags)
				}
				f := &files.File{Name: "main.tf", Bytes: []byte(src), Body: file.Body}
				cut := describe(ignoresInNative(f))
				f.Body = nil
				whole := describe(ignoresInNative(f))
				if cut != whole {
					t.Fatalf("%s\nin parts:\n%s\nwhole:\n%s", src, cut, whole)
				}
				found += strings.Count(whole, "\n")
			}
		}
	}
	if found < 500 {
		t.Errorf("only %d comments are found", found)
	}
}

func describe(all []*ignore) string {
	var b strings.Builder
	for _, ig := range all {
		fmt.Fprintln(&b, ig.at, ig.covers.Start.Byte, ig.covers.End.Byte, ig.patterns, ig.problem)
	}
	return b.String()
}
