package terraform

import (
	"bytes"
	"path"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// Edit replaces a text of a file, exactly the bytes of its range. Where something is inserted the range is empty.
type Edit struct {
	Range hcl.Range
	New   string
}

// Rewrite is a change of the text of one file. The functions that make one answer nil where the text is not just what
// they take it for: a literal that is written out, a line that nothing else stands on.
type Rewrite struct {
	// Block is the header of the block that is changed, and with it everything that is made from the block: each
	// instance, in each root that calls the module. It is empty where that is no question.
	Block hcl.Range
	Edits []Edit
}

// Respell replaces a literal in the value of the argument: the value itself or an element of it. It is nil where the
// text is a reference, a template, or escaped.
func (a *Argument) Respell(at hcl.Range, old, with string) *Rewrite {
	if !a.rewritable() {
		return nil
	}
	return a.scope.module.Module.Respell(at, old, with).in(a.block)
}

// Rename replaces the argument's name.
func (a *Argument) Rename(to string) *Rewrite {
	if !a.rewritable() {
		return nil
	}
	return a.scope.module.Module.Respell(a.NameRange(), a.Name, to).in(a.block)
}

// Remove takes the argument out, with its line. What has a comment of its own stays: somebody said why it is there.
func (a *Argument) Remove() *Rewrite {
	if !a.rewritable() {
		return nil
	}
	return a.scope.module.Module.removal(hcl.RangeBetween(a.NameRange(), a.Range())).in(a.block)
}

// Below inserts another argument of the block on the line below this one.
func (a *Argument) Below(name, value string) *Rewrite {
	if !a.rewritable() || a.NameRange().Filename != a.block.Header().Filename {
		return nil // an override of the block may be where it is by chance
	}
	f := a.scope.module.Module.native(a.NameRange().Filename)
	if f == nil {
		return nil
	}
	start, end := a.NameRange().Start.Byte, a.Range().End.Byte
	whole := linesOf(f.Bytes, start, end)
	own, behind := whole.text(f.Bytes), string(f.Bytes[end:whole.end])
	if strings.Contains(own, "<<") || !bytes.HasSuffix(f.Bytes[:whole.end], []byte("\n")) ||
		strings.TrimSpace(string(f.Bytes[whole.start:start])) != "" ||
		strings.Trim(behind, " \t\r\n") != "" && !startsComment(strings.TrimSpace(behind)) {
		return nil
	}
	indent := f.Bytes[whole.start:start]
	beforeEquals := bytes.IndexByte(f.Bytes[start:], '=')
	text := string(indent) + name + strings.Repeat(" ", max(beforeEquals-len(name), 1)) + "= " + value
	if strings.HasSuffix(own, "\r\n") {
		text += "\r"
	}
	return insertion(f, whole.end, text+"\n").in(a.block)
}

// Rename replaces the type of a nested block.
func (b *Block) Rename(to string) *Rewrite {
	if b.native == nil {
		return nil
	}
	return b.scope.module.Module.Respell(b.Header(), b.Type, to).in(b)
}

// Remove takes a nested block out, with its lines and one of the blank lines around it. What has a comment of its own
// stays.
func (b *Block) Remove() *Rewrite {
	if b.native == nil {
		return nil
	}
	return b.scope.module.Module.removal(b.native.Range()).in(b)
}

// Repeats reports whether two nested blocks are written with the same words in the same order.
func (b *Block) Repeats(other *Block) bool {
	if b.native == nil || other.native == nil {
		return false
	}
	own, others := b.words(), other.words()
	return own != "" && own == others
}

// words are the tokens of the block, without space and comments.
func (b *Block) words() string {
	at := b.native.Range()
	f := b.scope.module.Module.native(at.Filename)
	if f == nil || at.End.Byte > len(f.Bytes) {
		return ""
	}
	tokens, _ := hclsyntax.LexConfig(at.SliceBytes(f.Bytes), f.Name, at.Start)
	var words strings.Builder
	for _, token := range tokens {
		if token.Type != hclsyntax.TokenComment {
			words.Write(token.Bytes)
			words.WriteByte(0)
		}
	}
	return words.String()
}

// In reports whether the argument is written in a block, not in one that overrides it.
func (a *Argument) In(b *Block) bool { return a.block == b }

// Exchange lets two arguments of one block, which are numbers that are written out, have each other's value.
func Exchange(a, b *Argument) *Rewrite {
	if !a.rewritable() || !b.rewritable() || a.block != b.block || a.Range().Filename != b.Range().Filename {
		return nil
	}
	m := a.scope.module.Module
	first, second := m.text(a.Range()), m.text(b.Range())
	if !writtenNumber().MatchString(first) || !writtenNumber().MatchString(second) {
		return nil
	}
	return (&Rewrite{Edits: []Edit{{a.Range(), second}, {b.Range(), first}}}).in(a.block)
}

var writtenNumber = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^(-?\d+|"-?\d+")$`) })

// rewritable reports whether the argument is text of a file: not a value that was given.
func (a *Argument) rewritable() bool { return a != nil && a.given == nil && a.block != nil }

func (w *Rewrite) in(b *Block) *Rewrite {
	if w != nil {
		w.Block = b.Header()
	}
	return w
}

// Spells reports whether a text stands anywhere in the files of the module.
func (m *Module) Spells(text string) bool {
	if known, ok := m.spelt.Load(text); ok {
		return known.(bool) //nolint:forcetypeassert // nothing else is stored
	}
	spelt := slices.ContainsFunc(m.Files, func(f *File) bool { return bytes.Contains(f.Bytes, []byte(text)) })
	m.spelt.Store(text, spelt)
	return spelt
}

// Respell replaces a word, with the quotation marks around it or without: a name, a label, a literal. It is nil where
// something else stands in the place.
func (m *Module) Respell(at hcl.Range, old, with string) *Rewrite {
	if !selfEvident().MatchString(old) || !selfEvident().MatchString(with) {
		return nil
	}
	switch m.text(at) {
	case old:
		return &Rewrite{Edits: []Edit{{at, with}}}
	case `"` + old + `"`:
		return &Rewrite{Edits: []Edit{{at, `"` + with + `"`}}}
	}
	return nil
}

// selfEvident is what stands for itself in a string of either syntax, and has neither escapes nor templates.
var selfEvident = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^[^"\\$%\pC\pZ]([^"\\$%\pC]*[^"\\$%\pC\pZ])?$`) })

func (m *Module) file(name string) *File {
	for _, f := range m.Files {
		if f.Name == name {
			return f
		}
	}
	return nil
}

// native answers a file of native syntax, nil for any other.
func (m *Module) native(name string) *File {
	if path.Ext(name) != ".tf" {
		return nil
	}
	return m.file(name)
}

// text answers what stands in a range, "" where the file is not at hand.
func (m *Module) text(at hcl.Range) string {
	f := m.file(at.Filename)
	if f == nil || at.End.Byte > len(f.Bytes) || at.Start.Byte > at.End.Byte {
		return ""
	}
	return string(f.Bytes[at.Start.Byte:at.End.Byte])
}

// removal takes out the lines of a range, which nothing else may stand on, and which no comment may be about.
func (m *Module) removal(at hcl.Range) *Rewrite {
	f := m.native(at.Filename)
	if f == nil || at.End.Byte > len(f.Bytes) {
		return nil
	}
	whole := linesOf(f.Bytes, at.Start.Byte, at.End.Byte)
	before, inside, behind := f.Bytes[whole.start:at.Start.Byte], at.SliceBytes(f.Bytes), f.Bytes[at.End.Byte:whole.end]
	above := strings.TrimSpace(linesOf(f.Bytes, whole.start-1, whole.start-1).text(f.Bytes))
	if len(bytes.TrimSpace(before)) > 0 || len(bytes.TrimSpace(behind)) > 0 || !bytes.HasSuffix(behind, []byte("\n")) ||
		startsComment(above) || strings.HasSuffix(above, "*/") || commented(inside) || bytes.Contains(inside, []byte("<<")) {
		return nil
	}
	below := strings.TrimSpace(linesOf(f.Bytes, whole.end, whole.end).text(f.Bytes))
	switch {
	case above == "" && strings.HasPrefix(below, "}"):
		whole.start = linesOf(f.Bytes, whole.start-1, whole.start-1).start
	case below == "" && (above == "" || strings.HasSuffix(above, "{")):
		whole.end = linesOf(f.Bytes, whole.end, whole.end).end
	}
	return &Rewrite{Edits: []Edit{{Range: whole.rangeIn(f)}}}
}

func commented(text []byte) bool {
	tokens, _ := hclsyntax.LexConfig(text, "", hcl.InitialPos)
	for _, token := range tokens {
		if token.Type == hclsyntax.TokenComment {
			return true
		}
	}
	return false
}

func startsComment(text string) bool {
	return strings.HasPrefix(text, "#") || strings.HasPrefix(text, "//") || strings.HasPrefix(text, "/*")
}

func insertion(f *File, at int, text string) *Rewrite {
	return &Rewrite{Edits: []Edit{{Range: lines{at, at}.rangeIn(f), New: text}}}
}

// lines are whole lines of a file, with the end of the last one, by their bytes.
type lines struct{ start, end int }

// linesOf answers the lines that a part of a file stands on.
func linesOf(src []byte, start, end int) lines {
	start, end = min(max(start, 0), len(src)), min(max(end, 0), len(src))
	l := lines{start: bytes.LastIndexByte(src[:start], '\n') + 1, end: len(src)}
	if n := bytes.IndexByte(src[end:], '\n'); n >= 0 {
		l.end = end + n + 1
	}
	return l
}

func (l lines) text(src []byte) string { return string(src[l.start:l.end]) }

func (l lines) rangeIn(f *File) hcl.Range {
	pos := func(offset int) hcl.Pos {
		line, column := f.lineOf(offset)
		return hcl.Pos{Line: line, Column: column, Byte: offset}
	}
	return hcl.Range{Filename: f.Name, Start: pos(l.start), End: pos(l.end)}
}
