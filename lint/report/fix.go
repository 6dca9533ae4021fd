package report

import (
	"github.com/owenrumney/go-sarif/v2/sarif"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema/terraform/edit"
)

// jsonFix is what check --fix does about a finding. Whether that takes further spaces for the layout is not said.
type jsonFix struct {
	// Message is the end of a sentence that begins with "--fix".
	Message string `json:"message"`
	// Edits do not overlap.
	Edits []jsonEdit `json:"edits"`
}

// jsonEdit replaces a text with another one.
type jsonEdit struct {
	jsonPlace
	New string `json:"new"`
}

func (r *renderer) jsonFix(f *lint.Finding) *jsonFix {
	if f.Fix == nil {
		return nil
	}
	j := &jsonFix{Message: f.Fix.Message}
	for _, e := range f.Fix.Edits {
		j.Edits = append(j.Edits, jsonEdit{r.jsonPlace(e.Range), e.New})
	}
	return j
}

func (s *sarifWriter) fixes(f *lint.Finding) []*sarif.Fix {
	if f.Fix == nil {
		return nil
	}
	change := &sarif.ArtifactChange{ArtifactLocation: *s.artifact(f.Fix.File())}
	for _, e := range f.Fix.Edits {
		change.Replacements = append(change.Replacements, s.replacement(e))
	}
	return []*sarif.Fix{{
		Description:     sarif.NewTextMessage(linkText.Replace(sentence("apiglint check --fix " + f.Fix.Message))),
		ArtifactChanges: []*sarif.ArtifactChange{change},
	}}
}

func (s *sarifWriter) replacement(e edit.Edit) *sarif.Replacement {
	// The whole text, however many lines it has: it is not shown, but deleted.
	replacement := &sarif.Replacement{DeletedRegion: *region(s.text(e.Range.Filename).positions(e.Range))}
	if e.New != "" {
		replacement.InsertedContent = &sarif.ArtifactContent{Text: ptr(e.New)}
	}
	return replacement
}
