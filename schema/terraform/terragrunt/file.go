package terragrunt

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"

	"github.com/apiglint/apiglint/schema/terraform/configs"
	"github.com/apiglint/apiglint/schema/terraform/files"
)

// file is a file of Terragrunt: that of a unit, or one that it includes.
type file struct {
	fs   fs.FS
	name string
	unit string // the directory of the unit
	body hcl.Body
	// locals are its own: a file does not see those of another one.
	locals hcl.Attributes
}

// open opens a file, nil where it cannot be parsed.
func open(fsys fs.FS, name, unit string) *file {
	parsed, _ := files.Read(fsys, name).Parse()
	if parsed.Body == nil {
		return nil
	}
	f := &file{fs: fsys, name: name, unit: unit, body: parsed.Body, locals: hcl.Attributes{}}
	for _, body := range f.blocks("locals", 0) {
		attrs, _ := body.JustAttributes()
		for key, attr := range attrs {
			f.locals[key] = attr
		}
	}
	return f
}

// inner returns the bodies of the blocks of a type.
func inner(body hcl.Body, typeName string, labels int) []hcl.Body {
	var all []hcl.Body
	content, _, _ := body.PartialContent(&hcl.BodySchema{Blocks: []hcl.BlockHeaderSchema{{Type: typeName, LabelNames: make([]string, labels)}}})
	for _, block := range content.Blocks {
		all = append(all, block.Body)
	}
	return all
}

func (f *file) blocks(typeName string, labels int) []hcl.Body { return inner(f.body, typeName, labels) }

// each calls visit for the blocks of a type, with a label or without.
func (f *file) each(typeName string, visit func(*hcl.Block)) {
	for labels := 1; labels >= 0; labels-- {
		content, _, diags := f.body.PartialContent(&hcl.BodySchema{Blocks: []hcl.BlockHeaderSchema{{Type: typeName, LabelNames: make([]string, labels)}}})
		for _, block := range content.Blocks {
			visit(block)
		}
		if len(content.Blocks) > 0 && !diags.HasErrors() {
			return // in JSON an argument looks like a label
		}
	}
}

// included returns the file that an include block names, nil where it is not known or not there.
func (f *file) included(attr *hcl.Attribute) *file {
	if attr == nil {
		return nil
	}
	text, ok := f.path(attr.Expr)
	if !ok {
		return nil
	}
	name, ok := within(f.unit, text)
	if !ok {
		return nil
	}
	return open(f.fs, name, f.unit)
}

// sources returns the directories that a path may mean: as seen from the unit, or from the file.
func (f *file) sources(e hcl.Expression) []string {
	text, ok := f.path(e)
	text, _, _ = strings.Cut(text, "?")
	if !ok || !local(text) {
		return nil
	}
	var all []string
	for _, from := range []string{f.unit, path.Dir(f.name)} {
		if dir, ok := within(from, text); ok && !slices.Contains(all, dir) {
			all = append(all, dir)
		}
	}
	return all
}

// maxNodes bounds how much is read of one value, and maxText how long a text is.
const (
	maxNodes = 1 << 14
	maxText  = 1 << 12
)

// reader reads literals, and what is made of the literal locals of the file.
type reader struct {
	*file
	left  int  // nodes
	paths bool // whether the functions for paths are answered, too
}

// object returns the keys of an object with their values, and whether those are all.
func (f *file) object(e hclsyntax.Expression) (given map[string]Input, whole bool) {
	given = map[string]Input{}
	cons, ok := configs.Unwrap(e).(*hclsyntax.ObjectConsExpr)
	if !ok {
		v := (&reader{file: f, left: maxNodes}).value(e)
		if !isObject(v) {
			return nil, false
		}
		for key, each := range v.AsValueMap() {
			given[key] = Input{each, e.Range()}
		}
		return given, true
	}
	whole = true
	for _, item := range cons.Items {
		key := configs.LiteralString(item.KeyExpr)
		if key == "" {
			return nil, false // it may be any of them
		}
		given[key] = Input{(&reader{file: f, left: maxNodes}).value(item.ValueExpr), item.ValueExpr.Range()}
	}
	return given, whole
}

// value returns a literal. What is not literal is unknown, also within lists and objects.
func (r *reader) value(e hclsyntax.Expression) cty.Value {
	if r.left--; r.left < 0 {
		return configs.Undecided
	}
	switch e := configs.Unwrap(e).(type) {
	case *hclsyntax.LiteralValueExpr:
		return e.Val
	case *hclsyntax.UnaryOpExpr:
		if v, diags := e.Value(nil); !diags.HasErrors() {
			return v
		}
	case *hclsyntax.TupleConsExpr:
		all := make([]cty.Value, len(e.Exprs))
		for n, item := range e.Exprs {
			all[n] = r.value(item)
		}
		return cty.TupleVal(all)
	case *hclsyntax.ObjectConsExpr:
		all := map[string]cty.Value{}
		for _, item := range e.Items {
			key := configs.LiteralString(item.KeyExpr)
			if key == "" {
				return configs.Undecided
			}
			all[key] = r.value(item.ValueExpr)
		}
		return cty.ObjectVal(all)
	case *hclsyntax.TemplateExpr, *hclsyntax.FunctionCallExpr:
		if text, ok := r.text(e); ok {
			return cty.StringVal(text)
		}
	case *hclsyntax.ScopeTraversalExpr:
		return r.local(e.Traversal)
	}
	return configs.Undecided
}

// local returns a local, or an attribute of one.
func (r *reader) local(t hcl.Traversal) cty.Value {
	if len(t) < 2 || t.RootName() != "local" {
		return configs.Undecided
	}
	v := configs.Undecided
	for n, step := range t[1:] {
		attr, ok := step.(hcl.TraverseAttr)
		switch {
		case !ok:
			return configs.Undecided
		case n > 0:
			if !isObject(v) || !v.Type().HasAttribute(attr.Name) {
				return configs.Undecided
			}
			v = v.GetAttr(attr.Name)
		case r.locals[attr.Name] == nil:
			return configs.Undecided
		default:
			v = r.value(configs.Native(r.locals[attr.Name].Expr))
		}
	}
	return v
}

// text returns the text of a template, or of a function for paths.
func (r *reader) text(e hclsyntax.Expression) (string, bool) {
	switch e := configs.Unwrap(e).(type) {
	case *hclsyntax.TemplateExpr:
		var all strings.Builder
		for _, part := range e.Parts {
			text, ok := r.text(part)
			if !ok || all.Len()+len(text) > maxText {
				return "", false
			}
			all.WriteString(text)
		}
		return all.String(), true
	case *hclsyntax.FunctionCallExpr:
		if !r.paths || e.ExpandFinal {
			return "", false
		}
		var args []string
		for _, arg := range e.Args {
			text, ok := r.text(arg)
			if !ok {
				return "", false
			}
			args = append(args, text)
		}
		return r.call(e.Name, args)
	default:
		v := r.value(e)
		if v.IsMarked() || v.IsNull() || !v.IsKnown() || !v.Type().IsPrimitiveType() {
			return "", false
		}
		v, err := convert.Convert(v, cty.String)
		if err != nil {
			return "", false
		}
		return v.AsString(), true
	}
}

// skeleton returns a template's text, with a word where something is computed.
func skeleton(e hclsyntax.Expression) (string, bool) {
	switch e := configs.Unwrap(e).(type) {
	case *hclsyntax.LiteralValueExpr:
		text := configs.LiteralString(e)
		return text, text != ""
	case *hclsyntax.TemplateExpr:
		var all strings.Builder
		for _, part := range e.Parts {
			text := "computed"
			if literal, ok := part.(*hclsyntax.LiteralValueExpr); ok {
				text = configs.LiteralString(literal)
			}
			all.WriteString(text)
		}
		return all.String(), true
	}
	return "", false
}

// checks reports whether a hook runs a program that looks at the configuration and changes nothing.
func (f *file) checks(e hcl.Expression) bool {
	tuple, ok := configs.Unwrap(configs.Native(e)).(*hclsyntax.TupleConsExpr)
	if !ok || len(tuple.Exprs) == 0 {
		return false
	}
	program := configs.LiteralString(tuple.Exprs[0])
	if (program == "terraform" || program == "tofu") && len(tuple.Exprs) > 1 {
		return slices.Contains([]string{"fmt", "get", "init", "providers", "validate", "version"}, configs.LiteralString(tuple.Exprs[1]))
	}
	return slices.Contains(checkers, program)
}

// withoutVariables reports whether arguments for Terraform are literal, and none of them is about variables.
func (f *file) withoutVariables(e hcl.Expression) bool {
	tuple, ok := configs.Unwrap(configs.Native(e)).(*hclsyntax.TupleConsExpr)
	return ok && !slices.ContainsFunc(tuple.Exprs, func(e hclsyntax.Expression) bool {
		text := configs.LiteralString(e)
		return text == "" || strings.HasPrefix(strings.TrimLeft(text, "-"), "var")
	})
}
