package meter_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
	"github.com/zclconf/go-cty/cty/function/stdlib"

	"github.com/apiglint/apiglint/schema/terraform/meter"
)

func context() *hcl.EvalContext {
	thousand := make([]cty.Value, 1000)
	for i := range thousand {
		thousand[i] = cty.NumberIntVal(int64(i))
	}
	return &hcl.EvalContext{
		Variables: map[string]cty.Value{"k": cty.TupleVal(thousand), "text": cty.StringVal(strings.Repeat("a", 1000))},
		Functions: map[string]function.Function{"upper": stdlib.UpperFunc, "join": stdlib.JoinFunc, "range": stdlib.RangeFunc},
	}
}

func parse(t *testing.T, text string) hclsyntax.Expression {
	t.Helper()
	e, diags := hclsyntax.ParseExpression([]byte(text), "", hcl.InitialPos)
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	return e
}

// TestSameValue holds that a metered expression has the value of the one that it stands for.
func TestSameValue(t *testing.T) {
	for _, text := range []string{
		`1`, `"a${k[0]}b"`, `[for a in k : a + 1 if a % 2 == 0]`, `{for i, a in k : "x${i % 3}" => a...}`, `k[*]`, `[{a = 1}][*].a`,
		`upper("${text}-${k[1]}")`, `k[0] == 0 ? [1] : [2, 3]`, `"%{for a in k}${a}%{if a > 5}!%{endif}%{endfor}"`, `!(true && false)`,
		`join(",", [["x"], ["y"]]...)`, `{"${text}" = k[2], (k[3]) = [k[4]]}`, `-k[7] / 2`, "<<-A\n  ${k[0]}\n  b\nA\n",
		`join("", [for s in ["a", "b"] : upper(s)])`,
	} {
		e := parse(t, text)
		want, diags := e.Value(context())
		if diags.HasErrors() {
			t.Errorf("%s: %v", text, diags)
			continue
		}
		m := meter.New()
		got, ok := m.Run(func() cty.Value {
			v, diags := m.Expression(e).Value(context())
			if diags.HasErrors() {
				t.Errorf("%s: %v", text, diags)
			}
			return v
		})
		if !ok || !got.RawEquals(want) {
			t.Errorf("%s is %#v, %v, and not %#v", text, got, ok, want)
		}
	}
}

// TestEnds holds that what takes too long ends.
func TestEnds(t *testing.T) {
	for _, text := range []string{
		`[for a in k : [for b in k : [for c in k : 1]]]`,
		`[for a in k : a if [for b in k : b if [for c in k : c if false] == 1] == 1]`,
		`{for a in k : a => {for b in k : b => {for c in k : c => 1}}}`,
		`k[*][k[*][k[*][k[*][0]]]]`,
		`"%{for a in k}%{for b in k}%{for c in k}${text}%{endfor}%{endfor}%{endfor}"`,
		`[for a in k : [for b in k : "${text}${text}${a}"]]`,
		`[for a in k : [for b in k : k == k]]`,
		`[for a in k : [for b in k : upper(join("", k))]]`,
		`[for a in k : [for b in k : a == 0 ? k : k]]`,
	} {
		m := meter.New()
		e := m.Expression(parse(t, text))
		v, ok := m.Run(func() cty.Value {
			v, _ := e.Value(context())
			return v
		})
		if ok || v.IsKnown() {
			t.Errorf("%s ends with %#v", text, v)
		}
		// What is plain is still known.
		if v, ok := m.Run(func() cty.Value {
			v, _ := m.Expression(parse(t, `"a${k[1]}"`)).Value(context())
			return v
		}); !ok || !v.RawEquals(cty.StringVal("a1")) {
			t.Errorf("after %s a text is %#v", text, v)
		}
	}
}

// TestHugeNumbers holds that no number gets out whose digits fill the memory.
func TestHugeNumbers(t *testing.T) {
	for _, text := range []string{`1e600000000`, `1e4000 * 1e4000`, `"${1e600000000}"`, `{ (1e600000000) = 1 }`, `-(1e600000000)`} {
		m := meter.New()
		v, ok := m.Run(func() cty.Value {
			v, _ := m.Expression(parse(t, text)).Value(context())
			return v
		})
		if !ok || v.IsWhollyKnown() {
			t.Errorf("%s is %v, %v", text, v.Type().FriendlyName(), ok)
		}
	}
}

func TestProblem(t *testing.T) {
	double, nested, text := cty.StringVal("a"), cty.StringVal("a"), strings.Repeat("a", 17<<20)
	for range 25 {
		double = cty.TupleVal([]cty.Value{double, double})
	}
	for range 600 {
		nested = cty.TupleVal([]cty.Value{nested})
	}
	for want, v := range map[string]cty.Value{
		"":                                    cty.ObjectVal(map[string]cty.Value{"a": cty.StringVal("b"), "c": cty.NullVal(cty.String)}),
		"has too many parts to be evaluated":  double,
		"is nested too deep to be evaluated":  nested,
		"is too large to be evaluated":        cty.StringVal(text),
		"has too many digits to be evaluated": cty.MustParseNumberVal("1e600000000"),
	} {
		if got := meter.New().Problem(v); got != want {
			t.Errorf("it %q, and not %q", got, want)
		}
	}
}

// TestMemory holds that many values together have an end, and that small ones are still kept then.
func TestMemory(t *testing.T) {
	m := meter.New()
	large := slices.Repeat([]cty.Value{cty.True}, 1<<13)
	v := cty.TupleVal(append(large, cty.StringVal(strings.Repeat("a", 15<<20)))) // a text counts as many parts, and is read as one
	kept := 0
	for range 100 {
		if m.Problem(v) == "" {
			kept++
		}
	}
	if kept == 0 || kept == 100 {
		t.Errorf("%d values of %d parts are kept", kept, len(large))
	}
	if problem := m.Problem(cty.TupleVal(large[:10])); problem != "" {
		t.Errorf("a small value %s", problem)
	}
}
