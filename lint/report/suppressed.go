package report

import (
	"fmt"
	"slices"

	"github.com/apiglint/apiglint/lint"
)

// suppressed answers the findings that comments hide, where they are asked for. They count for nothing.
func (r *Report) suppressed() []*lint.Finding {
	if !r.ShowSuppressed {
		return nil
	}
	return r.allSuppressed()
}

// withSuppressed answers the findings to report, and then those that comments hide, where they are asked for.
func (r *Report) withSuppressed() []*lint.Finding { return slices.Concat(r.shown(), r.suppressed()) }

// allSuppressed answers the findings that comments hide, those that plans introduce among them.
func (r *Report) allSuppressed() []*lint.Finding {
	if r.Review == nil {
		return r.Suppressed
	}
	return slices.Concat(r.Suppressed, r.Review.Suppressed)
}

// suppressedCount answers the end of a line that counts findings.
func suppressedCount(findings []*lint.Finding) string {
	if len(findings) == 0 {
		return ""
	}
	return fmt.Sprintf(", %d suppressed", len(findings))
}

// ignoredText answers that a comment hides a finding, and until when.
func ignoredText(by *lint.Ignore) string {
	if by.Until == "" {
		return "ignored"
	}
	return "ignored until " + by.Until
}
