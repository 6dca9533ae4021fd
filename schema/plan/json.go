package plan

import (
	"encoding/hex"
	"encoding/json"
	"strings"
	"unicode/utf8"
)

// decoded returns a part of the document as JSON values: map[string]any, []any, string, json.Number, bool, nil. The
// document was checked when it was read, so this only has to be quick: a plan is mostly values, and this takes a third
// of the time that encoding/json does, which checks again.
func decoded(src json.RawMessage) any {
	p := parser{src: src}
	return p.value()
}

type parser struct {
	src   []byte
	at    int
	depth int
	// resources counts those that the document describes.
	resources int
	// odd says that a value was not of the kind that it should be.
	odd bool
}

// skipSpace returns the next byte that is not white space, 0 at the end.
func (p *parser) skipSpace() byte {
	for ; p.at < len(p.src); p.at++ {
		switch c := p.src[p.at]; c {
		case ' ', '\t', '\r', '\n':
		default:
			return c
		}
	}
	return 0
}

func (p *parser) value() any {
	switch c := p.skipSpace(); c {
	case '{':
		return p.object()
	case '[':
		return p.array()
	case '"':
		return p.text()
	case 't':
		p.at += len("true")
		return true
	case 'f':
		p.at += len("false")
		return false
	case 'n':
		p.at += len("null")
		return nil
	case 0:
		return nil
	}
	start := p.at
	for p.at < len(p.src) && p.src[p.at] > ' ' && p.src[p.at] != ',' && p.src[p.at] != ']' && p.src[p.at] != '}' {
		p.at++
	}
	return json.Number(p.src[start:p.at])
}

func (p *parser) object() any {
	fields := map[string]any{}
	p.at++
	for {
		switch p.skipSpace() {
		case '"':
			name := p.text()
			if p.skipSpace() == ':' {
				p.at++
			}
			fields[name] = p.value()
		case ',':
			p.at++
		default:
			p.at++
			return fields
		}
	}
}

func (p *parser) array() any {
	items := []any{}
	p.at++
	for {
		switch p.skipSpace() {
		case ']', 0:
			p.at++
			return items
		case ',':
			p.at++
		default:
			items = append(items, p.value())
		}
	}
}

// skip passes a value and returns its text. It is false where that is not JSON, or ends too early.
func (p *parser) skip() (json.RawMessage, bool) {
	c := p.skipSpace()
	start := p.at
	ok := false
	switch c {
	case '{':
		ok = p.skipItems('}', true)
	case '[':
		ok = p.skipItems(']', false)
	case '"':
		ok = p.skipText()
	default:
		ok = p.skipWord()
	}
	return p.src[start:p.at], ok
}

// skipItems passes what an object or an array holds.
func (p *parser) skipItems(end byte, named bool) bool {
	return p.items(end, named, nil)
}

// items passes what an object or an array holds: the visitor passes each value.
func (p *parser) items(end byte, named bool, visit func(name string) bool) bool {
	p.at++
	if p.depth++; p.depth > maxDepth {
		return false
	}
	if p.skipSpace() == end {
		p.at++
		p.depth--
		return true
	}
	for {
		name := ""
		if named {
			if p.skipSpace() != '"' {
				return false
			}
			start := p.at
			if !p.skipText() {
				return false
			}
			if visit != nil {
				name = unquoted(p.src[start:p.at])
			}
			if p.skipSpace() != ':' {
				return false
			}
			p.at++
		}
		if visit == nil {
			if _, ok := p.skip(); !ok {
				return false
			}
		} else if !visit(name) {
			return false
		}
		switch p.skipSpace() {
		case ',':
			p.at++
			p.skipSpace()
		case end:
			p.at++
			p.depth--
			return true
		default:
			return false
		}
	}
}

// skipText passes a string. It is false where that has an escape or a control character that JSON does not have in strings.
func (p *parser) skipText() bool {
	for p.at++; p.at < len(p.src); p.at++ {
		switch c := p.src[p.at]; {
		case c == '"':
			p.at++
			return true
		case c < ' ':
			return false
		case c == '\\':
			if p.at++; !p.escape() {
				return false
			}
		}
	}
	return false
}

// escape passes all but the last byte of what follows a backslash.
func (p *parser) escape() bool {
	rest := p.src[min(p.at, len(p.src)):]
	switch {
	case len(rest) == 0:
		return false
	case rest[0] != 'u':
		return strings.IndexByte(`"\/bfnrt`, rest[0]) >= 0
	case len(rest) < 5:
		p.at = len(p.src)
		return false
	}
	if _, err := hex.DecodeString(string(rest[1:5])); err != nil {
		return false
	}
	p.at += 4
	return true
}

// skipWord passes a number, true, false or null.
func (p *parser) skipWord() bool {
	start := p.at
	for p.at < len(p.src) && strings.IndexByte(wordBytes, p.src[p.at]) >= 0 {
		p.at++
	}
	return json.Valid(p.src[start:p.at])
}

const (
	wordBytes = "-+.0123456789abcdefghijklmnopqrstuvwxyzE"
	maxDepth  = 1000
)

// fields passes an object: the visitor passes the value of each property. What is no object is passed as a whole, and
// counts as wrong unless it is null.
func (p *parser) fields(visit func(name string) bool) bool { return p.each('{', '}', visit) }

// elements passes an array, as fields passes an object.
func (p *parser) elements(visit func() bool) bool {
	return p.each('[', ']', func(string) bool { return visit() })
}

func (p *parser) each(begin, end byte, visit func(name string) bool) bool {
	if p.skipSpace() == begin {
		return p.items(end, begin == '{', visit)
	}
	value, ok := p.skip()
	if ok && string(value) != "null" {
		p.odd = true
	}
	return ok
}

// raw passes a value, and takes its text.
func (p *parser) raw(into *json.RawMessage) bool {
	value, ok := p.skip()
	*into = value
	return ok
}

// string passes a value, and takes it if it is a string.
func (p *parser) string(into *string) bool {
	value, ok := p.skip()
	if ok && value[0] == '"' {
		*into = unquoted(value)
	}
	return ok
}

func (p *parser) pass() bool {
	_, ok := p.skip()
	return ok
}

// unquoted returns a string as it is written in JSON.
func unquoted(src []byte) string {
	p := parser{src: src}
	return p.text()
}

// text returns a string. What has escapes or is not UTF-8 is left to encoding/json.
func (p *parser) text() string {
	start := p.at
	p.at++
	plain := true
	for p.at < len(p.src) {
		switch p.src[p.at] {
		case '"':
			p.at++
			if inner := p.src[start+1 : p.at-1]; plain && utf8.Valid(inner) {
				return string(inner)
			}
			var text string
			_ = json.Unmarshal(p.src[start:p.at], &text) // it was checked
			return text
		case '\\':
			plain = false
			p.at += 2
		default:
			p.at++
		}
	}
	return ""
}
