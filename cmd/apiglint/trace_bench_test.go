package main

import (
	"testing"

	"github.com/apiglint/apiglint/lint/linttest"
)

// BenchmarkTrace compares, in one run, following every promised call with a check of the same files, and with following one of them: the
// shortest times of the processes. Each hundred APIs have a host.
func BenchmarkTrace(b *testing.B) {
	ours := compiled(b, "apiglint", ".")
	for _, input := range []struct {
		name     string
		gateways int
	}{{"apis=1000", 10}, {"apis=10000", 100}} {
		b.Run(input.name, func(b *testing.B) {
			root := written(b, linttest.Generate(input.gateways, 1, 100))
			var check, all, one process
			for b.Loop() {
				check.run(b, ours, "check", "--fail-on", "never", "--format", "json", "--root", root, root)
				all.run(b, ours, "trace", "--all", "--root", root, root)
				one.run(b, ours, "trace", "GET https://g0.gw0.example.com/svc/1/items/2", "--root", root, root)
			}
			b.ReportMetric(all.ms()/check.ms(), "all/check")
			b.ReportMetric(one.ms()/check.ms(), "one/check")
			b.ReportMetric(check.ms(), "ms-check")
			b.ReportMetric(all.ms(), "ms-all")
			b.ReportMetric(one.ms(), "ms-one")
		})
	}
}
