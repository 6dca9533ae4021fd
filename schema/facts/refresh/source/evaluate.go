package source

import (
	"go/ast"
	"go/constant"
	"go/token"
	"path"
)

// scope is where an expression stands.
type scope struct {
	commit *Commit
	file   *file
	vars   map[string]value // of the function; nil outside
	depth  int              // of calls
}

const deepest = 40

func (s *scope) evaluate(e ast.Expr) value {
	switch e := e.(type) {
	case *ast.BasicLit:
		return constant.MakeFromLiteral(e.Value, e.Kind, 0)
	case *ast.ParenExpr:
		return s.evaluate(e.X)
	case *ast.UnaryExpr:
		return s.unary(e)
	case *ast.StarExpr:
		return s.evaluate(e.X)
	case *ast.BinaryExpr:
		return s.binary(e)
	case *ast.CompositeLit:
		return s.literal(e, e.Type)
	case *ast.Ident:
		return s.name(e)
	case *ast.SelectorExpr:
		return s.selected(e)
	case *ast.IndexExpr:
		return s.indexed(e)
	case *ast.CallExpr:
		return s.call(e)
	case *ast.FuncLit:
		return function{"a function"}
	}
	return s.file.unknown(e, "an expression of another form (%T)", e)
}

func (s *scope) unary(e *ast.UnaryExpr) value {
	v := s.evaluate(e.X)
	if e.Op == token.AND {
		return v
	}
	if c, ok := v.(constant.Value); ok && (e.Op == token.SUB || e.Op == token.NOT) {
		return constant.UnaryOp(e.Op, c, 0)
	}
	return s.file.unknown(e, "%s of what is not known", e.Op)
}

func (s *scope) binary(e *ast.BinaryExpr) value {
	x, ok := s.evaluate(e.X).(constant.Value)
	y, too := s.evaluate(e.Y).(constant.Value)
	switch {
	case !ok || !too || x.Kind() != y.Kind():
	case e.Op == token.EQL, e.Op == token.NEQ, x.Kind() == constant.Int && (e.Op == token.GTR || e.Op == token.LSS):
		return constant.MakeBool(constant.Compare(x, e.Op, y))
	case e.Op == token.ADD, x.Kind() == constant.Int && (e.Op == token.SUB || e.Op == token.MUL):
		return constant.BinaryOp(x, e.Op, y)
	}
	return s.file.unknown(e, "%s of what is not known", e.Op)
}

// literal evaluates a composite literal of a type, which it may leave to what it stands in.
func (s *scope) literal(e *ast.CompositeLit, typ ast.Expr) value {
	switch typ := typ.(type) {
	case *ast.MapType:
		t := &table{map[string]value{}}
		for _, element := range e.Elts {
			pair, ok := element.(*ast.KeyValueExpr)
			key, named := s.text(pair, ok)
			if !named {
				return s.file.unknown(element, "a key that is no text")
			}
			t.entries[key] = s.element(pair.Value, typ.Value)
		}
		return t
	case *ast.ArrayType:
		l := &list{}
		for _, element := range e.Elts {
			l.items = append(l.items, s.element(element, typ.Elt))
		}
		return l
	case *ast.StarExpr:
		return s.literal(e, typ.X)
	case *ast.Ident, *ast.SelectorExpr:
		return s.structure(e, typ)
	}
	return s.file.unknown(e, "a literal of another type")
}

func (s *scope) text(pair *ast.KeyValueExpr, ok bool) (string, bool) {
	if !ok {
		return "", false
	}
	return text(s.evaluate(pair.Key))
}

// text returns a value that is a text.
func text(v value) (string, bool) {
	c, ok := v.(constant.Value)
	if !ok || c.Kind() != constant.String {
		return "", false
	}
	return constant.StringVal(c), true
}

// element evaluates what stands in a literal.
func (s *scope) element(e, typ ast.Expr) value {
	if inner, ok := e.(*ast.CompositeLit); ok && inner.Type == nil {
		return s.literal(inner, typ)
	}
	return s.evaluate(e)
}

func (s *scope) structure(e *ast.CompositeLit, typ ast.Expr) value {
	made := &structure{fields: map[string]value{}, place: s.file.place(e)}
	switch typ := typ.(type) {
	case *ast.Ident:
		made.typ = typ.Name
	case *ast.SelectorExpr:
		made.typ = typ.Sel.Name
	}
	for _, element := range e.Elts {
		pair, ok := element.(*ast.KeyValueExpr)
		if !ok {
			return s.file.unknown(element, "a field without its name")
		}
		field, ok := pair.Key.(*ast.Ident)
		if !ok {
			return s.file.unknown(element, "a literal of another type")
		}
		made.fields[field.Name] = s.evaluate(pair.Value)
	}
	return made
}

func (s *scope) name(e *ast.Ident) value {
	if v, ok := s.vars[e.Name]; ok {
		return v
	}
	if v, ok := s.member(s.file.pkg, e.Name); ok {
		return v
	}
	switch e.Name {
	case "true", "false":
		return constant.MakeBool(e.Name == "true")
	case "nil":
		return null
	}
	return s.file.unknown(e, "%s is not known", e.Name)
}

// member returns what a package of the provider declares by a name.
func (s *scope) member(p *pkg, name string) (value, bool) {
	if d, ok := p.values[name]; ok {
		if s.depth > deepest {
			return d.in.unknown(d.is, "%s means itself", name), true
		}
		outside := &scope{commit: s.commit, file: d.in, depth: s.depth + 1}
		return outside.evaluate(d.is), true
	}
	_, ok := p.funcs[name]
	return function{p.name + "." + name}, ok
}

// imported returns the path of the package that an expression names.
func (s *scope) imported(e ast.Expr) (importPath string, ok bool) {
	id, ok := e.(*ast.Ident)
	if !ok {
		return "", false
	}
	if _, hidden := s.vars[id.Name]; hidden {
		return "", false
	}
	importPath, ok = s.file.imports[id.Name]
	return importPath, ok
}

func (s *scope) selected(e *ast.SelectorExpr) value {
	if at, ok := s.imported(e.X); ok {
		p, provider := s.foreign(at)
		if !provider {
			return symbol(base(at) + "." + e.Sel.Name)
		}
		if v, ok := s.member(p, e.Sel.Name); ok {
			return v
		}
		return s.file.unknown(e, "%s.%s is not known", path.Base(at), e.Sel.Name)
	}
	if of, ok := s.evaluate(e.X).(*structure); ok {
		if v, ok := of.fields[e.Sel.Name]; ok {
			return v
		}
		return null
	}
	return s.file.unknown(e, "%s of what is not known", e.Sel.Name)
}

// foreign returns another package of the provider; ok is false for packages of others.
func (s *scope) foreign(importPath string) (p *pkg, ok bool) {
	dir, ok := folder(importPath)
	if !ok {
		return nil, false
	}
	p, err := s.commit.pkg(dir)
	if err != nil {
		return &pkg{}, true // nothing is known of it
	}
	return p, true
}

func (s *scope) indexed(e *ast.IndexExpr) value {
	key, _ := s.evaluate(e.Index).(constant.Value)
	switch of := s.evaluate(e.X).(type) {
	case *table:
		if name, ok := text(key); ok && of.entries[name] != nil {
			return of.entries[name]
		}
	case *list:
		if i, ok := number(key); ok && int(i) < len(of.items) {
			return of.items[int(i)]
		}
	}
	return s.file.unknown(e, "an element of what is not known")
}
