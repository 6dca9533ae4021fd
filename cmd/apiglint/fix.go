package main

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/apiglint/apiglint/cmd/apiglint/internal/analysis"
	"github.com/apiglint/apiglint/cmd/apiglint/internal/boundary"
	"github.com/apiglint/apiglint/cmd/apiglint/internal/fix"
	"github.com/apiglint/apiglint/cmd/apiglint/internal/overlay"
)

// repaired makes the fixes, on disk or as a diff, and answers the analysis of what there is then.
func (c *Command) repaired(o checkOptions, all []*boundary.Group, first *analysis.Analysis) (*analysis.Analysis, error) {
	fixes, last, err := fix.Make(all, first, func(over overlay.Files) (*analysis.Analysis, error) {
		o.Over = over
		return c.analyse(o, all)
	})
	if err != nil {
		return nil, err
	}
	for _, name := range slices.Sorted(maps.Keys(fixes.Skipped)) {
		c.complain("%s could be fixed, but is unchanged: %s", first.Scope.Shown(name), fixes.Skipped[name])
	}
	if o.diff {
		patch, remarks, err := fixes.Patch(first)
		if err != nil {
			return nil, err
		}
		for _, remark := range remarks {
			c.complain("%s", remark)
		}
		c.complain("--fix would fix %s", fixes.Count())
		return first, show(c.Stdout, patch)
	}
	if err := fixes.Write(first.Scope.Shown); err != nil {
		return nil, err
	}
	c.complain("fixed %s", fixes.Count())
	return last, nil
}

// fixable refuses what fixes do not go with.
func (o checkOptions) fixable(all []*boundary.Group) error {
	flag := "--fix"
	switch {
	case o.fix && o.diff:
		return errors.New("--fix changes files, and --diff only shows the changes: use one of them")
	case o.diff:
		flag = "--diff"
	case !o.fix:
		return nil
	}
	for _, g := range all {
		for _, t := range g.Targets {
			if t.Plan != "" {
				return fmt.Errorf("%s is for configurations, and %s is a plan", flag, t.Written)
			}
		}
	}
	for _, format := range o.formats {
		if o.diff && !strings.Contains(format, "=") {
			return fmt.Errorf("--diff goes to stdout: write the report to a file with --format %s=FILE", format)
		}
	}
	return nil
}
