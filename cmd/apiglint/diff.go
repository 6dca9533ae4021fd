package main

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

	"github.com/apiglint/apiglint/lint/report"
)

// showDiff prints what fixes would change as a patch for git apply and patch -p1. Its paths are as seen from the current
// directory, unless a file lies outside of it.
func (c *Command) showDiff(m *mending, first *analysis) error {
	shown := first.report.Path
	for name := range m.files {
		if strings.HasPrefix(shown(name), "../") || path.IsAbs(shown(name)) {
			shown = func(name string) string { return name }
			c.complain("the paths of the diff are as seen from %s", m.base)
			break
		}
	}
	for _, name := range slices.Sorted(maps.Keys(m.files)) {
		patch, err := m.files[name].patch(shown(name), secretLines(first.report, name))
		if err != nil {
			return err
		}
		if patch == "" {
			c.complain("%s is left out of the diff, which would show a secret; --fix changes it", shown(name))
		}
		if err := show(c.Stdout, patch); err != nil {
			return err
		}
	}
	c.complain("--fix would fix %s", m.count())
	return nil
}

// secretLines answers the lines of a file that have something in them that must not be shown.
func secretLines(r *report.Report, file string) []hcl.Range {
	return slices.DeleteFunc(slices.Clone(r.Secrets), func(at hcl.Range) bool { return at.Filename != file })
}

// context is how many lines around a change a patch shows. One is what git apply needs.
const maxContext, minContext = 3, 1

// patch answers the change of the file as a unified diff, with less around it where a secret is near. It is empty where
// the change is on the line of a secret.
func (f *mended) patch(name string, secrets []hcl.Range) (string, error) {
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
