package report

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"slices"
)

// unset is SARIF's default of numbers that say nothing.
const unset = -1

// prune removes from a SARIF document what only repeats SARIF's defaults: the library writes every property that it
// has, and null where an array is required.
func prune(document []byte) ([]byte, error) {
	decoder := json.NewDecoder(bytes.NewReader(document))
	decoder.UseNumber()
	var out bytes.Buffer
	p := &pruner{decoder: decoder, out: &out}
	if _, err := p.value("", ""); err != nil {
		return nil, err
	}
	if _, err := decoder.Token(); !errors.Is(err, io.EOF) {
		return nil, errors.New("more than one JSON value")
	}
	out.WriteByte('\n')
	return out.Bytes(), nil
}

type pruner struct {
	decoder *json.Decoder
	out     *bytes.Buffer
}

// meaningful are the arrays that are required, or mean something, when they are empty.
var meaningful = []string{"results", "rules", "runs", "suppressions"}

// value copies the next value of the property name and reports whether there is anything to keep.
func (p *pruner) value(name, indent string) (bool, error) {
	token, err := p.decoder.Token()
	if err != nil {
		return false, err
	}
	switch t := token.(type) {
	case json.Delim:
		if t == '{' {
			return p.object(indent)
		}
		return p.array(name, indent)
	case nil:
		return false, nil
	case string:
		p.encode(t)
		return t != "", nil
	case bool:
		p.encode(t)
		byDefault := map[string]bool{"enabled": true, "isComprehensive": false}
		standard, ok := byDefault[name]
		return !ok || t != standard, nil
	case json.Number:
		p.encode(t)
		return t != "-1", nil
	}
	return false, errors.New("unexpected token")
}

func (p *pruner) object(indent string) (bool, error) {
	kept := 0
	p.out.WriteByte('{')
	for p.decoder.More() {
		key, err := p.decoder.Token()
		if err != nil {
			return false, err
		}
		name, _ := key.(string)
		mark := p.out.Len()
		p.separate(kept, indent)
		p.encode(name)
		p.out.WriteString(": ")
		keep, err := p.value(name, indent+"  ")
		if err != nil {
			return false, err
		}
		if keep {
			kept++
		} else {
			p.out.Truncate(mark)
		}
	}
	return kept > 0, p.close(kept, indent, '}')
}

func (p *pruner) array(name, indent string) (bool, error) {
	n := 0
	p.out.WriteByte('[')
	for p.decoder.More() {
		mark := p.out.Len()
		p.separate(n, indent)
		keep, err := p.value("", indent+"  ")
		if err != nil {
			return false, err
		}
		if !keep && name == "suppressions" {
			p.out.Truncate(mark)
			continue
		}
		n++
	}
	return n > 0 || slices.Contains(meaningful, name), p.close(n, indent, ']')
}

func (p *pruner) separate(n int, indent string) {
	if n > 0 {
		p.out.WriteByte(',')
	}
	p.out.WriteString("\n" + indent + "  ")
}

func (p *pruner) close(n int, indent string, bracket byte) error {
	if n > 0 {
		p.out.WriteString("\n" + indent)
	}
	p.out.WriteByte(bracket)
	_, err := p.decoder.Token()
	return err
}

// encode writes a string, a number or a truth value.
func (p *pruner) encode(v any) {
	encoder := json.NewEncoder(p.out)
	encoder.SetEscapeHTML(false)
	_ = encoder.Encode(v)           // neither the value nor the buffer can fail
	p.out.Truncate(p.out.Len() - 1) // the line feed
}
