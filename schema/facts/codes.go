package facts

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"github.com/apiglint/apiglint/schema/facts/internal/table"
)

// Code is an error code of the service: of a gateway that answers a call, or of the management API that an apply
// calls. A few numbers are used by both, for different things.
type Code struct {
	Code    string // APIG.0101
	Answers []Answer
}

// Answer is one meaning of a code.
type Answer struct {
	// Status is the HTTP status that comes with it, unless a custom response of the group changes it.
	Status int
	// Apply says that an apply gets it, and no caller.
	Apply bool
	// Meaning is what it says, in our words: a clause in lower case without a period.
	Meaning string
}

// GatewayCode answers what a code means. ok is false for a code that the table does not have: the service has more.
// A code with several meanings for callers has one for each status.
func GatewayCode(code string) (c Code, ok bool) {
	i, ok := slices.BinarySearchFunc(codes(), code, func(c Code, code string) int { return strings.Compare(c.Code, code) })
	if !ok {
		return Code{}, false
	}
	c = codes()[i]
	c.Answers = slices.Clone(c.Answers)
	return c, true
}

//go:embed codes.json
var codesFile []byte

var codes = sync.OnceValue(func() []Code {
	var t table.Codes
	if err := table.Decode(codesFile, &t); err != nil {
		panic("facts: codes.json: " + err.Error()) // it is part of the program, and a test decodes it
	}
	all := make([]Code, len(t.Codes))
	for i, c := range t.Codes {
		all[i].Code = c.Code
		for _, a := range c.Answers {
			all[i].Answers = append(all[i].Answers, Answer{a.Status, a.Apply, a.Meaning})
		}
	}
	return all
})
