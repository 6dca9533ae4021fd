package report

import (
	"cmp"
	"fmt"
	"io"
	"strings"

	"github.com/apiglint/apiglint/schema/trace"
)

// writeTraceMarkdown writes a heading, a picture and a table for each call.
func writeTraceMarkdown(w io.Writer, t *Traces, _ Terminal) error {
	var b strings.Builder
	places := newPlaces(t.Files)
	for _, one := range t.All {
		fmt.Fprintf(&b, "### %s\n\n%s\n\n", markdownText(printable(callLine(one))), markdownText(printable(ending(one.Trace))))
		if t.Summary {
			continue
		}
		fmt.Fprintf(&b, "```mermaid\n%s```\n\n| station | verdict | because |\n|---|---|---|\n", picture(one.Trace))
		for _, s := range one.Stations {
			fmt.Fprintf(&b, "| %s | %s | %s |\n", s.Name, verdictOf(s), strings.ReplaceAll(markdownText(printable(places.because(s))), "|", `\|`))
		}
		b.WriteByte('\n')
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// verdictOf is the verdict of a station, with its certainty where that is less than certain.
func verdictOf(s trace.Station) string {
	if s.Certainty == trace.Likely && s.Verdict != trace.Uncertain {
		return "likely " + string(s.Verdict)
	}
	return string(s.Verdict)
}

// because is why a call ends at a station, or may, with the places of what decides.
func (p places) because(s trace.Station) string {
	if s.Verdict != trace.Failed && s.Verdict != trace.Uncertain {
		return s.Because
	}
	var at []string
	for _, place := range s.Places {
		at = append(at, p.shown(place))
	}
	if len(at) == 0 {
		return s.Because
	}
	return s.Because + " (" + strings.Join(at, ", ") + ")"
}

func writeTraceMermaid(w io.Writer, t *Traces, _ Terminal) error {
	for _, one := range t.All {
		if _, err := io.WriteString(w, picture(one.Trace)); err != nil {
			return err
		}
	}
	return nil
}

// maxPicture is how many characters a picture may have.
const maxPicture = 2000

// maxLabel is how many characters of a name stand in a picture.
const maxLabel = 76

// picture draws the way of a call as a Mermaid flowchart: the caller, the objects that it meets, and where it ends.
func picture(t trace.Trace) string {
	var b strings.Builder
	b.WriteString("flowchart LR\n")
	last := "caller"
	fmt.Fprintf(&b, "  caller([%q])\n", label(t.Call.Method+" "+t.Call.URL))
	step := func(id, text string) {
		line := fmt.Sprintf("  %s[%q]\n  %s --> %s\n", id, label(text), last, id)
		if text != "" && b.Len()+len(line) < maxPicture {
			b.WriteString(line)
			last = id
		}
	}
	step("gateway", t.Gateway)
	step("group", t.Group)
	step("environment", t.Environment)
	step("api", t.API)
	if t.Outcome == trace.Arrives {
		step("backend", cmp.Or(t.Backend, "backend"))
		return b.String()
	}
	line := fmt.Sprintf("  %s -- %q --x ends[%q]\n", last, label(t.Ends), label(ending(t)))
	if b.Len()+len(line) < maxPicture {
		b.WriteString(line)
	}
	return b.String()
}

// label is a text within quotes of a picture, in which nothing means anything.
func label(text string) string {
	text = strings.Map(func(r rune) rune {
		if strings.ContainsRune("\"`<>&#\\;", r) {
			return '\''
		}
		return r
	}, printable(text))
	for strings.Contains(text, "%%") { // a comment, or a directive, wherever it stands
		text = strings.ReplaceAll(text, "%%", "% %")
	}
	if runes := []rune(text); len(runes) > maxLabel {
		text = string(runes[:maxLabel/2]) + "…" + string(runes[len(runes)-maxLabel/2+1:]) // addresses differ at their ends
	}
	return text
}
