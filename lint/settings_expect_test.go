package lint_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/apiglint/apiglint/lint"
)

const expected = `expect "a" {
  call    = "GET https://a.example/x"
  outcome = "arrives"
`

// TestExpectationsAreChecked holds what is wrong in an expect block to one sentence with its place, in both kinds of files.
func TestExpectationsAreChecked(t *testing.T) {
	for name, test := range map[string]struct{ text, want string }{
		"no name":             {`expect { }`, `1:1: a block "expect" has one label, and this one has 0: expect "checkout works" { … }`},
		"nothing in it":       {`expect "a" {}`, "1:1: the expectation \"a\" has no call\n1:1: the expectation \"a\" has no outcome"},
		"a name twice":        {expected + "}\n" + expected + "}", `5:8: the expectation "a" is there already, in line 1`},
		"an unknown argument": {expected + "  frm = \"internet\"\n}", `4:3: an expectation has no argument "frm": did you mean from?; there are call, from, except, as, environment, headers, client_certificate, outcome, backend, strict and recorded`},
		"a block":             {expected + "  from {}\n}", `4:3: an expectation has no blocks, and "from" is one`},
		"a variable":          {expected + "  from = var.from\n}", `4:10: from is a list of places as it is written: [ "…", "…" ]`},
		"a template":          {expected + "  as = \"app:${var.app}\"\n}", "4:8: as is a text in quotes: no variables or functions can stand here"},
		"no place":            {expected + "  from = [\"internet\", \"intranet\"]\n}", `4:23: "intranet" is not a place: use internet, gateway-vpc, vpc:ADDRESS, subnet:ADDRESS or ip:A.B.C.D: did you mean internet?`},
		"a place misspelt":    {expected + "  from = \"intenet\"\n}", `4:10: "intenet" is not a place: use internet, gateway-vpc, vpc:ADDRESS, subnet:ADDRESS or ip:A.B.C.D: did you mean internet?`},
		"anywhere in a list":  {expected + "  from = [\"internet\", \"anywhere\"]\n}", "4:23: anywhere stands alone, as from: it is every place that there is"},
		"all excepted":        {expected + "  from = \"anywhere\"\n  except = \"anywhere\"\n}", "5:12: anywhere stands alone, as from: it is every place that there is"},
		"a part excepted":     {expected + "  from = \"anywhere\"\n  except = [\"internet\", \"ip:192.0.2.1\"]\n}", "5:25: anywhere means the internet and whole VPCs, and ip:192.0.2.1 is neither"},
		"nowhere":             {expected + "  from = []\n}", "4:10: from names no place: leave it out for the one that fits the gateway"},
		"a caller misspelt":   {expected + "  as = \"nobdy\"\n}", `4:8: "nobdy" is not a caller: use nobody, app:ADDRESS, appcode:ADDRESS, iam, iam:ACCOUNT or authorizer: did you mean nobody?`},
		"two environments":    {expected + "  environment = \"BETA\"\n  headers = { x-stage = \"RELEASE\" }\n}", "5:15: the header X-Stage is already set, and the environment sets the same header"},
		"a header twice":      {expected + "  headers = { Origin = \"a\", origin = \"b\" }\n}", "4:29: the header origin is already set"},
		"another host":        {expected + "  headers = { Host = \"b.example\" }\n}", "4:15: the header Host needs a URL with an IP address: the gateway gets the host name a.example from the URL"},
		"no caller":           {expected + "  as = \"somebody\"\n}", `4:8: "somebody" is not a caller: use nobody, app:ADDRESS, appcode:ADDRESS, iam, iam:ACCOUNT or authorizer`},
		"no truth":            {expected + "  strict = \"yes\"\n}", "4:12: strict is true or false"},
		"no headers":          {expected + "  headers = \"Origin\"\n}", `4:13: headers is an object: { Origin = "https://shop.example.com" }`},
		"a header of numbers": {expected + "  headers = { Origin = 1 }\n}", "4:15: the names and values of headers are texts in quotes"},
		"except alone":        {expected + "  except = [\"internet\"]\n}", `4:3: except takes places from all that there are: it needs from = "anywhere"`},
		"no call":             {"expect \"a\" {\n  call = \"FETCH https://a.example\"\n  outcome = \"fails\"\n}", `2:10: "FETCH" is not a method: use one of GET, POST, PUT, DELETE, HEAD, PATCH, OPTIONS`},
		"a pattern's query":   {"expect \"a\" {\n  call = \"ANY https://a.example/**?x=1\"\n  outcome = \"fails\"\n}", "2:10: a pattern of calls cannot have a query"},
		"no outcome":          {"expect \"a\" {\n  call = \"https://a.example\"\n  outcome = \"arrive\"\n}", `3:13: "arrive" is no outcome: did you mean arrives?: it is arrives, fails, or an error code of the gateway`},
		"a code misspelt":     {"expect \"a\" {\n  call = \"https://a.example\"\n  outcome = \"APIG.304\"\n}", `3:13: "APIG.304" is no outcome: did you mean APIG.0304?: it is arrives, fails, or an error code of the gateway`},
		"a backend misspelt":  {expected + "  backend = \"moc\"\n}", `4:13: "moc" is no backend: did you mean mock?: it is mock, the address of a channel or a function, a URL (http or https), or a function's URN`},
		"a backend's scheme":  {expected + "  backend = \"htps://a.example/x\"\n}", `4:13: "htps" is no backend: did you mean https?: it is mock, the address of a channel or a function, a URL (http or https), or a function's URN`},
		"a failing backend":   {"expect \"a\" {\n  call = \"https://a.example\"\n  outcome = \"fails\"\n  backend = \"mock\"\n}", "4:3: a call that fails has no backend"},
	} {
		t.Run(name, func(t *testing.T) {
			_, diags := lint.ParseSettings([]byte(test.text), lint.SettingsFile, settable)
			_, beside := lint.ParseExpectations([]byte(test.text), lint.SettingsFile)
			for _, all := range [][]string{summaries(diags), summaries(beside)} {
				if got := strings.Join(all, "\n"); got != test.want {
					t.Errorf("got\n%s\nwant\n%s", got, test.want)
				}
			}
		})
	}
}

// TestExpectationsStandAlone holds files beside a root module's own to expect blocks.
func TestExpectationsStandAlone(t *testing.T) {
	_, diags := lint.ParseExpectations([]byte("disable = []\nrule \"x\" {}\nexpct \"a\" {}"), "x.apiglint.hcl")
	want := []string{
		"1:1: x.apiglint.hcl has expect blocks and no settings: those stand in .apiglint.hcl",
		`2:1: there is no block "rule": x.apiglint.hcl has expect blocks, and settings stand in .apiglint.hcl`,
		`3:1: there is no block "expct": did you mean expect?: x.apiglint.hcl has expect blocks, and settings stand in .apiglint.hcl`,
	}
	if got := fmt.Sprint(summaries(diags)); got != fmt.Sprint(want) {
		t.Errorf("got %s, want %s", got, want)
	}
}
