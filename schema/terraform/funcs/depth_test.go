package funcs_test

import (
	"strings"
	"testing"

	"github.com/apiglint/apiglint/schema/terraform/funcs"
)

func TestTooDeep(t *testing.T) {
	many := func(text string) string { return strings.Repeat(text, 6000) }
	const brackets, operators = "brackets are nested more than 1000 deep", "more than 5000 operators follow each other in an expression"
	for _, test := range []struct {
		name, text string
		syntax     funcs.Syntax
		want       string
	}{
		{"nothing", "", funcs.Native, ""},
		{"brackets", "a = " + many("["), funcs.Native, brackets},
		{"brackets of JSON", many("["), funcs.JSON, brackets},
		{"a chain", "a = " + many("!") + "true", funcs.Native, operators},
		{"a chain across lines", "a = (\n" + many("1 +\n") + "1)", funcs.Native, operators},
		{"a chain across lines in a for", "a = {for k, v in x :\n k => " + many("1 +\n") + "1}", funcs.Native, operators},
		{"a chain of objects", "a = (" + many("{\n a = 1\n} == ") + "1)", funcs.Native, operators},
		{"a chain with brackets in it", "a = " + many("f(1, 2) + ") + "1", funcs.Native, operators},
		{"a chain behind a string", "a = \"${b}\" == " + many("!") + "\"\"", funcs.Native, operators},
		{"a chain behind a heredoc", "a = <<A\n\"/*\nA\nb = " + many("!") + "c # \" */", funcs.Native, operators},
		{"indexes", "a = b" + many("[c]"), funcs.Native, operators},
		{"conditions", "a = " + many("a ? b : ") + "c", funcs.Native, operators},
		{"directives", many("%{if true}"), funcs.Template, operators},
		{"a chain in a template", "${" + many("-") + "1}", funcs.Template, operators},
		{"many lines", many("a = 1 + 1\n"), funcs.Native, ""},
		{"many lines in a block", "a {\n" + many("b = !c\n") + "}", funcs.Native, ""},
		{"a list of sums", "a = [" + many("1 + 1, ") + "]", funcs.Native, ""},
		{"a text of operators", "a = \"" + many("a-b/c") + "\"", funcs.Native, ""},
		{"a comment of operators", "# " + many("-") + "\na = 1", funcs.Native, ""},
		{"interpolations", many("${a-b} "), funcs.Template, ""},
		{"too many words", strings.Repeat("a ", 3<<20), funcs.Native, "it has more than 2097152 words and signs"},
	} {
		if got := funcs.TooDeep([]byte(test.text), test.syntax); got != test.want {
			t.Errorf("%s: %q, and not %q", test.name, got, test.want)
		}
	}
}
