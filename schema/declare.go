package schema

import (
	"reflect"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"

	"github.com/apiglint/apiglint/schema/facts"
	"github.com/apiglint/apiglint/schema/terraform"
	"github.com/apiglint/apiglint/schema/terraform/configs"
)

// declaring goes through the modules of a root and takes in every instance of every resource whose type is known.
type declaring struct {
	*declarations
	changes   map[*terraform.Instance]*Change
	held      held
	lists     map[string]reflect.Value // of the kinds, by canonical resource type
	provider  *Provider
	strangers []Stranger
	met       map[hcl.Range]bool // the types of strangers
}

// declare returns what a root module declares.
func declare(root *terraform.Root, changes map[*terraform.Instance]*Change, held held) (*declarations, []Stranger) {
	d := &declarations{of: map[*terraform.Instance]*declaration{}}
	if changes != nil {
		d.byID = map[identity][]*declaration{}
	}
	r := declaring{declarations: d, provider: providerOf(root), changes: changes, held: held, lists: d.kinds.lists(), met: map[hcl.Range]bool{}}
	for _, m := range root.ModuleInstances() {
		for _, res := range m.Module.Resources {
			r.resource(m, res)
		}
		for _, f := range m.Module.Forgotten {
			r.forgotten(m, f)
		}
	}
	if changes == nil {
		for _, i := range root.Unmade() {
			r.unmade(i)
		}
	}
	for was, now := range held.instances {
		if declared := d.of[now]; declared != nil {
			d.of[was] = declared
		}
	}
	return d, r.strangers
}

func (r *declaring) resource(m *terraform.ModuleInstance, res *configs.Resource) {
	r.program(m, res)
	if canonical, ok := canonicalType(res); ok {
		for _, instance := range m.Instances(res) {
			r.instance(canonical, instance)
		}
		return
	}
	if kind, unread := r.unread(res); unread {
		r.openings(&Opening{Want: terraform.Want{Range: res.Header, Text: "it is not certain what " + res.Address() + " is"}, kind: kind})
	}
	r.anotherProvider(m, res)
	r.kinds.mayTrigger = r.kinds.mayTrigger || mayTrigger(m, res)
	r.stranger(m, res)
}

// read returns an instance of a type that the facts know.
func (r *declaring) read(instance *terraform.Instance) *Resource {
	resource := &Resource{Address: instance.Address, Block: instance.Block(), Instance: instance, Change: r.changes[instance], Provider: r.provider}
	if was := r.held.blocks[instance]; was != nil {
		resource.Block = was
	}
	if resource.Managed() {
		resource.Facts = facts.Resource(instance.Resource.Type)
	} else {
		resource.Facts = facts.Data(instance.Resource.Type)
	}
	if !resource.IsHuaweiCloud() {
		resource.Provider = &Provider{} // a sister's releases count otherwise
	}
	return resource
}

// unmade takes in what is written of resources that there are none of.
func (r *declaring) unmade(i *terraform.Instance) {
	if _, ok := canonicalType(i.Resource); ok {
		r.kinds.Unmade = append(r.kinds.Unmade, r.read(i))
	} else if i.Module.Unmade {
		r.stranger(i.Module, i.Resource)
	}
}

func (r *declaring) stranger(m *terraform.ModuleInstance, res *configs.Resource) {
	if s, strange := stranger(m, res); strange && r.changes == nil && !r.met[res.TypeRange] {
		r.met[res.TypeRange], s.Provider = true, r.provider
		r.strangers = append(r.strangers, s)
	}
}

func (r *declaring) instance(canonical string, instance *terraform.Instance) {
	resource := r.read(instance)
	r.kinds.Resources = append(r.kinds.Resources, resource)
	if list, ok := r.lists[canonical]; ok && resource.Managed() {
		list.Set(reflect.Append(list, r.add(resource, list.Type().Elem().Elem())))
	}
}

// forgotten takes in what a removed block leaves in the cloud.
func (r *declaring) forgotten(m *terraform.ModuleInstance, f *configs.Forgotten) {
	if canonical, ok := facts.Canonical(f.Type); ok {
		r.instance(canonical, m.Forgotten(f))
		return
	}
	if _, sister := facts.Sister(f.Type); f.Type == "" || sister {
		r.opens(f.Header, "it is not certain what this removed block leaves in the cloud")
	}
}

// opens says that anything may be declared beside what is here, and why.
func (r *declaring) opens(at hcl.Range, why string) {
	r.openings(&Opening{Want: terraform.Want{Range: at, Text: why}})
}

func (r *declaring) openings(all ...*Opening) { r.kinds.openings = append(r.kinds.openings, all...) }

// program takes in what a resource hands to a program, or to an action that it triggers, and what its provisioners name.
func (r *declaring) program(m *terraform.ModuleInstance, res *configs.Resource) {
	want := terraform.Want{Range: res.Header, Text: "what " + res.Address() + " runs may act on what it is handed"}
	acting, known := runs(m, res)
	acting = slices.DeleteFunc(acting, func(o *Opening) bool { return len(o.told) == 0 && o.program == nil })
	if !known || r.changes != nil && len(acting) > 0 { // what it is handed stands in the sources
		r.opens(res.Header, "what "+res.Address()+" runs may declare anything")
		acting = nil
	}
	for _, i := range programs(m, res) {
		acting = append(acting, &Opening{program: i})
	}
	for _, o := range acting {
		o.Want = want
		r.openings(o)
	}
}

// anotherProvider takes in what a resource or a data source of another provider is handed.
func (r *declaring) anotherProvider(m *terraform.ModuleInstance, res *configs.Resource) {
	if !ofAnotherProvider(res) {
		return
	}
	for _, i := range m.Instances(res) {
		if ids := idsIn(i, r.changes != nil); len(ids) > 0 {
			r.openings(&Opening{Want: terraform.Want{Range: res.Header, Text: res.Address() + " may act on what it is handed"}, ids: ids})
		}
	}
}

func canonicalType(res *configs.Resource) (string, bool) {
	switch res.Mode {
	case configs.Managed:
		return facts.Canonical(res.Type)
	case configs.Data:
		return facts.CanonicalData(res.Type)
	case configs.Ephemeral, configs.Action:
	}
	return "", false
}

// unread reports whether a resource would be one of the kinds, or belongs to the gateway, and is not read, because it is
// a sister provider's and what it is like is not certain. The kind is "" where it may be any.
func (r *declaring) unread(res *configs.Resource) (kind string, unread bool) {
	counterpart, ok := facts.Sister(res.Type)
	if !ok || res.Mode != configs.Managed {
		return "", false
	}
	canonical, _ := facts.Canonical(counterpart)
	if _, ok := r.lists[canonical]; ok {
		kind = canonical
	}
	if triggers(canonical) || canonical == "huaweicloud_compute_instance" { // nothing is missing where there is no server
		return "", false
	}
	return kind, kind != "" || facts.OfGateway(res.Type) || strings.HasPrefix(counterpart, facts.Home+"_api_gateway_")
}

// mayTrigger reports whether a resource that is not read makes an API, or may: a sister's trigger of a function.
func mayTrigger(m *terraform.ModuleInstance, res *configs.Resource) bool {
	return res.Mode == configs.Managed && triggers(res.Type) && slices.ContainsFunc(m.Instances(res), func(i *terraform.Instance) bool {
		return ofGateway(argument[string](i.Block(), "type")) != No
	})
}

// triggers reports whether a resource type is that of a function's triggers, a sister's among them.
func triggers(typeName string) bool {
	return strings.HasSuffix(typeName, "_fgs_trigger") || strings.HasSuffix(typeName, "_fgs_function_trigger")
}
