package report

import (
	"bufio"
	"slices"

	"github.com/hashicorp/hcl/v2"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema/facts"
	"github.com/apiglint/apiglint/schema/terraform"
	"github.com/apiglint/apiglint/schema/terraform/files"
)

// jsonVersion changes when a reader of the JSON format has to.
const jsonVersion = 1

// jsonReport is the JSON format. Fields are added without a new version; a reader ignores those it does not know.
type jsonReport struct {
	Version int `json:"version"`
	// Tool is apiglint with its version.
	Tool jsonTool `json:"tool"`
	// Complete says that all input could be read, and that no module lies outside of the boundary. Where it is false findings may
	// be missing.
	Complete bool `json:"complete"`
	// Callers are there where a plan is reviewed, or --since says what was before, and calls come to a gateway.
	Callers  *jsonCallers  `json:"callers,omitempty"`
	Findings []jsonFinding `json:"findings"`
	// Suppressed are the findings that comments hide, only where they are asked for and there are any.
	Suppressed []jsonFinding `json:"suppressed,omitzero"`
	// Notes say what was not analysed: a module that is not there, a limit.
	Notes []jsonMessage `json:"notes"`
	// Diagnostics say what could not be read.
	Diagnostics []jsonMessage `json:"diagnostics"`
	Summary     jsonSummary   `json:"summary"`
	// Silences say what rules did not judge, and because of what, only where they are asked for.
	Silences []jsonSilence `json:"silences,omitzero"`
	// Judged says what was looked at, so that silence can be told from not having looked.
	Judged jsonJudged `json:"judged"`
	// NotJudged says what could not be, for want of a value or of a module.
	NotJudged jsonNotJudged `json:"not_judged"`
}

type jsonTool struct {
	Name    string `json:"name"`
	Version string `json:"version,omitempty"`
	// Tables are the version of the provider that the tables are about, and Releases the oldest and the newest that they date.
	Tables   string `json:"tables"`
	Releases string `json:"releases"`
}

type jsonFinding struct {
	// State is introduced, unchanged, fixed, or accepted (by a baseline), where a plan is reviewed or --since or
	// --baseline says what was before. What is not introduced is there only if it was asked for.
	State string `json:"state,omitempty"`
	// Rule is the rule's ID, which never changes; Name reads better.
	Rule    string `json:"rule"`
	Name    string `json:"name"`
	Level   string `json:"level"`
	Message string `json:"message"`
	// Remedy says what to do: one imperative sentence without a period.
	Remedy string `json:"remedy,omitempty"`
	// Resource is the address of the resource instance, "" for a finding about the text itself.
	Resource string `json:"resource"`
	// Also are further instances with the same defect in the same text.
	Also []string `json:"also"`
	jsonPlace
	// Related are other places that belong to the defect.
	Related []jsonMessage `json:"related"`
	// Fix is there where a change of the text is certain to mend the finding.
	Fix *jsonFix `json:"fix,omitempty"`
	// Suppression is the comment that hides a suppressed finding.
	Suppression *jsonSuppression `json:"suppression,omitempty"`
}

type jsonSuppression struct {
	Reason string `json:"reason"`
	// Until is the last day on which the comment hides anything, where it has one.
	Until string `json:"until,omitempty"`
	jsonPlace
}

// jsonPlace is a text: from Start up to, and without, End.
type jsonPlace struct {
	// File is slash-separated and relative to the git work tree, or to the directory that was checked. Where there are no
	// sources it is empty, and so are the positions.
	File  string       `json:"file"`
	Start jsonPosition `json:"start"`
	End   jsonPosition `json:"end"`
}

// jsonPosition counts lines and columns from 1 and bytes from 0. A column is a character as people see it (a grapheme
// cluster); bytes are exact.
type jsonPosition struct {
	Line   int `json:"line"`
	Column int `json:"column"`
	Byte   int `json:"byte"`
}

type jsonMessage struct {
	Message string `json:"message"`
	jsonPlace
}

// jsonSummary counts what the exit code speaks of: what is introduced, where there is a before.
type jsonSummary struct {
	Error      int `json:"error"`
	Warning    int `json:"warning"`
	Note       int `json:"note"`
	Suppressed int `json:"suppressed"`
	// Review counts the findings by state, where they have one.
	Review *jsonReview `json:"review,omitempty"`
}

type jsonReview struct {
	Introduced int `json:"introduced"`
	Unchanged  int `json:"unchanged"`
	Fixed      int `json:"fixed"`
	Accepted   int `json:"accepted"`
}

func writeJSON(out *bufio.Writer, r *renderer) error {
	document := jsonReport{
		Version:     jsonVersion,
		Tool:        jsonTool{Name: "apiglint", Version: r.Version, Tables: facts.Version(), Releases: facts.Span()},
		Complete:    r.Complete() && !slices.ContainsFunc(r.Notes, func(n terraform.Note) bool { return n.Beyond != "" }),
		Callers:     r.jsonCallers(),
		Findings:    []jsonFinding{},
		Notes:       []jsonMessage{},
		Diagnostics: []jsonMessage{},
		Judged:      judgedJSON(r.Judged),
		NotJudged:   r.notJudgedJSON(),
		Summary: jsonSummary{
			Error: r.count(lint.Error), Warning: r.count(lint.Warning), Note: r.count(lint.Note),
			Suppressed: len(r.allSuppressed()),
		},
	}
	if r.WhySilent {
		document.Silences = r.jsonSilences()
	}
	if r.Review != nil {
		document.Summary.Review = &jsonReview{
			len(r.Review.Introduced), len(r.Review.Unchanged), len(r.Review.Fixed), len(r.Review.Accepted),
		}
	}
	lists := []jsonList{r.jsonFindings("findings", r.shown())}
	if hidden := r.suppressed(); len(hidden) > 0 {
		document.Suppressed = []jsonFinding{}
		lists = append(lists, r.jsonFindings("suppressed", hidden))
	}
	lists = append(lists, jsonList{"notes", false, func(add func(any)) {
		for _, n := range r.Notes {
			add(jsonMessage{n.Message, r.jsonPlace(n.Range)})
		}
	}}, jsonList{"diagnostics", false, func(add func(any)) {
		for _, d := range r.Diagnostics {
			add(jsonMessage{diagnosticText(d), r.jsonPlace(files.Subject(d))})
		}
	}})
	return writeJSONDocument(out, document, lists...)
}

func (r *renderer) jsonFindings(name string, findings []*lint.Finding) jsonList {
	return jsonList{name, false, func(add func(any)) {
		for _, f := range findings {
			add(r.jsonFinding(f))
		}
	}}
}

func (r *renderer) jsonFinding(f *lint.Finding) jsonFinding {
	j := jsonFinding{
		State: r.state(f),
		Rule:  f.Rule.ID, Name: f.Rule.Name, Level: f.Level.String(), Message: f.Message, Remedy: f.Remedy,
		Resource: f.Resource, Also: append([]string{}, f.Also...),
		jsonPlace: r.jsonPlace(f.Range),
		Related:   []jsonMessage{},
		Fix:       r.jsonFix(f),
	}
	for _, related := range f.Related {
		j.Related = append(j.Related, jsonMessage{related.Message, r.jsonPlace(related.Range)})
	}
	if by := f.Ignored; by != nil {
		j.Suppression = &jsonSuppression{by.Reason, by.Until, r.jsonPlace(by.Range)}
	}
	return j
}

func (r *renderer) jsonPlace(at hcl.Range) jsonPlace {
	if at.Filename == "" {
		return jsonPlace{}
	}
	start, end := r.text(at.Filename).positions(at)
	return jsonPlace{File: at.Filename, Start: start.json(), End: end.json()}
}

func (p position) json() jsonPosition {
	return jsonPosition{Line: p.line, Column: p.characters(), Byte: p.byte}
}
