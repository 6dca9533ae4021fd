package report

import (
	"bufio"
	"fmt"
	"strings"

	"github.com/hashicorp/hcl/v2"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/lint/prose"
	"github.com/apiglint/apiglint/schema/terraform/files"
)

// The commands by which a step of GitHub Actions makes annotations; see its documentation "Workflow commands". They go to
// the log of the step, on stdout.

// maxAnnotations is how many of each kind GitHub shows of a step. It drops the others without a word.
const maxAnnotations = 10

// annotation is about a diagnostic or a finding.
type annotation struct {
	kind       string // error, warning or notice
	diagnostic *hcl.Diagnostic
	finding    *lint.Finding
}

func writeGitHub(out *bufio.Writer, r *renderer) error {
	shown, rest := fit(r.annotations())
	explained := map[*lint.Rule]bool{}
	for _, a := range shown {
		out.WriteString(r.command(a, explained))
	}
	summary := strings.ReplaceAll(r.summary(), "\n", "; ")
	if len(rest) == 0 {
		out.WriteString(summary + "\n")
	} else {
		fmt.Fprintf(out, "::group::%s without an annotation\n", prose.Count(len(rest), "more finding", "more findings"))
		for _, a := range rest {
			out.WriteString(r.logLine(a) + "\n")
		}
		out.WriteString("::endgroup::\n")
		out.WriteString(r.workflowCommand("notice", hcl.Range{}, "apiglint", fmt.Sprintf(
			"%s; %s: GitHub shows %d annotations of each kind, and the log of this step has all",
			summary, prose.Count(len(rest), "more is not shown here", "more are not shown here"), maxAnnotations,
		)))
	}
	if judged := r.judgedLine(); judged != "" {
		out.WriteString(printable(judged) + "\n")
	}
	return nil
}

// annotations returns what there is to say, the worst first.
func (r *renderer) annotations() []annotation {
	byKind := map[string][]annotation{}
	add := func(a annotation) { byKind[a.kind] = append(byKind[a.kind], a) }
	kinds := map[lint.Level]string{lint.Error: "error", lint.Warning: "warning", lint.Note: "notice"}
	for _, d := range r.Diagnostics {
		add(annotation{kind: kinds[levelOf(d)], diagnostic: d})
	}
	for _, f := range bySeverity(r.shown()) {
		kind := kinds[f.Level]
		if state := r.state(f); state == Unchanged || state == Fixed {
			kind = "notice" // nothing that this change has to answer for
		}
		add(annotation{kind: kind, finding: f})
	}
	return append(append(byKind["error"], byKind["warning"]...), byKind["notice"]...)
}

// fit returns the annotations that GitHub shows, and the others. Where there are others a notice says so, and needs a
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

// command returns an annotation as a line for the runner. The first about a rule says where to read on.
func (r *renderer) command(a annotation, explained map[*lint.Rule]bool) string {
	if f := a.finding; f != nil {
		at := f.Range
		if r.state(f) == Fixed {
			at = hcl.Range{} // the text is another one now
		}
		lines := r.lines(f)
		if !explained[f.Rule] {
			explained[f.Rule] = true
			lines = append(lines, "see: "+PageURL(f.Rule))
		}
		return r.workflowCommand(a.kind, at, fmt.Sprintf("%s (%s)", f.Rule.Name, f.Rule.ID), strings.Join(lines, "\n"))
	}
	title := "input that could not be read"
	if a.diagnostic.Severity == hcl.DiagWarning {
		title = "input"
	}
	return r.workflowCommand(a.kind, files.Subject(a.diagnostic), title, printable(diagnosticText(a.diagnostic)))
}

// logLine returns an annotation as a line of the log, where the runner takes no more of them.
func (r *renderer) logLine(a annotation) string {
	if a.finding != nil {
		return r.line(a.finding)
	}
	line := a.kind + ": " + printable(diagnosticText(a.diagnostic))
	if a.diagnostic.Subject != nil {
		line = r.place(*a.diagnostic.Subject) + ": " + line
	}
	return line
}

// workflowCommand returns a line for the runner. An annotation that spans lines would be shown below the last of them.
func (r *renderer) workflowCommand(kind string, at hcl.Range, title, message string) string {
	var properties []string
	add := func(name string, value any) {
		properties = append(properties, name+"="+commandProperty.Replace(fmt.Sprint(value)))
	}
	if at.Filename != "" {
		start, end := r.text(at.Filename).firstLine(at)
		add("file", printable(r.real(at.Filename)))
		add("line", start.line)
		add("endLine", end.line)
		add("col", start.characters())
		add("endColumn", end.characters())
	}
	add("title", title)
	return fmt.Sprintf("::%s %s::%s\n", kind, strings.Join(properties, ","), commandData.Replace(message))
}

var (
	commandData     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	commandProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)
