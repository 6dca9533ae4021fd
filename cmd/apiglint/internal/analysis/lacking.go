package analysis

import (
	"cmp"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/apiglint/apiglint/lint/report"
	"github.com/apiglint/apiglint/schema/facts"
	"github.com/apiglint/apiglint/schema/terraform"
	"github.com/apiglint/apiglint/schema/terraform/configs"
	"github.com/apiglint/apiglint/schema/terraform/files"
)

// lacking returns the root modules within a boundary that have inputs without a value.
func (s *Scope) lacking(p *part) []report.Lacking {
	var all []report.Lacking
	for _, r := range p.roots {
		lacks := r.config.Root.Lacking(isJudged)
		if len(lacks) == 0 {
			continue
		}
		l := report.Lacking{Root: path.Join(p.diagnostics.prefix, r.dir), Inputs: lacks}
		if name := p.variablesFile(r.module(), lacks); name != "" {
			l.File = path.Join(p.diagnostics.prefix, name)
		}
		for n := range l.Inputs {
			p.diagnostics.qualify(&l.Inputs[n].Range)
			for v := range l.Inputs[n].Values {
				p.diagnostics.qualify(&l.Inputs[n].Values[v])
			}
		}
		all = append(all, l)
	}
	return all
}

// isJudged reports whether the facts know the type of a resource.
func isJudged(res *configs.Resource) bool {
	if res.Mode == configs.Data {
		_, ok := facts.CanonicalData(res.Type)
		return ok
	}
	_, ok := facts.Canonical(res.Type)
	return ok && res.Mode == configs.Managed
}

// How far is looked for a variables file that has what is lacking: into how many of them, how many folders deep, and how many files and
// folders in all.
const (
	maxVariablesFiles = 50
	maxDepth          = 3
	maxEntries        = 5_000
)

// variablesFile returns the variables file that gives a value to most of the inputs that lack one, below the root module or else
// below the folder around it. It is "" where there is none.
func (p *part) variablesFile(dir string, lacks []terraform.Lack) string {
	best, most := "", 0
	consider := func(name string) {
		file, _ := files.Read(p.files, name).Parse()
		if file == nil || file.Body == nil {
			return
		}
		attrs, _ := file.Body.JustAttributes()
		n := 0
		for _, lack := range lacks {
			if attrs[strings.TrimPrefix(lack.Name, "var.")] != nil {
				n++
			}
		}
		if n > most {
			best, most = name, n
		}
	}
	for _, start := range slices.Compact([]string{path.Clean(dir), path.Dir(path.Clean(dir))}) {
		if best == "" {
			for _, name := range p.variablesFiles(start, path.Clean(dir)) {
				consider(name)
			}
		}
	}
	return best
}

// variablesFiles returns the variables files below a directory, those that belong to no other root module, by name.
func (p *part) variablesFiles(start, root string) []string {
	var found []string
	deepest, entries := strings.Count(path.Join("/", start), "/")+maxDepth, 0
	_ = fs.WalkDir(p.files, start, func(name string, d fs.DirEntry, err error) error { // what cannot be read is no advice
		entries++
		switch {
		case entries > maxEntries:
			return fs.SkipAll
		case err != nil:
			return fs.SkipDir
		case !d.IsDir():
			if strings.HasSuffix(name, ".tfvars") || strings.HasSuffix(name, ".tfvars.json") {
				found = append(found, name)
			}
			if len(found) >= maxVariablesFiles {
				return fs.SkipAll
			}
		case name == start:
		case strings.HasPrefix(d.Name(), "."), strings.Count(path.Join("/", name), "/") > deepest, name != root && p.hasConfiguration(name):
			return fs.SkipDir
		}
		return nil
	})
	slices.SortStableFunc(found, func(a, b string) int {
		return cmp.Or(cmp.Compare(strings.Count(a, "/"), strings.Count(b, "/")), cmp.Compare(a, b))
	})
	return found
}

// hasConfiguration reports whether a directory is a module.
func (p *part) hasConfiguration(dir string) bool {
	entries, err := fs.ReadDir(p.files, dir)
	return err == nil && slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return !e.IsDir() && files.IsConfigName(e.Name()) })
}
