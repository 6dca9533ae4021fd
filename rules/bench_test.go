package rules_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/lint/linttest"
	"github.com/apiglint/apiglint/rules"
)

// BenchmarkLint compares, in one run, the whole lint (reading, evaluating, all rules) with hclsyntax parsing the same
// files and nothing else. The ratio is what matters: it means the same on a fast machine and a slow one.
func BenchmarkLint(b *testing.B) {
	for _, gateways := range []int{1, 10} {
		src := linttest.Generate(gateways, 5, 20)
		b.Run(fmt.Sprintf("apis=%d", gateways*100), func(b *testing.B) {
			var parsing, whole time.Duration
			for b.Loop() {
				start := time.Now()
				for name, content := range src {
					if _, diags := hclsyntax.ParseConfig([]byte(content), name, hcl.InitialPos); diags.HasErrors() {
						b.Fatal(diags)
					}
				}
				parsing += time.Since(start)
				start = time.Now()
				lint.Run(lint.Options{Rules: rules.All()}, src.Load(b))
				whole += time.Since(start)
			}
			b.ReportMetric(float64(whole)/float64(parsing), "lint/hclsyntax")
			b.ReportMetric(float64(whole.Milliseconds())/float64(b.N), "ms-lint/op")
			b.ReportMetric(float64(parsing.Milliseconds())/float64(b.N), "ms-hclsyntax/op")
		})
	}
}
