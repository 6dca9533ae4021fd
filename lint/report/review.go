package report

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hashicorp/hcl/v2"

	"github.com/apiglint/apiglint/lint"
)

// The states of a finding where there is something before: a plan, a revision, a baseline. Any other finding has none.
const (
	Introduced = "introduced"
	Unchanged  = "unchanged"
	Fixed      = "fixed"
	Accepted   = "accepted" // the baseline has it
)

// shown returns the findings that a format writes as a list.
func (r *renderer) shown() []*lint.Finding {
	if r.Review == nil || !r.All {
		return r.Findings
	}
	return slices.Concat(r.Findings, r.Review.Unchanged, r.Review.Accepted, r.Review.Fixed)
}

// reviewSummary returns what changes do in one line. Policy runners look for words in it: it is never empty, and says
// nothing of failing.
func (r *renderer) reviewSummary() string {
	line := "nothing introduced"
	if n := len(r.Review.Introduced); n > 0 {
		line = fmt.Sprintf("%d introduced (%s)", n, levels(r.Review.Introduced))
	}
	if n := len(r.Review.Fixed); n > 0 {
		line += fmt.Sprintf(", %d fixed", n)
	}
	if n := len(r.Review.Unchanged); n > 0 {
		line += fmt.Sprintf(", %d already there", n)
	}
	if n := len(r.Review.Accepted); n > 0 {
		line += fmt.Sprintf(", %d in the baseline", n)
	}
	return line
}

// location returns the text that a finding is shown at: the first line of the file that stands for it where it has none.
func (r *renderer) location(f *lint.Finding) hcl.Range {
	if f.Range.Filename != "" {
		return f.Range
	}
	return hcl.Range{Filename: cmp.Or(r.Instead[f], "plan.json"), Start: hcl.InitialPos, End: hcl.InitialPos}
}

// Redact takes secrets out of what a finding says. Rules do not print them in the first place.
func Redact(f *lint.Finding, secrets []string) {
	f.Message, f.Remedy = redact(f.Message, secrets), redact(f.Remedy, secrets)
	if f.Ignored != nil {
		f.Ignored.Reason = redact(f.Ignored.Reason, secrets)
	}
	for i := range f.Related {
		f.Related[i].Message = redact(f.Related[i].Message, secrets)
	}
}

func redact(s string, secrets []string) string {
	spans := secretTexts([]byte(s), secrets)
	if len(spans) == 0 {
		return s
	}
	slices.SortFunc(spans, func(a, b span) int { return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(b.end, a.end)) })
	var b strings.Builder
	at := 0
	for _, secret := range spans {
		if secret.start >= at {
			b.WriteString(s[at:secret.start] + hidden)
		}
		at = max(at, secret.end)
	}
	b.WriteString(s[at:])
	return b.String()
}

// minSecret is the length from which a text is looked for wherever it may stand: shorter ones would be found in
// everything, and hide the report instead of the secret.
const minSecret = 4

// secretTexts returns where secrets stand in a line, as words of their own.
func secretTexts(line []byte, secrets []string) []span {
	var spans []span
	for _, secret := range secrets {
		if len(secret) < minSecret {
			continue
		}
		for from := 0; ; {
			i := bytes.Index(line[from:], []byte(secret))
			if i < 0 {
				break
			}
			start, end := from+i, from+i+len(secret)
			if isBoundary(line, start) && isBoundary(line, end) {
				spans = append(spans, span{start, end})
			}
			from = end
		}
	}
	return spans
}

// isBoundary reports whether a word begins or ends at a place of a line.
func isBoundary(line []byte, at int) bool {
	before, _ := utf8.DecodeLastRune(line[:at])
	after, _ := utf8.DecodeRune(line[at:])
	return !isWord(before) || !isWord(after)
}

func isWord(r rune) bool { return r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r) }
