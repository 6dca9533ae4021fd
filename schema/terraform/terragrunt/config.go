package terragrunt

import (
	"errors"
	"io/fs"
	"path"

	"github.com/zclconf/go-cty/cty"

	"github.com/apiglint/apiglint/schema/terraform/configs"
)

// unreadParts are the parts of a configuration that are not known to those who read it.
var unreadParts = []string{
	"catalog", "dependencies", "dependency", "dependent_modules", "download_dir", "engine", "errors", "exclude", "feature", "generate",
	"iam_assume_role_duration", "iam_assume_role_session_name", "iam_role", "iam_web_identity_token", "inputs", "locals",
	"prevent_destroy", "remote_state", "retry_max_attempts", "retry_sleep_interval_sec", "retryable_errors", "skip", "terraform",
	"terraform_binary", "terraform_version_constraint", "terragrunt_version_constraint",
}

// config returns what others see of a file: its locals, and the inputs where those are all known by name.
func (f *file) config(inputs map[string]Input, whole bool) cty.Value {
	all := map[string]cty.Value{}
	for _, name := range unreadParts {
		all[name] = configs.Undecided
	}
	if len(f.locals) > 0 {
		locals := map[string]cty.Value{}
		for name := range f.locals {
			locals[name] = f.local(name)
		}
		all["locals"] = cty.ObjectVal(locals)
	}
	if whole && len(inputs) > 0 {
		values := map[string]cty.Value{}
		for name, input := range inputs {
			values[name] = input.Value
		}
		all["inputs"] = cty.ObjectVal(values)
	}
	return cty.ObjectVal(all)
}

// exposed returns what a file sees of those that it includes.
func (f *file) exposed() cty.Value {
	if f.seen == cty.NilVal {
		f.seen = configs.Undecided // to what it sees
		f.seen = f.seeing()
	}
	return f.seen
}

func (f *file) seeing() cty.Value {
	if f.from {
		return configs.Undecided
	}
	all := map[string]cty.Value{}
	for _, i := range f.includes {
		if !i.exposed {
			continue
		}
		seen := configs.Undecided
		if i.file != nil {
			u := &Unit{Dir: f.dir, Whole: true, Inputs: map[string]Input{}}
			u.inputs(i.file)
			seen = i.file.config(u.Inputs, u.Whole)
		}
		if i.label == "" && len(f.includes) == 1 {
			return seen
		}
		all[i.label] = seen
	}
	return cty.ObjectVal(all)
}

// readConfig is the function that reads another file.
func (f *file) readConfig(args []cty.Value) cty.Value {
	if len(args) == 0 || len(args) > 2 {
		return configs.Undecided
	}
	name, ok := place(args[0])
	if ok {
		name, ok = within(f.dir, name)
	}
	if !ok {
		return configs.Undecided
	}
	info, err := fs.Stat(f.fs, name)
	switch {
	case errors.Is(err, fs.ErrNotExist) && len(args) == 2:
		return args[1]
	case err != nil:
		return configs.Undecided
	case info.IsDir():
		name = path.Join(name, "terragrunt.hcl")
	}
	v, ok := f.read[name]
	if !ok {
		f.read[name] = configs.Undecided // to whoever reads it in a circle
		v = configs.Undecided
		if other := f.open(name, path.Dir(name), false); other != nil {
			u := &Unit{Dir: other.dir, Whole: true, Inputs: map[string]Input{}}
			u.take(other)
			u.include(other)
			v = other.config(u.Inputs, u.Whole)
		}
		f.read[name] = v
	}
	return v
}
