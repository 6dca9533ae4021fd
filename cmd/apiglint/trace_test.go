package main

import (
	"maps"
	"slices"
	"testing"

	"github.com/apiglint/apiglint/lint/report/reporttest"
)

// TestTracesOfExamples holds the JSON of all promised calls of the examples and of both sides of every plan to its schema.
func TestTracesOfExamples(t *testing.T) {
	schema := []byte(readFile(t, "../../docs/apiglint-trace-1.schema.json"))
	for _, path := range append(slices.Sorted(maps.Keys(planFiles(t))), "../../testdata/examples", "../../testdata/trace") {
		complain(t, path, reporttest.Schema(schema, run(t, "trace", "--all", "--format", "json", path)))
	}
}

// TestCoverageOfExamples holds the JSON of what no expectation is about to its schema.
func TestCoverageOfExamples(t *testing.T) {
	schema := []byte(readFile(t, "../../docs/apiglint-coverage-1.schema.json"))
	for _, path := range append(slices.Sorted(maps.Keys(planFiles(t))), "../../testdata/examples", "../../testdata/trace") {
		complain(t, path, reporttest.Schema(schema, run(t, "trace", "--coverage", "--format", "json", path)))
	}
}
