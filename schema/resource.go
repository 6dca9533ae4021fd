package schema

import (
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"

	"github.com/apiglint/apiglint/schema/facts"
	"github.com/apiglint/apiglint/schema/terraform"
	"github.com/apiglint/apiglint/schema/terraform/configs"
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
	// Change is what a plan does with it, nil where there is no plan.
	Change *Change
	// Provider says which releases of the provider the root module may run with.
	Provider *Provider
}

// String is the address.
func (r *Resource) String() string { return r.Address }

// Range is the header of the block: what to point at when something is missing.
func (r *Resource) Range() hcl.Range { return r.Block.Header() }

// PathAt says where in the resource a text stands, "" where it is another one's.
func (r *Resource) PathAt(at hcl.Range) string { return r.Block.PathAt(at) }

// ArgumentAt returns the argument whose value is a text, nil where it is another resource's, or none.
func (r *Resource) ArgumentAt(at hcl.Range) *terraform.Argument { return r.Block.ArgumentAt(at) }

// Symbolic reports whether the resource stands for any number of instances.
func (r *Resource) Symbolic() bool {
	if r.Instance.Symbolic {
		r.Block.Ask("")
	}
	return r.Instance.Symbolic
}

// ExistsWith reports whether the resource certainly exists if another one does: it stands for one instance, or only for
// as many as the module has in which both stand.
func (r *Resource) ExistsWith(other *Resource) bool {
	return !r.Symbolic() || (r.Instance.Module == other.Instance.Module && !strings.HasSuffix(r.Address, "[*]"))
}

// OriginOf returns what a value in the resource is, or refers to: see [OriginOf].
func (r *Resource) OriginOf(raw cty.Value) (terraform.Origin, bool) {
	return OriginOf(r.Instance.Module, raw)
}

// Managed reports whether the block is a resource block, not a data block.
func (r *Resource) Managed() bool { return r.Instance.Resource.Mode == configs.Managed }

// Exists reports whether a plan says that the resource is there before anything is applied.
func (r *Resource) Exists() bool {
	return len(r.Instance.Identities) > 0 || r.Change != nil && (r.Change.Act == NoOp || r.Change.Act == Update)
}

// IsHuaweiCloud reports whether the resource stands in the cloud that the tables are about, not in that of a sister provider,
// which has its own regions and defaults.
func (r *Resource) IsHuaweiCloud() bool { return r.Facts.Prefix == facts.Home }

// CreateBeforeDestroy reports whether the lifecycle block certainly asks for it, and where.
func (r *Resource) CreateBeforeDestroy() (hcl.Range, bool) {
	if r.Change != nil && r.Change.Act == Replace && r.Change.CreatesFirst {
		if e := r.Instance.Resource.Lifecycle.CreateBeforeDestroy; e != nil {
			return e.Range(), true
		}
		return hcl.Range{}, true
	}
	e := r.Instance.Resource.Lifecycle.CreateBeforeDestroy
	if e == nil {
		return hcl.Range{}, false
	}
	v, _ := r.Instance.Evaluate(e).Unmark()
	return e.Range(), v.IsKnown() && !v.IsNull() && v.Type().FriendlyName() == "bool" && v.True()
}

// ReplacedWith reports whether the lifecycle block's replace_triggered_by names anything, and where.
func (r *Resource) ReplacedWith() (hcl.Range, bool) {
	e := r.Instance.Resource.Lifecycle.ReplaceTriggeredBy
	if e == nil {
		return hcl.Range{}, false
	}
	return e.Range(), len(r.Instance.Triggers()) > 0
}

// Ignores reports whether the lifecycle block leaves an argument to others once the resource is made: what is written is
// then not what is there.
func (r *Resource) Ignores(argument string) bool {
	return r.Instance.Resource.Lifecycle.Ignores(argument)
}
