package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/hashicorp/hcl/v2"

	"github.com/apiglint/apiglint/lint"
)

// The commands by which a step of GitHub Actions makes annotations; see its documentation "Workflow commands". They go to
// the log of the step, on stdout.

// maxAnnotations is how many of each kind GitHub shows of a step. It drops the others without a word.
const maxAnnotations = 10

// annotation is one command, and the line of the log that stands for it where there are too many.
type annotation struct {
	kind    string // error, warning or notice
	at      hcl.Range
	title   string
	message string
	line    string
}

func writeGitHub(w io.Writer, r *Report) error {
	var out strings.Builder
	shown, rest := fit(r.annotations())
	for _, a := range shown {
		out.WriteString(a.command(r))
	}
	summary := strings.ReplaceAll(r.summary(), "\n", "; ")
	if len(rest) == 0 {
		out.WriteString(summary + "\n")
	} else {
		fmt.Fprintf(&out, "::group::%s without an annotation\n", plural(len(rest), "more finding", "more findings"))
		for _, a := range rest {
			out.WriteString(a.line + "\n")
		}
		out.WriteString("::endgroup::\n")
		out.WriteString(annotation{kind: "notice", title: "apiglint", message: fmt.Sprintf(
			"%s; %s: GitHub shows %d annotations of each kind, and the log of this step has all",
			summary, plural(len(rest), "more is not shown here", "more are not shown here"), maxAnnotations,
		)}.command(r))
	}
	_, err := io.WriteString(w, out.String())
	return err
}

// annotations answers what there is to say, the worst first.
func (r *Report) annotations() []annotation {
	byKind := map[string][]annotation{}
	add := func(a annotation) { byKind[a.kind] = append(byKind[a.kind], a) }
	for _, d := range r.Diagnostics {
		a := annotation{kind: "error", title: "input that could not be read", message: printable(diagnosticText(d))}
		if d.Severity == hcl.DiagWarning {
			a.kind, a.title = "warning", "input"
		}
		a.line = a.kind + ": " + a.message
		if d.Subject != nil {
			a.at = *d.Subject
			a.line = r.place(a.at) + ": " + a.line
		}
		add(a)
	}
	kinds := map[lint.Level]string{lint.Error: "error", lint.Warning: "warning", lint.Note: "notice"}
	for _, f := range bySeverity(r.shown()) {
		kind, at := kinds[f.Level], f.Range
		switch r.state(f) {
		case Unchanged:
			kind = "notice" // nothing that this change has to answer for
		case Fixed:
			kind, at = "notice", hcl.Range{} // the text is another one now
		}
		add(annotation{
			kind: kind, at: at, title: fmt.Sprintf("%s (%s)", f.Rule.Name, f.Rule.ID),
			message: strings.Join(r.lines(f), "\n"), line: r.line(f),
		})
	}
	return append(append(byKind["error"], byKind["warning"]...), byKind["notice"]...)
}

// fit answers the annotations that GitHub shows, and the others. Where there are others a notice says so, and needs a
// place itself.
func fit(all []annotation) (shown, rest []annotation) {
	divide := func(reserved map[string]int) {
		shown, rest = nil, nil
		count := map[string]int{}
		for _, a := range all {
			if count[a.kind]++; count[a.kind] <= maxAnnotations-reserved[a.kind] {
				shown = append(shown, a)
			} else {
				rest = append(rest, a)
			}
		}
	}
	if divide(nil); len(rest) > 0 {
		divide(map[string]int{"notice": 1})
	}
	return shown, rest
}

// command answers the annotation as a line for the runner. One that spans lines would be shown below the last of them.
func (a annotation) command(r *Report) string {
	var properties []string
	add := func(name string, value any) {
		properties = append(properties, name+"="+commandProperty.Replace(fmt.Sprint(value)))
	}
	if a.at.Filename != "" {
		start, end := r.text(a.at.Filename).firstLine(a.at)
		add("file", printable(r.real(a.at.Filename)))
		add("line", start.line)
		add("endLine", end.line)
		add("col", start.characters())
		add("endColumn", end.characters())
	}
	add("title", a.title)
	return fmt.Sprintf("::%s %s::%s\n", a.kind, strings.Join(properties, ","), commandData.Replace(a.message))
}

var (
	commandData     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	commandProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)
