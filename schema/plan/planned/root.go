package planned

import (
	"iter"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"

	"github.com/apiglint/apiglint/schema/terraform"
	"github.com/apiglint/apiglint/schema/terraform/configs"
	"github.com/apiglint/apiglint/schema/terraform/files"
)

// root returns the questions of a planned root. Those about text are handed on to the sources, with the instances in their
// answers exchanged for the planned ones.
type root struct {
	sources   *terraform.Root // nil where there are none
	byAddress map[string]*terraform.Instance
	instances map[*terraform.Instance]instance
	mentions  map[*configs.Module]map[string]bool
	outputs   []cty.Value
	reach     terraform.Reach
}

// instance is what is known of a planned instance beside its block.
type instance struct {
	from   *terraform.Instance // of the sources, nil where there is none
	region cty.Value
}

// planned returns the planned instance for one of the sources, nil where there is none.
func (r *root) planned(i *terraform.Instance) *terraform.Instance { return r.byAddress[i.Address] }

func (r *root) Files() []*files.File {
	if r.sources == nil {
		return nil
	}
	return r.sources.Files()
}

func (r *root) Secrets() []hcl.Range {
	if r.sources == nil {
		return nil
	}
	return r.sources.Secrets()
}

func (r *root) Calls(of string) []*configs.Call {
	if r.sources == nil {
		return nil
	}
	return r.sources.Calls(of)
}

func (r *root) Outputs() []cty.Value {
	if r.sources == nil {
		return r.outputs
	}
	var values []cty.Value
	for _, v := range r.sources.Outputs() {
		values = append(values, terraform.MapOrigins(v, r.planned))
	}
	return values
}

func (r *root) OutputReach() terraform.Reach {
	if r.sources == nil {
		return r.reach
	}
	return r.sources.OutputReach()
}

func (r *root) Uses(names ...string) map[terraform.Origin][]terraform.Use {
	if r.sources == nil {
		return nil
	}
	return r.ofPlanned(r.sources.Uses(names...))
}

func (r *root) URLs(names ...string) map[terraform.Origin][]terraform.Use {
	if r.sources == nil {
		return nil
	}
	return r.ofPlanned(r.sources.URLs(names...))
}

// ofPlanned exchanges the instances of the sources in uses and their keys.
func (r *root) ofPlanned(uses map[terraform.Origin][]terraform.Use) map[terraform.Origin][]terraform.Use {
	result := map[terraform.Origin][]terraform.Use{}
	for origin, all := range uses {
		for n := range all {
			all[n].Value = terraform.MapOrigins(all[n].Value, r.planned)
		}
		if origin.Instance = r.planned(origin.Instance); origin.Instance != nil {
			result[origin] = all
		}
	}
	return result
}

func (r *root) Mentions(m *configs.Module) map[string]bool { return r.mentions[m] }

// References has none: what was planned is whole.
func (*root) References(*configs.Module) iter.Seq[terraform.Reference] {
	return func(func(terraform.Reference) bool) {}
}

func (r *root) Region(i *terraform.Instance) (cty.Value, bool) {
	region := r.instances[i].region
	return region, region != cty.NilVal
}

func (r *root) Triggers(i *terraform.Instance) []terraform.Reading {
	if i.LifecycleUnknown {
		return nil
	}
	return r.instances[i].from.Triggers()
}

func (r *root) Reach(i *terraform.Instance) terraform.Reach {
	if i.LifecycleUnknown {
		return terraform.UnknownReach(i)
	}
	return r.instances[i].from.Reach()
}

func (r *root) Awaits(i *terraform.Instance) func(*terraform.Instance) bool {
	from := r.instances[i].from
	if from == nil {
		return func(*terraform.Instance) bool { return true }
	}
	awaits := from.Awaits()
	return func(other *terraform.Instance) bool {
		to := r.instances[other].from
		return to == nil || awaits(to)
	}
}

func (r *root) Loaded(i *terraform.Instance) *terraform.Instance {
	if from := r.instances[i].from; from != nil {
		return from
	}
	return i
}
