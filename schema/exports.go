package schema

import (
	"github.com/zclconf/go-cty/cty"

	"github.com/apiglint/apiglint/schema/terraform"
)

// exports is what the outputs of the root module hold, which somebody outside may use.
type exports struct {
	instances map[*terraform.Instance]bool
	// any says that an output is unknown, and not known to come from elsewhere: it may hold any id.
	any bool
}

// exported returns what the outputs of the root module hold.
func exported(root *terraform.Root) exports {
	e := exports{instances: map[*terraform.Instance]bool{}}
	for _, v := range root.Outputs() {
		e.gather(v)
	}
	return e
}

func (e *exports) gather(v cty.Value) {
	plain, marks := v.Unmark()
	traced := false
	for mark := range marks {
		if origin, ok := mark.(terraform.Origin); ok {
			e.instances[origin.Instance], traced = true, true
		}
	}
	switch {
	case !plain.IsKnown():
		e.any = e.any || !traced
	case plain.IsNull() || !plain.CanIterateElements():
	default:
		for it := plain.ElementIterator(); it.Next(); {
			_, element := it.Element()
			e.gather(element)
		}
	}
}

// may reports whether somebody outside may use a resource.
func (e *exports) may(r *Resource) bool { return e.any || e.instances[r.Instance] }

// Exported reports whether an output of the root module certainly holds an attribute of a resource, so that what belongs
// to it may be kept outside.
func (c *Config) Exported(r *Resource) bool { return c.exports.instances[r.Instance] }
