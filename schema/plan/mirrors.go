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
	// inner is the type of the nested blocks in which it is, which also repeat an argument: where as within.
	inner, within, where string
}

var mirrors = []mirror{
	{
		typ: "huaweicloud_apig_group", argument: "url_domains", key: "name",
		of: "huaweicloud_apig_group_domain_associate", owner: "group_id", as: "url_domain",
	}, {
		typ: "huaweicloud_apig_group", argument: "environment", key: "name", inner: "variable", within: "environment_id",
		of: "huaweicloud_apig_environment_variable", owner: "group_id", as: "name", where: "env_id",
	}, {
		typ: "huaweicloud_apig_instance", argument: "custom_ingress_ports", key: "port",
		of: "huaweicloud_apig_instance_ingress_port", owner: "instance_id", as: "port",
	}, {
		typ: "huaweicloud_apig_channel", argument: "member", key: "host",
		of: "huaweicloud_apig_channel_member", owner: "vpc_channel_id", as: "member_ip_address",
	}, {
		typ: "huaweicloud_apig_channel", argument: "member_group", key: "name",
		of: "huaweicloud_apig_channel_member_group", owner: "vpc_channel_id", as: "name",
	}, {
		typ: "huaweicloud_apig_application", argument: "app_codes",
		of: "huaweicloud_apig_appcode", owner: "application_id", as: "value",
	}, {
		typ: "huaweicloud_vpc_route_table", argument: "route", key: "destination",
		of: "huaweicloud_vpc_route", owner: "vpc_id", as: "destination", exact: true,
	},
}

// mirrored are the texts that other resources put into the mirrors of an object, by argument, id, text and what it is within:
// true where they still will when the plan is applied.
type mirrored map[[4]string]bool

func mirrorsIn(before, after []*object) mirrored {
	all := mirrored{}
	for n, objects := range [][]*object{before, after} {
		for _, o := range objects {
			typ, _ := facts.Canonical(o.typ)
			for _, m := range mirrors {
				owner, known := o.value[m.owner].(string)
				if typ == m.of && o.mode != "data" && known { // an owner that is not known has nothing yet
					all[[4]string{m.argument, owner, text(o.value[m.as]), text(o.value[m.where])}] = n == 1
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
		kept, goes := all.left(m, owner, items, nil)
		if goes && m.exact {
			open = append(open, m.argument)
		}
		value = maps.Clone(value)
		value[m.argument] = kept
	}
	return value, open
}

// left returns the items of a mirror that nobody else put there, and whether one that somebody did will go.
func (all mirrored) left(m mirror, owner string, items []any, within any) (kept []any, goes bool) {
	for _, item := range items {
		fields, _ := item.(map[string]any)
		if inner, ok := fields[m.inner].([]any); ok && within == nil {
			rest, some := all.left(m, owner, inner, fields[m.within])
			goes = goes || some
			if len(rest) > 0 {
				fields = maps.Clone(fields)
				fields[m.inner] = rest
				kept = append(kept, fields)
			}
			continue
		}
		key := text(item)
		if fields != nil {
			key = text(fields[m.key])
		}
		stays, put := all[[4]string{m.argument, owner, key, text(within)}]
		if !put {
			kept = append(kept, item)
		}
		goes = goes || put && !stays
	}
	return kept, goes
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
