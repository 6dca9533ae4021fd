package funcs_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"

	"github.com/apiglint/apiglint/schema/terraform/funcs"
)

// TestLimits has functions meet what would take more memory, stack or time than
// there is.
func TestLimits(t *testing.T) {
	t.Parallel()
	var laughs strings.Builder
	laughs.WriteString("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n")
	for i := range 30 {
		fmt.Fprintf(&laughs, "a%d: &a%d [*a%d, *a%d, *a%d, *a%d]\n", i+1, i+1, i, i, i, i)
	}
	hundred := make([]cty.Value, 100)
	for i := range hundred {
		hundred[i] = cty.NumberIntVal(int64(i))
	}
	vars := map[string]cty.Value{
		"laughs":   cty.StringVal(laughs.String()),
		"brackets": cty.StringVal(strings.Repeat("[", 1<<20)),
		"dashes":   cty.StringVal(strings.Repeat("- ", 1<<18)),
		"nots":     cty.StringVal("${" + strings.Repeat("!", 1<<20) + "true}"),
		"minus":    cty.StringVal("${" + strings.Repeat("- ", 1<<19) + "1}"),
		"ternary":  cty.StringVal("${" + strings.Repeat("a?b:", 1<<18) + "1}"),
		"ifs":      cty.StringVal(strings.Repeat("%{if true}", 1<<16)),
		"deepif":   cty.StringVal(strings.Repeat("%{if true}", 9000) + strings.Repeat("%{endif}", 9000)),
		"million":  cty.StringVal(strings.Repeat("a\n", 1<<20)),
		"commas":   cty.StringVal("[" + strings.Repeat("0,", 1<<21) + "0]"),
		"hundred":  cty.ListVal(hundred),
	}
	ctx := &hcl.EvalContext{Functions: funcs.Table(testEnv()), Variables: vars}
	for _, test := range []struct {
		expr string
		fail bool
	}{
		{expr: `yamldecode(laughs)`},
		{expr: `yamldecode(brackets)`},
		{expr: `yamldecode(dashes)`},
		{expr: `jsondecode(brackets)`},
		{expr: `jsondecode(commas)`},
		{expr: `csvdecode(commas)`},
		{expr: `templatestring(brackets, {})`},
		{expr: `templatestring(nots, {})`},
		{expr: `templatestring(minus, {})`},
		{expr: `templatestring(ternary, {a = true, b = 1})`},
		{expr: `templatestring(ifs, {})`},
		{expr: `setproduct(hundred, hundred, hundred, hundred, hundred)`},
		{expr: `indent(1000000000, "\n\n")`},
		{expr: `replace(million, "a", million)`},
		{expr: `replace(million, "/a/", million)`},
		{expr: `replace(million, "/(?s)(.*)/", "$1$1$1$1$1$1$1$1$1$1")`},
		{expr: `join(million, hundred)`},
		{expr: `format("%1000000000d", 1)`},
		{expr: `format("%.1000000000f", 1)`},
		{expr: `format("%[1]s%[1]s%[1]s%[1]s%[1]s%[1]s%[1]s%[1]s%[1]s", million)`},
		{expr: `formatlist("%900000d", hundred)`},
		{expr: `tonumber("1e600000000")`},
		{expr: `format("%d", 1e600000000)`},
		{expr: `jsonencode(1e600000000)`},
		{expr: `tostring(1e600000000)`},
		{expr: `jsondecode("1e600000000")`},
		{expr: `yamldecode("1e600000000")`},
		{expr: `parseint(join("", [for i in range(1000) : "99999999999999999999"]), 10)`},
		{expr: `split("", join("", [million, "a"]))`},
		{expr: `regexall("", million)`},
		{expr: `range(100000)`, fail: true},
		{expr: `indent(-1, "\n")`, fail: true},
		{expr: `chunklist(hundred, 1e300)`, fail: true},
		{expr: `sum([log(0, 2), -log(0, 2)])`, fail: true},
		{expr: `log(-1, 2)`, fail: true},
		{expr: `substr("a", 1e300, 1)`, fail: true},
		{expr: `cidrhost("10.0.0.0/8", 1e300)`, fail: true},
		{expr: `cidrsubnet("10.0.0.0/8", 1e300, 1e300)`, fail: true},
	} {
		v, err := evaluate(test.expr, ctx)
		switch {
		case test.fail && err == nil:
			t.Errorf("%s = %#v, want an error", test.expr, v)
		case !test.fail && (err != nil || v.IsKnown()):
			t.Errorf("%s does not result in an unknown value (%.300v)", test.expr, err)
		}
	}
	// Just inside the limits.
	if _, err := evaluate(`templatestring(deepif, {})`, ctx); err != nil {
		t.Error(err)
	}
}

// TestNestedTry would take a minute if each try evaluated its argument twice.
func TestNestedTry(t *testing.T) {
	t.Parallel()
	ctx := &hcl.EvalContext{Functions: funcs.Table(funcs.Env{})}
	expr := strings.Repeat("try(", 40) + "1" + strings.Repeat(")", 40)
	if v, err := evaluate(expr, ctx); err != nil || !v.RawEquals(cty.NumberIntVal(1)) {
		t.Errorf("nested try = %#v, %v", v, err)
	}
}
