package source

import (
	"go/constant"

	"github.com/apiglint/apiglint/schema/facts"
)

// Opaque is the source of a value fact of an attribute whose check is there, but not understood.
const Opaque facts.Source = "opaque"

// check reads which values the provider's code lets through. PatternFrom is [Opaque] where there is a check that is not
// understood.
func (r *reader) check(a *facts.Attr, of *structure) {
	for _, field := range []string{"ValidateFunc", "ValidateDiagFunc"} {
		if v := of.fields[field]; v != nil && v != null {
			r.allow(a, v)
		}
	}
}

func (r *reader) allow(a *facts.Attr, v value) {
	c, ok := v.(*call)
	if !ok {
		a.PatternFrom = Opaque
		return
	}
	switch c.name {
	case "validation.All", "validation.ToDiagFunc":
		for _, arg := range c.args {
			r.allow(a, arg)
		}
	case "validation.StringInSlice", "validation.IntInSlice":
		l, ok := c.args[0].(*list)
		if !ok {
			a.PatternFrom = Opaque
			return
		}
		for _, item := range l.items {
			if c, ok := item.(constant.Value); ok {
				a.Enum = append(a.Enum, printed(c))
			} else {
				a.PatternFrom = Opaque
			}
		}
		a.EnumFrom = facts.FromCode
		if len(c.args) > 1 {
			ignore, ok := c.args[1].(constant.Value)
			a.EnumIgnoreCase = ok && constant.BoolVal(ignore)
		}
	case "validation.IntBetween", "validation.IntAtLeast", "validation.IntAtMost":
		r.bounds(a, c)
	case "validation.StringLenBetween":
		least, ok := number(c.args[0])
		most, too := number(c.args[1])
		if !ok || !too {
			a.PatternFrom = Opaque
			return
		}
		a.Length, a.LengthFrom = &facts.Length{Min: int(least), Max: int(most), Bytes: true}, facts.FromCode
	default:
		a.PatternFrom = Opaque
	}
}

func (r *reader) bounds(a *facts.Attr, c *call) {
	var bounds facts.Range
	for i, arg := range c.args {
		n, ok := number(arg)
		if !ok {
			a.PatternFrom = Opaque
			return
		}
		if c.name == "validation.IntAtMost" || i == 1 {
			bounds.Max = &n
		} else {
			bounds.Min = &n
		}
	}
	a.Ranges, a.RangeFrom = []facts.Range{bounds}, facts.FromCode
}

func number(v value) (float64, bool) {
	c, ok := v.(constant.Value)
	if !ok {
		return 0, false
	}
	n := constant.ToFloat(c)
	if n.Kind() != constant.Float && n.Kind() != constant.Int {
		return 0, false
	}
	f, _ := constant.Float64Val(n)
	return f, true
}

func printed(c constant.Value) string {
	if s, ok := text(c); ok {
		return s
	}
	return c.ExactString()
}
