// Package report writes what a run found: one file for each format.
//
// Findings carry positions in bytes. Each format computes the columns that its readers count in from the source:
// characters as people see them for text and JSON, UTF-16 code units for SARIF.
package report

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema/terraform"
)

// Report is what the formats write.
type Report struct {
	lint.Result
	// Review is what plans, or what happened since a revision or a baseline, do to the findings, nil where there is no
	// before. What they introduce is among Findings, too.
	Review *lint.Review
	// All asks for all findings of the review, not only those that it introduces.
	All bool
	// ShowSuppressed asks for the findings that comments hide, too, with the reasons.
	ShowSuppressed bool
	// Instead answers the file that stands for the place of a finding without one, because a format wants it.
	Instead func(f *lint.Finding) string
	// Rules are all rules that there are, those that did not run among them, by ID.
	Rules []*lint.Rule
	// Ran are those of them that ran.
	Ran []*lint.Rule
	// Notes say what was not analysed.
	Notes []terraform.Note
	// Diagnostics are about input that could not be read. A report with any is incomplete.
	Diagnostics hcl.Diagnostics
	// Source answers the bytes of a file by the name that findings give it, or nil.
	Source func(file string) []byte
	// Secrets are texts that no format may show.
	Secrets []hcl.Range
	// SecretTexts are texts that no format may show, wherever they stand.
	SecretTexts []string
	// Path answers a file's name as text shows it. Without it files keep the names that findings give them.
	Path func(file string) string
	// Real answers the file that a file's name leads to where the name is a symbolic link, and the name otherwise.
	// Without it no name is a link.
	Real func(file string) string
	// Version is apiglint's own.
	Version string
	// Category tells this analysis from others of the same code. It may be empty.
	Category string
	// Colour asks for colours where the format has any.
	Colour bool

	texts   map[string]*text
	reals   map[string]string
	states  map[*lint.Finding]string
	secrets map[string][]hcl.Range // Secrets by file
}

// Complete reports whether all input could be read.
func (r *Report) Complete() bool { return !r.Diagnostics.HasErrors() }

// Format is one way to write a report.
type Format struct {
	Name string
	// Whole says that a report that is not complete would be misread in this format.
	Whole bool
	write func(out *bufio.Writer, r *Report) error
}

// Write writes the report as it goes: what it takes in memory does not grow with the findings. The error is that of the
// writer, to which a part may have gone.
func (f Format) Write(w io.Writer, r *Report) error {
	return buffered(w, func(out *bufio.Writer) error { return f.write(out, r) })
}

// buffered lets something be written in large pieces. The first error of the writer ends it, and is answered.
func buffered(w io.Writer, write func(out *bufio.Writer) error) error {
	out := bufio.NewWriterSize(w, 64<<10)
	if err := write(out); err != nil {
		return err
	}
	return out.Flush()
}

// Formats answers the formats in the order in which help lists them.
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

// FormatNamed answers a format by its name.
func FormatNamed(name string) (Format, bool) {
	formats := Formats()
	i := slices.IndexFunc(formats, func(f Format) bool { return f.Name == name })
	if i < 0 {
		return Format{}, false
	}
	return formats[i], true
}

// text answers the file's text. It is empty where the source is not at hand.
func (r *Report) text(file string) *text {
	t, ok := r.texts[file]
	if !ok {
		var src []byte
		if r.Source != nil {
			src = r.Source(file)
		}
		t = newText(src)
		if r.texts == nil {
			r.texts = map[string]*text{}
		}
		r.texts[file] = t
	}
	return t
}

// secretsIn answers the secrets of a file.
func (r *Report) secretsIn(file string) []hcl.Range {
	if r.secrets == nil {
		r.secrets = map[string][]hcl.Range{}
		for _, s := range r.Secrets {
			r.secrets[s.Filename] = append(r.secrets[s.Filename], s)
		}
	}
	return r.secrets[file]
}

// path answers a file's name as text shows it.
func (r *Report) path(file string) string {
	if r.Path == nil {
		return file
	}
	return r.Path(file)
}

// real answers the file that a name leads to.
func (r *Report) real(file string) string {
	if r.Real == nil {
		return file
	}
	name, ok := r.reals[file]
	if !ok {
		name = r.Real(file)
		if r.reals == nil {
			r.reals = map[string]string{}
		}
		r.reals[file] = name
	}
	return name
}

// count answers how many findings there are of a level.
func (r *Report) count(level lint.Level) int { return count(r.Findings, level) }

func count(findings []*lint.Finding, level lint.Level) int {
	n := 0
	for _, f := range findings {
		if f.Level == level {
			n++
		}
	}
	return n
}

// levels answers the counts of findings in words: 1 error, 2 warnings. Without findings it is empty.
func levels(findings []*lint.Finding) string {
	var parts []string
	for _, level := range []lint.Level{lint.Error, lint.Warning, lint.Note} {
		switch n := count(findings, level); n {
		case 0:
		case 1:
			parts = append(parts, "1 "+level.String())
		default:
			parts = append(parts, fmt.Sprintf("%d %ss", n, level))
		}
	}
	return strings.Join(parts, ", ")
}

// summary answers the counts in words, in one line for what was checked and in one for what was reviewed.
func (r *Report) summary() string {
	var lines []string
	checked := slices.DeleteFunc(slices.Clone(r.Findings), func(f *lint.Finding) bool { return r.state(f) != "" })
	suppressed := r.Suppressed
	if r.Review == nil || len(checked) > 0 {
		lines = append(lines, cmp.Or(levels(checked), "no findings")+suppressedCount(suppressed))
		suppressed = nil
	}
	if r.Review != nil {
		lines = append(lines, r.reviewSummary()+suppressedCount(slices.Concat(suppressed, r.Review.Suppressed)))
	}
	text := strings.Join(lines, "\n")
	switch n := r.unread(); {
	case n == 1:
		text += "; 1 file could not be read"
	case n > 1:
		text += fmt.Sprintf("; %d files could not be read", n)
	}
	return text
}

// unread answers how many files and directories could not be read.
func (r *Report) unread() int {
	names := map[string]bool{}
	for _, d := range r.Diagnostics {
		if d.Severity == hcl.DiagError && d.Subject != nil {
			names[d.Subject.Filename] = true
		}
	}
	return len(names)
}
