package definition

import (
	"fmt"
	"regexp/syntax"
	"strings"
	"unicode"
)

// spell says in words what is wrong with a text that does not match a pattern, as the end of a sentence that begins
// with "… has". Patterns of one character class, or of one for the first character and one for the rest, are most of
// those in the tables; the others are shown as they are.
func spell(pattern string) string {
	re, err := syntax.Parse(pattern, syntax.Perl)
	if err != nil || re.Op != syntax.OpConcat {
		return unspelt(pattern)
	}
	parts := re.Sub
	if len(parts) < 3 || parts[0].Op != syntax.OpBeginText || parts[len(parts)-1].Op != syntax.OpEndText {
		return unspelt(pattern)
	}
	switch parts = parts[1 : len(parts)-1]; {
	case len(parts) == 1 && isRun(parts[0]):
		return "a character that is not allowed: it takes " + class(parts[0].Sub[0])
	case len(parts) == 2 && parts[0].Op == syntax.OpCharClass && isRun(parts[1]):
		return fmt.Sprintf("a form that is not allowed: it takes %s, and at the beginning only %s", class(parts[1].Sub[0]), class(parts[0]))
	}
	return unspelt(pattern)
}

func unspelt(pattern string) string { return "a form that is not allowed: it has to match " + pattern }

func isRun(re *syntax.Regexp) bool {
	return (re.Op == syntax.OpStar || re.Op == syntax.OpPlus) && re.Sub[0].Op == syntax.OpCharClass
}

// class names the characters of a class.
func class(re *syntax.Regexp) string {
	in := func(r rune) bool {
		for i := 0; i+1 < len(re.Rune); i += 2 {
			if re.Rune[i] <= r && r <= re.Rune[i+1] {
				return true
			}
		}
		return false
	}
	var names, marks []string
	if in('A') && in('z') {
		names = append(names, "letters")
	}
	if in('0') {
		names = append(names, "digits")
	}
	if in('一') {
		names = append(names, "Chinese characters")
	}
	var missing []string
	for r := rune('!'); r < 0xffff; r++ {
		if r > '~' && r < 0x3000 || r > 0x303f && r < 0xff00 || !unicode.IsPunct(r) && !unicode.IsSymbol(r) {
			continue
		}
		if in(r) {
			marks = append(marks, string(r))
		} else {
			missing = append(missing, string(r))
		}
	}
	if in(' ') && in('\n') {
		return "any character but " + strings.Join(missing, " ")
	}
	if len(marks) > 0 {
		names = append(names, strings.Join(marks, " "))
	}
	return list(names, "and")
}
