package schema

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/apiglint/apiglint/schema/facts"
	"github.com/apiglint/apiglint/schema/terraform"
)

// Resource is an instance of a resource or data block whose type the facts tables know. Every kind embeds the one that
// it was read from.
type Resource struct {
	// Address is the whole address: module.a["x"].huaweicloud_apig_api.orders["list"]. An element that stands for any
	// number of others has the key *.
	Address string
	// Facts are what the tables say of the type.
	Facts *facts.Type
	// Block is the evaluated block.
	Block *terraform.Block
	// Instance is where the resource stands in the module tree.
	Instance *terraform.Instance
}

// String is the address.
func (r *Resource) String() string { return r.Address }

// Range is the header of the block: what to point at when something is missing.
func (r *Resource) Range() hcl.Range { return r.Block.Header }

// Symbolic reports whether the resource stands for any number of instances.
func (r *Resource) Symbolic() bool { return r.Instance.Symbolic }

// Managed reports whether the block is a resource block, not a data block.
func (r *Resource) Managed() bool { return r.Instance.Resource.Mode == terraform.Managed }

// CreateBeforeDestroy reports whether the lifecycle block certainly asks for it, and where.
func (r *Resource) CreateBeforeDestroy() (hcl.Range, bool) {
	e := r.Instance.Resource.Lifecycle.CreateBeforeDestroy
	if e == nil {
		return hcl.Range{}, false
	}
	v, _ := r.Instance.Evaluate(e).Unmark()
	return e.Range(), v.IsKnown() && !v.IsNull() && v.Type().FriendlyName() == "bool" && v.True()
}

// ReplacedWith lists what the lifecycle block's replace_triggered_by names.
func (r *Resource) ReplacedWith() []hcl.Traversal {
	e, ok := r.Instance.Resource.Lifecycle.ReplaceTriggeredBy.(hclsyntax.Expression)
	if !ok {
		return nil
	}
	return e.Variables()
}

// Ignores reports whether the lifecycle block leaves an argument to others once the resource is made: what is written is
// then not what is there.
func (r *Resource) Ignores(argument string) bool {
	return r.Instance.Resource.Lifecycle.Ignores(argument)
}
