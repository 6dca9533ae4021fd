package report

import (
	"bufio"
	"fmt"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"sync"

	"github.com/hashicorp/hcl/v2"
	"github.com/owenrumney/go-sarif/v2/sarif"

	"github.com/apiglint/apiglint/lint"
)

// What GitHub's code scanning asks of a file, or shows of it, decides what stands here; see its documentation "SARIF
// support for code scanning". All rules are listed every time, because a rule that is gone takes its help along.

const (
	sarifSchema    = "https://json.schemastore.org/sarif-2.1.0.json"
	home           = "https://github.com/apiglint/apiglint"
	maxDescription = 1024
	maxTags        = 10
	maxLogical     = 100
	maxRelated     = 100
	maxLinks       = 10
)

func writeSARIF(out *bufio.Writer, r *renderer) error {
	s := &sarifWriter{renderer: r, index: map[*lint.Rule]uint{}, hashes: map[string][]lineHash{}}
	s.driver = s.component()
	findings := r.withSuppressed()
	return writeWithinLimits(out, len(findings), func(out *bufio.Writer, most int) error {
		kept, left := worst(findings, most)
		document := &sarif.Report{Schema: sarifSchema, Version: "2.1.0", Runs: []*sarif.Run{s.run(left)}}
		return writeJSONDocument(out, document, jsonList{"results", true, func(add func(any)) {
			for _, f := range kept {
				add(s.result(f))
			}
		}})
	})
}

type sarifWriter struct {
	*renderer
	driver *sarif.ToolComponent
	index  map[*lint.Rule]uint // of the rules in the driver
	hashes map[string][]lineHash
}

// component returns what apiglint is, and its rules.
func (s *sarifWriter) component() *sarif.ToolComponent {
	driver := &sarif.ToolComponent{
		Name:            "apiglint",
		FullName:        ptr("apiglint " + semanticVersion(s.Version)),
		InformationURI:  ptr(home),
		SemanticVersion: ptr(semanticVersion(s.Version)),
		Rules:           []*sarif.ReportingDescriptor{},
	}
	for i, rule := range s.Rules {
		s.index[rule] = uint(i)
		driver.Rules = append(driver.Rules, descriptor(rule))
	}
	return driver
}

// run returns the run without its results, of which some may be left out.
func (s *sarifWriter) run(left int) *sarif.Run {
	run := &sarif.Run{
		Tool:        sarif.Tool{Driver: s.driver},
		ColumnKind:  "utf16CodeUnits",
		Invocations: []*sarif.Invocation{s.invocation(left)},
		Results:     []*sarif.Result{},
	}
	if s.Category != "" {
		run.AutomationDetails = &sarif.RunAutomationDetails{ID: ptr(strings.TrimSuffix(s.Category, "/") + "/")}
	}
	return run
}

var semver = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?$`)
})

// semanticVersion returns the version without its v, and 0.0.0 for a build that has none.
func semanticVersion(version string) string {
	if v := strings.TrimPrefix(version, "v"); semver().MatchString(v) {
		return v
	}
	return "0.0.0"
}

func descriptor(rule *lint.Rule) *sarif.ReportingDescriptor {
	page := Page{Rule: rule}
	d := &sarif.ReportingDescriptor{
		ID:                   rule.ID,
		Name:                 ptr(pascalCase(rule.Name)),
		HelpURI:              ptr(PageURL(rule)),
		ShortDescription:     &sarif.MultiformatMessageString{Text: ptr(sentence(capitalised(rule.Title)))},
		FullDescription:      &sarif.MultiformatMessageString{Text: ptr(sentence(firstParagraph(rule.Doc(), maxDescription)))},
		Help:                 &sarif.MultiformatMessageString{Text: ptr(page.plainHelp()), Markdown: ptr(page.help())},
		DefaultConfiguration: &sarif.ReportingConfiguration{Level: rule.Level.String()},
		Properties:           sarif.Properties{"tags": tags(rule), "precision": precision[rule.Level]},
	}
	if rule.Security > 0 {
		d.Properties["security-severity"] = strconv.FormatFloat(rule.Security, 'f', 1, 64)
	} else {
		d.Properties["problem.severity"] = problemSeverity[rule.Level]
	}
	return d
}

var (
	problemSeverity = map[lint.Level]string{lint.Error: "error", lint.Warning: "warning", lint.Note: "recommendation"}
	// A rule speaks as an error only of what certainly fails.
	precision = map[lint.Level]string{lint.Error: "very-high", lint.Warning: "high", lint.Note: "medium"}
)

func tags(rule *lint.Rule) []string {
	all := []string{"terraform", strings.ReplaceAll(string(rule.Cause), " ", "-")}
	if rule.Security > 0 {
		all = append(all, "security")
	}
	all = append(all, rule.Codes...)
	return all[:min(len(all), maxTags)]
}

// sarifResult is a result. Where one says whether it is suppressed all have to, but the library writes no empty list.
type sarifResult struct {
	*sarif.Result
	Suppressions []sarifSuppression `json:"suppressions,omitzero"`
}

// sarifSuppression is a suppression. The library writes null for what it does not say.
type sarifSuppression struct {
	Kind          string          `json:"kind"`
	Justification string          `json:"justification"`
	Location      *sarif.Location `json:"location"`
}

func (s *sarifWriter) result(f *lint.Finding) sarifResult {
	result := sarifResult{Result: &sarif.Result{
		RuleID:    ptr(f.Rule.ID),
		RuleIndex: ptr(s.index[f.Rule]),
		Level:     ptr(f.Level.String()),
		Message:   *sarif.NewTextMessage(message(f)),
		Locations: []*sarif.Location{{
			PhysicalLocation: s.physical(s.location(f)),
			LogicalLocations: logical(f),
		}},
		Fixes: s.fixes(f),
	}}
	if state, ok := baselineStates[s.state(f)]; ok {
		result.BaselineState = ptr(state)
	}
	for i, related := range f.Related[:min(len(f.Related), maxRelated)] {
		result.RelatedLocations = append(result.RelatedLocations, &sarif.Location{
			Id:               ptr(uint(i)),
			PhysicalLocation: s.physical(related.Range),
			Message:          sarif.NewTextMessage(sentence(linkText.Replace(printable(related.Message)))),
		})
	}
	if s.ShowSuppressed {
		result.Suppressions = s.suppressions(f.Ignored)
	}
	if hash, ok := s.hash(f); ok {
		result.PartialFingerprints = map[string]any{"primaryLocationLineHash": hash}
	}
	return result
}

// suppressions returns what hides a result, an empty list for nothing.
func (s *sarifWriter) suppressions(by *lint.Ignore) []sarifSuppression {
	if by == nil {
		return []sarifSuppression{}
	}
	return []sarifSuppression{{
		Kind:          "inSource",
		Justification: printable(by.Reason),
		Location:      &sarif.Location{PhysicalLocation: s.physical(by.Range)},
	}}
}

// message returns the finding's sentence, then one for what to do and one for the other instances, and a link to each related place.
func message(f *lint.Finding) string {
	text := sentence(printable(f.Message))
	if strings.Contains(text, "](") {
		text = linkText.Replace(text) // a key of the configuration would become a link
	}
	if f.Remedy != "" {
		text += " " + capitalised(linkText.Replace(sentence(printable(f.Remedy))))
	}
	if len(f.Also) > 0 {
		text += " The same holds for " + linkText.Replace(printable(list(f.Also, maxAlso))) + "."
	}
	for i, related := range f.Related {
		if n := len(f.Related) - i; i == maxLinks && n > 1 {
			return text + fmt.Sprintf(" There are %d more such places.", n)
		}
		text += fmt.Sprintf(" [%s](%d).", linkText.Replace(printable(strings.TrimSuffix(related.Message, "."))), i)
	}
	return text
}

var linkText = strings.NewReplacer(`\`, `\\`, "[", `\[`, "]", `\]`)

func (s *sarifWriter) physical(at hcl.Range) *sarif.PhysicalLocation {
	start, end := s.text(at.Filename).firstLine(at)
	return &sarif.PhysicalLocation{ArtifactLocation: s.artifact(at.Filename), Region: region(start, end)}
}

func (s *sarifWriter) artifact(file string) *sarif.ArtifactLocation {
	return &sarif.ArtifactLocation{URI: ptr(uri(s.real(file)))}
}

func region(start, end position) *sarif.Region {
	return &sarif.Region{
		StartLine: ptr(start.line), StartColumn: ptr(start.utf16()),
		EndLine: ptr(end.line), EndColumn: ptr(end.utf16()),
	}
}

// uri returns a slash path as a relative URI reference. A colon in the first segment would be read as a scheme.
func uri(file string) string {
	u := (&url.URL{Path: file}).EscapedPath()
	if first, _, _ := strings.Cut(u, "/"); strings.Contains(first, ":") {
		u = strings.ReplaceAll(first, ":", "%3A") + strings.TrimPrefix(u, first)
	}
	return u
}

func logical(f *lint.Finding) []*sarif.LogicalLocation {
	var all []*sarif.LogicalLocation
	for _, address := range append([]string{f.Resource}, f.Also...) {
		if address != "" && len(all) < maxLogical {
			all = append(all, &sarif.LogicalLocation{
				FullyQualifiedName: ptr(address), Kind: ptr("resource"),
			})
		}
	}
	return all
}

// baselineStates are SARIF's words. Code scanning shows every result as an alert whatever its state is, so what is not
// introduced is written only where it was asked for.
var baselineStates = map[string]string{Introduced: "new", Unchanged: "unchanged", Accepted: "unchanged", Fixed: "absent"}

// hash returns what makes the result the same alert as before: the line's text, or the address where there is no line.
func (s *sarifWriter) hash(f *lint.Finding) (string, bool) {
	at := f.Range
	if at.Filename == "" {
		return lineHashes([]byte(f.Resource))[0].String(), true
	}
	t := s.text(at.Filename)
	hashes, ok := s.hashes[at.Filename]
	if !ok {
		hashes = lineHashes(t.src)
		s.hashes[at.Filename] = hashes
	}
	line := t.position(at.Start).line
	if len(t.src) == 0 || line > len(hashes) {
		return "", false
	}
	return hashes[line-1].String(), true
}

// invocation says whether the analysis is whole, and what it lacks.
func (s *sarifWriter) invocation(left int) *sarif.Invocation {
	in := &sarif.Invocation{ExecutionSuccessful: ptr(s.Complete())}
	notify := func(level, text string, at *hcl.Range) {
		n := &sarif.Notification{Level: level, Message: sarif.NewTextMessage(sentence(linkText.Replace(printable(text))))}
		if at != nil && at.Filename != "" {
			n.Locations = []*sarif.Location{{PhysicalLocation: s.physical(*at)}}
		}
		in.ToolExecutionNotifications = append(in.ToolExecutionNotifications, n)
	}
	for _, text := range []string{s.nothing(), s.judgedLine()} {
		if text != "" {
			notify("note", text, nil)
		}
	}
	for _, d := range s.Diagnostics {
		notify("error", diagnosticText(d), d.Subject)
	}
	for _, n := range s.Notes {
		notify("note", n.Message, &n.Range)
	}
	for _, l := range s.Judged.Lacking {
		for _, input := range l.Inputs {
			notify("note", lackSentence(input), &input.Range)
		}
	}
	if left > 0 {
		notify("warning", fmt.Sprintf("%d findings are left out, the least severe: code scanning refuses files with more", left), nil)
	}
	return in
}

func ptr[T any](v T) *T { return &v }
