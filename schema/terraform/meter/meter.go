// Package meter bounds the work of evaluating expressions. HCL evaluates an expression to its end, however long that
// takes: four loops through a thousand elements, one in the other, take a year. Here loops, operators, templates and calls
// spend from an account as they go on, in steps that are the same on every machine, and what spends more than there is
// ends as unknown.
package meter

import (
	"math/big"

	"github.com/zclconf/go-cty/cty"
)

// The account, in steps. A step takes some thirty nanoseconds, on one machine and for one operation less, for another
// more. What the operations below take was measured by spending all of the account on one of them.
const (
	// ofEvaluation is what one expression may take.
	ofEvaluation = 1 << 24
	// ofRoot is what all expressions of a root module may take together.
	ofRoot = 1 << 27
	// always is what an expression may take when that is spent, so that what is plain is still known, and ofRest is what
	// all of them may take then.
	always = 1 << 12
	ofRest = 1 << 23
	// node is what evaluating one node of an expression takes.
	node = 16
	// keyed is what a loop takes for each key of the object that it makes, and invoked what a call takes however little it has
	// to do.
	keyed   = 64
	invoked = 128
	// joined is what a template takes for each of its parts, which may be a number that becomes a text.
	joined = 32
	// compared and called are what operators and functions take for a part that looking at it takes one step for.
	compared = 32
	called   = 16
	// text is how many bytes of text are one step.
	text = 8
)

// MaxDepth bounds how deep values nest: what walks through them is recursive.
const MaxDepth = 500

// maxExponent bounds the binary exponent of numbers. A literal such as 1e600000000 costs nothing to read, and exhausts
// memory when its digits are written out.
const maxExponent = 1 << 14

// Meter is the account of a root module. A nil Meter lets everything through.
type Meter struct {
	spent, left int
	kept        int // parts of the values that are kept
}

// New returns a full account.
func New() *Meter { return &Meter{} }

// exhausted is what a meter panics with, to get out of HCL's loops.
type exhausted struct{}

// Run evaluates. It is false, and the value is unknown, where that takes too much.
func (m *Meter) Run(evaluate func() cty.Value) (v cty.Value, ok bool) {
	before := m.left
	allowed := m.allowed(ofEvaluation)
	m.left = allowed
	defer func() {
		spent := min(allowed-m.left, allowed)
		ok = m.left >= 0
		m.spent += spent
		m.left = before
		if problem := recover(); problem != nil {
			if _, ours := problem.(exhausted); !ours {
				panic(problem)
			}
		}
		if !ok {
			v = cty.DynamicVal
		}
	}()
	return evaluate(), true
}

// allowed returns what an evaluation may take, which is at most what is asked for.
func (m *Meter) allowed(most int) int {
	return max(0, min(most, max(ofRoot-m.spent, min(always, ofRoot+ofRest-m.spent))))
}

// Over reports whether nothing more can be evaluated, however plain it is.
func (m *Meter) Over() bool { return m != nil && m.spent >= ofRoot+ofRest }

// Spend takes steps from the account, and does not return where there are too few.
func (m *Meter) Spend(steps int) {
	if m == nil {
		return
	}
	if steps < 0 || steps > m.left {
		m.left = -1 // functions turn a panic into an error: whoever goes on from there has nothing left
		panic(exhausted{})
	}
	m.left -= steps
}

// read spends what it takes to do something with all of a value, each part of which takes some steps.
func (m *Meter) read(v cty.Value, steps int) {
	m.Spend(steps * size(v, m.left/steps))
}

// size returns the steps that it takes to look at all of a value, or more than most.
func size(v cty.Value, most int) int {
	left := most
	if !walk(v, &left, 0) {
		return most + 1
	}
	return most - left
}

// walk looks at all of a value. It is false where that takes more than what is left.
func walk(v cty.Value, left *int, depth int) bool {
	if *left--; *left < 0 || depth > MaxDepth {
		return false
	}
	v, _ = v.Unmark()
	switch ty := v.Type(); {
	case v.IsNull() || !v.IsKnown():
	case ty == cty.String:
		*left -= len(v.AsString()) / text
	case v.CanIterateElements():
		for it := v.ElementIterator(); it.Next(); {
			if _, element := it.Element(); !walk(element, left, depth+1) {
				return false
			}
		}
	}
	return *left >= 0
}

// Problem says why a value is none to be kept, as what follows its name: "has too many parts to be evaluated". It is ""
// for every value that a configuration means. Values share structure, so that thirty locals which each hold the one
// before twice are cheap to make, and would take forever to walk.
func (m *Meter) Problem(v cty.Value) string {
	if raw, _ := v.Unmark(); !raw.IsKnown() || raw.IsNull() || raw.Type() == cty.Bool ||
		raw.Type() == cty.String && len(raw.AsString()) < partText {
		return "" // as most are
	}
	c := check{left: max(min(maxParts, ofKept-m.kept), always), text: maxText}
	before := c.left
	c.walk(v, 0)
	if c.problem == "" {
		m.kept += before - c.left + (maxText-c.text)/partText
	}
	m.spent += before - max(c.left, 0)
	return c.problem
}

// The limits of a value that is kept, in parts and in bytes of text, and of all values together, in parts of which each
// takes about a hundred bytes.
const (
	maxParts = 1 << 20
	maxText  = 16 << 20
	ofKept   = 1 << 23
	partText = 128
)

type check struct {
	left, text int
	problem    string
}

func (c *check) walk(v cty.Value, depth int) {
	v, _ = v.Unmark()
	c.left--
	switch {
	case c.left < 0:
		c.problem = "has too many parts to be evaluated"
	case depth > MaxDepth:
		c.problem = "is nested too deep to be evaluated"
	case v.IsNull() || !v.IsKnown():
	case v.Type() == cty.String:
		if c.text -= len(v.AsString()); c.text < 0 {
			c.problem = "is too large to be evaluated"
		}
	case v.Type() == cty.Number:
		if Huge(v.AsBigFloat()) {
			c.problem = "has too many digits to be evaluated"
		}
	case v.CanIterateElements():
		for it := v.ElementIterator(); it.Next() && c.problem == ""; {
			_, element := it.Element()
			c.walk(element, depth+1)
		}
	}
}

// Huge reports whether a number has more digits than anyone means.
func Huge(f *big.Float) bool {
	if f.IsInf() || f.Sign() == 0 {
		return false
	}
	exponent := f.MantExp(nil)
	return exponent > maxExponent || exponent < -maxExponent
}

// Plain returns a value, and an unknown number instead of a huge one.
func Plain(v cty.Value) cty.Value {
	raw, marks := v.Unmark()
	if raw.Type() == cty.Number && raw.IsKnown() && !raw.IsNull() && Huge(raw.AsBigFloat()) {
		return cty.UnknownVal(cty.Number).WithMarks(marks)
	}
	return v
}
