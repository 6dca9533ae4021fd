package definition

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"

	"github.com/apiglint/apiglint/lint/spelling"
	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/facts"
	"github.com/apiglint/apiglint/schema/terraform"
	"github.com/apiglint/apiglint/schema/terraform/configs"
)

// DanglingReferences finds references to what is not declared, in the modules that declare something of the gateway and
// in those that call them.
func DanglingReferences(c *schema.Config, report func(Breach)) {
	instances := c.Root.ModuleInstances()
	concerned := concerned(instances)
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
	for _, module := range modules {
		for r := range c.Root.References(module) {
			for _, m := range of[module] {
				if why := dangling(m, r); why != "" {
					from := inModule(m, r.From)
					report(Breach{Subject: from, At: r.Range, Message: fmt.Sprintf("%s refers to %s: %s", from, spelt(r.Traversal), why)})
				}
			}
		}
	}
}

// concerned answers the module instances that declare something of the gateway, and those above them.
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

// address is a subject that is no resource.
type address string

func (a address) String() string { return string(a) }

func inModule(m *terraform.ModuleInstance, name string) address {
	if m.Path == "" {
		return address(name)
	}
	return address(m.Path + "." + name)
}

// dangling says why a reference leads to nothing, "" where it leads to something or nothing is certain.
func dangling(m *terraform.ModuleInstance, r terraform.Reference) string {
	t := r.Traversal
	name := stepName(t, 1)
	if name == "" {
		return ""
	}
	switch root := t.RootName(); root {
	case "var":
		return undeclared("variable", name, m.Module.Variables)
	case "local":
		return undeclared("local value", name, m.Module.Locals)
	case "module":
		return danglingOutput(m, t, name)
	case "each":
		if !r.Keyed {
			return r.From + " has no for_each"
		}
	case "count":
		if !r.Counted {
			return r.From + " has no count"
		}
	case "self", "path", "terraform":
	case "data", "ephemeral":
		if resource := stepName(t, 2); resource != "" {
			return danglingResource(m, t, root+"."+name+"."+resource, 3)
		}
	default:
		return danglingResource(m, t, root+"."+name, 2)
	}
	return ""
}

func undeclared[V any](noun, name string, declared map[string]V) string {
	if _, ok := declared[name]; ok {
		return ""
	}
	return fmt.Sprintf("no %s %s is declared in this module", noun, name) + meantAmong(name, declared)
}

// maxNames bounds the names that a wrong one is held against: with all names of a large module each, many wrong ones would
// take forever.
const maxNames = 500

func meantAmong[V any](name string, declared map[string]V) string {
	if len(declared) > maxNames {
		return ""
	}
	return meant(name, slices.Collect(maps.Keys(declared)))
}

func meant(name string, names []string) string {
	if near := spelling.Nearest(name, names); near != "" {
		return ", did you mean " + near + "?"
	}
	return ""
}

// danglingOutput judges a reference to a module call.
func danglingOutput(m *terraform.ModuleInstance, t hcl.Traversal, name string) string {
	call := m.Module.Calls[name]
	if call == nil {
		return undeclared("module call", name, m.Module.Calls)
	}
	callee := m.Callee(name)
	if callee == nil || callee.Broken {
		return ""
	}
	output, why := attributeIn(t, 2, call.Count != nil, call.ForEach != nil)
	if why != "" || output == "" || callee.Outputs[output] != nil {
		return why
	}
	return fmt.Sprintf("the module has no output %s", output) + meantAmong(output, callee.Outputs)
}

// danglingResource judges a reference to a resource whose attributes follow at a step.
func danglingResource(m *terraform.ModuleInstance, t hcl.Traversal, address string, step int) string {
	res := m.Module.Resource(address)
	if res == nil {
		return undeclaredResource(m.Module, address)
	}
	name, why := attributeIn(t, step, res.Count != nil, res.ForEach != nil)
	known := typeOf(res)
	if why != "" || name == "" || known == nil || known.Attrs[name] != nil || name == "timeouts" {
		return why
	}
	return fmt.Sprintf("%s has no attribute %s", res.Type, name) + meantAmong(name, known.Attrs)
}

func typeOf(res *configs.Resource) *facts.Type {
	switch res.Mode {
	case configs.Managed:
		return facts.Resource(res.Type)
	case configs.Data:
		return facts.Data(res.Type)
	case configs.Ephemeral:
	}
	return nil
}

func undeclaredResource(m *configs.Module, address string) string {
	if m.Resource("data."+address) != nil {
		return "it is a data source: data." + address
	}
	if bare, ok := strings.CutPrefix(address, "data."); ok && m.Resource(bare) != nil {
		return "it is a resource, not a data source: " + bare
	}
	noun := "resource"
	if strings.HasPrefix(address, "data.") {
		noun = "data source"
	}
	var addresses []string
	if len(m.Resources) <= maxNames {
		for _, res := range m.Resources {
			addresses = append(addresses, res.Address())
		}
	}
	return fmt.Sprintf("no such %s is declared in this module", noun) + meant(address, addresses)
}

// attributeIn answers the attribute that a traversal goes on with behind the object and the key of its instance, or why
// it cannot go on like this. It is "" where it does not go on, or with a key that may be one of an object.
func attributeIn(t hcl.Traversal, step int, counted, keyed bool) (name, why string) {
	if step >= len(t) {
		return "", ""
	}
	switch t[step].(type) {
	case hcl.TraverseAttr:
		switch {
		case counted:
			return "", "it has a count: one of its instances is meant, such as [0]"
		case keyed:
			return "", "it has a for_each: one of its instances is meant, by its key"
		}
		return stepName(t, step), ""
	case hcl.TraverseIndex:
		if !counted && !keyed {
			return "", ""
		}
		return stepName(t, step+1), ""
	case hcl.TraverseSplat:
		if keyed {
			return "", "" // Terraform takes the object of all instances for one element
		}
		return stepName(t, step+1), ""
	}
	return "", ""
}

// stepName answers the name of a step that is written .name or ["name"].
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
