package report

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"unicode/utf16"
)

// writeJSONDocument writes a value as JSON that can be looked at in a terminal.
func writeJSONDocument(w io.Writer, v any) error {
	var document bytes.Buffer
	encoder := json.NewEncoder(&document)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(v); err != nil {
		return fmt.Errorf("encode JSON: %w", err)
	}
	_, err := w.Write(inert(document.Bytes()))
	return err
}

// writeXMLDocument writes a value as XML. Its texts have to be printable: XML 1.0 cannot write most control characters.
func writeXMLDocument(w io.Writer, v any) error {
	document, err := xml.MarshalIndent(v, "", "  ")
	if err != nil {
		return fmt.Errorf("encode XML: %w", err)
	}
	_, err = io.WriteString(w, xml.Header+string(document)+"\n")
	return err
}

// inert answers a JSON document with escapes for what a terminal, or the log of a build, would obey in it. A string has the
// same value however it is written, and outside of strings there is no such thing.
func inert(document []byte) []byte {
	document = buildCommand().ReplaceAll(document, []byte(`$1\u005b`))
	obeyed := func(r rune) bool { return r != '\n' && deceptive(r) }
	if !bytes.ContainsFunc(document, obeyed) {
		return document
	}
	out := make([]byte, 0, len(document)+64)
	for _, r := range string(document) {
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
