package funcs_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"

	"github.com/apiglint/apiglint/schema/terraform/funcs"
)

// marked is a scope in which every variable carries a mark that is its name.
// Those named u… are unknown.
func marked() *hcl.EvalContext {
	vars := map[string]cty.Value{
		"a":     cty.StringVal("a"),
		"b":     cty.StringVal("b"),
		"empty": cty.StringVal(""),
		"nil":   cty.NullVal(cty.String),
		"zero":  cty.Zero,
		"two":   cty.NumberIntVal(2),
		"yes":   cty.True,
		"list":  cty.ListVal([]cty.Value{cty.StringVal("x").Mark("x"), cty.StringVal("y").Mark("y")}),
		"map":   cty.MapVal(map[string]cty.Value{"x": cty.StringVal("1").Mark("x"), "y": cty.StringVal("2").Mark("y")}),
		"obj":   cty.ObjectVal(map[string]cty.Value{"x": cty.StringVal("1").Mark("x"), "y": cty.NumberIntVal(2).Mark("y")}),
		"none":  cty.NullVal(cty.EmptyObject),
		"u":     cty.UnknownVal(cty.String),
		"ulist": cty.UnknownVal(cty.List(cty.String)),
		"unum":  cty.UnknownVal(cty.Number),
		"udyn":  cty.DynamicVal,
		"tmpl":  cty.StringVal("${v}"),
	}
	for name, v := range vars {
		vars[name] = v.Mark(name)
	}
	return &hcl.EvalContext{Variables: vars, Functions: funcs.Table(testEnv())}
}

// describe lists the marks of a value in brackets, then those of its elements,
// each after its key.
func describe(v cty.Value) string {
	var out []string
	raw, marks := v.Unmark()
	names := make([]string, 0, len(marks))
	for m := range maps.Keys(marks) {
		if m == any(funcs.Sensitive) {
			m = "sensitive"
		}
		names = append(names, fmt.Sprint(m))
	}
	slices.Sort(names)
	if len(names) > 0 {
		out = append(out, "("+strings.Join(names, " ")+")")
	}
	if raw.IsKnown() && raw.CanIterateElements() {
		for it := raw.ElementIterator(); it.Next(); {
			k, e := it.Element()
			key := "*"
			switch {
			case raw.Type().IsSetType():
			case k.Type() == cty.String:
				key = k.AsString()
			default:
				key = k.AsBigFloat().String()
			}
			if inner := describe(e); inner != "" {
				if inner[0] != '(' {
					key += ": "
				}
				out = append(out, key+inner)
			}
		}
	}
	return strings.Join(out, " ")
}

// TestMarks pins which marks a result carries, and where.
func TestMarks(t *testing.T) {
	t.Parallel()
	ctx := marked()
	for expr, want := range map[string]string{
		// What is computed carries the marks of all it was computed from.
		`upper(a)`:                         "(a)",
		`format("%s-%s", a, b)`:            "(a b)",
		`format("%v", [a, {k = b}])`:       "(a b)",
		`join(a, [b, empty])`:              "(a b empty)",
		`replace(a, b, empty)`:             "(a b empty)",
		`regex(a, a)`:                      "(a)",
		`split(a, b)`:                      "(a b)",
		`jsonencode({k = a})`:              "(a)",
		`jsondecode(jsonencode({k = a}))`:  "(a)",
		`yamlencode([a, b])`:               "(a b)",
		`yamldecode(a)`:                    "(a)",
		`sha256(a)`:                        "(a)",
		`max(two, zero)`:                   "(two zero)",
		`sum([two, zero])`:                 "(two zero)",
		`alltrue([yes, true])`:             "(yes)",
		`contains([a, b], "a")`:            "(a b)",
		`contains(["c"], a)`:               "(a)",
		`index([a, b], "a")`:               "(a b)",
		`transpose({(a) = [b]})`:           "(a b)",
		`cidrsubnet("10.0.0.0/8", 8, two)`: "(two)",
		`range(two)`:                       "(two)",
		`toset([a, b])`:                    "(a b)",
		`setunion([a], [b])`:               "(a b)",
		`base64encode(a)`:                  "(a)",
		`timestamp()`:                      "",
		`file(a)`:                          "error",
		`fileexists(a)`:                    "(a)",
		`fileset(a, b)`:                    "(a b)",
		`filesha256(a)`:                    "error",
		`type([a])`:                        "(a)",
		`bcrypt(a, two)`:                   "(a two)",

		// What is moved keeps its own.
		`element([a, b], 0)`:                   "(a)",
		`element([a, b], zero)`:                "(a zero)",
		`element(list, 1)`:                     "(list y)",
		`lookup({x = a, y = b}, "x")`:          "(a)",
		`lookup({x = a}, "y", b)`:              "(b)",
		`lookup(map, "x")`:                     "(map x)",
		`lookup(map, "z", b)`:                  "(b map)",
		`lookup(obj, "y", b)`:                  "(obj y)",
		`lookup({a = 1}, a)`:                   "(a)",
		`merge({x = a}, {y = b})`:              "x(a) y(b)",
		`merge({x = a}, {x = b})`:              "x(b)",
		`merge(obj, {y = b})`:                  "(obj) x(x) y(b)",
		`merge(none, {y = b})`:                 "(none) y(b)",
		`concat([a], [b])`:                     "0(a) 1(b)",
		`concat([a], list)`:                    "(list) 0(a) 1(x) 2(y)",
		`flatten([[a], [[b]]])`:                "0(a) 1(b)",
		`flatten([[a], list])`:                 "(list) 0(a) 1(x) 2(y)",
		`values({x = a, y = b})`:               "0(a) 1(b)",
		`values(map)`:                          "(map) 0(x) 1(y)",
		`keys({x = a})`:                        "",
		`keys(map)`:                            "(map)",
		`zipmap(["x", "y"], [a, b])`:           "x(a) y(b)",
		`zipmap([a], [b])`:                     "(a) a(b)",
		`tolist([a, b])`:                       "0(a) 1(b)",
		`tolist(list)`:                         "(list) 0(x) 1(y)",
		`tomap({x = a, y = b})`:                "x(a) y(b)",
		`tostring(two)`:                        "(two)",
		`coalesce(a, b)`:                       "(a)",
		`coalesce(empty, nil, b)`:              "(b empty nil)",
		`coalesce([a], [b])`:                   "0(a)",
		`coalescelist([a], [b])`:               "0(a)",
		`coalescelist([], list)`:               "(list) 0(x) 1(y)",
		`compact([a, b])`:                      "0(a) 1(b)",
		`compact([a, empty])`:                  "(empty) 0(a)",
		`distinct([a, b])`:                     "0(a) 1(b)",
		`distinct([a, b, "a"])`:                "0(a) 1(b)",
		`distinct(["a", a])`:                   "0(a)",
		`sort([b, a])`:                         "0(a) 1(b)",
		`reverse([a, b])`:                      "0(b) 1(a)",
		`slice([a, b], 1, 2)`:                  "0(b)",
		`slice([a, b], zero, 1)`:               "(zero) 0(a)",
		`chunklist([a, b], 1)`:                 "0: 0(a) 1: 0(b)",
		`matchkeys([a, b], ["x", "y"], ["x"])`: "0(a)",
		`matchkeys(["x"], [a], [b])`:           "(a b)",
		`setproduct([a], [b])`:                 "0: 0(a) 1(b)",
		`one([a])`:                             "(a)",
		`one(list...)`:                         "error",
		`length([a, b])`:                       "",
		`length(list)`:                         "(list)",
		`length(a)`:                            "(a)",
		`formatlist("%s!", [a, b])`:            "0(a) 1(b)",
		`formatlist("%s%s", [a, "c"], b)`:      "0(a b) 1(b)",
		`formatlist(a, list)`:                  "error",
		`try(a, b)`:                            "(a)",
		`try({x = a}, b)`:                      "x(a)",
		`try(obj.nope, b)`:                     "(b obj)",
		`try(obj.x.nope, b)`:                   "(b obj x)",
		`can(a)`:                               "(a)",
		`can(obj.nope)`:                        "(obj)",
		`can(tonumber(a))`:                     "(a)",
		`templatefile("files/value.tftpl", {value = a})`:          "(a)",
		`templatefile("files/value.tftpl", {value = [a], v = b})`: "0(a)",
		`templatestring(tmpl, {v = a})`:                           "(a tmpl)",

		// Sensitivity is a mark like the others, but one that can be removed.
		`sensitive(a)`:                    "(a sensitive)",
		`nonsensitive(sensitive(a))`:      "(a)",
		`nonsensitive([sensitive(a)])`:    "0(a sensitive)",
		`upper(sensitive(a))`:             "(a sensitive)",
		`issensitive(sensitive(a))`:       "(a)",
		`issensitive(a)`:                  "(a)",
		`can(sensitive(a))`:               "(a)",
		`ephemeralasnull([sensitive(a)])`: "0(a sensitive)",
		`element([sensitive(a), b], 1)`:   "(b)",

		// Unknown results carry the marks of all they may come to depend on.
		`upper(u)`:                              "(u)",
		`format("%s%s", a, u)`:                  "(a u)",
		`element([a, b], unum)`:                 "(a b unum)",
		`element([a, u], 0)`:                    "(a)",
		`element([a, u], 1)`:                    "(u)",
		`element(ulist, zero)`:                  "(ulist zero)",
		`lookup({x = a, y = u}, "x")`:           "(a)",
		`lookup({x = a, y = b}, u)`:             "(a b u)",
		`lookup(udyn, "x", a)`:                  "(a udyn)",
		`merge({x = a}, udyn)`:                  "(a udyn)",
		`concat([a], udyn)`:                     "(a udyn)",
		`concat([a], ulist)`:                    "(a ulist)",
		`concat([a], [u])`:                      "0(a) 1(u)",
		`flatten([[a], ulist])`:                 "(a ulist)",
		`zipmap([u], [a])`:                      "(a u)",
		`coalesce(u, a)`:                        "(a u)",
		`coalesce(nil, u, a)`:                   "(a nil u)",
		`coalesce(a, u)`:                        "(a)",
		`coalescelist([], ulist, [a])`:          "(a ulist)",
		`compact([a, u])`:                       "(a u)",
		`distinct([a, u])`:                      "(a u)",
		`sort([a, u])`:                          "(a u)",
		`matchkeys([a], [u], [b])`:              "(a b u)",
		`setproduct([a], ulist)`:                "(a ulist)",
		`slice([a, b], unum, 2)`:                "(a b unum)",
		`chunklist([a], unum)`:                  "(a unum)",
		`contains([a], u)`:                      "(a u)",
		`one(ulist)`:                            "(ulist)",
		`formatlist("%s%s", [a], ulist)`:        "(a ulist)",
		`formatlist("%s", [a, u])`:              "0(a) 1(u)",
		`tolist(udyn)`:                          "(udyn)",
		`try(u, a)`:                             "(a u)",
		`try([u], a, b)`:                        "(a b u)",
		`can(u)`:                                "(u)",
		`length(ulist)`:                         "(ulist)",
		`templatefile(u, {v = a})`:              "(a u)",
		`templatefile("files/binary", {v = a})`: "(a)",
		`templatestring(u, {v = a})`:            "(a u)",
		`templatestring(tmpl, udyn)`:            "(tmpl udyn)",
		`templatestring(tmpl, {v = u})`:         "(tmpl u)",
		`issensitive(u)`:                        "(u)",
	} {
		v, err := evaluate(expr, ctx)
		got := "error"
		if err == nil {
			got = describe(v)
		}
		if got != want {
			t.Errorf("%s carries %q, want %q (%v)", expr, got, want, err)
		}
	}
}
