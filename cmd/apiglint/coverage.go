package main

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/apiglint/apiglint/cmd/apiglint/internal/analysis"
	"github.com/apiglint/apiglint/schema/trace"
)

// coverage says which published APIs no expectation is about.
type coverage struct {
	Version   int         `json:"version"`
	Published int         `json:"published"`
	Expected  int         `json:"expected"`
	Missing   []uncovered `json:"missing"`
}

// uncovered is an API that is published in an environment, and of which nobody expects anything.
type uncovered struct {
	Root        string `json:"root"`
	API         string `json:"api"`
	Environment string `json:"environment"`
	File        string `json:"file,omitempty"`
	Line        int    `json:"line,omitempty"`
}

// cover writes which published APIs no expectation reaches.
func (c *Command) cover(o traceOptions, paths []string) (int, error) {
	asJSON := false
	switch strings.Join(o.formats, " ") {
	case "", "text":
	case "json":
		asJSON = true
	default:
		return 0, errors.New("--coverage is written as text or json, to stdout")
	}
	all, err := o.groups(paths)
	if err != nil {
		return 0, err
	}
	read, err := c.reading(&o, all)
	if err != nil {
		return 0, err
	}
	found := &coverage{Version: 1, Missing: []uncovered{}}
	for _, side := range read.Sides {
		if side.Name != "prior" {
			found.add(side, c.today())
		}
	}
	if asJSON {
		err = showJSON(c.Stdout, found)
	} else {
		err = found.write(c.Stdout, read)
	}
	switch {
	case err != nil:
		return 0, err
	case !read.Report.Complete():
		return exitTrouble, nil
	case len(found.Missing) > 0:
		return exitFindings, nil
	}
	return exitClean, nil
}

// add adds the published APIs of a configuration, with what is expected of them on a day.
func (v *coverage) add(side analysis.Side, today time.Time) {
	reached := map[[2]string]bool{}
	for _, e := range side.Expectations {
		for _, t := range e.Judge(side.Config, today).All() {
			reached[[2]string{t.API, t.Environment}] = true
		}
	}
	for _, p := range trace.PublishedIn(side.Config) {
		v.Published++
		if reached[[2]string{p.API.Address, p.Environment}] {
			v.Expected++
			continue
		}
		at := side.Place(p.API.Range())
		v.Missing = append(v.Missing, uncovered{side.Root, p.API.Address, p.Environment, at.Filename, at.Start.Line})
	}
}

// write writes what is missing for people.
func (v *coverage) write(w io.Writer, read *analysis.Reading) error {
	var b strings.Builder
	for _, m := range v.Missing {
		at := ""
		if m.File != "" {
			at = fmt.Sprintf("%s:%d: ", read.Report.Files[m.File].Shown, m.Line)
		}
		fmt.Fprintf(&b, "%s%s is published in %s, but no expectation covers it\n", at, m.API, m.Environment)
	}
	if v.Published == 0 {
		b.WriteString("nothing is published\n")
	} else {
		fmt.Fprintf(&b, "expectations cover %d of %d published APIs, counted once for each environment\n", v.Expected, v.Published)
	}
	_, err := io.WriteString(w, b.String())
	return err
}
