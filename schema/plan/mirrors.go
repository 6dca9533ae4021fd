package plan

import (
	"fmt"

	"github.com/apiglint/apiglint/schema/facts"
)

// A mirror is an argument in which reading an object shows what other resources put there. It lags behind: a plan that
// takes the other resource away still shows it.
type mirror struct {
	typ, argument, key string // key is "" for a list of texts
	// of is the resource type that puts it there, owner its argument with the object's id, as the one that the key repeats.
	of, owner, as string
}

var mirrors = []mirror{
	{"huaweicloud_apig_group", "url_domains", "name", "huaweicloud_apig_group_domain_associate", "group_id", "url_domain"},
	{"huaweicloud_apig_instance", "custom_ingress_ports", "port", "huaweicloud_apig_instance_ingress_port", "instance_id", "port"},
	{"huaweicloud_apig_channel", "member", "host", "huaweicloud_apig_channel_member", "vpc_channel_id", "member_ip_address"},
	{"huaweicloud_apig_application", "app_codes", "", "huaweicloud_apig_appcode", "application_id", "value"},
	{"huaweicloud_vpc_route_table", "route", "destination", "huaweicloud_vpc_route", "vpc_id", "destination"},
}

// mirrored are the texts that other resources put into the mirrors of an object, by argument, id and text.
type mirrored map[[3]string]bool

func mirrorsIn(objects []*object) mirrored {
	all := mirrored{}
	for _, o := range objects {
		typ, _ := facts.Canonical(o.typ)
		for _, m := range mirrors {
			if typ == m.of && o.mode != "data" {
				all[[3]string{m.argument, text(o.value[m.owner]), text(o.value[m.as])}] = true
			}
		}
	}
	return all
}

// without returns an object's value without what others put there.
func (all mirrored) without(o *object, w written) map[string]any {
	typ, _ := facts.Canonical(o.typ)
	value := o.value
	for _, m := range mirrors {
		items, ok := value[m.argument].([]any)
		if typ != m.typ || !ok || len(items) == 0 || w.expressions[m.argument] != nil {
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
			if !all[[3]string{m.argument, owner, key}] {
				kept = append(kept, item)
			}
		}
		changed := make(map[string]any, len(value))
		for name, v := range value {
			changed[name] = v
		}
		changed[m.argument] = kept
		value = changed
	}
	return value
}

func text(v any) string { return fmt.Sprint(v) }
