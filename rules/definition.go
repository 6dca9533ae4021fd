package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/rules/definition"
)

// breaches is a check that reports what a part of the interpreter of the facts tables finds. What the tables conclude,
// rather than state, is no more than a warning.
func breaches(part definition.Part) func(*lint.Pass) {
	return func(p *lint.Pass) {
		part(p.Config, func(b definition.Breach) {
			level := p.Rule.Level
			if b.Inferred {
				level = min(level, lint.Warning)
			}
			f := p.ReportLevelf(level, b.Subject, lint.At(b.At), "%s", b.Message).Mend(b.Mend.Edits, "%s", b.Mend.Does)
			for _, r := range b.Related {
				f.Relate(r.At, "%s", r.Message)
			}
		})
	}
}
