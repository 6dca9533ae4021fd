package lint

import (
	"bytes"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/apiglint/apiglint/schema/terraform/files"
	"github.com/apiglint/apiglint/schema/terraform/syntax"
)

// ignoresInNative returns the ignore comments of a file in HCL's native syntax. One behind code is about its line; one on a
// line of its own is about what begins below it: a block, an argument, an item of a list.
func ignoresInNative(f *files.File) []*ignore {
	var ignores []*ignore
	for _, part := range parts(f) {
		if src := f.Bytes[part.Start.Byte:part.End.Byte]; mayHaveIgnores(src) {
			tokens, _ := hclsyntax.LexConfig(src, f.Name, part.Start)
			ignores = append(ignores, ignoresAmong(tokens, f)...)
		}
	}
	return ignores
}

// parts cuts a file behind its top-level blocks, at the ends of lines, so that only those with a comment of ours are made
// into tokens: that takes longer than all the rest.
func parts(f *files.File) []hcl.Range {
	var all []hcl.Range
	at := hcl.InitialPos
	if body, ok := f.Body.(*syntax.Body); ok {
		for n := range body.Blocks {
			end := body.Blocks[n].Range().End
			size := bytes.IndexByte(f.Bytes[end.Byte:], '\n') + 1
			if size == 0 || len(bytes.TrimSpace(f.Bytes[end.Byte:end.Byte+size])) > 0 {
				continue // the line goes on with a comment
			}
			next := hcl.Pos{Line: end.Line + 1, Column: 1, Byte: end.Byte + size}
			all = append(all, hcl.Range{Start: at, End: next})
			at = next
		}
	}
	return append(all, hcl.Range{Start: at, End: hcl.Pos{Byte: len(f.Bytes)}})
}

func ignoresAmong(tokens hclsyntax.Tokens, f *files.File) []*ignore {
	var ignores []*ignore
	lastCode := 0       // line of the last token that is code
	var next *hcl.Range // what is below the comments that stand here
	for i, token := range tokens {
		if token.Type != hclsyntax.TokenComment {
			if token.Type != hclsyntax.TokenNewline {
				lastCode = token.Range.End.Line
				next = nil
			}
			continue
		}
		offset := token.Range.Start
		for line := range bytes.Lines(token.Bytes) {
			text := strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(string(line)), "*/"))
			text = strings.TrimLeft(text, "#/* \t")
			if d, ok := parseDirective(text); ok {
				ig := &ignore{directive: d, at: rangeOf(f.Name, offset, line)}
				if lastCode == token.Range.Start.Line {
					ig.covers = lineAround(f.Bytes, token.Range.Start.Byte)
				} else {
					if next == nil {
						at := below(tokens[i+1:])
						next = &at
					}
					ig.covers = *next
				}
				ignores = append(ignores, ig)
			}
			offset = hcl.Pos{Line: offset.Line + 1, Column: 1, Byte: offset.Byte + len(line)}
		}
	}
	return ignores
}

// rangeOf returns the part of a line that begins at a place, without the blanks around it. Only its bytes are exact.
func rangeOf(file string, at hcl.Pos, line []byte) hcl.Range {
	lead := len(line) - len(bytes.TrimLeft(line, " \t"))
	at.Byte += lead
	at.Column += lead
	end := at
	size := len(bytes.TrimSpace(line))
	end.Byte += size
	end.Column += size
	return hcl.Range{Filename: file, Start: at, End: end}
}

// lineAround returns the line that a byte stands in.
func lineAround(src []byte, at int) hcl.Range {
	start := bytes.LastIndexByte(src[:at], '\n') + 1
	end := len(src)
	if i := bytes.IndexByte(src[at:], '\n'); i >= 0 {
		end = at + i
	}
	return hcl.Range{Start: hcl.Pos{Byte: start}, End: hcl.Pos{Byte: end}}
}

// below returns what begins with the first code of tokens, up to the end of a line outside of its brackets.
func below(tokens hclsyntax.Tokens) hcl.Range {
	var whole hcl.Range
	depth := 0
	for _, token := range tokens {
		ends := token.Type == hclsyntax.TokenNewline || token.Type == hclsyntax.TokenEOF ||
			(token.Type == hclsyntax.TokenComment && bytes.HasSuffix(token.Bytes, []byte("\n")))
		switch {
		case ends && depth == 0 && whole.Filename != "":
			return whole
		case ends, token.Type == hclsyntax.TokenComment:
			continue
		case whole.Filename == "":
			whole = token.Range
		}
		switch token.Type {
		case hclsyntax.TokenOBrace, hclsyntax.TokenOBrack, hclsyntax.TokenOParen, hclsyntax.TokenOHeredoc,
			hclsyntax.TokenTemplateInterp, hclsyntax.TokenTemplateControl:
			depth++
		case hclsyntax.TokenCBrace, hclsyntax.TokenCBrack, hclsyntax.TokenCParen, hclsyntax.TokenCHeredoc, hclsyntax.TokenTemplateSeqEnd:
			if depth == 0 { // what encloses the comment ends, and there is nothing below it
				return whole
			}
			depth--
		default:
		}
		whole.End = token.Range.End
	}
	return whole
}
