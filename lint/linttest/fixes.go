package linttest

import (
	"bytes"
	"cmp"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2/hclwrite"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema/terraform/edit"
)

// Fixes holds every fix that rules have for a source to the laws of fixes, and answers the rules whose findings have
// one:
//
//   - A fix mends: its finding is gone, and none is there that was not there before, but those of the rules in light: what
//     is spelt right is seen by rules that it was hidden from.
//   - A fix touches what it says: a file that is formatted as terraform fmt does it still is, and of any other one
//     nothing changes but the edits.
//   - Fixes end: there comes a time when there is none left.
//   - The file stays what it is: line ends, a byte order mark, and a last line that does not end.
func Fixes(t *testing.T, rules []*lint.Rule, src Source, light ...string) map[*lint.Rule]bool {
	t.Helper()
	fixable := map[*lint.Rule]bool{}
	before := src.Lint(t, rules).Findings
	for _, f := range before {
		if f.Fix == nil {
			continue
		}
		fixable[f.Rule] = true
		src.touchesWhatItSays(t, f.Fix)
		after := src.with(f.Fix.File(), string(apply(t, []byte(src[f.Fix.File()]), f.Fix))).Lint(t, rules).Findings
		after = slices.DeleteFunc(after, func(f *lint.Finding) bool { return slices.Contains(light, f.Rule.ID) })
		if len(after) >= len(before) || !maps.Equal(keys(before), union(keys(before), keys(after))) {
			t.Errorf("%s:%d: %s is not mended, or another comes up, when --fix %s:\nbefore:%s\nafter:%s",
				f.Range.Filename, f.Range.Start.Line, f.Rule.ID, f.Fix.Message, describe(before), describe(after))
		}
	}
	if len(fixable) > 0 {
		fixed := src.fixed(t, rules)
		for name, change := range layouts {
			if changed, want := src.each(change).fixed(t, rules), fixed.each(change); !maps.Equal(changed, want) {
				t.Errorf("with %s the files are fixed in another way:\n%q\nand not:\n%q", name, changed, want)
			}
		}
	}
	return fixable
}

// Fixed returns the source with all fixes made that rules have for it.
func Fixed(t *testing.T, rules []*lint.Rule, src Source) Source { return src.fixed(t, rules) }

// Misspell misspells each name of an argument and each literal text of a source in several ways, one at a time, and holds
// what rules fix then to the text as it was: where they change anything they change it back. It answers how many slips
// were mended.
func Misspell(t *testing.T, rules []*lint.Rule, src Source) (mended int) {
	t.Helper()
	slip := func(e expression, start, end int) {
		content := src[e.file]
		for _, way := range slips {
			wrong := way(content[start:end])
			if wrong == content[start:end] {
				continue
			}
			broken := src.with(e.file, content[:start]+wrong+content[end:])
			fixed := broken.fixed(t, rules)
			switch {
			case maps.Equal(fixed, broken):
			case !maps.Equal(fixed, src):
				t.Errorf("%s:%d: %s is fixed, and is not %s again", e.file, e.line, wrong, content[start:end])
			default:
				mended++
			}
		}
	}
	src.eachExpression(t, func(e expression) {
		if e.literal && len(e.text) > 3 && e.text[0] == '"' {
			slip(e, e.start+1, e.end-1)
		}
		if name := strings.LastIndex(src[e.file][:e.start], e.name); name >= 0 {
			slip(e, name, name+len(e.name))
		}
	})
	return mended
}

// slips are those of a pen.
var slips = []func(string) string{
	strings.ToLower,
	func(s string) string { return s[:len(s)/2] + s[len(s)/2+1:] },                  // a letter is missing
	func(s string) string { return s[:len(s)/2] + s[len(s)/2:][:1] + s[len(s)/2:] }, // one is there twice
	func(s string) string { return s[:1] + s[2:] + s[1:2] },                         // one has moved
}

// layouts are what a fix may not change.
var layouts = map[string]func(string) string{
	"line ends of Windows": func(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") },
	"a byte order mark":    func(s string) string { return "\uFEFF" + s },
	"no last line end":     func(s string) string { return strings.TrimSuffix(s, "\n") },
}

func (s Source) each(change func(string) string) Source {
	changed := Source{}
	for name, content := range s {
		changed[name] = content
		if strings.HasSuffix(name, ".tf") {
			changed[name] = change(content)
		}
	}
	return changed
}

func union(a, b map[string]bool) map[string]bool {
	all := maps.Clone(a)
	maps.Copy(all, b)
	return all
}

// apply makes one fix.
func apply(t *testing.T, src []byte, f *lint.Fix) []byte {
	t.Helper()
	after, made := lint.Apply(src, []*lint.Fix{f})
	if len(made) != 1 {
		t.Errorf("%s: --fix %s: it is not made", f.File(), f.Message)
	}
	return after
}

func (s Source) touchesWhatItSays(t *testing.T, f *lint.Fix) {
	t.Helper()
	name, content := f.File(), []byte(s[f.File()])
	native := strings.HasSuffix(name, ".tf")
	if after := apply(t, content, f); native && isFormatted(content) && !isFormatted(after) {
		t.Errorf("%s: terraform fmt is needed after --fix %s:\n%s", name, f.Message, after)
	}
	if native {
		content = append(slices.Clone(content), "\nlocals {\nlaw    = 1\n}\n"...)
	}
	want := string(content)
	for _, e := range slices.SortedFunc(slices.Values(f.Edits), func(a, b edit.Edit) int {
		return cmp.Compare(b.Range.Start.Byte, a.Range.Start.Byte)
	}) {
		want = want[:e.Range.Start.Byte] + e.New + want[e.Range.End.Byte:]
	}
	if after := apply(t, content, f); string(after) != want {
		t.Errorf("%s: more changes than the edits when --fix %s:\n%s\nand not:\n%s", name, f.Message, after, want)
	}
}

func isFormatted(src []byte) bool { return bytes.Equal(hclwrite.Format(src), src) }

// fixed returns the source with all fixes made.
func (s Source) fixed(t *testing.T, rules []*lint.Rule) Source {
	t.Helper()
	const passes = 10
	for range passes {
		byFile := map[string][]*lint.Fix{}
		for _, f := range s.Lint(t, rules).Findings {
			if f.Fix != nil {
				byFile[f.Fix.File()] = append(byFile[f.Fix.File()], f.Fix)
			}
		}
		if len(byFile) == 0 {
			return s
		}
		for name, fixes := range byFile {
			after, _ := lint.Apply([]byte(s[name]), fixes)
			s = s.with(name, string(after))
		}
	}
	t.Errorf("after %d passes there are fixes left", passes)
	return s
}
