package trace_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/trace"
)

const (
	ordersCall = "GET https://shop.example.com/orders/1?page=1"
	anyCall    = "GET https://shop.example.com/"
	debugging  = "GET https://huaweicloud_apig_group.shop/orders/1?page=1"
)

// changes are changes of the shop of testdata/trace, each with what it does to one of the promised calls, and which objects do it.
var changes = []struct {
	name    string
	change  []string
	call    string
	effect  trace.Effect
	later   bool // only once the API is published again
	by      []string
	openTo  string
	openFor string
}{
	{name: "a route is removed", change: []string{`resource "huaweicloud_apig_api" "orders" {`, `resource "huaweicloud_vpc" "none" {`, `api_id      = huaweicloud_apig_api.orders.id`, `api_id = huaweicloud_apig_api.all.id`, `[huaweicloud_apig_api.orders.id]`, `[]`}, call: ordersCall, effect: trace.Elsewhere, by: []string{"delete huaweicloud_apig_api.orders", "update huaweicloud_apig_api_publishment.orders"}},
	{name: "an API is unpublished", change: []string{`"huaweicloud_apig_api_publishment" "orders"`, `"huaweicloud_vpc" "none"`}, call: ordersCall, effect: trace.Elsewhere, by: []string{"delete huaweicloud_apig_api_publishment.orders"}},
	{name: "an access control list is tightened", change: []string{`"PERMIT"`, `"DENY"`, `"198.51.100.0/24,10.0.1.0/24"`, `"0.0.0.0/0"`}, call: ordersCall, effect: trace.Stops, by: []string{"update huaweicloud_apig_acl_policy.partners"}},
	{name: "an access control list lets fewer in", change: []string{`"198.51.100.0/24,10.0.1.0/24"`, `"198.51.100.0/25,10.0.1.0/24"`}, call: ordersCall, effect: trace.Narrowed, by: []string{"update huaweicloud_apig_acl_policy.partners"}},
	{name: "an access control list lets more in", change: []string{`"198.51.100.0/24,10.0.1.0/24"`, `"198.51.100.0/23,10.0.1.0/24"`}, call: ordersCall, effect: trace.Widened, by: []string{"update huaweicloud_apig_acl_policy.partners"}},
	{name: "an access control list lets others in", change: []string{`"198.51.100.0/24,10.0.1.0/24"`, `"203.0.113.0/24,10.0.1.0/24"`}, call: ordersCall, effect: trace.Audience, by: []string{"update huaweicloud_apig_acl_policy.partners"}},
	{name: "an access control list in another order", change: []string{`"198.51.100.0/24,10.0.1.0/24"`, `"10.0.1.0/24,198.51.100.0/24"`}, call: ordersCall},
	{name: "an access control list lets everybody in", change: []string{`"198.51.100.0/24,10.0.1.0/24"`, `"0.0.0.0/0"`}, call: ordersCall, effect: trace.Widened, by: []string{"update huaweicloud_apig_acl_policy.partners"}, openTo: "internet", openFor: "huaweicloud_apig_api.orders"},
	{name: "an access control list is not bound any more", change: []string{`"huaweicloud_apig_acl_policy_associate" "partners"`, `"huaweicloud_vpc" "none"`}, call: ordersCall, effect: trace.Widened, by: []string{"delete huaweicloud_apig_acl_policy_associate.partners"}, openTo: "internet", openFor: "huaweicloud_apig_api.orders"},
	{name: "an authorization is deleted", change: []string{`"huaweicloud_apig_application_authorization" "web"`, `"huaweicloud_vpc" "none"`}, call: ordersCall, effect: trace.Stops, by: []string{"delete huaweicloud_apig_application_authorization.web"}},
	{name: "a domain is dropped", change: []string{`"huaweicloud_apig_group_domain_associate" "shop"`, `"huaweicloud_vpc" "none"`}, call: ordersCall, effect: trace.Stops, by: []string{"delete huaweicloud_apig_group_domain_associate.shop"}},
	{name: "a path is renamed", change: []string{`"/orders/{id}"`, `"/sales/{id}"`}, call: ordersCall, later: true, effect: trace.Elsewhere, by: []string{"update huaweicloud_apig_api.orders"}},
	{name: "a path is renamed: the new one", change: []string{`"/orders/{id}"`, `"/sales/{id}"`}, call: "GET https://shop.example.com/sales/1?page=1", later: true, effect: trace.Elsewhere, by: []string{"update huaweicloud_apig_api.orders"}},
	{name: "debugging is off", change: []string{"domain_access_enabled = true", "domain_access_enabled = false"}, call: debugging, effect: trace.Stops, by: []string{"update huaweicloud_apig_group.shop"}},
	{name: "the public entrance is closed", change: []string{"ingress_bandwidth_size = 5", `description = "inside"`}, call: ordersCall, effect: trace.Stops, by: []string{"update huaweicloud_apig_instance.main"}},
	{name: "a record leads elsewhere", change: []string{"[huaweicloud_apig_instance.main.ingress_address]", "[huaweicloud_apig_instance.main.vpc_ingress_address]"}, call: ordersCall, effect: trace.Stops, by: []string{"update huaweicloud_dns_recordset.public"}},
	{name: "a backend is out of reach", change: []string{`"10.0.1.10"`, `"10.9.1.10"`}, call: ordersCall, effect: trace.Stops, by: []string{"update huaweicloud_apig_channel.orders"}},
	{name: "a backend is not known", change: []string{`"10.0.1.10"`, "var.key"}, call: ordersCall, effect: trace.Doubted},
	{name: "a certificate is gone", change: []string{`"huaweicloud_apig_certificate_batch_domains_associate" "shop"`, `"huaweicloud_vpc" "none"`}, call: ordersCall, effect: trace.Stops, by: []string{"delete huaweicloud_apig_certificate_batch_domains_associate.shop"}},
	{name: "everybody may call", change: []string{`"APP"`, `"NONE"`}, call: ordersCall, later: true, openTo: "anonymous", openFor: "huaweicloud_apig_api.orders"},
	{name: "nothing that calls meet", change: []string{`name        = "BETA"`, `name        = "GAMMA"`}, call: ordersCall},
}

// TestCompare holds what changes do to calls, with the changes that do it; that before and after exchanged give the mirror image; that no
// change makes no difference; and that both sides end as [trace.Of] says.
func TestCompare(t *testing.T) {
	text, err := os.ReadFile("../../testdata/trace/shop/main.tf")
	if err != nil {
		t.Fatal(err)
	}
	before := load(t, string(text))
	if same := trace.Compare(before, load(t, string(text)), trace.Review{}); len(same.Changed)+len(same.Opened) > 0 || !same.Nothing || same.Unchanged != len(trace.Promised(before)) {
		t.Errorf("nothing changes, and the difference is %+v", same)
	}
	for _, test := range changes {
		t.Run(test.name, func(t *testing.T) {
			changed := string(text)
			for i := 0; i < len(test.change); i += 2 {
				if !strings.Contains(changed, test.change[i]) {
					t.Fatalf("the shop does not have %q", test.change[i])
				}
				changed = strings.Replace(changed, test.change[i], test.change[i+1], 1)
			}
			after := load(t, changed)
			d := trace.Compare(before, after, trace.Review{})
			told := d.Consequences
			if test.later {
				told = d.Later
				if len(d.Changed)+len(d.Opened) > 0 {
					t.Errorf("what is not published again does something: %+v", d.Consequences)
				}
			}
			i := slices.IndexFunc(told.Changed, func(a trace.Affected) bool { return a.Call.String() == test.call })
			switch {
			case test.effect == "" && i >= 0:
				t.Errorf("%s %s", told.Changed[i].Effect, test.call)
			case test.effect != "" && i < 0:
				t.Fatalf("nothing becomes of %s: %+v", test.call, d)
			case test.effect != "":
				a := told.Changed[i]
				if a.Effect != test.effect || !slices.Equal(acts(a.By), test.by) {
					t.Errorf("%s %s by %q, want %s by %q", test.call, a.Effect, acts(a.By), test.effect, test.by)
				}
			}
			o := slices.IndexFunc(told.Opened, func(o trace.Opening) bool { return o.To == test.openTo && o.API == test.openFor })
			if (o < 0) != (test.openTo == "") || o < 0 && len(told.Opened) > 0 {
				t.Errorf("opened is %+v", told.Opened)
			}
			mirrored(t, d, trace.Compare(after, before, trace.Review{}))
			agrees(t, before, after, d)
		})
	}
}

const (
	orders = `api_id      = huaweicloud_apig_api.orders.id`
	inBeta = "env_id = huaweicloud_apig_environment.beta.id\n  "
)

// next ends a resource and begins another one that publishes the same API.
func next(typ string) string {
	return fmt.Sprintf("\n}\n\nresource %q \"next\" {\n  instance_id = huaweicloud_apig_instance.main.id\n  %s\n  ", typ, orders)
}

// republications are publications of an API whose path is renamed: what they were, what they are, and whether the call stops with the
// change, only once the API is published again (later), or perhaps (doubted).
var republications = []struct{ name, was, is, told string }{
	{"a new description", `description = "1"`, `description = "2"`, "now"},
	{"the same description", `description = "1"`, `description = "1"`, "later"},
	{"a digest", `description = sha1(huaweicloud_apig_api.orders.request_path)`, `description = sha1(huaweicloud_apig_api.orders.request_path)`, "now"},
	{"a digest of something else", `description = sha1(huaweicloud_apig_api.orders.request_method)`, `description = sha1(huaweicloud_apig_api.orders.request_method)`, "later"},
	{"what the provider computes with each edit", `description = huaweicloud_apig_api.orders.updated_at`, `description = huaweicloud_apig_api.orders.updated_at`, "now"},
	{"a description that is not known", `description = var.key`, `description = var.key`, "doubted"},
	{"a trigger", "lifecycle {\n    replace_triggered_by = [huaweicloud_apig_api.orders]\n  }", "lifecycle {\n    replace_triggered_by = [huaweicloud_apig_api.orders]\n  }", "now"},
	{"a trigger of something else", "lifecycle {\n    replace_triggered_by = [huaweicloud_vpc.app]\n  }", "lifecycle {\n    replace_triggered_by = [huaweicloud_vpc.app]\n  }", "later"},
	{"a pinned version", `version_id = "v1"`, `version_id = "v1"`, "later"},
	{"another version", `version_id = "v1"`, `version_id = "v2"`, "doubted"},
	{"a version that is pinned now", ``, `version_id = "v2"`, "doubted"},
	{"the newest version again", `version_id = "v1"`, ``, "now"},
	{"an action", "", `env_id = "DEFAULT_ENVIRONMENT_RELEASE_ID"` + next("huaweicloud_apig_api_action") + `action = "online"`, "now"},
	{"another description in another environment", inBeta + `description = "1"` + next("huaweicloud_apig_api_publishment"), inBeta + `description = "2"` + next("huaweicloud_apig_api_publishment"), "later"},
	{"another description in this environment alone", inBeta + next("huaweicloud_apig_api_publishment") + `description = "1"`, inBeta + next("huaweicloud_apig_api_publishment") + `description = "2"`, "now"},
}

// TestRepublished holds that an edit of an API reaches callers with what publishes it, and not before: what they get is the copy that was
// published.
func TestRepublished(t *testing.T) {
	text, err := os.ReadFile("../../testdata/trace/shop/main.tf")
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range republications {
		t.Run(test.name, func(t *testing.T) {
			side := func(publication string, edits ...string) *schema.Config {
				s := strings.NewReplacer(append(edits, orders, orders+"\n  "+publication)...).Replace(string(text))
				return load(t, strings.Replace(s, `"huaweicloud_apig_api_action" "all"`, `"huaweicloud_apig_api_publishment" "all"`, 1))
			}
			d := trace.Compare(side(test.was), side(test.is, `"/orders/{id}"`, `"/sales/{id}"`), trace.Review{})
			told := map[string]bool{}
			for when, all := range map[string][]trace.Affected{"now": d.Changed, "later": d.Later.Changed} {
				for _, a := range all {
					switch {
					case a.Call.String() != ordersCall || len(a.Call.Headers) > 0:
					case a.Effect == trace.Doubted:
						told["doubted"] = true
					default:
						told[when] = true
					}
				}
			}
			if len(told) != 1 || !told[test.told] {
				t.Errorf("told are %v, want %s: %+v", told, test.told, d)
			}
		})
	}
}

// TestCompareExpected holds that calls which something is expected of are followed, too, and none twice.
func TestCompareExpected(t *testing.T) {
	text, err := os.ReadFile("../../testdata/trace/shop/main.tf")
	if err != nil {
		t.Fatal(err)
	}
	before, after := load(t, string(text)), load(t, strings.Replace(string(text), `"APP"`, `"NONE"`, 1))
	calls, err := trace.ParseCalls(ordersCall)
	if err != nil {
		t.Fatal(err)
	}
	plain := trace.Compare(before, after, trace.Review{})
	if same := trace.Compare(before, after, trace.Review{Expected: []*trace.Expectation{{Calls: calls}}}); same.Unchanged != plain.Unchanged || len(same.Changed) != len(plain.Changed) {
		t.Errorf("a call that is promised counts twice: %+v", same)
	}
	calls.As = trace.As{Kind: "nobody"}
	d := trace.Compare(before, after, trace.Review{Expected: []*trace.Expectation{{Calls: calls}}})
	told := d.Later.Changed
	if len(told) != len(plain.Later.Changed)+1 || told[0].Effect != trace.Starts || told[0].Call.As.Kind != "nobody" || len(d.Changed) > 0 {
		t.Errorf("anonymous callers are let in, and the difference is %+v", d)
	}
	elsewhere, err := trace.ParseCalls("https://elsewhere.example.org/")
	if err != nil {
		t.Fatal(err)
	}
	if d := trace.Compare(before, after, trace.Review{Expected: []*trace.Expectation{{Calls: elsewhere}}}); d.Unchanged != plain.Unchanged {
		t.Errorf("a call to a host that nobody knows counts: %+v", d)
	}
}

// TestCompareWithNothing holds that a gateway that comes or goes makes its calls start or stop.
func TestCompareWithNothing(t *testing.T) {
	text, err := os.ReadFile("../../testdata/trace/shop/main.tf")
	if err != nil {
		t.Fatal(err)
	}
	c := load(t, string(text))
	for _, nothing := range []*schema.Config{nil, load(t, "")} {
		starts, stops := trace.Compare(nothing, c, trace.Review{}), trace.Compare(c, nothing, trace.Review{})
		if len(starts.Changed) == 0 || starts.Unchanged > 0 || starts.Changed[0].Effect != trace.Starts || stops.Changed[0].Effect != trace.Stops {
			t.Errorf("it starts with %+v and stops with %+v", starts.Changed, stops.Changed)
		}
		mirrored(t, starts, stops)
		agrees(t, nothing, c, starts)
		if by := acts(stops.Changed[0].By); len(by) == 0 {
			t.Error("nothing makes the calls stop")
		}
	}
}

func acts(all []trace.Act) []string {
	var texts []string
	for _, a := range all {
		texts = append(texts, a.Act.String()+" "+a.Address)
	}
	return texts
}

// mirrored holds that one difference is the other the other way round.
func mirrored(t *testing.T, d, back trace.Difference) {
	t.Helper()
	reverse := map[trace.Effect]trace.Effect{
		trace.Stops: trace.Starts, trace.Starts: trace.Stops, trace.Doubted: trace.Settled, trace.Settled: trace.Doubted, trace.Otherwise: trace.Otherwise,
		trace.MayStart: trace.Refused, trace.Refused: trace.MayStart, trace.Elsewhere: trace.Elsewhere, trace.Audience: trace.Audience,
		trace.Narrowed: trace.Widened, trace.Widened: trace.Narrowed,
	}
	var there, and []string
	for _, a := range slices.Concat(d.Changed, d.Later.Changed) {
		there = append(there, fmt.Sprint(a.Call, reverse[a.Effect], ends(a.After), ends(a.Before)))
	}
	for _, a := range slices.Concat(back.Changed, back.Later.Changed) {
		and = append(and, fmt.Sprint(a.Call, a.Effect, ends(a.Before), ends(a.After)))
	}
	slices.Sort(there)
	slices.Sort(and)
	if !slices.Equal(there, and) || d.Unchanged != back.Unchanged {
		t.Errorf("the mirror image of\n%s\n(%d) is\n%s\n(%d)", strings.Join(there, "\n"), d.Unchanged, strings.Join(and, "\n"), back.Unchanged)
	}
}

func ends(t *trace.Trace) string {
	if t == nil {
		return "nothing"
	}
	return fmt.Sprint(t.Outcome, t.Ends, t.Code)
}

// agrees holds that each side of a difference ends as the call does where it is traced alone.
func agrees(t *testing.T, before, after *schema.Config, d trace.Difference) {
	t.Helper()
	side := func(c *schema.Config, call trace.Call, said *trace.Trace) {
		var all []trace.Trace
		if c != nil {
			all = trace.Of(c, call)
		}
		same := func(one trace.Trace) bool { return ends(&one) == ends(said) && one.Backend == said.Backend }
		if said == nil && len(all) > 0 || said != nil && !slices.ContainsFunc(all, same) {
			t.Errorf("%s: the difference says %s, and its traces are %+v", call.String(), ends(said), all)
		}
	}
	for _, a := range slices.Concat(d.Changed, d.Later.Changed) {
		side(before, a.Call, a.Before)
		side(after, a.Call, a.After)
	}
}

// TestCompareOnADay holds that a certificate which has expired by the day of the review fails calls on the side that has it.
func TestCompareOnADay(t *testing.T) {
	text, err := os.ReadFile("../../testdata/trace/shop/main.tf")
	if err != nil {
		t.Fatal(err)
	}
	old := load(t, strings.Replace(string(text), "= var.certificate", "= "+expired, 1))
	now := load(t, string(text))
	starts := func(day time.Time) bool {
		d := trace.Compare(old, now, trace.Review{Day: day})
		return slices.ContainsFunc(d.Changed, func(a trace.Affected) bool { return a.Effect == trace.Starts && a.Before.Ends == "tls" })
	}
	if !starts(time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)) || starts(time.Date(2019, 1, 1, 0, 0, 0, 0, time.UTC)) {
		t.Error("the day of the review does not decide")
	}
	if d := trace.Compare(old, old, trace.Review{Day: time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)}); len(d.Changed) > 0 {
		t.Errorf("nothing changes, and the difference is %+v", d.Changed)
	}
}
