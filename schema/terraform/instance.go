package terraform

import (
	"fmt"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
	"github.com/zclconf/go-cty/cty/gocty"

	"github.com/apiglint/apiglint/schema/terraform/address"
	"github.com/apiglint/apiglint/schema/terraform/configs"
)

// ModuleInstance is one instance of a module: the root, or one element of a module call.
type ModuleInstance struct {
	Module *configs.Module
	// Path is the instance's address, module.a["x"].module.b, and "" for the root.
	Path string
	// Symbolic says that the call's count or for_each is unknown, or that of a call above it.
	Symbolic bool
	// Unmade says that there certainly is no instance: this one stands for what is written. See [Root.Unmade].
	Unmade bool

	root   *Root
	parent *ModuleInstance
	call   *configs.Call
	scope  *Scope // of the call's arguments, in the parent

	values    map[symbol]*memo
	calls     map[string]*expandedCall
	unread    map[*configs.Call]*UnreadCall // the calls of modules that are missing
	resources map[string]*expandedResource
	reaches   map[string]Reach
	indexes   map[hclsyntax.Expression]map[string]hclsyntax.Expression
}

type expandedCall struct {
	module    *configs.Module // nil where it could not be read
	shape     shape
	instances []*ModuleInstance
}

// Instance is one element of a resource.
type Instance struct {
	Resource *configs.Resource
	Module   *ModuleInstance
	// Address is the whole address: module.a["x"].huaweicloud_apig_api.orders["list"].
	Address string
	// Symbolic says that the instance stands for any number of instances, none included.
	Symbolic bool

	// Identities are the known texts of the attributes that others may name the object by, by attribute, where it exists
	// and a plan says so.
	Identities map[string]string
	// LifecycleUnknown says that the lifecycle block is not known: it may say anything.
	LifecycleUnknown bool
	// Undeclared says that no configuration has the instance: it exists, and goes or is forgotten.
	Undeclared bool

	scope *Scope
	block *Block
	// values are the attributes that were asked for one by one.
	values map[string]*memo
}

type expandedResource struct {
	shape     shape
	instances []*Instance
	value     memo
}

// shape tells how many elements a count or for_each makes, and with which keys.
type shape struct {
	kind    shapeKind
	keys    []cty.Value          // element keys: numbers or strings
	values  []cty.Value          // each.value per key
	unknown cty.Value            // for symbolic: what each.value is known to be, at least its type
	source  hclsyntax.Expression // the for_each
	// disabled says that there is no single one, and perhaps that there may be none.
	disabled, perhaps bool
}

type shapeKind int

const (
	single shapeKind = iota
	counted
	keyed
	symbolicCount
	symbolicKeys
)

// maxInstances bounds the elements of one count or for_each, maxTotal the instances of a whole root, those of modules and
// those of resources, and maxDynamic the blocks that dynamic blocks make in it. A gateway holds at most 8000 APIs.
const (
	maxInstances = 10_000
	maxTotal     = 200_000
	maxDynamic   = 100_000
)

// expand evaluates a count or for_each, or whether there is an instance at all.
func (s *Scope) expand(count, forEach, enabled hcl.Expression) shape {
	r := s.module.root
	switch {
	case count != nil:
		v := Unmarked(s.Eval(configs.Native(count)))
		n := 0
		if v.IsNull() || !v.IsKnown() || gocty.FromCtyValue(mustConvert(v, cty.Number), &n) != nil || n < 0 {
			return shape{kind: symbolicCount}
		}
		if n > maxInstances || r.instances+n > maxTotal {
			r.note(count.Range(), "count = %d is not expanded: one instance stands for all", n)
			return shape{kind: symbolicCount}
		}
		r.instances += n
		sh := shape{kind: counted}
		for i := range n {
			sh.keys = append(sh.keys, cty.NumberIntVal(int64(i)))
		}
		return sh
	case forEach != nil:
		return s.expandKeys(forEach)
	case enabled != nil:
		v := mustConvert(Unmarked(s.Eval(configs.Native(enabled))), cty.Bool)
		known := v.IsKnown() && !v.IsNull()
		return shape{kind: single, disabled: known && v.False(), perhaps: !known}
	}
	return shape{kind: single}
}

func (s *Scope) expandKeys(forEach hcl.Expression) shape {
	r := s.module.root
	source := configs.Native(forEach)
	v, marks := s.Eval(source).Unmark()
	marks = cty.NewValueMarks(append(originMarks(marks), anyMarks(sensitivity(v.WithMarks(marks)))...)...)
	ty := v.Type()
	sh := shape{kind: symbolicKeys, unknown: cty.DynamicVal.WithMarks(marks), source: source}
	switch {
	case ty.IsMapType(), ty.IsSetType():
		sh.unknown = unknownOf(ty.ElementType()).WithMarks(marks)
	case !ty.IsObjectType():
		return sh
	}
	if v.IsNull() || !v.IsKnown() {
		return sh
	}
	if n := v.LengthInt(); n > maxInstances || r.instances+n > maxTotal {
		r.note(forEach.Range(), "for_each of %d elements is not expanded: one instance stands for all", n)
		return sh
	}
	result := shape{kind: keyed, source: source}
	for it := v.ElementIterator(); it.Next(); {
		key, value := it.Element()
		if ty.IsSetType() {
			key = value
		}
		key, keyMarks := key.Unmark()
		if !key.IsKnown() || key.IsNull() || key.Type() != cty.String {
			return sh
		}
		result.keys = append(result.keys, key)
		result.values = append(result.values, value.WithMarks(marks, keyMarks))
	}
	r.instances += len(result.keys)
	return result
}

func originMarks(marks cty.ValueMarks) []any {
	var kept []any
	for mark := range marks {
		if origin, ok := mark.(Origin); ok {
			kept = append(kept, origin)
		}
	}
	return kept
}

func anyMarks(marks cty.ValueMarks) []any {
	var all []any
	for mark := range marks {
		all = append(all, mark)
	}
	return all
}

func mustConvert(v cty.Value, ty cty.Type) cty.Value {
	converted, err := convert.Convert(v, ty)
	if err != nil {
		return cty.UnknownVal(ty)
	}
	return converted
}

// elements calls make for each element of the shape, with the scope of its block and the suffix of its address.
func (sh shape) elements(parent *Scope, add func(scope *Scope, suffix string, symbolic bool)) {
	switch sh.kind {
	case single:
		if !sh.disabled {
			add(parent, "", sh.perhaps)
		}
	case counted:
		for i, key := range sh.keys {
			add(parent.with(&each{count: key}), fmt.Sprintf("[%d]", i), false)
		}
	case keyed:
		for i, key := range sh.keys {
			add(parent.with(&each{key: key, value: sh.values[i], source: sh.source}), address.Index(key.AsString()), false)
		}
	case symbolicCount:
		add(parent.with(&each{count: unknownOf(cty.Number)}), "[*]", true)
	case symbolicKeys:
		add(parent.with(&each{key: unknownOf(cty.String), value: sh.unknown, source: sh.source}), "[*]", true)
	}
}

// children expands a module call, once.
func (m *ModuleInstance) children(name string) *expandedCall {
	if expanded, ok := m.calls[name]; ok {
		return expanded
	}
	if m.calls == nil {
		m.calls = map[string]*expandedCall{}
	}
	expanded := &expandedCall{}
	m.calls[name] = expanded // found by whoever asks again while it is expanded: a cycle has no instances
	call := m.Module.Calls[name]
	if call == nil {
		return expanded
	}
	module := m.root.child(m, call)
	if module == nil {
		return expanded
	}
	expanded.module = module
	own := m.Scope()
	sh := own.expand(call.Count, call.ForEach, call.Enabled)
	if !m.root.admit(call, module, sh.size()) {
		if sh.kind == single || !m.root.admit(call, module, 1) {
			return expanded
		}
		sh = sh.symbolic()
	}
	sh.elements(own, func(scope *Scope, suffix string, symbolic bool) {
		expanded.instances = append(expanded.instances, &ModuleInstance{
			Module:   module,
			Path:     address.Join(m.Path, "module."+name+suffix),
			Symbolic: m.Symbolic || symbolic,
			root:     m.root,
			parent:   m,
			call:     call,
			scope:    scope,
		})
	})
	expanded.shape = sh
	return expanded
}

// admit counts the instances of a module and of what it declares. It is false, and said, where they are too many.
func (r *Root) admit(call *configs.Call, module *configs.Module, instances int) bool {
	n := instances * (1 + len(module.Resources))
	if r.instances+n > maxTotal {
		r.opens()
		r.note(call.Range, "module %q is not expanded: that makes more than %d instances", call.Name, maxTotal)
		return false
	}
	r.instances += n
	return true
}

// size is the number of elements that the shape makes.
func (sh shape) size() int {
	if sh.kind == counted || sh.kind == keyed {
		return len(sh.keys)
	}
	return 1
}

// symbolic is the shape of one element that stands for all.
func (sh shape) symbolic() shape {
	if sh.kind == keyed {
		return shape{kind: symbolicKeys, unknown: cty.DynamicVal, source: sh.source}
	}
	return shape{kind: symbolicCount}
}

// Instances expands a resource of the module, once.
func (m *ModuleInstance) Instances(res *configs.Resource) []*Instance {
	return m.expandResource(res).instances
}

func (m *ModuleInstance) expandResource(res *configs.Resource) *expandedResource {
	local := res.Address()
	if expanded, ok := m.resources[local]; ok {
		return expanded
	}
	if m.resources == nil {
		m.resources = map[string]*expandedResource{}
	}
	expanded := &expandedResource{}
	m.resources[local] = expanded
	own := m.Scope()
	sh := own.expand(res.Count, res.ForEach, res.Enabled)
	sh.elements(own, func(scope *Scope, suffix string, symbolic bool) {
		expanded.instances = append(expanded.instances, &Instance{
			Resource: res,
			Module:   m,
			Address:  address.Join(m.Path, local+suffix),
			Symbolic: m.Symbolic || symbolic,
			scope:    scope,
		})
	})
	expanded.shape = sh
	return expanded
}

// installKey is the key of a call of this module in terraform init's manifest: the names of the calls, joined.
func (m *ModuleInstance) installKey(call string) string {
	for ; m.parent != nil; m = m.parent {
		call = m.call.Name + "." + call
	}
	return call
}

// Evaluate returns the value of an expression that stands directly in the instance's block.
func (i *Instance) Evaluate(e hcl.Expression) cty.Value { return i.scope.Eval(configs.Native(e)) }

// Expressions calls visit for every expression in the instance's block that is more than a literal, nested blocks and
// meta-arguments included.
func (i *Instance) Expressions(visit func(hclsyntax.Expression)) { i.expressions(false, visit) }

func (i *Instance) expressions(literals bool, visit func(hclsyntax.Expression)) {
	for _, body := range i.Resource.Bodies {
		configs.Expressions(body, literals, visit)
	}
}
