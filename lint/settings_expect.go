package lint

import (
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/apiglint/apiglint/lint/prose"
	"github.com/apiglint/apiglint/lint/spelling"
	"github.com/apiglint/apiglint/schema/facts"
	"github.com/apiglint/apiglint/schema/trace"
)

// ExpectationsFile is the end of the names of files with expect blocks that stand beside the files of a root module.
const ExpectationsFile = ".apiglint.hcl"

// ParseExpectations reads the bytes of a file that has expect blocks and nothing else. What is wrong is said with its place, everything
// at once.
func ParseExpectations(src []byte, file string) ([]*Expectation, hcl.Diagnostics) {
	p := settingsParser{settings: &Settings{File: file}}
	body := p.parse(src)
	if body == nil {
		return nil, p.diagnostics
	}
	for _, a := range attributes(body) {
		p.complain(a.NameRange, "%s has expect blocks and no settings: those stand in %s", file, SettingsFile)
	}
	var blocks []*hclsyntax.Block
	for _, b := range body.Blocks {
		if b.Type != keyExpect {
			p.complain(b.TypeRange, "there is no block %q%s: %s has expect blocks, and settings stand in %s",
				b.Type, spelling.Suggestion(b.Type, []string{keyExpect}), file, SettingsFile)
			continue
		}
		blocks = append(blocks, b)
	}
	p.expectBlocks(blocks)
	if p.diagnostics.HasErrors() {
		return nil, p.sorted()
	}
	return p.settings.Expectations, nil
}

// expectBlocks reads expect blocks. Their names are unique in a file.
func (p *settingsParser) expectBlocks(blocks []*hclsyntax.Block) {
	seen := map[string]int{}
	for _, b := range blocks {
		name, at, ok := p.label(b, `expect "checkout works" { … }`)
		if !ok {
			continue
		}
		if line, again := seen[name]; again {
			p.complain(at, "the expectation %q is there already, in line %d", name, line)
			continue
		}
		seen[name] = at.Start.Line
		for _, inner := range b.Body.Blocks {
			p.complain(inner.TypeRange, "an expectation has no blocks, and %q is one", inner.Type)
		}
		e := &Expectation{Block: b}
		e.Name = name
		p.expectation(e)
		p.settings.Expectations = append(p.settings.Expectations, e)
	}
}

// expectKeys are the arguments of an expect block, in the order in which the documentation has them.
var expectKeys = []struct {
	name string
	read func(p *settingsParser, e *Expectation, a *hclsyntax.Attribute)
}{
	{"call", (*settingsParser).expectedCall},
	{"from", (*settingsParser).expectedFrom},
	{"except", (*settingsParser).expectedExcept},
	{"as", (*settingsParser).expectedAs},
	{"environment", (*settingsParser).expectedEnvironment},
	{"headers", (*settingsParser).expectedHeaders},
	{"client_certificate", func(p *settingsParser, e *Expectation, a *hclsyntax.Attribute) { e.Calls.Certificate = p.truth(a) }},
	{"outcome", (*settingsParser).expectedOutcome},
	{"backend", (*settingsParser).expectedBackend},
	{"strict", func(p *settingsParser, e *Expectation, a *hclsyntax.Attribute) { e.Strict = p.truth(a) }},
	{"recorded", func(p *settingsParser, e *Expectation, a *hclsyntax.Attribute) { e.Recorded = p.truth(a) }},
}

// expectation reads the arguments of an expect block: the call before what belongs to it.
func (p *settingsParser) expectation(e *Expectation) {
	written := e.Block.Body.Attributes
	var names []string
	for _, key := range expectKeys {
		names = append(names, key.name)
		if a := written[key.name]; a != nil {
			key.read(p, e, a)
		}
	}
	for _, a := range attributes(e.Block.Body) {
		if !slices.Contains(names, a.Name) {
			p.complain(a.NameRange, "an expectation has no argument %q%s; there are %s", a.Name, spelling.Suggestion(a.Name, names), prose.List(names, "and"))
		}
	}
	for _, name := range []string{"call", "outcome"} {
		if written[name] == nil {
			p.complain(e.Block.DefRange(), "the expectation %q has no %s", e.Name, name)
		}
	}
	switch a := written["except"]; {
	case a != nil && !e.Anywhere:
		p.complain(a.NameRange, `except takes places from all that there are: it needs from = "anywhere"`)
	case e.Outcome == trace.Fails && e.Backend != "":
		p.complain(written["backend"].NameRange, "a call that fails has no backend")
	}
}

func (p *settingsParser) expectedCall(e *Expectation, a *hclsyntax.Attribute) {
	text := p.text(a)
	if text == "" {
		return
	}
	calls, err := trace.ParseCalls(text)
	if err != nil {
		p.complain(a.Expr.Range(), "%v", err)
	}
	e.Calls = calls
}

// anywhere is written for every place that callers can be.
const anywhere = "anywhere"

func (p *settingsParser) expectedFrom(e *Expectation, a *hclsyntax.Attribute) {
	all := p.places(a)
	if e.Anywhere = len(all) == 1 && all[0].text == anywhere; !e.Anywhere {
		e.From = p.froms(all)
	}
	if list, ok := a.Expr.(*hclsyntax.TupleConsExpr); ok && len(list.Exprs) == 0 {
		p.complain(list.Range(), "from names no place: leave it out for the one that fits the gateway")
	}
}

func (p *settingsParser) expectedExcept(e *Expectation, a *hclsyntax.Attribute) {
	places := p.places(a)
	e.Except = p.froms(places)
	for _, place := range places {
		if kind, _, _ := strings.Cut(place.text, ":"); kind == "subnet" || kind == "ip" {
			p.complain(place.at, "anywhere means the internet and whole VPCs, and %s is neither", place.text)
		}
	}
}

// places reads one place of callers, or a list of them.
func (p *settingsParser) places(a *hclsyntax.Attribute) []text {
	if one, ok := textOf(a.Expr); ok {
		return []text{{one, a.Expr.Range()}}
	}
	return p.texts(a, "places")
}

func (p *settingsParser) froms(places []text) []trace.From {
	var all []trace.From
	for _, place := range places {
		from, err := trace.ParseFrom(place.text)
		switch {
		case place.text == anywhere:
			p.complain(place.at, "anywhere stands alone, as from: it is every place that there is")
		case err != nil:
			p.complain(place.at, "%v%s", err, spelling.Suggestion(place.text, []string{"internet", "gateway-vpc", anywhere}))
		default:
			all = append(all, from)
		}
	}
	return all
}

func (p *settingsParser) expectedAs(e *Expectation, a *hclsyntax.Attribute) {
	text := p.text(a)
	if text == "" {
		return
	}
	as, err := trace.ParseAs(text)
	if err != nil {
		p.complain(a.Expr.Range(), "%v%s", err, spelling.Suggestion(text, []string{"nobody", "iam", "authorizer"}))
	}
	e.Calls.As = as
}

func (p *settingsParser) expectedEnvironment(e *Expectation, a *hclsyntax.Attribute) {
	p.header(e, "X-Stage", p.text(a), a.Expr.Range())
}

func (p *settingsParser) expectedHeaders(e *Expectation, a *hclsyntax.Attribute) {
	object, ok := a.Expr.(*hclsyntax.ObjectConsExpr)
	if !ok {
		p.complain(a.Expr.Range(), `headers is an object: { Origin = "https://shop.example.com" }`)
		return
	}
	for _, item := range object.Items {
		name := hcl.ExprAsKeyword(item.KeyExpr)
		if name == "" {
			name, _ = textOf(item.KeyExpr.(*hclsyntax.ObjectConsKeyExpr).Wrapped) //nolint:forcetypeassert // the parser wraps every key
		}
		value, ok := textOf(item.ValueExpr)
		if !ok || name == "" {
			p.complain(item.KeyExpr.Range(), "the names and values of headers are texts in quotes")
			continue
		}
		p.header(e, name, value, item.KeyExpr.Range())
	}
}

func (p *settingsParser) header(e *Expectation, name, value string, at hcl.Range) {
	if e.Calls.Headers == nil || value == "" {
		return // the call is wrong, which is said
	}
	if err := e.Calls.SetHeader(name + ": " + value); err != nil {
		p.complain(at, "%v", err)
	}
}

func (p *settingsParser) expectedOutcome(e *Expectation, a *hclsyntax.Attribute) {
	outcome := p.text(a)
	switch _, code := facts.GatewayCode(outcome); {
	case outcome == "":
	case outcome == string(trace.Arrives) || outcome == string(trace.Fails):
		e.Outcome = trace.Outcome(outcome)
	case code && strings.HasPrefix(outcome, "APIG."):
		e.Outcome, e.Code = trace.Fails, outcome
	default:
		known := append(facts.GatewayCodes(), string(trace.Arrives), string(trace.Fails))
		p.complain(a.Expr.Range(), "%q is no outcome%s: it is arrives, fails, or an error code of the gateway", outcome, spelling.Suggestion(outcome, known))
	}
}

// expectedBackend reads a backend as trace names it. Whether an address is there is asked once configurations are known.
func (p *settingsParser) expectedBackend(e *Expectation, a *hclsyntax.Attribute) {
	e.Backend = p.text(a)
	if scheme, _, url := strings.Cut(e.Backend, "://"); e.Backend != "" && !trace.IsBackend(e.Backend) {
		known := []string{"mock"}
		if url {
			e.Backend, known = scheme, []string{"http", "https"}
		}
		p.complain(a.Expr.Range(), "%q is no backend%s: it is mock, the address of a channel or a function, a URL (http or https), or a function's URN",
			e.Backend, spelling.Suggestion(e.Backend, known))
	}
}

// text reads one text, and complains where there is none.
func (p *settingsParser) text(a *hclsyntax.Attribute) string {
	value, ok := textOf(a.Expr)
	if !ok || value == "" {
		p.complain(a.Expr.Range(), "%s is a text in quotes: no variables or functions can stand here", a.Name)
	}
	return value
}

// truth reads true or false.
func (p *settingsParser) truth(a *hclsyntax.Attribute) bool {
	literal, ok := a.Expr.(*hclsyntax.LiteralValueExpr)
	if !ok || literal.Val.IsNull() || literal.Val.Type() != cty.Bool {
		p.complain(a.Expr.Range(), "%s is true or false", a.Name)
		return false
	}
	return literal.Val.True()
}
