package funcs_test

import (
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"

	"github.com/apiglint/apiglint/schema/terraform/funcs"
)

// known are calls of each function in which each argument in turn is replaced
// by an unknown value. Those that are not fully known to depend on it are in
// knownAnyway.
var known = map[string][]string{
	"abs": {"1"}, "ceil": {"1"}, "floor": {"1"}, "log": {"1", "2"}, "max": {"1", "2"}, "min": {"1", "2"},
	"parseint": {`"1"`, "10"}, "pow": {"1", "2"}, "signum": {"1"}, "sum": {"[1]"},

	"chomp": {`"a"`}, "endswith": {`"a"`, `"a"`}, "format": {`"%s"`, `"a"`}, "formatlist": {`"%s"`, `["a"]`},
	"indent": {"1", `"a"`}, "join": {`","`, `["a"]`}, "lower": {`"a"`}, "regex": {`"a"`, `"a"`},
	"regexall": {`"a"`, `"a"`}, "replace": {`"a"`, `"a"`, `"a"`}, "split": {`"a"`, `"a"`},
	"startswith": {`"a"`, `"a"`}, "strcontains": {`"a"`, `"a"`}, "strrev": {`"a"`}, "substr": {`"a"`, "0", "1"},
	"title": {`"a"`}, "trim": {`"a"`, `"a"`}, "trimprefix": {`"a"`, `"a"`}, "trimspace": {`"a"`},
	"trimsuffix": {`"a"`, `"a"`}, "upper": {`"a"`},

	"alltrue": {"[true]"}, "anytrue": {"[true]"}, "chunklist": {`["a"]`, "1"}, "coalesce": {`""`, `"b"`},
	"coalescelist": {"[]", `["a"]`}, "compact": {`["a"]`}, "concat": {`["a"]`, `["a"]`}, "contains": {`["a"]`, `"a"`},
	"distinct": {`["a"]`}, "element": {`["a"]`, "0"}, "flatten": {`[["a"]]`}, "index": {`["a"]`, `"a"`},
	"keys": {"{a = 1}"}, "length": {`["a"]`}, "lookup": {"{a = 1}", `"b"`, "2"},
	"matchkeys": {`["a"]`, `["a"]`, `["a"]`}, "merge": {"{a = 1}", "{b = 2}"}, "one": {`["a"]`}, "range": {"1", "2", "1"},
	"reverse": {`["a"]`}, "setintersection": {`["a"]`, `["a"]`}, "setproduct": {`["a"]`, `["a"]`},
	"setsubtract": {`["a"]`, `["a"]`}, "setunion": {`["a"]`, `["a"]`}, "slice": {`["a"]`, "0", "1"}, "sort": {`["a"]`},
	"transpose": {`{a = ["b"]}`}, "values": {"{a = 1}"}, "zipmap": {`["a"]`, `["a"]`},

	"base64decode": {`""`}, "base64encode": {`""`}, "base64gunzip": {`"H4sIAAAAAAAA/wEAAP//AAAAAAAAAAA="`}, "base64gzip": {`""`},
	"csvdecode": {`"a\n1"`}, "jsondecode": {`"1"`}, "jsonencode": {"1"}, "textdecodebase64": {`""`, `"UTF-8"`},
	"textencodebase64": {`""`, `"UTF-8"`}, "urldecode": {`""`}, "urlencode": {`""`}, "yamldecode": {`"a"`}, "yamlencode": {"1"},

	"abspath": {`"a"`}, "basename": {`"a"`}, "dirname": {`"a"`}, "file": {`"files/a.md"`}, "filebase64": {`"files/a.md"`},
	"fileexists": {`"files/a.md"`}, "fileset": {`"files"`, `"*"`}, "pathexpand": {`"a"`},
	"templatefile": {`"files/value.tftpl"`, `{value = "a"}`}, "templatestring": {"vars.tmpl", "{}"},

	"formatdate": {`"YYYY"`, `"2018-01-02T23:12:01Z"`}, "plantimestamp": {}, "timestamp": {},
	"timeadd": {`"2018-01-02T23:12:01Z"`, `"1h"`}, "timecmp": {`"2018-01-02T23:12:01Z"`, `"2018-01-02T23:12:01Z"`},

	"base64sha256": {`"a"`}, "base64sha512": {`"a"`}, "bcrypt": {`"a"`, "10"}, "filebase64sha256": {`"files/a.md"`},
	"filebase64sha512": {`"files/a.md"`}, "filemd5": {`"files/a.md"`}, "filesha1": {`"files/a.md"`},
	"filesha256": {`"files/a.md"`}, "filesha512": {`"files/a.md"`}, "md5": {`"a"`}, "rsadecrypt": {`""`, `""`},
	"sha1": {`"a"`}, "sha256": {`"a"`}, "sha512": {`"a"`}, "uuid": {}, "uuidv5": {`"dns"`, `"a"`},

	"cidrcontains": {`"10.0.0.0/8"`, `"10.0.0.1"`}, "cidrhost": {`"10.0.0.0/8"`, "1"}, "cidrnetmask": {`"10.0.0.0/8"`},
	"cidrsubnet": {`"10.0.0.0/8"`, "8", "1"}, "cidrsubnets": {`"10.0.0.0/8"`, "8"},

	"can": {"1"}, "ephemeralasnull": {"1"}, "issensitive": {"1"}, "nonsensitive": {"1"}, "sensitive": {"1"},
	"tobool": {"true"}, "tolist": {"[1]"}, "tomap": {"{a = 1}"}, "tonumber": {"1"}, "toset": {"[1]"}, "tostring": {"1"},
	"try": {"1", "2"}, "type": {"1"},
}

// knownAnyway are calls with a result that does not depend on the unknown
// argument.
var knownAnyway = map[string]bool{"try(1, unknown)": true}

func TestUnknown(t *testing.T) {
	t.Parallel()
	table := funcs.Table(testEnv())
	for name := range rows() {
		if name == "list" || name == "map" {
			continue // These always fail.
		}
		args, ok := known[name]
		if !ok {
			t.Errorf("%s has no known arguments", name)
			continue
		}
		for i := range args {
			call, typed := name+"(", ""
			for j, arg := range args {
				if j > 0 {
					call += ", "
				}
				if j == i {
					typed, arg = arg, "unknown"
				}
				call += arg
			}
			call += ")"
			vars := map[string]cty.Value{"tmpl": cty.StringVal("a")}
			ctx := &hcl.EvalContext{Functions: table, Variables: map[string]cty.Value{"vars": cty.ObjectVal(vars)}}
			v, err := evaluate(typed, ctx)
			if err != nil {
				t.Fatal(err)
			}
			for _, unknown := range []cty.Value{cty.DynamicVal, cty.UnknownVal(v.Type())} {
				ctx.Variables["unknown"] = unknown.Mark("mark")
				got, err := evaluate(call, ctx)
				switch {
				case err != nil:
					t.Errorf("%s with %#v: %v", call, unknown, err)
				case knownAnyway[call]:
				case got.IsWhollyKnown() && !typeTells(name, unknown):
					t.Errorf("%s with %#v = %#v, want an unknown value", call, unknown, got)
				default:
					_, marks := got.UnmarkDeep()
					if _, kept := marks["mark"]; !kept {
						t.Errorf("%s with %#v loses the mark: %#v", call, unknown, got)
					}
				}
			}
		}
	}
}

// typeTells reports whether the type of a value, though it be unknown, is all
// the function needs.
func typeTells(name string, v cty.Value) bool {
	ty := v.Type()
	return (name == "length" || name == "keys" || name == "lookup") && (ty.IsTupleType() || ty.IsObjectType())
}
