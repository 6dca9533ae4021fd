package discovery

import (
	"cmp"
	"fmt"
	"maps"
	"slices"

	"github.com/hashicorp/hcl/v2"

	"github.com/apiglint/apiglint/schema/terraform/terragrunt"
)

// units reads the units of Terragrunt, and keeps those that are run and whose module is there and is plainly the one.
func (w *walk) units() {
	w.followed = map[string]bool{}
	read := map[string]*terragrunt.Unit{}
	reader := terragrunt.NewReader(w.loader.Files())
	for _, caller := range w.callers {
		if !caller.Beside {
			continue
		}
		if u := reader.Read(caller.Name); u != nil {
			read[caller.Name] = u
			for _, name := range u.Included {
				w.followed[name] = true // it is no unit itself
			}
		}
	}
	for name, u := range read {
		if !w.followed[name] && !u.Skipped && w.module(u) {
			w.followed[name] = true
			w.result.Units = append(w.result.Units, u)
		}
	}
	slices.SortFunc(w.result.Units, func(a, b *terragrunt.Unit) int { return cmp.Compare(a.Dir, b.Dir) })
	w.await(read)
}

// await opens the units that others may read the outputs of: what such a unit lacks others may declare.
func (w *walk) await(read map[string]*terragrunt.Unit) {
	units := map[string]*terragrunt.Unit{}
	for _, u := range w.result.Units {
		units[u.Dir] = u
	}
	anywhere := []hcl.Range{} // where it is not known whose outputs are read
	add := func(u *terragrunt.Unit, at hcl.Range) {
		u.Unread = append(u.Unread, terragrunt.Unread{
			Range: at, Opens: true, Text: fmt.Sprintf("the outputs of %s are read here: what it lacks may be declared elsewhere", u.Dir),
		})
	}
	for _, name := range slices.Sorted(maps.Keys(read)) {
		for _, d := range read[name].Dependencies {
			if u := units[d.Dir]; u != nil && u.Dir != read[name].Dir {
				add(u, d.Range)
			} else if d.Dir == "" {
				anywhere = append(anywhere, d.Range)
			}
		}
	}
	for _, u := range w.result.Units {
		if len(anywhere) > 0 {
			add(u, anywhere[0])
		}
	}
}

// module finds the module of a unit. It is false where there is none, or more than one may be meant. A unit with configuration of its
// own adds that to the module, which is not followed.
func (w *walk) module(u *terragrunt.Unit) bool {
	for _, dir := range u.Sources {
		if w.outline[dir] == nil {
			if module, _, err := w.loader.Module(dir); err != nil || len(module.Files) == 0 {
				continue
			}
		}
		if u.Module != "" {
			return false
		}
		u.Module = dir
	}
	return u.Module != "" && (u.Module == u.Dir || w.outline[u.Dir] == nil)
}
