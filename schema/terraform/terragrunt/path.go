package terragrunt

import (
	"io/fs"
	"path"
	"strings"

	"github.com/hashicorp/hcl/v2"

	"github.com/apiglint/apiglint/schema/terraform/configs"
)

// boundary stands at the beginning of a path for the directory that everything lies in, whose absolute path nobody needs.
const boundary = "\x00"

// within returns a path within the boundary. It is false where it leads out of it, or where it is absolute.
func within(from, text string) (string, bool) {
	text = strings.ReplaceAll(text, `\`, "/")
	if rest, ok := strings.CutPrefix(text, boundary); ok {
		from, text = ".", "./"+rest
	}
	if path.IsAbs(text) || strings.Contains(text, boundary) {
		return "", false
	}
	name := path.Join(from, text)
	return name, fs.ValidPath(name)
}

// path returns the text of a path, which may be made by Terragrunt's functions.
func (f *file) path(e hcl.Expression) (string, bool) {
	return (&reader{file: f, left: maxNodes, paths: true}).text(configs.Native(e))
}

// call returns a function for paths.
func (r *reader) call(name string, args []string) (string, bool) {
	if len(args) > 0 {
		switch name {
		case "basename":
			return path.Base(args[0]), true
		case "dirname":
			return path.Dir(args[0]), args[0] != boundary
		case "find_in_parent_folders":
			return r.above(args[0])
		}
		return "", false
	}
	switch name {
	case "find_in_parent_folders":
		return r.above("terragrunt.hcl")
	case "get_terragrunt_dir", "get_original_terragrunt_dir":
		return path.Join(boundary, r.unit), true
	case "get_parent_terragrunt_dir":
		return path.Join(boundary, path.Dir(r.name)), true
	case "get_repo_root":
		return path.Join(boundary, r.repository()), true
	case "path_relative_to_include":
		return relative(path.Dir(r.name), r.unit)
	}
	return "", false
}

// above returns the nearest file or directory of a name in the directories above the unit.
func (r *reader) above(name string) (string, bool) {
	for dir := r.unit; dir != "."; {
		dir = path.Dir(dir)
		found := path.Join(dir, name)
		if _, err := fs.Stat(r.fs, found); err == nil {
			return path.Join(boundary, found), true
		}
	}
	return "", false
}

// repository returns the directory of the git repository that the unit is in.
func (r *reader) repository() string {
	for dir := r.unit; dir != "."; dir = path.Dir(dir) {
		if _, err := fs.Stat(r.fs, path.Join(dir, ".git")); err == nil {
			return dir
		}
	}
	return "."
}

// relative returns the path of a directory below another one.
func relative(from, to string) (string, bool) {
	if from == to {
		return ".", true
	}
	if from == "." {
		return to, true
	}
	return strings.CutPrefix(to, from+"/")
}
