package judge_test

import (
	"fmt"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2/hclwrite"
	"github.com/zclconf/go-cty/cty"
	ctyjson "github.com/zclconf/go-cty/cty/json"
)

// entry is a block, or an argument with its value.
type entry struct {
	name  string
	value cty.Value // cty.NilVal for a block
	inner []*entry  // of a block
	none  bool      // a block of which there is none, because a dynamic block has nothing to make it of
	line  int       // where it was written last
}

func (e *entry) isBlock() bool { return e.value == cty.NilVal }

// all returns the entries of a block that have a name.
func (e *entry) all(name string) []*entry {
	var found []*entry
	for _, inner := range e.inner {
		if inner.name == name {
			found = append(found, inner)
		}
	}
	return found
}

// at returns what stands at a dotted path, in the first block of each type; nil for nothing.
func (e *entry) at(path string) *entry {
	if path == "" {
		return e
	}
	name, rest, _ := strings.Cut(path, ".")
	for _, inner := range e.all(name) {
		return inner.at(rest)
	}
	return nil
}

func (e *entry) remove(name string) {
	e.inner = slices.DeleteFunc(e.inner, func(inner *entry) bool { return inner.name == name })
}

// form is how a configuration is written: it means the same.
type form string

const (
	native  form = "native syntax"
	arrays  form = "JSON syntax"
	objects form = "JSON syntax, no arrays"
	local   form = "values in locals"
	chosen  form = "values of functions"
	dynamic form = "dynamic blocks"
	counted form = "with a count"
)

var forms = []form{native, arrays, objects, local, chosen, dynamic, counted}

// write writes a resource or data source, and notes the lines of its entries.
func (e *entry) write(mode string, f form, name string) string {
	w := &writer{form: f, name: name}
	if f == arrays || f == objects {
		w.line(e, "{%s: {%s: {%s: {", quoted(mode), quoted(e.name), quoted(name))
		w.object(e)
		w.line(nil, "}}}}")
		return w.text.String()
	}
	w.line(e, "%s %s %s {", mode, quoted(e.name), quoted(name))
	if f == counted {
		w.line(nil, "count = 1")
	}
	w.body(e)
	w.line(nil, "}")
	if len(w.locals) > 0 {
		w.line(nil, "locals {\n%s\n}", strings.Join(w.locals, "\n"))
	}
	return w.text.String()
}

type writer struct {
	form   form
	name   string
	text   strings.Builder
	lines  int
	locals []string
}

// line writes a line, which is that of an entry.
func (w *writer) line(e *entry, format string, args ...any) {
	w.lines++
	if e != nil {
		e.line = w.lines
	}
	fmt.Fprintf(&w.text, format+"\n", args...)
}

func (w *writer) body(block *entry) {
	for _, e := range block.inner {
		switch {
		case e.none || e.isBlock() && w.form == dynamic:
			w.line(e, "dynamic %s {", quoted(e.name))
			w.line(nil, "for_each = %s", map[bool]string{true: "[]", false: "[1]"}[e.none])
			w.line(nil, "content {")
			w.body(e)
			w.line(nil, "}")
			w.line(nil, "}")
		case e.isBlock():
			w.line(e, "%s {", e.name)
			w.body(e)
			w.line(nil, "}")
		default:
			w.line(e, "%s = %s", e.name, w.expression(e.value))
		}
	}
}

// choices are expressions whose value is that of another one.
var choices = []string{"try(%s)", "one([%s])", "true ? %s : null", "lookup({ k = %s }, \"k\")", "[for v in [%s] : v][0]", "try({}.none, %s)"}

func (w *writer) expression(v cty.Value) string {
	switch w.form {
	case local:
		at := fmt.Sprintf("%s_%d", w.name, len(w.locals))
		w.locals = append(w.locals, fmt.Sprintf("%s = %s", at, literal(v)))
		return "local." + at
	case chosen:
		return fmt.Sprintf(choices[w.lines%len(choices)], literal(v))
	case native, arrays, objects, dynamic, counted:
	}
	return literal(v)
}

// object writes the properties of a block in JSON syntax, where all blocks of a type are one.
func (w *writer) object(block *entry) {
	var names []string
	for _, e := range block.inner {
		if !slices.Contains(names, e.name) {
			names = append(names, e.name)
		}
	}
	for i, name := range names {
		comma := ","
		if i == len(names)-1 {
			comma = ""
		}
		all := block.all(name)
		if !all[0].isBlock() {
			w.line(all[0], "%s: %s%s", quoted(name), templated(all[0].value), comma)
			continue
		}
		if all[0].none {
			w.line(all[0], "%s: []%s", quoted(name), comma)
			continue
		}
		if len(all) == 1 && w.form == objects {
			w.line(all[0], "%s: {", quoted(name))
			w.object(all[0])
			w.line(nil, "}%s", comma)
			continue
		}
		w.line(nil, "%s: [", quoted(name))
		header := w.lines
		for n, e := range all {
			w.line(nil, "{")
			w.object(e)
			w.line(nil, "}%s", strings.Repeat(",", min(1, len(all)-1-n)))
			e.line = header
		}
		w.line(nil, "]%s", comma)
	}
}

// surroundings are beside what is generated.
const surroundings = `terraform {
  required_providers {
    huaweicloud = { source = "huaweicloud/huaweicloud" }
  }
}

resource "terraform_data" "new" {}
`

// unknown is an expression whose value is not known before the apply.
const unknown = "terraform_data.new.id"

func quoted(text string) string { return literal(cty.StringVal(text)) }

// literal writes a value in one line.
func literal(v cty.Value) string {
	return spelled(v, " = ", func(v cty.Value) string {
		if !v.IsKnown() {
			return unknown
		}
		return string(hclwrite.TokensForValue(v).Bytes())
	})
}

// templated writes a value in JSON syntax, in which texts are templates.
func templated(v cty.Value) string {
	return spelled(v, ": ", func(v cty.Value) string {
		if !v.IsKnown() {
			return `"${` + unknown + `}"`
		}
		text, err := ctyjson.Marshal(v, v.Type())
		if err != nil {
			panic(err) // all that is generated can be written
		}
		return strings.NewReplacer("${", "$${", "%{", "%%{").Replace(string(text))
	})
}

// spelled writes a value, with what writes one that has no elements.
func spelled(v cty.Value, is string, single func(cty.Value) string) string {
	ty := v.Type()
	if !v.IsKnown() || v.IsNull() || ty.IsPrimitiveType() {
		return single(v)
	}
	var parts []string
	named := ty.IsMapType() || ty.IsObjectType()
	for it := v.ElementIterator(); it.Next(); {
		key, element := it.Element()
		part := spelled(element, is, single)
		if named {
			part = single(key) + is + part
		}
		parts = append(parts, part)
	}
	if named {
		return "{" + strings.Join(parts, ", ") + "}"
	}
	return "[" + strings.Join(parts, ", ") + "]"
}
