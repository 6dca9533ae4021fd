package lint

import (
	"fmt"
	"io/fs"
	"strings"

	"github.com/apiglint/apiglint/lint/spelling"
)

// Level is how bad a finding is.
type Level int

// The levels, in the order of their weight.
const (
	// Note is worth knowing.
	Note Level = iota + 1
	// Warning fails for some callers, or later, or is a security risk.
	Warning
	// Error certainly fails, at apply or at a call, with what the configuration says.
	Error
)

var levelNames = map[Level]string{Note: "note", Warning: "warning", Error: "error"}

func (l Level) String() string { return levelNames[l] }

// ParseLevel reads a level's name.
func ParseLevel(name string) (Level, error) {
	for level, n := range levelNames {
		if n == name {
			return level, nil
		}
	}
	return 0, fmt.Errorf("%q is no level: it is error, warning or note", name)
}

// Cause is the part of the cloud's troubleshooting page that a rule belongs to.
type Cause string

// The causes.
const (
	Network        Cause = "network"
	DomainName     Cause = "domain name"
	Publishing     Cause = "publishing"
	Authentication Cause = "authentication"
	Policy         Cause = "control policy"
	Backend        Cause = "backend"
	Definition     Cause = "definition"
	Suppression    Cause = "suppression"
	// Promise is what a team expects of its own gateway.
	Promise Cause = "expectation"
)

// Rule is one check with everything that is known about it.
type Rule struct {
	// ID is three letters and three digits. It never changes its meaning and is never used again.
	ID string
	// Name reads well after "allow": anonymous-api.
	Name string
	// Level is the highest level that the rule reports at.
	Level Level
	// Lower are the levels below it that the rule reports at in some cases, the highest first.
	Lower []Level
	// Cause is what it belongs to on the troubleshooting page.
	Cause Cause
	// Title is what is wrong, as a noun phrase without a period: an API that anyone can call.
	Title string
	// Codes are the gateway's error codes that callers get, or those of the management API that the apply gets.
	Codes []string
	// Status is the HTTP status that tells which meaning of its code is meant, where the code has several for callers.
	Status int
	// Symptom is what is seen where no code says it, as a clause: the connection times out.
	Symptom string
	// Security is the severity of a security rule, above 0 and at most 10, and 0 for all others.
	Security float64
	// Fix is what --fix does about findings where that is certain, as the end of a sentence that begins with "--fix". It
	// is "" where nothing is.
	Fix string
	// Links are public pages behind the rule.
	Links []string
	// ByRelease says that what the rule reports, or advises, depends on the release of the provider.
	ByRelease bool
	// Elsewhere says that the rule keeps findings back where anything may be declared elsewhere: see [schema.Config.Openings].
	Elsewhere bool
	// Changes says that the rule is about changes: it compares what was applied with what will be.
	Changes bool
	// Files has the prose and the examples of the rule in its folder texts/NAME: see [Rule.Doc] and the methods below it.
	Files fs.FS
	// Options are what settings can decide about it.
	Options []Option
	// Check looks at a configuration and reports.
	Check func(p *Pass)
}

// Matches reports whether a rule is meant by an ID, a name, or the letters of an ID (NET) or more of it (NET1), in any
// case.
func (r *Rule) Matches(pattern string) bool {
	return r.IsNamed(pattern) ||
		(len(pattern) >= 3 && len(pattern) <= len(r.ID) && strings.EqualFold(r.ID[:len(pattern)], pattern))
}

// IsNamed reports whether a pattern is the rule's ID or its name, in any case.
func (r *Rule) IsNamed(pattern string) bool {
	return strings.EqualFold(pattern, r.Name) || strings.EqualFold(pattern, r.ID)
}

// Matching returns the rules that a pattern means: an ID, a name, or the beginning of IDs. The error suggests one where
// there is none.
func Matching(rules []*Rule, pattern string) ([]*Rule, error) {
	var found []*Rule
	names := []string{}
	for _, rule := range rules {
		if rule.Matches(pattern) {
			found = append(found, rule)
		}
		names = append(names, rule.Name, rule.ID)
	}
	if len(found) == 0 {
		return nil, fmt.Errorf("there is no rule %q%s", pattern, spelling.Suggestion(pattern, names))
	}
	return found, nil
}
