package terraform

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/hashicorp/hcl/v2"
)

// Note says what was not analysed, and where. It is no finding: the configuration may be right.
type Note struct {
	Range   hcl.Range
	Message string
	// Unjudged says that something was not judged, or not all of it.
	Unjudged bool
	// Module is the module that was not analysed, module.a.module.b without keys, and Why says in short why. They are "" for
	// anything else.
	Module, Why string
	// Beyond is the directory that the boundary would have to be, as seen from it (../..), where that is what is missing: the
	// module may well be there.
	Beyond string
}

func (n Note) String() string {
	return fmt.Sprintf("%s:%d: %s", n.Range.Filename, n.Range.Start.Line, n.Message)
}

func (r *Root) note(at hcl.Range, format string, args ...any) {
	r.add(Note{Range: at, Message: fmt.Sprintf(format, args...)})
}

func (r *Root) add(n Note) {
	n.Unjudged = true
	if !r.noted[n] {
		r.noted[n] = true
		r.Notes = append(r.Notes, n)
	}
}

// Remark notes something about the configuration that keeps nothing from being judged.
func (r *Root) Remark(at hcl.Range, text string) {
	if n := (Note{Range: at, Message: text}); !r.noted[n] {
		put(&r.noted, n, true)
		r.Notes = append(r.Notes, n)
	}
}

func sortOrigins(origins []Origin) {
	slices.SortFunc(origins, func(a, b Origin) int {
		return cmp.Or(cmp.Compare(a.Instance.Address, b.Instance.Address), cmp.Compare(a.Attr, b.Attr))
	})
}

// CompareRanges orders ranges by file, start and end.
func CompareRanges(a, b hcl.Range) int {
	return cmp.Or(
		cmp.Compare(a.Filename, b.Filename),
		cmp.Compare(a.Start.Byte, b.Start.Byte),
		cmp.Compare(a.End.Byte, b.End.Byte),
	)
}
