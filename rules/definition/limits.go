package definition

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/facts"
	"github.com/apiglint/apiglint/schema/terraform"
)

// OutOfRange finds numbers, lengths and counts outside their limits.
func OutOfRange(c *schema.Config, report func(Breach)) {
	eachScalar(c, func(v scalar) {
		why := v.outsideRanges()
		if l := v.attr.Length; why == "" && l != nil && !l.Allows(v.text) {
			unit := "character"
			if l.Bytes {
				unit = "byte"
			}
			why = fmt.Sprintf("%s has %s: it has %s", v, quantity(l.Of(v.text), unit), bounds(l.Min, l.Max))
		}
		if why != "" {
			report(Breach{Subject: v.site.resource, At: v.at(), Message: why})
		}
	})
	eachSite(c, func(s *site) {
		for i := range s.settings {
			if found := &s.settings[i]; found.attr.Configurable() {
				miscount(s, found, report)
			}
		}
	})
}

func (v scalar) outsideRanges() string {
	if len(v.attr.Ranges) == 0 {
		return ""
	}
	n, err := strconv.ParseFloat(v.text, 64)
	if err != nil || slices.ContainsFunc(v.attr.Ranges, func(r facts.Range) bool { return r.Contains(n) }) {
		return ""
	}
	var ranges []string
	for _, r := range v.attr.Ranges {
		ranges = append(ranges, spellRange(r))
	}
	return fmt.Sprintf("%s is %s: it is %s", v, v.shown(), list(ranges, "or"))
}

func spellRange(r facts.Range) string {
	low, high, ranged := strings.Cut(r.String(), "..")
	switch {
	case !ranged:
		return low
	case high == "":
		return "at least " + low
	case low == "":
		return "at most " + high
	}
	return low + " to " + high
}

// quantity spells how many there are of something.
func quantity(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

func bounds(low, high int) string {
	switch {
	case low == high:
		return "exactly " + strconv.Itoa(low)
	case low <= 0:
		return "at most " + strconv.Itoa(high)
	}
	return fmt.Sprintf("%d to %d", low, high)
}

// miscount reports blocks and elements that are too many or too few.
func miscount(s *site, found *setting, report func(Breach)) {
	attr := found.attr
	most := attr.MaxItems
	if most == 0 {
		most = attr.DocMaxItems
	}
	if most == 0 && attr.MinItems == 0 {
		return
	}
	n, all := s.read(found).count()
	switch {
	case most > 0 && n > most:
		at, message := s.placeOf(found), "%s of %s has %d items: it has at most %d"
		if blocks := found.blocks(); len(blocks) > most {
			at, message = blocks[most].Header(), "there are %[3]d %[1]s blocks in %[2]s: there may be %[4]d"
		}
		report(Breach{Subject: s.resource, At: at, Message: fmt.Sprintf(message, attr.path, s.resource, n, most)})
	case all && n < attr.MinItems:
		report(Breach{Subject: s.resource, At: s.placeOf(found), Message: fmt.Sprintf(
			"%s of %s has %s: it has at least %d", attr.path, s.resource, quantity(n, "item"), attr.MinItems)})
	}
}

// count answers how many blocks or elements there are at least, and whether there are certainly no more. Elements of a
// set that may be equal count once.
func (f *setting) count() (n int, all bool) {
	if f.attr.Block {
		return len(f.blocks()), f.arg == nil && !f.open()
	}
	if f.arg == nil || f.attr.Elem == nil {
		return 0, false
	}
	elements, complete := f.elements()
	if f.attr.Type != facts.Set {
		return len(elements), complete
	}
	distinct := map[string]bool{}
	unknown := false
	for _, element := range elements {
		plain := terraform.Unmarked(element.Value)
		text, ok := printed(plain)
		unknown = unknown || !ok && !isNull(plain)
		if ok {
			distinct[text] = true
		}
	}
	if len(distinct) == 0 && unknown {
		return 1, false
	}
	return len(distinct), complete && !unknown
}

func isNull(v cty.Value) bool { return v.IsKnown() && v.IsNull() }
