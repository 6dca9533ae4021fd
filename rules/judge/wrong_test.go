package judge_test

import (
	"slices"
	"strconv"
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/apiglint/apiglint/schema/facts"
)

// types has values of other types: those that are converted, and those that cannot be.
func (b *breaker) types() {
	for _, v := range b.convertible() {
		b.replaced("another type, converted", accepted, v)
	}
	for _, v := range inconvertible(b.attr) {
		b.replaced("wrong type", refused, v)
	}
}

func (b *breaker) convertible() []cty.Value {
	v := b.valid(b.attr)
	if v == cty.NilVal {
		return nil
	}
	switch b.attr.Type {
	case facts.Int, facts.Float, facts.Bool:
		return []cty.Value{cty.StringVal(literal(v))}
	case facts.String:
		if n, err := cty.ParseNumberVal(v.AsString()); err == nil && literal(n) == v.AsString() {
			return []cty.Value{n}
		}
	case facts.Set:
		return []cty.Value{cty.TupleVal(append(v.AsValueSlice(), v.AsValueSlice()...))} // equal elements are one
	case facts.List, facts.Map:
	}
	return nil
}

func inconvertible(a *facts.Attr) []cty.Value {
	text, list := cty.StringVal("text"), cty.TupleVal([]cty.Value{cty.StringVal("a")})
	object := cty.ObjectVal(map[string]cty.Value{"k": cty.StringVal("v")})
	wrong := map[facts.Kind][]cty.Value{
		facts.Int:    {text, list, object, cty.True, cty.NumberFloatVal(1.5), cty.NumberFloatVal(1e20), cty.StringVal("1.5"), cty.StringVal("")},
		facts.Float:  {text, list, object, cty.True},
		facts.Bool:   {text, list, object, cty.NumberIntVal(1), cty.StringVal("")},
		facts.String: {list, object},
		facts.List:   {text, object, cty.True, cty.TupleVal([]cty.Value{list})},
		facts.Map:    {text, list, cty.ObjectVal(map[string]cty.Value{"k": list})},
	}
	wrong[facts.Set] = wrong[facts.List]
	if a.Elem != nil && a.Elem.Type == facts.Int {
		return append(wrong[a.Type], list)
	}
	return wrong[a.Type]
}

// values has values of the right type that the facts do not allow.
func (b *breaker) values() {
	if b.attr.Type == facts.String {
		b.replaced("empty", either, cty.StringVal(""))
	}
	for _, w := range b.wrong(b.attr) {
		b.replaced(w.kind, by(w.from), w.value)
	}
}

// elements has the same in a list, and what only a list can have.
func (b *breaker) elements() {
	a := b.attr
	switch {
	case a.Type == facts.Map:
		b.replaced("empty", either, cty.EmptyObjectVal)
		b.replaced("null element of a map", accepted, cty.ObjectVal(map[string]cty.Value{"k": null}))
	case a.Elem != nil:
		b.replaced("empty", either, cty.EmptyTupleVal)
		b.replaced("null element", refused, cty.TupleVal([]cty.Value{null}))
		if a.Elem.Type == facts.String {
			b.replaced("empty element", either, cty.TupleVal([]cty.Value{cty.StringVal("")}))
		}
		for _, w := range b.wrong(a.Elem) {
			b.replaced(w.kind+", in a list", by(w.from), cty.TupleVal([]cty.Value{w.value}))
		}
	}
}

// wrongValue is a value that the facts do not allow, or only seem not to.
type wrongValue struct {
	kind  string
	from  facts.Source
	value cty.Value
}

func (g *generator) wrong(a *facts.Attr) []wrongValue {
	var all []wrongValue
	add := func(kind string, from facts.Source, texts ...string) {
		for _, text := range texts {
			v := cty.StringVal(text)
			if a.Type != facts.String {
				n, err := cty.ParseNumberVal(text)
				if err != nil {
					continue
				}
				v = n
			}
			all = append(all, wrongValue{kind, from, v})
		}
	}
	add("not enumerated", a.EnumFrom, unlisted(a)...)
	for _, r := range a.Ranges {
		for _, n := range outside(r) {
			if !slices.ContainsFunc(a.Ranges, func(r facts.Range) bool { return r.Contains(float64(n)) }) {
				add("out of range", a.RangeFrom, strconv.FormatInt(n, 10))
			}
		}
	}
	add("wrong format", a.FormatFrom, formatted[a.Format].wrong...)
	v := g.valid(a)
	if a.Type != facts.String || v == cty.NilVal {
		return all
	}
	text := v.AsString()
	if l := a.Length; l != nil {
		add("too long", a.LengthFrom, text+strings.Repeat(text[len(text)-1:], l.Max+1-l.Of(text)))
		if l.Min > 1 {
			add("too short", a.LengthFrom, text[:1])
		}
	}
	if re := a.Regexp(); re != nil {
		others := []string{text + "§", "-" + text, text + " ", "_", "1", "中文", "a b", text + "\n"}
		add("no match", a.PatternFrom, slices.DeleteFunc(others, re.MatchString)...)
	}
	return all
}

// unlisted returns texts that are none of the enumerated ones, some of them nearly.
func unlisted(a *facts.Attr) []string {
	if len(a.Enum) == 0 || a.EnumOpen {
		return nil
	}
	first := a.Enum[0]
	others := []string{"no-such-value", first + "x", strings.ToLower(first), strings.ToUpper(first), " " + first, "-7", "9999"}
	return slices.DeleteFunc(others, func(text string) bool {
		return slices.ContainsFunc(a.Choices(), func(choice string) bool {
			return choice == text || a.EnumIgnoreCase && strings.EqualFold(choice, text)
		}) || a.OrPattern != "" && a.OrRegexp().MatchString(text)
	})
}

func outside(r facts.Range) []int64 {
	var all []int64
	if r.Min != nil {
		all = append(all, int64(*r.Min)-1)
	}
	if r.Max != nil {
		all = append(all, int64(*r.Max)+1)
	}
	return all
}
