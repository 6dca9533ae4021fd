package contents

import (
	"math"
	"slices"
	"strings"
)

// Shape is what a document says of a JSON value.
type Shape struct {
	// Kind is what the value is, Absent where it may be anything.
	Kind Kind
	// Low and High are the limits of a number, where High is not 0.
	Low, High float64
	// Whole says that a number has no fraction.
	Whole bool
	// Choices are the texts that there are, in any case where Folded says so.
	Choices []string
	Folded  bool
	// Least and Most are how many elements a list or characters a text has, Most 0 for any number.
	Least, Most int
	// Kept are the beginnings of texts that the gateway keeps for itself, in small letters.
	Kept []string
	// Keys are what an object has, and Open says that there may be others.
	Keys map[string]*Shape
	Open bool
	// Items is the shape of a list's elements.
	Items *Shape
	// Required says that the object around has to have it, and Needed that without it the object says nothing.
	Required, Needed bool
	// Given and Values are the key beside it and that one's values with which it is required.
	Given  string
	Values []string
	// Unsure says that documents contradict each other about the limits, or do no more than show them.
	Unsure bool
}

// Defect is what is wrong with a value.
type Defect uint8

// The defects.
const (
	Unread     Defect = iota + 1 // a key that the object does not have
	Missing                      // a key that the object needs
	WrongKind                    // something else than the shape says
	OutOfRange                   // a number outside its limits, or that is not whole
	NoChoice                     // a text that is not among those there are
	TooMany                      // a list or a text that is too long, or too short
	Reserved                     // a text that the gateway keeps for itself
)

// Problem is a value that does not have its shape.
type Problem struct {
	Defect Defect
	// Value is what is wrong, or the object that lacks something.
	Value Value
	// Key is what is missing, or should not be there.
	Key string
	// Shape is that of the value, or of what is missing.
	Shape *Shape
	// Free are the keys that the object may have and has not.
	Free []string
	// Certain says that a document refuses it.
	Certain bool
}

// Problems returns what is wrong with a value. What is unknown has no problems.
func (s *Shape) Problems(v Value) []Problem {
	report := func(d Defect, certain bool) []Problem {
		return []Problem{{Defect: d, Value: v, Shape: s, Certain: certain && !s.Unsure}}
	}
	if v.kind == Absent || v.kind == Unknown || s.Kind == Absent {
		return nil
	}
	if v.kind != s.Kind {
		return report(WrongKind, !convertible(v, s))
	}
	switch v.kind {
	case Number:
		n, _ := v.AsNumber()
		if s.Whole && n != math.Trunc(n) || s.High != 0 && (n < s.Low || n > s.High) {
			return report(OutOfRange, true)
		}
	case Text, Bare:
		text, _ := v.AsText()
		if s.Most > 0 && len([]rune(text)) > s.Most {
			return report(TooMany, true)
		}
		if slices.ContainsFunc(s.Kept, func(kept string) bool { return strings.HasPrefix(strings.ToLower(text), kept) }) {
			return report(Reserved, false)
		}
		if s.Choices != nil && text != "" && !s.offers(text) {
			return report(NoChoice, true)
		}
	case List:
		items := v.Items()
		if len(items) < s.Least || s.Most > 0 && len(items) > s.Most {
			return report(TooMany, true)
		}
		var all []Problem
		for _, item := range items {
			if s.Items != nil {
				all = append(all, s.Items.Problems(item)...)
			}
		}
		return all
	case Object:
		return s.keyed(v)
	case Absent, Unknown, Flag:
	}
	return nil
}

// keyed returns what is wrong with an object.
func (s *Shape) keyed(v Value) []Problem {
	var all, missing []Problem
	has := v.Keys()
	var free []string
	for _, name := range sortedKeys(s.Keys) {
		if !slices.Contains(has, name) {
			free = append(free, name)
		}
		inner := s.Keys[name]
		switch text, _ := v.At(name).AsText(); {
		case inner.asked(v) && (v.At(name).kind == Absent || v.At(name).kind == Text && text == ""):
			missing = append(missing, Problem{Defect: Missing, Value: v, Key: name, Shape: inner, Certain: !inner.Unsure})
		case (inner.Required || inner.Needed) && v.At(name).kind == Absent:
			missing = append(missing, Problem{Defect: Missing, Value: v, Key: name, Shape: inner, Certain: inner.Required})
		}
	}
	for _, name := range has {
		if inner := s.Keys[name]; inner != nil {
			all = append(all, inner.Problems(v.At(name))...)
		} else if s.Keys != nil {
			all = append(all, Problem{Defect: Unread, Value: v.At(name), Key: name, Shape: s, Free: free})
		}
	}
	return append(all, missing...)
}

// asked reports whether what stands beside a value in an object certainly asks for it.
func (s *Shape) asked(object Value) bool {
	return s.Given != "" && slices.Contains(s.Values, object.At(s.Given).spelling())
}

func (s *Shape) offers(text string) bool {
	return slices.ContainsFunc(s.Choices, func(choice string) bool {
		return choice == text || s.Folded && strings.EqualFold(choice, text)
	})
}

// convertible reports whether a reader that is not strict may take a value of another kind: "1" and 1, "true" and true, and on for
// an object that says no more.
func convertible(v Value, s *Shape) bool {
	if text, _ := v.AsText(); v.kind == Bare && (text == "on" || text == "off") {
		return true
	}
	scalar := func(k Kind) bool { return k == Text || k == Number || k == Flag || k == Bare }
	return scalar(v.kind) && scalar(s.Kind)
}
