package terraform

import (
	"cmp"
	"slices"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"

	"github.com/apiglint/apiglint/schema/terraform/configs"
)

// Want is why something is not known.
type Want struct {
	Range hcl.Range
	Text  string // a clause
}

// Wants returns a function that says why an argument is not known, as far as that is an input without a value, a module that could not
// be read, a removed block, or a data source, and in a plan what only the apply decides. The name "" asks how many instances there are,
// that of a type of nested blocks how many of them.
func (r *Root) Wants() func(i *Instance, b *Block, name string) []Want {
	unread := map[hcl.Range]string{}
	for _, n := range r.Notes {
		if n.Module != "" {
			unread[n.Range] = n.Message
		}
	}
	_, loaded := r.Questions.(*loadedRoot)
	w := wanting{unset: r.unset(), unread: unread, planned: !loaded}
	return func(i *Instance, b *Block, name string) []Want {
		if i.Undeclared {
			return []Want{{i.Resource.Header, "a removed block leaves " + i.Resource.Address() + " in the cloud"}}
		}
		w.wants, w.seen = nil, map[question]bool{}
		w.follow(i, b, name)
		slices.SortFunc(w.wants, func(a, b Want) int { return cmp.Or(CompareRanges(a.Range, b.Range), cmp.Compare(a.Text, b.Text)) })
		return slices.Compact(w.wants)
	}
}

// wanting gathers why something is not known.
type wanting struct {
	unset   map[string]*Lack
	unread  map[hcl.Range]string
	planned bool
	wants   []Want
	seen    map[question]bool
}

// question is what is asked of a block: see [Root.Wants].
type question struct {
	block *Block
	name  string
}

func (w *wanting) follow(i *Instance, b *Block, name string) {
	q := question{b, name}
	if w.seen[q] {
		return
	}
	w.seen[q] = true
	if name == "" {
		if scope, e := i.multiplicity(); e != nil {
			w.reach(scope.reach(configs.Native(e)))
		}
		return
	}
	if i.Symbolic { // the key is as little known as how many there are
		w.follow(i, b, "")
	}
	arg, made := b.Arg(name), b.Dynamic[name]
	_, open := b.Open[name]
	switch {
	case arg != nil && arg.given != nil:
		w.decidedByApply(arg.Value())
	case arg != nil:
		w.reach(arg.Reach())
	case made.forEach != nil:
		w.reach(made.scope.reach(configs.Native(made.forEach)))
	case open && w.planned:
		w.add(hcl.Range{}, "how many blocks there are is known only after the apply")
	}
}

func (w *wanting) add(at hcl.Range, text string) { w.wants = append(w.wants, Want{at, text}) }

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

// reach gathers what an expression lacks.
func (w *wanting) reach(r Reach) {
	for n := range r.nodes {
		if lack := w.unset[n.address]; lack != nil && n.module == "" {
			w.add(lack.Range, lack.Name+" has no value")
		}
	}
	for call := range r.unread {
		w.add(call.Range, w.unread[call.Range])
	}
	for _, reading := range r.Readings() {
		if len(reading.Instances) > 0 {
			w.reading(reading)
		}
	}
	if r.workspace && w.unset[Workspace] != nil {
		w.add(hcl.Range{}, "terraform.workspace has no value")
	}
}

// reading gathers what an attribute of a resource lacks, whose instances may be of any number.
func (w *wanting) reading(r Reading) {
	first := r.Instances[0]
	if first.Resource.Mode == configs.Data {
		w.add(first.Resource.Header, first.Resource.Address()+" is read by an apply")
		return
	}
	if first.Symbolic {
		w.follow(first, first.Block(), "")
	}
	for _, i := range r.Instances[:min(len(r.Instances), maxLacking)] {
		if arg := i.Block().Arg(r.Attr); arg != nil && !Unmarked(arg.Value()).IsWhollyKnown() {
			w.follow(i, i.Block(), r.Attr)
		}
	}
}

// decidedByApply gathers the attributes that a value of a plan is made from and that only the apply decides.
func (w *wanting) decidedByApply(v cty.Value) {
	if Unmarked(v).IsWhollyKnown() {
		return
	}
	named := false
	origins := Origins(v)
	if plain := Unmarked(v); len(origins) == 1 && origins[0].Attr == "id" && !Undecided(v) && plain.Type() == cty.String && plain.Range().StringPrefix() == "" {
		return // it is certain which object is meant
	}
	for _, origin := range origins {
		if origin.Attr != "" {
			named = true
			w.add(origin.Instance.Resource.Header, origin.Instance.Address+"."+origin.Attr+" is known only after the apply")
		}
	}
	if !named {
		w.add(hcl.Range{}, "a value is known only after the apply")
	}
}
