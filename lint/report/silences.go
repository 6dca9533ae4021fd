package report

import (
	"fmt"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/lint/prose"
)

// maxSilences is how many things are named that one rule does not judge because of one cause.
const maxSilences = 3

// silences writes what rules did not judge, by what is missing: what many of them lack is the thing to mend.
func (t *textWriter) silences() {
	if !t.WhySilent {
		return
	}
	var causes []lint.Related
	by := map[lint.Related][]lint.Silence{}
	for _, s := range t.Silences {
		for _, cause := range s.Because {
			if by[cause] == nil {
				causes = append(causes, cause)
			}
			by[cause] = append(by[cause], s)
		}
	}
	if len(causes) == 0 {
		fmt.Fprintf(t.out, "%s\n\n", t.paint.bold("no rule lacks anything that an input, a module or a data source would give"))
		return
	}
	for _, cause := range causes {
		t.silent(cause, by[cause])
	}
}

// silent writes what rules did not judge because of one cause.
func (t *textWriter) silent(cause lint.Related, all []lint.Silence) {
	var rules []*lint.Rule
	of := map[*lint.Rule][]lint.Silence{}
	for _, s := range all {
		if of[s.Rule] == nil {
			rules = append(rules, s.Rule)
		}
		of[s.Rule] = append(of[s.Rule], s)
	}
	text := printable(cause.Message)
	if cause.Range.Filename != "" {
		text = t.place(cause.Range) + ": " + text
	}
	lack := prose.Count(len(rules), "rule asks for it", "rules ask for it")
	if all[0].Message != "" {
		lack = prose.Count(len(rules), "rule keeps silent", "rules keep silent")
	}
	t.flow("", 2, styled{text, t.paint.bold, false}, styled{"(" + lack + ")", t.paint.dim, false})
	for _, rule := range rules {
		for n, s := range of[rule] {
			if more := len(of[rule]) - n; n == maxSilences && more > 1 {
				t.flow("  ", 2, styled{fmt.Sprintf("%s %s: %d others", rule.ID, rule.Name, more), unpainted, false})
				break
			}
			t.flow("  ", 2, styled{rule.ID + " " + rule.Name + ":", t.paint.dim, false}, styled{t.about(s), unpainted, false})
		}
	}
	fmt.Fprintln(t.out)
}

// about says what a rule did not judge.
func (t *textWriter) about(s lint.Silence) string {
	var text string
	switch {
	case s.Message != "":
		text = "it would report that " + s.Message
	case s.Argument != "":
		text = s.Argument + " of " + s.Resource
	default:
		text = "how many there are of " + s.Resource
	}
	text = printable(text)
	if s.Range.Filename != "" {
		text += " (" + t.place(s.Range) + ")"
	}
	return text
}

// jsonSilence is something that a rule did not judge.
type jsonSilence struct {
	Rule     string `json:"rule"`
	Name     string `json:"name"`
	Resource string `json:"resource"`
	// Argument is what is not known, or Message what would be reported if nothing was declared beside what was read. Without either it
	// is not known how many there are of the resource.
	Argument string        `json:"argument,omitempty"`
	Message  string        `json:"message,omitempty"`
	Because  []jsonMessage `json:"because"`
	jsonPlace
}

func (r *renderer) jsonSilences() []jsonSilence {
	all := []jsonSilence{}
	for _, s := range r.Silences {
		j := jsonSilence{
			Rule: s.Rule.ID, Name: s.Rule.Name, Resource: s.Resource, Argument: s.Argument, Message: s.Message,
			Because: []jsonMessage{}, jsonPlace: r.jsonPlace(s.Range),
		}
		for _, because := range s.Because {
			j.Because = append(j.Because, jsonMessage{because.Message, r.jsonPlace(because.Range)})
		}
		all = append(all, j)
	}
	return all
}
