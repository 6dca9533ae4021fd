package plan

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

func bytesReader(src []byte) io.Reader { return bytes.NewReader(src) }

const command = "`terraform show -json PLANFILE` makes a plan as JSON"

// Read recognises and parses a plan as JSON. Everything else is an error that says in one sentence what it is and which
// command makes the right thing. A byte order mark, UTF-16, and lines before the first { are read through.
func Read(src []byte) (*Plan, error) {
	if bytes.HasPrefix(src, []byte("PK\x03\x04")) {
		return nil, errors.New("this is a binary plan file: " + command)
	}
	text := unwrap(utf8Text(src))
	if len(bytes.TrimSpace(text)) == 0 {
		if len(bytes.TrimSpace(src)) == 0 {
			return nil, errors.New("this is empty: " + command)
		}
		return nil, errors.New("this is not JSON: " + command)
	}
	var keys map[string]json.RawMessage
	d := json.NewDecoder(bytes.NewReader(text))
	if err := d.Decode(&keys); err != nil {
		if errors.Is(err, io.ErrUnexpectedEOF) {
			return nil, errors.New("this is JSON that ends too early, perhaps a plan that was not written to its end: " + command)
		}
		return nil, errors.New("this is not JSON: " + command)
	}
	if err := recognise(keys); err != nil {
		return nil, err
	}
	p := &Plan{}
	if err := p.parse(keys); err != nil {
		return nil, fmt.Errorf("this looks like a plan as JSON, but %w: %s", err, command)
	}
	return p, nil
}

// Looks reports whether a file may be a plan as JSON, by how it begins.
func Looks(src []byte) bool {
	text := unwrap(utf8Text(src))
	const window = 4096
	return bytes.Contains(text[:min(len(text), window)], []byte(`"format_version"`)) &&
		(bytes.Contains(text, []byte(`"planned_values"`)) || bytes.Contains(text, []byte(`"resource_changes"`)))
}

// recognise says what an object is that is no plan.
func recognise(keys map[string]json.RawMessage) error {
	has := func(name string) bool { _, ok := keys[name]; return ok }
	switch {
	case has("resource_changes") || has("planned_values"):
		return version(keys["format_version"])
	case has("@level") || has("@message"):
		return errors.New("this is the event stream of `terraform plan -json`, which holds no values: " + command)
	case has("values") && has("format_version"):
		return errors.New("this is a state as JSON, and no plan: " + command)
	case has("serial") && has("lineage"):
		return errors.New("this is a state file, and no plan: " + command)
	case has("provider_schemas"):
		return errors.New("these are provider schemas, and no plan: " + command)
	case has("format_version") && has("terraform_version"):
		return version(keys["format_version"]) // a plan that does nothing
	}
	return errors.New("this is JSON, but no plan: " + command)
}

func version(raw json.RawMessage) error {
	var text string
	if json.Unmarshal(raw, &text) != nil || text == "" {
		return errors.New("this is a plan without a format version, which nothing makes: " + command)
	}
	if major, _, _ := strings.Cut(text, "."); major != "0" && major != "1" {
		return fmt.Errorf("this is a plan of format %s, and only those before 2 are understood: a newer apiglint may read it", text)
	}
	return nil
}

// parse reads the parts of the document that matter.
func (p *Plan) parse(keys map[string]json.RawMessage) error {
	parts := []struct {
		name string
		into any
	}{
		{"format_version", &p.FormatVersion},
		{"variables", &p.Variables},
		{"resource_changes", &p.ResourceChanges},
		{"deferred_changes", &p.DeferredChanges},
		{"prior_state", &p.PriorState},
		{"configuration", &p.Configuration},
		{"output_changes", &p.OutputChanges},
		{"complete", &p.Complete},
		{"errored", &p.Errored},
	}
	for _, part := range parts {
		if raw, ok := keys[part.name]; ok {
			if err := json.Unmarshal(raw, part.into); err != nil {
				return fmt.Errorf("its %s cannot be read", part.name)
			}
		}
	}
	p.PlannedValues = keys["planned_values"]
	return nil
}

// utf8Text answers the text in UTF-8 without a byte order mark.
func utf8Text(src []byte) []byte {
	switch {
	case bytes.HasPrefix(src, []byte{0xEF, 0xBB, 0xBF}):
		return src[3:]
	case bytes.HasPrefix(src, []byte{0xFF, 0xFE}):
		return fromUTF16(src[2:], 0, 1)
	case bytes.HasPrefix(src, []byte{0xFE, 0xFF}):
		return fromUTF16(src[2:], 1, 0)
	case len(src) > 3 && src[0] == '{' && src[1] == 0:
		return fromUTF16(src, 0, 1)
	}
	return src
}

func fromUTF16(src []byte, low, high int) []byte {
	units := make([]uint16, 0, len(src)/2)
	for n := 0; n+1 < len(src); n += 2 {
		units = append(units, uint16(src[n+low])|uint16(src[n+high])<<8)
	}
	var text []byte
	for _, c := range utf16.Decode(units) {
		text = utf8.AppendRune(text, c)
	}
	return text
}

// unwrap leaves out the lines before the object. Continuous integration adds some, with braces in them at times: the
// object begins at the first { that stands first in its line or, failing that, at the first.
func unwrap(text []byte) []byte {
	rest := text
	for len(rest) > 0 {
		line := bytes.TrimLeft(rest, " \t\r")
		if bytes.HasPrefix(line, []byte("{")) {
			return line
		}
		end := bytes.IndexByte(rest, '\n')
		if end < 0 {
			break
		}
		rest = rest[end+1:]
	}
	if start := bytes.IndexByte(text, '{'); start >= 0 {
		return text[start:]
	}
	return nil
}
