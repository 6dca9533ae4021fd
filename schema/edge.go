package schema

import (
	"net/netip"
	"reflect"
	"slices"

	"github.com/zclconf/go-cty/cty"

	"github.com/apiglint/apiglint/schema/terraform"
)

// Opening is something that is not read and may declare or do something: a module, a file, a command. How far it reaches is decided by
// what it is handed.
type Opening struct {
	terraform.Want
	// kind is the resource type that it may be, and acts as. It is "" where it is no resource, or may be any.
	kind string
	// call is the call of a module, and program what a program or an action is handed. Where nothing of this is set it may be anything.
	call    *terraform.UnreadCall
	program *terraform.Instance
	// told is what a command names.
	told []told
	// ids are the instances whose ids a resource or a data source of another provider is handed, which it may act on.
	ids []*terraform.Instance
}

// edge is where the knowledge of a configuration ends: what the openings of it can act on. Nil is the edge of a configuration that was
// read whole.
type edge struct {
	handed
	// kinds are the types of resources that something may be, wherever it belongs.
	kinds map[string]bool
	// reached says of every object whether something reaches it.
	reached map[any]bool
	// ids are the instances whose ids a resource of another provider is handed. It reaches these, and nothing that belongs to them.
	ids map[*terraform.Instance]bool
	// entrances says that something reaches an object by which callers come in.
	entrances bool
}

// edgeOf returns what the openings reach, nil where there are none.
func edgeOf(k *Kinds, root *terraform.Root, openings []*Opening) *edge {
	if len(openings) == 0 {
		return nil
	}
	e := &edge{handed: newHanded(root), kinds: map[string]bool{}, reached: map[any]bool{}, ids: map[*terraform.Instance]bool{}}
	for _, o := range openings {
		switch {
		case o.kind != "":
			e.kinds[o.kind] = true
		case o.call != nil:
			e.call(o.call)
		case o.program != nil:
			e.within(o.program)
		case o.told != nil:
			for _, t := range o.told {
				e.told(t)
			}
		case o.ids != nil:
			for _, i := range o.ids {
				e.ids[i] = true
			}
		default:
			e.everything = true
		}
	}
	slices.SortFunc(e.addresses, netip.Addr.Compare)
	for _, list := range k.lists() {
		for i := range list.Len() {
			e.reach(list.Index(i).Interface())
		}
	}
	for _, p := range k.triggered {
		e.reach(p)
	}
	e.entrances = len(e.addressed) > 0 || anyReached(e, k.Gateways) || anyReached(e, k.Groups) || anyReached(e, k.DomainBindings) ||
		anyReached(e, k.Certificates) || anyReached(e, k.Zones) || anyReached(e, k.EIPs)
	return e
}

func anyReached[T any](e *edge, objects []*T) bool {
	return slices.ContainsFunc(objects, func(o *T) bool { return e.reach(o) })
}

// owners are the arguments that name what an object belongs to: who has the owner can find the object in it.
var owners = map[string]bool{
	"instance_id": true, "group_id": true, "api_id": true, "vpc_channel_id": true,
	"vpc_id": true, "peer_vpc_id": true, "vpc_peering_connection_id": true, "zone_id": true,
}

// reach finds out whether something reaches an object: it is handed the object or what it belongs to, or a name to find it by.
func (e *edge) reach(object any) bool {
	if known, ok := e.reached[object]; ok {
		return known
	}
	e.reached[object] = false // in a circle
	r, _ := reflect.ValueOf(object).Elem().Field(0).Interface().(*Resource)
	found := e.everything || r == nil || e.instances[r.Instance] || e.namedAs(object, r) || e.reachesOwner(object)
	e.reached[object] = found
	return found
}

func (e *edge) reachesOwner(object any) bool {
	if _, gateway := object.(*Gateway); gateway {
		return false // its VPC is where it stands
	}
	v := reflect.ValueOf(object).Elem()
	for _, f := range fieldsOf(v.Type()) {
		if ref, ok := v.FieldByIndex(f.index).Addr().Interface().(owning); ok && owners[f.name] {
			if owner := ref.owner(); owner != nil && e.reach(owner) {
				return true
			}
			if e.mayReachOwner(ref) {
				return true
			}
		}
	}
	return false
}

// owning is a [Ref] that is asked what it refers to, whatever the kind.
type owning interface {
	// owner is the object that is meant, or may be, or nil.
	owner() any
	Loose() bool
	raw() cty.Value
}

func (r *Ref[T]) owner() any {
	if r.target == nil {
		return nil
	}
	return r.target
}

// mayReachOwner reports whether the owner is not certain and something may have it: whoever has the id or a name of anything or, where
// nothing is known of the owner, any module, which may have made it.
func (e *edge) mayReachOwner(ref owning) bool {
	if !ref.Loose() {
		return false
	}
	if e.named || len(e.instances) > 0 {
		return true
	}
	v := ref.raw()
	return ref.owner() == nil && (e.modules || e.ranges) && v != cty.NilVal && !terraform.Unmarked(v).IsKnown()
}

// reaches reports whether something that is not read may act on an object by a resource of a kind.
func reaches[By any](k *Kinds, object any) bool {
	return k.edge != nil && (maybe[By](k.edge) || k.edge.has(object))
}

// has reports whether something reaches an object.
func (e *edge) has(object any) bool {
	if e == nil {
		return false
	}
	reached, known := e.reached[object]
	if known && !reached {
		r, _ := reflect.ValueOf(object).Elem().Field(0).Interface().(*Resource)
		return r != nil && e.ids[r.Instance]
	}
	return true
}

// maybe reports whether something that is not certain to be a kind may be one.
func maybe[By any](e *edge) bool {
	return e != nil && len(e.kinds) > 0 && slices.ContainsFunc(TypesOf[By](), func(typeName string) bool { return e.kinds[typeName] })
}

// Whole reports whether everything of the root module was read, so that nothing can be declared beside what is here.
func (k *Kinds) Whole() bool { return k.edge == nil }

// MayBeServedElsewhere reports whether something that is not read may bind a host, give it a certificate or declare its DNS records: it is
// handed the host, a name above or below it, or anything by which callers come in. A host that is not known is "".
func (k *Kinds) MayBeServedElsewhere(host string) bool {
	e := k.edge
	return e != nil && (e.everything || e.entrances || e.mayName(host) || maybe[Record](e) || maybe[Zone](e) || maybe[DomainBinding](e) || maybe[Group](e) ||
		maybe[CertificateDomains](e) || maybe[GlobalCertificateDomains](e) || maybe[DomainCertificate](e))
}

// mayFront reports whether something that is not read may pass calls on to a gateway's private address.
func (k *Kinds) mayFront(g *Gateway) bool {
	e := k.edge
	return e != nil && (g.Elsewhere() || reaches[Gateway](k, g) || e.addressed[g.Instance] || len(e.domains) > 0 || e.addresses.within(g))
}

// Openings returns what may declare or do something beside what was read.
func (c *Config) Openings() []*Opening { return c.openings }
