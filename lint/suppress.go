package lint

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/apiglint/apiglint/schema/terraform"
)

// UnusedIgnore is reported for a suppression that suppresses nothing.
var UnusedIgnore = &Rule{
	ID: "IGN701", Name: "unused-ignore", Level: Warning, Cause: Suppression,
	Title:   "an ignore comment that hides nothing",
	Symptom: "none: the comment has no effect",
	Doc: `An ignore comment outlives the defect that it was written for, or stands in the wrong place, and then hides the
next defect that comes along. Remove it, or move it to the line of the finding or above its block.

It is silent about comments for rules that do not run.`,
	Bad: `
# apiglint:ignore unbound-policy -- bound by hand for now
resource "huaweicloud_apig_acl_policy" "office" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "office"
  type        = "PERMIT"
  entity_type = "IP"
  value       = "203.0.113.0/24"
}

resource "huaweicloud_apig_acl_policy_associate" "office" {
  instance_id = huaweicloud_apig_instance.main.id
  policy_id   = huaweicloud_apig_acl_policy.office.id
  publish_ids = var.publish_ids
}

variable "publish_ids" {
  type = list(string)
}
`,
	Good: `
# apiglint:ignore unbound-policy -- bound by hand for now
resource "huaweicloud_apig_acl_policy" "office" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "office"
  type        = "PERMIT"
  entity_type = "IP"
  value       = "203.0.113.0/24"
}
`,
}

// MalformedIgnore is reported for a suppression without a rule or a reason.
var MalformedIgnore = &Rule{
	ID: "IGN702", Name: "malformed-ignore", Level: Warning, Cause: Suppression,
	Title:   "an ignore comment without a rule or a reason",
	Symptom: "none: what it is about is still reported",
	Doc: `An ignore comment names the rules it is about and says why: ` +
		"`# apiglint:ignore anonymous-api -- health probe, no data`" + `. Without both it hides nothing.

Several rules are separated by commas, and a rule is meant by its name, its ID, or the letters that its ID begins with.`,
	Bad: `
# apiglint:ignore unbound-policy
resource "huaweicloud_apig_acl_policy" "office" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "office"
  type        = "PERMIT"
  entity_type = "IP"
  value       = "203.0.113.0/24"
}

resource "huaweicloud_apig_acl_policy_associate" "office" {
  instance_id = huaweicloud_apig_instance.main.id
  policy_id   = huaweicloud_apig_acl_policy.office.id
  publish_ids = var.publish_ids
}

variable "publish_ids" {
  type = list(string)
}
`,
	Good: `
# apiglint:ignore unbound-policy -- bound by hand for now
resource "huaweicloud_apig_acl_policy" "office" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "office"
  type        = "PERMIT"
  entity_type = "IP"
  value       = "203.0.113.0/24"
}
`,
}

// OwnRules answers the rules about suppressions, which [Run] applies by itself.
func OwnRules() []*Rule { return []*Rule{UnusedIgnore, MalformedIgnore} }

// ignore is a suppression as it is written.
type ignore struct {
	file     source
	at       hcl.Range
	patterns []string
	covers   hcl.Range // the lines whose findings it hides
	used     bool
	problem  string
}

const marker = "apiglint:ignore"

var ignorePattern = regexp.MustCompile(`^apiglint:ignore\s+([A-Za-z0-9-]+(?:\s*,\s*[A-Za-z0-9-]+)*)\s+--\s+\S`)

// suppress takes out the findings that the files' comments hide, and reports the comments that hide nothing.
func suppress(o Options, files []source, findings []*Finding) Result {
	var result Result
	var ignores []*ignore
	for _, f := range files {
		if bytes.Contains(f.Bytes, []byte(marker)) {
			for _, ig := range ignoresIn(f.File) {
				ig.file = f
				ignores = append(ignores, ig)
			}
		}
	}
	for _, f := range findings {
		hidden := false
		for _, ig := range ignores {
			if ig.hides(f) {
				ig.used, hidden = true, true
			}
		}
		if hidden {
			result.Suppressed = append(result.Suppressed, f)
		} else {
			result.Findings = append(result.Findings, f)
		}
	}
	for _, ig := range ignores {
		complaint := ig.complaint(o.Rules)
		if complaint == nil {
			continue
		}
		for _, settings := range ig.file.settings {
			own := *complaint
			if settings.apply(&own) {
				result.Findings = append(result.Findings, &own)
			}
		}
	}
	result.Findings = merge(result.Findings)
	return result
}

func (ig *ignore) hides(f *Finding) bool {
	return ig.problem == "" && !f.Mandatory && f.Range.Filename == ig.covers.Filename &&
		f.Range.Start.Line >= ig.covers.Start.Line && f.Range.Start.Line <= ig.covers.End.Line &&
		slices.ContainsFunc(ig.patterns, f.Rule.Matches)
}

// complaint answers the finding about the ignore itself, if there is one. One for a rule that did not run may be
// right.
func (ig *ignore) complaint(rules []*Rule) *Finding {
	f := &Finding{Range: ig.at, Level: Warning}
	switch {
	case ig.problem != "":
		f.Rule, f.Message = MalformedIgnore, ig.problem
	case ig.used:
		return nil
	default:
		for _, pattern := range ig.patterns {
			if !slices.ContainsFunc(rules, func(r *Rule) bool { return r.Matches(pattern) && r.Check != nil && ig.file.runs(r) }) {
				return nil
			}
		}
		f.Rule = UnusedIgnore
		f.Message = fmt.Sprintf("nothing here is reported as %s: the ignore comment hides nothing", strings.Join(ig.patterns, " or "))
	}
	return f
}

func newIgnore(text string, at hcl.Range) *ignore {
	ig := &ignore{at: at, covers: at}
	match := ignorePattern.FindStringSubmatch(text)
	if match == nil {
		ig.problem = fmt.Sprintf("the ignore comment hides nothing: it is written %s RULE -- REASON", marker)
		return ig
	}
	for _, pattern := range strings.Split(match[1], ",") {
		ig.patterns = append(ig.patterns, strings.TrimSpace(pattern))
	}
	return ig
}

func ignoresIn(f *terraform.File) []*ignore {
	if f.JSON() {
		return ignoresInJSON(f)
	}
	tokens, _ := hclsyntax.LexConfig(f.Bytes, f.Name, hcl.InitialPos)
	var ignores []*ignore
	lastCode := 0 // line of the last token that is code
	for i, token := range tokens {
		if token.Type != hclsyntax.TokenComment {
			if token.Type != hclsyntax.TokenNewline {
				lastCode = token.Range.End.Line
			}
			continue
		}
		text := strings.TrimSpace(strings.TrimLeft(string(token.Bytes), "#/* \t"))
		if !strings.HasPrefix(text, marker) {
			continue
		}
		at := token.Range
		at.End = at.Start // the comment's token ends on the next line
		ig := newIgnore(strings.TrimSpace(strings.TrimSuffix(text, "*/")), at)
		if lastCode != at.Start.Line {
			ig.covers = below(f, tokens[i+1:])
		}
		ignores = append(ignores, ig)
	}
	return ignores
}

// below is what a comment on a line of its own is about: the block that begins on the next line of code, or else that
// line.
func below(f *terraform.File, tokens hclsyntax.Tokens) hcl.Range {
	for _, token := range tokens {
		if token.Type == hclsyntax.TokenComment || token.Type == hclsyntax.TokenNewline {
			continue
		}
		if body, ok := f.Body.(*hclsyntax.Body); ok {
			if block := blockOnLine(body, token.Range.Start.Line); block != nil {
				return block.Range()
			}
		}
		return token.Range
	}
	return hcl.Range{}
}

func blockOnLine(body *hclsyntax.Body, line int) *hclsyntax.Block {
	for _, block := range body.Blocks {
		if block.TypeRange.Start.Line == line {
			return block
		}
		if r := block.Range(); r.Start.Line <= line && line <= r.End.Line {
			return blockOnLine(block.Body, line)
		}
	}
	return nil
}
