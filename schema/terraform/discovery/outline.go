package discovery

import (
	"bytes"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/apiglint/apiglint/schema/facts"
	"github.com/apiglint/apiglint/schema/terraform"
	"github.com/apiglint/apiglint/schema/terraform/configs"
	"github.com/apiglint/apiglint/schema/terraform/files"
	"github.com/apiglint/apiglint/schema/terraform/syntax"
)

// outline is what a module's files say without being parsed: enough to find its calls, and to tell that it cannot have
// anything to do with the provider. Of the blocks that are no calls only the ends are looked for.
type outline struct {
	// concerned says that a file holds one of the words that matter, or that it cannot be outlined.
	concerned bool
	// calls are the module calls. Where there is a doubt, the module has to be asked.
	calls []call
	doubt bool
	// initialised says that terraform init has been there.
	initialised bool
}

// outlined outlines a folder whose files were read. The words are those that make a file matter.
func outlined(folder *files.Folder, words [][]byte) *outline {
	o := &outline{initialised: folder.Initialised, concerned: slices.ContainsFunc(folder.Sources, func(f files.Source) bool {
		return slices.ContainsFunc(words, func(word []byte) bool { return bytes.Contains(f.Bytes, word) })
	})}
	if o.doubt = o.concerned; o.doubt {
		return o // it is going to be read whole
	}
	for _, f := range folder.Sources {
		var calls []syntax.Block
		ok := f.Err == nil && !strings.HasSuffix(f.Name, ".json") && files.TextProblem(f.Bytes) == ""
		if ok {
			calls, ok = syntax.Outline(f.Bytes, f.Name, "module")
		}
		// A call in an override file may change the source of another one, which is for the module to say.
		o.doubt = o.doubt || !ok || f.Override && len(calls) > 0
		for n := range calls {
			o.doubt = o.doubt || callSource(&calls[n]) == ""
			o.calls = append(o.calls, call{callSource(&calls[n]), calls[n].Header()})
		}
	}
	o.concerned = o.doubt
	return o
}

// callSource returns the literal source of a module block, "" where it has none.
func callSource(block *syntax.Block) string {
	if attr := block.Attribute("source"); attr != nil {
		return configs.Source(attr.Expr())
	}
	return ""
}

// called returns the module calls of a directory. An address that is computed is what it is in a root module without a command line.
func (o *outline) called(l *configs.Loader, dir string) []call {
	if !o.doubt {
		return o.calls
	}
	module, _, err := l.Module(dir)
	if err != nil {
		return nil // loading it as a root says so
	}
	var root *terraform.Root
	for _, name := range slices.Sorted(maps.Keys(module.Calls)) {
		c := module.Calls[name]
		if c.ComputedSource != nil && root == nil {
			if root, err = terraform.Load(l, dir, terraform.Options{}); err != nil {
				return nil // as above
			}
		}
		source := c.Source
		if root != nil {
			source = root.Source(c)
		}
		o.calls = append(o.calls, call{source, c.Range})
	}
	o.doubt = false
	return o.calls
}

// unrelated reports whether a root module certainly has nothing to do with the provider, nor any module that it calls.
func (w *walk) unrelated(root string) bool {
	if w.outline[root].initialised && len(w.loader.Installed(root)) > 0 {
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
		return !slices.ContainsFunc(o.called(w.loader, dir), func(c call) bool {
			if configs.IsLocalSource(c.source) {
				return !visit(path.Join(dir, c.source))
			}
			return !ofAnotherProvider(c.source)
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
