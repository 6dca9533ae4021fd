package lint_test

import (
	"strings"
	"testing"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema/trace"
)

// ended returns the trace of a call that ends somehow.
func ended(t *testing.T, call string, outcome trace.Outcome, code, backend string) trace.Trace {
	t.Helper()
	parsed, err := trace.ParseCall(call)
	if err != nil {
		t.Fatal(err)
	}
	parsed.From = trace.From{Kind: "internet"}
	return trace.Trace{Call: parsed, Outcome: outcome, Code: code, Backend: backend}
}

// TestRecord holds recorded blocks to the calls of now, and everything else to what it was.
func TestRecord(t *testing.T) {
	get := ended(t, "GET https://a.example/x", trace.Arrives, "", "mock")
	post := ended(t, "POST https://a.example/${x}", trace.Fails, "APIG.0101", "")
	beta := ended(t, "GET https://a.example/x", trace.Arrives, "", "")
	beta.Call.Headers["x-stage"], beta.Call.Headers["origin"] = "BETA", "o"
	crlf := func(text string) string { return strings.ReplaceAll(text, "\n", "\r\n") }
	const own = `# Ours.
expect "mine" {
  call    = "GET https://a.example/x" # by hand
  outcome = "fails"
}
`
	const gets = `expect "GET https://a.example/x" {
  recorded = true
  call     = "GET https://a.example/x"
  from     = "internet"
  outcome  = "arrives"
  backend  = "mock"
}
`
	const posts = `expect "POST https://a.example/$${x}" {
  recorded = true
  call     = "POST https://a.example/$${x}"
  from     = "internet"
  outcome  = "APIG.0101"
}
`
	const betas = `expect "GET https://a.example/x in BETA" {
  recorded    = true
  call        = "GET https://a.example/x"
  from        = "internet"
  environment = "BETA"
  headers = {
    origin = "o"
  }
  outcome = "arrives"
}
`
	for name, test := range map[string]struct {
		before string
		calls  []trace.Trace
		after  string
	}{
		"a new file, sorted":          {"", []trace.Trace{post, beta, get}, betas + "\n" + gets + "\n" + posts},
		"what people wrote":           {own, []trace.Trace{get, post}, own + "\n" + posts},
		"nothing is new":              {own + "\n# why\n" + posts, []trace.Trace{post, get}, own + "\n# why\n" + posts},
		"another outcome":             {strings.Replace(gets, `"mock"`, `"https://b.example/"`, 1) + "\n" + own, []trace.Trace{post}, own + "\n" + posts},
		"what is not promised":        {posts + "\n" + gets, []trace.Trace{get}, gets},
		"one that changes":            {strings.Replace(posts, "APIG.0101", "arrives", 1) + "\n# Settings stay.\ndisable = []\n", []trace.Trace{post}, posts + "\n# Settings stay.\ndisable = []\n"},
		"two ends of one call":        {gets, []trace.Trace{get, ended(t, "GET https://a.example/x", trace.Fails, "", ""), post}, posts},
		"an uncertain one":            {gets, []trace.Trace{ended(t, "GET https://a.example/x", trace.Unsettled, "", ""), post}, posts},
		"a name that somebody gave":   {strings.Replace(own, "mine", "POST https://a.example/$${x}", 1), []trace.Trace{post}, strings.Replace(own, "mine", "POST https://a.example/$${x}", 1) + "\n" + strings.Replace(posts, `{x}" {`, `{x} (2)" {`, 1)},
		"lines as Windows ends them":  {crlf(own + "\n" + posts), []trace.Trace{post, beta}, crlf(own + "\n" + posts + "\n" + betas)},
		"somebody else's other place": {strings.Replace(own, "  outcome", "  from = \"gateway-vpc\"\n  outcome", 1), []trace.Trace{get}, strings.Replace(own, "  outcome", "  from = \"gateway-vpc\"\n  outcome", 1) + "\n" + gets},
	} {
		t.Run(name, func(t *testing.T) {
			got, diags := lint.Record([]byte(test.before), "x.apiglint.hcl", test.calls)
			if diags.HasErrors() {
				t.Fatal(diags)
			}
			if string(got) != test.after {
				t.Errorf("got\n%s\nwant\n%s", got, test.after)
			}
			again, _ := lint.Record(got, "x.apiglint.hcl", test.calls)
			if string(again) != string(got) {
				t.Errorf("the second time it is\n%s", again)
			}
		})
	}
	if _, diags := lint.Record([]byte("expect {}"), "x.apiglint.hcl", nil); !diags.HasErrors() {
		t.Error("a file with a mistake is taken")
	}
}
