package analysis

import (
	"fmt"
	"maps"
	"slices"

	"github.com/apiglint/apiglint/lint/spelling"
	"github.com/apiglint/apiglint/schema/terraform"
	"github.com/apiglint/apiglint/schema/terraform/configs"
)

// learn remembers which variables a root declares.
func (a *Analysis) learn(m *configs.Module) {
	a.Roots++
	a.open = a.open || m.Broken
	for name := range m.Variables {
		a.declared[name] = true
	}
}

// pass counts a root that has nothing to do with the provider. Its variables matter only where one is set.
func (a *Analysis) pass(loader *configs.Loader, dir string) error {
	if len(a.options.Vars) == 0 {
		a.Roots++
		return nil
	}
	module, _, err := loader.Module(dir)
	if err != nil {
		return err
	}
	a.learn(module)
	return nil
}

// undeclared reports a --var that no root declares: it is misspelt.
func (a *Analysis) undeclared(vars []string) error {
	if a.Roots == 0 || a.open {
		return nil
	}
	names := slices.Sorted(maps.Keys(a.declared))
	for _, flag := range vars {
		if name, _, _ := terraform.ParseVar(flag); !a.declared[name] {
			return fmt.Errorf("--var %s: no root module here declares a variable %q%s", flag, name, spelling.Suggestion(name, names))
		}
	}
	return nil
}
