// Package analysis lints what a command line means: root modules, plans, and what is new in them.
//
// Data goes one way: a [Scope] is what is linted, [Found] is what was found in it, and of both the report is made.
package analysis

import (
	"slices"

	"github.com/apiglint/apiglint/cmd/apiglint/internal/boundary"
	"github.com/apiglint/apiglint/lint/report"
)

// Analysis is a report with what it was made of.
type Analysis struct {
	Scope  *Scope
	Found  *Found
	Report *report.Report
}

// Run lints everything that is meant by the command line.
func Run(o Options, all []*boundary.Group) (*Analysis, error) {
	baseline, err := openBaseline(o.Baseline)
	if err != nil {
		return nil, err
	}
	scope, err := read(o, all)
	if err != nil {
		return nil, err
	}
	defer scope.close()
	found, err := find(scope, baseline)
	if err != nil {
		return nil, err
	}
	return &Analysis{scope, found, newReport(scope, found)}, nil
}

// Warnings returns sentences about what cannot be compared or shown.
func (a *Analysis) Warnings() []string { return slices.Concat(a.Scope.warnings, a.Found.warnings) }
