package syntax

import (
	"bytes"
	"unicode/utf8"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// parser is a position in a file. Its methods answer false, or nothing, where the file is not plain.
type parser struct {
	*source
	cursor
	depth int // of brackets
	// What is collected of the bodies around lies on stacks until the body ends.
	attributes []Attribute
	blocks     []Block
	strings    []string
}

// cursor is what a position is made from. Columns count grapheme clusters: behind a token with others than ASCII
// characters, lineStart is moved so that the difference is the number of clusters.
type cursor struct{ at, line, lineStart int }

func (p *parser) pos() hcl.Pos {
	return hcl.Pos{Line: p.line, Column: p.at - p.lineStart + 1, Byte: p.at}
}

// since returns the range from start to here.
func (p *parser) since(start hcl.Pos) hcl.Range {
	return hcl.Range{Filename: p.filename, Start: start, End: p.pos()}
}

// peek returns the byte that lies n bytes ahead, 0 behind the end.
func (p *parser) peek(n int) byte {
	if p.at+n < len(p.src) {
		return p.src[p.at+n]
	}
	return 0
}

func (p *parser) end() bool { return p.at >= len(p.src) }

// mark takes one ASCII character and answers its range.
func (p *parser) mark() hcl.Range {
	start := p.pos()
	p.at++
	return p.since(start)
}

func (p *parser) newline() bool {
	n := newlineAt(p.src[p.at:])
	if n == 0 {
		return false
	}
	p.at += n
	p.line++
	p.lineStart = p.at
	return true
}

// newlineAt returns the length of the newline that text begins with, 0 where there is none.
func newlineAt(text []byte) int {
	switch {
	case len(text) > 0 && text[0] == '\n':
		return 1
	case len(text) > 1 && text[0] == '\r' && text[1] == '\n':
		return 2
	}
	return 0
}

// blanks takes spaces and the comments between slashes and stars.
func (p *parser) blanks() bool {
	for {
		switch p.peek(0) {
		case ' ', '\t':
			p.at++
			continue
		case '/':
			if p.peek(1) == '*' {
				if !p.longComment() {
					return false
				}
				continue
			}
		}
		return true
	}
}

// space takes everything that means nothing between brackets.
func (p *parser) space() bool {
	for {
		if !p.blanks() {
			return false
		}
		switch c := p.peek(0); {
		case c == '\n' || c == '\r' || p.atComment():
			if p.end() || !p.restOfLine() {
				return false
			}
		default:
			return true
		}
	}
}

// atComment reports whether a comment begins here that ends with the line.
func (p *parser) atComment() bool {
	return p.peek(0) == '#' || (p.peek(0) == '/' && p.peek(1) == '/')
}

// restOfLine takes the end of a line: a comment, and a newline or the end of the file.
func (p *parser) restOfLine() bool {
	if p.atComment() {
		n := bytes.IndexByte(p.src[p.at:], '\n')
		if n < 0 {
			return p.token(len(p.src), hclsyntax.LexConfig)
		}
		p.at += n
	}
	return p.end() || p.newline()
}

func (p *parser) longComment() bool {
	n := bytes.Index(p.src[p.at+2:], []byte("*/"))
	if n < 0 {
		return false
	}
	return p.token(p.at+2+n+2, hclsyntax.LexConfig)
}

// token takes a single token that ends before end. Where it holds others than ASCII characters, hclsyntax counts them.
func (p *parser) token(end int, lex func([]byte, string, hcl.Pos) (hclsyntax.Tokens, hcl.Diagnostics)) bool {
	text := p.src[p.at:end]
	if isASCII(text) {
		if bytes.IndexByte(text, '\n') >= 0 {
			p.line += bytes.Count(text, []byte{'\n'})
			p.lineStart = p.at + bytes.LastIndexByte(text, '\n') + 1
		}
		p.at = end
		return bytes.IndexByte(text, '\r') < 0 || bytes.Count(text, []byte{'\r'}) == bytes.Count(text, []byte("\r\n"))
	}
	if bytes.HasPrefix(text, byteOrderMark) || !utf8.Valid(text) {
		return false
	}
	tokens, _ := lex(text, p.filename, p.pos())
	if len(tokens) != 2 { // the token, and the end of the file
		return false
	}
	last := tokens[0].Range.End
	p.at, p.line, p.lineStart = end, last.Line, end-last.Column+1
	return true
}

func isASCII[T string | []byte](text T) bool {
	for i := range len(text) {
		if text[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// name takes an identifier of ASCII characters. It is empty where there is none.
func (p *parser) name() string {
	start := p.at
	return p.text[start : start+len(p.word())]
}

func (p *parser) word() []byte {
	start := p.at
	if !isLetter(p.peek(0)) {
		return nil
	}
	for isLetter(p.peek(0)) || isDigit(p.peek(0)) || p.peek(0) == '-' {
		p.at++
	}
	if p.peek(0) >= utf8.RuneSelf {
		return nil
	}
	return p.src[start:p.at]
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' || c == '_' }

func isDigit(c byte) bool { return c >= '0' && c <= '9' }
