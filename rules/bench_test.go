package rules_test

import (
	"fmt"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/lint/linttest"
	"github.com/apiglint/apiglint/rules"
)

// least keeps the shortest of many durations: what a busy machine adds to the others is not what is measured.
type least time.Duration

func (l *least) take(work func()) {
	start := time.Now()
	work()
	if took := least(time.Since(start)); *l == 0 || took < *l {
		*l = took
	}
}

func (l least) ms() float64 { return float64(time.Duration(l).Microseconds()) / 1000 }

// allocated answers the bytes that work allocates, and runs it a second time to be rid of what only the first run does.
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
	var lastTime, lastBytes float64
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
			b.ReportMetric(whole.ms()/plain.ms(), "lint/hclsyntax")
			b.ReportMetric(whole.ms()/parallel.ms(), "lint/hclsyntax-parallel")
			b.ReportMetric(bytes/allocated(func() { parse(b, src, 1) }), "bytes/hclsyntax-bytes")
			b.ReportMetric(whole.ms(), "ms-lint")
			b.ReportMetric(plain.ms(), "ms-hclsyntax")
			if lastTime > 0 {
				b.ReportMetric(whole.ms()/lastTime, "times-time")
				b.ReportMetric(bytes/lastBytes, "times-bytes")
			}
			lastTime, lastBytes = whole.ms(), bytes
		})
	}
}

// parse parses files with hclsyntax, several at a time.
func parse(b *testing.B, src linttest.Source, atATime int) {
	var all sync.WaitGroup
	slots := make(chan struct{}, atATime)
	for name, content := range src {
		slots <- struct{}{}
		all.Go(func() {
			if _, diags := hclsyntax.ParseConfig([]byte(content), name, hcl.InitialPos); diags.HasErrors() {
				b.Error(diags)
			}
			<-slots
		})
	}
	all.Wait()
}

// BenchmarkGrowth runs every rule by itself on its own bad example, many times over in one module, and on eight times as
// many. It names the rules that take more than 1.2 times their share of the longer time, however often they are asked.
func BenchmarkGrowth(b *testing.B) {
	const times, factor = 500, 8
	var grown []string
	for b.Loop() {
		grown = nil
		for _, rule := range rules.All() {
			if rule.Check == nil {
				continue
			}
			small, large := linttest.Repeat(rule.Bad, times).Load(b), linttest.Repeat(rule.Bad, times*factor).Load(b)
			var before, after least
			share := func() float64 { return after.ms() / before.ms() / factor }
			for n := 0; n < 3 || (n < 12 && share() > 1.2); n++ {
				before.take(func() { lint.Run(lint.Options{Rules: []*lint.Rule{rule}}, small) })
				after.take(func() { lint.Run(lint.Options{Rules: []*lint.Rule{rule}}, large) })
			}
			if share() > 1.2 && after.ms() > 2 { // what is over in a moment has nothing that grows
				grown = append(grown, fmt.Sprintf("%s: %.2f times its share (%.1f ms, %.1f ms)", rule.Name, share(), before.ms(), after.ms()))
			}
		}
	}
	b.Logf("rules that grow:\n%s", strings.Join(grown, "\n"))
	b.ReportMetric(float64(len(grown)), "rules-that-grow")
}
