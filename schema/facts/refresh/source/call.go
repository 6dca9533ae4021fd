package source

import (
	"go/ast"
	"go/constant"
	"go/types"
	"maps"
	"strings"
)

// told are functions of the provider that stand for what their name tells.
var told = map[string]bool{"utils.SchemaDesc": true}

func (s *scope) call(e *ast.CallExpr) value {
	var args []value
	for _, arg := range e.Args {
		args = append(args, s.evaluate(arg))
	}
	switch fun := e.Fun.(type) {
	case *ast.Ident:
		if d, ok := s.file.pkg.funcs[fun.Name]; ok {
			return s.enter(e, d, args)
		}
		return s.builtin(e, fun.Name, args)
	case *ast.SelectorExpr:
		at, ok := s.imported(fun.X)
		if !ok {
			break
		}
		p, provider := s.foreign(at)
		if !provider {
			return &call{base(at) + "." + fun.Sel.Name, args, s.file.place(e)}
		}
		if d, ok := p.funcs[fun.Sel.Name]; ok {
			return s.enter(e, d, args)
		}
		if p.types[fun.Sel.Name] && len(args) == 1 {
			return args[0]
		}
	}
	return s.file.unknown(e, "a call of %s", types.ExprString(e.Fun))
}

// builtin evaluates the call of a name that is no function of the package: a conversion, or what the language has.
func (s *scope) builtin(e *ast.CallExpr, name string, args []value) value {
	conversion := s.file.pkg.types[name] || name == "string" || name == "int" || name == "float64"
	switch {
	case conversion && len(args) == 1:
		return args[0]
	case name == "append" && len(args) > 0:
		to, ok := args[0].(*list)
		if !ok {
			break
		}
		appended := &list{append([]value{}, to.items...)}
		if !e.Ellipsis.IsValid() {
			appended.items = append(appended.items, args[1:]...)
			return appended
		}
		if more, ok := args[1].(*list); ok {
			appended.items = append(appended.items, more.items...)
			return appended
		}
	case name == "len" && len(args) == 1:
		if of, ok := args[0].(*list); ok {
			return constant.MakeInt64(int64(len(of.items)))
		}
	case name == "make":
		switch e.Args[0].(type) {
		case *ast.MapType:
			return &table{map[string]value{}}
		case *ast.ArrayType:
			return &list{}
		}
	}
	return s.file.unknown(e, "a call of %s", name)
}

// enter calls a function of the provider.
func (s *scope) enter(e *ast.CallExpr, d *declared[*ast.FuncDecl], args []value) value {
	name := d.in.pkg.name + "." + d.is.Name.Name
	results := d.is.Type.Results
	if results == nil || len(results.List) == 0 {
		return s.file.unknown(e, "%s returns nothing", name)
	}
	if told[name] || makesFunction(results.List[0].Type) {
		return &call{name, args, s.file.place(e)}
	}
	if s.depth > deepest {
		return s.file.unknown(e, "%s calls itself", name)
	}
	inner := &scope{commit: s.commit, file: d.in, vars: map[string]value{}, depth: s.depth + 1}
	i := 0
	for _, field := range d.is.Type.Params.List {
		_, variadic := field.Type.(*ast.Ellipsis)
		for _, param := range field.Names {
			switch {
			case variadic:
				inner.vars[param.Name] = &list{args[min(i, len(args)):]}
			case i < len(args):
				inner.vars[param.Name] = args[i]
			}
			i++
		}
	}
	if result := inner.run(d.is.Body.List); result != nil {
		return result
	}
	return s.file.unknown(e, "%s ends without a result", name)
}

// makesFunction reports whether a result is a function, such as a check of a value: func(…), schema.SchemaValidateFunc.
func makesFunction(result ast.Expr) bool {
	switch result := result.(type) {
	case *ast.FuncType:
		return true
	case *ast.SelectorExpr:
		return strings.HasSuffix(result.Sel.Name, "Func")
	}
	return false
}

// run runs statements, and returns what they return; nil if they do not.
func (s *scope) run(statements []ast.Stmt) value {
	for _, statement := range statements {
		if result := s.step(statement); result != nil {
			return result
		}
	}
	return nil
}

func (s *scope) step(statement ast.Stmt) value {
	switch st := statement.(type) {
	case *ast.ReturnStmt:
		if len(st.Results) > 0 {
			return s.evaluate(st.Results[0])
		}
	case *ast.AssignStmt:
		return s.assign(st)
	case *ast.DeclStmt:
		return s.declare(st)
	case *ast.BlockStmt:
		return s.run(st.List)
	case *ast.IfStmt:
		return s.branch(st)
	case *ast.RangeStmt:
		return s.loop(st)
	case *ast.ExprStmt:
		if s.does(st.X) {
			return nil
		}
	}
	return s.file.unknown(statement, "a statement of another form (%T)", statement)
}

func (s *scope) declare(st *ast.DeclStmt) value {
	if decl, ok := st.Decl.(*ast.GenDecl); ok {
		for _, spec := range decl.Specs {
			if spec, ok := spec.(*ast.ValueSpec); ok && len(spec.Values) == len(spec.Names) {
				for i, name := range spec.Names {
					s.vars[name.Name] = s.evaluate(spec.Values[i])
				}
				continue
			}
			return s.file.unknown(st, "a declaration without its value")
		}
	}
	return nil
}

func (s *scope) branch(st *ast.IfStmt) value {
	if st.Init != nil {
		if result := s.step(st.Init); result != nil {
			return result
		}
	}
	condition, ok := s.evaluate(st.Cond).(constant.Value)
	switch {
	case !ok || condition.Kind() != constant.Bool:
		return s.file.unknown(st, "a condition that is not known")
	case constant.BoolVal(condition):
		return s.run(st.Body.List)
	case st.Else != nil:
		return s.step(st.Else)
	}
	return nil
}

func (s *scope) loop(st *ast.RangeStmt) value {
	turn := func(key, v value) value {
		for at, bound := range map[ast.Expr]value{st.Key: key, st.Value: v} {
			if id, ok := at.(*ast.Ident); ok && bound != nil {
				s.vars[id.Name] = bound
			}
		}
		return s.run(st.Body.List)
	}
	switch over := s.evaluate(st.X).(type) {
	case *table:
		for _, name := range over.names() {
			if result := turn(constant.MakeString(name), over.entries[name]); result != nil {
				return result
			}
		}
	case *list:
		for i, item := range over.items {
			if result := turn(constant.MakeInt64(int64(i)), item); result != nil {
				return result
			}
		}
	default:
		return s.file.unknown(st, "a loop over what is not known")
	}
	return nil
}

func (s *scope) assign(st *ast.AssignStmt) value {
	if len(st.Lhs) != len(st.Rhs) {
		return s.file.unknown(st, "an assignment of several results")
	}
	for i, to := range st.Lhs {
		v := s.evaluate(st.Rhs[i])
		switch to := to.(type) {
		case *ast.Ident:
			s.vars[to.Name] = v
			continue
		case *ast.IndexExpr:
			t, ok := s.evaluate(to.X).(*table)
			if key, named := text(s.evaluate(to.Index)); ok && named {
				t.entries[key] = v
				continue
			}
		case *ast.SelectorExpr:
			if of, ok := s.evaluate(to.X).(*structure); ok {
				of.fields[to.Sel.Name] = v
				continue
			}
		}
		return s.file.unknown(st, "an assignment to what is not known")
	}
	return nil
}

// does does what a call does to a map, and reports whether it is understood.
func (s *scope) does(e ast.Expr) bool {
	c, ok := e.(*ast.CallExpr)
	if !ok || len(c.Args) != 2 {
		return false
	}
	to, ok := s.evaluate(c.Args[0]).(*table)
	if !ok {
		return false
	}
	switch types.ExprString(c.Fun) {
	case "delete":
		key, ok := text(s.evaluate(c.Args[1]))
		delete(to.entries, key)
		return ok
	case "maps.Copy":
		from, ok := s.evaluate(c.Args[1]).(*table)
		if ok {
			maps.Copy(to.entries, from.entries)
		}
		return ok
	}
	return false
}
