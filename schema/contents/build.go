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

// filled is a list that has to be there and to have an element.
func filled(s *Shape) *Shape { s.Least = 1; return s.required() }

func object(k keys) *Shape { return &Shape{Kind: Object, Keys: k} }

func (s *Shape) required() *Shape { s.Required = true; return s }

func (s *Shape) needed() *Shape { s.Needed = true; return s }

func (s *Shape) unsure() *Shape { s.Unsure = true; return s }

func (s *Shape) open() *Shape { s.Open = true; return s }

func (s *Shape) folded() *Shape { s.Folded = true; return s }

func (s *Shape) most(n int) *Shape { s.Most = n; return s }

// given requires the value where a key beside it has one of these values.
func (s *Shape) given(key string, values ...string) *Shape { s.Given, s.Values = key, values; return s }

// own says that texts of the gateway's own are not to be used: those of its headers.
func (s *Shape) own() *Shape { s.Kept = []string{"x-apig-", "x-request-id"}; return s }

const maxInt = math.MaxInt32

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
