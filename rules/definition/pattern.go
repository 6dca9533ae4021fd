package definition

import (
	"fmt"
	"regexp/syntax"
	"strings"
	"unicode"

	"github.com/apiglint/apiglint/lint/prose"
)

// describePattern says in words what a text has to be to match a pattern, as the object of "use". It is ok if the words
// stand without the pattern. Patterns of one
// character class, or of one for the first character and one for the rest, are most of those in the facts; any other is
// shown as it is.
func describePattern(pattern string) (what string, ok bool) {
	unspelt := "a value that matches " + pattern
	re, err := syntax.Parse(pattern, syntax.Perl)
	if err != nil || re.Op != syntax.OpConcat {
		return unspelt, false
	}
	parts := re.Sub
	if len(parts) < 3 || parts[0].Op != syntax.OpBeginText || parts[len(parts)-1].Op != syntax.OpEndText {
		return unspelt, false
	}
	switch parts = parts[1 : len(parts)-1]; {
	case len(parts) == 1 && isRun(parts[0]):
		return times(parts[0], 0) + class(parts[0].Sub[0], "and", plural), true
	case len(parts) == 2 && parts[0].Op == syntax.OpCharClass && isRun(parts[1]):
		return fmt.Sprintf("%s%s, beginning with %s", times(parts[1], 1), class(parts[1].Sub[0], "and", plural), class(parts[0], "or", singular)), true
	}
	return unspelt, false
}

func isRun(re *syntax.Regexp) bool {
	return (re.Op == syntax.OpStar || re.Op == syntax.OpPlus || re.Op == syntax.OpRepeat) && re.Sub[0].Op == syntax.OpCharClass
}

// times says how many characters there are, with those before the run.
func times(run *syntax.Regexp, before int) string {
	if run.Op != syntax.OpRepeat {
		return ""
	}
	return bounds(run.Min+before, run.Max+before) + " "
}

// What letters, digits and Chinese characters are called.
var plural, singular = [...]string{"letters", "digits", "Chinese characters"}, [...]string{"a letter", "a digit", "a Chinese character"}

// class names the characters of a class.
func class(re *syntax.Regexp, and string, groups [3]string) string {
	in := func(r rune) bool {
		for i := 0; i+1 < len(re.Rune); i += 2 {
			if re.Rune[i] <= r && r <= re.Rune[i+1] {
				return true
			}
		}
		return false
	}
	var names, marks, missing []string
	for i, sample := range [...]rune{'z', '0', '一'} {
		if in(sample) {
			names = append(names, groups[i])
		}
	}
	for r := rune('!'); r < 0xffff; r++ {
		switch foreign := r > '~' && r < 0x3000 || r > 0x303f && r < 0xff00; {
		case foreign || !unicode.IsPunct(r) && !unicode.IsSymbol(r):
		case in(r):
			marks = append(marks, string(r))
		default:
			missing = append(missing, string(r))
		}
	}
	if in(' ') && in('\n') {
		return "any characters but " + strings.Join(missing, " ")
	}
	if len(marks) > 3 {
		marks = []string{"any of " + strings.Join(marks, " ")}
	}
	return prose.List(append(names, marks...), and)
}
