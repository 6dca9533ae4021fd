package lint

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/hashicorp/hcl/v2"
)

func covering(start, end int) *ignore {
	return &ignore{covers: hcl.Range{Start: hcl.Pos{Byte: start}, End: hcl.Pos{Byte: end}}}
}

// Comments are about anything: what is above another one's text, inside of it, or overlaps it.
func TestCommentsAroundAPlace(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		var all []*ignore
		for range random.IntN(12) {
			start := random.IntN(30)
			all = append(all, covering(start, start+random.IntN(12)))
		}
		sorted := nest(all)
		for at := range 45 {
			found := slices.Collect(sorted.around(at))
			for _, ig := range all {
				covers := ig.covers.Start.Byte <= at && at < ig.covers.End.Byte
				if covers && !slices.Contains(found, ig) {
					t.Fatalf("around %d there is no %v", at, ig.covers)
				}
			}
		}
	}
}

func TestCommentsElsewhereAreNotLookedAt(t *testing.T) {
	all := []*ignore{covering(0, 100_000)} // the file
	for i := range 1_000 {
		all = append(all, covering(100*i, 100*i+90))
	}
	sorted := nest(all)
	for at := range 100_000 {
		if n := len(slices.Collect(sorted.around(at))); n > 2 {
			t.Fatalf("%d comments are around %d", n, at)
		}
	}
}
