package syntax_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/apiglint/apiglint/schema/terraform/syntax"
)

// testdata holds the fixtures and examples of the whole project.
const testdata = "../../../testdata"

// TestParse holds every file of the testdata against hclsyntax, with the newlines of other systems and a byte order mark
// too, and cut off in the middle.
func TestParse(t *testing.T) {
	files := 0
	eachFile(t, func(name string, src []byte) {
		files++
		text := string(src)
		for _, variant := range []string{
			text, "\ufeff" + text, strings.ReplaceAll(text, "\n", "\r\n"), text[:len(text)/2], text[:len(text)*2/3],
		} {
			same(t, name, []byte(variant))
			outlined(t, []byte(variant))
		}
	})
	if files == 0 {
		t.Error("there is no testdata")
	}
}

// FuzzParse holds any text against hclsyntax. The testdata are its seeds beside those that it found.
func FuzzParse(f *testing.F) {
	for _, text := range corners {
		f.Add([]byte(text))
	}
	eachFile(f, func(_ string, src []byte) {
		if len(src) < 2000 { // mutating larger ones finds nothing else, and takes long
			f.Add(src)
		}
	})
	f.Fuzz(func(t *testing.T, src []byte) {
		same(t, "fuzz.tf", src)
		outlined(t, src)
	})
}

// corners are texts on both sides of what is read here.
var corners = []string{
	"", "\n", "# c", "# é", "/* é\n */ a = 1", "a = 1", "a = 1 # c", "a = 1 /* c */ + 2\n", "a = /* é */ b.c[0].d # c\n",
	"a = \"\"\n", "a = \"é\\u0301 ${b}é\"\n", "a = \"$${b} %%{c} 5$ 100%\"\n", "a = \"${~ b ~}\"\n", "a = \"${\"${\"x\"}\"}\"\n",
	"a = [b\n.c\n[0]]\n", "a = [for x in y : x]\n", "a = { for = 1 }\n", "a = {\n# c\nb = 1, c : 2\n(d) = \"e\"\n}\n",
	"a = f(b, c...)\n", "a = p::f(b)\n", "a = f (b)\n", "a = b.0.c\n", "a = b.*.c\n", "a = b[*].c\n", "a = true.b\n", "a = 1.5e3\n",
	"a = <<E\nx ${b} é $\n E\n", "a = f(<<-E\n  x\n  E\n)\n", "a = <<E\nE", "a { b = <<E\nE\n}\n", "b \"l\" l2 { c = 1 }\n", "b {}\n",
	"b { c = 1 # d\n}\n", "b { c = 1, d = 2 }\n", "b {\nc = 1 }\n", "b \"${x}\" {}\n", "b \"\\n\" {}\n", "a = 1\na = 2\n", "é = 1\n",
	"a = b ? c : d\n", "a = !b\n", "a = -1\n", "a = 1 == 2\n", "a == 1\n", "a => 1\n", "a = {b=>1}\n", "a = {b==1}\n", "a = 'x'\n",
	"a = \"\u0301\"\n", "a = [\"\u0301${b}\u0301\"] /* \u0301 */\n", "a = \"\ufeff\"\n", "a = 1\r", "# \r\na = 1\r\n", "a = \"x\ny\"\n",
	"a = [1,\n2 # c\n, 3,]\n", "a = [,]\n", "a = f(,)\n", "a = (\n1)\n", "a = ((((((1))))))\n", "a = \"%{ if b }c%{ endif }\"\n", "a.b = 1\n",
}

// same fails unless both readers answer the same nodes and the same diagnostics.
func same(t *testing.T, name string, src []byte) {
	t.Helper()
	file, want := hclsyntax.ParseConfig(src, name, hcl.InitialPos)
	body, got := syntax.Parse(src, name)
	if len(want)+len(got) > 0 && !reflect.DeepEqual(want, got) {
		t.Errorf("%s: diagnostics\n%v, not\n%v\n%q", name, got, want, src)
	}
	native, _ := file.Body.(*hclsyntax.Body)
	normalize(native)
	if d := difference("", reflect.ValueOf(native), reflect.ValueOf(syntax.Native(body))); d != "" {
		t.Errorf("%s: other nodes at %s\n%q", name, d, src)
	}
}

// outlined fails unless the outline of a file without errors has its blocks of one type, or there is no outline.
func outlined(t *testing.T, src []byte) {
	t.Helper()
	blocks, ok := syntax.Outline(src, "fuzz.tf", "module")
	whole, diags := syntax.Parse(src, "fuzz.tf")
	if !ok || diags.HasErrors() {
		return
	}
	want := slices.DeleteFunc(slices.Clone(whole.Blocks), func(b syntax.Block) bool { return b.Type != "module" })
	if len(blocks) != len(want) {
		t.Fatalf("%d blocks, not %d\n%q", len(blocks), len(want), src)
	}
	for n := range want {
		want, got := syntax.NativeBlock(&want[n]), syntax.NativeBlock(&blocks[n])
		if d := difference("", reflect.ValueOf(want), reflect.ValueOf(got)); d != "" {
			t.Errorf("another block at %s\n%q", d, src)
		}
	}
}

// normalize takes out the ranges of bodies, which follow from those of the braces, and tells nothing from something empty.
func normalize(b *hclsyntax.Body) {
	b.SrcRange, b.EndRange = hcl.Range{}, hcl.Range{}
	if b.Attributes == nil {
		b.Attributes = hclsyntax.Attributes{}
	}
	if b.Blocks == nil {
		b.Blocks = hclsyntax.Blocks{}
	}
	for _, block := range b.Blocks {
		normalize(block.Body)
	}
}

func eachFile(tb testing.TB, visit func(name string, src []byte)) {
	tb.Helper()
	err := filepath.WalkDir(testdata, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || (!strings.HasSuffix(name, ".tf") && !strings.HasSuffix(name, ".tfvars")) {
			return err
		}
		src, err := os.ReadFile(name)
		if err == nil {
			visit(name, src)
		}
		return err
	})
	if err != nil {
		tb.Fatal(err)
	}
}
