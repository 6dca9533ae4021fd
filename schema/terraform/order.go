package terraform

import (
	"slices"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/apiglint/apiglint/schema/terraform/configs"
)

// order is what Terraform makes after what. Its graph knows resources, locals, variables and outputs as wholes, and the
// instances of neither resources nor modules: where one waits, all do. So nodes are named by the paths of module calls without
// keys.
type order struct {
	modules map[string]*ModuleInstance
	after   map[node][]node
}

// Nodes that are no locals, variables or resources.
const (
	moduleItself = ""        // what everything in a module waits for
	outputOf     = "output." // an output of a module
	wholeOf      = "module." // everything in a module that is called
	callOf       = "call "   // what a module is given that is not there
)

// Awaits returns what [Questions] has for the instance.
func (i *Instance) Awaits() func(*Instance) bool { return i.Module.root.Awaits(i) }

// Awaits implements [Questions].
func (r *loadedRoot) Awaits(i *Instance) func(*Instance) bool {
	if r.order == nil {
		r.order = &order{map[string]*ModuleInstance{}, map[node][]node{}}
		for _, m := range r.ModuleInstances() {
			if path := m.callPath(); r.order.modules[path] == nil {
				r.order.modules[path] = m
			}
		}
	}
	reached := map[node]bool{}
	ahead := []node{nodeInOrder(i)}
	for len(ahead) > 0 {
		next := ahead[len(ahead)-1]
		ahead = ahead[:len(ahead)-1]
		for _, n := range r.order.edges(next) {
			if !reached[n] {
				reached[n] = true
				ahead = append(ahead, n)
			}
		}
	}
	return func(other *Instance) bool { return reached[nodeInOrder(other)] }
}

func nodeInOrder(i *Instance) node { return node{i.Module.callPath(), i.Resource.Address()} }

// callPath returns the names of the calls that lead to the module.
func (m *ModuleInstance) callPath() string {
	if m.parent == nil {
		return ""
	}
	return m.parent.callPath() + "." + m.call.Name
}

// edges returns what a node waits for.
func (o *order) edges(n node) []node {
	if known, ok := o.after[n]; ok {
		return known
	}
	w := waiting{o: o, m: o.modules[n.module]}
	o.after[n] = nil
	if w.m != nil {
		w.node(n)
	}
	o.after[n] = w.nodes
	return w.nodes
}

// waiting collects what a node of a module waits for.
type waiting struct {
	o     *order
	m     *ModuleInstance
	nodes []node
}

func (w *waiting) node(n node) {
	kind, name := n.split()
	switch {
	case n.address == moduleItself:
		w.itself()
	case kind == "local.":
		if attr := w.m.Module.Locals[name]; attr != nil {
			w.expression(configs.Native(attr.Expr))
		}
	case kind == "var.":
		if w.m.parent == nil {
			return
		}
		if attr := w.m.call.Args[name]; attr != nil {
			w.m = w.m.parent
			w.expression(configs.Native(attr.Expr))
		}
	case kind == outputOf:
		if output := w.m.Module.Outputs[name]; output != nil {
			w.expression(configs.Native(output.Value))
			w.list(output.DependsOn)
		}
	case kind == wholeOf:
		w.everythingIn(name)
	case kind == callOf:
		for _, body := range w.m.Module.Calls[name].Bodies {
			w.body(body)
		}
	default:
		w.resource(n.address)
	}
}

// split returns the kind of node that an address names, and the rest of it. That of a resource has none.
func (n node) split() (kind, name string) {
	for _, kind := range []string{"local.", "var.", outputOf, wholeOf, callOf} {
		if len(n.address) > len(kind) && n.address[:len(kind)] == kind {
			return kind, n.address[len(kind):]
		}
	}
	return "", n.address
}

// itself adds what decides how many instances of the module there are, and what its call waits for.
func (w *waiting) itself() {
	if w.m.parent == nil {
		return
	}
	call := w.m.call
	w.m = w.m.parent
	for _, e := range []hcl.Expression{call.Count, call.ForEach, call.Enabled} {
		if e != nil {
			w.expression(configs.Native(e))
		}
	}
	for _, body := range call.Bodies {
		w.dependsOn(body)
	}
	w.add(moduleItself)
}

func (w *waiting) add(address string) { w.nodes = append(w.nodes, node{w.m.callPath(), address}) }

func (w *waiting) everythingIn(call string) {
	child := w.o.modules[w.m.callPath()+"."+call]
	if child == nil {
		w.add(callOf + call)
		return
	}
	w.m = child
	w.add(moduleItself)
	for _, res := range child.Module.Resources {
		w.add(res.Address())
	}
	for name := range child.Module.Outputs {
		w.add(outputOf + name)
	}
	for name := range child.Module.Calls {
		w.add(wholeOf + name)
	}
}

func (w *waiting) resource(address string) {
	res := w.m.Module.Resource(address)
	if res == nil {
		return
	}
	w.add(moduleItself)
	for _, body := range res.Bodies {
		w.body(body)
		w.dependsOn(body)
	}
	w.list(res.Lifecycle.ReplaceTriggeredBy)
}

func (w *waiting) body(body hcl.Body) { configs.Expressions(body, false, w.expression) }

func (w *waiting) dependsOn(body hcl.Body) {
	if attr := configs.Attributes(body, "depends_on")["depends_on"]; attr != nil {
		w.list(configs.Native(attr.Expr))
	}
}

// list adds a meta-argument that takes a list of references, which are strings in JSON syntax.
func (w *waiting) list(e hcl.Expression) {
	if native, ok := e.(hclsyntax.Expression); ok && native != nil {
		for _, item := range references(native) {
			w.expression(item)
		}
	}
}

func (w *waiting) expression(e hclsyntax.Expression) {
	if e == nil {
		return
	}
	for _, t := range e.Variables() {
		w.reference(t)
	}
}

func (w *waiting) reference(t hcl.Traversal) {
	root := t.RootName()
	name, ok := configs.Step(t, 1)
	switch {
	case !ok || slices.Contains([]string{"each", "count", "path", "terraform", "self"}, root):
	case root == "data" || root == "ephemeral":
		if resource, ok := configs.Step(t, 2); ok {
			w.add(root + "." + name + "." + resource)
		}
	case root == "module":
		w.output(name, t)
	default:
		w.add(root + "." + name)
	}
}

// output adds the output that a reference to a module names, or everything in the module where it names none.
func (w *waiting) output(call string, t hcl.Traversal) {
	path, at := w.m.callPath()+"."+call, 2
	child := w.o.modules[path]
	if len(t) > at {
		if _, index := t[at].(hcl.TraverseIndex); index {
			at++
		}
	}
	if len(t) > at && child != nil {
		if attr, ok := t[at].(hcl.TraverseAttr); ok {
			w.nodes = append(w.nodes, node{path, outputOf + attr.Name}, node{path, moduleItself})
			return
		}
	}
	if w.m.Module.Calls[call] != nil {
		w.add(wholeOf + call)
	}
}
