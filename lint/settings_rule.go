package lint

import (
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/apiglint/apiglint/lint/prose"
	"github.com/apiglint/apiglint/lint/spelling"
)

// ruleBlocks reads blocks about rules. Each rule, and each beginning of IDs, has one at most.
func (p *settingsParser) ruleBlocks(blocks []*hclsyntax.Block, glob string) {
	seen := map[string]int{}
	for _, b := range blocks {
		pattern, at, ok := p.label(b, `rule "anonymous-api" { … }`)
		if !ok {
			continue
		}
		rules := p.meant(text{pattern, at})
		if len(rules) == 0 {
			continue
		}
		var ids string
		for _, rule := range rules {
			ids += rule.ID
		}
		if line, again := seen[ids]; again {
			p.complain(at, "%q has a block already, in line %d", pattern, line)
			continue
		}
		seen[ids] = at.Start.Line
		for _, inner := range b.Body.Blocks {
			p.complain(inner.TypeRange, "a rule has no blocks, and %q is one", inner.Type)
		}
		for _, a := range attributes(b.Body) {
			if a.Name == keyLevel {
				p.level(a, rules, glob)
			} else {
				p.option(a, rules, glob)
			}
		}
	}
}

func (p *settingsParser) level(a *hclsyntax.Attribute, rules []*Rule, glob string) {
	name, ok := textOf(a.Expr)
	if !ok {
		p.complain(a.Expr.Range(), `level is a text: "error", "warning" or "note"`)
		return
	}
	level, err := ParseLevel(name)
	switch {
	case err == nil:
	case slices.Contains([]string{"off", "none", "never", "ignore", "disabled"}, strings.ToLower(name)):
		p.complain(a.Expr.Range(), "%q is no level; disable = [%q] switches a rule off", name, rules[0].Name)
		return
	default:
		p.complain(a.Expr.Range(), "%q is no level%s: it is error, warning or note", name, spelling.Suggestion(name, []string{"error", "warning", "note"}))
		return
	}
	for _, rule := range rules {
		if at, mandatory := p.mandatory[rule]; mandatory && glob != "" {
			p.complain(a.NameRange, "%s %s is mandatory, by line %d: its level is the same for all paths", rule.ID, rule.Name, at.Start.Line)
			continue
		}
		p.set(Setting{Rule: rule, Path: glob, Effect: SetLevel, Level: level}, a.Expr.Range())
	}
}

func (p *settingsParser) option(a *hclsyntax.Attribute, rules []*Rule, glob string) {
	rule := rules[0]
	option, ok := rule.Option(a.Name)
	names := []string{keyLevel}
	for _, o := range rule.Options {
		names = append(names, o.Name)
	}
	switch owner := p.owner(a.Name); {
	case len(rules) > 1 && owner != nil:
		p.complain(a.NameRange, "%q is an option of %s: it stands in a block of this rule alone", a.Name, owner.Name)
		return
	case len(rules) > 1:
		p.complain(a.NameRange, "several rules have no option %q%s; there is level", a.Name, spelling.Suggestion(a.Name, []string{keyLevel}))
		return
	case !ok && owner != nil:
		p.complain(a.NameRange, "%q is an option of %s, not of %s", a.Name, owner.Name, rule.Name)
		return
	case !ok:
		p.complain(a.NameRange, "%s has no option %q%s; there is %s", rule.Name, a.Name, spelling.Suggestion(a.Name, names), prose.List(names, "and"))
		return
	case glob != "":
		p.complain(a.NameRange, "options of rules hold for all paths: %q stands outside of path blocks", a.Name)
		return
	}
	if option.Type.numeric() {
		p.numbers(a, rule, option)
		return
	}
	values := []string{}
	for _, t := range p.texts(a, string(option.Type)) {
		if problem := option.Type.complaint(t.text); problem != "" {
			p.complain(t.at, "%s", problem)
		}
		values = append(values, t.text)
	}
	p.set(Setting{Rule: rule, Effect: SetOption, Option: option.Name, Texts: values}, a.Expr.Range())
}

func (p *settingsParser) numbers(a *hclsyntax.Attribute, rule *Rule, option Option) {
	list, ok := a.Expr.(*hclsyntax.TupleConsExpr)
	if !ok {
		p.complain(a.Expr.Range(), "%s is a list of %s: %[1]s = %[3]s", a.Name, option.Type, option.Example)
		return
	}
	values := []int{}
	for _, item := range list.Exprs {
		n, ok := numberOf(item)
		if !ok {
			p.complain(item.Range(), "%s is a list of %s, and this is none: only whole numbers as they are written can stand here", a.Name, option.Type)
			continue
		}
		if problem := option.Type.numberComplaint(n); problem != "" {
			p.complain(item.Range(), "%s", problem)
		}
		values = append(values, n)
	}
	p.set(Setting{Rule: rule, Effect: SetOption, Option: option.Name, Numbers: values}, a.Expr.Range())
}

// owner returns the rule that has an option of this name, nil where there is none.
func (p *settingsParser) owner(option string) *Rule {
	for _, rule := range p.rules {
		if _, ok := rule.Option(option); ok {
			return rule
		}
	}
	return nil
}
