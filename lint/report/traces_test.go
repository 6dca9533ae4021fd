package report

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2"

	"github.com/apiglint/apiglint/lint/report/reporttest"
	"github.com/apiglint/apiglint/schema/trace"
)

// traced are traces of every outcome, in which everything that may be said is said, with a name that nobody means well with.
func traced(t *testing.T) *Traces {
	t.Helper()
	const hostile = "huaweicloud_apig_api.a[\"|\x1b[31m`</td>\u202e::error::\"]"
	var all []Traced
	for _, outcome := range []trace.Outcome{trace.Arrives, trace.Fails, trace.Unsettled} {
		call, err := trace.ParseCall("GET https://shop.example.com/orders?x=" + strings.Repeat("long", 500))
		if err == nil {
			err = call.SetHeader("X-Stage: BETA")
		}
		if err != nil {
			t.Fatal(err)
		}
		call.Certificate, call.From, call.As = true, trace.From{Kind: "vpc", Address: hostile}, trace.As{Kind: "app", Address: hostile}
		one := trace.Trace{
			Call: call, Outcome: outcome, Certainty: trace.Likely, Gateway: hostile, Group: hostile, Environment: "BETA", API: hostile, Backend: hostile,
			Redirected: true, Candidates: []trace.Candidate{{API: hostile, Why: "ANY /" + hostile, Certainty: trace.Likely}},
		}
		for _, name := range trace.Stations() {
			s := trace.Station{Name: name, Verdict: trace.Passed, Certainty: trace.Certain, Because: "it is " + hostile, Objects: []string{hostile}}
			s.Places = []hcl.Range{{Filename: "main.tf", Start: hcl.InitialPos, End: hcl.InitialPos}}
			if verdict := (map[trace.Outcome]trace.Verdict{trace.Fails: trace.Failed, trace.Unsettled: trace.Uncertain})[outcome]; name == "route" && verdict != "" {
				s.Verdict, s.Code, s.Status = verdict, "APIG.0101", 404
				one.Ends, one.Code, one.Status, one.Text = name, s.Code, 418, "The API does not exist."
			}
			one.Stations = append(one.Stations, s)
		}
		all = append(all, Traced{Trace: one, Root: "envs/prod", Side: "planned"})
	}
	return &Traces{All: all, Files: sample(t).Files}
}

// TestTraceFormats holds the JSON of traces to its schema, and every form to what its readers take for text.
func TestTraceFormats(t *testing.T) {
	for _, format := range TraceFormats() {
		for _, summary := range []bool{false, true} {
			t.Run(fmt.Sprint(format.Name, summary), func(t *testing.T) {
				traces := traced(t)
				traces.Summary = summary
				var out bytes.Buffer
				if err := format.Write(&out, traces, Terminal{}); err != nil {
					t.Fatal(err)
				}
				if format.Name == "json" {
					for _, problem := range reporttest.Schema(strict(t, "../../docs/apiglint-trace-1.schema.json"), out.Bytes()) {
						t.Error(problem)
					}
				}
				for _, r := range out.String() {
					if r != '\n' && deceptive(r) {
						t.Errorf("%s has %U in it, which a terminal would obey", format.Name, r)
					}
				}
			})
		}
	}
}

// TestPictures holds that a picture of a trace is short, and that nothing in a name ends its label.
func TestPictures(t *testing.T) {
	for _, one := range traced(t).All {
		drawn := picture(one.Trace)
		if len([]rune(drawn)) > 2000 {
			t.Errorf("a picture has %d characters", len([]rune(drawn)))
		}
		for line := range strings.Lines(drawn) {
			if n := strings.Count(line, `"`); n%2 != 0 || n > 4 {
				t.Errorf("the quotes do not pair in %q", line)
			}
		}
	}
}

// TestLabels holds that the texts of pictures are nothing but texts to Mermaid, which takes comments and directives out before it reads quotes.
func TestLabels(t *testing.T) {
	for text, want := range map[string]string{
		`module.a["x"]`:     `module.a['x']`,
		`/%%{init: {}}%%/1`: `/% %{init: {}}% %/1`,
		`%%%`:               `% % %`,
		`#quot;<b>`:         `'quot''b'`,
		"{{[(é中|end)]}}":    "{{[(é中|end)]}}",
	} {
		if got := label(text); got != want {
			t.Errorf("label(%q) = %q, want %q", text, got, want)
		}
	}
}
