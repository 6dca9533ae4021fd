package schema

import (
	"fmt"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"

	"github.com/apiglint/apiglint/schema/facts"
	"github.com/apiglint/apiglint/schema/terraform"
)

// Same reports whether Terraform takes an argument, or the nested blocks of a type, for the same in the resource as it was.
func (r *Resource) Same(was *Resource, name string) Verdict {
	if r.Ignores(name) {
		return Yes
	}
	return sameIn(was.Block, r.Block, r.Facts.Attrs, name)
}

// DiffersAt returns the first text of an argument, or of the nested blocks of a type, that is not what it was.
func (r *Resource) DiffersAt(was *Resource, name string) hcl.Range {
	return differsAt(was.Block, r.Block, r.Facts.Attrs, name)
}

func differsAt(before, after *terraform.Block, attrs map[string]*facts.Attr, name string) hcl.Range {
	if arg := after.Arg(name); arg != nil {
		return arg.Range()
	}
	old, now := before.Blocks(name), after.Blocks(name)
	for i := range min(len(old), len(now)) {
		for _, inner := range written(old[i], now[i]) {
			if sameIn(old[i], now[i], attrs[name].Attrs, inner) == No {
				return differsAt(old[i], now[i], attrs[name].Attrs, inner)
			}
		}
	}
	if len(now) > 0 {
		return now[len(now)-1].Header()
	}
	return after.Header()
}

func sameIn(before, after *terraform.Block, attrs map[string]*facts.Attr, name string) Verdict {
	attr := attrs[name]
	switch {
	case attr == nil || attr.ReadOnly():
		return Yes // the timeouts, and what no provider takes
	case attr.Block:
		return sameBlocks(before, after, attrs, name)
	}
	return sameValue(before.Arg(name), after.Arg(name), attr)
}

// sameBlocks reports whether the nested blocks of a type are the same in two blocks.
func sameBlocks(before, after *terraform.Block, attrs map[string]*facts.Attr, name string) Verdict {
	attr := attrs[name]
	_, open := before.Open[name]
	if _, too := after.Open[name]; open || too || before.Arg(name) != nil || after.Arg(name) != nil {
		return Unsure
	}
	old, now := before.Blocks(name), after.Blocks(name)
	switch {
	case len(now) == 0 && attr.Computed:
		return Yes // what there is stays
	case len(old) == 0 && attr.Computed && !oneOf(attrs, name):
		return Unsure
	case len(old) != len(now):
		return No
	}
	var verdicts []Verdict
	for i := range old {
		verdicts = append(verdicts, Alike(attr, old[i], now[i]))
	}
	verdict := all(verdicts...)
	if verdict == No && len(old) > 1 {
		return inAnyOrder(attr, old, now)
	}
	return verdict
}

// Alike reports whether two nested blocks of a type are the same.
func Alike(attr *facts.Attr, a, b *terraform.Block) Verdict {
	var verdicts []Verdict
	for _, name := range written(a, b) {
		verdicts = append(verdicts, sameIn(a, b, attr.Attrs, name))
	}
	return all(verdicts...)
}

// inAnyOrder reports whether blocks are the same that differ one by one. The order of some lists is nothing to the provider,
// and which those are is not known.
func inAnyOrder(attr *facts.Attr, before, after []*terraform.Block) Verdict {
	old, oldKnown := texts(before)
	now, nowKnown := texts(after)
	switch equal := slices.Equal(old, now); {
	case attr.Type == facts.Set && (!oldKnown || !nowKnown):
		return Unsure
	case attr.Type == facts.Set:
		return verdictOf(equal)
	case equal:
		return Unsure
	}
	return No
}

// texts returns a text for what stands in each block, sorted, and whether all of it is known.
func texts(blocks []*terraform.Block) ([]string, bool) {
	var all []string
	known := true
	for _, b := range blocks {
		var text strings.Builder
		for n := range b.Args {
			v, _ := b.Args[n].Value().UnmarkDeep()
			known = known && v.IsWhollyKnown()
			fmt.Fprintf(&text, "%s = %#v\n", b.Args[n].Name, v)
		}
		for _, name := range b.BlockTypes() {
			inner, all := texts(b.Blocks(name))
			known = known && all
			fmt.Fprintf(&text, "%s %q\n", name, inner)
		}
		all = append(all, text.String())
	}
	slices.Sort(all)
	return all, known
}

// sameValue reports whether two arguments are the same, or what there is where one of them is not written.
func sameValue(before, after *terraform.Argument, attr *facts.Attr) Verdict {
	x, y := valueOf(before), valueOf(after)
	old, isOne := SingleOrigin(x)
	now, isToo := SingleOrigin(y)
	if isOne && isToo {
		same := old.Attr == now.Attr && old.Instance.Address == now.Instance.Address
		if same && !before.Reach().Digests() && !after.Reach().Digests() {
			return Yes
		}
		return Unsure
	}
	x, _ = x.UnmarkDeep()
	y, _ = y.UnmarkDeep()
	switch {
	case !x.IsWhollyKnown() || !y.IsWhollyKnown():
		return Unsure
	case x.IsNull() && y.IsNull() || y.IsNull() && attr.Computed:
		return Yes // what there is stays
	case x.IsNull() && attr.Computed:
		return Unsure
	}
	x, okBefore := asStored(x, attr)
	y, okAfter := asStored(y, attr)
	if !okBefore || !okAfter {
		return Unsure
	}
	return verdictOf(x.RawEquals(y))
}

func valueOf(arg *terraform.Argument) cty.Value {
	if arg == nil {
		return cty.NullVal(cty.DynamicPseudoType)
	}
	return arg.Value()
}

// asStored returns a known value in the type of its attribute, and the default, or what is empty, where it is null.
func asStored(v cty.Value, attr *facts.Attr) (cty.Value, bool) {
	ty := attr.ImpliedType()
	if v.IsNull() {
		switch of := attr.Default.(type) {
		case string:
			v = cty.StringVal(of)
		case bool:
			v = cty.BoolVal(of)
		case float64:
			v = cty.NumberFloatVal(of)
		default:
			return empty(ty)
		}
	}
	v, err := convert.Convert(v, ty)
	return v, err == nil
}

// empty returns what the provider's SDK takes for the same as null.
func empty(ty cty.Type) (cty.Value, bool) {
	switch {
	case ty == cty.String:
		return cty.StringVal(""), true
	case ty == cty.Number:
		return cty.Zero, true
	case ty == cty.Bool:
		return cty.False, true
	case ty.IsListType():
		return cty.ListValEmpty(ty.ElementType()), true
	case ty.IsSetType():
		return cty.SetValEmpty(ty.ElementType()), true
	case ty.IsMapType():
		return cty.MapValEmpty(ty.ElementType()), true
	}
	return cty.NilVal, false
}

// oneOf reports whether the nested blocks of a type are one of several, of which exactly one is written.
func oneOf(attrs map[string]*facts.Attr, name string) bool {
	if len(attrs[name].ExactlyOneOf) > 0 {
		return true
	}
	for _, attr := range attrs {
		if slices.Contains(attr.ExactlyOneOf, name) {
			return true
		}
	}
	return false
}
