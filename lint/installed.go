package lint

import (
	"slices"
	"strings"

	"github.com/apiglint/apiglint/schema"
)

// relateCall adds where the configuration calls the module that a finding stands in, if terraform init has installed it: its
// files are in no repository, and the call is what can be changed.
func (f *Finding) relateCall(c *schema.Config) {
	if !installed(f.Range.Filename) {
		return
	}
	for _, m := range c.Root.ModuleInstances() {
		if m.Path == "" || !strings.HasPrefix(f.Resource, m.Path+".") || installed(m.Parent().Module.Dir) {
			continue
		}
		f.Relate(m.CalledAt(), "%s is called here", m.Path)
	}
}

// installed reports whether a path leads into what terraform init keeps.
func installed(name string) bool { return slices.Contains(strings.Split(name, "/"), ".terraform") }
