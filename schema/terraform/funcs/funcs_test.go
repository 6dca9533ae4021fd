package funcs_test

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	ctyjson "github.com/zclconf/go-cty/cty/json"

	"github.com/apiglint/apiglint/schema/terraform/funcs"
)

// A row is an expression and what it results in: another expression, or one of
// the words error and unknown.
type row struct{ expr, want string }

const (
	wantError   = "error"
	wantUnknown = "unknown"
)

func rows() map[string][]row {
	all := map[string][]row{}
	for _, subject := range []map[string][]row{
		numericRows, stringRows, collectionRows, encodingRows, filesystemRows,
		datetimeRows, cryptoRows, cidrRows, conversionRows,
	} {
		maps.Copy(all, subject)
	}
	return all
}

// files is what the file functions see.
var files = map[string]string{
	"files/hello.txt":       "Hello World",
	"files/binary":          "\xff\xfe",
	"files/a.md":            "# a",
	"files/sub/b.md":        "# b",
	"files/backends.tftpl":  "%{ for addr in ip_addrs ~}\nbackend ${addr}:${port}\n%{ endfor ~}\n",
	"files/config.tftpl":    "%{ for config_key, config_value in config }\nset ${config_key} = ${config_value}\n%{ endfor ~}\n",
	"files/value.tftpl":     "${value}",
	"files/recursive.tftpl": `${templatefile("files/value.tftpl", {value = 1})}`,
	"files/nested.tftpl":    "${templatestring(t, {})}",
	"files/unclosed.tftpl":  "${",
	"large.txt":             strings.Repeat("a", 1<<20+1),
}

func testEnv() funcs.Env {
	tree := fstest.MapFS{}
	for name, content := range files {
		tree[name] = &fstest.MapFile{Data: []byte(content), Mode: 0o644}
	}
	return funcs.Env{Files: tree, BaseDir: "."}
}

// locals are the definitions that expressions may refer to.
var locals = map[string]string{
	"template": `"Hello, $${name}!"`,
	"object":   `{name = "a"}`,
	"list":     `["Hi $${name}"]`,
	"nested":   `"$${templatestring(t, {})}"`,
}

func scope(t *testing.T) *hcl.EvalContext {
	t.Helper()
	ctx := &hcl.EvalContext{Functions: funcs.Table(testEnv())}
	local := map[string]cty.Value{}
	for name, expr := range locals {
		v, err := evaluate(expr, ctx)
		if err != nil {
			t.Fatal(err)
		}
		local[name] = v
	}
	ctx.Variables = map[string]cty.Value{"local": cty.ObjectVal(local)}
	return ctx
}

func evaluate(src string, ctx *hcl.EvalContext) (cty.Value, error) {
	expr, diags := hclsyntax.ParseExpression([]byte(src), "test", hcl.InitialPos)
	if diags.HasErrors() {
		panic(src + ": " + diags.Error())
	}
	v, diags := expr.Value(ctx)
	if diags.HasErrors() {
		return cty.NilVal, diags
	}
	return v, nil
}

// asJSON is how results are compared.
func asJSON(t *testing.T, v cty.Value) string {
	t.Helper()
	v, _ = v.UnmarkDeep()
	b, err := json.Marshal(ctyjson.SimpleJSONValue{Value: v})
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestFunctions(t *testing.T) {
	t.Parallel()
	ctx := scope(t)
	for name, rows := range rows() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			for _, row := range rows {
				got, err := evaluate(row.expr, ctx)
				switch {
				case row.want == wantError:
					if err == nil {
						t.Errorf("%s = %#v, want an error", row.expr, got)
					}
				case err != nil:
					t.Errorf("%s: %v", row.expr, err)
				case row.want == wantUnknown:
					if got.IsKnown() {
						t.Errorf("%s = %#v, want an unknown value", row.expr, got)
					}
				case !got.IsWhollyKnown():
					t.Errorf("%s = %#v, want %s", row.expr, got, row.want)
				default:
					want, err := evaluate(row.want, ctx)
					if err != nil {
						t.Fatal(err)
					}
					if got, want := asJSON(t, got), asJSON(t, want); got != want {
						t.Errorf("%s = %s, want %s", row.expr, got, want)
					}
				}
			}
		})
	}
}

// TestTypes pins the types that JSON cannot tell apart.
func TestTypes(t *testing.T) {
	t.Parallel()
	ctx := scope(t)
	for expr, want := range map[string]string{
		`split(",", "a")`:                       "list(string)",
		`range(2)`:                              "list(number)",
		`keys({a = 1})`:                         "tuple([string])",
		`keys(tomap({a = 1}))`:                  "list(string)",
		`values({a = 1})`:                       "tuple([number])",
		`concat(tolist([1]), tolist([2]))`:      "list(number)",
		`concat([1], ["a"])`:                    "tuple([number,string])",
		`merge({a = 1}, {b = "x"})`:             "object({a=number,b=string})",
		`merge(tomap({a = 1}), tomap({b = 1}))`: "map(number)",
		`zipmap(["a"], [1])`:                    "object({a=number})",
		`zipmap(["a"], tolist([1]))`:            "map(number)",
		`toset(["a", 1])`:                       "set(string)",
		`tomap({})`:                             "map(any)",
		`setproduct(["a"], [1])`:                "list(tuple([string,number]))",
		`setunion(["a"])`:                       "set(string)",
		`transpose({a = ["b"]})`:                "map(list(string))",
		`fileset("files", "*")`:                 "set(string)",
		`csvdecode("a\n1")`:                     "list(object({a=string}))",
		`regex("(?P<a>.)", "x")`:                "object({a=string})",
		`chunklist(["a"], 1)`:                   "list(list(string))",
		`distinct(["a"])`:                       "list(string)",
		`coalesce(1, "a")`:                      "string",
		`lookup(tomap({a = 1}), "b", "2")`:      "number",
		`templatefile("files/value.tftpl", {value = [true]})`: "tuple([bool])",
	} {
		v, err := evaluate("type("+expr+")", ctx)
		if err != nil {
			t.Errorf("%s: %v", expr, err)
			continue
		}
		if got := strings.ReplaceAll(v.AsString(), " ", ""); got != want {
			t.Errorf("%s has the type %s, want %s", expr, got, want)
		}
	}
}

// documented are the functions that the documentation of Terraform 1.12 and,
// in the last line, that of OpenTofu describe.
const documented = `
abs ceil floor log max min parseint pow signum
chomp endswith format formatlist indent join lower regex regexall replace split
startswith strcontains strrev substr templatestring title trim trimprefix
trimsuffix trimspace upper
alltrue anytrue chunklist coalesce coalescelist compact concat contains distinct
element flatten index keys length list lookup map matchkeys merge one range
reverse setintersection setproduct setsubtract setunion slice sort sum transpose
values zipmap
base64decode base64encode base64gzip csvdecode jsondecode jsonencode
textdecodebase64 textencodebase64 urlencode yamldecode yamlencode
abspath dirname pathexpand basename file fileexists fileset filebase64 templatefile
formatdate plantimestamp timeadd timecmp timestamp
base64sha256 base64sha512 bcrypt filebase64sha256 filebase64sha512 filemd5
filesha1 filesha256 filesha512 md5 rsadecrypt sha1 sha256 sha512 uuid uuidv5
cidrhost cidrnetmask cidrsubnet cidrsubnets
can ephemeralasnull issensitive nonsensitive sensitive tobool tolist tomap
tonumber toset tostring try type
base64gunzip cidrcontains urldecode`

func TestTableIsComplete(t *testing.T) {
	t.Parallel()
	table, rows := funcs.Table(funcs.Env{}), rows()
	names := strings.Fields(documented)
	for _, name := range names {
		if _, ok := table[name]; !ok {
			t.Errorf("there is no function %s", name)
		}
		if _, ok := table["core::"+name]; !ok {
			t.Errorf("there is no function core::%s", name)
		}
		if len(rows[name]) < 3 {
			t.Errorf("%s has %d rows, want 3", name, len(rows[name]))
		}
	}
	for name := range table {
		if !slices.Contains(names, strings.TrimPrefix(name, "core::")) {
			t.Errorf("%s is not documented", name)
		}
	}
	for name, rows := range rows {
		for _, row := range rows {
			if !strings.Contains(row.expr, name+"(") {
				t.Errorf("%s is a row of %s", row.expr, name)
			}
		}
	}
}

func TestCoreNamespace(t *testing.T) {
	t.Parallel()
	ctx := scope(t)
	for _, expr := range []string{`core::upper("a")`, `core::templatestring(local.upper, {})`} {
		ctx.Variables = map[string]cty.Value{"local": cty.ObjectVal(map[string]cty.Value{"upper": cty.StringVal(`${core::upper("a")}`)})}
		if v, err := evaluate(expr, ctx); err != nil || !v.RawEquals(cty.StringVal("A")) {
			t.Errorf("%s = %#v, %v", expr, v, err)
		}
	}
}

func TestBaseDir(t *testing.T) {
	t.Parallel()
	env := testEnv()
	env.BaseDir = "files/sub"
	ctx := &hcl.EvalContext{Functions: funcs.Table(env)}
	for expr, want := range map[string]cty.Value{
		`file("b.md")`:                  cty.StringVal("# b"),
		`file("../a.md")`:               cty.StringVal("# a"),
		`fileexists("../../large.txt")`: cty.True,
		`fileset(".", "../*.md")`:       cty.SetVal([]cty.Value{cty.StringVal("../a.md")}),
	} {
		if v, err := evaluate(expr, ctx); err != nil || !v.RawEquals(want) {
			t.Errorf("%s = %#v, %v, want %#v", expr, v, err, want)
		}
	}
	for _, expr := range []string{`file("../../../a")`, `fileexists("../../../a")`, `fileset("../../..", "*")`} {
		if v, err := evaluate(expr, ctx); err != nil || v.IsKnown() {
			t.Errorf("%s = %#v, %v, want an unknown value", expr, v, err)
		}
	}
}

func TestNoFiles(t *testing.T) {
	t.Parallel()
	ctx := &hcl.EvalContext{Functions: funcs.Table(funcs.Env{})}
	for _, expr := range []string{
		`file("a")`, `fileexists("a")`, `fileset(".", "*")`, `filebase64("a")`, `filesha256("a")`, `templatefile("a", {})`,
	} {
		if v, err := evaluate(expr, ctx); err != nil || v.IsKnown() {
			t.Errorf("%s = %#v, %v, want an unknown value", expr, v, err)
		}
	}
}

func TestSensitiveErrors(t *testing.T) {
	t.Parallel()
	ctx := scope(t)
	for _, expr := range []string{
		`parseint(sensitive("hunter2"), 10)`, `cidrhost(sensitive("hunter2"), 1)`, `regex(sensitive("(hunter2"), "")`,
		`textencodebase64("a", sensitive("hunter2"))`, `index([sensitive("a")], "hunter2")`,
	} {
		_, err := evaluate(expr, ctx)
		if err == nil {
			t.Errorf("%s succeeds", expr)
		} else if bytes.Contains([]byte(err.Error()), []byte("hunter2")) {
			t.Errorf("%s discloses its argument: %v", expr, err)
		}
	}
}
