package report

import (
	"bufio"
	"cmp"
	"encoding/xml"
	"strings"

	"github.com/hashicorp/hcl/v2"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema/terraform/files"
)

// The format of Checkstyle, a linter of Java, which many pipelines read.

type checkstyleReport struct {
	XMLName xml.Name          `xml:"checkstyle"`
	Version string            `xml:"version,attr"` // of Checkstyle, whose format it is
	Files   []*checkstyleFile `xml:"file"`
}

type checkstyleFile struct {
	Name   string            `xml:"name,attr"`
	Errors []checkstyleError `xml:"error"`
}

type checkstyleError struct {
	Line     int    `xml:"line,attr"`
	Column   int    `xml:"column,attr"`
	Severity string `xml:"severity,attr"`
	Message  string `xml:"message,attr"`
	// Source is taken apart by Jenkins: the last word is the type of a warning, the one before it its category.
	Source string `xml:"source,attr"`
}

var checkstyleSeverities = map[lint.Level]string{lint.Error: "error", lint.Warning: "warning", lint.Note: "info"}

func writeCheckstyle(out *bufio.Writer, r *renderer) error {
	document := checkstyleReport{Version: "4.3"}
	byName := map[string]*checkstyleFile{}
	add := func(at hcl.Range, e checkstyleError) {
		name := printable(r.real(cmp.Or(at.Filename, ".")))
		if byName[name] == nil {
			byName[name] = &checkstyleFile{Name: name}
			document.Files = append(document.Files, byName[name])
		}
		start := r.text(at.Filename).position(at.Start)
		e.Line, e.Column = start.line, start.characters()
		byName[name].Errors = append(byName[name].Errors, e)
	}
	for _, d := range r.Diagnostics {
		add(files.Subject(d), checkstyleError{
			Severity: checkstyleSeverities[levelOf(d)], Message: printable(diagnosticText(d)), Source: "apiglint.input.unreadable-input",
		})
	}
	for _, f := range r.standing() {
		add(r.location(f), checkstyleError{
			Severity: checkstyleSeverities[f.Level],
			Message:  strings.Join(r.lines(f), "; ") + " [" + f.Rule.ID + "]",
			Source:   "apiglint." + word(f.Rule.Cause) + "." + f.Rule.Name,
		})
	}
	return writeXMLDocument(out, document)
}

func word(cause lint.Cause) string { return strings.ReplaceAll(string(cause), " ", "-") }
