package lint

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strings"

	"github.com/hashicorp/hcl/v2"

	"github.com/apiglint/apiglint/schema/terraform"
)

// ignoresInJSON answers the suppressions in a file of HCL's JSON syntax: a property "//" of an object is a comment, and
// one that is an ignore is about that object.
func ignoresInJSON(f *terraform.File) []*ignore {
	w := jsonWalker{file: f, decoder: json.NewDecoder(bytes.NewReader(f.Bytes))}
	if err := w.value(); err != nil && !errors.Is(err, io.EOF) {
		return nil // the loader has said what is wrong with the file
	}
	return w.ignores
}

type jsonWalker struct {
	file    *terraform.File
	decoder *json.Decoder
	ignores []*ignore
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
	start := w.position()
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
		at := w.position()
		var text any
		if err := w.decoder.Decode(&text); err != nil {
			return err
		}
		if comment, ok := text.(string); ok && strings.HasPrefix(strings.TrimSpace(comment), marker) {
			own = append(own, newIgnore(strings.TrimSpace(comment), hcl.Range{Filename: w.file.Name, Start: at, End: at}))
		}
	}
	_, err := w.decoder.Token()
	for _, ig := range own {
		ig.covers = hcl.Range{Filename: w.file.Name, Start: start, End: w.position()}
	}
	w.ignores = append(w.ignores, own...)
	return err
}

// position is where the decoder stands.
func (w *jsonWalker) position() hcl.Pos {
	offset := int(w.decoder.InputOffset())
	before := w.file.Bytes[:offset]
	line := bytes.Count(before, []byte("\n"))
	return hcl.Pos{Line: line + 1, Column: offset - bytes.LastIndexByte(before, '\n'), Byte: offset}
}
