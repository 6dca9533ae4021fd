package lint

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/hashicorp/hcl/v2/hclwrite"
	"github.com/hashicorp/hcl/v2/json"

	"github.com/apiglint/apiglint/schema/terraform"
)

// Apply makes the edits of fixes in a file, and answers those fixes whose edits were made. Where two fixes want to change
// the same text the first one does, and the other may be made the next time. A file that was formatted as terraform fmt
// formats it still is; in any other one nothing but the edits changes. All fixes are of the same file.
func Apply(src []byte, fixes []*Fix) (fixed []byte, made []*Fix) {
	var edits []terraform.Edit
	for _, f := range fixes {
		if own, ok := compatible(edits, f.Edits); ok {
			for _, e := range own {
				at, _ := placeOf(edits, e)
				edits = slices.Insert(edits, at, e)
			}
			made = append(made, f)
		}
	}
	if len(made) == 0 {
		return src, nil
	}
	name := made[0].File()
	fixed = edited(src, edits)
	if !strings.HasSuffix(name, ".json") && bytes.Equal(formatted(src), src) {
		fixed = formatted(fixed)
	}
	if !parses(name, fixed) {
		return src, nil // a fix is at fault; the text is not to suffer from it
	}
	return fixed, made
}

// compatible answers the edits that are not among those that there are, which are in the order of their places and do not
// overlap. It is false if one of them changes the same text in another way.
func compatible(all, more []terraform.Edit) ([]terraform.Edit, bool) {
	var own []terraform.Edit
	for _, e := range more {
		at, there := placeOf(all, e)
		if there && all[at] == e {
			continue
		}
		near := all[max(at-1, 0):min(at+1, len(all))]
		if slices.ContainsFunc(near, func(other terraform.Edit) bool { return overlap(e, other) }) {
			return nil, false
		}
		own = append(own, e)
	}
	return own, true
}

// placeOf answers where an edit stands among others, and whether there is one that begins where it does.
func placeOf(all []terraform.Edit, e terraform.Edit) (at int, there bool) {
	return slices.BinarySearchFunc(all, e.Range.Start.Byte, func(other terraform.Edit, start int) int {
		return cmp.Compare(other.Range.Start.Byte, start)
	})
}

func overlap(a, b terraform.Edit) bool {
	if a.Range.Start.Byte == b.Range.Start.Byte {
		return true
	}
	if a.Range.Start.Byte > b.Range.Start.Byte {
		a, b = b, a
	}
	return b.Range.Start.Byte < a.Range.End.Byte
}

// edited makes edits that are in the order of their places.
func edited(src []byte, edits []terraform.Edit) []byte {
	var out bytes.Buffer
	at := 0
	for _, e := range edits {
		out.Write(src[at:e.Range.Start.Byte])
		out.WriteString(e.New)
		at = e.Range.End.Byte
	}
	out.Write(src[at:])
	return out.Bytes()
}

// byteOrderMark is no part of what is formatted.
var byteOrderMark = []byte("\uFEFF")

func formatted(src []byte) []byte {
	text, marked := bytes.CutPrefix(src, byteOrderMark)
	text = hclwrite.Format(text)
	if marked {
		text = slices.Concat(byteOrderMark, text)
	}
	return text
}

func parses(name string, src []byte) bool {
	parse := func() hcl.Diagnostics { _, diags := hclsyntax.ParseConfig(src, name, hcl.InitialPos); return diags }
	if strings.HasSuffix(name, ".json") {
		parse = func() hcl.Diagnostics { _, diags := json.Parse(src, name); return diags }
	}
	return !parse().HasErrors()
}
