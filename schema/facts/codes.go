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
	Code    string   `json:"code"` // APIG.0101
	Answers []Answer `json:"answers"`
}

// Answer is one meaning of a code.
type Answer struct {
	// Status is the HTTP status that comes with it, unless a custom response of the group changes it.
	Status int `json:"status"`
	// Apply says that an apply gets it, and no caller.
	Apply bool `json:"apply,omitempty"`
	// Meaning is what it says, in our words: a clause in lower case without a period.
	Meaning string `json:"meaning"`
}

// GatewayCode returns what a code means. ok is false for a code that the table does not have: the service has more.
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
	var file struct {
		Codes []Code `json:"codes"`
	}
	if err := Decode(codesFile, &file); err != nil {
		panic("facts: codes.json: " + err.Error()) // it is part of the program, and a test decodes it
	}
	return file.Codes
})
