package linttest

import (
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// Steps tell a mutation what to do: fuzzers change them instead of the text, so that what comes out can still be read.
type Steps []byte

// maxSteps bounds the changes of one mutation: a text of which nothing is left finds nothing.
const maxSteps = 12

// step is one change: what is done, to which part, and with what.
type step struct{ what, which, with int }

// all takes the steps apart, each of five bytes.
func (s Steps) all() []step {
	var all []step
	for chunk := range slices.Chunk(s, 5) {
		if len(chunk) == 5 && len(all) < maxSteps {
			all = append(all, step{int(chunk[0]), int(chunk[1])<<8 + int(chunk[2]), int(chunk[3])<<8 + int(chunk[4])})
		}
	}
	return all
}

// Mutator changes configurations in native syntax by their syntax: it drops, doubles and moves blocks and arguments, and
// puts expressions of other texts, or plain ones, into the place of those that are there.
type Mutator struct {
	blocks, expressions []string
}

// NewMutator takes blocks and expressions of texts to put them elsewhere.
func NewMutator(texts ...string) *Mutator {
	m := &Mutator{}
	seen := map[string]bool{}
	for _, text := range texts {
		blocks, attributes, expressions := spans(text)
		for _, at := range blocks {
			m.blocks = append(m.blocks, text[at.Start.Byte:at.End.Byte])
		}
		for _, at := range slices.Concat(expressions, attributes) {
			if e := text[at.Start.Byte:at.End.Byte]; !seen[e] && !strings.Contains(e, "<<") {
				seen[e] = true
				m.expressions = append(m.expressions, e)
			}
		}
	}
	m.expressions = append(m.expressions, plain...)
	return m
}

// plain are expressions that people write, or forget to.
var plain = []string{
	"null", "true", `""`, "0", "-1", "1e400", "[]", "{}", "[null]", "var.unknown", "local.none", `"${var.unknown}x"`, "each.value", "each.key",
	"count.index", "self.id", "path.module", "terraform.workspace", `toset(["a", "b"])`, "{ a = 1, b = null }", "module.none.x", "data.none.x.y",
}

// around are expressions that another one, %, stands in.
var around = []string{
	"[%]", "(%)", "{ a = % }", "[for x in [%] : x]", "try(%, null)", "true ? % : null", "var.unknown ? % : %", "one([%])", "coalesce(%, \"a\")",
	"merge({}, %)", "tolist(%)", "toset([%])", "[%][*]", "%[0]", "tostring(%)", "sensitive(%)", "concat(%, [])", "jsondecode(jsonencode(%))",
}

// Mutate returns the text with changes. A text that cannot be parsed is left alone, from the first step on that makes it so.
func (m *Mutator) Mutate(text string, steps Steps) string {
	for _, s := range steps.all() {
		blocks, attributes, expressions := spans(text)
		if len(blocks) == 0 || len(attributes) == 0 || len(expressions) == 0 {
			break
		}
		block, attribute, expression := pick(blocks, s.which), pick(attributes, s.which), pick(expressions, s.which)
		of := func(at hcl.Range) string { return text[at.Start.Byte:at.End.Byte] }
		replace := func(at hcl.Range, with string) { text = text[:at.Start.Byte] + with + text[at.End.Byte:] }
		switch s.what % 13 {
		case 0:
			replace(block, "")
		case 1:
			replace(attribute, "")
		case 2: // behind itself
			replace(block, of(block)+"\n"+of(block))
		case 3: // to where another one begins
			moved, to := of(block), pick(blocks, s.with).Start.Byte
			if to < block.Start.Byte {
				text = text[:to] + moved + "\n" + text[to:block.Start.Byte] + text[block.End.Byte:]
			} else if to >= block.End.Byte {
				text = text[:block.Start.Byte] + text[block.End.Byte:to] + moved + "\n" + text[to:]
			}
		case 4, 5, 6:
			replace(expression, of(pick(expressions, s.with)))
		case 7, 8:
			replace(expression, pick(m.expressions, s.with))
		case 9:
			replace(expression, plain[s.with%len(plain)])
		case 10:
			replace(expression, strings.ReplaceAll(around[s.with%len(around)], "%", of(expression)))
		case 11: // a block of another text behind one of this
			replace(block, of(block)+"\n"+pick(m.blocks, s.with))
		case 12: // an argument of its own
			if open := strings.IndexByte(of(block), '{'); open >= 0 {
				argument := []string{"count", "for_each", "depends_on", "provider", "name", "id"}[s.with%6]
				at := block.Start.Byte + open + 1
				text = text[:at] + "\n" + argument + " = " + pick(m.expressions, s.with/6) + "\n" + text[at:]
			}
		}
		if len(text) > 1<<16 {
			break
		}
	}
	return text
}

func pick[T any](list []T, n int) T { return list[n%len(list)] }

// spans are the places of a text's blocks, of its arguments with their names, and of the expressions in it, with those that
// stand in others.
func spans(text string) (blocks, attributes, expressions []hcl.Range) {
	file, diags := hclsyntax.ParseConfig([]byte(text), "", hcl.InitialPos)
	if diags.HasErrors() {
		return nil, nil, nil
	}
	_ = hclsyntax.VisitAll(file.Body.(*hclsyntax.Body), func(n hclsyntax.Node) hcl.Diagnostics {
		switch n := n.(type) {
		case *hclsyntax.Block:
			blocks = append(blocks, n.Range())
		case *hclsyntax.Attribute:
			attributes = append(attributes, n.SrcRange)
		case *hclsyntax.ObjectConsKeyExpr:
		case hclsyntax.Expression:
			if at := n.Range(); at.End.Byte > at.Start.Byte {
				expressions = append(expressions, at)
			}
		}
		return nil
	})
	byPlace := func(a, b hcl.Range) int { return a.Start.Byte - b.Start.Byte } // arguments are visited in the order of a map
	slices.SortStableFunc(blocks, byPlace)
	slices.SortStableFunc(attributes, byPlace)
	slices.SortStableFunc(expressions, func(a, b hcl.Range) int {
		if a.Start.Byte != b.Start.Byte {
			return a.Start.Byte - b.Start.Byte
		}
		return a.End.Byte - b.End.Byte
	})
	return blocks, attributes, expressions
}
