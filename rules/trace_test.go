package rules_test

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/lint/linttest"
	"github.com/apiglint/apiglint/rules"
	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/facts"
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
		if !linttest.Sampled(n) || strings.Contains(name, "before") {
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

// question is a call that a configuration does not promise.
type question struct{ call, from, headers string }

const (
	toShop   = "GET https://shop.example.com/orders"
	toMain   = "GET http://huaweicloud_apig_instance.main/orders"
	toOrders = "GET http://huaweicloud_apig_instance.orders/orders"
)

// asked are the calls that fail as a rule says where they are none that its bad example promises.
var asked = map[string]question{
	"NET101": {toOrders, "internet", ""},
	"NET105": {toMain, "vpc:huaweicloud_vpc.partner", ""},
	"NET106": {toMain, "vpc:huaweicloud_vpc.partner", ""},
	"NET110": {toMain, "internet", ""},
	"NET112": {toOrders, "internet", ""},
	"NET116": {toOrders, "internet", ""},
	"NET124": {toMain, "vpc:huaweicloud_vpc.client", ""},
	"DOM201": {toShop, "internet", ""},
	"DOM210": {"GET http://shop.example.com/orders", "internet", ""},
	"DOM212": {toShop, "internet", ""},
	"PUB301": {"GET https://shop.example.com/refunds", "internet", ""},
	"PUB302": {toShop, "internet", ""},
	"PUB309": {toShop, "internet", "X-Stage: GAMMA"},
	"AUT402": {toShop, "internet", "X-Stage: BETA"},
	"API604": {"OPTIONS https://shop.example.com/orders", "internet", "Origin: https://shop.example.org\nAccess-Control-Request-Method: PUT"},
}

// Reasons for which no call of an example ends as its rule says.
const (
	later   = "it is about what is there after an apply in a certain order, or another apply, and a trace is about what is written"
	several = "one call never fails by a limit"
	slow    = "how long a backend takes is not known"
)

// untraced are the rules with what callers see of which no call tells, with the reasons.
var untraced = map[string]string{
	"NET104": "its example joins a VPC of another account, from which no call can be traced",
	"NET107": "its example has a network that no API calls, TestCalls has one that is called",
	"NET109": "its example has a channel that no API calls",
	"NET115": later,
	"NET117": "the apply refuses the second peering connection, and the first one of its example carries the traffic",
	"DOM202": several, "POL509": several, "POL510": several,
	"DOM213": "the apply is refused, so that no caller sees the certificate",
	"PUB306": later, "PUB307": later, "PUB310": later, "PUB315": later,
	"API607": slow, "API611": slow,
}

// endings are the stations where callers end by what a rule is about, each with the code that they get, "" for no answer.
func endings(rule *lint.Rule) map[string]bool {
	all := map[string]bool{}
	if symptom, ok := facts.SymptomOf(rule.Symptom); ok {
		for _, station := range symptom.Stations {
			all[station+" "] = true
		}
	}
	if strings.Contains(rule.Symptom, "no answer") {
		all["entrance "], all["port "] = true, true
	}
	for _, code := range append(regexp.MustCompile(`APIG\.\d{4}`).FindAllString(rule.Symptom, -1), rule.Codes...) {
		known, _ := facts.GatewayCode(code)
		for _, answer := range known.Answers {
			if answer.Apply || rule.Status != 0 && answer.Status != rule.Status {
				continue
			}
			for _, station := range answer.Stations {
				all[station+" "+code] = true
			}
		}
	}
	return all
}

// agrees reports whether a call ends as the rule says: where it may only warn, the call may be uncertain at the same station.
func agrees(rule *lint.Rule, ends map[string]bool, one trace.Trace) bool {
	if one.Outcome == trace.Unsettled && (rule.Level < lint.Error || len(rule.Lower) > 0) {
		for end := range ends {
			if station, _, _ := strings.Cut(end, " "); station == one.Ends {
				return true
			}
		}
	}
	return one.Outcome == trace.Fails && ends[one.Ends+" "+one.Code]
}

// callsOf are the calls of a rule's bad example that may end as the rule says.
func callsOf(t *testing.T, rule *lint.Rule, bad *schema.Config) []trace.Call {
	t.Helper()
	q, ok := asked[rule.ID]
	if !ok {
		return trace.Promised(bad)
	}
	call, err := trace.ParseCall(q.call)
	if err != nil {
		t.Fatal(err)
	}
	if call.From, err = trace.ParseFrom(q.from); err != nil {
		t.Fatal(err)
	}
	for header := range strings.Lines(q.headers) {
		if err := call.SetHeader(strings.TrimSpace(header)); err != nil {
			t.Fatal(err)
		}
	}
	return []trace.Call{call}
}

// TestTracesAgreeWithRules holds that a call of the bad example of every rule that callers see something of ends where the rule says, and
// that all promised calls of the good one arrive.
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
		ends := endings(rule)
		found, said := false, ""
		for _, call := range callsOf(t, rule, bad) {
			call.Day = linttest.Today
			for _, one := range trace.Of(bad, call) {
				found = found || agrees(rule, ends, one)
				said += fmt.Sprintf("\n\t%s from %s is %s at %s %s: %s", call.String(), call.From, one.Outcome, one.Ends, one.Code, saidAt(one))
			}
		}
		switch expected := len(ends) > 0 && untraced[rule.ID] == ""; {
		case expected && !found:
			t.Errorf("%s: no call of the bad example ends at %v:%s", rule.ID, slices.Sorted(maps.Keys(ends)), said)
		case !expected && (found || len(ends) == 0 && (untraced[rule.ID] != "" || asked[rule.ID].call != "")):
			t.Errorf("%s: a call of the bad example ends as the rule says, or callers see nothing of it: it needs no row in the tables", rule.ID)
		}
	}
}
