package syntax

import (
	"bytes"
	"unicode/utf8"

	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// span takes the text of an expression, whatever it is, and answers where its last token ends. It ends with the line
// outside brackets, quotes and heredocs, or before a closing brace in a block of a single line.
func (p *parser) span(oneLine bool) (end cursor, ok bool) {
	depth := p.depth
	defer func() { p.depth = depth }()
	end = p.cursor
	for !p.end() {
		switch c := p.peek(0); {
		case c == '\n' || c == '\r' || p.atComment():
			return end, true
		case c == '}' && oneLine:
			return end, true
		}
		spaces, ok := p.piece()
		if !ok {
			return end, false
		}
		if !spaces {
			end = p.cursor
		}
	}
	return end, true
}

// piece takes a bracket with all that it encloses, a string, a heredoc, a comment or a single character.
func (p *parser) piece() (space, ok bool) {
	switch c := p.peek(0); c {
	case ' ', '\t':
		p.at++
		return true, true
	case '/':
		if p.peek(1) == '*' {
			return true, p.longComment()
		}
	case '(':
		return false, p.enclosed(')')
	case '[':
		return false, p.enclosed(']')
	case '{':
		return false, p.enclosed('}')
	case ')', ']', '}':
		return false, false
	case '"':
		return false, p.quoted()
	case '<':
		if p.peek(1) == '<' {
			return false, p.heredoc()
		}
	default:
		if c >= utf8.RuneSelf {
			return false, false
		}
	}
	p.at++
	return false, true
}

// enclosed takes a bracket, of one character, up to the closing one.
func (p *parser) enclosed(closer byte) bool {
	p.at++
	if p.depth++; p.depth > maxDepth {
		return false
	}
	for !p.end() {
		switch c := p.peek(0); {
		case c == closer:
			p.at++
			p.depth--
			return true
		case c == '\n' || c == '\r' || p.atComment():
			if !p.restOfLine() {
				return false
			}
		default:
			if _, ok := p.piece(); !ok {
				return false
			}
		}
	}
	return false
}

// quoted takes a quoted string.
func (p *parser) quoted() bool {
	p.at++
	for n := p.at; n < len(p.src); n++ {
		switch p.src[n] {
		case '"':
			if !p.token(n, hclsyntax.LexTemplate) {
				return false
			}
			p.at++
			return true
		case '\\':
			if n++; newlineAt(p.src[n:]) > 0 {
				return false
			}
		case '\n', '\r':
			return false
		case '$', '%':
			opens, ok := p.sequence(n)
			if !ok {
				return false
			}
			if opens {
				n = p.at - 1
			}
		}
	}
	return false
}

// sequence takes the template sequence that begins at n, with the literal text before it. What is no sequence is text.
func (p *parser) sequence(n int) (opens, ok bool) {
	next := byte(0)
	if n+1 < len(p.src) {
		next = p.src[n+1]
	}
	switch {
	case next == '$' || next == '%' || next == 0:
		return false, false
	case next != '{':
		return false, true
	}
	if !p.token(n, hclsyntax.LexTemplate) {
		return false, false
	}
	p.at++
	return true, p.enclosed('}')
}

// heredoc takes a heredoc up to the end of the line of its closing marker.
func (p *parser) heredoc() bool {
	p.at += 2
	if p.peek(0) == '-' {
		p.at++
	}
	marker := p.name()
	if marker == "" || !p.newline() {
		return false
	}
	for {
		n := bytes.IndexByte(p.src[p.at:], '\n')
		if n < 0 {
			return false
		}
		line := p.src[p.at : p.at+n]
		if string(bytes.TrimSpace(line)) == marker {
			p.at += n
			if bytes.HasSuffix(line, []byte{'\r'}) {
				p.at--
			}
			return isASCII(line)
		}
		if !p.heredocLine() {
			return false
		}
	}
}

// heredocLine takes a line of a heredoc, which is longer where interpolations in it have lines.
func (p *parser) heredocLine() bool {
	for n := p.at; n < len(p.src); n++ {
		switch p.src[n] {
		case '\n':
			p.at = n
			return p.newline()
		case '$', '%':
			opens, ok := p.sequence(n)
			if !ok {
				return false
			}
			if opens {
				n = p.at - 1
			}
		}
	}
	return false
}
