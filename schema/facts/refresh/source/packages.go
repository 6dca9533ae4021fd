package source

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"path"
	"regexp"
	"strconv"
	"strings"
)

// module is the path that the provider's packages are imported by; they are below the folder root.
const (
	module = "github.com/huaweicloud/terraform-provider-huaweicloud/"
	root   = "huaweicloud"
)

// Commit is the provider's source at a commit.
type Commit struct {
	repository *Repository
	fset       *token.FileSet
	blobs      map[string]string // by path
	old        map[string]*file
	packages   map[string]*pkg // by folder
	dirs       map[string][]string
}

// At reads which files there are at a commit.
func (r *Repository) At(commit string) (*Commit, error) {
	blobs, err := r.tree(commit, root)
	if err != nil {
		return nil, err
	}
	c := &Commit{repository: r, fset: token.NewFileSet(), blobs: blobs, old: r.files, packages: map[string]*pkg{}, dirs: map[string][]string{}}
	r.files = map[string]*file{}
	for name := range blobs {
		c.dirs[path.Dir(name)] = append(c.dirs[path.Dir(name)], name)
	}
	return c, nil
}

// pkg is a package of the provider: its declarations by their names.
type pkg struct {
	name   string
	funcs  map[string]*declared[*ast.FuncDecl]
	values map[string]*declared[ast.Expr] // constants and variables
	types  map[string]bool
}

// declared is a declaration, with the file whose imports it means.
type declared[T any] struct {
	is T
	in *file
}

type file struct {
	*ast.File
	fset    *token.FileSet
	pkg     *pkg
	imports map[string]string // the paths by the names that they have in the file
}

// pkg returns the package in a folder; nil when there is none, or a file of it is no Go.
func (c *Commit) pkg(dir string) (*pkg, error) {
	if p, ok := c.packages[dir]; ok {
		return p, nil
	}
	p := &pkg{
		name:   path.Base(dir),
		funcs:  map[string]*declared[*ast.FuncDecl]{},
		values: map[string]*declared[ast.Expr]{},
		types:  map[string]bool{},
	}
	c.packages[dir] = p
	for _, name := range c.dirs[dir] {
		parsed, err := c.parse(name)
		if err != nil {
			return nil, err
		}
		f := &file{parsed.File, parsed.fset, p, parsed.imports}
		for _, decl := range f.Decls {
			p.declare(f, decl)
		}
	}
	return p, nil
}

// parse parses a file, unless the commit before has the same one.
func (c *Commit) parse(name string) (*file, error) {
	key := name + " " + c.blobs[name]
	if f, ok := c.old[key]; ok {
		c.repository.files[key] = f
		return f, nil
	}
	text, err := c.repository.read(c.blobs[name])
	if err != nil {
		return nil, err
	}
	parsed, err := parser.ParseFile(c.fset, name, text, parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	f := &file{File: parsed, fset: c.fset, imports: map[string]string{}}
	for _, spec := range parsed.Imports {
		at, _ := strconv.Unquote(spec.Path.Value)
		if spec.Name != nil {
			f.imports[spec.Name.Name] = at
		} else {
			f.imports[base(at)] = at
		}
	}
	c.repository.files[key] = f
	return f, nil
}

// base returns the name that a package has by its path: the last part that is no version.
func base(importPath string) string {
	if name := path.Base(importPath); !majorVersion(name) {
		return name
	}
	return path.Base(path.Dir(importPath))
}

func majorVersion(name string) bool {
	matched, _ := regexp.MatchString(`^v\d+$`, name)
	return matched
}

func (p *pkg) declare(f *file, decl ast.Decl) {
	switch decl := decl.(type) {
	case *ast.FuncDecl:
		if decl.Recv == nil {
			p.funcs[decl.Name.Name] = &declared[*ast.FuncDecl]{decl, f}
		}
	case *ast.GenDecl:
		for _, spec := range decl.Specs {
			switch spec := spec.(type) {
			case *ast.TypeSpec:
				p.types[spec.Name.Name] = true
			case *ast.ValueSpec:
				for i, name := range spec.Names {
					if i < len(spec.Values) {
						p.values[name.Name] = &declared[ast.Expr]{spec.Values[i], f}
					}
				}
			}
		}
	}
}

// place says where something stands.
func (f *file) place(n ast.Node) string {
	at := f.fset.Position(n.Pos())
	return fmt.Sprintf("%s:%d", at.Filename, at.Line)
}

// folder returns the folder of an imported package of the provider; ok is false for packages of others.
func folder(importPath string) (dir string, ok bool) {
	return strings.CutPrefix(importPath, module)
}
