package report

import (
	"strings"

	"github.com/apparentlymart/go-textseg/v15/textseg"
)

// styled is a part of a line, and how it is painted.
type styled struct {
	text  string
	paint func(string) string
	whole bool // whether it stays on one line
}

func unpainted(s string) string { return s }

// flow writes parts as one line behind an indentation. In a terminal that is narrower the line is broken between words, and
// those that follow hang further in: programs read lines, and people paragraphs.
func (t *textWriter) flow(indent string, hang int, parts ...styled) {
	t.out.WriteString(indent)
	column, begun := len(indent), false
	indent += strings.Repeat(" ", hang)
	for _, part := range parts {
		var run strings.Builder
		paint := func() {
			t.out.WriteString(part.paint(run.String()))
			run.Reset()
		}
		words := []string{part.text}
		if !part.whole {
			words = strings.Split(part.text, " ")
		}
		for i, word := range words {
			wide := columns(word)
			switch {
			case !begun:
			case t.terminal.Width > 0 && column+1+wide > t.terminal.Width && !strings.HasPrefix(word, "::"): // see leading
				paint()
				t.out.WriteString("\n" + indent)
				column = len(indent)
			case i == 0:
				t.out.WriteString(" ")
				column++
			default:
				run.WriteByte(' ')
				column++
			}
			run.WriteString(word)
			column, begun = column+wide, true
		}
		paint()
	}
	t.out.WriteString("\n")
}

// columns returns how many columns of a terminal a text takes.
func columns(s string) int {
	if isPlain(s, '\t') {
		return len(s)
	}
	n := 0
	for rest := []byte(s); len(rest) > 0; {
		size, cluster, err := textseg.ScanGraphemeClusters(rest, true)
		if err != nil || size == 0 {
			break
		}
		n += clusterWidth(cluster)
		rest = rest[size:]
	}
	return n
}
