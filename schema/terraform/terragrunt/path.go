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

// location is the mark of a text that is made of such a path.
type location struct{}

// within returns a path within the boundary. It is false where it leads out of it, or where it is absolute.
func within(from, text string) (string, bool) {
	text = strings.ReplaceAll(text, `\`, "/")
	if rest, ok := strings.CutPrefix(text, boundary); ok {
		from, text = ".", "./"+rest
	}
	if path.IsAbs(text) || strings.HasPrefix(text, "~") || strings.Contains(text, boundary) {
		return "", false
	}
	name := path.Join(from, text)
	return name, fs.ValidPath(name)
}

// path returns the path that an expression means, seen from a directory.
func (f *file) path(e hcl.Expression, from string) (string, bool) {
	text, ok := place(f.value(configs.Native(e)))
	if !ok {
		return "", false
	}
	return within(from, text)
}

func basename(args []string) (string, bool) {
	if len(args) != 1 || args[0] == boundary {
		return "", false
	}
	return path.Base(args[0]), true
}

func dirname(args []string) (string, bool) {
	if len(args) != 1 || args[0] == boundary {
		return "", false
	}
	return path.Dir(args[0]), true
}

// above returns the nearest file or directory of a name in the directories above.
func (f *file) above(args []string) (string, bool) {
	names := []string{"terragrunt.hcl", "terragrunt.hcl.json"}
	if len(args) > 0 && args[0] != "" {
		names = args[:1]
	}
	for dir := f.dir; dir != "."; {
		dir = path.Dir(dir)
		for _, name := range names {
			if found, ok := within(dir, name); ok {
				if _, err := fs.Stat(f.fs, found); err == nil {
					return path.Join(boundary, found), true
				}
			}
		}
	}
	return "", false // it may lie above the boundary
}

// repository returns the directory of the git repository, and whether there is one.
func (f *file) repository() (string, bool) {
	for dir := f.dir; ; dir = path.Dir(dir) {
		if _, err := fs.Stat(f.fs, path.Join(dir, ".git")); err == nil || dir == "." {
			return dir, err == nil
		}
	}
}

// parent returns the directory of the file that is included, which may be one of several.
func (f *file) parent(args []string) (string, bool) {
	if f.from {
		return path.Dir(f.name), true
	}
	if len(f.includes) == 0 {
		return f.dir, true
	}
	for _, i := range f.includes {
		if len(f.includes) == 1 || len(args) == 1 && args[0] == i.label {
			if i.file == nil {
				return "", false
			}
			return path.Dir(i.file.name), true
		}
	}
	return "", false
}

// relative returns target as seen from base.
func relative(base, target string) string {
	from, to := strings.Split(base, "/"), strings.Split(target, "/")
	if base == "." {
		from = nil
	}
	if target == "." {
		to = nil
	}
	for len(from) > 0 && len(to) > 0 && from[0] == to[0] {
		from, to = from[1:], to[1:]
	}
	return path.Join(".", strings.Repeat("../", len(from)), strings.Join(to, "/"))
}
