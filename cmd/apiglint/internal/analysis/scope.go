package analysis

import (
	"fmt"
	"iter"
	"path"
	"path/filepath"
	"slices"

	"github.com/hashicorp/hcl/v2"

	"github.com/apiglint/apiglint/cmd/apiglint/internal/boundary"
	"github.com/apiglint/apiglint/cmd/apiglint/internal/confined"
	"github.com/apiglint/apiglint/cmd/apiglint/internal/settings"
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/lint/spelling"
	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/terraform"
	"github.com/apiglint/apiglint/schema/terraform/configs"
	"github.com/apiglint/apiglint/schema/terraform/discovery"
	"github.com/apiglint/apiglint/schema/terraform/terragrunt"
)

// Scope is what is linted: what the command line means, read.
type Scope struct {
	// Base is the directory that file names are relative to.
	Base string
	// Empty are the paths without Terraform, as they are written.
	Empty []string

	options  Options
	parts    []*part
	unread   hcl.Diagnostics // plans that could not be read
	warnings []string
	shown    func(file string) string
	real     func(file string) string
}

// part is what was read within one boundary.
type part struct {
	*boundary.Group
	files       confined.FS
	inputs      terraform.Options
	loader      *configs.Loader
	settings    *settings.Finder
	roots       []root
	unrelated   map[string]*lint.Settings // by the directories of the roots that have nothing to do with the provider
	called      map[string]hcl.Range      // the directories of modules that something calls that is not followed
	plans       []planned
	diagnostics *diagnostics
	whole       func() *discovery.Found // of the boundary, once it has been asked for
}

// root is a root module with its settings. The directory is that of the unit where Terragrunt calls it.
type root struct {
	dir      string
	unit     *terragrunt.Unit // or nil
	settings *lint.Settings
	config   *schema.Config
}

// close gives back what reading has opened.
func (s *Scope) close() {
	for _, p := range s.parts {
		_ = p.files.Close() // they were only read
	}
}

// Roots returns how many root modules there are, with those that have nothing to do with the gateway.
func (s *Scope) Roots() int {
	n := 0
	for _, p := range s.parts {
		n += len(p.roots) + len(p.unrelated)
	}
	return n
}

// Ran reports whether a rule ran for any of the roots.
func (s *Scope) Ran(rule *lint.Rule) bool {
	return slices.ContainsFunc(s.parts, func(p *part) bool {
		return slices.ContainsFunc(p.settings.All(), func(settings *lint.Settings) bool { return settings.Off(rule) == nil })
	})
}

// Shown returns how text names a file.
func (s *Scope) Shown(file string) string { return s.shown(file) }

// Real returns the file that a file's name leads to.
func (s *Scope) Real(file string) string { return s.real(file) }

// Files returns the files that were read, by the names that findings give them.
func (s *Scope) Files() map[string][]byte {
	all := map[string][]byte{}
	for _, p := range s.parts {
		for r := range p.modules() {
			for _, f := range r.Files() {
				all[path.Join(p.diagnostics.prefix, f.Name)] = f.Bytes
			}
		}
		for _, settings := range p.settings.All() {
			for _, f := range settings.ExpectationFiles() {
				all[path.Join(p.diagnostics.prefix, f.Name)] = f.Bytes
			}
		}
	}
	return all
}

// modules returns the root modules that were read, those of the sources of plans among them.
func (p *part) modules() iter.Seq[*terraform.Root] {
	return func(yield func(*terraform.Root) bool) {
		for _, r := range p.roots {
			if !yield(r.config.Root) {
				return
			}
		}
		for _, planned := range p.plans {
			if planned.sources != nil && !yield(planned.sources) {
				return
			}
		}
	}
}

func (r root) module() string {
	if r.unit != nil {
		return r.unit.Module
	}
	return r.dir
}

// configsOf returns the configurations of root modules.
func configsOf(roots []root) []*schema.Config {
	var all []*schema.Config
	for _, r := range roots {
		all = append(all, r.config)
	}
	return all
}

// absolute returns the path of a directory within the boundary.
func (p *part) absolute(dir string) string { return filepath.Join(p.Dir, filepath.FromSlash(dir)) }

// undeclared reports a --var that no root declares: it is misspelt.
func (s *Scope) undeclared() error {
	isVar := func(i Input) bool { return !i.File }
	if !slices.ContainsFunc(s.options.Inputs, isVar) || s.Roots() == 0 {
		return nil
	}
	declared := map[string]bool{}
	for _, p := range s.parts {
		var modules []*configs.Module
		for _, r := range p.roots {
			modules = append(modules, r.config.Root.Module)
		}
		for dir := range p.unrelated {
			module, _, err := p.loader.Module(dir)
			if err != nil {
				return err
			}
			modules = append(modules, module)
		}
		for _, m := range modules {
			if m.Broken {
				return nil // it may declare anything
			}
			for name := range m.Variables {
				declared[name] = true
			}
		}
	}
	var names []string
	for name := range declared {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, flag := range s.options.Inputs {
		if name, _, _ := terraform.ParseVar(flag.Text); isVar(flag) && !declared[name] {
			return fmt.Errorf("--var %s: no root module here declares a variable %q%s", flag.Text, name, spelling.Suggestion(name, names))
		}
	}
	return nil
}
