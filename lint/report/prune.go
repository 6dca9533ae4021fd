package report

import (
	"bytes"
	"encoding/json"
)

// unset is SARIF's default of numbers that say nothing.
const unset = -1

// lean is a part of a SARIF document without what only repeats SARIF's defaults: the library writes every property that it
// has, and null where an array is required.
type lean struct {
	part    any
	scratch *bytes.Buffer // of the writer, for one part after the other
}

// MarshalJSON answers the part without what says nothing.
func (l lean) MarshalJSON() ([]byte, error) {
	l.scratch.Reset()
	encoder := json.NewEncoder(l.scratch)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(l.part); err != nil {
		return nil, err
	}
	whole := l.scratch.Bytes()
	p := &pruner{src: whole, out: whole[:0]}
	p.value("")
	return p.out, nil
}

// pruner copies JSON as encoding/json writes it, without spaces.
type pruner struct {
	src []byte // what is not copied
	out []byte // the same bytes from the beginning on: it never gets longer than what has been copied
}

// value copies the next value, that of a property or, without a name, of a list, and reports whether there is anything to
// keep.
func (p *pruner) value(name string) bool {
	switch p.src[0] {
	case '{':
		return p.object()
	case '[':
		return p.array(name)
	case '"':
		return len(p.copy(stringEnd(p.src))) > len(`""`)
	}
	switch string(p.copy(bytes.IndexAny(p.src, ",]}"))) {
	case "null", "-1":
		return false
	case "true":
		return name != "enabled"
	case "false":
		return name != "isComprehensive"
	}
	return true // a number
}

func (p *pruner) object() bool {
	kept := 0
	for p.copy(1); p.src[0] != '}'; p.skip(',') {
		mark := len(p.out)
		if kept > 0 {
			p.out = append(p.out, ',')
		}
		name := p.copy(stringEnd(p.src))
		p.copy(1) // the colon
		if p.value(string(name[1 : len(name)-1])) {
			kept++
		} else {
			p.out = p.out[:mark]
		}
	}
	p.copy(1)
	return kept > 0
}

func (p *pruner) array(name string) bool {
	n := 0
	for p.copy(1); p.src[0] != ']'; p.skip(',') {
		mark := len(p.out)
		if n > 0 {
			p.out = append(p.out, ',')
		}
		if keep := p.value(""); keep || name != "suppressions" {
			n++
		} else {
			p.out = p.out[:mark]
		}
	}
	p.copy(1)
	switch name {
	case "results", "rules", "runs", "suppressions": // are required, or mean something, when they are empty
		return true
	}
	return n > 0
}

// copy copies bytes and answers the copy.
func (p *pruner) copy(n int) []byte {
	p.out, p.src = append(p.out, p.src[:n]...), p.src[n:]
	return p.out[len(p.out)-n:]
}

// skip passes a byte if it is next.
func (p *pruner) skip(c byte) {
	if p.src[0] == c {
		p.src = p.src[1:]
	}
}

// stringEnd answers where the string ends that a text begins with.
func stringEnd(src []byte) int {
	for i := 1; ; i++ {
		switch src[i] {
		case '\\':
			i++
		case '"':
			return i + 1
		}
	}
}
