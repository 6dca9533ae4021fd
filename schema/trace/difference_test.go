package trace_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

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
	by      []string
	openTo  string
	openFor string
}{
	{name: "a route is removed", change: []string{`resource "huaweicloud_apig_api" "orders" {`, `resource "huaweicloud_vpc" "none" {`, `api_id      = huaweicloud_apig_api.orders.id`, `api_id = huaweicloud_apig_api.all.id`, `[huaweicloud_apig_api.orders.id]`, `[]`}, call: ordersCall, effect: trace.Otherwise, by: []string{"delete huaweicloud_apig_api.orders", "update huaweicloud_apig_api_publishment.orders"}},
	{name: "an API is unpublished", change: []string{`"huaweicloud_apig_api_publishment" "orders"`, `"huaweicloud_vpc" "none"`}, call: ordersCall, effect: trace.Otherwise, by: []string{"delete huaweicloud_apig_api_publishment.orders"}},
	{name: "an access control list is tightened", change: []string{`"PERMIT"`, `"DENY"`, `"198.51.100.0/24,10.0.1.0/24"`, `"0.0.0.0/0"`}, call: ordersCall, effect: trace.Stops, by: []string{"update huaweicloud_apig_acl_policy.partners"}},
	{name: "an authorization is deleted", change: []string{`"huaweicloud_apig_application_authorization" "web"`, `"huaweicloud_vpc" "none"`}, call: ordersCall, effect: trace.Stops, by: []string{"delete huaweicloud_apig_application_authorization.web"}},
	{name: "a domain is dropped", change: []string{`"huaweicloud_apig_group_domain_associate" "shop"`, `"huaweicloud_vpc" "none"`}, call: ordersCall, effect: trace.Stops, by: []string{"delete huaweicloud_apig_group_domain_associate.shop"}},
	{name: "a path is renamed", change: []string{`"/orders/{id}"`, `"/sales/{id}"`}, call: ordersCall, effect: trace.Otherwise, by: []string{"update huaweicloud_apig_api.orders"}},
	{name: "a path is renamed: the new one", change: []string{`"/orders/{id}"`, `"/sales/{id}"`}, call: "GET https://shop.example.com/sales/1?page=1", effect: trace.Otherwise, by: []string{"update huaweicloud_apig_api.orders"}},
	{name: "debugging is off", change: []string{"domain_access_enabled = true", "domain_access_enabled = false"}, call: debugging, effect: trace.Stops, by: []string{"update huaweicloud_apig_group.shop"}},
	{name: "the public entrance is closed", change: []string{"ingress_bandwidth_size = 5", `description = "inside"`}, call: ordersCall, effect: trace.Stops, by: []string{"update huaweicloud_apig_instance.main"}},
	{name: "a record leads elsewhere", change: []string{"[huaweicloud_apig_instance.main.ingress_address]", "[huaweicloud_apig_instance.main.vpc_ingress_address]"}, call: ordersCall, effect: trace.Stops, by: []string{"update huaweicloud_dns_recordset.public"}},
	{name: "a backend is out of reach", change: []string{`"10.0.1.10"`, `"10.9.1.10"`}, call: ordersCall, effect: trace.Stops, by: []string{"update huaweicloud_apig_channel.orders"}},
	{name: "a backend is not known", change: []string{`"10.0.1.10"`, "var.key"}, call: ordersCall, effect: trace.Doubted},
	{name: "a certificate is gone", change: []string{`"huaweicloud_apig_certificate_batch_domains_associate" "shop"`, `"huaweicloud_vpc" "none"`}, call: ordersCall, effect: trace.Stops, by: []string{"delete huaweicloud_apig_certificate_batch_domains_associate.shop"}},
	{name: "everybody may call", change: []string{`"APP"`, `"NONE"`}, call: ordersCall, openTo: "anonymous", openFor: "huaweicloud_apig_api.orders"},
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
	if same := trace.Compare(before, load(t, string(text)), nil); len(same.Changed)+len(same.Opened) > 0 || same.Unchanged != len(trace.Promised(before)) {
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
			d := trace.Compare(before, after, nil)
			i := slices.IndexFunc(d.Changed, func(a trace.Affected) bool { return a.Call.String() == test.call })
			switch {
			case test.effect == "" && i >= 0:
				t.Errorf("%s %s", d.Changed[i].Effect, test.call)
			case test.effect != "" && i < 0:
				t.Fatalf("nothing becomes of %s: %+v", test.call, d)
			case test.effect != "":
				a := d.Changed[i]
				if a.Effect != test.effect || !slices.Equal(acts(a.By), test.by) {
					t.Errorf("%s %s by %q, want %s by %q", test.call, a.Effect, acts(a.By), test.effect, test.by)
				}
			}
			o := slices.IndexFunc(d.Opened, func(o trace.Opening) bool { return o.To == test.openTo && o.API == test.openFor })
			if (o < 0) != (test.openTo == "") {
				t.Errorf("opened is %+v", d.Opened)
			}
			mirrored(t, d, trace.Compare(after, before, nil))
			agrees(t, before, after, d)
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
	plain := trace.Compare(before, after, nil)
	if same := trace.Compare(before, after, nil, &trace.Expectation{Calls: calls}); same.Unchanged != plain.Unchanged || len(same.Changed) != len(plain.Changed) {
		t.Errorf("a call that is promised counts twice: %+v", same)
	}
	calls.As = trace.As{Kind: "nobody"}
	d := trace.Compare(before, after, nil, &trace.Expectation{Calls: calls})
	if len(d.Changed) != len(plain.Changed)+1 || d.Changed[0].Effect != trace.Starts || d.Changed[0].Call.As.Kind != "nobody" {
		t.Errorf("anonymous callers are let in, and the difference is %+v", d.Changed)
	}
	elsewhere, err := trace.ParseCalls("https://elsewhere.example.org/")
	if err != nil {
		t.Fatal(err)
	}
	if d := trace.Compare(before, after, nil, &trace.Expectation{Calls: elsewhere}); d.Unchanged != plain.Unchanged {
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
		starts, stops := trace.Compare(nothing, c, nil), trace.Compare(c, nothing, nil)
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
	}
	var there, and []string
	for _, a := range d.Changed {
		there = append(there, fmt.Sprint(a.Call, reverse[a.Effect], ends(a.After), ends(a.Before)))
	}
	for _, a := range back.Changed {
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
	for _, a := range d.Changed {
		side(before, a.Call, a.Before)
		side(after, a.Call, a.After)
	}
}
