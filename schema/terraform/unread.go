package terraform

import (
	"maps"
	"slices"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"

	"github.com/apiglint/apiglint/schema/terraform/configs"
)

// UnreadCall is a call of a module that could not be read, in one instance of the module that has it.
type UnreadCall struct {
	Want
	Call *configs.Call
	in   *ModuleInstance
	// scopes are those of its instances. They are made when somebody asks.
	scopes   []*Scope
	expanded bool
}

// Gap is why something may be declared beside what was read. Call is the call of a module, nil where it may be anything.
type Gap struct {
	Want
	Call *UnreadCall
}

// maxGiven is how many instances of a module that could not be read are told apart.
const maxGiven = 1000

func (u *UnreadCall) instances() []*Scope {
	if u.expanded {
		return u.scopes
	}
	u.expanded = true
	own := u.in.Scope()
	sh := own.expand(u.Call.Count, u.Call.ForEach, u.Call.Enabled)
	if sh.size() > maxGiven {
		sh = sh.symbolic()
	}
	sh.elements(own, func(scope *Scope, _ string, _ bool) { u.scopes = append(u.scopes, scope) })
	return u.scopes
}

// Declares reports whether there is, or may be, an instance of the module.
func (u *UnreadCall) Declares() bool { return len(u.instances()) > 0 }

// Given calls take with every argument of every instance of the module, and its value.
func (u *UnreadCall) Given(take func(argument string, v cty.Value)) {
	names := slices.Sorted(maps.Keys(u.Call.Args))
	for _, scope := range u.instances() {
		for _, name := range names {
			take(name, scope.Eval(configs.Native(u.Call.Args[name].Expr)))
		}
	}
}

// Awaited returns the instances that the call names in depends_on, those of whole modules among them.
func (u *UnreadCall) Awaited() []*Instance {
	var all []*Instance
	for _, body := range u.Call.Bodies {
		attr := configs.Attributes(body, "depends_on")["depends_on"]
		if attr == nil {
			continue
		}
		if list := configs.Native(attr.Expr); list != nil {
			for _, item := range references(list) {
				for _, t := range item.Variables() {
					all = append(all, u.in.instancesAt(t)...)
				}
			}
		}
	}
	return all
}

// UnreadCalls returns the calls of modules that could not be read and decide what the value, or a part of it, is.
func UnreadCalls(v cty.Value) []*UnreadCall {
	if !v.ContainsMarked() {
		return nil
	}
	var all []*UnreadCall
	_, marks := v.UnmarkDeep()
	for mark := range marks {
		if unread, ok := mark.(unreadMark); ok {
			all = append(all, unread.call)
		}
	}
	return all
}

// unreadMark is the cty mark of an unknown value that a module decides which could not be read.
type unreadMark struct{ call *UnreadCall }

// unreadValue is what is known of the outputs of a call that has no instances here.
func (m *ModuleInstance) unreadValue(call *configs.Call) cty.Value {
	if u := m.unread[call]; u != nil {
		return cty.DynamicVal.Mark(unreadMark{u})
	}
	return configs.Undecided
}

// instancesAt returns the instances that a reference to a resource, a data source or a module names, all elements of it.
func (m *ModuleInstance) instancesAt(t hcl.Traversal) []*Instance {
	name, _ := configs.Step(t, 1)
	address := t.RootName() + "." + name
	switch t.RootName() {
	case "module":
		var all []*Instance
		for _, child := range m.children(name).instances {
			for _, inner := range child.ModuleInstances() {
				for _, res := range inner.Module.Resources {
					all = append(all, inner.Instances(res)...)
				}
			}
		}
		return all
	case "data", "ephemeral":
		resource, _ := configs.Step(t, 2)
		address += "." + resource
	}
	if res := m.Module.Resource(address); res != nil {
		return m.Instances(res)
	}
	return nil
}

// Gaps returns why something may be declared beside what was read: modules and files that could not be read, and callers that are not
// followed. A module that has certainly no instance declares nothing.
func (r *Root) Gaps() []Gap {
	var gaps []Gap
	for _, u := range r.unreadCalls {
		if u.Declares() {
			gaps = append(gaps, Gap{u.Want, u})
		}
	}
	if !r.Open || !r.anything && len(r.unreadCalls) > 0 {
		return gaps
	}
	found := len(gaps)
	for _, n := range r.Notes {
		if r.called() && n.Range == r.options.Caller {
			gaps = append(gaps, Gap{Want: Want{n.Range, n.Message}})
		}
	}
	if r.options.Unit != nil {
		for _, unread := range r.options.Unit.Unread {
			if unread.Opens {
				gaps = append(gaps, Gap{Want: Want{unread.Range, unread.Text}})
			}
		}
	}
	for _, d := range r.Diagnostics {
		if d.Severity == hcl.DiagError && d.Subject != nil {
			gaps = append(gaps, Gap{Want: Want{*d.Subject, "this could not be read"}})
		}
	}
	if len(gaps) == found {
		gaps = append(gaps, Gap{Want: Want{r.start(), "not all of the configuration was read"}})
	}
	return gaps
}
