package main

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// times is how much more of an example there is for the second count.
const times = 8

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

// growth is a block that ran too often, and on which example that was worst.
type growth struct {
	example      string
	small, large int
}

func (g growth) factor() float64 { return float64(g.large) / float64(max(g.small, 1)) }

// findings are the blocks that grow, by place.
type findings map[string]growth

// add compares two counts of an example. A block that hardly ran for the small one did not run for each time it stands
// there: something was too small.
func (f findings) add(e example, small, large counts) {
	for block, n := range large {
		g := growth{e.name, small[block], n}
		if g.small >= e.few && g.tooMuch() && g.factor() > f[block].factor() {
			f[block] = g
		}
	}
}

// tooMuch reports whether a block ran more than four times its share. Comparisons of a sort run up to three times theirs, and
// what is done for all pairs eight times.
func (g growth) tooMuch() bool { return g.large > 4*times*g.small }

// String lists what grows, what ran most often first.
func (f findings) String() string {
	var b strings.Builder
	blocks := slices.SortedFunc(maps.Keys(f), func(a, b string) int {
		return cmp.Or(cmp.Compare(f[b].large, f[a].large), strings.Compare(a, b))
	})
	for _, block := range blocks {
		g := f[block]
		fmt.Fprintf(&b, "%s: %d times, then %d times (%.0f) on %s\n", block, g.small, g.large, g.factor(), g.example)
	}
	return b.String()
}
