package analysis

import (
	"path"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/lint/report"
	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/trace"
)

// compare tells what a change of the root module in a directory does to its callers. A side is nil where there is no root module.
func (f *Found) compare(p *part, dir string, before, after *schema.Config, renamed func(string) string, secrets []string) {
	d := trace.Compare(before, after, renamed)
	if len(d.Changed)+len(d.Opened)+d.Unchanged == 0 {
		return
	}
	report.RedactCallers(&d, secrets)
	f.callers = append(f.callers, report.Callers{Root: path.Join(p.diagnostics.prefix, dir), Difference: d})
}

// compareRoots tells what has happened to the callers of root modules since a revision.
func (f *Found) compareRoots(p *part, before, now []root, renamed func(lint.Identity) lint.Identity) {
	was, is := map[string]*schema.Config{}, map[string]*schema.Config{}
	var dirs []string
	for _, r := range now {
		is[r.dir] = r.config
		dirs = append(dirs, r.dir)
	}
	for _, r := range before {
		was[r.dir] = r.config
		if is[r.dir] == nil {
			dirs = append(dirs, r.dir)
		}
	}
	for _, dir := range dirs {
		f.compare(p, dir, was[dir], is[dir], func(address string) string {
			return renamed(lint.Identity{Root: dir, Resource: address}).Resource
		}, nil)
	}
}
