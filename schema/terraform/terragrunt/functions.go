package terragrunt

import (
	"maps"
	"path"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
	ctyjson "github.com/zclconf/go-cty/cty/json"

	"github.com/apiglint/apiglint/schema/terraform/configs"
	"github.com/apiglint/apiglint/schema/terraform/files"
)

// outside are the functions whose results are decided where Terragrunt runs.
var outside = []string{
	"constraint_check", "get_aws_account_alias", "get_aws_account_id", "get_aws_caller_identity_arn", "get_aws_caller_identity_user_id",
	"get_default_retryable_errors", "get_env", "get_platform", "get_terraform_cli_args", "get_terraform_command",
	"get_terraform_commands_that_need_input", "get_terraform_commands_that_need_locking",
	"get_terraform_commands_that_need_parallelism", "get_terraform_commands_that_need_vars", "get_terragrunt_source_cli_flag",
	"get_working_dir", "run_cmd", "sops_decrypt_file",
}

// ofFiles are the functions of Terraform whose first argument is a path.
var ofFiles = []string{
	"file", "filebase64", "filebase64sha256", "filebase64sha512", "fileexists", "filemd5", "fileset", "filesha1", "filesha256",
	"filesha512", "templatefile",
}

// callable returns the functions by name, as they are in the file.
func (f *file) callable() map[string]function.Function {
	if f.functions != nil {
		return f.functions
	}
	f.functions = maps.Clone(f.table)
	for _, name := range outside {
		f.functions[name] = anyOf(func([]cty.Value) cty.Value { return configs.Undecided })
	}
	for _, name := range ofFiles {
		whole := f.table[name]
		f.functions[name] = function.New(&function.Spec{
			VarParam: open("arguments"), Type: function.StaticReturnType(cty.DynamicPseudoType),
			Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
				if len(args) > 0 {
					args[0] = f.fromBoundary(args[0])
				}
				return whole.Call(args)
			},
		})
	}
	for name, path := range map[string]func(args []string) (string, bool){
		"basename": basename, "dirname": dirname,
		"find_in_parent_folders":      f.above,
		"get_terragrunt_dir":          func([]string) (string, bool) { return path.Join(boundary, f.dir), true },
		"get_original_terragrunt_dir": func([]string) (string, bool) { return path.Join(boundary, f.unit), true },
		"get_parent_terragrunt_dir":   func(args []string) (string, bool) { dir, ok := f.parent(args); return path.Join(boundary, dir), ok },
		"get_repo_root":               func([]string) (string, bool) { dir, _ := f.repository(); return path.Join(boundary, dir), true },
		"get_path_from_repo_root":     func([]string) (string, bool) { dir, ok := f.repository(); return relative(dir, f.dir), ok },
		"get_path_to_repo_root":       func([]string) (string, bool) { dir, ok := f.repository(); return relative(f.dir, dir), ok },
		"path_relative_to_include":    func(args []string) (string, bool) { dir, ok := f.parent(args); return relative(dir, f.dir), ok },
		"path_relative_from_include":  func(args []string) (string, bool) { dir, ok := f.parent(args); return relative(f.dir, dir), ok },
		"mark_as_read":                func(args []string) (string, bool) { return strings.Join(args, ""), len(args) == 1 },
		"read_tfvars_file":            f.variables,
	} {
		f.functions[name] = ofTexts(path)
	}
	f.functions["read_terragrunt_config"] = anyOf(f.readConfig)
	return f.functions
}

func open(name string) *function.Parameter {
	return &function.Parameter{
		Name: name, Type: cty.DynamicPseudoType, AllowNull: true, AllowUnknown: true, AllowDynamicType: true, AllowMarked: true,
	}
}

// anyOf makes a function of any arguments.
func anyOf(call func([]cty.Value) cty.Value) function.Function {
	return function.New(&function.Spec{
		VarParam: open("arguments"), Type: function.StaticReturnType(cty.DynamicPseudoType),
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) { return call(args), nil },
	})
}

// ofTexts makes a function of texts, each of which may be a path. What it is not true for is undecided.
func ofTexts(call func([]string) (string, bool)) function.Function {
	return anyOf(func(args []cty.Value) cty.Value {
		texts := make([]string, len(args))
		for n, arg := range args {
			text, ok := place(arg)
			if !ok {
				return configs.Undecided
			}
			texts[n] = text
		}
		text, ok := call(texts)
		switch {
		case !ok:
			return configs.Undecided
		case strings.HasPrefix(text, boundary):
			return cty.StringVal(text).Mark(location{})
		}
		return cty.StringVal(text)
	})
}

// place returns the text of an argument, which may be a path but not be made of one in any other way than by adding to it.
func place(v cty.Value) (string, bool) {
	plain, marks := v.Unmark()
	_, located := marks[location{}]
	text, ok := textOf(plain)
	if located {
		delete(marks, location{})
	}
	return text, ok && len(marks) == 0 && located == strings.HasPrefix(text, boundary)
}

// fromBoundary returns a path as it is seen from the boundary. Terraform's functions begin where the file is.
func (f *file) fromBoundary(v cty.Value) cty.Value {
	text, ok := place(v)
	if ok {
		text, ok = within(path.Dir(f.name), text)
	}
	if !ok {
		return configs.Undecided
	}
	return cty.StringVal(text)
}

// variables returns what a variables file gives, as JSON.
func (f *file) variables(args []string) (string, bool) {
	if len(args) != 1 {
		return "", false
	}
	name, ok := within(f.dir, args[0])
	if !ok {
		return "", false
	}
	if strings.HasSuffix(name, "json") {
		text, err := files.ReadText(f.fs, name)
		return string(text), err == nil
	}
	body := f.Reader.body(name)
	if body == nil {
		return "", false
	}
	attrs, diags := body.JustAttributes()
	all := map[string]cty.Value{}
	for name, attr := range attrs {
		v, more := attr.Expr.Value(&hcl.EvalContext{})
		all[name], diags = v, append(diags, more...)
	}
	v := cty.ObjectVal(all)
	if diags.HasErrors() || f.meter.Problem(v) != "" {
		return "", false
	}
	text, err := ctyjson.Marshal(v, v.Type())
	return string(text), err == nil
}
