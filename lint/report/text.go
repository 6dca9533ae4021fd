package report

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"path"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/hashicorp/hcl/v2"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema/terraform"
	"github.com/apiglint/apiglint/schema/terraform/files"
)

// writeText writes findings for people: where, what, and the text that has to change.
func writeText(out *bufio.Writer, r *renderer) error {
	t := newTextWriter(out, r)
	t.callers()
	for _, f := range r.Findings {
		t.finding(f)
	}
	if r.Review != nil && r.All {
		t.section("already there:", r.Review.Unchanged)
		t.section("in the baseline:", r.Review.Accepted)
		t.section("fixed:", r.Review.Fixed)
	}
	t.section("suppressed:", r.suppressed())
	t.silences()
	fmt.Fprintln(t.out, r.summary())
	if judged := r.judgedLine(); judged != "" {
		t.flow("", 2, styled{printable(judged), t.paint.dim, false})
	}
	return nil
}

// WriteDiagnostics writes what could not be read, for people.
func WriteDiagnostics(w io.Writer, r *Report, on Terminal) error {
	return buffered(w, func(out *bufio.Writer) error {
		t := newTextWriter(out, newRenderer(r, on))
		for _, d := range r.Diagnostics {
			t.diagnostic(d)
		}
		return nil
	})
}

// WriteNotes writes what was not analysed, for people.
func WriteNotes(w io.Writer, r *Report, on Terminal) error {
	return buffered(w, func(out *bufio.Writer) error {
		t := newTextWriter(out, newRenderer(r, on))
		for _, n := range r.Notes {
			t.note(n)
		}
		return nil
	})
}

// WriteLine writes one line that belongs to no finding, for people. It may name a file of any name.
func WriteLine(w io.Writer, text string) error {
	_, err := fmt.Fprintln(w, printable(text))
	return err
}

type textWriter struct {
	*renderer
	out   *bufio.Writer
	paint painter
	cells []cell // of the last excerpt
	// explained are the rules that have been said where to read about.
	explained map[*lint.Rule]bool
}

func newTextWriter(out *bufio.Writer, r *renderer) *textWriter {
	return &textWriter{renderer: r, out: out, paint: painter(r.terminal.Colour), explained: map[*lint.Rule]bool{}}
}

// section writes findings that do not count.
func (t *textWriter) section(title string, findings []*lint.Finding) {
	if len(findings) == 0 {
		return
	}
	fmt.Fprintf(t.out, "%s\n\n", t.paint.bold(title))
	for _, f := range findings {
		t.finding(f)
	}
}

// maxAlso is how many further instances are named.
const maxAlso = 4

func (t *textWriter) finding(f *lint.Finding) {
	t.flow("", 2,
		styled{t.where(f) + ":", t.paint.bold, false},
		styled{f.Level.String() + ":", func(s string) string { return t.paint.level(f.Level, s) }, false},
		styled{printable(f.Message), t.paint.bold, false},
		styled{"[" + f.Rule.ID + " " + f.Rule.Name + "]", t.paint.dim, true})
	fixed := t.state(f) == Fixed // the text is another one now
	indent := "  "
	if !fixed {
		indent = t.excerpt(f.Range, f.Level, nil)
		if f.Remedy != "" && f.Ignored == nil {
			t.detail(indent, "help", t.paint.help, f.Remedy)
		}
		if f.Fix != nil {
			t.detail(indent, "fix", t.paint.help, "--fix "+f.Fix.Message)
		}
		for _, related := range f.Related {
			t.detail(indent, "note", t.paint.dim, t.place(related.Range)+": "+related.Message)
		}
	}
	if len(f.Also) > 0 {
		t.detail(indent, "also", t.paint.dim, list(f.Also, maxAlso))
	}
	if by := f.Ignored; by != nil {
		t.detail(indent, ignoredText(by), t.paint.dim, t.place(by.Range)+": "+by.Reason)
	}
	if !fixed && f.Ignored == nil && !t.explained[f.Rule] {
		t.explained[f.Rule] = true
		t.detail(indent, "see", t.paint.dim, "apiglint explain "+f.Rule.ID)
	}
	fmt.Fprintln(t.out)
}

// detail writes what belongs to a finding and is not its sentence.
func (t *textWriter) detail(indent, name string, paint func(string) string, text string) {
	t.flow(indent, len(name)+2, styled{name + ":", paint, false}, styled{printable(text), unpainted, false})
}

func (t *textWriter) diagnostic(d *hcl.Diagnostic) {
	whole := d.Subject != nil && d.Subject.Empty() && d.Subject.Start.Byte == 0
	level := levelOf(d)
	parts := []styled{
		{level.String() + ":", func(s string) string { return t.paint.level(level, s) }, false},
		{printable(diagnosticText(d)), unpainted, false},
	}
	switch {
	case whole:
		parts = append([]styled{{leading(printable(t.shownName(d.Subject.Filename))) + ":", t.paint.bold, false}}, parts...)
	case d.Subject != nil:
		parts = append([]styled{{t.place(*d.Subject) + ":", t.paint.bold, false}}, parts...)
	}
	t.flow("", 2, parts...)
	// Files of variables hold secrets that nothing in them marks as such.
	if d.Subject != nil && !whole && (files.IsConfigName(path.Base(d.Subject.Filename)) || lint.IsAboutSettings(d)) {
		t.excerpt(*d.Subject, level, secretLooking)
	}
}

// diagnosticText returns a diagnostic in one line.
func diagnosticText(d *hcl.Diagnostic) string {
	if d.Detail == "" {
		return d.Summary
	}
	return d.Summary + ": " + strings.Join(strings.Fields(d.Detail), " ")
}

// levelOf returns the level of a finding that is as severe as a diagnostic.
func levelOf(d *hcl.Diagnostic) lint.Level {
	if d.Severity == hcl.DiagWarning {
		return lint.Warning
	}
	return lint.Error
}

func (t *textWriter) note(n terraform.Note) {
	text := printable(n.Message)
	if n.Range.Filename != "" {
		text = t.place(n.Range) + ": " + text
	}
	t.flow("", 2, styled{text, unpainted, false})
}

// place returns path:line:column.
func (t *textWriter) place(at hcl.Range) string {
	start := t.text(at.Filename).position(at.Start)
	return fmt.Sprintf("%s:%d:%d", leading(printable(t.shownName(at.Filename))), start.line, start.characters())
}

// where returns where a finding stands: path:line:column, or the address of what it is about.
func (t *textWriter) where(f *lint.Finding) string {
	if f.Range.Filename == "" {
		return leading(printable(f.Resource))
	}
	return t.place(f.Range)
}

// secretLooking finds what follows a name that looks like that of a secret. In a file that cannot be parsed nothing
// better tells.
func secretLooking(line []byte) []span {
	at := secretName().FindIndex(line)
	if at == nil || at[1] == len(line) {
		return nil
	}
	return []span{{at[1], len(line)}}
}

var secretName = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)(passw|pwd|secret|token|key|credential|auth)[\w-]*"?\s*[=:]\s*`)
})

// excerpt writes the first line of a range with a line that underlines the range, and returns the indentation of
// what belongs below. It writes nothing where the source is not at hand. Further secrets of the line may be given.
func (t *textWriter) excerpt(at hcl.Range, level lint.Level, more func(line []byte) []span) (indent string) {
	source := t.text(at.Filename)
	start, end := source.positions(at)
	line := source.line(start.line)
	if len(source.src) == 0 {
		return "  "
	}
	from, to := len(start.lead), len(line)
	if end.line == start.line {
		to = min(len(end.lead), len(line))
	}
	lineStart := source.starts[start.line-1]
	secrets := append(t.secrets(at.Filename, lineStart, len(line)), secretTexts(line, t.SecretTexts)...)
	if more != nil {
		secrets = append(secrets, more(line)...)
	}
	slices.SortFunc(secrets, func(a, b span) int { return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(b.end, a.end)) })
	cutStart, cutEnd := cut(line, from)
	t.cells = cells(t.cells[:0], line, cutStart, cutEnd, secrets)
	number := fmt.Sprint(start.line)
	gutter := strings.Repeat(" ", len(number)) + " |"
	shown := window(t.cells, from, t.excerptWidth(len(gutter)+1))
	fmt.Fprintln(t.out, t.paint.dim(gutter))
	fmt.Fprintln(t.out, strings.TrimRight(t.paint.dim(number+" |")+" "+join(shown), " \t"))
	lead, marks := underline(shown, from, to)
	fmt.Fprintf(t.out, "%s %s%s\n", t.paint.dim(gutter), lead, t.paint.level(level, marks))
	return strings.Repeat(" ", len(number)+1)
}

// secrets returns the parts of a line that must not be shown.
func (t *textWriter) secrets(file string, lineStart, length int) []span {
	var spans []span
	for _, s := range t.Files[file].Secrets {
		if s.Start.Byte < lineStart+length && s.End.Byte > lineStart {
			spans = append(spans, span{max(s.Start.Byte-lineStart, 0), min(s.End.Byte-lineStart, length)})
		}
	}
	return spans
}

// cut returns the part of a long line that an excerpt may need: a file without line breaks is not laid out whole for
// every finding in it.
func cut(line []byte, from int) (start, end int) {
	const before, after = 512, 1 << 10
	start, end = max(from-before, 0), min(from+after, len(line))
	for start > 0 && !utf8.RuneStart(line[start]) {
		start--
	}
	for end < len(line) && !utf8.RuneStart(line[end]) {
		end++
	}
	return start, end
}

// maxWidth is how much of a line is shown: a file without line breaks would fill the terminal.
const maxWidth = 160

// excerptWidth returns how many columns a line of an excerpt has behind what is before it.
func (t *textWriter) excerptWidth(before int) int {
	if t.terminal.Width == 0 {
		return maxWidth
	}
	return min(max(t.terminal.Width-before, 20), maxWidth)
}

// window cuts a long line to what stands around a byte of it.
func window(all []cell, from, most int) []cell {
	lead, maxLead := 0, most*3/8
	total := 0
	for _, c := range all {
		total += c.width
	}
	if total <= most {
		return all
	}
	first := 0
	for _, c := range all {
		if c.end > from {
			break
		}
		lead += c.width
		for lead > maxLead {
			lead -= all[first].width
			first++
		}
	}
	shown, used := []cell{}, 0
	if first > 0 {
		shown = append(shown, cell{start: -1, end: -1, text: "…", width: 1})
	}
	for _, c := range all[first:] {
		if used += c.width; used > most {
			return append(shown, cell{start: c.start, end: c.start, text: "…", width: 1})
		}
		shown = append(shown, c)
	}
	return shown
}

func join(all []cell) string {
	var b strings.Builder
	for _, c := range all {
		b.WriteString(c.text)
	}
	return b.String()
}

// underline returns what stands before the marks, with the line's own tabs, and the marks.
func underline(all []cell, from, to int) (lead, marks string) {
	var before, under strings.Builder
	for _, c := range all {
		switch {
		case c.end <= from && c.text == "\t":
			before.WriteByte('\t')
		case c.end <= from:
			before.WriteString(strings.Repeat(" ", c.width))
		case c.start < to:
			under.WriteString(strings.Repeat("~", max(c.width, 1)))
		}
	}
	rest := under.Len()
	return before.String(), "^" + strings.Repeat("~", max(rest-1, 0))
}

// list returns names, the first few of them where there are many.
func list(names []string, most int) string {
	if len(names) <= most+1 {
		return strings.Join(names, ", ")
	}
	return fmt.Sprintf("%s and %d more", strings.Join(names[:most], ", "), len(names)-most)
}

// painter colours text, or leaves it as it is.
type painter bool

func (p painter) bold(s string) string { return p.sgr("1", s) }
func (p painter) dim(s string) string  { return p.sgr("2", s) }
func (p painter) help(s string) string { return p.sgr("1;32", s) }

func (p painter) level(level lint.Level, s string) string {
	return p.sgr(map[lint.Level]string{lint.Error: "1;31", lint.Warning: "1;33", lint.Note: "1;36"}[level], s)
}

func (p painter) sgr(code, s string) string {
	if !p || s == "" {
		return s
	}
	return "\x1b[" + code + "m" + s + "\x1b[0m"
}
