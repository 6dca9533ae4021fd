package schema

import (
	"maps"
	"slices"

	"github.com/zclconf/go-cty/cty"

	"github.com/apiglint/apiglint/schema/terraform"
	"github.com/apiglint/apiglint/schema/terraform/configs"
)

// Act is what a plan does with a resource.
type Act int

// The acts. The zero Act leaves the resource as it is.
const (
	NoOp Act = iota
	Create
	Update
	Replace
	Delete
)

// Change is what a plan does with a resource.
type Change struct {
	Act Act
	// CreatesFirst says that a replacement makes the new object before it destroys the old one.
	CreatesFirst bool
	// Arguments are those, and the nested blocks, that an update changes, sorted.
	Arguments []string
}

// LoadChange reads two root modules, what was applied and what will be, and returns the second with the changes that
// lead to it, as a plan would have them.
func LoadChange(loader *configs.Loader, before, after string, o terraform.Options) (*Config, error) {
	old, err := Load(loader, before, o)
	if err != nil {
		return nil, err
	}
	c, err := Load(loader, after, o)
	if err != nil {
		return nil, err
	}
	applied := map[string]*Resource{}
	for _, r := range old.Resources {
		applied[r.Address] = r
	}
	for _, r := range c.Resources {
		r.Change = &Change{Act: Create}
		if was := applied[r.Address]; was != nil {
			r.Change = compare(was.Block, r.Block)
		}
	}
	return c, nil
}

// compare returns the change from one block to another. Where a difference is not certain it is an update that certainly
// changes nothing.
func compare(before, after *terraform.Block) *Change {
	change := &Change{}
	names := map[string]bool{}
	for _, b := range []*terraform.Block{before, after} {
		for n := range b.Args {
			names[b.Args[n].Name] = true
		}
		for _, nested := range b.Nested {
			names[nested.Type] = true
		}
		for name := range b.Open {
			names[name] = true
		}
	}
	for _, name := range slices.Sorted(maps.Keys(names)) {
		switch same(before, after, name) {
		case Yes:
			continue
		case No:
			change.Arguments = append(change.Arguments, name)
		case Unsure:
		}
		change.Act = Update
	}
	return change
}

// same reports whether an argument, or the nested blocks of a type, are the same in two blocks.
func same(before, after *terraform.Block, name string) Verdict {
	_, open := before.Open[name]
	if _, too := after.Open[name]; open || too {
		return Unsure
	}
	if verdict := sameValue(before.Arg(name), after.Arg(name)); verdict != Yes {
		return verdict
	}
	old, now := before.Blocks(name), after.Blocks(name)
	if len(old) != len(now) {
		return No
	}
	verdict := Yes
	for i := range old {
		switch change := compare(old[i], now[i]); {
		case len(change.Arguments) > 0:
			return No
		case change.Act != NoOp:
			verdict = Unsure
		}
	}
	return verdict
}

func sameValue(before, after *terraform.Argument) Verdict {
	value := func(arg *terraform.Argument) cty.Value {
		if arg == nil {
			return cty.NullVal(cty.DynamicPseudoType)
		}
		return arg.Value()
	}
	x, y := value(before), value(after)
	old, isOne := SingleOrigin(x)
	now, isToo := SingleOrigin(y)
	if isOne && isToo {
		if old.Attr == now.Attr && old.Instance.Address == now.Instance.Address {
			return Yes
		}
		return Unsure
	}
	x, _ = x.UnmarkDeep()
	y, _ = y.UnmarkDeep()
	switch {
	case !x.IsWhollyKnown() || !y.IsWhollyKnown():
		return Unsure
	case x.RawEquals(y) || (x.IsNull() && y.IsNull()):
		return Yes
	}
	return No
}
