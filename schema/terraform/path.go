package terraform

import (
	"cmp"
	"slices"
	"sort"
	"strconv"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"

	"github.com/apiglint/apiglint/schema/facts"
)

// A path says where in its resource something stands, whatever the layout of the text, the order of the arguments, and
// the file: backend_params[token].value. A nested block is told from its siblings by an argument that names it, and
// where there is none by its number.

// Path says where in its resource the block is, "" for the outermost one.
func (b *Block) Path() string {
	switch {
	case b.whole != nil:
		return b.whole.Path()
	case b.outer == nil:
		return ""
	}
	return b.outer.PathTo(b.Type) + "[" + b.key() + "]"
}

// PathTo says where in its resource an argument of the block is, be it written or not.
func (b *Block) PathTo(name string) string {
	if path := b.Path(); path != "" {
		return path + "." + name
	}
	return name
}

// Path says where in its resource the argument is.
func (a *Argument) Path() string {
	if a.block == nil {
		return ""
	}
	return a.block.PathTo(a.Name)
}

// Nest adds a nested block. When all are there they are to be arranged.
func (b *Block) Nest(child *Block) {
	child.outer = b
	b.Nested = append(b.Nested, child)
}

// Arrange puts the nested blocks in the order of their types, and numbers those of each.
func (b *Block) Arrange() {
	slices.SortStableFunc(b.Nested, func(a, b *Block) int { return strings.Compare(a.Type, b.Type) })
	for i, nested := range b.Nested {
		nested.number = 0
		if i > 0 && b.Nested[i-1].Type == nested.Type {
			nested.number = b.Nested[i-1].number + 1
		}
	}
}

// key tells a block from the others of its type whatever their order. It is shown, so that it is no secret.
func (b *Block) key() string {
	for _, name := range facts.Identifying {
		arg := b.Arg(name)
		if arg == nil || Sensitive(arg.Value()) {
			continue
		}
		if text, ok := KnownText(arg.Value()); ok {
			return text
		}
	}
	return strconv.Itoa(b.number)
}

// PathAt says where in the resource a text is that stands in its outermost block, "" for one that does not. Of blocks
// that one dynamic block makes, which have one text, the first counts.
func (b *Block) PathAt(at hcl.Range) string {
	switch block, name := b.textAt(at); {
	case block == nil:
		return ""
	case name == "":
		return block.Path()
	default:
		return block.PathTo(name)
	}
}

// ArgumentAt returns the argument whose value is a text of the outermost block, nil where none is.
func (b *Block) ArgumentAt(at hcl.Range) *Argument {
	block, name := b.textAt(at)
	if block == nil {
		return nil
	}
	if arg := block.Arg(name); arg != nil && arg.Range() == at {
		return arg
	}
	return nil
}

// textAt returns the block that a text stands in, nil for none, and the name of the argument that it belongs to, "" for the
// header.
func (b *Block) textAt(at hcl.Range) (*Block, string) {
	if at.Filename == "" || at == b.Header() && b.outer == nil {
		return nil, ""
	}
	// Most stand in an argument of the block itself, for which nothing has to be gathered.
	for n := range b.Args {
		if arg := &b.Args[n]; arg.hasText() && (Encloses(arg.Range(), at) || Encloses(arg.NameRange(), at)) {
			return b, arg.Name
		}
	}
	texts := b.texts.Load()
	if texts == nil {
		list := b.appendTexts(nil)
		slices.SortStableFunc(list, func(a, b placedText) int { return CompareRanges(a.at, b.at) })
		texts = &list
		b.texts.Store(texts) // the same for everyone who gathers them at this time
	}
	list := *texts
	// The texts do not overlap: the last one that begins no later is the only one that can hold it.
	n := sort.Search(len(list), func(i int) bool {
		return cmp.Or(cmp.Compare(list[i].at.Filename, at.Filename), cmp.Compare(list[i].at.Start.Byte, at.Start.Byte)) > 0
	}) - 1
	for n > 0 && list[n-1].at == list[n].at {
		n--
	}
	if n < 0 || list[n].at.Filename != at.Filename || at.End.Byte > list[n].at.End.Byte {
		return nil, ""
	}
	return list[n].block, list[n].name
}

// hasText reports whether the argument is written somewhere: one that was given may have no text but its block's.
func (a *Argument) hasText() bool { return a.Range() != a.block.Header() }

// Encloses reports whether one text lies in another.
func Encloses(outer, inner hcl.Range) bool {
	return outer.Filename == inner.Filename && outer.Start.Byte <= inner.Start.Byte && inner.End.Byte <= outer.End.Byte
}

// placedText is the text of an argument, or with the name "" that of the header of a block.
type placedText struct {
	at    hcl.Range
	block *Block
	name  string
}

func (b *Block) appendTexts(list []placedText) []placedText {
	if b.outer != nil && b.Header() != b.outer.Header() {
		list = append(list, placedText{at: b.Header(), block: b})
	}
	for n := range b.Args {
		if arg := &b.Args[n]; arg.hasText() {
			list = append(list, placedText{arg.NameRange(), b, arg.Name}, placedText{arg.Range(), b, arg.Name})
		}
	}
	for _, nested := range b.Nested {
		list = nested.appendTexts(list)
	}
	return list
}

// KnownText returns the text of a string or a number that is known.
func KnownText(v cty.Value) (string, bool) {
	key, ok := certainKey(v)
	if !ok {
		return "", false
	}
	return keyText(key), true
}
