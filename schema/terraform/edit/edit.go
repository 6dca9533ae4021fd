package edit

import (
	"bytes"
	"path"
	"regexp"
	"strings"
	"sync"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/apiglint/apiglint/schema/terraform"
	"github.com/apiglint/apiglint/schema/terraform/configs"
	"github.com/apiglint/apiglint/schema/terraform/files"
)

// Edit replaces a text of a file, exactly the bytes of its range. Where something is inserted the range is empty.
type Edit struct {
	Range hcl.Range
	New   string
}

// Edits are a change of the text of one file. The functions that make them return nil where the text is not just what
// they take it for: a literal that is written out, a line that nothing else stands on.
type Edits struct {
	// Block is the header of the block that is changed, and with it everything that is made from the block: each
	// instance, in each root that calls the module. It is empty where that is no question.
	Block hcl.Range
	List  []Edit
}

// Literal replaces a literal in the value of the argument: the value itself or an element of it. It is nil where the
// text is a reference, a template, or escaped.
func Literal(a *terraform.Argument, at hcl.Range, old, with string) *Edits {
	m := a.Source()
	if m == nil {
		return nil
	}
	return Word(m, at, old, with).in(a.Block())
}

// RenameArgument replaces the argument's name.
func RenameArgument(a *terraform.Argument, to string) *Edits {
	m := a.Source()
	if m == nil {
		return nil
	}
	return Word(m, a.NameRange(), a.Name, to).in(a.Block())
}

// RemoveArgument takes the argument out, with its line. What has a comment of its own stays: somebody said why it is there.
func RemoveArgument(a *terraform.Argument) *Edits {
	m := a.Source()
	if m == nil {
		return nil
	}
	return removal(m, hcl.RangeBetween(a.NameRange(), a.Range())).in(a.Block())
}

// InsertBelow inserts another argument of the block on the line below this one.
func InsertBelow(a *terraform.Argument, name, value string) *Edits {
	m := a.Source()
	if m == nil || a.NameRange().Filename != a.Block().Header().Filename {
		return nil // an override of the block may be where it is by chance
	}
	f := native(m, a.NameRange().Filename)
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
	return insertion(f, whole.end, text+"\n").in(a.Block())
}

// RenameBlock replaces the type of a nested block.
func RenameBlock(b *terraform.Block, to string) *Edits {
	m, _ := b.Source()
	if m == nil {
		return nil
	}
	return Word(m, b.Header(), b.Type, to).in(b)
}

// Exchange lets two arguments of one block, which are numbers that are written out, have each other's value.
func Exchange(a, b *terraform.Argument) *Edits {
	m := a.Source()
	if m == nil || b.Source() == nil || a.Block() != b.Block() || a.Range().Filename != b.Range().Filename {
		return nil
	}
	first, second := textOf(m, a.Range()), textOf(m, b.Range())
	if !writtenNumber().MatchString(first) || !writtenNumber().MatchString(second) {
		return nil
	}
	return (&Edits{List: []Edit{{a.Range(), second}, {b.Range(), first}}}).in(a.Block())
}

var writtenNumber = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^(-?\d+|"-?\d+")$`) })

func (e *Edits) in(b *terraform.Block) *Edits {
	if e != nil {
		e.Block = b.Header()
	}
	return e
}

// Word replaces a word, with the quotation marks around it or without: a name, a label, a literal. It is nil where
// something else stands there.
func Word(m *configs.Module, at hcl.Range, old, with string) *Edits {
	if !selfEvident().MatchString(old) || !selfEvident().MatchString(with) {
		return nil
	}
	switch textOf(m, at) {
	case old:
		return &Edits{List: []Edit{{at, with}}}
	case `"` + old + `"`:
		return &Edits{List: []Edit{{at, `"` + with + `"`}}}
	}
	return nil
}

// selfEvident is what stands for itself in a string of either syntax, and has neither escapes nor templates.
var selfEvident = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^[^"\\$%\pC\pZ]([^"\\$%\pC]*[^"\\$%\pC\pZ])?$`) })

// native returns a file of native syntax, nil for any other.
func native(m *configs.Module, name string) *files.File {
	if ext := path.Ext(name); ext != ".tf" && ext != ".tofu" {
		return nil
	}
	return m.File(name)
}

// textOf returns what stands in a range, "" where the file is not at hand.
func textOf(m *configs.Module, at hcl.Range) string {
	f := m.File(at.Filename)
	if f == nil || at.End.Byte > len(f.Bytes) || at.Start.Byte > at.End.Byte {
		return ""
	}
	return string(f.Bytes[at.Start.Byte:at.End.Byte])
}

// removal takes out the lines of a range, which nothing else may stand on, and which no comment may be about.
func removal(m *configs.Module, at hcl.Range) *Edits {
	f := native(m, at.Filename)
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
	return &Edits{List: []Edit{{Range: whole.rangeIn(f)}}}
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

func insertion(f *files.File, at int, text string) *Edits {
	return &Edits{List: []Edit{{Range: lines{at, at}.rangeIn(f), New: text}}}
}

// lines are whole lines of a file, with the end of the last one, by their bytes.
type lines struct{ start, end int }

// linesOf returns the lines that a part of a file stands on.
func linesOf(src []byte, start, end int) lines {
	start, end = min(max(start, 0), len(src)), min(max(end, 0), len(src))
	l := lines{start: bytes.LastIndexByte(src[:start], '\n') + 1, end: len(src)}
	if n := bytes.IndexByte(src[end:], '\n'); n >= 0 {
		l.end = end + n + 1
	}
	return l
}

func (l lines) text(src []byte) string { return string(src[l.start:l.end]) }

func (l lines) rangeIn(f *files.File) hcl.Range {
	return hcl.Range{Filename: f.Name, Start: f.Position(l.start), End: f.Position(l.end)}
}
