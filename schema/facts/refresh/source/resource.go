package source

import (
	"fmt"
	"go/constant"
	"strings"

	"github.com/apiglint/apiglint/schema/facts"
)

// reader turns values into facts, and gathers what it does not understand.
type reader struct{ problems []string }

// doubt notes what is not understood.
func (r *reader) doubt(place, format string, args ...any) {
	r.problems = append(r.problems, place+": "+fmt.Sprintf(format, args...))
}

// is reports whether a value was given, and notes one that is not understood.
func (r *reader) is(v value) bool {
	if u, ok := v.(unknown); ok {
		r.problems = append(r.problems, u.String())
		return false
	}
	return v != nil && v != null
}

func (r *reader) resource(v value, place string) *facts.Type {
	t := &facts.Type{}
	of, ok := v.(*structure)
	if !ok || of.typ != "Resource" {
		r.doubt(place, "a resource that is %s", words(v))
		return t
	}
	t.Attrs = r.attrs(of.fields["Schema"], of.place)
	t.Importable = r.is(of.fields["Importer"])
	if r.is(of.fields["DeprecationMessage"]) {
		t.Deprecated = "sdk"
	}
	if timeouts, ok := of.fields["Timeouts"].(*structure); ok {
		for _, field := range []string{"Create", "Read", "Update", "Delete", "Default"} {
			if r.is(timeouts.fields[field]) {
				t.Timeouts = append(t.Timeouts, strings.ToLower(field))
			}
		}
	}
	r.customize(t, of.fields["CustomizeDiff"])
	return t
}

// customize reads what a plan is checked for: of that, only two functions of the provider are in the facts.
func (r *reader) customize(t *facts.Type, v value) {
	c, ok := v.(*call)
	if !r.is(v) || !ok {
		return
	}
	switch c.name {
	case "customdiff.All", "customdiff.Sequence":
		for _, arg := range c.args {
			r.customize(t, arg)
		}
	case "config.MergeDefaultTags":
		t.DefaultTags = true
	case "config.FlexibleForceNew":
		for _, path := range r.texts(c.args[0], c.place) {
			if attr := t.At(strings.ReplaceAll(path, ".*", "")); attr != nil {
				attr.NonUpdatable = true
			} else {
				r.doubt(c.place, "%s is refused a change, but not there", path)
			}
		}
	}
}

func (r *reader) attrs(v value, place string) map[string]*facts.Attr {
	t, ok := v.(*table)
	if !ok {
		r.doubt(place, "a schema that is %s", words(v))
		return nil
	}
	attrs := map[string]*facts.Attr{}
	for _, name := range t.names() {
		if attr := r.attr(t.entries[name], name, place); attr != nil {
			attrs[name] = attr
		}
	}
	return attrs
}

var kinds = map[symbol]facts.Kind{
	"schema.TypeString": facts.String, "schema.TypeInt": facts.Int, "schema.TypeBool": facts.Bool, "schema.TypeFloat": facts.Float,
	"schema.TypeList": facts.List, "schema.TypeSet": facts.Set, "schema.TypeMap": facts.Map,
}

func (r *reader) attr(v value, name, place string) *facts.Attr {
	of, ok := v.(*structure)
	if !ok {
		if r.is(v) {
			r.doubt(place, "%s is %s", name, words(v))
		}
		return nil
	}
	typ, _ := of.fields["Type"].(symbol)
	a := &facts.Attr{
		Type:         kinds[typ],
		Required:     r.flag(of, "Required"),
		Optional:     r.flag(of, "Optional"),
		Computed:     r.flag(of, "Computed"),
		Sensitive:    r.flag(of, "Sensitive"),
		ForceNew:     r.flag(of, "ForceNew"),
		MinItems:     r.number(of, "MinItems"),
		MaxItems:     r.number(of, "MaxItems"),
		Default:      r.value(of, "Default"),
		ExactlyOneOf: r.others(of, "ExactlyOneOf"), ConflictsWith: r.others(of, "ConflictsWith"),
		AtLeastOneOf: r.others(of, "AtLeastOneOf"), RequiredWith: r.others(of, "RequiredWith"),
	}
	if a.Type == "" {
		r.doubt(of.place, "the type of %s", name)
	}
	a.DefaultFromEnv = fromEnvironment(of.fields["DefaultFunc"])
	r.describe(a, of)
	r.check(a, of)
	r.inside(a, of)
	return a
}

// inside reads what a list, a set or a map is of.
func (r *reader) inside(a *facts.Attr, of *structure) {
	if a.Type != facts.List && a.Type != facts.Set && a.Type != facts.Map {
		return
	}
	elem, ok := of.fields["Elem"].(*structure)
	switch {
	case !ok && of.fields["Elem"] == nil, a.Type == facts.Map && !ok:
		a.Elem = &facts.Attr{Type: facts.String} // as the SDK takes it
	case !ok:
		if r.is(of.fields["Elem"]) {
			r.doubt(of.place, "elements that are %s", words(of.fields["Elem"]))
		}
	case elem.typ == "Resource":
		a.Block = !a.Computed || a.Optional
		if mode, ok := of.fields["ConfigMode"].(symbol); ok {
			a.Block = mode == "schema.SchemaConfigModeBlock"
		}
		a.Attrs = r.attrs(elem.fields["Schema"], elem.place)
	default:
		a.Elem = r.attr(elem, "an element", elem.place)
	}
}

func (r *reader) flag(of *structure, field string) bool {
	c := r.constant(of, field)
	return c != nil && c.Kind() == constant.Bool && constant.BoolVal(c)
}

func (r *reader) number(of *structure, field string) int {
	c := r.constant(of, field)
	if c == nil {
		return 0
	}
	n, _ := constant.Int64Val(constant.ToInt(c))
	return int(n)
}

func (r *reader) constant(of *structure, field string) constant.Value {
	v := of.fields[field]
	if !r.is(v) {
		return nil
	}
	c, ok := v.(constant.Value)
	if !ok {
		r.doubt(of.place, "%s is %s", field, words(v))
	}
	return c
}

// value returns a value as JSON has it.
func (r *reader) value(of *structure, field string) any {
	c := r.constant(of, field)
	if c == nil {
		return nil
	}
	switch c.Kind() {
	case constant.String:
		return constant.StringVal(c)
	case constant.Bool:
		return constant.BoolVal(c)
	default:
		f, _ := constant.Float64Val(constant.ToFloat(c))
		return f
	}
}

// others returns the addresses of attributes.
func (r *reader) others(of *structure, field string) []string {
	if !r.is(of.fields[field]) {
		return nil
	}
	return r.texts(of.fields[field], of.place)
}

func (r *reader) texts(v value, place string) []string {
	l, ok := v.(*list)
	if !ok {
		if r.is(v) {
			r.doubt(place, "a list that is %s", words(v))
		}
		return nil
	}
	var all []string
	for _, item := range l.items {
		if s, ok := text(item); ok {
			all = append(all, s)
		} else if r.is(item) {
			r.doubt(place, "a text that is %s", words(item))
		}
	}
	return all
}

// fromEnvironment reports whether an environment variable can give the value.
func fromEnvironment(v value) bool {
	c, ok := v.(*call)
	return ok && strings.HasSuffix(c.name, "EnvDefaultFunc")
}

// describe reads what the provider writes into a description for itself: arguments that it hides.
func (r *reader) describe(a *facts.Attr, of *structure) {
	var marks []string
	if r.is(of.fields["Deprecated"]) {
		marks = append(marks, "sdk")
	}
	switch description := of.fields["Description"].(type) {
	case constant.Value:
		hint, _ := text(description)
		if hidden, ok := strings.CutPrefix(hint, "schema:"); ok {
			a.Internal = strings.Contains(hidden, "Internal")
			if strings.Contains(hidden, "Deprecated") {
				marks = append(marks, "desc")
			}
		}
	case *call:
		if hidden, ok := description.args[len(description.args)-1].(*structure); ok {
			a.Internal = r.flag(hidden, "Internal")
			if r.flag(hidden, "Deprecated") {
				marks = append(marks, "desc")
			}
		}
	}
	a.Deprecated = strings.Join(marks, "+")
}
