package rules_test

import (
	"maps"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/apiglint/apiglint/lint/linttest"
	"github.com/apiglint/apiglint/rules"
	"github.com/apiglint/apiglint/schema/trace"
)

// TestTraces holds the traces of every fixture, example and mutation to the laws about them.
func TestTraces(t *testing.T) {
	sources := everySource(t)
	for n, name := range slices.Sorted(maps.Keys(sources)) {
		if linttest.Sampled(n) && !strings.Contains(name, "before") {
			t.Run(name, func(t *testing.T) {
				t.Parallel()
				linttest.Traces(t, sources[name])
			})
		}
	}
}

// unlikeTraced are the sources whose promised calls a plan from nothing does not trace as the source does, with the reasons.
var unlikeTraced = map[string]string{
	"recall closed-backend 0": networkless,
	"recall closed-backend 1": networkless,
	"recall closed-backend 2": networkless,
	"recall closed-backend 3": networkless,
}

const networkless = "a plan does not have the fixed addresses of servers, whose networks the facts leave out"

// TestTracesAgreeWithPlans compares the traces of all promised calls with those in a plan of the same source from nothing.
func TestTracesAgreeWithPlans(t *testing.T) {
	sources := everySource(t)
	var planned atomic.Int64
	t.Cleanup(func() {
		if planned.Load() == 0 {
			t.Error("no plan promises a call")
		}
	})
	for n, name := range slices.Sorted(maps.Keys(sources)) {
		if !linttest.Sampled(n) || strings.Contains(name, "before") || unlikeTraced[name] != "" {
			continue
		}
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if linttest.TracesPlanned(t, sources[name]) {
				planned.Add(1)
			}
		})
	}
}

// TestHealthyCallsArrive holds that every promised call of the healthy examples arrives.
func TestHealthyCallsArrive(t *testing.T) {
	for _, name := range []string{"flat", "healthy", "healthy-json"} {
		config := linttest.ReadSource(t, examples, name).Load(t)
		calls := trace.Promised(config)
		if len(calls) == 0 {
			t.Errorf("%s promises nothing", name)
		}
		for _, call := range calls {
			for _, one := range trace.Of(config, call) {
				if one.Outcome != trace.Arrives {
					t.Errorf("%s: %s is %s at %s: %s", name, call.String(), one.Outcome, one.Ends, saidAt(one))
				}
			}
		}
	}
}

func saidAt(t trace.Trace) string {
	if end := t.End(); end != nil {
		return end.Because
	}
	return ""
}

// ends are where a promised call of a rule's bad example ends, for the rules about what such a call meets.
var ends = map[string]string{
	"NET102": "port ",
	"NET108": "backend APIG.0202",
	"NET120": "backend APIG.0201",
	"NET121": "backend APIG.0610",
	"DOM203": "group ",
	"DOM204": "group APIG.0101",
	"DOM205": "name ",
	"DOM207": "tls ",
	"DOM214": "tls ",
	"DOM215": "tls ",
	"AUT401": "authorization APIG.0304",
	"POL503": "access-control APIG.0402",
	"POL514": "access-control APIG.0405",
	"API605": "backend APIG.0609",
	"API606": "backend APIG.0610",
	"API608": "backend APIG.0404",
	"API609": "backend APIG.0612",
}

// TestTracesAgreeWithRules holds that a promised call of the bad example of a rule ends where the rule says, and that all those of the good
// one arrive.
func TestTracesAgreeWithRules(t *testing.T) {
	for _, rule := range rules.All() {
		if rule.Changes {
			continue
		}
		good, bad := example(rule, rule.Good()).Load(t), example(rule, rule.Bad()).Load(t)
		for _, call := range trace.Promised(good) {
			call.Day = linttest.Today
			for _, one := range trace.Of(good, call) {
				if one.Outcome != trace.Arrives {
					t.Errorf("%s: %s of the good example is %s at %s: %s", rule.ID, call.String(), one.Outcome, one.Ends, saidAt(one))
				}
			}
		}
		found := ends[rule.ID] == ""
		for _, call := range trace.Promised(bad) {
			call.Day = linttest.Today
			for _, one := range trace.Of(bad, call) {
				found = found || one.Ends+" "+one.Code == ends[rule.ID]
			}
		}
		if !found {
			t.Errorf("%s: no promised call of the bad example ends at %s", rule.ID, ends[rule.ID])
		}
	}
}
