package rules

import (
	"fmt"
	"strings"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/lint/prose"
	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/facts"
)

// wrongReference finds arguments that should name an object and have something else.
var wrongReference = &lint.Rule{
	ID: "DEF013", Name: "wrong-reference", Level: lint.Error, Cause: lint.Definition, ByRelease: true,
	Title:   "a reference to the wrong type of object, or to the wrong attribute",
	Symptom: "the plan succeeds, and the apply fails",
	Links:   []string{"https://developer.hashicorp.com/terraform/language/expressions/references"},
	Check: func(p *lint.Pass) {
		if !p.Refers {
			p.Idle("no argument refers to an object")
		}
		misfits := p.Misfits()
		var last *schema.Misfit
		for n := range misfits {
			m := misfits[n]
			if last != nil && last.Of == m.Of && last.At.Range() == m.At.Range() && last.Attr == m.Attr {
				continue // another element of a list that one expression makes
			}
			last = &misfits[n]
			p.Reportf(m.Of, m.At, "%s of %s is the %s of %s, and not the %s%s: the apply fails", m.Argument, m.Of, m.Attr,
				m.Instance.Address, m.Wanted, ofAnother(m)).
				Remedyf("set %s to the %s of %s", m.Argument, m.Wanted, rightObject(m))
		}
	},
}

// ofAnother says of what kind an object should be, where that is what is wrong.
func ofAnother(m schema.Misfit) string {
	if m.SameKind {
		return ""
	}
	return " of " + prose.Some(withArticle(m.Types), "or")
}

func withArticle(types []string) []string {
	var all []string
	for _, name := range types {
		all = append(all, fmt.Sprintf("a %s", name))
	}
	return all
}

func rightObject(m schema.Misfit) string {
	if m.SameKind {
		return m.Instance.Address
	}
	for _, name := range m.Types {
		if !lacksType(m.Of, strings.TrimPrefix(name, facts.Home+"_")) {
			return prose.Some(withArticle([]string{name}), "or")
		}
	}
	return "what it asks for"
}
