package analysis

import (
	"io/fs"
	"maps"
	"slices"

	"github.com/apiglint/apiglint/cmd/apiglint/internal/boundary"
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/lint/report"
	"github.com/apiglint/apiglint/rules"
	"github.com/apiglint/apiglint/schema/terraform/files"
)

// newReport makes the report about what was found in a scope, whose files are still open.
func newReport(s *Scope, f *Found) *report.Report {
	o := s.options
	r := &report.Report{
		Result: f.Result, Review: f.review, Callers: f.callers, All: o.All, ShowSuppressed: o.ShowSuppressed, Instead: f.instead,
		Rules: rules.Catalogue(), Ran: slices.DeleteFunc(rules.Catalogue(), func(rule *lint.Rule) bool { return !s.Ran(rule) }),
		SecretTexts: f.secretTexts, Version: o.Version, Category: o.Category,
		Diagnostics: s.unread, Judged: s.judged(), Files: map[string]report.File{},
	}
	r.Judged.LeftOut, r.Silences, r.WhySilent = f.leftOut, f.silences, o.WhySilent
	sources := s.Files()
	maps.Copy(sources, f.sources)
	for _, p := range s.parts {
		diagnostics, notes := p.diagnostics.sorted()
		r.Diagnostics, r.Notes = append(r.Diagnostics, diagnostics...), append(r.Notes, notes...)
	}
	for _, d := range r.Diagnostics {
		if at := files.Subject(d); !at.Empty() && sources[at.Filename] == nil {
			sources[at.Filename] = s.variablesFile(at.Filename)
		}
	}
	for name := range r.Named() {
		now, revised := f.revised(name)
		file := report.File{Source: sources[name], Shown: name, Real: now, Secrets: f.secrets[name]}
		if !revised {
			file.Shown = s.shown(name)
		}
		if sources[now] != nil { // what was not read may lead anywhere
			file.Real = s.real(now)
		}
		r.Files[name] = file
	}
	return r
}

// variablesFile returns the text of a file that belongs to no module, but to a diagnostic: a variables file.
func (s *Scope) variablesFile(name string) []byte {
	for _, p := range s.parts {
		inside, ok := boundary.Within(p.diagnostics.prefix, name)
		if !ok {
			continue
		}
		if info, err := fs.Stat(p.files, inside); err != nil || info.Size() > files.MaxFileSize {
			continue
		}
		if src, err := fs.ReadFile(p.files, inside); err == nil {
			return src
		}
	}
	return nil
}
