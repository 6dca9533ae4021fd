package plan

import (
	"fmt"
	"maps"

	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/facts"
)

// A mirror is an argument in which reading an object shows what other resources put there. It lags behind: a plan that
// takes the other resource away still shows it.
type mirror struct {
	typ, argument, key string // key is "" for a list of texts
	// of is the resource type that puts it there, owner its argument with the object's id, as the one that the key repeats.
	of, owner, as string
	// exact says that reading adds nothing to what is written: a block that somebody wrote looks the same.
	exact bool
}

var mirrors = []mirror{
	{"huaweicloud_apig_group", "url_domains", "name", "huaweicloud_apig_group_domain_associate", "group_id", "url_domain", false},
	{"huaweicloud_apig_instance", "custom_ingress_ports", "port", "huaweicloud_apig_instance_ingress_port", "instance_id", "port", false},
	{"huaweicloud_apig_channel", "member", "host", "huaweicloud_apig_channel_member", "vpc_channel_id", "member_ip_address", false},
	{"huaweicloud_apig_application", "app_codes", "", "huaweicloud_apig_appcode", "application_id", "value", false},
	{"huaweicloud_vpc_route_table", "route", "destination", "huaweicloud_vpc_route", "vpc_id", "destination", true},
}

// mirrored are the texts that other resources put into the mirrors of an object, by argument, id and text: true where they
// still will when the plan is applied.
type mirrored map[[3]string]bool

func mirrorsIn(before, after []*object) mirrored {
	all := mirrored{}
	for n, objects := range [][]*object{before, after} {
		for _, o := range objects {
			typ, _ := facts.Canonical(o.typ)
			for _, m := range mirrors {
				owner, known := o.value[m.owner].(string)
				if typ == m.of && o.mode != "data" && known { // an owner that is not known has nothing yet
					all[[3]string{m.argument, owner, text(o.value[m.as])}] = n == 1
				}
			}
		}
	}
	return all
}

// without returns an object's value without what others put there, and the arguments that may hold more than is left. What
// the plan changes is what somebody wrote, and so is what the sources write.
func (all mirrored) without(o *object, w written, writes func(argument string) bool) (value map[string]any, open []string) {
	typ, _ := facts.Canonical(o.typ)
	value = o.value
	for _, m := range mirrors {
		items, ok := value[m.argument].([]any)
		if typ != m.typ || !ok || len(items) == 0 || w.expressions[m.argument] != nil || o.changes(m.argument) || writes(m.argument) {
			continue
		}
		owner := text(value["id"])
		if m.owner == "vpc_id" {
			owner = text(value["vpc_id"])
		}
		var kept []any
		for _, item := range items {
			key := text(item)
			if fields, ok := item.(map[string]any); ok {
				key = text(fields[m.key])
			}
			stays, put := all[[3]string{m.argument, owner, key}]
			if !put {
				kept = append(kept, item)
			} else if !stays && m.exact {
				open = append(open, m.argument)
			}
		}
		value = maps.Clone(value)
		value[m.argument] = kept
	}
	return value, open
}

// changes reports whether the plan gives an argument of the object another value, or its first one.
func (o *object) changes(argument string) bool {
	if o.old == nil {
		return o.change != nil && o.change.Act == schema.Create
	}
	return !equal(o.old.value[argument], o.value[argument])
}

// asWritten returns an object's value without what reading adds to it and only means something where somebody wrote it: the
// provider reads the account of the peer for every peering, and only one with another account has to be accepted. One that
// is active was.
func asWritten(o *object, value map[string]any, w written) map[string]any {
	const argument = "peer_tenant_id"
	typ, _ := facts.Canonical(o.typ)
	if typ != "huaweicloud_vpc_peering_connection" || value[argument] == nil {
		return value
	}
	if w.expressions[argument] != nil && (value["status"] != "ACTIVE" || o.changes(argument)) {
		return value
	}
	value = maps.Clone(value)
	delete(value, argument)
	return value
}

func text(v any) string { return fmt.Sprint(v) }
