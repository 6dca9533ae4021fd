package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/apiglint/apiglint/cmd/apiglint/internal/analysis"
	"github.com/apiglint/apiglint/cmd/apiglint/internal/boundary"
	"github.com/apiglint/apiglint/lint/prose"
	"github.com/apiglint/apiglint/lint/report"
	"github.com/apiglint/apiglint/lint/spelling"
)

// output is a format with the file that it goes to, "" for stdout.
type output struct {
	report.Format
	file string
}

// shown reports whether it is text on stdout.
func (o output) shown() bool { return o.Name == "text" && o.file == "" }

func formatNames() []string {
	var names []string
	for _, f := range report.Formats() {
		names = append(names, f.Name)
	}
	return names
}

func traceFormatNames() []string {
	var names []string
	for _, f := range report.TraceFormats() {
		names = append(names, f.Name)
	}
	return names
}

func noFormat(name string, names []string) error {
	return fmt.Errorf("there is no format %q%s: there are %s", name, spelling.Suggestion(name, names), prose.List(names, "and"))
}

// parseOutputs reads the --format flags. Text goes to stdout where nothing else does, and to no file either.
func parseOutputs(flags []string) ([]output, error) {
	var outputs []output
	taken := map[string]bool{}
	for _, flag := range flags {
		name, file, toFile := strings.Cut(flag, "=")
		format, ok := report.FormatNamed(name)
		if !ok {
			return nil, noFormat(name, formatNames())
		}
		switch {
		case toFile && file == "":
			return nil, fmt.Errorf("--format %s names no file", flag)
		case taken[file] && file == "":
			return nil, fmt.Errorf("--format %s: another format goes to stdout already; write it to a file with --format %s=FILE", name, name)
		case taken[file]:
			return nil, fmt.Errorf("--format %s: another format goes to that file already", flag)
		}
		taken[file] = true
		outputs = append(outputs, output{format, file})
	}
	isText := func(o output) bool { return o.Name == "text" }
	if !taken[""] && !slices.ContainsFunc(outputs, isText) {
		text, _ := report.FormatNamed("text")
		outputs = append(outputs, output{Format: text})
	}
	return outputs, nil
}

// write writes the report in one format.
func (c *Command) write(out output, a *analysis.Analysis, o checkOptions, all []*boundary.Group) error {
	r := a.Report
	if out.Whole && !r.Complete() && !o.allowPartial {
		name := out.file
		if name == "" {
			name = "the " + out.Name + " report"
		}
		c.complain("%s is not written, because some input could not be read; --allow-incomplete writes it", name)
		return nil
	}
	if out.file == "" {
		if out.Name == "text" && a.Scope.Roots() == 0 && r.Review == nil {
			return nil // that there is nothing has been said
		}
		return out.Write(c.Stdout, r, c.terminal(c.Stdout, o.noColor))
	}
	return boundary.Save(out.file, all, func(w io.Writer) error { return out.Write(w, r, report.Terminal{}) })
}
