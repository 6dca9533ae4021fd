package syntax

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// maxDepth bounds the nesting of brackets that is read here.
const maxDepth = 100

// value reads the expression of an argument and answers where its text ends.
func (p *parser) value(oneLine bool) (hclsyntax.Expression, hcl.Pos, bool) {
	start, depth := p.cursor, p.depth
	if e := p.expression(); e != nil {
		if end := p.pos(); p.atEnd(oneLine) {
			return e, end, true
		}
	}
	p.cursor, p.depth = start, depth
	return p.foreign(oneLine)
}

// simple takes an expression that its text says everything about, up to the end of the argument. It takes nothing where
// there is another one.
func (p *parser) simple(oneLine bool) kind {
	before := p.cursor
	found := other
	switch c := p.peek(0); {
	case c == '"':
		p.at++
		if p.literal() && p.peek(0) == '"' {
			p.at++
			found = quoted
		}
	case isDigit(c):
		if _, ok := p.number(); ok {
			found = number
		}
	case isLetter(c):
		found = p.bareName()
	}
	if found == other || !p.atEnd(oneLine) {
		p.cursor = before
		return other
	}
	return found
}

// bareName takes a keyword, or a reference without indexes.
func (p *parser) bareName() kind {
	name := p.name()
	if _, ok := keywords[name]; ok {
		return keyword
	}
	for name != "" && p.peek(0) == '.' {
		p.at++
		name = p.name()
	}
	if name == "" {
		return other
	}
	return reference
}

// atEnd reports whether the expression of an argument certainly ends here.
func (p *parser) atEnd(oneLine bool) bool {
	n := 0
	for p.peek(n) == ' ' || p.peek(n) == '\t' {
		n++
	}
	switch p.peek(n) {
	case '\n', '\r', '#':
		return true
	case '/':
		return p.peek(n+1) == '/'
	case '}':
		return oneLine
	case 0:
		return p.at+n >= len(p.src)
	}
	return false
}

// foreign delimits an expression and has hclsyntax parse it.
func (p *parser) foreign(oneLine bool) (hclsyntax.Expression, hcl.Pos, bool) {
	start := p.pos()
	end, ok := p.span(oneLine)
	if !ok || end.at == start.Byte {
		return nil, hcl.Pos{}, false
	}
	at := hcl.Pos{Line: end.line, Column: end.at - end.lineStart + 1, Byte: end.at}
	text := p.src[start.Byte:end.at]
	if newline := newlineAt(p.src[end.at:]); newline > 0 {
		text = p.src[start.Byte : end.at+newline] // a heredoc ends with its line
	}
	e, diags := hclsyntax.ParseExpression(text, p.filename, start)
	return e, at, len(diags) == 0
}

// expression reads a plain expression. It is nil for any other one.
func (p *parser) expression() hclsyntax.Expression {
	switch c := p.peek(0); {
	case c == '"':
		return p.template()
	case isDigit(c):
		start := p.pos()
		v, ok := p.number()
		if !ok {
			return nil
		}
		return &hclsyntax.LiteralValueExpr{Val: v, SrcRange: p.since(start)}
	case isLetter(c):
		return p.named()
	case c == '[':
		return p.nested(p.tuple)
	case c == '{':
		return p.nested(p.object)
	}
	return nil
}

func (p *parser) nested(read func() hclsyntax.Expression) hclsyntax.Expression {
	if p.depth++; p.depth > maxDepth {
		return nil
	}
	e := read()
	p.depth--
	return e
}

// number reads the digits of a whole number.
func (p *parser) number() (cty.Value, bool) {
	start := p.at
	for isDigit(p.peek(0)) {
		p.at++
	}
	if c := p.peek(0); c == '.' || isLetter(c) {
		return cty.NilVal, false
	}
	text := p.src[start:p.at]
	if v, ok := p.numbers[string(text)]; ok {
		return v, true
	}
	v, err := cty.ParseNumberVal(string(text))
	if err != nil {
		return cty.NilVal, false
	}
	p.numbers[string(text)] = v
	return v, true
}

// named reads what begins with a name: a keyword, a call, a reference.
func (p *parser) named() hclsyntax.Expression {
	start := p.pos()
	name := p.name()
	at := p.since(start)
	if p.peek(0) == '(' {
		return p.nested(func() hclsyntax.Expression { return p.call(name, at) })
	}
	switch name {
	case "":
		return nil
	case "true":
		return &hclsyntax.LiteralValueExpr{Val: cty.True, SrcRange: at}
	case "false":
		return &hclsyntax.LiteralValueExpr{Val: cty.False, SrcRange: at}
	case "null":
		return &hclsyntax.LiteralValueExpr{Val: cty.NullVal(cty.DynamicPseudoType), SrcRange: at}
	}
	traversal := p.traversal(hcl.TraverseRoot{Name: name, SrcRange: at})
	if traversal == nil {
		return nil
	}
	return &hclsyntax.ScopeTraversalExpr{Traversal: traversal, SrcRange: p.since(start)}
}

// traversal reads the steps of a reference: names, and indexes that are literals.
func (p *parser) traversal(root hcl.TraverseRoot) hcl.Traversal {
	steps := make(hcl.Traversal, 1, 3)
	steps[0] = root
	for {
		start := p.pos()
		switch p.peek(0) {
		case '.':
			p.at++
			name := p.name()
			if name == "" {
				return nil
			}
			steps = append(steps, hcl.TraverseAttr{Name: name, SrcRange: p.since(start)})
		case '[':
			p.at++
			key, ok := p.key()
			if !ok || p.peek(0) != ']' {
				return nil
			}
			p.at++
			steps = append(steps, hcl.TraverseIndex{Key: key, SrcRange: p.since(start)})
		default:
			return steps
		}
	}
}

// key reads a literal index.
func (p *parser) key() (cty.Value, bool) {
	if p.peek(0) != '"' {
		return p.number()
	}
	text, ok := p.label()
	return cty.StringVal(text), ok
}

// tuple reads a list.
func (p *parser) tuple() hclsyntax.Expression {
	start := p.pos()
	open := p.mark()
	if p.atFor() {
		return nil
	}
	items, ok := p.list(']')
	if !ok {
		return nil
	}
	return &hclsyntax.TupleConsExpr{Exprs: items, SrcRange: p.since(start), OpenRange: open}
}

// atFor reports whether a bracket, which was taken, begins a for expression. It takes the space before its keyword.
func (p *parser) atFor() bool {
	if !p.space() {
		return true
	}
	before := p.cursor
	name := p.name()
	p.cursor = before
	return name == "for"
}

// call reads a function call from its parenthesis on.
func (p *parser) call(name string, nameRange hcl.Range) hclsyntax.Expression {
	open := p.mark()
	args, ok := p.list(')')
	if !ok || name == "" {
		return nil
	}
	end := p.pos()
	closing := hcl.Range{Filename: p.filename, Start: end, End: end}
	closing.Start.Column--
	closing.Start.Byte--
	return &hclsyntax.FunctionCallExpr{
		Name: name, Args: args, NameRange: nameRange, OpenParenRange: open, CloseParenRange: closing,
	}
}

// list reads expressions with commas between them, and the bracket that ends them.
func (p *parser) list(closer byte) (items []hclsyntax.Expression, ok bool) {
	for {
		if !p.space() {
			return nil, false
		}
		if p.peek(0) == closer {
			p.at++
			return items, true
		}
		e := p.expression()
		if e == nil || !p.space() {
			return nil, false
		}
		items = append(items, e)
		switch p.peek(0) {
		case ',':
			p.at++
		case closer:
		default:
			return nil, false
		}
	}
}

// object reads an object: items with a newline or a comma behind each.
func (p *parser) object() hclsyntax.Expression {
	start := p.pos()
	open := p.mark()
	if p.atFor() {
		return nil
	}
	var items []hclsyntax.ObjectConsItem
	for {
		if !p.space() {
			return nil
		}
		if p.peek(0) == '}' {
			p.at++
			return &hclsyntax.ObjectConsExpr{Items: items, SrcRange: p.since(start), OpenRange: open}
		}
		key := p.expression()
		if key == nil || !p.blanks() {
			return nil
		}
		if c := p.peek(0); c != '=' && c != ':' {
			return nil
		}
		p.at++
		if c := p.peek(0); c == '=' || c == '>' || c == ':' || !p.blanks() {
			return nil
		}
		value := p.expression()
		if value == nil || !p.blanks() {
			return nil
		}
		items = append(items, hclsyntax.ObjectConsItem{
			KeyExpr: &hclsyntax.ObjectConsKeyExpr{Wrapped: key}, ValueExpr: value,
		})
		switch c := p.peek(0); {
		case c == ',':
			p.at++
		case c == '}':
		case p.end() || !p.restOfLine():
			return nil
		}
	}
}

// template reads a quoted string with its interpolations.
func (p *parser) template() hclsyntax.Expression {
	start := p.pos()
	p.at++
	var parts []hclsyntax.Expression
	interpolated := false
	for {
		literal := p.pos()
		if !p.literal() {
			return nil
		}
		if p.at > literal.Byte {
			parts = append(parts, &hclsyntax.LiteralValueExpr{
				Val: cty.StringVal(p.text[literal.Byte:p.at]), SrcRange: p.since(literal),
			})
		}
		if p.peek(0) == '"' {
			p.at++
			break
		}
		e := p.interpolation()
		if e == nil {
			return nil
		}
		interpolated = true
		parts = append(parts, e)
	}
	if len(parts) == 0 { // hclsyntax puts the empty text of an empty string behind it
		parts = append(parts, &hclsyntax.LiteralValueExpr{Val: cty.StringVal(""), SrcRange: p.since(p.pos())})
	}
	if interpolated && len(parts) == 1 {
		return &hclsyntax.TemplateWrapExpr{Wrapped: parts[0], SrcRange: p.since(start)}
	}
	return &hclsyntax.TemplateExpr{Parts: parts, SrcRange: p.since(start)}
}

// interpolation reads a plain expression between ${ and }.
func (p *parser) interpolation() hclsyntax.Expression {
	if p.peek(0) != '$' || p.peek(1) != '{' || p.peek(2) == '~' {
		return nil
	}
	p.at += 2
	if p.depth++; p.depth > maxDepth || !p.space() {
		return nil
	}
	e := p.expression()
	if e == nil || !p.space() || p.peek(0) != '}' {
		return nil
	}
	p.at++
	p.depth--
	return e
}

// literal takes text of a quoted string up to the closing quote or an interpolation. It is false where the text holds
// anything that is not itself.
func (p *parser) literal() bool {
	for n := p.at; n < len(p.src); n++ {
		switch p.src[n] {
		case '"':
			return p.token(n, hclsyntax.LexTemplate)
		case '$', '%':
			return n+1 < len(p.src) && p.src[n] == '$' && p.src[n+1] == '{' && p.token(n, hclsyntax.LexTemplate)
		case '\\', '\n', '\r':
			return false
		}
	}
	return false
}
