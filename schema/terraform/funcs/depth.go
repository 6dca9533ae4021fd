package funcs

import (
	"fmt"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

const (
	// maxNesting bounds the depth of brackets: the parsers are recursive, and a
	// stack overflow cannot be recovered from. No configuration comes near it.
	maxNesting = 1000
	// maxOperators bounds the operators and directives that follow each other in
	// one expression, which nest without brackets.
	maxOperators = 5000
	// maxTokens bounds the words and signs of a text: the lexer takes a hundred
	// bytes for each, and the parser more. A thousand APIs have 300 000.
	maxTokens = 2 << 20
)

// Syntax is how a text is written.
type Syntax int

// The syntaxes.
const (
	Native Syntax = iota
	JSON
	Template
)

// TooDeep says why a text is left unparsed, "" if it can be parsed.
func TooDeep(src []byte, syntax Syntax) string {
	depth, operators, tokens := survey(src)
	if depth > maxNesting {
		return fmt.Sprintf("brackets are nested more than %d deep", maxNesting)
	}
	if tokens > maxTokens {
		return fmt.Sprintf("it has more than %d words and signs", maxTokens)
	}
	// A text of some size has more operators than that, one here, one there.
	if operators > maxOperators && syntax != JSON && chain(src, syntax) > maxOperators {
		return fmt.Sprintf("more than %d operators follow each other in an expression", maxOperators)
	}
	return ""
}

type class uint8

const (
	other class = iota
	word
	space
	opening
	closing
	operator
)

var classes = func() (table [256]class) {
	for c := range table {
		switch {
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c >= '0' && c <= '9', c == '_', c >= 0x80:
			table[c] = word
		}
	}
	for _, c := range " \t\r\n" {
		table[c] = space
	}
	for _, c := range "([{" {
		table[c] = opening
	}
	for _, c := range ")]}" {
		table[c] = closing
	}
	for _, c := range "!?-+*/%<>=&|" {
		table[c] = operator
	}
	return table
}()

// survey returns upper bounds of how deep the brackets of a text nest, how many
// operators it has, and how many words and signs. It counts what stands in
// strings and comments too.
func survey(src []byte) (deepest, operators, tokens int) {
	depth, before := 0, space
	for _, c := range src {
		k := classes[c]
		switch k {
		case word:
			if before != word {
				tokens++
			}
		case space:
		case opening:
			depth++
			deepest = max(deepest, depth)
			tokens++
			if c == '[' {
				operators++ // an index
			}
		case closing:
			depth = max(depth-1, 0)
			tokens++
		case operator:
			operators++
			tokens++
		case other:
			tokens++
		}
		before = k
	}
	return deepest, operators, tokens
}

// chain returns how deep the longest expression of a text may nest.
func chain(src []byte, syntax Syntax) int {
	var tokens hclsyntax.Tokens
	if syntax == Template {
		tokens, _ = hclsyntax.LexTemplate(src, "", hcl.InitialPos)
	} else {
		tokens, _ = hclsyntax.LexConfig(src, "", hcl.InitialPos)
	}
	// An expression ends with its line, outside of brackets and in those that hold
	// items on lines, and with a comma.
	type level struct {
		operators, least int // least is what the bracket itself takes
		lines            bool
	}
	levels := []level{{lines: syntax == Native}}
	total, longest := 0, 0
	for i, token := range tokens {
		top := &levels[len(levels)-1]
		switch token.Type {
		case hclsyntax.TokenBang, hclsyntax.TokenQuestion, hclsyntax.TokenMinus, hclsyntax.TokenPlus, hclsyntax.TokenStar,
			hclsyntax.TokenSlash, hclsyntax.TokenPercent, hclsyntax.TokenAnd, hclsyntax.TokenOr, hclsyntax.TokenEqualOp,
			hclsyntax.TokenNotEqual, hclsyntax.TokenLessThan, hclsyntax.TokenLessThanEq, hclsyntax.TokenGreaterThan,
			hclsyntax.TokenGreaterThanEq:
			top.operators++
			total++
		case hclsyntax.TokenComma, hclsyntax.TokenNewline:
			if top.lines || token.Type == hclsyntax.TokenComma {
				total -= top.operators - top.least
				top.operators = top.least
			}
		case hclsyntax.TokenOBrack, hclsyntax.TokenOParen, hclsyntax.TokenOBrace, hclsyntax.TokenTemplateInterp,
			hclsyntax.TokenTemplateControl, hclsyntax.TokenOQuote, hclsyntax.TokenOHeredoc:
			if token.Type == hclsyntax.TokenOBrack || token.Type == hclsyntax.TokenTemplateControl {
				top.operators++ // an index follows another, and so does a directive
				total++
			}
			levels = append(levels, level{operators: 1, least: 1, lines: token.Type == hclsyntax.TokenOBrace && !beginsFor(tokens[i+1:])})
			total++
		case hclsyntax.TokenCBrack, hclsyntax.TokenCParen, hclsyntax.TokenCBrace, hclsyntax.TokenTemplateSeqEnd,
			hclsyntax.TokenCQuote, hclsyntax.TokenCHeredoc:
			total -= top.operators
			if len(levels) > 1 {
				levels = levels[:len(levels)-1]
			}
		default:
		}
		longest = max(longest, total)
	}
	return longest
}

// beginsFor reports whether what stands in braces is a for expression, in which
// the end of a line ends nothing.
func beginsFor(tokens hclsyntax.Tokens) bool {
	for _, token := range tokens {
		if token.Type != hclsyntax.TokenNewline && token.Type != hclsyntax.TokenComment {
			return token.Type == hclsyntax.TokenIdent && string(token.Bytes) == "for"
		}
	}
	return false
}
