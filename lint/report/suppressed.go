package report

import (
	"fmt"
	"slices"

	"github.com/apiglint/apiglint/lint"
)

// suppressed returns the findings that comments hide, where they are asked for. They count for nothing.
func (r *renderer) suppressed() []*lint.Finding {
	if !r.ShowSuppressed {
		return nil
	}
	return r.allSuppressed()
}

// withSuppressed returns the findings to report, and then those that comments hide, where they are asked for.
func (r *renderer) withSuppressed() []*lint.Finding { return slices.Concat(r.shown(), r.suppressed()) }

// allSuppressed returns the findings that comments hide, those that plans introduce among them.
func (r *renderer) allSuppressed() []*lint.Finding {
	if r.Review == nil {
		return r.Suppressed
	}
	return slices.Concat(r.Suppressed, r.Review.Suppressed)
}

// suppressedCount returns the end of a line that counts findings.
func suppressedCount(findings []*lint.Finding) string {
	if len(findings) == 0 {
		return ""
	}
	return fmt.Sprintf(", %d suppressed", len(findings))
}

// ignoredText returns that a comment hides a finding, and until when.
func ignoredText(by *lint.Ignore) string {
	if by.Until == "" {
		return "ignored"
	}
	return "ignored until " + by.Until
}
