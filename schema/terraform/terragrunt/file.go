package terragrunt

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"

	"github.com/apiglint/apiglint/schema/terraform/configs"
	"github.com/apiglint/apiglint/schema/terraform/files"
	"github.com/apiglint/apiglint/schema/terraform/funcs"
	"github.com/apiglint/apiglint/schema/terraform/meter"
)

// Reader reads the units of one tree, each file once.
type Reader struct {
	fs     fs.FS
	meter  *meter.Meter
	table  map[string]function.Function // Terraform's functions, for paths from the boundary
	bodies map[string]hcl.Body
}

// NewReader returns a reader of the file system within the boundary.
func NewReader(fsys fs.FS) *Reader {
	account := meter.New()
	return &Reader{fsys, account, funcs.Table(funcs.Env{Files: fsys, BaseDir: ".", Meter: account}), map[string]hcl.Body{}}
}

// body returns what a file holds, nil where it cannot be parsed.
func (r *Reader) body(name string) hcl.Body {
	body, ok := r.bodies[name]
	if !ok {
		parsed, _ := files.Read(r.fs, name).Parse()
		body = parsed.Body
		r.bodies[name] = body
	}
	return body
}

// file is a file of Terragrunt: that of a unit, one that it includes, or one that one of them reads.
type file struct {
	*reading
	name string
	// dir is the directory that paths are seen from: that of the unit also in a file that it includes.
	dir  string
	body hcl.Body
	// locals are its own: a file does not see those of another one.
	locals hcl.Attributes
	known  map[string]cty.Value // locals; undecided as long as they are being evaluated
	// from says that it is included, and includes are the blocks of one that is not.
	from     bool
	includes []include
	seen     cty.Value // of the files that it includes, once it has been asked for

	functions map[string]function.Function
}

// include is an include block.
type include struct {
	label, strategy string
	exposed         bool
	at              hcl.Range
	file            *file // nil where it is not known or not there
}

// reading is what the reading of one unit shares.
type reading struct {
	*Reader
	unit  string // the directory of the unit
	read  map[string]cty.Value
	depth int
}

// open opens a file, nil where it cannot be parsed.
func (r *reading) open(name, dir string, from bool) *file {
	body := r.body(name)
	if body == nil {
		return nil
	}
	f := &file{reading: r, name: name, dir: dir, body: body, locals: hcl.Attributes{}, known: map[string]cty.Value{}, from: from}
	for _, body := range f.blocks("locals", 0) {
		attrs, _ := body.JustAttributes()
		for key, attr := range attrs {
			f.locals[key] = attr
		}
	}
	if !from {
		f.each("include", func(block *hcl.Block) { f.includes = append(f.includes, f.included(block)) })
	}
	return f
}

// included reads an include block. In its path there are no locals.
func (f *file) included(block *hcl.Block) include {
	attrs := configs.Attributes(block.Body, "path", "merge_strategy", "expose")
	i := include{strategy: "shallow", at: block.DefRange}
	if len(block.Labels) > 0 {
		i.label = block.Labels[0]
	}
	if attr := attrs["merge_strategy"]; attr != nil {
		i.strategy = configs.LiteralString(attr.Expr)
	}
	if attr := attrs["expose"]; attr != nil {
		v, _ := attr.Expr.Value(nil)
		i.exposed = v.Type() != cty.Bool || !v.IsKnown() || v.IsNull() || v.True()
	}
	if attr := attrs["path"]; attr != nil {
		if name, ok := f.path(attr.Expr, f.dir); ok {
			i.file = f.open(name, f.dir, true)
		}
	}
	return i
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

// attribute returns an argument of the file, nil where there is none.
func (f *file) attribute(name string) hclsyntax.Expression {
	if attr := configs.Attributes(f.body, name)[name]; attr != nil {
		return configs.Native(attr.Expr)
	}
	return nil
}

// sources returns the directories that a path may mean: as seen from the unit, or from the file.
func (f *file) sources(e hcl.Expression) []string {
	text, ok := f.text(configs.Native(e))
	text, _, _ = strings.Cut(text, "?")
	if !ok || !local(text) {
		return nil
	}
	var all []string
	for _, from := range []string{f.dir, path.Dir(f.name)} {
		if dir, ok := within(from, text); ok && !slices.Contains(all, dir) {
			all = append(all, dir)
		}
	}
	return all
}

// skipped reports whether the file says that the unit is certainly not run, and whether it says anything of that.
func (f *file) skipped() (is, said bool) {
	if e := f.attribute("skip"); e != nil {
		v, _ := f.value(e).Unmark()
		return v.RawEquals(cty.True), true
	}
	excluded := f.blocks("exclude", 0)
	if len(excluded) == 0 {
		return false, false
	}
	attrs := configs.Attributes(excluded[0], "if", "actions")
	if attrs["if"] == nil || attrs["actions"] == nil {
		return false, true
	}
	v, _ := f.value(configs.Native(attrs["if"].Expr)).Unmark()
	items, _ := hcl.ExprList(attrs["actions"].Expr)
	return v.RawEquals(cty.True) && slices.ContainsFunc(items, func(item hcl.Expression) bool {
		return slices.Contains([]string{"all", "all_except_output", "apply"}, configs.LiteralString(item))
	}), true
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
