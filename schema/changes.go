package schema

import (
	"cmp"
	"maps"
	"slices"

	"github.com/zclconf/go-cty/cty"

	"github.com/apiglint/apiglint/schema/terraform"
)

// ChangesBetween returns what leads from one configuration to another, by the addresses of the second: of a plan what it says, and of two
// that were read what certainly differs. Either may be nil. Renamed returns the address that an object of before has now.
func ChangesBetween(before, after *Config, renamed func(address string) string) map[string]Change {
	changes := map[string]Change{}
	old := map[string]*Resource{}
	if before != nil {
		for _, r := range before.Resources {
			if r.Managed() {
				old[renamed(r.Address)] = r
			}
		}
	}
	if after != nil {
		for _, r := range after.Resources {
			if !r.Managed() {
				continue
			}
			was := old[r.Address]
			delete(old, r.Address)
			switch {
			case after.Planned && r.Change != nil:
				if r.Change.Act != NoOp {
					changes[r.Address] = *r.Change
				}
			case was == nil:
				changes[r.Address] = Change{Act: Create}
			default:
				change := compare(was, r)
				if len(change.Arguments) > 0 || change.Act != NoOp && !maps.Equal(was.origins(renamed), r.origins(nil)) {
					changes[r.Address] = *change
				}
			}
		}
	}
	for address := range old {
		changes[address] = Change{Act: Delete}
	}
	return changes
}

// origins returns the attributes of others that the arguments are made of.
func (r *Resource) origins(renamed func(string) string) map[[2]string]bool {
	found := map[[2]string]bool{}
	r.eachOrigin(r.Block, func(o terraform.Origin) {
		address := o.Instance.Address
		if renamed != nil {
			address = renamed(address)
		}
		found[[2]string{address, o.Attr}] = true
	})
	return found
}

// Mentioned returns the instances that the resource's arguments name, anywhere in them.
func (r *Resource) Mentioned() []*terraform.Instance {
	found := map[*terraform.Instance]bool{}
	r.eachOrigin(r.Block, func(o terraform.Origin) { found[o.Instance] = true })
	return slices.SortedFunc(maps.Keys(found), func(a, b *terraform.Instance) int { return cmp.Compare(a.Address, b.Address) })
}

func (r *Resource) eachOrigin(b *terraform.Block, visit func(terraform.Origin)) {
	for i := range b.Args {
		value := b.Args[i].Value()
		for _, origin := range terraform.Origins(value) {
			visit(origin)
		}
		_ = cty.Walk(terraform.Unmarked(value), func(_ cty.Path, part cty.Value) (bool, error) { // it returns no error
			for _, origin := range identifiedBy(r.Instance.Module, part) {
				visit(origin)
			}
			return true, nil
		})
	}
	for _, nested := range b.Nested {
		r.eachOrigin(nested, visit)
	}
}
