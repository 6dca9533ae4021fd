package main

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// counts is how often each block of statements ran, by file and place.
type counts map[string]int

// parse reads a profile: lines such as "path/file.go:10.2,12.16 3 4711", behind one that tells the mode.
func parse(profile string) (counts, error) {
	all := counts{}
	for line := range strings.Lines(profile) {
		if strings.HasPrefix(line, "mode:") {
			continue
		}
		fields := strings.Fields(line)
		if len(fields) != 3 {
			return nil, fmt.Errorf("%q is no line of a profile", line)
		}
		n, err := strconv.Atoi(fields[2])
		if err != nil {
			return nil, fmt.Errorf("%q is no line of a profile: %w", line, err)
		}
		if !strings.HasPrefix(fields[0], "slices/zsort") { // sorting may grow
			all[fields[0]] += n
		}
	}
	return all, nil
}

// growth is a block that ran too often, and in which example that was worst.
type growth struct {
	example      string
	small, large int
}

func (g growth) factor() float64 { return float64(g.large) / float64(max(g.small, 1)) }

// findings are the blocks that grow, by place.
type findings map[string]growth

// add compares two counts of one example.
func (f findings) add(example string, small, large counts) {
	for block, n := range large {
		g := growth{example, small[block], n}
		if g.tooMuch() && g.factor() > f[block].factor() {
			f[block] = g
		}
	}
}

// tooMuch reports whether a block ran more than twice its share. One that hardly ran for few examples did not run for all of
// them: something was too small.
func (g growth) tooMuch() bool { return g.small >= few && g.large > 2*(many/few)*g.small }

func (f findings) print(w io.Writer) {
	blocks := slices.SortedFunc(maps.Keys(f), func(a, b string) int {
		return cmp.Or(cmp.Compare(f[b].large, f[a].large), strings.Compare(a, b))
	})
	for _, block := range blocks {
		g := f[block]
		fmt.Fprintf(w, "%s: %d times, then %d times (%.1f) on %s\n", block, g.small, g.large, g.factor(), g.example)
	}
}
