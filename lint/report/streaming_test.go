package report

import (
	"bufio"
	"cmp"
	"errors"
	"fmt"
	"slices"
	"testing"
)

// pieces takes what is written, up to a number of bytes, and looks at each piece.
type pieces struct {
	left int
	look func(size int)
}

var errFull = errors.New("no space is left")

func (p *pieces) Write(piece []byte) (int, error) {
	if p.look != nil {
		p.look(len(piece))
	}
	if len(piece) > p.left {
		return p.left, errFull
	}
	p.left -= len(piece)
	return len(piece), nil
}

// A report is written while findings are looked at, so that what is in memory does not grow with them.
func TestReportsAreWrittenAsTheyGo(t *testing.T) {
	const n = 2_000
	// SARIF is known to fit only at its end, comments are short, and the others put findings into groups.
	whole := []string{"sarif", "markdown", "checkstyle", "junit"}
	for _, format := range Formats() {
		report := many(0, 0, n)
		report.Files = map[string]File{}
		for i, f := range report.Findings {
			f.Range.Filename = fmt.Sprintf("%d.tf", i)
			report.Files[f.Range.Filename] = File{Source: []byte("x\n")}
		}
		r := newRenderer(report, Terminal{})
		first, largest := 0, 0
		out := &pieces{left: 1 << 30, look: func(size int) {
			first = cmp.Or(first, len(r.texts))
			largest = max(largest, size)
		}}
		if err := buffered(out, func(out *bufio.Writer) error { return format.write(out, r) }); err != nil {
			t.Fatal(err)
		}
		if !slices.Contains(whole, format.Name) && (first == 0 || first > n*3/4) {
			t.Errorf("%s is written when %d of %d findings have been looked at", format.Name, first, n)
		}
		if largest > 64<<10 {
			t.Errorf("%s is written in pieces of %d bytes", format.Name, largest)
		}
	}
}

// What cannot be written is an error, at the beginning of the report and in the middle.
func TestReportsThatCannotBeWritten(t *testing.T) {
	for _, format := range Formats() {
		for _, left := range []int{0, 100_000} {
			r := many(500, 500, 500)
			if left > len(render(t, r, format.Name)) {
				continue
			}
			out := &pieces{left: left}
			if err := format.Write(out, r, Terminal{}); !errors.Is(err, errFull) {
				t.Errorf("%s answers %v when there is room for %d bytes", format.Name, err, left)
			}
		}
	}
}
