// Package syntax reads HCL's native syntax many times faster than hclsyntax does, and holds what it has read in little more
// than the bytes of the text.
//
// Most of a configuration is plain: blocks, and arguments that are strings, numbers, references, lists, objects, calls.
// Package hclsyntax makes a token of everything before it looks at anything, and that is where its time goes. Then it
// makes nodes with several ranges of 64 bytes each, and that is where its memory goes. This package goes through the bytes
// once and remembers where arguments and blocks stand ([Body], [Block], [Attribute]). A literal's value is taken from the
// text when it is asked for, and so are ranges and nodes of package hclsyntax.
//
// It has three levels, and at each it leaves to hclsyntax what it does not know:
//
//   - A body is read here: arguments, blocks with labels, comments, newlines.
//   - An expression is read here if it is a number, true, false or null, a quoted string with or without
//     interpolations, a reference with indexes that are literals, a list, an object or a call of such. Any other one
//     (operators, conditionals, for, splats, heredocs, escapes) is delimited here, by its brackets, quotes, heredocs and
//     comments, and parsed by hclsyntax from its own position.
//   - A file goes to hclsyntax as a whole when anything is in doubt: what an error could be made of, names that are not
//     ASCII, a carriage return without a newline, a $$ or %% in a string, nesting without measure.
//
// So a file without errors gives exactly the nodes, values and ranges that hclsyntax gives, and a file with errors gives
// exactly its diagnostics, because they are its own. A test and a fuzz target hold the two against each other.
package syntax

import (
	"bytes"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// Parse returns what [hclsyntax.ParseConfig] answers: the body, and the diagnostics. The body may be incomplete where there
// are errors. Neither it nor anything in it changes afterwards, so that it may be used by several goroutines.
func Parse(src []byte, filename string) (*Body, hcl.Diagnostics) {
	if body, ok := newParser(src, filename).file(); ok {
		return body, nil
	}
	file, diags := hclsyntax.ParseConfig(src, filename, hcl.InitialPos)
	native, _ := file.Body.(*hclsyntax.Body)
	return converted(native), diags
}

// source is the text that a tree is about.
type source struct {
	filename string
	src      []byte
	// text is src again: names and literals are parts of it, and cost nothing beside it.
	text string
	// numbers are the values of the numbers that are written, by their text. It is complete when the file is parsed.
	numbers map[string]cty.Value
}

var byteOrderMark = []byte("\ufeff")

func newParser(src []byte, filename string) *parser {
	p := &parser{source: &source{filename: filename, src: src, text: string(src), numbers: map[string]cty.Value{}}, cursor: cursor{line: 1}}
	if bytes.HasPrefix(src, byteOrderMark) {
		p.at, p.lineStart = len(byteOrderMark), len(byteOrderMark)
	}
	return p
}

// parserAt returns a parser of a place that was parsed before.
func (s *source) parserAt(at place) *parser {
	return &parser{source: s, cursor: cursor{int(at.at), int(at.line), int(at.lineStart)}}
}
