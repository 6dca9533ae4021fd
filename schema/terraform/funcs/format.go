package funcs

import (
	"fmt"
	"strings"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
	"github.com/zclconf/go-cty/cty/function/stdlib"
)

var anyArgs = function.Parameter{
	Name: "args", Type: cty.DynamicPseudoType,
	AllowNull: true, AllowUnknown: true, AllowDynamicType: true,
}

var format = function.New(&function.Spec{
	Params:   []function.Parameter{param("format", cty.String)},
	VarParam: &anyArgs,
	Type:     function.StaticReturnType(cty.String),
	Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
		return formatOnce(args[0], args[1:])
	},
})

func formatOnce(spec cty.Value, args []cty.Value) (cty.Value, error) {
	if formatSize(spec.AsString(), args) > maxString {
		return unknown(cty.String), nil
	}
	return stdlib.Format(spec, args...)
}

// formatSize is an upper bound for the length of a formatted string.
func formatSize(spec string, args []cty.Value) int {
	largest := 0
	for _, arg := range args {
		e := measure(arg)
		largest = max(largest, e.bytes+16*e.elements)
	}
	size := len(spec)
	for {
		_, rest, found := strings.Cut(spec, "%")
		if !found || size > maxString {
			return size
		}
		rest = strings.TrimLeft(rest, "+-# 0")
		if strings.HasPrefix(rest, "[") {
			_, rest, _ = strings.Cut(rest, "]")
		}
		width, rest := leadingNumber(rest)
		precision, rest := leadingNumber(strings.TrimPrefix(rest, "."))
		// Width counts characters, each of which may take four bytes.
		size += largest + 4*width + precision
		if rest != "" {
			rest = rest[1:]
		}
		spec = rest
	}
}

// leadingNumber splits off the digits a string begins with. A number too large
// to matter is cut to just above maxString.
func leadingNumber(s string) (int, string) {
	n := 0
	for s != "" && '0' <= s[0] && s[0] <= '9' {
		n = min(n*10+int(s[0]-'0'), maxString+1)
		s = s[1:]
	}
	return n, s
}

// formatList formats once for each element of the sequences among its
// arguments. Each string of the result carries only the marks of the values
// that went into it.
var formatList = picked(&function.Parameter{Name: "args", Type: cty.DynamicPseudoType},
	func(args []cty.Value) (cty.Value, error) {
		spec, marks := args[0].Unmark()
		columns, rows, marks, err := formatColumns(args[1:], marks)
		switch {
		case err != nil:
			return cty.NilVal, err
		case spec.IsNull():
			return cty.NilVal, function.NewArgErrorf(0, "argument must not be null")
		case rows < 0 || !spec.IsKnown():
			return unknown(cty.List(cty.String)).WithMarks(deepMarks(args...)), nil
		case rows == 0:
			return cty.ListValEmpty(cty.String).WithMarks(marks), nil
		}
		out := make([]cty.Value, rows)
		size := 0
		for i := range out {
			row := make([]cty.Value, len(columns))
			for c, column := range columns {
				row[c] = column[min(i, len(column)-1)]
			}
			rowMarks := deepMarks(row...)
			for c := range row {
				row[c], _ = row[c].UnmarkDeep()
			}
			if size += formatSize(spec.AsString(), row); size > maxString {
				return unknown(cty.List(cty.String)).WithMarks(deepMarks(args...)), nil
			}
			v, err := formatOnce(spec, row)
			if err != nil {
				return cty.NilVal, fmt.Errorf("error on format iteration %d: %w", i, err)
			}
			out[i] = v.WithMarks(rowMarks)
		}
		return cty.ListVal(out).WithMarks(marks), nil
	}, param("format", cty.String))

// formatColumns lays out the arguments as columns of values: one for each row,
// or a single one that is the same in all rows. The number of rows is -1 where
// it is unknown.
func formatColumns(args []cty.Value, marks cty.ValueMarks) (columns [][]cty.Value, rows int, _ cty.ValueMarks, err error) {
	rows = 1
	chosen, undecided := -1, false
	for i, arg := range args {
		v, m := arg.Unmark()
		if v.IsNull() || !isSequence(v.Type()) {
			undecided = undecided || v.Type() == cty.DynamicPseudoType && !v.IsKnown()
			columns = append(columns, []cty.Value{arg})
			continue
		}
		marks = cty.NewValueMarks(marks, m)
		if !v.IsKnown() || !v.Length().IsKnown() {
			undecided = true
			continue
		}
		column := v.AsValueSlice()
		if chosen >= 0 && len(column) != rows {
			return nil, 0, nil, function.NewArgErrorf(i+1,
				"argument %d has length %d, which is inconsistent with argument %d of length %d",
				i+1, len(column), chosen+1, rows)
		}
		chosen, rows = i, len(column)
		columns = append(columns, column)
	}
	if undecided {
		rows = -1
	}
	return columns, rows, marks, nil
}
