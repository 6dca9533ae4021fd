package lint

import (
	"cmp"
	"fmt"
	"maps"
	"math/big"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/apiglint/apiglint/lint/spelling"
	"github.com/apiglint/apiglint/schema/terraform"
	"github.com/apiglint/apiglint/schema/terraform/files"
	"github.com/apiglint/apiglint/schema/terraform/funcs"
)

// ParseSettings reads the bytes of a settings file, against all rules that there are. What is wrong is said with its
// place, everything at once; then there are no settings.
func ParseSettings(src []byte, file string, rules []*Rule) (*Settings, hcl.Diagnostics) {
	p := settingsParser{rules: rules, settings: &Settings{File: file}}
	if body := p.parse(src); body != nil {
		p.file(body)
	}
	if p.diagnostics.HasErrors() {
		return nil, p.sorted()
	}
	return p.settings, nil
}

// parse parses the file. It returns nil where that cannot be done.
func (p *settingsParser) parse(src []byte) *hclsyntax.Body {
	file := p.settings.File
	if problem := files.TextProblem(src); problem != "" {
		p.complain(hcl.Range{Filename: file, Start: hcl.InitialPos, End: hcl.InitialPos}, "%s", problem)
		return nil
	}
	parsed, diags := hclsyntax.ParseConfig(src, file, hcl.InitialPos)
	if diags.HasErrors() {
		for _, d := range diags {
			d.Extra = settingsDiagnostic{}
		}
		p.diagnostics = diags
		return nil
	}
	return parsed.Body.(*hclsyntax.Body) //nolint:forcetypeassert // the parser of native syntax makes no other body
}

// sorted returns what is wrong by its places.
func (p *settingsParser) sorted() hcl.Diagnostics {
	slices.SortStableFunc(p.diagnostics, func(a, b *hcl.Diagnostic) int { return terraform.CompareRanges(*a.Subject, *b.Subject) })
	return p.diagnostics
}

// settingsDiagnostic marks what is said about settings. They hold no secrets.
type settingsDiagnostic struct{}

// IsAboutSettings reports whether a diagnostic is about a settings file, whose text may be shown.
func IsAboutSettings(d *hcl.Diagnostic) bool {
	_, ok := d.Extra.(settingsDiagnostic)
	return ok
}

type settingsParser struct {
	rules       []*Rule
	settings    *Settings
	diagnostics hcl.Diagnostics
	// mandatory are the rules that are, with the places that say so.
	mandatory map[*Rule]hcl.Range
}

func (p *settingsParser) complain(at hcl.Range, format string, args ...any) {
	p.diagnostics = append(p.diagnostics, &hcl.Diagnostic{
		Severity: hcl.DiagError, Summary: fmt.Sprintf(format, args...), Subject: &at, Extra: settingsDiagnostic{},
	})
}

// What a settings file sets, beside options, which have names of their own.
const (
	keyDisable   = "disable"
	keyMandatory = "mandatory"
	keyLevel     = "level"
	keyRule      = "rule"
	keyPath      = "path"
	keyExpect    = "expect"
	keySkip      = "skip_modules"
)

const (
	inFile = "disable, mandatory, skip_modules, rule, path and expect"
	inPath = "disable and rule"
)

// file reads the whole of it. What holds everywhere comes first, so that what holds for a path wins.
func (p *settingsParser) file(body *hclsyntax.Body) {
	for _, a := range attributes(body) {
		switch a.Name {
		case keyMandatory:
			p.mandatory = map[*Rule]hcl.Range{}
			for _, t := range p.texts(a, "rules") {
				for _, rule := range p.meant(t) {
					p.mandatory[rule] = t.at
					p.set(Setting{Rule: rule, Effect: MakeMandatory}, t.at)
				}
			}
		case keySkip:
			p.skipModules(a)
		case keyDisable: // below, when it is known what is mandatory
		case keyRule:
			p.complain(a.NameRange, `rule is a block: rule "anonymous-api" { level = "note" }`)
		case keyPath:
			p.complain(a.NameRange, `path is a block: path "legacy/**" { disable = ["anonymous-api"] }`)
		case keyExpect:
			p.complain(a.NameRange, `expect is a block: expect "checkout works" { call = "POST https://shop.example.com/orders" … }`)
		default:
			p.complain(a.NameRange, "there is no setting %q%s; there are %s",
				a.Name, spelling.Suggestion(a.Name, []string{keyDisable, keyMandatory, keySkip, keyRule, keyPath, keyExpect}), inFile)
		}
	}
	if a := body.Attributes[keyDisable]; a != nil {
		p.disable(a, "")
	}
	blocks, seen := map[string][]*hclsyntax.Block{}, map[string]int{}
	for _, b := range body.Blocks {
		switch b.Type {
		case keyRule, keyPath, keyExpect:
			blocks[b.Type] = append(blocks[b.Type], b)
		case keyDisable, keyMandatory:
			p.complain(b.TypeRange, `%s is no block but a list: %[1]s = ["anonymous-api"]`, b.Type)
		default:
			p.complain(b.TypeRange, "there is no block %q%s; there are %s",
				b.Type, spelling.Suggestion(b.Type, []string{keyRule, keyPath, keyExpect, keyDisable, keyMandatory}), inFile)
		}
	}
	p.ruleBlocks(blocks[keyRule], "")
	p.expectBlocks(blocks[keyExpect])
	for _, b := range blocks[keyPath] {
		glob, at, ok := p.label(b, `path "legacy/**" { … }`)
		if !ok {
			continue
		}
		if problem := globProblem(glob); problem != "" {
			p.complain(at, "%s", problem)
			continue
		}
		glob = strings.TrimSuffix(strings.TrimPrefix(glob, "./"), "/")
		if line, again := seen[glob]; again {
			p.complain(at, "the path %q has a block already, in line %d", glob, line)
			continue
		}
		seen[glob] = at.Start.Line
		p.path(b.Body, glob)
	}
}

// skipModules reads whether the findings in installed modules are left out.
func (p *settingsParser) skipModules(a *hclsyntax.Attribute) {
	v, diags := a.Expr.Value(nil)
	switch {
	case diags.HasErrors() || v.IsNull() || v.Type() != cty.Bool:
		p.complain(a.Expr.Range(), "skip_modules is true or false")
	case v.True():
		p.settings.SkipModules = &Origin{Range: a.SrcRange}
	}
}

func globProblem(glob string) string {
	switch {
	case glob == "":
		return "the path is empty"
	case strings.HasPrefix(glob, "/"):
		return fmt.Sprintf("%q begins with a slash: paths are relative to the directory of the settings", glob)
	case strings.Contains(glob, `\`):
		return fmt.Sprintf("%q has a backslash: paths are written with slashes on every system", glob)
	case !doublestar.ValidatePattern(glob):
		return fmt.Sprintf("%q is not a pattern: a bracket or a brace is not closed", glob)
	case funcs.TooManyAlternatives(glob):
		return fmt.Sprintf("%q stands for too many patterns: give it fewer braces, and write several path blocks", glob)
	}
	return ""
}

// path reads what holds for a glob alone.
func (p *settingsParser) path(body *hclsyntax.Body, glob string) {
	for _, a := range attributes(body) {
		switch a.Name {
		case keyDisable:
			p.disable(a, glob)
		case keyMandatory:
			p.complain(a.NameRange, "mandatory holds for all paths: it stands outside of path blocks")
		default:
			p.complain(a.NameRange, "a path has no setting %q%s; there are %s", a.Name, spelling.Suggestion(a.Name, []string{keyDisable, keyRule}), inPath)
		}
	}
	var rules []*hclsyntax.Block
	for _, b := range body.Blocks {
		if b.Type == keyRule {
			rules = append(rules, b)
			continue
		}
		p.complain(b.TypeRange, "a path has no block %q%s; there are %s", b.Type, spelling.Suggestion(b.Type, []string{keyDisable, keyRule}), inPath)
	}
	p.ruleBlocks(rules, glob)
}

func (p *settingsParser) disable(a *hclsyntax.Attribute, glob string) {
	for _, t := range p.texts(a, "rules") {
		for _, rule := range p.meant(t) {
			if at, ok := p.mandatory[rule]; ok {
				p.complain(t.at, "%s %s is mandatory, by line %d: it cannot be disabled", rule.ID, rule.Name, at.Start.Line)
				continue
			}
			p.set(Setting{Rule: rule, Path: glob, Effect: Disable}, t.at)
		}
	}
}

func (p *settingsParser) set(setting Setting, at hcl.Range) {
	setting.From = Origin{Range: at}
	p.settings.add(setting)
}

// meant returns the rules that a pattern means, and complains where there are none.
func (p *settingsParser) meant(pattern text) []*Rule {
	rules, err := Matching(p.rules, pattern.text)
	if err != nil {
		p.complain(pattern.at, "%v", err)
	}
	return rules
}

func (p *settingsParser) label(b *hclsyntax.Block, usage string) (string, hcl.Range, bool) {
	if len(b.Labels) != 1 {
		p.complain(b.TypeRange, "a block %q has one label, and this one has %d: %s", b.Type, len(b.Labels), usage)
		return "", hcl.Range{}, false
	}
	return b.Labels[0], b.LabelRanges[0], true
}

// text is an item of a list.
type text struct {
	text string
	at   hcl.Range
}

// texts reads a list of texts.
func (p *settingsParser) texts(a *hclsyntax.Attribute, of string) []text {
	list, ok := a.Expr.(*hclsyntax.TupleConsExpr)
	if !ok {
		p.complain(a.Expr.Range(), `%s is a list of %s as it is written: [ "…", "…" ]`, a.Name, of)
		return nil
	}
	var all []text
	for _, item := range list.Exprs {
		if s, ok := textOf(item); ok {
			all = append(all, text{s, item.Range()})
		} else {
			p.complain(item.Range(), "%s is a list of %s: only texts in quotes can stand here, and no variables or functions", a.Name, of)
		}
	}
	return all
}

// textOf returns a text in quotes. Nothing is evaluated: settings are read before anything else is.
func textOf(e hclsyntax.Expression) (string, bool) {
	t, ok := e.(*hclsyntax.TemplateExpr)
	if !ok {
		return "", false
	}
	var b strings.Builder
	for _, part := range t.Parts {
		literal, ok := part.(*hclsyntax.LiteralValueExpr)
		if !ok || literal.Val.Type() != cty.String {
			return "", false
		}
		b.WriteString(literal.Val.AsString())
	}
	return b.String(), true
}

// numberOf returns a whole number as it is written.
func numberOf(e hclsyntax.Expression) (int, bool) {
	literal, ok := e.(*hclsyntax.LiteralValueExpr)
	if !ok || literal.Val.IsNull() || literal.Val.Type() != cty.Number {
		return 0, false
	}
	n, accuracy := literal.Val.AsBigFloat().Int64()
	return int(n), accuracy == big.Exact
}

// attributes returns the attributes of a body in their order in the text.
func attributes(body *hclsyntax.Body) []*hclsyntax.Attribute {
	return slices.SortedFunc(maps.Values(body.Attributes), func(a, b *hclsyntax.Attribute) int {
		return cmp.Compare(a.SrcRange.Start.Byte, b.SrcRange.Start.Byte)
	})
}
