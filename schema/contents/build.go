package contents

import (
	"maps"
	"math"
	"slices"
)

// The tables of shapes are written with these.

type keys = map[string]*Shape

func text(choices ...string) *Shape { return &Shape{Kind: Text, Choices: choices} }

func whole(low, high float64) *Shape { return &Shape{Kind: Number, Low: low, High: high, Whole: true} }

func flag() *Shape { return &Shape{Kind: Flag} }

func anything() *Shape { return &Shape{} }

// list is a list of at most so many elements, 0 for any number.
func list(most int, items *Shape) *Shape { return &Shape{Kind: List, Most: most, Items: items} }

func object(k keys) *Shape { return &Shape{Kind: Object, Keys: k} }

func (s *Shape) required() *Shape { s.Required = true; return s }

func (s *Shape) needed() *Shape { s.Needed = true; return s }

func (s *Shape) unsure() *Shape { s.Unsure = true; return s }

func (s *Shape) open() *Shape { s.Open = true; return s }

func (s *Shape) folded() *Shape { s.Folded = true; return s }

func (s *Shape) most(n int) *Shape { s.Most = n; return s }

const maxInt = math.MaxInt32

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
