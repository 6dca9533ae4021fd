package lint

import (
	"path"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"

	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/terraform"
	"github.com/apiglint/apiglint/schema/terraform/address"
)

// relateCall adds where the configuration calls the module that a finding stands in, if terraform init has installed it: its
// files are in no repository, and the call is what can be changed. So it is with the unit of Terragrunt that calls the root module.
func (f *Finding) relateCall(c *schema.Config) {
	if unit := c.Root.Unit(); unit != nil {
		f.Relate(unit.Range, "%s calls the module here", unit.Dir)
	}
	f.relateCallTo(c, f.Resource)
}

// relateCalls does so for a finding about the text itself, which stands in a module and is about no resource.
func (f *Finding) relateCalls(configs []*schema.Config) {
	if f.Resource != "" || !Installed(f.Range.Filename) {
		return
	}
	for _, c := range configs {
		for _, m := range c.Root.ModuleInstances() {
			if m.Module.Dir == path.Dir(f.Range.Filename) {
				f.relateCallTo(c, m.Path)
			}
		}
	}
}

func (f *Finding) relateCallTo(c *schema.Config, of string) {
	if !Installed(f.Range.Filename) {
		return
	}
	steps := address.Split(of)
	for n, call := range c.Root.Calls(of) {
		if !Installed(call.Range.Filename) {
			f.Relate(call.Range, "%s is called here", strings.Join(steps[:2*(n+1)], "."))
		}
	}
}

// InstalledModules returns the addresses, without keys, of the calls by which a configuration's own modules call those that terraform
// init has installed.
func InstalledModules(root *terraform.Root) []string {
	var calls []string
	for _, m := range root.ModuleInstances() {
		if m.Path != "" && Installed(m.Module.Dir) && !Installed(m.Parent().Module.Dir) {
			calls = append(calls, address.WithoutKeys(m.Path))
		}
	}
	slices.Sort(calls)
	return slices.Compact(calls)
}

// LeftOut returns how many findings settings leave out because they stand in installed modules. Those at one text count once.
func (r Result) LeftOut() int {
	type place struct {
		rule *Rule
		at   hcl.Range
	}
	met := map[place]bool{}
	for _, f := range r.Disabled {
		if f.skipped {
			met[place{f.Rule, f.Range}] = true
		}
	}
	return len(met)
}

// Installed reports whether a path leads into what terraform init keeps.
func Installed(name string) bool { return slices.Contains(strings.Split(name, "/"), ".terraform") }
