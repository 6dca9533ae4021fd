package main

import (
	"bytes"
	"encoding/xml"
	"flag"
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"
)

//go:generate go test -run ^TestPicture$ . -update

var update = flag.Bool("update", false, "write docs/check.svg, the README's picture")

// TestPicture holds the README's picture to what the command prints on a terminal: go generate ./cmd/apiglint draws it anew.
func TestPicture(t *testing.T) {
	picture := readPath("../../docs/check.svg")
	t.Chdir("../../testdata/examples/broken")
	const line = "apiglint check --rule NET105,DOM204,AUT401,PUB301"
	var out, problems bytes.Buffer
	env := map[string]string{"FORCE_COLOR": "1", "COLUMNS": "100"}
	c := &Command{Stdin: strings.NewReader(""), Stdout: &out, Stderr: &problems, Env: func(name string) string { return env[name] }}
	if code := c.Main(strings.Fields(line)[1:]); code != exitFindings || problems.Len() > 0 {
		t.Fatalf("%s exits with %d: %s", line, code, &problems)
	}
	if !strings.Contains(out.String(), "\x1b[1;31m") {
		t.Fatal("the output has no colours")
	}
	drawn := drawTerminal("What apiglint check prints about a broken gateway", "$ "+line+"\n"+strings.TrimRight(out.String(), "\n"), 100)
	if *update {
		if err := os.WriteFile("../../../docs/check.svg", drawn, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if old, err := picture(); err != nil || !bytes.Equal(old, drawn) {
		t.Errorf("docs/check.svg is not what the command prints (%v): run go generate ./cmd/apiglint", err)
	}
}

// readPath reads a file now and returns it later.
func readPath(name string) func() ([]byte, error) {
	src, err := os.ReadFile(name)
	return func() ([]byte, error) { return src, err }
}

var sgr = regexp.MustCompile("\x1b\\[([0-9;]*)m")

// drawTerminal draws what a terminal shows of a text with colours, as SVG without anything that a page could forbid: no styles, no
// scripts, a place for each run of characters.
func drawTerminal(title, text string, columns int) []byte {
	const width, height, margin = 8.4, 20, 18
	looks := map[string]string{
		"": `fill="#d4d4d4"`, "0": `fill="#d4d4d4"`, "1": `fill="#ffffff" font-weight="bold"`, "2": `fill="#8b949e"`,
		"1;31": `fill="#ff7b72" font-weight="bold"`, "1;33": `fill="#e3b341" font-weight="bold"`, "1;36": `fill="#56d4dd" font-weight="bold"`,
		"1;32": `fill="#7ee787" font-weight="bold"`,
	}
	var lines bytes.Buffer
	row, column, look := 0, 0, ""
	write := func(s string) {
		for s != "" {
			if column == columns {
				row, column = row+1, 0 // a terminal breaks anywhere
			}
			runes := []rune(s)
			n := min(len(runes), columns-column)
			part := strings.TrimRight(string(runes[:n]), " ")
			if shown := strings.TrimLeft(part, " "); shown != "" {
				at := column + len(part) - len(shown) // spaces are bytes
				fmt.Fprintf(&lines, `<text x="%.1f" y="%d" textLength="%.1f" %s>`, margin+width*float64(at), margin+height*(row+1)-6,
					width*float64(utf8.RuneCountInString(shown)), looks[look])
				_ = xml.EscapeText(&lines, []byte(strings.ReplaceAll(shown, " ", "\u00a0"))) // a buffer takes everything
				lines.WriteString("</text>\n")
			}
			column, s = column+n, string(runes[n:])
		}
	}
	for line := range strings.Lines(text) {
		line, from := strings.TrimSuffix(line, "\n"), 0
		for _, m := range sgr.FindAllStringSubmatchIndex(line, -1) {
			write(line[from:m[0]])
			look, from = line[m[2]:m[3]], m[1]
			if _, known := looks[look]; !known {
				panic("no look for " + look)
			}
		}
		write(line[from:])
		row, column = row+1, 0
	}
	w, h := int(width*float64(columns))+2*margin, row*height+2*margin
	return fmt.Appendf(nil, `<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %d %d" role="img" font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="14">
<title>%s</title>
<rect width="%d" height="%d" rx="8" fill="#161b22"/>
%s</svg>
`, w, h, w, h, title, w, h, &lines)
}
