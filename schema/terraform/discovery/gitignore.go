package discovery

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"

	"github.com/apiglint/apiglint/schema/terraform/configs"
	"github.com/apiglint/apiglint/schema/terraform/files"
)

// ignoreRules are the patterns of the .gitignore files of a directory and of those above it, in the order in which
// later ones override earlier ones.
type ignoreRules []ignoreRule

type ignoreRule struct {
	base    string // the directory of the .gitignore file
	pattern string // a doublestar pattern, relative to base
	keep    bool   // the pattern began with an exclamation mark
	dirOnly bool   // the pattern ended with a slash
}

// ignoredAbove returns the rules of the directories above dir. There are none when they ignore dir itself: whoever
// asks for it does not mean them.
func (w *walk) ignoredAbove(dir string) ignoreRules {
	if dir == "." {
		return nil
	}
	var rules ignoreRules
	above := "."
	for step := range strings.SplitSeq(dir, "/") {
		rules = w.with(rules, above)
		above = path.Join(above, step)
		if rules.match(above, true) {
			rules = nil
		}
	}
	return rules
}

// The limits of a .gitignore file, in bytes, and of one of its patterns. What is longer is not obeyed.
const (
	maxIgnoreFile    = 1 << 18
	maxIgnorePattern = 1 << 10
)

// with adds the rules of a directory's own .gitignore file.
func (w *walk) with(rules ignoreRules, dir string) ignoreRules {
	name := path.Join(dir, ".gitignore")
	if info, err := fs.Stat(w.loader.Files(), name); err != nil || !info.Mode().IsRegular() {
		return rules
	} else if info.Size() > maxIgnoreFile {
		w.problem(name, fmt.Sprintf("it is larger than %d KiB", maxIgnoreFile>>10))
		return rules
	}
	src, err := files.ReadText(w.loader.Files(), name)
	if err != nil {
		return rules
	}
	return rules.parse(dir, src)
}

// parse adds the rules of a file.
func (rules ignoreRules) parse(dir string, src []byte) ignoreRules {
	rules = slices.Clip(rules) // siblings share what stands above them
	for line := range strings.Lines(string(src)) {
		if rule, ok := parseIgnore(dir, strings.TrimRight(line, "\r\n")); ok {
			rules = append(rules, rule)
		}
	}
	return rules
}

func parseIgnore(dir, line string) (ignoreRule, bool) {
	rule := ignoreRule{base: dir}
	if strings.HasPrefix(line, "#") {
		return rule, false
	}
	pattern := trimUnescapedSpaces(line)
	pattern, rule.keep = strings.CutPrefix(pattern, "!")
	pattern, rule.dirOnly = strings.CutSuffix(pattern, "/")
	if pattern == "" || len(pattern) > maxIgnorePattern {
		return rule, false
	}
	if strings.Contains(pattern, "/") {
		pattern = strings.TrimPrefix(pattern, "/")
	} else {
		pattern = "**/" + pattern
	}
	if inside, ok := strings.CutSuffix(pattern, "/**"); ok {
		pattern = inside + "/**/*" // what is inside, and not the directory
	}
	// Braces mean something to doublestar and nothing to git.
	rule.pattern = strings.NewReplacer(`\{`, `\{`, `\}`, `\}`, "{", `\{`, "}", `\}`).Replace(pattern)
	return rule, doublestar.ValidatePattern(rule.pattern)
}

func trimUnescapedSpaces(line string) string {
	for strings.HasSuffix(line, " ") && !strings.HasSuffix(line, `\ `) {
		line = line[:len(line)-1]
	}
	return line
}

// match reports whether git ignores a path whose parent it does not ignore.
func (rules ignoreRules) match(name string, dir bool) bool {
	for _, rule := range slices.Backward(rules) {
		if rule.dirOnly && !dir {
			continue
		}
		rel := name
		if rule.base != "." {
			rel = strings.TrimPrefix(name, rule.base+"/")
		}
		if doublestar.MatchUnvalidated(rule.pattern, rel) {
			return !rule.keep
		}
	}
	return false
}

// Ignored reports whether a walk from a directory leaves a file below it out: the file, or a directory on the way, is
// hidden or ignored by git.
func Ignored(l *configs.Loader, start, name string) bool {
	w := &walk{loader: l, result: &Found{}}
	rest := strings.TrimPrefix(name, start+"/")
	if start == "." {
		rest = name
	}
	rules := w.ignoredAbove(start)
	at := start
	for step := range strings.SplitSeq(rest, "/") {
		rules = w.with(rules, at)
		at = path.Join(at, step)
		if strings.HasPrefix(step, ".") || rules.match(at, at != name) {
			return true
		}
	}
	return false
}
