package facts

import (
	"regexp"
	"strconv"
	"sync"
	"unicode/utf8"
)

// Range is inclusive at both ends. An end that is nil is open.
type Range struct {
	Min *float64 `json:"min,omitempty"`
	Max *float64 `json:"max,omitempty"`
}

// Contains reports whether x lies in the range.
func (r Range) Contains(x float64) bool {
	return (r.Min == nil || x >= *r.Min) && (r.Max == nil || x <= *r.Max)
}

// String returns "1..5", "80" (one number), "5.." or "..5".
func (r Range) String() string {
	low, high := number(r.Min), number(r.Max)
	if low != "" && low == high {
		return low
	}
	return low + ".." + high
}

func number(x *float64) string {
	if x == nil {
		return ""
	}
	return strconv.FormatFloat(*x, 'f', -1, 64)
}

// Length is inclusive; both ends are always stated.
type Length struct {
	Min   int  `json:"min"`
	Max   int  `json:"max"`
	Bytes bool `json:"bytes,omitempty"` // counted in bytes of UTF-8; otherwise in characters
}

// Of returns the length of s in the unit of l.
func (l Length) Of(s string) int {
	if l.Bytes {
		return len(s)
	}
	return utf8.RuneCountInString(s)
}

// Allows reports whether s is neither too short nor too long.
func (l Length) Allows(s string) bool {
	n := l.Of(s)
	return n >= l.Min && n <= l.Max
}

// patterns are those that were asked for, compiled. Every pattern of the
// tables is known to compile: a test holds that.
var patterns sync.Map

// compiled returns a pattern ready for use, nil for the empty one.
func compiled(pattern string) *regexp.Regexp {
	if pattern == "" {
		return nil
	}
	re, ok := patterns.Load(pattern)
	if !ok {
		re, _ = patterns.LoadOrStore(pattern, regexp.MustCompile(pattern))
	}
	return re.(*regexp.Regexp) //nolint:forcetypeassert // nothing else is stored
}
