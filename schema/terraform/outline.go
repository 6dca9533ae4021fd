package terraform

import (
	"bytes"
	"path"
	"slices"
	"strings"

	"github.com/apiglint/apiglint/schema/facts"
	"github.com/apiglint/apiglint/schema/terraform/syntax"
)

// sources are the files of a directory as they were read.
type sources struct {
	files     []source
	variables []string // the variables files that Terraform reads by itself
	err       error    // about the directory itself
}

// variables answers the variables files of a directory that Terraform reads by itself.
func (l *Loader) variables(dir string) []string {
	l.reading.Lock()
	defer l.reading.Unlock()
	return l.read(dir).variables
}

// read answers the files of a directory, each read once. The loader is locked.
func (l *Loader) read(dir string) *sources {
	if s, ok := l.sources[dir]; ok {
		return s
	}
	f, err := l.list(dir)
	if err != nil {
		return &sources{err: err}
	}
	defer f.close()
	s := f.read(l.files, &room{})
	l.sources[dir] = s
	return s
}

// module parses the files, which the module has from then on.
func (s *sources) module(dir string) *parsed {
	m := &parsed{}
	m.module, m.diags = newModule(dir, s.files)
	s.files = nil
	return m
}

// outline is what a module's files say without being parsed: enough to find its calls, and to tell that it cannot have
// anything to do with the provider. Of the blocks that are no calls only the ends are looked for.
type outline struct {
	// concerned says that a file names the provider or the linter, or that it cannot be outlined.
	concerned bool
	// sources are those of the module calls. Where there is a doubt, the module has to be asked.
	sources []string
	doubt   bool
	// initialised says that terraform init has been there.
	initialised bool
}

func (s *sources) outline() *outline {
	o := &outline{concerned: slices.ContainsFunc(s.files, func(f source) bool { return f.concerned })}
	if o.doubt = o.concerned || s.err != nil; o.doubt {
		return o // it is going to be read whole
	}
	for _, f := range s.files {
		var calls []syntax.Block
		ok := f.err == nil && !strings.HasSuffix(f.name, ".json") && TextProblem(f.bytes) == ""
		if ok {
			calls, ok = syntax.Outline(f.bytes, f.name, "module")
		}
		// A call in an override file may change the source of another one, which is for the module to say.
		o.doubt = o.doubt || !ok || f.override && len(calls) > 0
		for n := range calls {
			o.sources = append(o.sources, callSource(&calls[n]))
		}
	}
	o.concerned = o.doubt
	return o
}

// concerned reports whether a file names the provider, one of its sisters, or the linter.
func concerned(src []byte) bool {
	return bytes.Contains(src, []byte("apiglint")) || slices.ContainsFunc(facts.Providers(), func(name string) bool {
		return bytes.Contains(src, []byte(name))
	})
}

// callSource answers the literal source of a module block, "" where it has none.
func callSource(block *syntax.Block) string {
	if attr := block.Attribute("source"); attr != nil {
		return literalString(attr.Expr())
	}
	return ""
}

// calls answers the sources of the module calls of a directory.
func (o *outline) calls(l *Loader, dir string) []string {
	if !o.doubt {
		return o.sources
	}
	module, _, err := l.Module(dir)
	if err != nil {
		return nil // loading it as a root says so
	}
	var all []string
	for _, name := range sortedKeys(module.Calls) {
		all = append(all, module.Calls[name].Source)
	}
	return all
}

// foreign reports whether a root module certainly has nothing to do with the provider, nor any module that it calls.
func (w *walk) foreign(root string) bool {
	if w.outline[root].initialised && len(w.loader.installed(root)) > 0 {
		return false // what terraform init has installed is as good as any other module
	}
	seen := map[string]bool{}
	var visit func(dir string) bool
	visit = func(dir string) bool {
		if seen[dir] {
			return true
		}
		seen[dir] = true
		o := w.outline[dir]
		if o == nil {
			return false // it lies outside of where roots are looked for
		}
		if o.concerned {
			return false
		}
		return !slices.ContainsFunc(o.calls(w.loader, dir), func(source string) bool {
			if isLocalSource(source) {
				return !visit(path.Join(dir, source))
			}
			return !ofAnotherProvider(source)
		})
	}
	return visit(root)
}

// ofAnotherProvider reports whether a module source is an address in a registry, which ends with the name of the main
// provider of the module, and that is another one.
func ofAnotherProvider(source string) bool {
	source, _, _ = strings.Cut(source, "//")
	parts := strings.Split(source, "/")
	return (len(parts) == 3 || len(parts) == 4) && !strings.ContainsAny(source, ":?") &&
		!slices.Contains(facts.Providers(), parts[len(parts)-1])
}
