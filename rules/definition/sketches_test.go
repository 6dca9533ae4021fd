package definition

import (
	"slices"

	"github.com/apiglint/apiglint/schema/facts"
)

// sketches are configurations about one constraint.
type sketches struct{ breaking, keeping []string }

// texts that break and keep the patterns of constraints, and what an "in" compares.
var texts = map[string]struct{ bad, good string }{
	"apig_api-20":         {"Authorization", "size"},
	"apig_api-81":         {"X-Stage", "size"},
	"apig_api-82":         {"/v{n}", "/v/{n}"},
	"apig_api-83":         {"/{rest+}/orders", "/orders/{rest+}"},
	"apig_api-84":         {"/orders/{rest+}", "/orders"},
	"apig_api-25":         {"/orders/{id}", "/orders"},
	"apig_api-54":         {"X-Stage", "size"},
	"apig_api-55":         {"a_b", "ab"},
	"apig_api-74":         {"office", "10.0.0.0/8,10.1.2.3"},
	"apig_api-85":         {"/orders list", "/orders"},
	"apig_api-87":         {"/shop/orders/list", "/shop.Orders/List"},
	"apig_api_debug-03":   {`{\"Authorization\":[\"x\"]}`, `{\"accept\":[\"x\"]}`},
	"apig_api_debug-05":   {"orders", "/orders"},
	"apig_instance-01":    {"NLB_BASIC", "NLB_BASIC"},
	"apig_signature-03":   {"1", "key_1"},
	"apig_signature-04":   {"short", "long_enough"},
	"apig_api-88":         {"/apic/health_check", "/orders"},
	"apig_api-89":         {"X-Auth-Token", "X-Trace"},
	"apig_signature-05":   {"short", "long_enough"},
	"apig_signature-06":   {"short", "long_enough_for_hmac"},
	"apig_signature-07":   {"short", "sixteen_letters_"},
	"apig_signature-08":   {"short", "sixteen_letters_"},
	"apig_signature-09":   {"short", "sixteen_letters_sixteen_letters_"},
	"compute_instance-06": {"4", "3"},
	"dns_recordset-04":    {"www.example.com", "10.0.0.1"},
	"elb_loadbalancer-08": {"4", "3"},
	"fgs_function-06":     {"1500", "2048"},
	"vpc_bandwidth-03":    {"4", "3"},
	"vpc_bandwidth-04":    {"100", "300"},
	"vpc_eip-09":          {"4", "3"},
	"vpc_subnet-01":       {"10.0.0.0/29", "10.0.0.0/28"},
	"vpc_subnet-06":       {"10.0.0.1,10.0.0.2,10.0.0.3,10.0.0.4,10.0.0.5", "10.0.0.1,10.0.0.2"},
	"fgs_function-04":     {"index.handler", "-"},
	"apig_certificate-02": {"global", "instance"},

	"apig_custom_authorizer-04": {"", "urn:fss:cn-north-4:0123:function:default:callers"},
}

func sketchesOf(ch *check, ty *facts.Type) sketches {
	var out sketches
	add := func(to *[]string, build func(b *builder)) {
		b := &builder{ch: ch, typ: ty, root: &node{}}
		build(b)
		*to = append(*to, b.String())
	}
	breaks := func(build func(b *builder)) { add(&out.breaking, build) }
	holds := func(build func(b *builder)) { add(&out.keeping, build) }
	set := func(attrs ...string) func(b *builder) {
		return func(b *builder) {
			for _, attr := range attrs {
				b.set(attr, "")
			}
		}
	}
	bad, good := texts[ch.ID].bad, texts[ch.ID].good
	attrs := ch.Attrs
	first, last := attrs[0], attrs[len(attrs)-1]
	switch {
	case ch.If != nil:
		conditionalSketches(ch, breaks, holds)
	case ch.Kind == "unique":
		breaks(func(b *builder) { b.twice(true) })
		holds(func(b *builder) { b.twice(false) })
	case ch.Kind == "max_count":
		for surplus, add := range []func(func(*builder)){holds, breaks} {
			add(func(b *builder) {
				b.copies = ch.Max + surplus
				for _, attr := range attrs {
					b.set(attr, "same")
				}
			})
		}
	case ch.Op == "in":
		breaks(func(b *builder) { b.set(first, "10.1.0.9"); b.set(attrs[1], "10.2.0.0/16") })
		holds(func(b *builder) { b.set(first, "10.2.0.9"); b.set(attrs[1], "10.2.0.0/16") })
	case ch.Op != "":
		breaks(func(b *builder) { b.set(first, "6"); b.set(attrs[1], "5") })
		holds(func(b *builder) { b.set(first, "4"); b.set(attrs[1], "5") })
		if ch.Op == "<" {
			breaks(func(b *builder) { b.set(first, "5"); b.set(attrs[1], "5") })
		} else {
			holds(func(b *builder) { b.set(first, "5"); b.set(attrs[1], "5") })
		}
	case ch.Kind == "exclusive":
		breaks(set(attrs[:2]...))
		holds(set(first))
	case ch.Kind == "exactly_one_of":
		breaks(set(attrs[:2]...))
		breaks(func(b *builder) { b.home() })
		holds(set(last))
	case ch.Kind == "at_least_one_of":
		breaks(func(b *builder) { b.home() })
		holds(set(first))
	case ch.Kind == "conflicts", ch.Kind == "useless_with":
		breaks(set(first, last))
		holds(set(first))
		holds(set(last))
	case ch.Kind == "required_together":
		breaks(set(first))
		holds(set(attrs...))
		holds(func(b *builder) { b.home() })
	case ch.Kind == "required_with":
		breaks(set(first))
		holds(set(first, last))
	case ch.Kind == "ignored":
		breaks(set(first))
		holds(func(b *builder) { b.home() })
	case ch.Kind == "cross_resource":
		breaks(func(b *builder) { b.raw(first, "[huaweicloud_apig_api.other.id]"); b.other("huaweicloud_apig_api") })
		holds(func(b *builder) {
			b.raw(first, "[huaweicloud_apig_api_publishment.other.publish_id]")
			b.other("huaweicloud_apig_api_publishment")
		})
	case ch.Values != nil:
		breaks(func(b *builder) { b.set(first, ch.Values[0]) })
		holds(func(b *builder) { b.set(first, "10.0.0.0/16") })
	default:
		breaks(func(b *builder) { b.set(first, bad) })
		holds(func(b *builder) { b.set(first, good) })
	}
	return out
}

// conditionalSketches makes a configuration for each part of the consequence that does not hold, and one in which all do.
func conditionalSketches(ch *check, breaks, holds func(func(*builder))) {
	bad, good := texts[ch.ID].bad, texts[ch.ID].good
	conditions := func(b *builder) {
		b.home()
		for _, condition := range ch.If {
			switch {
			case condition.Pattern != "":
				b.set(condition.Attr, good)
			case len(condition.Values) > 0:
				b.set(condition.Attr, condition.Values[0])
			case condition.Set:
				b.set(condition.Attr, "")
			}
		}
	}
	value := func(condition *facts.Condition, b *builder, want bool) string {
		if condition.Pattern != "" || len(condition.Values) == 0 || good != "" {
			if want {
				return good
			}
			return bad
		}
		for _, candidate := range append(append([]string{}, b.attr(condition.Attr).Enum...), condition.Values[0], "other") {
			if condition.Holds(candidate, true) == want {
				return candidate
			}
		}
		return ""
	}
	keep := func(b *builder) {
		conditions(b)
		for _, attr := range ch.Then.Required {
			b.set(attr, "")
		}
		for _, condition := range slices.Concat(ch.Then.Allowed, ch.Then.EachOf) {
			b.set(condition.Attr, value(condition, b, true))
		}
		for _, condition := range ch.Then.Denied {
			b.set(condition.Attr, value(condition, b, condition.Pattern != ""))
		}
		for attr := range ch.Then.Format {
			b.set(attr, good)
		}
	}
	if !slices.ContainsFunc(ch.Then.Forbidden, func(attr string) bool { return attr == "group_id" }) {
		holds(keep)
	} else {
		holds(func(b *builder) { b.raw("group_id", `"literal"`) })
	}
	for _, attr := range ch.Then.Required {
		breaks(func(b *builder) { keep(b); b.unset(attr) })
	}
	for _, attr := range ch.Then.Forbidden {
		breaks(func(b *builder) { keep(b); b.set(attr, "") })
	}
	for _, condition := range slices.Concat(ch.Then.Allowed, ch.Then.EachOf) {
		breaks(func(b *builder) { keep(b); b.set(condition.Attr, value(condition, b, false)) })
	}
	for _, condition := range ch.Then.Denied {
		breaks(func(b *builder) { keep(b); b.set(condition.Attr, value(condition, b, condition.Pattern == "")) })
	}
	for attr := range ch.Then.Format {
		breaks(func(b *builder) { keep(b); b.set(attr, bad) })
	}
}
