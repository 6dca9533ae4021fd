// Package plain reads HCL's native syntax many times faster than hclsyntax does, into the same nodes.
//
// Most of a configuration is plain: blocks, and arguments that are strings, numbers, references, lists, objects, calls.
// Package hclsyntax makes a token of everything before it looks at anything, and that is where its time and its memory go.
// This package goes through the bytes once and makes the nodes as it meets them.
//
// It has three levels, and at each it leaves to hclsyntax what it does not know:
//
//   - A body is read here: arguments, blocks with labels, comments, newlines, all with their ranges.
//   - An expression is read here if it is a number, true, false or null, a quoted string with or without
//     interpolations, a reference with indexes that are literals, a list, an object or a call of such. Any other one
//     (operators, conditionals, for, splats, heredocs, escapes) is delimited here, by its brackets, quotes, heredocs and
//     comments, and parsed by hclsyntax from its own position.
//   - A file goes to hclsyntax as a whole when anything is in doubt: what an error could be made of, names that are not
//     ASCII, a carriage return without a newline, a $$ or %% in a string, nesting without measure.
//
// So a file without errors gives exactly the nodes, values and ranges that hclsyntax gives, and a file with errors gives
// exactly its diagnostics, because they are its own. A test and a fuzz target hold the two against each other.
package plain

import (
	"bytes"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// Parse answers the body and the diagnostics of [hclsyntax.ParseConfig]. The body may be incomplete where there are errors.
func Parse(src []byte, filename string) (*hclsyntax.Body, hcl.Diagnostics) {
	if body, ok := newParser(src, filename).file(); ok {
		return body, nil
	}
	file, diags := hclsyntax.ParseConfig(src, filename, hcl.InitialPos)
	body, _ := file.Body.(*hclsyntax.Body)
	return body, diags
}

var byteOrderMark = []byte("\ufeff")

func newParser(src []byte, filename string) *parser {
	p := &parser{filename: filename, src: src, cursor: cursor{line: 1}, names: map[string]string{}}
	if bytes.HasPrefix(src, byteOrderMark) {
		p.at, p.lineStart = len(byteOrderMark), len(byteOrderMark)
	}
	return p
}
