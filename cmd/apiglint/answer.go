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
	codes  []string // none where there was no code, several where only the status is known
	status int      // 0 where it is not known
	// meanings are clauses, the most exact first.
	meanings []string
	stations []string
}

var codePattern = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`(?i)\bAPI[GC]\.\d{4}\b`) })

// statusPattern finds the status of an answer in what curl -i, logs and people write.
var statusPattern = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)(?:\bHTTP(?:/[\d.]+)?|\bstatus(?:[ _]?code)?"?)[ :=]*([45]\d\d)\b`)
})

// barePattern finds a code without its prefix, or a status alone or with its name.
var barePattern = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^\s*(?:(\d{4})|([45]\d\d)(?:\s+[A-Za-z' -]+)?)\s*$`)
})

// isAnswer reports whether an argument of explain is the answer of a gateway, and no rule.
func isAnswer(text string) bool {
	return codePattern().MatchString(text) || statusPattern().MatchString(text) || barePattern().MatchString(text) || strings.ContainsAny(text, " {")
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
	if bare := barePattern().FindStringSubmatch(text); bare != nil && bare[1] != "" {
		name = "APIG." + bare[1]
	} else if bare != nil {
		_, _ = fmt.Sscan(bare[2], &a.status)
	}
	if name == "" {
		if said, ok := facts.CodeSaying(message); ok {
			name = said
		}
	}
	if name == "" {
		symptom, ok := facts.SymptomOf(message)
		if !ok && a.ofStatus() {
			return a, nil
		}
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
	a.codes = []string{known.Code}
	if said, ok := known.Says(message); ok {
		a.meanings, a.stations = []string{known.Code + ": " + said.Meaning}, said.Stations
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
		a.means(one, fmt.Sprintf("%s (%s HTTP %d)", one.Meaning, who, one.Status))
	}
	a.meanings[0] = known.Code + ": " + a.meanings[0]
	return a, nil
}

// means adds a meaning, and where a call ends so.
func (a *answer) means(one facts.Answer, meaning string) {
	a.meanings = append(a.meanings, meaning)
	for _, station := range one.Stations {
		if !slices.Contains(a.stations, station) {
			a.stations = append(a.stations, station)
		}
	}
}

// ofStatus takes all codes for those that callers may have got with the status, and reports whether there is any.
func (a *answer) ofStatus() bool {
	for _, name := range facts.GatewayCodes() {
		known, _ := facts.GatewayCode(name)
		for _, one := range known.Answers {
			if one.Status == a.status && !one.Apply {
				a.codes = append(a.codes, name)
				a.means(one, name+": "+one.Meaning)
			}
		}
	}
	return len(a.codes) > 0
}

// rules returns those that find what may be behind the answer.
func (a answer) rules() []*lint.Rule {
	var found []*lint.Rule
	for _, rule := range rules.All() {
		if len(a.codes) > 0 {
			ours := func(code string) bool { return slices.Contains(a.codes, code) }
			if slices.ContainsFunc(rule.Codes, ours) && (a.status == 0 || rule.Status == 0 || rule.Status == a.status) {
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
	if len(a.codes) > 1 {
		fmt.Fprintf(&b, "HTTP %d comes with one of these codes, which the body of the answer has, or from the backend:\n", a.status)
	}
	for _, meaning := range a.meanings {
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
	_, err = c.lint(o, func() ([]*boundary.Group, error) { return boundary.Groups(nil, "") })
	return err
}

// hasConfiguration reports whether there is Terraform in the current directory itself.
func hasConfiguration() bool {
	return slices.ContainsFunc([]string{"*.tf", "*.tf.json", "*.tofu", "*.tofu.json"}, func(pattern string) bool {
		found, err := filepath.Glob(pattern)
		return err == nil && len(found) > 0
	})
}
