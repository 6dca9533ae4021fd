package lint

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"

	"github.com/hashicorp/hcl/v2"

	"github.com/apiglint/apiglint/schema/terraform/files"
)

// ignoresInJSON returns the suppressions in a file of HCL's JSON syntax: a property "//" of an object is a comment, and
// one that is an ignore is about that object.
func ignoresInJSON(f *files.File) []*ignore {
	w := jsonWalker{file: f, decoder: json.NewDecoder(bytes.NewReader(f.Bytes)), at: hcl.InitialPos}
	if err := w.value(); err != nil && !errors.Is(err, io.EOF) {
		return nil // the loader has said what is wrong with the file
	}
	return w.ignores
}

type jsonWalker struct {
	file    *files.File
	decoder *json.Decoder
	ignores []*ignore
	// at is the place that was asked for before, and lineStart is where its line starts.
	at        hcl.Pos
	lineStart int
}

func (w *jsonWalker) value() error {
	token, err := w.decoder.Token()
	if err != nil {
		return err
	}
	switch token {
	case json.Delim('{'):
		return w.object()
	case json.Delim('['):
		for w.decoder.More() {
			if err := w.value(); err != nil {
				return err
			}
		}
		_, err = w.decoder.Token()
	}
	return err
}

func (w *jsonWalker) object() error {
	start := w.positionOf(int(w.decoder.InputOffset()) - 1)
	var own []*ignore
	for w.decoder.More() {
		key, err := w.decoder.Token()
		if err != nil {
			return err
		}
		if key != "//" {
			if err := w.value(); err != nil {
				return err
			}
			continue
		}
		at, err := w.valueRange()
		if err != nil {
			return err
		}
		for _, comment := range commentsIn(w.file.Bytes[at.Start.Byte:at.End.Byte]) {
			if d, ok := parseDirective(comment); ok {
				own = append(own, &ignore{directive: d, at: at})
			}
		}
	}
	_, err := w.decoder.Token()
	for _, ig := range own { // the object is what they are about
		ig.covers = hcl.Range{Filename: w.file.Name, Start: start, End: w.position()}
	}
	w.ignores = append(w.ignores, own...)
	return err
}

// valueRange passes over a value, and returns its text.
func (w *jsonWalker) valueRange() (hcl.Range, error) {
	before := int(w.decoder.InputOffset()) // behind the key
	var text json.RawMessage
	if err := w.decoder.Decode(&text); err != nil {
		return hcl.Range{}, err
	}
	lead := len(w.file.Bytes[before:]) - len(bytes.TrimLeft(w.file.Bytes[before:], ": \t\r\n"))
	return hcl.Range{Filename: w.file.Name, Start: w.positionOf(before + lead), End: w.position()}, nil
}

// commentsIn returns the comments that a value is: a text, or a list of texts.
func commentsIn(value []byte) []string {
	var one string
	if json.Unmarshal(value, &one) == nil {
		return []string{one}
	}
	var several []string
	if json.Unmarshal(value, &several) == nil {
		return several
	}
	return nil
}

// position is where the decoder stands.
func (w *jsonWalker) position() hcl.Pos { return w.positionOf(int(w.decoder.InputOffset())) }

// positionOf counts lines from the place that was asked for before, which is near.
func (w *jsonWalker) positionOf(offset int) hcl.Pos {
	src := w.file.Bytes
	if offset < w.at.Byte {
		w.at.Line -= bytes.Count(src[offset:w.at.Byte], []byte("\n"))
		if w.lineStart > offset {
			w.lineStart = bytes.LastIndexByte(src[:offset], '\n') + 1
		}
	} else {
		passed := src[w.at.Byte:offset]
		w.at.Line += bytes.Count(passed, []byte("\n"))
		if last := bytes.LastIndexByte(passed, '\n'); last >= 0 {
			w.lineStart = w.at.Byte + last + 1
		}
	}
	w.at.Byte, w.at.Column = offset, offset-w.lineStart+1
	return w.at
}
