package facts

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
)

// Code is an error code of the service: of a gateway that answers a call, or of the management API that an apply
// calls. A few numbers are used by both, for different things.
type Code struct {
	Code string `json:"code"` // APIG.0101
	// Message is what the gateway says with it, "" where that is not known. Codes are stable, messages are not.
	Message string   `json:"message,omitempty"`
	Answers []Answer `json:"answers"`
	// Texts are messages that say more than the code. They were seen in answers, are not documented, and may be missing.
	Texts []Text `json:"texts,omitempty"`
}

// Answer is one meaning of a code.
type Answer struct {
	// Status is the HTTP status that comes with it, unless a custom response of the group changes it.
	Status int `json:"status"`
	// Apply says that an apply gets it, and no caller.
	Apply bool `json:"apply,omitempty"`
	// Meaning is what it says, in our words: a clause in lower case without a period.
	Meaning string `json:"meaning"`
	// Stations are where on its way a call may end so, by the names that apiglint trace gives them. There are none where
	// the gateway itself is at fault, and for an apply.
	Stations []string `json:"stations,omitempty"`
}

// Text is a part of a message, in lower case, and what it means.
type Text struct {
	Text     string   `json:"text"`
	Meaning  string   `json:"meaning"`
	Stations []string `json:"stations"`
}

// Symptom is what a caller sees of a call that no gateway has answered.
type Symptom struct {
	// Texts are what programs say about it, in lower case: a part of their message.
	Texts    []string `json:"texts"`
	Meaning  string   `json:"meaning"`
	Stations []string `json:"stations"`
}

// SymptomOf returns what a program's message about a call without an answer means. ok is false where it is none that is
// known.
func SymptomOf(message string) (s Symptom, ok bool) {
	message = strings.ToLower(message)
	for _, s := range codes().Symptoms {
		if slices.ContainsFunc(s.Texts, func(text string) bool { return strings.Contains(message, text) }) {
			return s, true
		}
	}
	return Symptom{}, false
}

// Says returns what a message with the code means more exactly than the code does. ok is false where it says no more.
func (c Code) Says(message string) (t Text, ok bool) {
	message = strings.ToLower(message)
	i := slices.IndexFunc(c.Texts, func(t Text) bool { return strings.Contains(message, t.Text) })
	if i < 0 {
		return Text{}, false
	}
	return c.Texts[i], true
}

// CodeSaying returns the only code that comes with a message, for one that is quoted without its code.
func CodeSaying(message string) (code string, ok bool) {
	for _, c := range codes().Codes {
		if _, says := c.Says(message); says {
			if ok {
				return "", false
			}
			code, ok = c.Code, true
		}
	}
	return code, ok
}

// GatewayCode returns what a code means. ok is false for a code that the table does not have: the service has more.
// A code with several meanings for callers has one for each status.
func GatewayCode(code string) (c Code, ok bool) {
	all := codes().Codes
	i, ok := slices.BinarySearchFunc(all, code, func(c Code, code string) int { return strings.Compare(c.Code, code) })
	if !ok {
		return Code{}, false
	}
	c = all[i]
	c.Answers = slices.Clone(c.Answers)
	return c, true
}

// GatewayCodes returns the codes of the table, sorted.
func GatewayCodes() []string {
	var all []string
	for _, c := range codes().Codes {
		all = append(all, c.Code)
	}
	return all
}

//go:embed codes.json
var codesFile []byte

var codes = sync.OnceValue(func() codeTable {
	var file codeTable
	if err := Decode(codesFile, &file); err != nil {
		panic("facts: codes.json: " + err.Error()) // it is part of the program, and a test decodes it
	}
	return file
})

type codeTable struct {
	Codes    []Code    `json:"codes"`
	Symptoms []Symptom `json:"symptoms"`
}
