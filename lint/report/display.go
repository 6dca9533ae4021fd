package report

import (
	"fmt"
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/apparentlymart/go-textseg/v15/textseg"
	"golang.org/x/text/width"
)

// cell is a part of a line as a terminal shows it.
type cell struct {
	start, end int // bytes of the line
	text       string
	width      int // columns; that of a tab is not known
}

// span is a part of a line in bytes.
type span struct{ start, end int }

// hidden is what stands for a secret.
const hidden = "(sensitive)"

// cells splits a part of a line into what is shown together, and appends it. Secrets become one cell each, and characters that
// would change how the terminal shows the rest are spelt out.
func cells(all []cell, line []byte, from, to int, secrets []span) []cell {
	for at := from; at < to; {
		if s, ok := secretAt(secrets, at); ok {
			end := min(s.end, to)
			all = append(all, cell{start: at, end: end, text: hidden, width: len(hidden)})
			at = end
			continue
		}
		size, cluster, err := textseg.ScanGraphemeClusters(line[at:to], true)
		if err != nil || size == 0 {
			break
		}
		shown := printable(string(cluster))
		if shown == "[" && at > from && buildPrefix().Match(line[max(at-maxPrefix, from):at]) {
			shown = spelt('[')
		}
		c := cell{start: at, end: at + size, text: shown, width: clusterWidth(cluster)}
		if shown != string(cluster) {
			c.width = len(shown)
		}
		all = append(all, c)
		at += size
	}
	return all
}

func secretAt(secrets []span, at int) (span, bool) {
	for _, s := range secrets {
		if s.start <= at && at < s.end {
			return s, true
		}
	}
	return span{}, false
}

// clusterWidth returns the columns that a terminal gives to a grapheme cluster.
func clusterWidth(cluster []byte) int {
	first, size := utf8.DecodeRune(cluster)
	switch kind := width.LookupRune(first).Kind(); {
	case kind == width.EastAsianWide, kind == width.EastAsianFullwidth:
		return 2
	case unicode.In(first, unicode.Mn, unicode.Me):
		return 0
	}
	second, _ := utf8.DecodeRune(cluster[size:])
	if isRegionalIndicator(first) && isRegionalIndicator(second) || second == emojiPresentation {
		return 2
	}
	return 1
}

const emojiPresentation = '\uFE0F'

func isRegionalIndicator(r rune) bool { return r >= 0x1F1E6 && r <= 0x1F1FF }

// printable spells out what a terminal, or the log of a build, would obey and a reader would not see: control characters,
// escape sequences, bidirectional controls and other invisible characters, bytes that are no text, and commands.
func printable(s string) string {
	if strings.Contains(s, "##") {
		s = buildCommand().ReplaceAllString(s, "$1"+spelt('['))
	}
	if isPlain(s, '\t') || !strings.ContainsFunc(s, deceptive) && utf8.ValidString(s) {
		return s
	}
	var b strings.Builder
	for i, r := range s {
		switch {
		case r == utf8.RuneError && !strings.HasPrefix(s[i:], "\uFFFD"):
			fmt.Fprintf(&b, "<%02X>", s[i])
		case deceptive(r):
			b.WriteString(spelt(r))
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// isPlain reports whether a text has nothing but printable ASCII and another character in it. Most texts are long, and plain:
// nothing is looked for in them.
func isPlain[T string | []byte](s T, another byte) bool {
	for i := range len(s) {
		if c := s[i]; (c < ' ' || c >= 0x7F) && c != another {
			return false
		}
	}
	return true
}

func spelt(r rune) string { return fmt.Sprintf("<U+%04X>", r) }

// The logs of build systems obey ##[command], ##vso[command] and ##teamcity[command] wherever they stand in a line.
var (
	buildCommand = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`(##\w*)\[`) })
	buildPrefix  = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`##\w*$`) })
)

// maxPrefix is longer than what stands before the bracket of any such command.
const maxPrefix = 32

// leading returns a text for the beginning of a line: GitHub's runner takes two colons there for a command.
func leading(s string) string {
	if strings.HasPrefix(strings.TrimSpace(s), "::") {
		return "./" + s
	}
	return s
}

func deceptive(r rune) bool {
	const nonJoiner, joiner = '\u200C', '\u200D' // emoji and several scripts need them
	switch {
	case r == '\t', r == nonJoiner, r == joiner:
		return false
	case r < 0x80:
		return r < ' ' || r == 0x7F
	case r&0xFFFE == 0xFFFE, r >= 0xFDD0 && r <= 0xFDEF: // no characters at all, and not allowed in XML
		return true
	}
	return unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp)
}
