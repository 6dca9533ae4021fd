package lint

import (
	"testing"

	"github.com/hashicorp/hcl/v2"

	"github.com/apiglint/apiglint/schema/terraform/edit"
)

func editOf(start, end int, text string) edit.Edit {
	return edit.Edit{
		Range: hcl.Range{Filename: "main.tf", Start: hcl.Pos{Byte: start}, End: hcl.Pos{Byte: end}}, New: text,
	}
}

func fixOf(edits ...edit.Edit) *Fix { return &Fix{Message: "does it", Edits: edits} }

func TestApply(t *testing.T) {
	const src = "a = 1\nbb = 2\n" // not as terraform fmt has it
	tests := []struct {
		name  string
		fixes []*Fix
		want  string
		made  int
	}{
		{"in the order of the text", []*Fix{fixOf(editOf(11, 12, "20")), fixOf(editOf(4, 5, "10"))}, "a = 10\nbb = 20\n", 2},
		{"of two for one text the first", []*Fix{fixOf(editOf(4, 5, "10")), fixOf(editOf(0, 5, "c = 3"))}, "a = 10\nbb = 2\n", 1},
		{"two insertions in one place", []*Fix{fixOf(editOf(6, 6, "x = 1\n")), fixOf(editOf(6, 6, "y = 1\n"))}, "a = 1\nx = 1\nbb = 2\n", 1},
		{"one edit of two fixes", []*Fix{fixOf(editOf(4, 5, "10")), fixOf(editOf(4, 5, "10"))}, "a = 10\nbb = 2\n", 2},
		{"a fix is made whole or not", []*Fix{fixOf(editOf(4, 5, "10")), fixOf(editOf(11, 12, "20"), editOf(0, 5, ""))}, "a = 10\nbb = 2\n", 1},
		{"over the end of one before", []*Fix{fixOf(editOf(0, 5, "c = 3")), fixOf(editOf(4, 5, "10"))}, "c = 3\nbb = 2\n", 1},
		{"over the start of one behind", []*Fix{fixOf(editOf(0, 1, "c")), fixOf(editOf(11, 12, "20")), fixOf(editOf(4, 13, ""))}, "c = 1\nbb = 20\n", 2},
		{"neighbours", []*Fix{fixOf(editOf(0, 6, "")), fixOf(editOf(6, 13, ""))}, "", 2},
		{"what would not parse", []*Fix{fixOf(editOf(4, 5, "{"))}, src, 0},
	}
	for _, test := range tests {
		got, made := Apply([]byte(src), test.fixes)
		if string(got) != test.want || len(made) != test.made {
			t.Errorf("%s: %q, %d made; want %q, %d", test.name, got, len(made), test.want, test.made)
		}
	}
}

func TestApplyKeepsTheFormat(t *testing.T) {
	got, _ := Apply([]byte("a  = 1\nbb = 2 # two\n"), []*Fix{fixOf(editOf(7, 9, "bbbb"))})
	if want := "a    = 1\nbbbb = 2 # two\n"; string(got) != want {
		t.Errorf("%q, not %q", got, want)
	}
}

func TestFixesOfOneTextAreOne(t *testing.T) {
	rule := &Rule{ID: "ABC001"}
	at := hcl.Range{Filename: "main.tf", Start: hcl.Pos{Byte: 4}, End: hcl.Pos{Byte: 5}}
	finding := func(address string, fix *Fix) *Finding {
		return &Finding{Rule: rule, Level: Error, Range: at, Resource: address, Fix: fix}
	}
	with := func(text string) *Fix { return &Fix{Message: text, Edits: []edit.Edit{editOf(4, 5, text)}, made: 1} }
	for _, test := range []struct {
		name     string
		findings []*Finding
		made     int
	}{
		{"the same", []*Finding{finding("a", with("1")), finding("b", with("1"))}, 2},
		{"one has none", []*Finding{finding("a", with("1")), finding("b", nil)}, 1},
		{"the first has none", []*Finding{finding("a", nil), finding("b", with("1"))}, 1},
		{"they differ", []*Finding{finding("a", with("1")), finding("b", with("2"))}, 1},
	} {
		if merged := merge(test.findings); len(merged) != 1 || merged[0].Fix.made != test.made {
			t.Errorf("%s: the fix counts for %d, not for %d", test.name, merged[0].Fix.made, test.made)
		}
	}
}
