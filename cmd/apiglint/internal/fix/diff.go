package fix

import (
	"fmt"
	"maps"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/aymanbagabas/go-udiff"
	"github.com/hashicorp/hcl/v2"

	"github.com/apiglint/apiglint/cmd/apiglint/internal/analysis"
)

// Patch returns what fixes change as a patch for git apply and patch -p1, and what is to be said about it. Its paths are
// as seen from the current directory, unless a file lies outside of it. First is the analysis without fixes.
func (f *Fixes) Patch(first *analysis.Analysis) (patch string, remarks []string, err error) {
	shown := first.Scope.Shown
	for name := range f.files {
		if strings.HasPrefix(shown(name), "../") || path.IsAbs(shown(name)) {
			shown = func(name string) string { return name }
			remarks = append(remarks, "the paths of the diff are as seen from "+f.base)
			break
		}
	}
	var b strings.Builder
	for _, name := range slices.Sorted(maps.Keys(f.files)) {
		part, err := f.files[name].patch(shown(name), first.Report.Files[name].Secrets)
		if err != nil {
			return "", nil, err
		}
		if part == "" {
			remarks = append(remarks, shown(name)+" is left out of the diff, which would show a secret; --fix changes it")
		}
		b.WriteString(part)
	}
	return b.String(), remarks, nil
}

// context is how many lines around a change a patch shows. One is what git apply needs.
const maxContext, minContext = 3, 1

// patch returns the change of the file as a unified diff, with less around it where a secret is near. It is empty where
// the change is on the line of a secret.
func (f *changed) patch(name string, secrets []hcl.Range) (string, error) {
	before, after := string(f.before), string(f.after)
	edits := udiff.Lines(before, after)
	for context := maxContext; context >= minContext; context-- {
		patch, err := udiff.ToUnified(patchName("a/"+name), patchName("b/"+name), before, edits, context)
		if err != nil {
			return "", fmt.Errorf("compare %s: %w", name, err)
		}
		if !shows(patch, secrets) {
			return patch, nil
		}
	}
	return "", nil
}

var hunkHeader = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`(?m)^@@ -(\d+)(?:,(\d+))? \+`) })

// shows reports whether a patch has a line with a secret.
func shows(patch string, secrets []hcl.Range) bool {
	for _, match := range hunkHeader().FindAllStringSubmatch(patch, -1) {
		first, _ := strconv.Atoi(match[1]) // digits, by the expression
		count := 1
		if match[2] != "" {
			count, _ = strconv.Atoi(match[2])
		}
		for _, secret := range secrets {
			if secret.Start.Line < first+count && secret.End.Line >= first {
				return true
			}
		}
	}
	return false
}

// patchName spells a file's name as git does.
func patchName(name string) string {
	if !strings.ContainsFunc(name, func(r rune) bool { return r < ' ' || r == '"' || r == '\\' || r == 0x7f }) {
		if strings.Contains(name, " ") {
			name += "\t" // or the name would end at the space
		}
		return name
	}
	var b strings.Builder
	b.WriteByte('"')
	for i := range len(name) {
		switch c := name[i]; {
		case c == '"' || c == '\\':
			b.WriteByte('\\')
			b.WriteByte(c)
		case c < ' ' || c >= 0x7f:
			fmt.Fprintf(&b, `\%03o`, c)
		default:
			b.WriteByte(c)
		}
	}
	b.WriteByte('"')
	return b.String()
}
