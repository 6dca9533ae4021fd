package report

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"unicode/utf16"
)

// jsonList is a list of a JSON document that may be long.
type jsonList struct {
	name    string // of the property, "" where the list is the document
	compact bool   // whether each element is on one line
	// fill adds the elements, one by one.
	fill func(add func(v any))
}

// writeJSONDocument writes a value as JSON that can be looked at in a terminal. Its long lists are empty; their elements
// are encoded as they come, each after the one before it is written. The lists are named in the order of the document.
func writeJSONDocument(out *bufio.Writer, v any, lists ...jsonList) error {
	var frame bytes.Buffer
	if err := newEncoder(&frame, "").Encode(v); err != nil {
		return fmt.Errorf("encode JSON: %w", err)
	}
	rest := inert(frame.Bytes())
	for _, l := range lists {
		empty := "[]"
		if l.name != "" {
			empty = `"` + l.name + `": []` // nothing in a string looks like it: quotes are escaped there
		}
		head, tail, found := bytes.Cut(rest, []byte(empty))
		if !found {
			return fmt.Errorf("encode JSON: there is no empty list %q", l.name)
		}
		out.Write(head)
		out.WriteString(empty[:len(empty)-1])
		if err := l.write(out, indentation(head)); err != nil {
			return fmt.Errorf("encode JSON: %w", err)
		}
		rest = tail
	}
	out.Write(rest)
	return nil
}

const indent = "  "

func newEncoder(w *bytes.Buffer, prefix string) *json.Encoder {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent(prefix, indent)
	return encoder
}

// indentation returns what the last line of a text begins with.
func indentation(text []byte) string {
	line := text[bytes.LastIndexByte(text, '\n')+1:]
	return string(line[:len(line)-len(bytes.TrimLeft(line, " "))])
}

// write writes the elements and the end of a list that stands in a line with an indentation.
func (l jsonList) write(out *bufio.Writer, indented string) (failed error) {
	var element bytes.Buffer
	encoder := newEncoder(&element, indented+indent)
	if l.compact {
		encoder.SetIndent("", "")
	}
	separator, end := "\n", "]"
	l.fill(func(v any) {
		element.Reset()
		if err := encoder.Encode(v); err != nil {
			failed = err
			return
		}
		out.WriteString(separator + indented + indent)
		out.Write(bytes.TrimSuffix(inert(element.Bytes()), []byte("\n")))
		separator, end = ",\n", "\n"+indented+"]"
	})
	out.WriteString(end)
	return failed
}

// inert returns JSON with escapes for what a terminal, or the log of a build, would obey in it. A string has the same
// value however it is written, and outside of strings there is no such thing.
func inert(text []byte) []byte {
	if bytes.Contains(text, []byte("##")) {
		text = buildCommand().ReplaceAll(text, []byte(`$1\u005b`))
	}
	if isPlain(text, '\n') {
		return text
	}
	obeyed := func(r rune) bool { return r != '\n' && deceptive(r) }
	if !bytes.ContainsFunc(text, obeyed) {
		return text
	}
	out := make([]byte, 0, len(text)+64)
	for _, r := range string(text) {
		switch {
		case !obeyed(r):
			out = append(out, string(r)...)
		case r > 0xFFFF:
			high, low := utf16.EncodeRune(r)
			out = fmt.Appendf(out, `\u%04x\u%04x`, high, low)
		default:
			out = fmt.Appendf(out, `\u%04x`, r)
		}
	}
	return out
}
