package lint

import (
	"slices"
	"strings"

	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/terraform/address"
)

// Renamed returns what gives an identity of before the address that it has now: moved blocks say so, or it has become
// the first of several instances, or is the only one that is left of them. What was moved already before is not moved
// again. Where before is not at hand (a baseline does not say when it was written), what is there now keeps its address.
func Renamed(before, now []*schema.Config) func(Identity) Identity {
	earlier := map[string]*schema.Config{}
	for _, c := range before {
		earlier[c.Root.Dir()] = c
	}
	roots := map[string]renaming{}
	for _, c := range now {
		dir := c.Root.Dir()
		r := renaming{moves: c.Root.Moves(), there: map[string]bool{}}
		for _, resource := range c.Resources {
			r.there[resource.Address] = true
		}
		if was := earlier[dir]; was != nil {
			done := was.Root.Moves()
			r.moves = slices.DeleteFunc(r.moves, func(m address.Move) bool { return slices.Contains(done, m) })
			r.dated = true
		}
		roots[dir] = r
	}
	return func(id Identity) Identity {
		if r, ok := roots[id.Root]; ok && id.Resource != "" {
			id.Resource = r.address(id.Resource)
		}
		return id
	}
}

// renaming is what happened to the addresses of a root.
type renaming struct {
	moves []address.Move
	there map[string]bool // the addresses of now
	dated bool            // whether the moves are those that happened since before, and no others
}

func (r renaming) address(address string) string {
	if !r.dated && r.there[address] {
		return address
	}
	address = moved(address, r.moves)
	if r.there[address] {
		return address
	}
	if first := address + "[0]"; r.there[first] {
		return first
	}
	if only, ok := strings.CutSuffix(address, "[0]"); ok && r.there[only] {
		return only
	}
	return address
}

// moved follows moves, each of them once: they may be written in any order, and wrongly in a circle.
func moved(address string, moves []address.Move) string {
	used := make([]bool, len(moves))
	for again := true; again; {
		again = false
		for i, move := range moves {
			if next, ok := move.Apply(address); ok && !used[i] {
				address, used[i], again = next, true, true
			}
		}
	}
	return address
}
