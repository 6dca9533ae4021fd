package plan

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"slices"

	tfjson "github.com/hashicorp/terraform-json"

	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/terraform"
)

// object is a resource instance on one side of the plan.
type object struct {
	mode, typ, name    string
	module, address    string
	key                string
	value              map[string]any
	unknown, sensitive any
	change             *schema.Change
	// same is the object on the other side, where it is exactly as it will be.
	same *object
	// old is what the object was, nil on the side of what exists and for a new object.
	old *object
	// instance is made of it, on its own side or, where two sides share an object, on the last one that was made.
	instance *terraform.Instance
	// filled is the instance whose block was made of it.
	filled *terraform.Instance
	// declared is its configuration, nil where that is gone.
	declared *tfjson.ConfigResource
	// before says that the object was made by a block that may have been another one.
	before bool
	// raw is the value of an object whose type the facts do not have.
	raw json.RawMessage
	// forgotten says that the object leaves the state and stays in the cloud as it is.
	forgotten bool
}

// objects returns what exists and what will be.
func (p *Plan) objects() (before, after []*object) {
	changed := map[string]bool{}
	for _, c := range p.ResourceChanges {
		if c.Deposed != "" {
			continue // about to go, and bound to nothing
		}
		changed[c.Address] = true
		o := object{mode: c.Mode, typ: c.Type, name: c.Name, module: c.ModuleAddress, address: c.Address, key: keyOf(c.Index)}
		plan := action(c.Change.Actions)
		var old *object
		if there(c.Change.Before) && c.Mode != "data" {
			b := o
			b.before = plan.Act != schema.NoOp && plan.Act != schema.Update
			before = append(before, &b)
			old = &b
		}
		known := knownType(c.Mode, c.Type)
		if old != nil && known {
			old.value, _ = decoded(c.Change.Before).(map[string]any)
			old.sensitive = decoded(c.Change.BeforeSensitive)
		}
		var new *object
		if there(c.Change.After) && !c.Change.Actions.Delete() {
			a := o
			a.change, a.old = &plan, old
			after = append(after, &a)
			new = &a
		}
		if slices.Contains(c.Change.Actions, tfjson.ActionForget) && old != nil {
			after = append(after, forgotten(old, new != nil))
		}
		if new != nil && !known {
			new.raw = c.Change.After
		}
		if new != nil && known {
			new.unknown, new.sensitive = decoded(c.Change.AfterUnknown), decoded(c.Change.AfterSensitive)
			if old != nil && bytes.Equal(c.Change.Before, c.Change.After) {
				new.value = old.value
				if plan.Act == schema.NoOp && !anyTrue(new.unknown) {
					new.same = old
				}
			} else {
				new.value, _ = decoded(c.Change.After).(map[string]any)
			}
			if old != nil && plan.Act == schema.Update {
				plan.Arguments = differences(c.Type, old.value, new.value, new.unknown)
			}
		}
	}
	p.untouched(&p.PriorState, changed, func(o *object) {
		before, after = append(before, o), append(after, o)
	})
	byAddress := func(a, b *object) int { return cmp.Compare(a.address, b.address) }
	slices.SortStableFunc(before, byAddress)
	slices.SortStableFunc(after, byAddress)
	return before, after
}

// forgotten returns what is left of an object that leaves the state. Where another one takes its address (OpenTofu replaces an
// object like that whose lifecycle block has destroy = false) it has one of its own.
func forgotten(old *object, replaced bool) *object {
	left := *old
	left.change, left.old, left.same = &schema.Change{}, old, old
	left.forgotten, left.before = true, true
	if replaced {
		left.address += " (forgotten)"
	}
	return &left
}

// untouched visits what the state holds and no change speaks of: data that was read while planning, and what the plan
// does not target.
func (p *Plan) untouched(m *stateModule, changed map[string]bool, visit func(*object)) {
	for _, r := range m.Resources {
		if r.DeposedKey != "" || changed[r.Address] {
			continue
		}
		o := &object{
			mode: r.Mode, typ: r.Type, name: r.Name, module: m.Address, address: r.Address, key: keyOf(r.Index),
			change: &schema.Change{},
		}
		if knownType(r.Mode, r.Type) {
			o.value, _ = decoded(r.Values).(map[string]any)
			o.sensitive = decoded(r.SensitiveValues)
		}
		visit(o)
	}
	for _, child := range m.ChildModules {
		p.untouched(child, changed, visit)
	}
}

func there(src json.RawMessage) bool { return len(src) > 0 && !bytes.Equal(src, []byte("null")) }

func keyOf(index json.RawMessage) string {
	key := decoded(index)
	if key == nil {
		return ""
	}
	return fmt.Sprint(key)
}
