package report

import (
	"bufio"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"path"
	"regexp"
	"strings"
	"sync"

	"github.com/hashicorp/hcl/v2"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema/terraform/files"
)

// A report of GitLab's Code Quality; see its documentation "Code Quality report format". GitLab compares the reports of the
// two branches of a merge request by the fingerprints in them.

type gitlabIssue struct {
	Description string         `json:"description"`
	CheckName   string         `json:"check_name"`
	Fingerprint string         `json:"fingerprint"`
	Severity    string         `json:"severity"`
	Location    gitlabLocation `json:"location"`
}

type gitlabLocation struct {
	Path  string `json:"path"`
	Lines struct {
		Begin int `json:"begin"`
	} `json:"lines"`
}

var gitlabSeverities = map[lint.Level]string{lint.Error: "critical", lint.Warning: "major", lint.Note: "info"}

func writeGitLab(out *bufio.Writer, r *renderer) error {
	return writeJSONDocument(out, []gitlabIssue{}, jsonList{fill: r.gitlabIssues})
}

func (r *renderer) gitlabIssues(add func(any)) {
	seen := map[string]int{}
	issue := func(at hcl.Range, issue gitlabIssue, identity ...string) {
		key := strings.Join(identity, "\x00")
		sum := sha256.Sum256(fmt.Appendf(nil, "%s\x00%d", key, seen[key]))
		seen[key]++
		issue.Fingerprint = hex.EncodeToString(sum[:16])
		issue.Location.Path = r.real(at.Filename)
		issue.Location.Lines.Begin = r.text(at.Filename).position(at.Start).line
		add(issue)
	}
	for _, d := range r.Diagnostics {
		severity := "blocker"
		if d.Severity == hcl.DiagWarning {
			severity = "major"
		}
		at := files.Subject(d)
		at.Filename = cmp.Or(at.Filename, ".")
		text := printable(diagnosticText(d))
		issue(at, gitlabIssue{Description: text, CheckName: "unreadable-input", Severity: severity}, at.Filename, text)
	}
	for _, f := range r.standing() {
		at := r.location(f)
		issue(at, gitlabIssue{
			Description: strings.Join(r.lines(f), "; "), CheckName: f.Rule.Name, Severity: gitlabSeverities[f.Level],
		}, f.Rule.ID, path.Dir(at.Filename), f.Resource, f.Path, r.argument(f.Range))
	}
}

// maxName is what is looked at of a line, which may be a whole file.
const maxName = 256

var argumentName = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`([\w-]+)"?\s*[=:]\s*$`) })

// argument returns the name of the argument whose value a range is, "" where the text does not say so. It stays when lines
// move and when the value changes.
func (r *renderer) argument(at hcl.Range) string {
	lead := r.text(at.Filename).position(at.Start).lead
	if match := argumentName().FindSubmatch(lead[max(len(lead)-maxName, 0):]); match != nil {
		return string(match[1])
	}
	return ""
}
