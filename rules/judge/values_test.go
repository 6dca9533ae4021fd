package judge_test

import (
	"math/rand/v2"
	"regexp/syntax"
	"strconv"
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/apiglint/apiglint/schema/facts"
)

// valid returns a value that an argument takes as far as the facts know, cty.NilVal where none is found.
func (g *generator) valid(a *facts.Attr) cty.Value {
	switch a.Type {
	case facts.Bool:
		return cty.BoolVal(g.IntN(2) == 0)
	case facts.Int, facts.Float:
		return g.number(a)
	case facts.String:
		return g.string(a)
	case facts.List, facts.Set:
		n := max(1, a.MinItems)
		if a.MaxItems != n && a.DocMaxItems != n {
			n += g.IntN(2)
		}
		return g.several(a, n)
	case facts.Map:
		return cty.MapVal(map[string]cty.Value{"k" + strconv.Itoa(g.IntN(9)): cty.StringVal("v")})
	}
	return cty.NilVal
}

// several returns a list of n different elements.
func (g *generator) several(a *facts.Attr, n int) cty.Value {
	if a.Elem == nil {
		return cty.NilVal
	}
	seen := map[string]bool{}
	var elements []cty.Value
	for range 20 * n {
		v := g.valid(a.Elem)
		if v == cty.NilVal || len(elements) == n {
			break
		}
		if key := literal(v); !seen[key] {
			seen[key] = true
			elements = append(elements, v)
		}
	}
	if len(elements) == 0 {
		return cty.NilVal
	}
	return cty.TupleVal(elements)
}

func (g *generator) number(a *facts.Attr) cty.Value {
	if choices := a.Choices(); len(choices) > 0 {
		return cty.MustParseNumberVal(pick(g.Rand, choices))
	}
	if len(a.Ranges) == 0 {
		return cty.NumberIntVal(1 + g.Int64N(9))
	}
	return cty.NumberIntVal(g.inside(pick(g.Rand, a.Ranges)))
}

// inside returns a whole number of a range, an end of it as often as not.
func (g *generator) inside(r facts.Range) int64 {
	low, high := int64(0), int64(0)
	switch {
	case r.Min == nil:
		low, high = int64(*r.Max)-9, int64(*r.Max)
	case r.Max == nil:
		low, high = int64(*r.Min), int64(*r.Min)+9
	default:
		low, high = int64(*r.Min), int64(*r.Max)
	}
	switch g.IntN(4) {
	case 0:
		return low
	case 1:
		return high
	}
	return low + g.Int64N(high-low+1)
}

func (g *generator) string(a *facts.Attr) cty.Value {
	if choices := a.Choices(); len(choices) > 0 {
		return cty.StringVal(pick(g.Rand, choices))
	}
	if len(a.Ranges) > 0 {
		return cty.StringVal(strconv.FormatInt(g.inside(pick(g.Rand, a.Ranges)), 10))
	}
	if samples := formatted[a.Format]; samples.right != nil {
		return cty.StringVal(pick(g.Rand, samples.right))
	}
	usual := []string{"text-" + strconv.Itoa(g.IntN(1000)), "a" + strconv.Itoa(g.IntN(100)), "Text_1234567", "/path", "10.0.0.7", "www.example.com"}
	for range 200 {
		text := strings.Repeat("a", 1+g.IntN(100))
		switch {
		case len(usual) > 0:
			text, usual = usual[0], usual[1:]
		case a.Pattern != "":
			text = g.matching(a.Pattern)
		}
		if text != "" && (a.Regexp() == nil || a.Regexp().MatchString(text)) && (a.Length == nil || a.Length.Allows(text)) {
			return cty.StringVal(text)
		}
	}
	return cty.NilVal
}

// formatted are texts that have a format, and texts that have not.
var formatted = map[string]struct{ right, wrong []string }{
	"cidr_network": {[]string{"10.0.0.0/8", "192.168.4.0/24"}, []string{"10.0.0.1/8", "10.0.0.0", "text"}},
	"ip":           {[]string{"10.0.0.7", "2001:db8::1"}, []string{"10.0.0", "10.0.0.256", "text", "10.0.0.0/8"}},
	"ipv4":         {[]string{"10.0.0.7", "192.168.4.9"}, []string{"10.0.0", "10.0.0.256", "text", "2001:db8::1", "010.0.0.1"}},
	"ip_or_cidr":   {[]string{"10.0.0.7", "10.0.0.0/8"}, []string{"10.0.0", "10.0.0.0/33", "text", "10.0.0.1-10.0.0.9"}},
	"ip_or_cidr_or_iprange": {
		[]string{"10.0.0.7", "10.0.0.0/8", "10.0.0.1-10.0.0.9"}, []string{"10.0.0", "10.0.0.0/33", "text", "10.0.0.1-text"},
	},
	"ports": {[]string{"80", "1-30", "22,80", "1,2-3"}, []string{"0", "65536", "text", "80-", "80;90", "80,"}},
	"json":  {[]string{`{"a": 1}`, `[]`}, []string{"{", "text", `{"a": }`}},
}

// matching returns a text that a pattern is likely to match.
func (g *generator) matching(pattern string) string {
	parsed, err := syntax.Parse(pattern, syntax.Perl)
	if err != nil {
		panic(err) // a test of the facts holds that they all compile
	}
	var b strings.Builder
	g.sample(&b, parsed.Simplify())
	return b.String()
}

func (g *generator) sample(b *strings.Builder, re *syntax.Regexp) {
	times := 1
	switch re.Op {
	case syntax.OpLiteral:
		b.WriteString(string(re.Rune))
		return
	case syntax.OpCharClass:
		at := 2 * g.IntN(len(re.Rune)/2)
		low, high := re.Rune[at], min(re.Rune[at+1], re.Rune[at]+25)
		b.WriteRune(low + rune(g.IntN(int(high-low)+1)))
		return
	case syntax.OpAnyChar, syntax.OpAnyCharNotNL:
		b.WriteByte("ab1"[g.IntN(3)])
		return
	case syntax.OpAlternate:
		g.sample(b, pick(g.Rand, re.Sub))
		return
	case syntax.OpStar:
		times = g.IntN(4)
	case syntax.OpPlus:
		times = 1 + g.IntN(4)
	case syntax.OpQuest:
		times = g.IntN(2)
	default: // what is around others, and what matches no text
	}
	for range times {
		for _, sub := range re.Sub {
			g.sample(b, sub)
		}
	}
}

func pick[T any](r *rand.Rand, all []T) T { return all[r.IntN(len(all))] }
