package terraform

import (
	"bytes"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/apiglint/apiglint/schema/facts"
	"github.com/apiglint/apiglint/schema/terraform/syntax"
)

// sources are the configuration files of a directory as they were read.
type sources struct {
	files []source
	err   error // about the directory itself
}

// read answers the files of a directory, each read once.
func (l *Loader) read(dir string) *sources {
	s, ok := l.sources[dir]
	if !ok {
		entries, err := fs.ReadDir(l.files, dir)
		if err != nil {
			return &sources{err: plainError(err)}
		}
		s = readSources(l.files, dir, entries)
		l.sources[dir] = s
	}
	return s
}

func readSources(fsys fs.FS, dir string, entries []fs.DirEntry) *sources {
	s := &sources{files: moduleFiles(fsys, dir, entries)}
	inParallel(len(s.files), func(i int) {
		override := s.files[i].override
		s.files[i] = readSource(fsys, s.files[i].name)
		s.files[i].override = override
	})
	return s
}

// outline is what a module's files say without being parsed: enough to find its calls, and to tell that it cannot have
// anything to do with the provider. Of the blocks that are no calls only the ends are looked for.
type outline struct {
	// concerned says that a file names the provider or the linter, or that it cannot be outlined.
	concerned bool
	// sources are those of the module calls. Where there is a doubt, the module has to be asked.
	sources []string
	doubt   bool
}

func (s *sources) outline() *outline {
	o := &outline{concerned: slices.ContainsFunc(s.files, concerned)}
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
func concerned(f source) bool {
	return bytes.Contains(f.bytes, []byte("apiglint")) || slices.ContainsFunc(facts.Providers(), func(name string) bool {
		return bytes.Contains(f.bytes, []byte(name))
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
	if len(w.loader.installed(root)) > 0 {
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
