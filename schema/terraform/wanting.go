package terraform

import (
	"slices"

	"github.com/hashicorp/hcl/v2"

	"github.com/apiglint/apiglint/schema/terraform/configs"
)

// Want is why something is not known.
type Want struct {
	Range hcl.Range
	Text  string // a clause
}

// Wants returns a function that says why an argument is not known, as far as that is an input without a value, a module that could not
// be read, a removed block, or a data source. The name "" asks how many instances there are. It returns nothing for what only an apply decides.
func (r *Root) Wants() func(i *Instance, b *Block, name string) []Want {
	unset := r.unset()
	unread := map[hcl.Range]string{}
	for _, n := range r.Notes {
		if n.Module != "" {
			unread[n.Range] = n.Message
		}
	}
	return func(i *Instance, b *Block, name string) []Want {
		if i.Undeclared { // this root was read from files
			return []Want{{i.Resource.Header, "a removed block leaves " + i.Resource.Address() + " in the cloud"}}
		}
		if name == "" {
			scope, e := i.multiplicity()
			if e == nil {
				return nil
			}
			return scope.reach(configs.Native(e)).wants(unset, unread)
		}
		arg := b.Arg(name)
		if arg == nil || arg.given != nil {
			return nil
		}
		return arg.Reach().wants(unset, unread)
	}
}

// multiplicity returns the expression that decides how many there are of an instance, or of a module around it.
func (i *Instance) multiplicity() (*Scope, hcl.Expression) {
	decides := func(all ...hcl.Expression) hcl.Expression {
		for _, e := range all {
			if e != nil {
				return e
			}
		}
		return nil
	}
	if e := decides(i.Resource.Count, i.Resource.ForEach, i.Resource.Enabled); e != nil {
		return i.Module.Scope(), e
	}
	for m := i.Module; m.parent != nil; m = m.parent {
		if e := decides(m.call.Count, m.call.ForEach, m.call.Enabled); e != nil {
			return m.parent.Scope(), e
		}
	}
	return nil, nil
}

func (r Reach) wants(unset map[string]*Lack, unread map[hcl.Range]string) []Want {
	var wants []Want
	for n := range r.nodes {
		if lack := unset[n.address]; lack != nil && n.module == "" {
			wants = append(wants, Want{lack.Range, lack.Name + " has no value"})
		}
	}
	for call := range r.unread {
		wants = append(wants, Want{call.Range, unread[call.Range]})
	}
	for _, reading := range r.Readings() {
		if len(reading.Instances) > 0 && reading.Instances[0].Resource.Mode == configs.Data {
			res := reading.Instances[0].Resource
			wants = append(wants, Want{res.Header, res.Address() + " is read by an apply"})
		}
	}
	if r.workspace && unset[Workspace] != nil {
		wants = append(wants, Want{Text: "terraform.workspace has no value"})
	}
	slices.SortFunc(wants, func(a, b Want) int { return CompareRanges(a.Range, b.Range) })
	return slices.Compact(wants)
}
