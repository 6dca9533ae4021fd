// Package report writes what a run found: one file for each format.
//
// Findings carry positions in bytes. Each format computes the columns that its readers count in from the source:
// characters as people see them for text and JSON, UTF-16 code units for SARIF.
package report

import (
	"bufio"
	"io"
	"iter"
	"maps"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/lint/prose"
	"github.com/apiglint/apiglint/schema/terraform"
)

// Report is what the formats write. It is data: writing it changes nothing, and nothing is looked up for it.
type Report struct {
	lint.Result
	// Review is what plans, or what happened since a revision or a baseline, do to the findings, nil where there is no
	// before. What they introduce is among Findings, too.
	Review *lint.Review
	// Callers are what plans, or what happened since a revision, do to callers.
	Callers []Callers
	// All asks for all findings of the review, not only those that it introduces.
	All bool
	// ShowSuppressed asks for the findings that comments hide, too, with the reasons.
	ShowSuppressed bool
	// Files are the files that the report names, by the names that findings give them.
	Files map[string]File
	// Instead are the files that stand for the places of findings without one, because a format wants one.
	Instead map[*lint.Finding]string
	// Rules are all rules that there are, those that did not run among them, by ID.
	Rules []*lint.Rule
	// Ran are those of them that ran.
	Ran []*lint.Rule
	// WhySilent asks for what rules did not judge, and because of what: Silences.
	WhySilent bool
	Silences  []lint.Silence
	// Judged is what was looked at.
	Judged Judged
	// Notes say what was not analysed.
	Notes []terraform.Note
	// Diagnostics are about input that could not be read. A report with any is incomplete.
	Diagnostics hcl.Diagnostics
	// SecretTexts are texts that no format may show, wherever they stand.
	SecretTexts []string
	// Version is apiglint's own.
	Version string
	// Category tells this analysis from others of the same code. It may be empty.
	Category string
}

// File is a file that a report names.
type File struct {
	// Source is its text, nil where it is not at hand.
	Source []byte
	// Shown is its name as text shows it, "" for the one that findings give it.
	Shown string
	// Real is the file that its name leads to where that is a symbolic link, "" where it is none.
	Real string
	// Secrets are the texts in it that no format may show.
	Secrets []hcl.Range
}

// Terminal is what a report is shown on. The zero value is none: a file, or another program.
type Terminal struct {
	// Colour asks for colours where the format has any.
	Colour bool
	// Width is in columns, 0 where lines may have any length.
	Width int
}

// Complete reports whether all input could be read.
func (r *Report) Complete() bool { return !r.Diagnostics.HasErrors() }

// Named returns the names of the files that the report names.
func (r *Report) Named() iter.Seq[string] {
	named := map[string]bool{}
	findings := [][]*lint.Finding{r.Findings, r.Suppressed}
	if v := r.Review; v != nil {
		findings = append(findings, v.Unchanged, v.Fixed, v.Accepted, v.Suppressed)
	}
	for _, f := range slices.Concat(findings...) {
		named[f.Range.Filename], named[r.Instead[f]] = true, true
		for _, related := range f.Related {
			named[related.Range.Filename] = true
		}
		if f.Ignored != nil {
			named[f.Ignored.Range.Filename] = true
		}
		if f.Fix != nil {
			named[f.Fix.File()] = true
		}
	}
	for _, n := range r.Notes {
		named[n.Range.Filename] = true
	}
	for _, s := range r.Silences {
		named[s.Range.Filename] = true
		for _, because := range s.Because {
			named[because.Range.Filename] = true
		}
	}
	for _, l := range r.Judged.Lacking {
		named[l.File] = true
		for _, input := range l.Inputs {
			named[input.Range.Filename] = true
		}
	}
	for _, d := range r.Diagnostics {
		if d.Subject != nil {
			named[d.Subject.Filename] = true
		}
	}
	delete(named, "")
	return maps.Keys(named)
}

// Format is one way to write a report.
type Format struct {
	Name string
	// Whole says that a report that is not complete would be misread in this format.
	Whole bool
	write func(out *bufio.Writer, r *renderer) error
}

// Write writes the report as it goes: what it takes in memory does not grow with the findings. The error is that of the
// writer, to which a part may have gone.
func (f Format) Write(w io.Writer, r *Report, t Terminal) error {
	return buffered(w, func(out *bufio.Writer) error { return f.write(out, newRenderer(r, t)) })
}

// buffered lets something be written in large pieces. The first error of the writer ends it, and is returned.
func buffered(w io.Writer, write func(out *bufio.Writer) error) error {
	out := bufio.NewWriterSize(w, 64<<10)
	if err := write(out); err != nil {
		return err
	}
	return out.Flush()
}

// Formats returns the formats in the order in which help lists them.
func Formats() []Format {
	return []Format{
		{Name: "text", write: writeText},
		{Name: "json", write: writeJSON},
		{Name: "sarif", write: writeSARIF, Whole: true},
		{Name: "markdown", write: writeMarkdown},
		{Name: "github", write: writeGitHub},
		{Name: "gitlab", write: writeGitLab, Whole: true},
		{Name: "checkstyle", write: writeCheckstyle},
		{Name: "junit", write: writeJUnit},
	}
}

// FormatNamed returns a format by its name.
func FormatNamed(name string) (Format, bool) {
	formats := Formats()
	i := slices.IndexFunc(formats, func(f Format) bool { return f.Name == name })
	if i < 0 {
		return Format{}, false
	}
	return formats[i], true
}

// count returns how many findings there are of a level.
func (r *renderer) count(level lint.Level) int { return count(r.Findings, level) }

func count(findings []*lint.Finding, level lint.Level) int {
	n := 0
	for _, f := range findings {
		if f.Level == level {
			n++
		}
	}
	return n
}

// levels returns the counts of findings in words: 1 error, 2 warnings. Without findings it is empty.
func levels(findings []*lint.Finding) string {
	var parts []string
	for _, level := range []lint.Level{lint.Error, lint.Warning, lint.Note} {
		if n := count(findings, level); n > 0 {
			parts = append(parts, prose.Count(n, level.String(), level.String()+"s"))
		}
	}
	return strings.Join(parts, ", ")
}

// summary returns the counts in words, in one line for what was checked and in one for what was reviewed.
func (r *renderer) summary() string {
	var lines []string
	checked := slices.DeleteFunc(slices.Clone(r.Findings), func(f *lint.Finding) bool { return r.state(f) != "" })
	suppressed := r.Suppressed
	if r.Review == nil || len(checked) > 0 {
		lines = append(lines, r.found(checked)+suppressedCount(suppressed))
		suppressed = nil
	}
	if r.Review != nil {
		lines = append(lines, r.reviewSummary()+suppressedCount(slices.Concat(suppressed, r.Review.Suppressed)))
	}
	text := strings.Join(lines, "\n")
	if n := r.unread(); n > 0 {
		text += "; " + prose.Count(n, "file", "files") + " could not be read"
	}
	return text
}

// found counts findings, and says where there was nothing to find any in.
func (r *renderer) found(checked []*lint.Finding) string {
	counts, nothing := levels(checked), r.nothing()
	switch {
	case counts == "" && nothing == "":
		return "no findings"
	case counts == "":
		return "no findings: " + nothing
	case nothing == "":
		return counts
	}
	return counts + "; " + nothing
}

// nothing is that of [Judged.Nothing] but where there are findings: what those are about was looked at.
func (r *renderer) nothing() string {
	if r.Judged.Roots == 0 && len(r.Findings)+len(r.Suppressed) > 0 {
		return ""
	}
	return r.Judged.Nothing()
}

// unread returns how many files and directories could not be read.
func (r *renderer) unread() int {
	names := map[string]bool{}
	for _, d := range r.Diagnostics {
		if d.Severity == hcl.DiagError && d.Subject != nil {
			names[d.Subject.Filename] = true
		}
	}
	return len(names)
}
