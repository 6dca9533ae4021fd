package analysis

import (
	"path"
	"slices"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/lint/report"
	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/trace"
)

// compare tells what a change of the root module in a directory does to its callers, and to the calls that settings expect something of. A
// side is nil where there is no root module.
func (f *Found) compare(o Options, p *part, r root, before, after *schema.Config, renamed func(string) string, secrets []string) {
	var expected []*trace.Expectation
	for _, e := range r.settings.Expectations {
		expected = append(expected, &e.Expectation)
	}
	d := trace.Compare(before, after, trace.Review{Renamed: renamed, Day: o.Today, Expected: expected})
	if d.Nothing {
		return
	}
	for _, side := range []*schema.Config{before, after} {
		if side != nil {
			secrets = append(secrets, side.SecretTexts()...)
		}
	}
	report.RedactCallers(&d, secrets)
	f.callers = append(f.callers, report.Callers{Root: path.Join(p.diagnostics.prefix, r.dir), Difference: d})
}

// compareRoots tells what has happened to the callers of root modules since a revision.
func (f *Found) compareRoots(o Options, p *part, before, now []root, renamed func(lint.Identity) lint.Identity) {
	was, is := map[string]*schema.Config{}, map[string]*schema.Config{}
	all := slices.Clone(now)
	for _, r := range now {
		is[r.dir] = r.config
	}
	for _, r := range before {
		was[r.dir] = r.config
		if is[r.dir] == nil {
			all = append(all, r)
		}
	}
	for _, r := range all {
		f.compare(o, p, r, was[r.dir], is[r.dir], func(address string) string {
			return renamed(lint.Identity{Root: r.dir, Resource: address}).Resource
		}, nil)
	}
}
