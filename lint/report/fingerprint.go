package report

import (
	"strconv"
	"unicode/utf16"
	"unicode/utf8"
)

// The line hash of GitHub's code scanning: a rolling hash over the hundred code units that begin with the line, blanks
// left out, so that an alert stays the same alert when lines move.
const (
	hashWindow = 100
	hashFactor = 37
	endOfFile  = 65535
)

// lineHash tells a line from the others of its file.
type lineHash struct {
	hash uint64
	nth  int // of the lines with this hash
}

func (h lineHash) String() string { return strconv.FormatUint(h.hash, 16) + ":" + strconv.Itoa(h.nth) }

// lineHashes returns the hash of every line of a file, the first line's first.
func lineHashes(src []byte) []lineHash {
	h := &lineHasher{lineStart: true, seen: map[uint64]int{}, overflow: 1}
	for range hashWindow {
		h.overflow *= hashFactor
	}
	for rest := src; len(rest) > 0; {
		r, size := utf8.DecodeRune(rest)
		rest = rest[size:]
		if high, low := utf16.EncodeRune(r); high != utf8.RuneError {
			h.add(uint64(high))
			h.add(uint64(low))
		} else {
			h.add(uint64(r))
		}
	}
	h.add(endOfFile)
	for range hashWindow {
		h.finish()
		h.roll(0)
	}
	return h.hashes
}

type lineHasher struct {
	window    [hashWindow]uint64
	begun     [hashWindow]bool // a line begins at this place of the window
	index     int
	hash      uint64
	overflow  uint64 // what a unit weighs when it leaves the window
	lineStart bool
	afterCR   bool
	seen      map[uint64]int
	hashes    []lineHash
}

func (h *lineHasher) add(unit uint64) {
	if unit == ' ' || unit == '\t' || (h.afterCR && unit == '\n') {
		h.afterCR = false
		return
	}
	h.afterCR = unit == '\r'
	if h.afterCR {
		unit = '\n'
	}
	h.finish()
	if h.lineStart {
		h.begun[h.index] = true
	}
	h.lineStart = unit == '\n'
	h.roll(unit)
}

// finish takes the hash of the line that began a whole window ago, if one did. Lines finish in their order.
func (h *lineHasher) finish() {
	if !h.begun[h.index] {
		return
	}
	h.begun[h.index] = false
	h.seen[h.hash]++
	h.hashes = append(h.hashes, lineHash{h.hash, h.seen[h.hash]})
}

func (h *lineHasher) roll(unit uint64) {
	h.hash = hashFactor*h.hash + unit - h.overflow*h.window[h.index]
	h.window[h.index] = unit
	h.index = (h.index + 1) % hashWindow
}
