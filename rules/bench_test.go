package rules_test

import (
	"fmt"
	"runtime"
	"sync"
	"testing"
	"time"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/lint/linttest"
	"github.com/apiglint/apiglint/rules"
)

// least keeps the shortest of many durations, by the clock and of the processors: what a busy machine adds to the others
// is not what is measured.
type least struct{ clock, processors time.Duration }

func (l *least) take(work func()) {
	start, before := time.Now(), used()
	work()
	clock, processors := time.Since(start), used()-before
	if l.clock == 0 || clock < l.clock {
		l.clock = clock
	}
	if l.processors == 0 || processors < l.processors {
		l.processors = processors
	}
}

func ratio(a, b time.Duration) float64 { return float64(a) / float64(max(b, 1)) }

func ms(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

// allocated returns the bytes that work allocates, and runs it a second time to be rid of what only the first run does.
func allocated(work func()) float64 {
	work()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	work()
	runtime.ReadMemStats(&after)
	return float64(after.TotalAlloc - before.TotalAlloc)
}

// BenchmarkLint compares, in one run, the whole lint (reading, evaluating, all rules) with hclsyntax parsing the same
// files and nothing else, one after the other and all processors at once, and each size with the one before.
func BenchmarkLint(b *testing.B) {
	var lastTime time.Duration
	var lastBytes float64
	lastGateways := 0
	for _, gateways := range []int{1, 10, 100} {
		src := linttest.Generate(gateways, 5, 20)
		b.Run(fmt.Sprintf("apis=%d", gateways*100), func(b *testing.B) {
			ours := func() { lint.Run(lint.Options{Rules: rules.All()}, src.Load(b)) }
			var plain, parallel, whole least
			for b.Loop() {
				plain.take(func() { parse(b, src, 1) })
				parallel.take(func() { parse(b, src, runtime.GOMAXPROCS(0)) })
				whole.take(ours)
			}
			bytes := allocated(ours)
			b.ReportMetric(ratio(whole.processors, plain.processors), "cpu/hclsyntax")
			b.ReportMetric(ratio(whole.clock, plain.clock), "time/hclsyntax")
			b.ReportMetric(ratio(whole.clock, parallel.clock), "time/hclsyntax-parallel")
			b.ReportMetric(bytes/allocated(func() { parse(b, src, 1) }), "bytes/hclsyntax")
			b.ReportMetric(ms(whole.clock), "ms-lint")
			b.ReportMetric(ms(plain.clock), "ms-hclsyntax")
			if 0 < lastGateways && lastGateways < gateways {
				b.ReportMetric(ratio(whole.processors, lastTime), "times-cpu")
				b.ReportMetric(bytes/lastBytes, "times-bytes")
			}
			lastTime, lastBytes, lastGateways = whole.processors, bytes, gateways
		})
	}
}

// parse parses files with hclsyntax, several at a time, and holds them all, as whoever wants to do something with them.
func parse(b *testing.B, src linttest.Source, atATime int) {
	held := make(chan *hcl.File, len(src))
	var all sync.WaitGroup
	slots := make(chan struct{}, atATime)
	for name, content := range src {
		slots <- struct{}{}
		all.Go(func() {
			file, diags := hclsyntax.ParseConfig([]byte(content), name, hcl.InitialPos)
			if diags.HasErrors() {
				b.Error(diags)
			}
			held <- file
			<-slots
		})
	}
	all.Wait()
	runtime.KeepAlive(held)
}
