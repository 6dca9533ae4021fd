// Package terragrunt reads the terragrunt.hcl files that call modules, as far as the files say by themselves what they mean:
// Terragrunt is not run.
package terragrunt

import (
	"path"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/apiglint/apiglint/schema/terraform/configs"
	"github.com/apiglint/apiglint/schema/terraform/files"
)

// Unit is a directory with a terragrunt.hcl that calls a module.
type Unit struct {
	// Dir is the directory, and Range where its file names the module or includes the file that does, and the beginning of the file
	// where it is the module beside it.
	Dir   string
	Range hcl.Range
	// Module is the directory of the module, "" as long as nobody has looked which of Sources is there.
	Module  string
	Sources []string
	// Inputs are those that are written. One that something outside of the files decides has an unknown value.
	Inputs map[string]Input
	// Whole says that there are no other inputs.
	Whole bool
	// Unread is what may change or add something, and is not followed.
	Unread []Unread
	// Included are the files that it includes, and Dependencies the directories of the units whose outputs it reads.
	Included     []string
	Dependencies []Dependency
	// Skipped says that Terragrunt does not run it.
	Skipped bool

	overridden bool // something may set any input
	mentioned  bool // whether a file says anything of skipping it
}

// Input is the value that an input variable gets.
type Input struct {
	Value cty.Value
	Range hcl.Range
}

// Unread is a part of a unit that is not followed.
type Unread struct {
	Range hcl.Range
	Text  string // a sentence without its period
	// Opens says that anything may be declared there.
	Opens bool
}

// Dependency is a unit whose outputs another one reads. Dir is "" where it is not known which one.
type Dependency struct {
	Dir   string
	Range hcl.Range
}

// Read reads a terragrunt.hcl. It is nil where the file cannot be parsed.
func (r *Reader) Read(name string) *Unit {
	reading := &reading{Reader: r, unit: path.Dir(name), read: map[string]cty.Value{}}
	own := reading.open(name, reading.unit, false)
	if own == nil {
		return nil
	}
	u := &Unit{Dir: own.dir, Whole: true, Inputs: map[string]Input{}}
	named := u.take(own)
	included := u.include(own)
	if !named && !included {
		u.Range = hcl.Range{Filename: name, Start: hcl.InitialPos, End: hcl.InitialPos}
		if u.Sources = nil; !u.opaque() {
			u.Sources = []string{u.Dir}
		}
	}
	if u.overridden {
		u.Whole = false
		for key, input := range u.Inputs {
			u.Inputs[key] = Input{configs.Undecided, input.Range}
		}
	}
	return u
}

// opaque reports whether an included file is not known, which may name the module.
func (u *Unit) opaque() bool {
	for _, each := range u.Unread {
		if each.Text == notIncluded {
			return true
		}
	}
	return false
}

// notIncluded is said of a file that is included and not found.
const notIncluded = "the file that is included here is not found: what it sets or writes is not known"

// take takes in what a file says by itself, but for what it includes. It reports whether the file names a module.
func (u *Unit) take(f *file) (named bool) {
	for _, body := range f.blocks("terraform", 0) {
		if attr := configs.Attributes(body, "source")["source"]; attr != nil {
			named, u.Range = true, attr.Range
			u.Sources = f.sources(attr.Expr)
		}
		u.hooks(f, body)
	}
	u.inputs(f)
	u.generated(f)
	u.Skipped, u.mentioned = f.skipped()
	for _, body := range f.blocks("dependency", 1) {
		attr := configs.Attributes(body, "config_path")["config_path"]
		if attr == nil {
			continue
		}
		dirs := f.sources(attr.Expr)
		if dirs == nil {
			dirs = []string{""}
		}
		for _, dir := range dirs {
			u.Dependencies = append(u.Dependencies, Dependency{dir, attr.Range})
		}
	}
	return named
}

// include takes in what a file includes. What the file says itself wins. It reports whether one of the others names a module.
func (u *Unit) include(own *file) (named bool) {
	for _, i := range own.includes {
		if i.strategy == "no_merge" {
			continue
		}
		if i.file == nil {
			u.opens(i.at, notIncluded)
			u.Whole = false
			continue
		}
		u.Included = append(u.Included, i.file.name)
		base := &Unit{Dir: u.Dir, Whole: true, Inputs: map[string]Input{}}
		if base.take(i.file) && u.Range.Filename == "" {
			named, u.Range, u.Sources = true, i.at, base.Sources
		}
		i.file.each("include", func(nested *hcl.Block) { base.opens(nested.DefRange, notIncluded) })
		u.merge(base, i.strategy, own.name)
	}
	return named
}

// merge takes in a unit that was made of an included file. The name is that of the unit's own file.
func (u *Unit) merge(base *Unit, strategy, name string) {
	u.overridden = u.overridden || base.overridden
	if base.mentioned && !u.mentioned {
		u.Skipped, u.mentioned = base.Skipped, true
	}
	u.Unread = append(u.Unread, base.Unread...)
	u.Dependencies = append(u.Dependencies, base.Dependencies...)
	if !base.Whole || strategy != "shallow" && strategy != "deep" && strategy != "deep_map_only" {
		u.Whole = false
	}
	for key, input := range base.Inputs {
		own, both := u.Inputs[key]
		switch {
		case !both:
		case own.Range.Filename != name: // which of two included files wins is not looked into
			input = Input{configs.Undecided, own.Range}
		case strategy == "shallow":
			input = own
		case strategy == "deep_map_only" || strategy == "deep":
			input = Input{deepMerged(input.Value, own.Value), own.Range}
		default:
			input = Input{configs.Undecided, own.Range}
		}
		u.Inputs[key] = input
	}
}

// deepMerged returns an object with the keys of both, and what the second one is otherwise. How lists are joined is not known.
func deepMerged(base, own cty.Value) cty.Value {
	if !isObject(base) || !isObject(own) {
		if plain, _ := own.UnmarkDeep(); plain.IsWhollyKnown() && (plain.IsNull() || plain.Type().IsPrimitiveType()) {
			return own
		}
		return configs.Undecided
	}
	all := base.AsValueMap()
	if all == nil {
		all = map[string]cty.Value{}
	}
	for key, v := range own.AsValueMap() {
		if was, both := all[key]; both {
			v = deepMerged(was, v)
		}
		all[key] = v
	}
	return cty.ObjectVal(all)
}

func isObject(v cty.Value) bool {
	return !v.IsMarked() && v.IsKnown() && !v.IsNull() && v.Type().IsObjectType()
}

func (u *Unit) opens(at hcl.Range, text string) {
	u.Unread = append(u.Unread, Unread{at, text, true})
}

// inputs takes in the inputs that a file gives.
func (u *Unit) inputs(f *file) {
	e := f.attribute("inputs")
	if e == nil {
		return
	}
	given, whole := f.given(e)
	u.Whole = u.Whole && whole
	for name, input := range given {
		u.Inputs[name] = input
	}
}

// checkers are programs that look at a configuration and change nothing.
var checkers = []string{"checkov", "conftest", "echo", "infracost", "opa", "tflint", "tfsec", "trivy"}

// hooks takes in what a terraform block adds to runs of Terraform.
func (u *Unit) hooks(f *file, body hcl.Body) {
	for _, arguments := range inner(body, "extra_arguments", 1) {
		for _, attr := range configs.Attributes(arguments, "arguments", "required_var_files", "optional_var_files", "env_vars") {
			if attr.Name != "arguments" || !f.withoutVariables(attr.Expr) {
				u.overridden = true
				u.Unread = append(u.Unread, Unread{attr.Range, "extra_arguments may set any input, and are not read", false})
				break
			}
		}
	}
	for _, kind := range []string{"before_hook", "after_hook", "error_hook"} {
		for _, hook := range inner(body, kind, 1) {
			if attr := configs.Attributes(hook, "execute")["execute"]; attr != nil && !f.checks(attr.Expr) {
				u.opens(attr.Range, "what this hook runs may declare or change anything")
			}
		}
	}
}

// generated takes in the files that a file writes into the module.
func (u *Unit) generated(f *file) {
	for _, body := range f.blocks("generate", 1) {
		attrs := configs.Attributes(body, "path", "contents")
		at, what := body.MissingItemRange(), "a file"
		if attrs["path"] != nil {
			at = attrs["path"].Range
			if name := configs.LiteralString(attrs["path"].Expr); name != "" {
				what = name
			}
		}
		switch declares(attrs["contents"]) {
		case anything:
			u.opens(at, "Terragrunt writes "+what+" into the module, which is not read: it may declare anything")
		case settings:
			u.Unread = append(u.Unread, Unread{at, "Terragrunt writes " + what + " into the module, which is not read: the provider's version and region are not known from it", false})
		case nothing:
		}
	}
}

// What a file may declare that a generate block writes.
type declared int

const (
	nothing  declared = iota // that matters
	settings                 // of providers
	anything
)

// declares returns what the text of a generate block declares. What is computed in it is no more than a name or a value.
func declares(contents *hcl.Attribute) declared {
	if contents == nil {
		return anything
	}
	text, ok := skeleton(configs.Native(contents.Expr))
	if !ok {
		return anything
	}
	file, diags := files.Source{Name: "generated.tf", Bytes: []byte(text)}.Parse()
	if diags.HasErrors() || file.Body == nil {
		return anything
	}
	for _, block := range []struct {
		name   string
		labels int
	}{{"resource", 2}, {"data", 2}, {"module", 1}, {"removed", 0}, {"action", 2}, {"import", 0}} {
		if len(inner(file.Body, block.name, block.labels)) > 0 {
			return anything
		}
	}
	found := nothing
	for _, body := range inner(file.Body, "terraform", 0) {
		if len(inner(body, "required_providers", 0)) > 0 {
			found = settings
		}
	}
	if len(inner(file.Body, "provider", 1)) > 0 {
		found = settings
	}
	return found
}

// local reports whether a source address is a path.
func local(source string) bool {
	return source != "" && !strings.Contains(source, "://") && !strings.Contains(source, "::")
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
