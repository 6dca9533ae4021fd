package lint

import (
	"cmp"
	"iter"
	"slices"
	"sort"
)

// nested are the ignore comments of a file by where the text begins that they are about. The outer one of each is the last
// one before it that goes on where it begins, so that those about a place are found without a look at all the others.
type nested []*ignore

func nest(ignores []*ignore) nested {
	n := nested(slices.Clone(ignores))
	slices.SortStableFunc(n, func(a, b *ignore) int { return cmp.Compare(a.covers.Start.Byte, b.covers.Start.Byte) })
	var outer *ignore
	for _, ig := range n {
		for outer != nil && outer.covers.End.Byte <= ig.covers.Start.Byte {
			outer = outer.outer
		}
		ig.outer, outer = outer, ig
	}
	return n
}

// around yields the comments about the text at a byte, the innermost first, and some about what ends before it.
func (n nested) around(at int) iter.Seq[*ignore] {
	return func(yield func(*ignore) bool) {
		i := sort.Search(len(n), func(i int) bool { return n[i].covers.Start.Byte > at })
		if i == 0 {
			return
		}
		for ig := n[i-1]; ig != nil && yield(ig); ig = ig.outer {
		}
	}
}
