package reporttest

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"unicode"
	"unicode/utf8"
)

// Format returns what is wrong with a report in a format, by its name: JSON has to be JSON, XML XML, SARIF as its schema and
// GitHub want it, and what people read without characters that a terminal or a page would obey.
func Format(name string, out []byte) []string {
	switch name {
	case "sarif":
		return SARIF(out)
	case "json", "gitlab":
		var value any
		return problem(json.Unmarshal(out, &value))
	case "checkstyle", "junit":
		return problem(wrongXML(out))
	case "github":
		return GitHub(string(out))
	case "markdown": // the space stands behind @ and #, where it keeps them from meaning anyone
		return problem(Readable(bytes.ReplaceAll(out, []byte("\u200B"), nil)))
	case "text":
		return problem(Readable(out))
	}
	return []string{"nothing here says what " + name + " has to be"}
}

func problem(err error) []string {
	if err == nil {
		return nil
	}
	return []string{err.Error()}
}

// Readable reports what a terminal or a page would obey in a text, or show as something else.
func Readable(out []byte) error {
	if !utf8.Valid(out) {
		return errors.New("it is not UTF-8")
	}
	const nonJoiner, joiner = '\u200C', '\u200D' // emoji and several scripts need them
	for _, r := range string(out) {
		switch {
		case r == '\n', r == '\t', r == nonJoiner, r == joiner:
		case unicode.IsControl(r), unicode.In(r, unicode.Cf, unicode.Zl, unicode.Zp), r&0xFFFE == 0xFFFE, r >= 0xFDD0 && r <= 0xFDEF:
			return fmt.Errorf("it has %U in it", r)
		}
	}
	return nil
}

func wrongXML(out []byte) error {
	decoder := xml.NewDecoder(bytes.NewReader(out))
	for {
		switch _, err := decoder.Token(); {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return err
		}
	}
}
