package report_test

import (
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/apiglint/apiglint/lint/linttest"
	"github.com/apiglint/apiglint/lint/report"
	"github.com/apiglint/apiglint/rules"
)

// crowded is a configuration with four findings in each of some APIs.
func crowded(apis int) linttest.Source {
	var src strings.Builder
	for i := range apis {
		fmt.Fprintf(&src, `resource "huaweicloud_apig_api" "a%[1]d" {
  instance_id             = "75acd2ad53a7486f8cb24fb4fe0bd3a3"
  group_id                = "g"
  name                    = "a%[1]d"
  type                    = "Publicly"
  request_protocol        = "HTTPX"
  request_method          = "FETCH"
  request_path            = "/a/%[1]d"
  security_authentication = "NONE"

  mock {
    status_code = 200
  }
}
`, i)
	}
	return linttest.Source{"main.tf": src.String()}
}

// BenchmarkReport compares, in one run, SARIF of 20 000 findings with text: writing alone, and with the lint before it,
// which is what a check takes. SARIF has to fit what code scanning takes, and is not to be made twice for it.
func BenchmarkReport(b *testing.B) {
	src := crowded(5_000)
	var r *report.Report
	measured := map[string]time.Duration{}
	measure := func(what string, do func()) {
		start := time.Now()
		do()
		if took := time.Since(start); measured[what] == 0 || took < measured[what] {
			measured[what] = took
		}
	}
	for b.Loop() {
		measure("lint", func() {
			r = &report.Report{Result: src.Lint(b, rules.All()), Rules: rules.All(), Files: map[string]report.File{"main.tf": {Source: []byte(src["main.tf"])}}}
		})
		for _, name := range []string{"text", "sarif"} {
			format, _ := report.FormatNamed(name)
			measure(name, func() {
				if err := format.Write(io.Discard, r, report.Terminal{}); err != nil {
					b.Fatal(err)
				}
			})
		}
	}
	for what, took := range measured {
		b.ReportMetric(float64(took.Microseconds())/1000, "ms-"+what)
	}
	b.ReportMetric(float64(len(r.Findings)), "findings")
	b.ReportMetric(float64(measured["sarif"])/float64(measured["text"]), "writing:sarif/text")
	b.ReportMetric(float64(measured["lint"]+measured["sarif"])/float64(measured["lint"]+measured["text"]), "check:sarif/text")
}
