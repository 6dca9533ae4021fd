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

	"github.com/apiglint/apiglint/schema/terraform/edit"
)

// Apply makes the edits of fixes in a file, and returns those fixes whose edits were made. Where two fixes want to change
// the same text the first one does, and the other may be made the next time. A file that was formatted as terraform fmt
// formats it still is; in any other one nothing but the edits changes. All fixes are of the same file.
func Apply(src []byte, fixes []*Fix) (fixed []byte, made []*Fix) {
	var edits []edit.Edit // sorted by their places
	for _, f := range fixes {
		if all, ok := with(edits, f.Edits); ok {
			edits = all
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

// with returns edits, which are sorted, and more of them, each once. It is false if one of them changes the same text as
// another one.
func with(all, more []edit.Edit) ([]edit.Edit, bool) {
	var own []edit.Edit
	for _, e := range more {
		at, there := slices.BinarySearchFunc(all, e, byPlace)
		if there && all[at] == e {
			continue
		}
		if there || (at > 0 && all[at-1].Range.End.Byte > e.Range.Start.Byte) ||
			(at < len(all) && all[at].Range.Start.Byte < e.Range.End.Byte) {
			return nil, false
		}
		own = append(own, e)
	}
	for _, e := range own {
		at, _ := slices.BinarySearchFunc(all, e, byPlace)
		all = slices.Insert(all, at, e)
	}
	return all, true
}

func byPlace(a, b edit.Edit) int { return cmp.Compare(a.Range.Start.Byte, b.Range.Start.Byte) }

// edited makes edits, which are sorted and do not overlap.
func edited(src []byte, edits []edit.Edit) []byte {
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
