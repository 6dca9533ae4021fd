package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/apiglint/apiglint/cmd/apiglint/internal/boundary"
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/lint/prose"
	"github.com/apiglint/apiglint/rules"
	"github.com/apiglint/apiglint/schema/facts"
)

// answer is what somebody got instead of an answer to a call or to an apply, as far as it says what happened.
type answer struct {
	code   facts.Code // without a name where there was no code
	status int        // 0 where it is not known
	// meanings are clauses, the most exact first.
	meanings []string
	stations []string
}

var codePattern = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`(?i)\bAPI[GC]\.\d{4}\b`) })

// statusPattern finds the status of an answer in what curl -i, logs and people write.
var statusPattern = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)(?:\bHTTP(?:/[\d.]+)?|\bstatus(?:[ _]?code)?"?)[ :=]*([45]\d\d)\b`)
})

// isAnswer reports whether an argument of explain is the answer of a gateway, and no rule.
func isAnswer(text string) bool {
	return codePattern().MatchString(text) || strings.ContainsAny(text, " {")
}

// newAnswer reads a code alone, the JSON of an answer, or any text that holds a code or what a program says where there
// was no answer.
func newAnswer(text string) (answer, error) {
	var a answer
	var body struct {
		Message string `json:"error_msg"`
	}
	message := text
	if json.Unmarshal([]byte(text), &body) == nil {
		message = cmp.Or(body.Message, text)
	}
	if found := statusPattern().FindStringSubmatch(text); found != nil {
		_, _ = fmt.Sscan(found[1], &a.status) // three digits
	}
	name := strings.ToUpper(codePattern().FindString(text))
	if name == "" {
		if said, ok := facts.CodeSaying(message); ok {
			name = said
		}
	}
	if name == "" {
		symptom, ok := facts.SymptomOf(message)
		if !ok {
			return a, fmt.Errorf("%q has no error code (such as APIG.0101), and is not a message that apiglint knows", text)
		}
		a.meanings, a.stations = []string{symptom.Meaning}, symptom.Stations
		return a, nil
	}
	known, ok := facts.GatewayCode(name)
	if !ok {
		return a, fmt.Errorf("apiglint does not know the code %s", name)
	}
	a.code = known
	if said, ok := known.Says(message); ok {
		a.meanings, a.stations = []string{said.Meaning}, said.Stations
		return a, nil
	}
	answers := slices.DeleteFunc(slices.Clone(known.Answers), func(one facts.Answer) bool {
		return a.status != 0 && one.Status != a.status
	})
	if len(answers) == 0 { // a response of the group has changed the status
		answers, a.status = known.Answers, 0
	}
	for _, one := range answers {
		who := "callers get it with"
		if one.Apply {
			who = "an apply gets it with"
		}
		a.meanings = append(a.meanings, fmt.Sprintf("%s (%s HTTP %d)", one.Meaning, who, one.Status))
		for _, station := range one.Stations {
			if !slices.Contains(a.stations, station) {
				a.stations = append(a.stations, station)
			}
		}
	}
	return a, nil
}

// rules returns those that find what may be behind the answer.
func (a answer) rules() []*lint.Rule {
	var found []*lint.Rule
	for _, rule := range rules.All() {
		if a.code.Code != "" {
			if slices.Contains(rule.Codes, a.code.Code) && (a.status == 0 || rule.Status == 0 || rule.Status == a.status) {
				found = append(found, rule)
			}
			continue
		}
		if symptom, ok := facts.SymptomOf(rule.Symptom); ok && slices.Equal(symptom.Stations, a.stations) {
			found = append(found, rule)
		}
	}
	return found
}

// describe returns what the answer means, where a call ends so, and what finds the causes.
func (a answer) describe() string {
	var b strings.Builder
	for i, meaning := range a.meanings {
		if i == 0 && a.code.Code != "" {
			meaning = a.code.Code + ": " + meaning
		}
		fmt.Fprintf(&b, "%s\n", meaning)
	}
	if len(a.stations) > 0 {
		fmt.Fprintf(&b, "\nA call can end with it at the station %s; apiglint trace follows one.\n", prose.List(a.stations, "or"))
	}
	found := a.rules()
	if len(found) == 0 {
		b.WriteString("\nNo rule finds its causes, because they are not in the configuration.\n")
		return b.String()
	}
	b.WriteString("\nRules that find its causes:\n")
	longest := 0
	for _, rule := range found {
		longest = max(longest, len(rule.Name))
	}
	for _, rule := range found {
		fmt.Fprintf(&b, "  %s  %-*s  %s\n", rule.ID, longest, rule.Name, rule.Title)
	}
	return b.String()
}

// explainAnswer prints what an answer means and, where the current directory has a configuration, what the rules find there.
func (c *Command) explainAnswer(text string) error {
	a, err := newAnswer(text)
	if err != nil {
		return err
	}
	if err := show(c.Stdout, a.describe()); err != nil {
		return err
	}
	o := checkOptions{failOn: "never", allowPartial: true}
	for _, rule := range a.rules() {
		o.Settings.Only = append(o.Settings.Only, rule.ID)
	}
	if len(o.Settings.Only) == 0 || !hasConfiguration() {
		return nil
	}
	if err := show(c.Stdout, "\nIn this directory they find:\n\n"); err != nil {
		return err
	}
	_, err = c.lint(o, func() ([]*boundary.Group, error) { return boundary.Groups([]string{"."}, "") })
	return err
}

// hasConfiguration reports whether there is Terraform in the current directory itself.
func hasConfiguration() bool {
	return slices.ContainsFunc([]string{"*.tf", "*.tf.json", "*.tofu", "*.tofu.json"}, func(pattern string) bool {
		found, err := filepath.Glob(pattern)
		return err == nil && len(found) > 0
	})
}
