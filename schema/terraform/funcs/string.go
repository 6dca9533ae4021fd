package funcs

import (
	"regexp"
	"strings"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
	"github.com/zclconf/go-cty/cty/function/stdlib"
	"github.com/zclconf/go-cty/cty/gocty"
)

func stringFuncs() map[string]function.Function {
	str := param("str", cty.String)
	return map[string]function.Function{
		"chomp":      hoisting(stdlib.ChompFunc),
		"endswith":   computed(cty.Bool, compare(strings.HasSuffix), str, param("suffix", cty.String)),
		"format":     hoisting(format),
		"formatlist": formatList,
		"indent":     computed(cty.String, indent, param("spaces", cty.Number), str),
		"join":       hoisting(join),
		"lower":      hoisting(stdlib.LowerFunc),
		"regex":      hoisting(stdlib.RegexFunc),
		"regexall":   hoisting(limited(stdlib.RegexAllFunc, 1, matches)),
		"replace":    computed(cty.String, replace, str, param("substr", cty.String), param("replace", cty.String)),
		"split":      hoisting(limited(stdlib.SplitFunc, 1, parts)),
		"startswith": computed(cty.Bool, compare(strings.HasPrefix), str, param("prefix", cty.String)),
		"strcontains": computed(cty.Bool, compare(strings.Contains),
			str, param("substr", cty.String)),
		"strrev":     hoisting(stdlib.ReverseFunc),
		"substr":     hoisting(stdlib.SubstrFunc),
		"title":      hoisting(stdlib.TitleFunc),
		"trim":       hoisting(stdlib.TrimFunc),
		"trimprefix": hoisting(stdlib.TrimPrefixFunc),
		"trimspace":  hoisting(stdlib.TrimSpaceFunc),
		"trimsuffix": hoisting(stdlib.TrimSuffixFunc),
		"upper":      hoisting(stdlib.UpperFunc),
	}
}

func compare(test func(s, part string) bool) impl {
	return func(args []cty.Value) (cty.Value, error) {
		return cty.BoolVal(test(args[0].AsString(), args[1].AsString())), nil
	}
}

// limited puts a bound on a function that makes many values of one string:
// count estimates how many, given the two string arguments.
func limited(f function.Function, subject int, count func(args []cty.Value) int) function.Function {
	return function.New(&function.Spec{
		Params: f.Params(),
		Type:   f.ReturnTypeForValues,
		Impl: func(args []cty.Value, ret cty.Type) (cty.Value, error) {
			if len(args[subject].AsString()) > maxElements && count(args) > maxElements {
				return unknown(ret), nil
			}
			return f.Call(args)
		},
	})
}

func parts(args []cty.Value) int {
	return strings.Count(args[1].AsString(), args[0].AsString()) + 1
}

func matches(args []cty.Value) int {
	re, err := regexp.Compile(args[0].AsString())
	if err != nil {
		return 0 // The call itself reports it.
	}
	return len(re.FindAllStringIndex(args[1].AsString(), maxElements+1))
}

func indent(args []cty.Value) (cty.Value, error) {
	var spaces int
	if err := gocty.FromCtyValue(args[0], &spaces); err != nil {
		return cty.NilVal, function.NewArgError(0, err)
	}
	if spaces < 0 {
		return cty.NilVal, function.NewArgErrorf(0, "the number of spaces must not be negative")
	}
	text := args[1].AsString()
	lines := strings.Count(text, "\n")
	if lines > 0 && spaces > (maxString-len(text))/lines {
		return unknown(cty.String), nil
	}
	if lines == 0 {
		return args[1], nil
	}
	return cty.StringVal(strings.ReplaceAll(text, "\n", "\n"+strings.Repeat(" ", spaces))), nil
}

var join = function.New(&function.Spec{
	Params:   []function.Parameter{param("separator", cty.String)},
	VarParam: &function.Parameter{Name: "lists", Type: cty.List(cty.String)},
	Type:     function.StaticReturnType(cty.String),
	Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
		size := 0
		for _, list := range args[1:] {
			e := measure(list)
			size += e.bytes + e.elements*len(args[0].AsString())
		}
		if size > maxString {
			return unknown(cty.String), nil
		}
		return stdlib.JoinFunc.Call(args)
	},
})

// replace substitutes text, or what a regular expression matches if the second
// argument is written between slashes.
func replace(args []cty.Value) (cty.Value, error) {
	str, old, repl := args[0].AsString(), args[1].AsString(), args[2].AsString()

	pattern, found := strings.CutPrefix(old, "/")
	if found {
		pattern, found = strings.CutSuffix(pattern, "/")
	}
	if !found {
		if growth(str, strings.Count(str, old), len(repl)) > maxString {
			return unknown(cty.String), nil
		}
		return cty.StringVal(strings.ReplaceAll(str, old, repl)), nil
	}

	re, err := regexp.Compile(pattern)
	if err != nil {
		return cty.NilVal, function.NewArgErrorf(1, "invalid regular expression: %s", err)
	}
	// Every reference to a group can repeat all of the text once.
	repeated := growth("", strings.Count(repl, "$"), len(str))
	if repeated+growth(str, len(re.FindAllStringIndex(str, -1)), len(repl)) > maxString {
		return unknown(cty.String), nil
	}
	return cty.StringVal(re.ReplaceAllString(str, repl)), nil
}

// growth is the length of a string to which count times size bytes are added,
// or more than maxString where it is longer than that.
func growth(str string, count, size int) int {
	if size > 0 && count > maxString/size {
		return maxString + 1
	}
	return len(str) + count*size
}
