package definition

import (
	"net/netip"
	"slices"
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/facts"
	"github.com/apiglint/apiglint/schema/terraform"
)

// settings answers the settings of attributes, as seen from a block.
func (cl *clause) settings(s *site, attrs []string) []*setting {
	found := make([]*setting, len(attrs))
	for i, attr := range attrs {
		found[i] = s.lookup(cl.at(attr))
	}
	return found
}

// split answers the settings that are certainly set, and those that are certainly not.
func split(all []*setting) (is, isNot []*setting) {
	for _, f := range all {
		switch f.isSet() {
		case schema.Yes:
			is = append(is, f)
		case schema.No:
			isNot = append(isNot, f)
		case schema.Unsure:
		}
	}
	return is, isNot
}

// count answers how many of the attributes are certainly set, and how many certainly not: nearly always that is all that
// is to know.
func (cl *clause) count(s *site, attrs []string) (is, isNot int) {
	for _, attr := range attrs {
		switch s.lookup(cl.at(attr)).isSet() {
		case schema.Yes:
			is++
		case schema.No:
			isNot++
		case schema.Unsure:
		}
	}
	return is, isNot
}

// several: more than one of the attributes is set.
func several(cl *clause, s *site) []*setting {
	if is, _ := cl.count(s, cl.Attrs); is < 2 {
		return nil
	}
	is, _ := split(cl.settings(s, cl.Attrs))
	return is
}

// none: not one of the attributes is set.
func none(cl *clause, s *site) []*setting {
	if _, isNot := cl.count(s, cl.Attrs); isNot < len(cl.Attrs) {
		return nil
	}
	return cl.settings(s, cl.Attrs)
}

// firstWithAnother: the first attribute is set, and any of the others.
func firstWithAnother(cl *clause, s *site) []*setting {
	first, _ := cl.count(s, cl.Attrs[:1])
	if first == 0 {
		return nil
	}
	if others, _ := cl.count(s, cl.Attrs[1:]); others == 0 {
		return nil
	}
	is, _ := split(cl.settings(s, cl.Attrs))
	return is
}

// someNotAll: one of the attributes is set, and another is not.
func someNotAll(cl *clause, s *site) []*setting {
	if is, isNot := cl.count(s, cl.Attrs); is == 0 || isNot == 0 {
		return nil
	}
	is, isNot := split(cl.settings(s, cl.Attrs))
	return append(is, isNot...)
}

// withoutLast: one of the attributes is set, and the last is not.
func withoutLast(cl *clause, s *site) []*setting {
	last := len(cl.Attrs) - 1
	if _, lacking := cl.count(s, cl.Attrs[last:]); lacking == 0 {
		return nil
	}
	if others, _ := cl.count(s, cl.Attrs[:last]); others == 0 {
		return nil
	}
	is, _ := split(cl.settings(s, cl.Attrs[:last]))
	return append(is, cl.settings(s, cl.Attrs[last:])...)
}

// written: the first attribute is set.
func written(cl *clause, s *site) []*setting {
	if first := s.lookup(cl.at(cl.Attrs[0])); first.isSet() == schema.Yes {
		return []*setting{first}
	}
	return nil
}

// misordered: the first number is not below the second, or not at most the second.
func misordered(cl *clause, s *site) []*setting {
	all := cl.settings(s, cl.Attrs[:2])
	for _, f := range all {
		if f.state != known || f.attr.implied != cty.Number {
			return nil
		}
	}
	order := all[0].value().AsBigFloat().Cmp(all[1].value().AsBigFloat())
	if order < 0 || (order == 0 && cl.Op == "<=") {
		return nil
	}
	return all
}

// longMask: the network is smaller than one whose prefix has Max bits.
func longMask(cl *clause, s *site) []*setting {
	f := s.lookup(cl.at(cl.Attrs[0]))
	text, _ := f.printed()
	if prefix, err := netip.ParsePrefix(text); err == nil && prefix.Addr().Is4() && prefix.Bits() > cl.Max {
		return []*setting{f}
	}
	return nil
}

// outside: the address or network of the first attribute lies in none of the networks of the others.
func outside(cl *clause, s *site) []*setting {
	all := cl.settings(s, cl.Attrs)
	text, ok := all[0].printed()
	inner, valid := network(text)
	if !ok || !valid {
		return nil
	}
	networks := 0
	for _, f := range all[1:] {
		texts, complete := f.texts()
		if f.isSet() != schema.No && !complete {
			return nil
		}
		for _, text := range texts {
			outer, valid := network(text)
			if !valid || outer.Contains(inner.Addr()) && outer.Bits() <= inner.Bits() {
				return nil
			}
			networks++
		}
	}
	if networks == 0 {
		return nil
	}
	return all[:1]
}

func network(text string) (netip.Prefix, bool) {
	if addr, err := netip.ParseAddr(text); err == nil {
		return netip.PrefixFrom(addr, addr.BitLen()), true
	}
	prefix, err := netip.ParsePrefix(text)
	return prefix, err == nil
}

// foreign: an element is certainly the id of something else than what the constraint refers to.
func foreign(cl *clause, s *site) []*setting {
	f := s.lookup(cl.at(cl.Attrs[0]))
	elements, _ := f.elements()
	for i := range elements {
		origin, ok := schema.SingleOrigin(elements[i].Value)
		if !ok || origin.Attr == "" {
			continue
		}
		canonical, ok := facts.Canonical(origin.Instance.Resource.Type)
		if ok && origin.Attr == "id" && !slices.Contains(cl.RefersTo, canonical+"."+origin.Attr) {
			wrong := *f
			wrong.by, wrong.state = &detour{path: f.path(), through: f.through(), element: &elements[i]}, given
			return []*setting{&wrong}
		}
	}
	return nil
}

// texts answers the known texts of an argument or of its elements, and whether there are no others.
func (f *setting) texts() (texts []string, complete bool) {
	if text, ok := f.printed(); ok {
		return []string{text}, true
	}
	if f.arg == nil || f.attr.Elem == nil {
		return nil, f.state == unset
	}
	elements, complete := f.elements()
	for _, element := range elements {
		plain := terraform.Unmarked(element.Value)
		text, ok := printed(plain)
		if !ok {
			complete = false
			continue
		}
		texts = append(texts, text)
	}
	return texts, complete
}

// anyText: one of the values of the first attribute is as asked.
func (cl *clause) anyText(s *site, asked func(string) bool) []*setting {
	f := s.lookup(cl.at(cl.Attrs[0]))
	texts, _ := f.texts()
	if slices.ContainsFunc(texts, func(text string) bool { return text != "" && asked(text) }) {
		return []*setting{f}
	}
	return nil
}

// unmatched: the value does not match the pattern.
func unmatched(cl *clause, s *site) []*setting {
	return cl.anyText(s, func(text string) bool { return !cl.Regexp().MatchString(text) })
}

// listed: the value is one that is forbidden.
func listed(cl *clause, s *site) []*setting {
	return cl.anyText(s, func(text string) bool {
		return slices.Contains(cl.Values, text) || (cl.Pattern != "" && cl.Regexp().MatchString(text))
	})
}

// repeated: two blocks agree in all the attributes.
func repeated(cl *clause, s *site) []*setting {
	block := blockOf(s.resource.Facts, cl.at(cl.Attrs[0]))
	name := strings.TrimPrefix(strings.TrimPrefix(block, s.path), ".")
	attr := s.attrs[name]
	if attr == nil {
		return nil
	}
	seen := map[string]bool{}
	blocks := s.innerOf(attr)
	for i := range blocks {
		settings := cl.settings(&blocks[i], cl.Attrs)
		key, ok := identity(settings)
		if !ok {
			continue
		}
		if seen[key] {
			return settings
		}
		seen[key] = true
	}
	return nil
}

// identity answers a key of settings that are all certain: equal keys are equal settings.
func identity(all []*setting) (string, bool) {
	var key strings.Builder
	for _, f := range all {
		text, ok := f.printed()
		if !ok {
			origin, certain := schema.SingleOrigin(f.raw())
			if !certain || origin.Attr == "" || origin.Instance.Symbolic {
				return "", false
			}
			text = origin.Instance.Address + "\x00" + origin.Attr
		}
		key.WriteString(text + "\x01")
	}
	return key.String(), true
}
