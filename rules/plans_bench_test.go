package rules_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"testing"
	"time"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/rules"
	"github.com/apiglint/apiglint/schema/plan"
	"github.com/apiglint/apiglint/schema/trace"
)

// BenchmarkReview compares, in one run, the whole review of a plan with a thousand APIs (reading, both configurations, all
// rules on both) with encoding/json decoding the same bytes twice and nothing else, and the review that begins with callers with one without.
func BenchmarkReview(b *testing.B) {
	src := grown(b, 8)
	var decoding, whole, callers time.Duration
	for b.Loop() {
		start := time.Now()
		for range 2 {
			var v any
			if err := json.Unmarshal(src, &v); err != nil {
				b.Fatal(err)
			}
		}
		decoding += time.Since(start)
		start = time.Now()
		p, err := plan.Read(src)
		if err != nil {
			b.Fatal(err)
		}
		prior, planned, err := p.Configs(nil)
		if err != nil {
			b.Fatal(err)
		}
		if len(planned.APIs) < 1000 {
			b.Fatalf("the plan has %d APIs", len(planned.APIs))
		}
		lint.RunReview(lint.Options{Rules: rules.All()}, prior, planned)
		whole += time.Since(start)
		start = time.Now()
		if d := trace.Compare(prior, planned, trace.Review{}); d.Unchanged < 500 {
			b.Fatalf("the review has %d calls", d.Unchanged)
		}
		callers += time.Since(start)
	}
	b.ReportMetric(float64(whole)/float64(decoding), "review/2json")
	b.ReportMetric(float64(whole+callers)/float64(whole), "with-callers/without")
	b.ReportMetric(float64(whole.Milliseconds())/float64(b.N), "ms-review/op")
	b.ReportMetric(float64(len(src))/1e6, "MB")
}

var anID = regexp.MustCompile(`\b[0-9a-f]{31}\b|[0-9a-f]{31}`)

// grown returns the plan of the scenario large with its services several times over, each with ids of its own.
func grown(tb testing.TB, times int) []byte {
	tb.Helper()
	src, err := os.ReadFile(filepath.Join(plans, "large", "plan.json"))
	if err != nil {
		tb.Fatal(err)
	}
	var doc map[string]json.RawMessage
	if err := json.Unmarshal(src, &doc); err != nil {
		tb.Fatal(err)
	}
	for _, part := range []struct{ key, list string }{
		{"resource_changes", ""}, {"planned_values", "child_modules"}, {"prior_state", "child_modules"},
	} {
		doc[part.key] = multiplied(tb, doc[part.key], part.list, times)
	}
	out, err := json.Marshal(doc)
	if err != nil {
		tb.Fatal(err)
	}
	return out
}

// multiplied repeats the elements of the array that src is, or that it holds under a key, which belong to a service.
func multiplied(tb testing.TB, src json.RawMessage, key string, times int) json.RawMessage {
	tb.Helper()
	start := 0
	if key != "" {
		start = bytes.Index(src, []byte(`"`+key+`":`)) + len(key) + 3
	}
	var items []json.RawMessage
	if err := json.NewDecoder(bytes.NewReader(src[start:])).Decode(&items); err != nil {
		tb.Fatal(err)
	}
	end := start + int(decodedLength(tb, src[start:]))
	shared := map[string]bool{} // the ids of what the services stand around
	for _, item := range items {
		if !bytes.Contains(item, []byte(`module.service[`)) {
			for _, id := range anID.FindAll(item, -1) {
				shared[string(id)] = true
			}
		}
	}
	var all []json.RawMessage
	all = append(all, items...)
	for n := 1; n < times; n++ {
		for _, item := range items {
			if !bytes.Contains(item, []byte(`module.service[`)) {
				continue
			}
			copied := bytes.ReplaceAll(item, []byte(`module.service[\"`), fmt.Appendf(nil, `module.service[\"n%d-`, n))
			copied = bytes.ReplaceAll(copied, []byte(`.platform.example.com`), fmt.Appendf(nil, `.platform%d.example.com`, n))
			copied = anID.ReplaceAllFunc(copied, func(id []byte) []byte {
				if shared[string(id)] {
					return id
				}
				return fmt.Appendf(nil, "%x%s", n, id[1:])
			})
			all = append(all, copied)
		}
	}
	out, err := json.Marshal(all)
	if err != nil {
		tb.Fatal(err)
	}
	return append(append(append(json.RawMessage{}, src[:start]...), out...), src[end:]...)
}

func decodedLength(tb testing.TB, src []byte) int64 {
	tb.Helper()
	d := json.NewDecoder(bytes.NewReader(src))
	var v json.RawMessage
	if err := d.Decode(&v); err != nil {
		tb.Fatal(err)
	}
	return d.InputOffset()
}
