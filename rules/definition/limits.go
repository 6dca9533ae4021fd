package definition

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/lint/prose"
	"github.com/apiglint/apiglint/schema/facts"
	"github.com/apiglint/apiglint/schema/terraform"
)

// OutOfRange finds numbers, lengths and counts outside of their limits.
func OutOfRange(p *lint.Pass) {
	if !judges(p, "no argument has a limit", func(b *blockContext) bool {
		return Range.concerns(b) || b.sets(func(a *attribute) bool { return a.checked && hasLimits(a.Attr) || a.Configurable() && hasCount(a) })
	}) {
		return
	}
	eachScalar(p.Config, hasLimits, func(v scalar) {
		report := func(from facts.Source, format string, args ...any) *lint.Finding {
			f := p.Reportf(v.block.resource, v.at(), "%s: %s", fmt.Sprintf(format, args...), failure(from == facts.FromCode, true))
			f.Precludes = from == facts.FromCode
			return f
		}
		if !v.inRanges() {
			limits := spellRanges(v.attr.Ranges)
			but := ""
			if text, ok := v.shown(); ok {
				but = ", but is " + text
			}
			report(v.attr.RangeFrom, "%s must be %s%s", v, limits, but).Remedyf("set %s to %s", v.of.path(), limits)
			return
		}
		if l := v.attr.Length; l != nil && v.text != "" && !l.Allows(v.text) {
			unit := "character"
			if l.Bytes {
				unit = "byte"
			}
			limits := bounds(l.Min, l.Max) + " " + unit + "s"
			report(v.attr.LengthFrom, "%s must have %s, but has %d", v, limits, l.Of(v.text)).Remedyf("use %s in %s", limits, v.of.path())
		}
	})
	eachBlock(p.Config, func(b *blockContext) {
		for i := range b.states {
			if found := &b.states[i]; found.attr.Configurable() {
				checkCount(p, b, found)
			}
		}
	})
	constraints(p, Range)
}

func (v scalar) inRanges() bool {
	if len(v.attr.Ranges) == 0 || !v.block.held(v.attr, "ranges") {
		return true
	}
	n, err := strconv.ParseFloat(v.text, 64)
	return err != nil || slices.ContainsFunc(v.attr.Ranges, func(r facts.Range) bool { return r.Contains(n) })
}

func spellRanges(ranges []facts.Range) string {
	var all []string
	for _, r := range ranges {
		low, high, ranged := strings.Cut(r.String(), "..")
		switch {
		case !ranged:
			all = append(all, low)
		case high == "":
			all = append(all, "at least "+low)
		case low == "":
			all = append(all, "at most "+high)
		default:
			all = append(all, low+" to "+high)
		}
	}
	return prose.List(all, "or")
}

// checkCount reports blocks and elements that are too many or too few.
func checkCount(p *lint.Pass, b *blockContext, found *attributeState) {
	attr := found.attr
	most := attr.MaxItems
	if most == 0 {
		most = attr.DocMaxItems
	}
	if !hasCount(attr) || !b.held(attr.Attr, "max_items") || !b.held(attr.Attr, "min_items") {
		return
	}
	noun := "element"
	if attr.Block {
		noun = "block"
	}
	at := b.placeOf(found)
	n, all := b.read(found).count()
	switch {
	case most > 0 && n > most:
		if blocks := found.blocks(); len(blocks) > most {
			at = blocks[most].Header()
		}
		level, stated := p.Rule.Level, attr.MaxItems > 0
		if !stated {
			level = min(level, lint.Warning) // what only the documentation says is a quota, which can be raised
		}
		f := p.ReportLevelf(level, b.resource, lint.At(at), "%s of %s must have at most %s, but has %d: %s", attr.path, b.resource, quantity(most, noun), n,
			failure(stated, stated)).
			Remedyf("keep at most %s of %s", quantity(most, noun), attr.path)
		f.Precludes = stated
	case all && n < attr.MinItems:
		preclude(p.Reportf(b.resource, lint.At(at), "%s of %s must have at least %s, but has %d: %s", attr.path, b.resource, quantity(attr.MinItems, noun), n,
			failure(true, true))).
			Remedyf("add at least %s to %s", quantity(attr.MinItems-n, noun), attr.path)
	}
}

// count returns how many blocks or elements there are at least, and whether there are certainly no more. Elements of a
// set that may be equal count once.
func (s *attributeState) count() (n int, all bool) {
	if s.attr.Block {
		return len(s.blocks()), s.arg == nil && !s.open()
	}
	if s.arg == nil || s.attr.Elem == nil {
		return 0, false
	}
	elements, complete := s.elements()
	if s.attr.Type != facts.Set {
		return len(elements), complete
	}
	distinct := map[string]bool{}
	unknown := false
	for _, element := range elements {
		plain := terraform.Unmarked(element.Value)
		text, ok := printed(plain)
		unknown = unknown || !ok
		if ok {
			distinct[text] = true
		}
	}
	if len(distinct) == 0 && unknown {
		return 1, false
	}
	return len(distinct), complete && !unknown
}
