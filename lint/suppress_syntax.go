package lint

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/apiglint/apiglint/lint/spelling"
)

// directive is what an ignore comment says:
//
//	apiglint:ignore RULES [until DATE] -- REASON
type directive struct {
	patterns      []string
	until, reason string
	// problem is what is wrong with it, "" for nothing. Then it hides nothing.
	problem string
}

// Tool is the word in the comments that are meant for the linter.
const Tool = "apiglint"

const (
	marker = Tool + ":ignore"
	usage  = marker + " RULE -- REASON"
)

var (
	reasonMark  = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`(?:^|\s)--(?:\s|$)`) })
	untilMark   = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`(?:^|\s)until(?:\s+(\S*))?\s*$`) })
	rulePattern = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^[A-Za-z0-9-]+$`) })
)

// parseDirective reads a comment's text. It is false for one that is about something else.
func parseDirective(text string) (directive, bool) {
	text = strings.TrimSpace(text)
	rest, ok := strings.CutPrefix(text, marker)
	if !ok || (rest != "" && !strings.HasPrefix(rest, " ") && !strings.HasPrefix(rest, "\t")) {
		miss := nearMiss(text)
		return directive{problem: fmt.Sprintf("%q is no ignore comment, and hides nothing: one is written %s", miss, usage)}, miss != ""
	}
	var d directive
	head := rest
	if at := reasonMark().FindStringIndex(rest); at != nil {
		head, d.reason = rest[:at[0]], strings.TrimSpace(rest[at[1]:])
	}
	if match := untilMark().FindStringSubmatchIndex(head); match != nil {
		if match[2] >= 0 {
			d.until = head[match[2]:match[3]]
		}
		head = head[:match[0]]
		if _, err := time.Parse(time.DateOnly, d.until); err != nil {
			d.problem = fmt.Sprintf("the ignore comment hides nothing: %q is no day, which is written until 2027-03-01", d.until)
		}
	}
	for pattern := range strings.SplitSeq(head, ",") {
		if pattern = strings.TrimSpace(pattern); !slices.Contains(d.patterns, pattern) {
			d.patterns = append(d.patterns, pattern)
		}
	}
	switch {
	case strings.TrimSpace(head) == "":
		d.problem = "the ignore comment names no rule, and hides nothing: it is written " + usage
	case d.reason == "":
		d.problem = "the ignore comment has no reason, and hides nothing: it is written " + usage
	}
	for _, pattern := range d.patterns {
		if d.problem == "" && !rulePattern().MatchString(pattern) {
			d.problem = fmt.Sprintf("the ignore comment hides nothing: %q is no rule, and several are separated by commas", pattern)
		}
	}
	return d, true
}

// The shapes that a misspelt marker has. With a blank instead of a colon it could be any sentence, unless a reason
// follows.
var (
	markerShape = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`^@?([A-Za-z]*[Ll][Ii][Nn][Tt])\s*[:_.-]+\s*([A-Za-z]+)`)
	})
	sentenceShape = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`^@?([A-Za-z]*[Ll][Ii][Nn][Tt])\s+([A-Za-z]+)\s.*\s--\s`)
	})
)

// nearMiss returns what was probably meant to be a marker, "" for a comment about something else.
func nearMiss(text string) string {
	match := markerShape().FindStringSubmatchIndex(text)
	if match == nil {
		match = sentenceShape().FindStringSubmatchIndex(text)
	}
	if match == nil {
		return ""
	}
	tool, verb := text[match[2]:match[3]], strings.ToLower(text[match[4]:match[5]])
	synonyms := []string{"allow", "disable", "exclude", "nolint", "skip", "suppress"}
	if spelling.Nearest(tool, []string{Tool}) == "" ||
		(spelling.Nearest(verb, []string{"ignore"}) == "" && !slices.Contains(synonyms, verb)) {
		return ""
	}
	return text[:match[5]]
}
