package trace

import (
	"cmp"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/apiglint/apiglint/schema"
)

// decides says which resource types decide at a station, without the prefix of the provider.
var decides = map[string][]string{
	"name":           {"dns_*", "apig_instance"},
	"entrance":       {"apig_instance", "apig_instance_routes", "vpc*", "eip*", "networking_eip*", "cc_*", "er_*", "elb_*", "lb_*"},
	"port":           {"networking_secgroup*", "apig_instance", "apig_instance_ingress_port", "network_acl*", "vpc_network_acl*", "elb_*", "lb_*"},
	"tls":            {"apig_certificate*", "apig_global_certificate*", "apig_domain_certificate*", "apig_group_domain_associate", "apig_group"},
	"group":          {"apig_group_domain_associate", "apig_group"},
	"environment":    {"apig_environment", "apig_api_publishment", "apig_api_action", "apig_api_batch_action", "apig_api_version_unpublish", "fgs_function_trigger"},
	"route":          {"apig_api", "apig_api_publishment", "apig_api_action", "apig_api_batch_action", "apig_api_version_unpublish", "fgs_function_trigger"},
	"protocol":       {"apig_api", "apig_group_domain_associate", "apig_group"},
	"authentication": {"apig_api", "apig_custom_authorizer", "apig_application", "apig_appcode", "apig_plugin*", "apig_api_batch_plugins_associate"},
	"authorization":  {"apig_application_authorization", "apig_application", "apig_api_publishment"},
	"access-control": {"apig_acl_policy", "apig_acl_policy_associate", "apig_api_publishment", "apig_application_acl"},
	"throttling":     {"apig_throttling*"},
	"request":        {"apig_api"},
	"mapping":        {"apig_api", "apig_environment_variable"},
	"backend-choice": {"apig_api"},
	"backend":        {"apig_channel*", "apig_api", "apig_environment_variable", "apig_plugin*", "fgs_*", "elb_*", "lb_*", "vpc*", "compute_*", "networking_secgroup*", "apig_instance"},
}

// reach is how many references lie between a change and what it decides about: a policy is bound to a publication of an API.
const reach = 3

// maxActs is how many changes are named for a call.
const maxActs = 20

// changes are what leads from one configuration to another, with what each change is about.
type changes struct {
	acts  map[string]schema.Change
	types map[string]string
	// about are the changed objects by what they name, directly or not, and by their type.
	about map[concern][]string
	kinds []string // the types of what changes
}

// concern is an object, and the type of another one that names it.
type concern struct{ address, typ string }

// seen is a configuration with the addresses of now.
type seen struct {
	at      map[string]*schema.Resource
	renamed func(string) string
	named   map[string][]string // the objects that an object names
}

func (c *comparison) changesOf() *changes {
	if c.changes == nil {
		c.changes = &changes{acts: schema.ChangesBetween(c.prior, c.planned, c.renamed)}
	}
	return c.changes
}

// met returns what changes, with what each change is about.
func (c *comparison) met() *changes {
	all := c.changesOf()
	if all.about != nil {
		return all
	}
	all.types, all.about = map[string]string{}, map[concern][]string{}
	same := func(address string) string { return address }
	for i, side := range []*schema.Config{c.prior, c.planned} {
		if side == nil {
			continue
		}
		s := seen{map[string]*schema.Resource{}, []func(string) string{c.renamed, same}[i], map[string][]string{}}
		for _, r := range side.Resources {
			s.at[s.renamed(r.Address)] = r
			all.types[s.renamed(r.Address)] = short(r.Instance.Resource.Type)
		}
		for _, address := range slices.Sorted(maps.Keys(all.acts)) {
			all.walk(s, address)
		}
	}
	for address := range all.acts {
		all.kinds = append(all.kinds, all.types[address])
	}
	slices.Sort(all.kinds)
	all.kinds = slices.Compact(all.kinds)
	return all
}

// short is a resource type without the prefix of the provider.
func short(typ string) string {
	_, rest, _ := strings.Cut(typ, "_")
	return rest
}

// walk records what a changed object is about on one side.
func (c *changes) walk(s seen, changed string) {
	met := map[string]bool{changed: true}
	next := []string{changed}
	for range reach {
		var further []string
		for _, address := range next {
			for _, target := range s.names(address) {
				if met[target] {
					continue
				}
				met[target] = true
				of := concern{target, c.types[changed]}
				if list := c.about[of]; len(list) == 0 || list[len(list)-1] != changed {
					c.about[of] = append(list, changed)
				}
				if c.types[target] != "apig_instance" {
					further = append(further, target)
				}
			}
		}
		next = further
	}
}

// names returns the addresses of what an object names.
func (s seen) names(address string) []string {
	all, known := s.named[address]
	if r := s.at[address]; r != nil && !known {
		for _, instance := range r.Mentioned() {
			all = append(all, s.renamed(instance.Address))
		}
		s.named[address] = all
	}
	return all
}

// causes returns the changes that make a call end otherwise: of the objects that decide at the station where the difference is, those
// that are or name what the call meets there, from what is its own to what it shares with others. Where there are none it is
// what changes of all that the call meets. An edit of an API that is not published is the cause of what comes later, and of nothing before.
func (s step) causes(before, after *Trace) []Act {
	all := s.met()
	counts := func(address string) bool { return s.keeps(s.call, address) == s.later }
	types := decides[where(before, after)]
	met := objects(before, after, where(before, after))
	for _, level := range met {
		if found := all.among(level, types, counts); len(found) > 0 {
			return found
		}
	}
	var found []string
	for _, level := range objects(before, after, "") {
		for _, address := range level {
			if _, changed := all.acts[address]; changed && counts(address) {
				found = append(found, address)
			}
		}
	}
	return all.listed(found)
}

// interrupting returns what a call meets that a change destroys before it makes it anew, of a call that arrives before and after.
func (s step) interrupting() []string {
	var found []string
	acts := s.changesOf().acts
	for _, pair := range s.pairs(s.before, s.now) {
		if pair[0] == nil || pair[1] == nil || pair[0].Outcome != Arrives || pair[1].Outcome != Arrives {
			continue
		}
		for _, address := range []string{pair[1].Gateway, pair[1].Group, pair[1].API} {
			if act := acts[address]; act.Act == schema.Replace && !act.CreatesFirst {
				found = append(found, address)
			}
		}
		if old, made := pair[0].API, pair[1].API; old != made && pair[0].Group == pair[1].Group && s.routes[0][old] == s.routes[1][made] &&
			acts[old].Act == schema.Delete && acts[made].Act == schema.Create {
			found = append(found, old, made) // a group has no two APIs that take the same
		}
	}
	return found
}

// among returns the changed objects of some types that count, and are, or name, one of some objects.
func (c *changes) among(objects, types []string, counts func(address string) bool) []Act {
	var found []string
	for _, address := range objects {
		if act, changed := c.acts[address]; changed && !republished(act) && counts(address) && isOneOf(c.types[address], types) {
			found = append(found, address)
		}
	}
	for _, typ := range c.kinds {
		if !isOneOf(typ, types) {
			continue
		}
		for _, address := range objects {
			list := c.about[concern{address, typ}]
			for _, address := range list[:min(len(list), maxActs)] {
				if !republished(c.acts[address]) && counts(address) {
					found = append(found, address)
				}
			}
		}
	}
	return c.listed(found)
}

// republished reports whether a change only publishes again what has changed.
func republished(act schema.Change) bool {
	return act.Act == schema.Update && slices.Equal(act.Arguments, []string{"description"})
}

func isOneOf(typ string, patterns []string) bool {
	return slices.ContainsFunc(patterns, func(pattern string) bool {
		ok, _ := path.Match(pattern, typ) // no pattern is malformed
		return ok
	})
}

// listed returns changes by what they do, and by address.
func (c *changes) listed(addresses []string) []Act {
	if len(addresses) == 0 {
		return nil
	}
	slices.Sort(addresses)
	var all []Act
	for _, address := range slices.Compact(addresses) {
		all = append(all, Act{address, c.acts[address]})
	}
	slices.SortStableFunc(all, func(a, b Act) int { return cmp.Compare(b.Act, a.Act) })
	return all[:min(len(all), maxActs)]
}

// where returns the station where two ways of a call part: where they come to different objects, or where one of them ends.
func where(before, after *Trace) string {
	switch {
	case before == nil || after == nil:
		return "entrance"
	case before.Group != "" && after.Group != "" && before.Group != after.Group:
		return "group"
	case before.API != "" && after.API != "" && before.API != after.API:
		return "route"
	case before.Ends == "" && after.Ends == "" && before.Backend == after.Backend:
		return "access-control"
	case before.Ends == "" && after.Ends == "":
		return "backend"
	}
	names := Stations()
	at := func(t *Trace) int {
		if i := slices.Index(names, t.Ends); i >= 0 {
			return i
		}
		return len(names)
	}
	return names[min(at(before), at(after))]
}

// objects returns what a call meets on both sides, from its own to what it shares with others. Without a station it is all.
func objects(before, after *Trace, station string) [][]string {
	var own, shared, gateways []string
	for _, t := range []*Trace{before, after} {
		if t == nil {
			continue
		}
		own, shared, gateways = append(own, t.API), append(shared, t.Group, t.Backend), append(gateways, t.Gateway)
		for _, s := range t.Stations {
			for _, address := range s.Objects {
				if address != t.Group && address != t.Gateway && (s.Name == station || station == "") {
					own = append(own, address)
				}
			}
		}
	}
	return [][]string{own, shared, gateways}
}
