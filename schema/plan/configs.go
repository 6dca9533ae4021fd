package plan

import (
	"bytes"
	"encoding/json"
	"slices"
	"sort"
	"strings"

	tfjson "github.com/hashicorp/terraform-json"
	"github.com/zclconf/go-cty/cty"

	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/facts"
	"github.com/apiglint/apiglint/schema/plan/planned"
	"github.com/apiglint/apiglint/schema/terraform"
	"github.com/apiglint/apiglint/schema/terraform/address"
	"github.com/apiglint/apiglint/schema/terraform/configs"
)

// inputs returns the values of the root module's variables.
func (p *Plan) inputs() map[string]cty.Value {
	values := map[string]cty.Value{}
	for name, v := range p.Variables {
		values[name] = toValue(decoded(v.Value), nil, nil)
	}
	return values
}

func action(actions tfjson.Actions) schema.Change {
	switch {
	case actions.Create():
		return schema.Change{Act: schema.Create}
	case actions.Update():
		return schema.Change{Act: schema.Update}
	case actions.Delete():
		return schema.Change{Act: schema.Delete}
	case len(actions) == 2:
		return schema.Change{Act: schema.Replace, CreatesFirst: actions.CreateBeforeDestroy()}
	}
	return schema.Change{}
}

func knownType(mode, typ string) bool {
	if mode == "data" {
		_, ok := facts.CanonicalData(typ)
		return ok
	}
	_, ok := facts.Canonical(typ)
	return ok
}

func factsOf(mode, typ string) *facts.Type {
	if mode == "data" {
		return facts.Data(typ)
	}
	return facts.Resource(typ)
}

// differences returns the arguments and blocks that an update changes.
func differences(typ string, old, new map[string]any, unknown any) []string {
	var changed []string
	ty := facts.Resource(typ)
	if ty == nil {
		return nil
	}
	for name, attr := range ty.Attrs {
		if !attr.Configurable() {
			continue
		}
		was, is := old[name], new[name]
		same := (insignificant(attr, was) && insignificant(attr, is)) || equal(was, is)
		if anyTrue(field(unknown, name)) {
			same = false
		}
		if !same {
			changed = append(changed, name)
		}
	}
	slices.Sort(changed)
	return changed
}

func equal(a, b any) bool {
	x, errX := json.Marshal(a)
	y, errY := json.Marshal(b)
	return errX == nil && errY == nil && bytes.Equal(x, y)
}

// config returns how a configuration is made of one side.
func (p *Plan) config(sources *terraform.Root, objects []*object, put mirrored) (link func() *schema.Config) {
	b := planned.NewBuilder(sources)
	r := newResolver(p.Configuration.RootModule)
	changes := p.addInstances(b, r, objects)
	writtenBySources(b, objects)
	for _, o := range objects {
		ty := factsOf(o.mode, o.typ)
		switch {
		case ty == nil && o.declared == nil:
		case ty == nil:
			blocks := &builder{resolver: r, where: r.where(o)}
			b.SetBlock(o.instance, blocks.foreign(o.declared.Expressions, o.foreign()))
		case o.same != nil && o.same.filled != nil:
			o.instance.ShareBlock(o.same.filled)
		default:
			w := written{outermost: true}
			if o.declared != nil {
				w.known, w.expressions = true, o.declared.Expressions
			}
			o.filled = o.instance
			blocks := &builder{resolver: r, where: r.where(o), before: o.value}
			if o.old != nil {
				blocks.before = o.old.value
			} else if o.change != nil && o.change.Act == schema.Create {
				blocks.before = nil
			}
			value, open := put.without(o, w, func(name string) bool { return b.Writes(o.instance, name) })
			block := blocks.block(ty.Attrs, asWritten(o, value, w), o.unknown, o.sensitive, w)
			block.Open = append(block.Open, open...)
			b.SetBlock(o.instance, block)
		}
	}
	p.outputs(b, r)
	p.mentions(b, r, objects)
	root := b.Root()
	root.Open = p.Partial
	root.Module.Required = p.required(sources)
	return func() *schema.Config { return schema.Changed(root, changes) }
}

// required returns the providers with the versions that the plan's configuration allows, and those of the dependency lock file
// where the sources are at hand.
func (p *Plan) required(sources *terraform.Root) map[string]configs.Required {
	required := map[string]configs.Required{}
	for key, provider := range p.Configuration.ProviderConfigs {
		required[key] = configs.Required{Name: provider.Name, Source: provider.FullName, Version: provider.VersionConstraint}
	}
	if sources != nil {
		for source, version := range sources.Locked() {
			required["locked "+source] = configs.Required{Source: source, Version: version}
		}
	}
	return required
}

// addInstances adds an instance for each object, and tells the resolver.
func (p *Plan) addInstances(b *planned.Builder, r *resolver, objects []*object) map[*terraform.Instance]*schema.Change {
	byInstance := map[*terraform.Instance]*object{}
	changes := map[*terraform.Instance]*schema.Change{}
	regions := map[string]cty.Value{}
	for _, o := range objects {
		local := o.typ + "." + o.name
		d := planned.Instance{
			Type: o.typ, Name: o.name, Module: o.module, Address: o.address, Identities: identities(o), Changed: o.before,
		}
		if o.mode == "data" {
			local, d.Mode = "data."+local, configs.Data
		}
		if !o.forgotten {
			o.declared = r.resourceIn(o.module, local)
		}
		d.Undeclared = o.declared == nil
		if o.declared != nil {
			region, ok := regions[o.declared.ProviderConfigKey]
			if !ok {
				region = p.region(o.declared)
				regions[o.declared.ProviderConfigKey] = region
			}
			d.Region = region
			for _, provisioner := range o.declared.Provisioners {
				d.Provisioners = append(d.Provisioners, configs.Provisioner{Type: provisioner.Type})
			}
		}
		o.instance = b.AddInstance(d)
		byInstance[o.instance] = o
		if o.change != nil {
			if o.declared != nil && o.value != nil {
				o.change.Written = constantsOf(o)
			}
			changes[o.instance] = o.change
		}
		if at := (resourceAddress{o.module, local}); !o.forgotten { // nothing that is written means it
			r.instances[at] = append(r.instances[at], keyed{o.key, o.instance})
		}
	}
	r.unknown = func(i *terraform.Instance, attr string) bool {
		o := byInstance[i]
		return o == nil || o.value == nil || anyTrue(field(o.unknown, attr))
	}
	return changes
}

// region returns the region of a resource's provider, cty.NilVal where none is given.
func (p *Plan) region(res *tfjson.ConfigResource) cty.Value {
	config := p.Configuration.ProviderConfigs[res.ProviderConfigKey]
	for key := res.ProviderConfigKey; config == nil; {
		_, rest, ok := strings.Cut(key, ":")
		if !ok {
			return cty.NilVal
		}
		key, config = rest, p.Configuration.ProviderConfigs[rest]
	}
	e := config.Expressions["region"]
	if e == nil || e.ExpressionData == nil {
		return cty.NilVal
	}
	switch {
	case len(e.References) == 0:
		return toValue(numbered(e.ConstantValue), nil, nil)
	case len(e.References) == 1 && config.ModuleAddress == "":
		if name, ok := strings.CutPrefix(e.References[0], "var."); ok {
			if v, ok := p.Variables[name]; ok {
				return toValue(decoded(v.Value), nil, nil)
			}
		}
	}
	return cty.UnknownVal(cty.String)
}

// identifying are the attributes that references carry.
var identifying = []string{"id", "publish_id", "domain_id", "urn", "address", "ingress_address"}

// identities returns the known attributes of an object that others may name it by.
func identities(o *object) map[string]string {
	known := map[string]string{}
	for _, name := range identifying {
		if name == "ingress_address" && o.change != nil && o.change.Act != schema.NoOp {
			continue // an update may give the gateway another one
		}
		if text, ok := o.value[name].(string); ok && text != "" {
			known[name] = text
		}
	}
	return known
}

// outputs says what the outputs of the root module hold.
func (p *Plan) outputs(b *planned.Builder, r *resolver) {
	names := make([]string, 0, len(r.root.Outputs))
	for name := range r.root.Outputs {
		names = append(names, name)
	}
	sort.Strings(names)
	every := *r
	every.unknown = func(*terraform.Instance, string) bool { return true } // known ones are handed on, too
	var values []cty.Value
	var from []*terraform.Instance
	open := false
	for _, name := range names {
		m := every.meaning(at{config: r.root}, r.root.Outputs[name].Expression, 0)
		all := perhaps(m)
		from = append(from, all...)
		open = open || m.loose
		if m.loose {
			values = append(values, cty.DynamicVal)
		} else {
			values = append(values, terraform.AnyOf(all...))
		}
	}
	b.SetOutputs(values, from, open)
}

// mentions says which resources the modules' expressions mention.
func (p *Plan) mentions(b *planned.Builder, r *resolver, objects []*object) {
	done := map[string]bool{}
	for _, o := range objects {
		if done[o.module] {
			continue
		}
		done[o.module] = true
		if m := r.configuration(o.module); m != nil {
			b.SetMentions(o.module, mentionsIn(m))
		}
	}
}

func mentionsIn(m *tfjson.ConfigModule) map[string]bool {
	mentions := map[string]bool{}
	var note func(e *tfjson.Expression)
	note = func(e *tfjson.Expression) {
		if e == nil || e.ExpressionData == nil {
			return
		}
		for _, reference := range e.References {
			steps := address.Split(reference)
			n := 2
			if steps[0] == "data" {
				n = 3
			}
			if len(steps) >= n {
				last, _, _ := strings.Cut(steps[n-1], "[")
				mentions[strings.Join(append(slices.Clone(steps[:n-1]), last), ".")] = true
			}
		}
		for _, block := range e.NestedBlocks {
			for _, inner := range block {
				note(inner)
			}
		}
	}
	for _, res := range m.Resources {
		for _, e := range res.Expressions {
			note(e)
		}
		note(res.ForEachExpression)
		note(res.CountExpression)
	}
	for _, call := range m.ModuleCalls {
		for _, e := range call.Expressions {
			note(e)
		}
		note(call.ForEachExpression)
		note(call.CountExpression)
	}
	for _, o := range m.Outputs {
		note(o.Expression)
	}
	return mentions
}
