package report

import (
	"bufio"
	"cmp"
	"encoding/xml"
	"fmt"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"

	"github.com/apiglint/apiglint/lint"
)

// JUnit's format has no schema of its own; what is written is what Jenkins and GitLab read. A rule is a test, so that a clean
// run has tests, their number stays, and each has a history. It fails where the rule finds an error or a warning.

type junitReport struct {
	XMLName xml.Name `xml:"testsuites"`
	junitCounts
	Suite junitSuite `xml:"testsuite"`
}

type junitCounts struct {
	Name     string `xml:"name,attr"`
	Tests    int    `xml:"tests,attr"`
	Failures int    `xml:"failures,attr"`
	Errors   int    `xml:"errors,attr"`
	Skipped  int    `xml:"skipped,attr"`
}

type junitSuite struct {
	junitCounts
	Cases []junitCase `xml:"testcase"`
}

type junitCase struct {
	Class   string        `xml:"classname,attr"`
	Name    string        `xml:"name,attr"`
	Failure *junitProblem `xml:"failure"`
	Error   *junitProblem `xml:"error"`
	Skipped *junitSkipped `xml:"skipped"`
	// Out is what is worth knowing and no failure: notes, and what a plan does not introduce.
	Out *junitText `xml:"system-out"`
}

type junitProblem struct {
	Type    string `xml:"type,attr"`
	Message string `xml:"message,attr"`
	junitText
}

type junitSkipped struct {
	Message string `xml:"message,attr"`
}

type junitText struct {
	Text string `xml:",cdata"`
}

func writeJUnit(out *bufio.Writer, r *renderer) error {
	suite := junitSuite{Cases: []junitCase{r.junitInput()}}
	findings := map[*lint.Rule][]*lint.Finding{}
	tested := slices.Clone(r.Ran)
	for _, f := range r.shown() {
		findings[f.Rule] = append(findings[f.Rule], f)
		if !slices.Contains(tested, f.Rule) {
			tested = append(tested, f.Rule)
		}
	}
	for _, rule := range tested {
		suite.Cases = append(suite.Cases, r.junitCase(rule, findings[rule]))
	}
	suite.junitCounts = junitCounts{Name: printable(cmp.Or(strings.TrimSuffix(r.Category, "/"), "apiglint")), Tests: len(suite.Cases)}
	for _, c := range suite.Cases {
		if c.Failure != nil {
			suite.Failures++
		}
		if c.Error != nil {
			suite.Errors++
		}
		if c.Skipped != nil {
			suite.Skipped++
		}
	}
	return writeXMLDocument(out, junitReport{junitCounts: suite.junitCounts, Suite: suite})
}

// junitInput returns the test that all input could be read.
func (r *renderer) junitInput() junitCase {
	c := junitCase{Class: "apiglint.input", Name: "all input can be read"}
	var text strings.Builder
	first := ""
	for _, d := range r.Diagnostics {
		if d.Severity != hcl.DiagError {
			continue
		}
		line := printable(diagnosticText(d))
		if d.Subject != nil {
			line = r.place(*d.Subject) + ": " + line
		}
		first = cmp.Or(first, line)
		text.WriteString(line + "\n")
	}
	if first != "" {
		c.Error = &junitProblem{"unreadable-input", first, junitText{"\n" + text.String()}}
	}
	if judged := r.judgedLine(); judged != "" {
		c.Out = &junitText{printable(judged) + "\n"}
	}
	return c
}

// junitCase returns the test that a rule is.
func (r *renderer) junitCase(rule *lint.Rule, findings []*lint.Finding) junitCase {
	c := junitCase{Class: "apiglint." + word(rule.Cause), Name: rule.ID + " " + rule.Name}
	var failing []*lint.Finding
	var failures, out strings.Builder
	for _, f := range findings {
		b := &out
		if state := r.state(f); f.Level >= lint.Warning && state != Unchanged && state != Fixed {
			failing = append(failing, f)
			b = &failures
		}
		b.WriteString("\n" + r.line(f) + "\n")
		for _, more := range r.details(f) {
			b.WriteString("  " + more + "\n")
		}
	}
	if len(failing) > 0 {
		worst := bySeverity(failing)[0]
		message := r.headline(worst)
		if n := len(failing) - 1; n > 0 {
			message += fmt.Sprintf(" (and %d more)", n)
		}
		c.Failure = &junitProblem{worst.Level.String(), message, junitText{failures.String() + "\n" + PageURL(rule) + "\n"}}
	}
	if out.Len() > 0 {
		c.Out = &junitText{out.String()}
	}
	if why := r.idle(rule); why != "" && len(findings) == 0 {
		c.Skipped = &junitSkipped{why}
	}
	return c
}

// idle says why a rule had nothing to judge, "" where it had something.
func (r *renderer) idle(rule *lint.Rule) string {
	nothing := r.Judged.Nothing()
	switch why := r.Idle[rule]; {
	case rule.Cause == lint.Suppression: // comments are judged wherever they stand
		return ""
	case nothing == "" && why != "":
		return "nothing to judge: " + why
	}
	return nothing
}
