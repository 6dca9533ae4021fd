package report

import (
	"bytes"
	"sort"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/apparentlymart/go-textseg/v15/textseg"
	"github.com/hashicorp/hcl/v2"
)

// text is a file with the places where its lines begin.
type text struct {
	src    []byte
	starts []int
	marks  map[int][]mark // of long lines, by the line's number
}

// mark is a place in a long line up to which it has been counted, so that many positions on one line, as in a JSON file
// without line breaks, cost no more than the line.
type mark struct {
	offset            int // from the start of the line
	characters, units int
}

const markDistance = 4096

var byteOrderMark, lineFeed = []byte("\uFEFF"), []byte("\n")

func newText(src []byte) *text {
	first := 0
	if bytes.HasPrefix(src, byteOrderMark) {
		first = len(byteOrderMark) // editors hide it, and do not count it
	}
	t := &text{src: src, starts: make([]int, 1, bytes.Count(src, lineFeed)+1), marks: map[int][]mark{}}
	t.starts[0] = first
	for at := 0; ; {
		n := bytes.IndexByte(src[at:], '\n')
		if n < 0 {
			return t
		}
		at += n + 1
		t.starts = append(t.starts, at)
	}
}

// line returns a line, counted from 1, without its end.
func (t *text) line(n int) []byte {
	if n < 1 || n > len(t.starts) {
		return nil
	}
	end := len(t.src)
	if n < len(t.starts) {
		end = t.starts[n] - 1
	}
	return bytes.TrimSuffix(t.src[t.starts[n-1]:end], []byte("\r"))
}

// before returns the last mark of a line that is not behind an offset.
func (t *text) before(line, offset int) mark {
	if offset < markDistance {
		return mark{}
	}
	marks, ok := t.marks[line]
	if !ok {
		last := mark{}
		for rest := t.line(line); len(rest) > markDistance; rest = t.line(line)[last.offset:] {
			size := 0
			for size < markDistance {
				n, cluster, err := textseg.ScanGraphemeClusters(rest[size:], true)
				if err != nil || n == 0 {
					return mark{}
				}
				size += n
				last.characters++
				last.units += utf16Length(cluster)
			}
			last.offset += size
			marks = append(marks, last)
		}
		t.marks[line] = marks
	}
	i := sort.Search(len(marks), func(i int) bool { return marks[i].offset > offset })
	if i == 0 {
		return mark{}
	}
	return marks[i-1]
}

func utf16Length(text []byte) int {
	n := 0
	for len(text) > 0 {
		r, size := utf8.DecodeRune(text)
		n += max(utf16.RuneLen(r), 1)
		text = text[size:]
	}
	return n
}

// position is a place in a text that any column can be computed from.
type position struct {
	line int    // from 1
	lead []byte // what stands before it on its line
	byte int    // from the start of the file
	// mark is a place before it that is counted.
	mark mark
	// column is HCL's own, from 1, for a text that is not at hand.
	column int
}

func (t *text) position(p hcl.Pos) position {
	if len(t.src) == 0 {
		return position{line: max(p.Line, 1), column: max(p.Column, 1), byte: p.Byte}
	}
	offset := min(max(p.Byte, t.starts[0]), len(t.src))
	for back := 0; back < utf8.UTFMax-1 && offset > t.starts[0] && offset < len(t.src) && !utf8.RuneStart(t.src[offset]); back++ {
		offset-- // into no character: half of one may count for more than all of it
	}
	line := sort.SearchInts(t.starts, offset+1)
	lead := t.src[t.starts[line-1]:offset]
	if whole := t.line(line); len(lead) > len(whole) {
		lead = whole // between CR and LF
	}
	return position{line: line, lead: lead, byte: offset, mark: t.before(line, len(lead))}
}

// characters returns the column in characters as people see them, from 1.
func (p position) characters() int {
	if p.column > 0 {
		return p.column
	}
	return p.mark.characters + clusters(p.lead[p.mark.offset:]) + 1
}

// clusters counts the characters of a text as people see them. In most texts each is one byte.
func clusters(text []byte) int {
	n := 0
	for len(text) > 0 {
		size := 1
		if text[0] >= utf8.RuneSelf || text[0] == '\r' || len(text) > 1 && text[1] >= utf8.RuneSelf {
			size, _, _ = textseg.ScanGraphemeClusters(text, true)
		}
		text = text[max(size, 1):]
		n++
	}
	return n
}

// utf16 returns the column in UTF-16 code units, from 1.
func (p position) utf16() int {
	if p.column > 0 {
		return p.column
	}
	return p.mark.units + utf16Length(p.lead[p.mark.offset:]) + 1
}

// positions returns where a range begins and ends. The end is never before the start.
func (t *text) positions(r hcl.Range) (start, end position) {
	start, end = t.position(r.Start), t.position(r.End)
	if end.byte < start.byte {
		end = start
	}
	return start, end
}

// firstLine returns the part of a range that stands on its first line. Places where reviewers look for a finding are no
// larger: code scanning shows it in a pull request only if all its lines are changed ones.
func (t *text) firstLine(r hcl.Range) (start, end position) {
	start, end = t.positions(r)
	if end.line == start.line {
		return start, end
	}
	if len(t.src) == 0 {
		return start, start
	}
	return start, t.position(hcl.Pos{Byte: t.starts[start.line-1] + len(t.line(start.line))})
}
