package definition

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/lint/spelling"
	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/facts"
	"github.com/apiglint/apiglint/schema/terraform"
	"github.com/apiglint/apiglint/schema/terraform/configs"
)

// DanglingReferences finds references to what is not declared, in the modules that declare something of the gateway and
// in those that call them.
func DanglingReferences(p *lint.Pass) {
	instances, provider := p.Root.ModuleInstances(), providerOf(p)
	concerned := concerned(instances)
	if p.Planned {
		p.Idle(takenByProvider)
		return
	}
	var modules []*configs.Module
	of := map[*configs.Module][]*terraform.ModuleInstance{}
	for _, m := range instances {
		if !concerned[m] || m.Module.Broken {
			continue
		}
		if of[m.Module] == nil {
			modules = append(modules, m.Module)
		}
		of[m.Module] = append(of[m.Module], m)
	}
	if len(modules) == 0 {
		p.Idle("no module that declares something of a gateway, or calls one that does, can be read")
	}
	for _, module := range modules {
		var missing undeclaredThings
		for r := range p.Root.References(module) {
			for _, m := range of[module] {
				why, remedy := dangling(m, r, provider)
				if why == "" {
					continue
				}
				d := danglingReference{r, m, why, remedy}
				if name := d.undeclared(); name != "" {
					missing.add(name, d)
				} else {
					d.report(p, inModule(m, r.From), "")
				}
			}
		}
		missing.report(p)
	}
}

// concerned returns the module instances that declare something of the gateway, and those above them.
func concerned(instances []*terraform.ModuleInstance) map[*terraform.ModuleInstance]bool {
	all := map[*terraform.ModuleInstance]bool{}
	for _, m := range instances {
		if !slices.ContainsFunc(m.Module.Resources, ofGateway) {
			continue
		}
		for ; m != nil && !all[m]; m = m.Parent() {
			all[m] = true
		}
	}
	return all
}

func ofGateway(res *configs.Resource) bool {
	return facts.OfGateway(res.Type)
}

func inModule(m *terraform.ModuleInstance, name string) address {
	if m.Path == "" {
		return address(name)
	}
	return address(m.Path + "." + name)
}

// dangling says why a reference leads to nothing, and what to do, "" where it leads to something or nothing is certain.
func dangling(m *terraform.ModuleInstance, r terraform.Reference, provider *schema.Provider) (why, remedy string) {
	t := r.Traversal
	name := stepName(t, 1)
	if name == "" {
		return "", ""
	}
	switch root := t.RootName(); root {
	case "var":
		return undeclared("variable", "var.", name, m.Module.Variables)
	case "local":
		return undeclared("local value", "local.", name, m.Module.Locals)
	case "module":
		return danglingOutput(m, t, name)
	case "each":
		if !r.Keyed {
			return r.From + " has no for_each", "add a for_each to " + r.From + ", or remove " + spelt(t)
		}
	case "count":
		if !r.Counted {
			return r.From + " has no count", "add a count to " + r.From + ", or remove " + spelt(t)
		}
	case "self", "path", "terraform", "action": // action blocks are not read
	case "data", "ephemeral":
		if resource := stepName(t, 2); resource != "" {
			return danglingResource(m, t, root+"."+name+"."+resource, 3, provider)
		}
	default:
		return danglingResource(m, t, root+"."+name, 2, provider)
	}
	return "", ""
}

// noSuch begins what is said of what a module does not declare.
const noSuch = "this module has no "

// undeclared is about a name that is not among those of the module.
func undeclared[V any](noun, prefix, name string, declared map[string]V) (why, remedy string) {
	if _, ok := declared[name]; ok {
		return "", ""
	}
	return fmt.Sprintf("%s%s %s", noSuch, noun, name), nearest(prefix, name, slices.Collect(maps.Keys(declared)), "declare the "+noun+" "+name)
}

// maxNames bounds the names that a wrong one is held against: with all names of a large module each, many wrong ones would
// take forever.
const maxNames = 500

// nearest says to write the name that was meant, or what else to do if there is none.
func nearest(prefix, name string, names []string, otherwise string) string {
	if len(names) > maxNames {
		return otherwise
	}
	if found := spelling.Nearest(name, names); found != "" {
		return "refer to " + prefix + found
	}
	return otherwise
}

// danglingOutput is about a reference to a module call.
func danglingOutput(m *terraform.ModuleInstance, t hcl.Traversal, name string) (why, remedy string) {
	call := m.Module.Calls[name]
	if call == nil {
		return undeclared("module call", "module.", name, m.Module.Calls)
	}
	callee := m.Callee(name)
	if callee == nil || callee.Broken {
		return "", ""
	}
	output, why, remedy := attributeIn(t, 2, call.Count != nil, call.ForEach != nil)
	if why != "" || output == "" || callee.Outputs[output] != nil {
		return why, remedy
	}
	return "module." + name + " has no output " + output,
		nearest("module."+name+".", output, slices.Collect(maps.Keys(callee.Outputs)), "declare the output "+output+" in it")
}

func undeclaredResource(m *configs.Module, address string) (why, remedy string) {
	if m.Resource("data."+address) != nil {
		return "that is a data source", "refer to data." + address
	}
	noun := "resource"
	if bare, ok := strings.CutPrefix(address, "data."); ok {
		if m.Resource(bare) != nil {
			return "that is a resource, not a data source", "refer to " + bare
		}
		noun = "data source"
	}
	var addresses []string
	for _, res := range m.Resources[:min(len(m.Resources), maxNames+1)] {
		addresses = append(addresses, res.Address())
	}
	return noSuch + "such " + noun, nearest("", address, addresses, "declare "+address)
}

// attributeIn returns the attribute that a traversal goes on with behind the object and the key of its instance, or why
// it cannot go on like this. It is "" where it does not go on, or with a key that may be one of an object.
func attributeIn(t hcl.Traversal, step int, counted, keyed bool) (name, why, remedy string) {
	if step >= len(t) {
		return "", "", ""
	}
	switch t[step].(type) {
	case hcl.TraverseAttr:
		switch {
		case counted:
			return "", "it has a count", "refer to one of its instances, such as " + spelt(t[:step]) + "[0]"
		case keyed:
			return "", "it has a for_each", "refer to one of its instances by its key, such as " + spelt(t[:step]) + "[each.key]"
		}
		return stepName(t, step), "", ""
	case hcl.TraverseIndex:
		if counted || keyed {
			return stepName(t, step+1), "", ""
		}
	case hcl.TraverseSplat:
		if !keyed { // else Terraform takes the object of all instances for one element
			return stepName(t, step+1), "", ""
		}
	}
	return "", "", ""
}

// stepName returns the name of a step that is written .name or ["name"].
func stepName(t hcl.Traversal, i int) string {
	if i >= len(t) {
		return ""
	}
	switch step := t[i].(type) {
	case hcl.TraverseAttr:
		return step.Name
	case hcl.TraverseIndex:
		if step.Key.Type() == cty.String && step.Key.IsKnown() && !step.Key.IsNull() {
			return step.Key.AsString()
		}
	}
	return ""
}

// spelt writes a traversal up to its first key that is no literal.
func spelt(t hcl.Traversal) string {
	var b strings.Builder
	b.WriteString(t.RootName())
	for _, step := range t[1:] {
		switch s := step.(type) {
		case hcl.TraverseAttr:
			b.WriteString("." + s.Name)
		case hcl.TraverseSplat:
			b.WriteString("[*]")
		case hcl.TraverseIndex:
			switch {
			case !s.Key.IsKnown() || s.Key.IsNull():
				b.WriteString("[…]")
			case s.Key.Type() == cty.String:
				fmt.Fprintf(&b, "[%q]", s.Key.AsString())
			default:
				b.WriteString("[" + s.Key.AsBigFloat().Text('f', -1) + "]")
			}
		}
	}
	return b.String()
}
