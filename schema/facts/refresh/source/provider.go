package source

import (
	"errors"
	"fmt"
	"go/ast"
	"go/types"
	"maps"
	"slices"

	"github.com/apiglint/apiglint/schema/facts"
)

// Types are what a release of the provider registers, as resource types or as data sources.
type Types struct {
	commit *Commit
	file   *file
	exprs  map[string]ast.Expr
}

// Resources and DataSources return what the provider registers.
func (c *Commit) Resources() (*Types, error)   { return c.registered("ResourcesMap") }
func (c *Commit) DataSources() (*Types, error) { return c.registered("DataSourcesMap") }

func (c *Commit) registered(field string) (*Types, error) {
	p, err := c.pkg(root)
	if err != nil {
		return nil, err
	}
	d := p.funcs["Provider"]
	if d == nil {
		return nil, errors.New("no function Provider")
	}
	found := &Types{c, d.in, map[string]ast.Expr{}}
	ast.Inspect(d.is, func(n ast.Node) bool {
		pair, ok := n.(*ast.KeyValueExpr)
		if !ok {
			return true
		}
		if name, ok := pair.Key.(*ast.Ident); ok && name.Name == field {
			if registered, ok := pair.Value.(*ast.CompositeLit); ok {
				found.add(registered)
			}
		}
		return true
	})
	if len(found.exprs) == 0 {
		return nil, fmt.Errorf("%s: no %s that is understood", d.in.place(d.is), field)
	}
	return found, nil
}

func (t *Types) add(registered *ast.CompositeLit) {
	s := &scope{commit: t.commit, file: t.file}
	for _, element := range registered.Elts {
		if pair, ok := element.(*ast.KeyValueExpr); ok {
			if name, ok := s.text(pair, true); ok {
				t.exprs[name] = pair.Value
			}
		}
	}
}

// Has reports whether a type is registered.
func (t *Types) Has(name string) bool { return t.exprs[name] != nil }

// Names returns the names of all types, sorted.
func (t *Types) Names() []string { return slices.Sorted(maps.Keys(t.exprs)) }

// Call returns the call that a type is registered with; types with the same one are the same.
func (t *Types) Call(name string) string { return types.ExprString(t.exprs[name]) }

// Read returns the facts of a type, and what of it is not understood, each with its place.
func (t *Types) Read(name string) (read *facts.Type, problems []string) {
	s := &scope{commit: t.commit, file: t.file}
	r := &reader{}
	read = r.resource(s.evaluate(t.exprs[name]), t.file.place(t.exprs[name]))
	read.Name = name
	return read, r.problems
}
