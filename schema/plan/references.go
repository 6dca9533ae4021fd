package plan

import (
	"strconv"
	"strings"

	tfjson "github.com/hashicorp/terraform-json"

	"github.com/apiglint/apiglint/schema/terraform"
	"github.com/apiglint/apiglint/schema/terraform/address"
)

// resolver follows the references of the plan's configuration to the instances that they mean.
type resolver struct {
	root *tfjson.ConfigModule
	// instances are those of the side, by module address and address without the key.
	instances map[resourceAddress][]keyed
	// unknown reports whether an attribute of an instance is decided at apply.
	unknown func(i *terraform.Instance, attr string) bool

	configs  map[string]*tfjson.ConfigModule
	declared map[*tfjson.ConfigModule]map[string]*tfjson.ConfigResource
}

func newResolver(root *tfjson.ConfigModule) *resolver {
	if root == nil {
		root = &tfjson.ConfigModule{}
	}
	return &resolver{
		root: root, instances: map[resourceAddress][]keyed{}, configs: map[string]*tfjson.ConfigModule{},
		declared: map[*tfjson.ConfigModule]map[string]*tfjson.ConfigResource{},
	}
}

// resourceIn returns the configuration of a resource of a module instance, nil if it is gone.
func (r *resolver) resourceIn(module, address string) *tfjson.ConfigResource {
	m := r.configuration(module)
	if m == nil {
		return nil
	}
	byAddress, ok := r.declared[m]
	if !ok {
		byAddress = make(map[string]*tfjson.ConfigResource, len(m.Resources))
		for _, res := range m.Resources {
			byAddress[res.Address] = res
		}
		r.declared[m] = byAddress
	}
	return byAddress[address]
}

type resourceAddress struct{ module, local string }

type keyed struct {
	key      string // "" for the only instance
	instance *terraform.Instance
}

// target is what a reference means.
type target struct {
	instance *terraform.Instance
	attr     string
	// inferred says that the key is not written but follows from where the reference stands.
	inferred bool
}

// meaning is what the references of one expression mean.
type meaning struct {
	// exact are the targets where every reference is to one attribute of one instance.
	exact []target
	// perhaps are the instances that may be meant beside, or instead of, the exact ones.
	perhaps []*terraform.Instance
	// loose says that anything may be meant.
	loose bool
}

func (m meaning) certain() bool { return !m.loose && len(m.perhaps) == 0 && len(m.exact) > 0 }

// at is where an expression stands.
type at struct {
	module string // address of the module instance
	key    string // of the block's instance
	config *tfjson.ConfigModule
	// forEach is the expression that the block's instances are made by, nil if none.
	forEach *tfjson.Expression
}

const maxFollow = 50

// meaning follows the references of an expression.
func (r *resolver) meaning(where at, e *tfjson.Expression, depth int) meaning {
	if e == nil || e.ExpressionData == nil {
		return meaning{loose: true}
	}
	return r.references(where, e.References, depth)
}

func (r *resolver) references(where at, references []string, depth int) meaning {
	var all meaning
	if depth > maxFollow {
		return meaning{loose: true}
	}
	groups, own := grouped(references)
	for _, reference := range groups {
		m := r.one(where, reference, own, depth)
		all.exact = append(all.exact, m.exact...)
		all.perhaps = append(all.perhaps, m.perhaps...)
		all.loose = all.loose || m.loose
	}
	return all
}

// grouped returns the longest of the references that name the same thing, and whether the key of the block's own
// instance is among them.
func grouped(references []string) (groups []string, own bool) {
	for _, reference := range references {
		if reference == "each.key" || reference == "count.index" {
			own = true
			continue
		}
		if strings.HasPrefix(reference, "path.") || strings.HasPrefix(reference, "terraform.") {
			continue
		}
		covered := false
		for _, longer := range groups {
			rest, ok := strings.CutPrefix(longer, reference)
			covered = covered || (ok && (rest == "" || rest[0] == '.' || rest[0] == '['))
		}
		if !covered {
			groups = append(groups, reference)
		}
	}
	return groups, own
}

func (r *resolver) one(where at, reference string, own bool, depth int) meaning {
	steps := address.Split(reference)
	switch steps[0] {
	case "local", "self":
		return meaning{loose: true}
	case "var":
		return r.variable(where, steps, depth)
	case "each":
		return r.eachValue(where, steps, depth)
	case "module":
		return r.output(where, steps, depth)
	case "data", "ephemeral":
		if len(steps) < 3 {
			return meaning{loose: true}
		}
		return r.resource(where, steps[0]+"."+steps[1]+"."+steps[2], steps[3:], own)
	}
	if len(steps) < 2 {
		return meaning{loose: true}
	}
	return r.resource(where, steps[0]+"."+steps[1], steps[2:], own)
}

func (r *resolver) resource(where at, address string, steps []string, own bool) meaning {
	name, key, literal := cutKey(address)
	instances := r.instances[resourceAddress{where.module, name}]
	attr := ""
	if len(steps) > 0 {
		attr, _, _ = strings.Cut(steps[0], "[")
	}
	exactly := func(i *terraform.Instance, inferred bool) meaning {
		if attr != "" && !r.unknown(i, attr) {
			return meaning{} // it is known, and no part of what is not
		}
		return meaning{exact: []target{{instance: i, attr: attr, inferred: inferred}}}
	}
	var all meaning
	for _, candidate := range instances {
		switch {
		case literal && candidate.key == key, !literal && candidate.key == "":
			return exactly(candidate.instance, false)
		case !literal && own && candidate.key == where.key:
			return exactly(candidate.instance, true)
		}
		all.perhaps = append(all.perhaps, candidate.instance)
	}
	all.loose = len(instances) == 0
	return all
}

// variable follows a variable to the argument of the module's call.
func (r *resolver) variable(where at, steps []string, depth int) meaning {
	if where.module == "" {
		return meaning{} // an input is known
	}
	parent, call, key := r.caller(where)
	if call == nil || len(steps) < 2 {
		return meaning{loose: true}
	}
	name, _, indexed := strings.Cut(steps[1], "[")
	e := call.Expressions[name]
	if e == nil {
		return meaning{} // the default is known
	}
	parent.key, parent.forEach = key, call.ForEachExpression
	m := r.meaning(parent, e, depth+1)
	if (len(steps) > 2 || indexed) && len(m.exact) > 1 {
		return m.vague() // one of the parts of an object, or of a list
	}
	return m
}

// vague returns the meaning without saying which of the targets are meant.
func (m meaning) vague() meaning {
	for _, t := range m.exact {
		m.perhaps = append(m.perhaps, t.instance)
	}
	m.exact = nil
	return m
}

func (r *resolver) eachValue(where at, steps []string, depth int) meaning {
	if where.forEach == nil || where.forEach.ExpressionData == nil || len(steps) < 2 || steps[1] != "value" {
		return meaning{loose: true}
	}
	groups, _ := grouped(where.forEach.References)
	if len(groups) == 1 {
		// for_each = R: each.value is the instance of R with the same key.
		if s := address.Split(groups[0]); len(s) == 2 && s[0] != "var" && s[0] != "local" && s[0] != "module" {
			return r.resource(where, groups[0], steps[2:], true)
		}
	}
	// The map's element is what it is made from: with one unknown part, that part.
	outside := where
	outside.forEach = nil
	m := r.references(outside, where.forEach.References, depth+1)
	if len(m.exact) > 1 {
		return m.vague()
	}
	return m
}

// output follows the output of a module call.
func (r *resolver) output(where at, steps []string, depth int) meaning {
	if len(steps) < 3 {
		return meaning{loose: true}
	}
	name, _, literal := cutKey(steps[1])
	call := where.config.ModuleCalls[name]
	if call == nil || call.Module == nil {
		return meaning{loose: true}
	}
	suffix := ""
	switch {
	case literal:
		suffix = steps[1][len(name):]
	case call.ForEachExpression != nil || call.CountExpression != nil:
		return meaning{loose: true}
	}
	output, _, indexed := strings.Cut(steps[2], "[")
	declared := call.Module.Outputs[output]
	if declared == nil {
		return meaning{loose: true}
	}
	child := at{module: address.Join(where.module, "module."+name+suffix), config: call.Module}
	m := r.meaning(child, declared.Expression, depth+1)
	if (len(steps) > 3 || indexed) && len(m.exact) > 1 {
		return m.vague()
	}
	return m
}

// caller returns where the call of a module instance stands, the call, and the key of the instance.
func (r *resolver) caller(where at) (parent at, call *tfjson.ModuleCall, key string) {
	steps := address.Split(where.module)
	config := r.root
	for n := 1; n < len(steps); n += 2 {
		name, k, _ := cutKey(steps[n])
		parent = at{module: strings.Join(steps[:n-1], "."), config: config}
		if config == nil {
			return parent, nil, ""
		}
		call, key = config.ModuleCalls[name], k
		if call == nil {
			return parent, nil, ""
		}
		config = call.Module
	}
	return parent, call, key
}

// configuration returns the configuration of a module instance, nil if it is gone.
func (r *resolver) configuration(module string) *tfjson.ConfigModule {
	config, ok := r.configs[module]
	if !ok {
		config = r.follow(module)
		r.configs[module] = config
	}
	return config
}

func (r *resolver) follow(module string) *tfjson.ConfigModule {
	config := r.root
	steps := address.Split(module)
	for n := 1; n < len(steps) && config != nil; n += 2 {
		name, _, _ := cutKey(steps[n])
		call := config.ModuleCalls[name]
		if call == nil {
			return nil
		}
		config = call.Module
	}
	return config
}

// literal returns the text that an expression is, where the configuration holds it as a literal.
func (r *resolver) literal(where at, e *tfjson.Expression, depth int) string {
	switch {
	case e == nil || e.ExpressionData == nil || depth > maxFollow:
		return ""
	case len(e.References) == 1:
		name, ok := strings.CutPrefix(e.References[0], "var.")
		if !ok || where.module == "" || strings.Contains(name, ".") {
			return ""
		}
		parent, call, _ := r.caller(where)
		if call == nil {
			return ""
		}
		return r.literal(parent, call.Expressions[name], depth+1)
	case len(e.References) > 0:
		return ""
	}
	text, _ := e.ConstantValue.(string)
	return text
}

// constantsOf returns the texts that the configuration has for arguments of an object as constants, and that are not those of
// the plan. What an expression with references makes a plan does not say.
func constantsOf(o *object) map[string]string {
	texts := map[string]string{}
	for name, e := range o.declared.Expressions {
		if e == nil || e.ExpressionData == nil || len(e.References) > 0 {
			continue
		}
		text, written := e.ConstantValue.(string)
		if planned, ok := o.value[name].(string); written && ok && text != planned {
			texts[name] = text
		}
	}
	return texts
}

// cutKey splits a["x"] into a and x. It is false where there is no key.
func cutKey(step string) (name, key string, ok bool) {
	name, rest, ok := strings.Cut(step, "[")
	if !ok {
		return step, "", false
	}
	return name, keyText(strings.TrimSuffix(rest, "]")), true
}

func keyText(literal string) string {
	if text, err := strconv.Unquote(literal); err == nil {
		return text
	}
	return literal
}
