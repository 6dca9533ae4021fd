package facts

import (
	"regexp"
	"strconv"
	"sync"
	"unicode/utf8"
)

// Range is inclusive at both ends. An end that is not there is open, and its
// number is then 0.
type Range struct {
	Min, Max       float64
	HasMin, HasMax bool
}

// Contains says whether x lies in the range.
func (r Range) Contains(x float64) bool {
	return (!r.HasMin || x >= r.Min) && (!r.HasMax || x <= r.Max)
}

// String answers "1..5", "80" (one number), "5.." or "..5".
func (r Range) String() string {
	var lo, hi string
	if r.HasMin {
		lo = strconv.FormatFloat(r.Min, 'f', -1, 64)
	}
	if r.HasMax {
		hi = strconv.FormatFloat(r.Max, 'f', -1, 64)
	}
	if lo != "" && lo == hi {
		return lo
	}
	return lo + ".." + hi
}

// Length is inclusive; both ends are always stated.
type Length struct {
	Min, Max int
	Bytes    bool // counted in bytes of UTF-8; otherwise in characters
}

// Of answers the length of s in the unit of l.
func (l Length) Of(s string) int {
	if l.Bytes {
		return len(s)
	}
	return utf8.RuneCountInString(s)
}

// Allows says whether s is neither too short nor too long.
func (l Length) Allows(s string) bool {
	n := l.Of(s)
	return n >= l.Min && n <= l.Max
}

// lazyRegexp is compiled on first use. Every pattern of the tables is known to
// compile: a test holds that.
type lazyRegexp struct {
	once sync.Once
	re   *regexp.Regexp
}

func (l *lazyRegexp) get(pattern string) *regexp.Regexp {
	if pattern == "" {
		return nil
	}
	l.once.Do(func() { l.re = regexp.MustCompile(pattern) })
	return l.re
}
