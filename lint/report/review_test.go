package report

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2"

	"github.com/apiglint/apiglint/lint"
)

// reviewed is a report on a plan, with places and without.
func reviewed(t *testing.T) *Report {
	r := sample(t)
	nowhere := func(rule *lint.Rule, address, message string) *lint.Finding {
		return &lint.Finding{Rule: rule, Level: rule.Level, Resource: address, Message: address + " " + message}
	}
	place := *r.Findings[0]
	introduced := []*lint.Finding{
		&place,
		nowhere(network, "module.m.thing.a", "stands behind nothing: calls get APIG.0101"),
		nowhere(anonymous, `thing.b["x"]`, "is open to _all_"),
		nowhere(network, "module.m.thing.a", "says nothing"),
	}
	introduced[3].Level = lint.Note
	introduced[1].Also = []string{"thing.c[0]", "thing.c[1]"}
	there := *r.Findings[4]
	fixed := *r.Findings[5]
	r.Review = &lint.Review{
		Introduced: introduced, Unchanged: []*lint.Finding{&there},
		Fixed: []*lint.Finding{&fixed, nowhere(anonymous, "thing.gone", "was open to all")},
	}
	r.Findings, r.Suppressed = introduced, nil
	r.Instead = instead("main.tf", r.Findings, r.Review.Fixed)
	return r
}

func all(r *Report) *Report {
	r.All = true
	return r
}

func TestReviewGoldens(t *testing.T) {
	golden(t, "review.txt", render(t, reviewed(t), "text"))
	golden(t, "review-all.txt", render(t, all(reviewed(t)), "text"))
	golden(t, "review-all.json", render(t, all(reviewed(t)), "json"))
	golden(t, "review.md", render(t, reviewed(t), "markdown"))
	golden(t, "review-all.md", render(t, all(reviewed(t)), "markdown"))
	golden(t, "check.md", render(t, sample(t), "markdown"))
	golden(t, "incomplete.md", render(t, incomplete(t), "markdown"))
}

// What is not introduced would be an open alert of code scanning.
func TestReviewInSARIF(t *testing.T) {
	for _, test := range []struct {
		report *Report
		states string
	}{
		{reviewed(t), "new new new new"},
		{all(reviewed(t)), "new new new new unchanged absent absent"},
	} {
		out := render(t, test.report, "sarif")
		var log struct {
			Runs []struct {
				Results []struct {
					BaselineState       string
					PartialFingerprints map[string]string
					Locations           []struct {
						PhysicalLocation struct {
							ArtifactLocation struct{ URI string }
							Region           struct{ StartLine int }
						}
						LogicalLocations []struct{ FullyQualifiedName string }
					}
				}
			}
		}
		if err := json.Unmarshal(out, &log); err != nil {
			t.Fatal(err)
		}
		var states []string
		for _, r := range log.Runs[0].Results {
			states = append(states, r.BaselineState)
			if at := r.Locations[0].PhysicalLocation; at.ArtifactLocation.URI == "" || at.Region.StartLine < 1 {
				t.Errorf("a result has no location: %+v", at)
			}
			if r.PartialFingerprints["primaryLocationLineHash"] == "" {
				t.Error("a result has no fingerprint")
			}
		}
		if got := strings.Join(states, " "); got != test.states {
			t.Errorf("states are %s, not %s", got, test.states)
		}
		second := log.Runs[0].Results[1].Locations[0]
		if second.PhysicalLocation.ArtifactLocation.URI != "main.tf" || second.LogicalLocations[0].FullyQualifiedName != "module.m.thing.a" {
			t.Errorf("a finding without a file stands at %+v", second)
		}
		if log.Runs[0].Results[1].PartialFingerprints["primaryLocationLineHash"] == log.Runs[0].Results[2].PartialFingerprints["primaryLocationLineHash"] {
			t.Error("two resources have one fingerprint")
		}
	}
}

// Policy runners fail on these, and on nothing at all.
var alarming = regexp.MustCompile(`(?i)^\s*$|^fail|[1-9][0-9]* failure|failures": \[`)

func TestReviewForPolicyRunners(t *testing.T) {
	nothing := reviewed(t)
	nothing.Review, nothing.Findings = &lint.Review{}, nil
	fixed := reviewed(t)
	fixed.Review.Introduced, fixed.Findings = nil, nil
	for want, r := range map[string]*Report{
		"nothing introduced\n":                             nothing,
		"nothing introduced, 2 fixed, 1 already there\n":   fixed,
		"4 introduced (1 error, 2 warnings, 1 note), 2 fi": reviewed(t),
	} {
		out := string(render(t, r, "text"))
		if alarming.MatchString(out) {
			t.Errorf("a policy runner takes this for failing: %q", out)
		}
		if !strings.Contains(out, want) {
			t.Errorf("%q is not said: %q", want, out)
		}
	}
}

// hostile is a name or a value of someone who would like to write the comment.
var hostile = []string{
	"</code></summary></details><script>alert(1)</script>",
	"-->\n\n# Approved by @octocat <!--",
	"`` ` ```\n```\n@octocat",
	"| a | b |\n|---|---|\n",
	"[click](https://evil.example.com) ![x](https://evil.example.com/x.png) <https://evil.example.com>",
	"&lt;b&gt; &#60;i&#62; *b* _i_ ~~s~~ $m$ \\",
	"me@example.com @octocat #123 octo/repo#1",
	"\r\n/approve\r\n- [x] done",
	"\x1b[31m\u202E",
}

func TestMarkdownCannotBeBroken(t *testing.T) {
	for _, evil := range hostileTexts {
		r := reviewed(t)
		f := &lint.Finding{
			Rule: network, Level: lint.Error, Resource: `thing.a["` + evil + `"]`,
			Message: `thing.a["` + evil + `"] says ` + evil, Also: []string{evil},
			Range: hcl.Range{Filename: evil + ".tf", Start: hcl.InitialPos, End: hcl.InitialPos},
		}
		f.Relate(f.Range, "%s", evil)
		r.Review = &lint.Review{Introduced: []*lint.Finding{f}}
		r.Findings, r.Notes, r.Category = r.Review.Introduced, nil, evil
		out := string(render(t, r, "markdown"))

		for line := range strings.Lines(out) {
			if line := strings.TrimSpace(line); line != "" && !ours.MatchString(line) {
				t.Errorf("a line begins as none of ours does: %q", line)
			}
		}
		text := withoutCode(out)
		for _, tag := range regexp.MustCompile(`<[^>]*>?`).FindAllString(text, -1) {
			if !regexp.MustCompile(`^</?(details|summary|code|!--)`).MatchString(tag) {
				t.Errorf("%q is in %q", tag, out)
			}
		}
		if n := strings.Count(text, "<details"); n != 1 || strings.Count(text, "</details>") != 1 || strings.Count(text, "<!--") != 1 {
			t.Errorf("what is folded is not what was meant: %q", out)
		}
		if bad := active.FindString(ownLinks.ReplaceAllString(text, "")); bad != "" {
			t.Errorf("%q is in %q", bad, text)
		}
		if strings.Count(text, "](") != 1 {
			t.Errorf("there is a link that is not ours: %q", text)
		}
	}
}

var (
	ours     = regexp.MustCompile("^(<!-- apiglint [A-Za-z0-9._/]* -->|### apiglint: |2 root modules and 1 plan: |#### Introduced|<details open><summary><code>.*</code>: 1 error</summary>|- \\*\\*error\\*\\*: |- at `|- callers get |- `|- the same holds for `|</details>)")
	active   = regexp.MustCompile(`@\w|[^&]#\d|[~|$]|[^*]\*[^*]|://|!\[|\\`)
	ownLinks = regexp.MustCompile(`\(https://github\.com/apiglint/[^)]*\)`)
)

// withoutCode takes out code spans as CommonMark finds them: a run of backticks up to the next one of the same length.
// Lines of HTML have none.
func withoutCode(markdown string) string {
	var b strings.Builder
	for line := range strings.Lines(markdown) {
		if strings.HasPrefix(line, "<") {
			b.WriteString(line)
			continue
		}
		for {
			start := strings.IndexByte(line, '`')
			if start < 0 {
				break
			}
			rest := strings.TrimLeft(line[start:], "`")
			run := len(line) - start - len(rest)
			end := 0
			for at := 0; at < len(rest) && end == 0; {
				length := len(rest[at:]) - len(strings.TrimLeft(rest[at:], "`"))
				if length == run {
					end = at + length
				}
				at += max(length, 1)
			}
			if end == 0 {
				break // nothing closes it
			}
			b.WriteString(line[:start])
			line = rest[end:]
		}
		b.WriteString(line)
	}
	return b.String()
}

// A comment that is too long is refused, so it is cut, between two findings, and says so.
func TestMarkdownIsCut(t *testing.T) {
	r := reviewed(t)
	r.Review, r.Notes = &lint.Review{}, nil
	const n = 2000
	for i := range n {
		f := &lint.Finding{Rule: network, Level: lint.Warning, Resource: fmt.Sprintf("thing.many[%d]", i/3)}
		f.Message = f.Resource + strings.Repeat(" <is wrong>", i%200)
		r.Review.Introduced = append(r.Review.Introduced, f)
	}
	last := r.Review.Introduced[n-1]
	last.Rule, last.Level, last.Resource = anonymous, lint.Error, "thing.worst"
	r.Review.Fixed = append(r.Review.Fixed, &lint.Finding{Rule: network, Level: lint.Note, Resource: "thing.fixed"})
	r.Findings = r.Review.Introduced
	for range 100 {
		r.Notes = append(r.Notes, sample(t).Notes...)
	}
	out := string(render(t, r, "markdown"))
	if len(out) > 60_000 || len(out) < 50_000 {
		t.Errorf("it has %d bytes", len(out))
	}
	shown := strings.Count(out, "\n- **")
	if want := fmt.Sprintf("%d more findings are not shown", n+1-shown); !strings.Contains(out, want) {
		t.Errorf("%q is not said: …%s", want, out[len(out)-500:])
	}
	if strings.Count(out, "<details") != strings.Count(out, "</details>") {
		t.Error("it is cut within a group")
	}
	if !strings.Contains(out, "thing.worst") {
		t.Error("the worst is cut")
	}
	if !strings.Contains(out, "and 2 more") && !strings.Contains(out, "not analysed: 100 places") {
		t.Error("what was not analysed is not said")
	}
}

func TestRedact(t *testing.T) {
	f := &lint.Finding{Message: `thing.a says hunter2, "hunter2" and hunter22, s3`}
	f.Remedyf("replace hunter2").Relate(hcl.Range{Filename: "a.tf"}, "hunter2 is here")
	Redact(f, []string{"hunter2", "s3", "", `"hunter2"`})
	if want := "thing.a says (sensitive), (sensitive) and hunter22, s3"; f.Message != want {
		t.Errorf("%q is not %q", f.Message, want)
	}
	if f.Related[0].Message != "(sensitive) is here" || f.Remedy != "replace (sensitive)" {
		t.Error(f.Related[0].Message, f.Remedy)
	}
}
