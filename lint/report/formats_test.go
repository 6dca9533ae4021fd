package report

import (
	"encoding/json"
	"encoding/xml"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/lint/report/reporttest"
)

// reports are those that every format has to write: with and without findings, places and plans, whole and not.
func reports(t *testing.T) map[string]*Report {
	empty := sample(t)
	empty.Findings, empty.Suppressed, empty.Notes, empty.Version, empty.Category = nil, nil, nil, "(devel)", ""
	both := incomplete(t)
	both.Findings = sample(t).Findings
	linked := sample(t)
	link := linked.Files["main.tf"]
	link.Real = "shared/main.tf"
	linked.Files["main.tf"] = link
	alone := reviewed(t)
	alone.Instead = nil
	return map[string]*Report{
		"sample": sample(t), "empty": empty, "incomplete": incomplete(t), "findings and incomplete": both, "linked": linked,
		"reviewed": reviewed(t), "reviewed without sources": alone,
	}
}

// valid holds what a format writes to its readers' rules.
func valid(t *testing.T, format string, out []byte) {
	t.Helper()
	var wrong []string
	switch format {
	case "json":
		wrong = reporttest.Schema(strict(t, "../../docs/apiglint-1.schema.json"), out)
	case "sarif":
		wrong = reporttest.SARIF(out)
	case "github":
		wrong = reporttest.GitHub(string(out))
	case "gitlab":
		wrong = append(reporttest.Schema(strict(t, "testdata/gitlab.schema.json"), out), twice(t, out)...)
	case "checkstyle", "junit":
		holdXML(t, filepath.Join("testdata", format+".xsd"), out)
	}
	if format == "junit" {
		wrong = junitCountsAreRight(t, out)
	}
	for _, problem := range wrong {
		t.Errorf("%s: %s", format, problem)
	}
	for _, r := range string(out) {
		if r != '\n' && deceptive(r) && format != "markdown" {
			t.Errorf("%s has %U in it, which a terminal would obey", format, r)
		}
	}
	if commands, _ := reporttest.Commands(string(out)); format != "github" && len(commands) > 0 {
		t.Errorf("%s in a log is a command: %+v", format, commands[0])
	}
}

// strict returns a schema that has no place for properties that it does not name.
func strict(t *testing.T, file string) []byte {
	t.Helper()
	src, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var schema any
	if err := json.Unmarshal(src, &schema); err != nil {
		t.Fatal(err)
	}
	var close func(v any)
	close = func(v any) {
		if object, ok := v.(map[string]any); ok {
			if object["type"] == "object" && object["additionalProperties"] == nil {
				object["additionalProperties"] = false
			}
			for _, inner := range object {
				close(inner)
			}
		}
	}
	close(schema)
	src, err = json.Marshal(schema)
	if err != nil {
		t.Fatal(err)
	}
	return src
}

// twice returns the fingerprints of a Code Quality report that two issues share: GitLab shows only the first.
func twice(t *testing.T, out []byte) []string {
	t.Helper()
	var issues []gitlabIssue
	if err := json.Unmarshal(out, &issues); err != nil {
		t.Fatal(err)
	}
	var all []string
	seen := map[string]bool{}
	for _, issue := range issues {
		if seen[issue.Fingerprint] {
			all = append(all, "two issues have the fingerprint "+issue.Fingerprint)
		}
		seen[issue.Fingerprint] = true
	}
	return all
}

func junitCountsAreRight(t *testing.T, out []byte) []string {
	t.Helper()
	var report junitReport
	if err := xml.Unmarshal(out, &report); err != nil {
		t.Fatal(err)
	}
	want := junitCounts{Name: report.Suite.Name, Tests: len(report.Suite.Cases)}
	for _, c := range report.Suite.Cases {
		if c.Skipped != nil {
			want.Skipped++
		}
		if c.Failure != nil {
			want.Failures++
		}
		if c.Error != nil {
			want.Errors++
		}
	}
	if report.junitCounts != want || report.Suite.junitCounts != want {
		return []string{fmt.Sprintf("%+v and %+v are not %+v", report.junitCounts, report.Suite.junitCounts, want)}
	}
	return nil
}

func TestFormatsAreValid(t *testing.T) {
	for name, r := range reports(t) {
		for _, format := range Formats() {
			t.Run(name+"/"+format.Name, func(t *testing.T) { valid(t, format.Name, render(t, r, format.Name)) })
		}
	}
	// What only --all writes is no SARIF to upload.
	for _, format := range []string{"json", "github", "gitlab", "checkstyle", "junit"} {
		valid(t, format, render(t, all(reviewed(t)), format))
	}
}

func TestFormatGoldens(t *testing.T) {
	for _, format := range []string{"github", "gitlab", "checkstyle", "junit"} {
		golden(t, "golden."+format, render(t, sample(t), format))
		golden(t, "review-all."+format, render(t, all(reviewed(t)), format))
		golden(t, "incomplete."+format, render(t, incomplete(t), format))
	}
}

// many is a report with a number of findings of each level, the worst last.
func many(notes, warnings, errors int) *Report {
	r := &Report{Rules: []*lint.Rule{anonymous, network}}
	add := func(n int, level lint.Level) {
		for range n {
			r.Findings = append(r.Findings, &lint.Finding{
				Rule: network, Level: level, Resource: fmt.Sprintf("thing.a[%d]", len(r.Findings)), Message: level.String(),
				Range: hcl.Range{Filename: "::a.tf", Start: hcl.Pos{Line: 1, Column: 1}, End: hcl.Pos{Line: 1, Column: 2}},
			})
		}
	}
	add(notes, lint.Note)
	add(warnings, lint.Warning)
	add(errors, lint.Error)
	return r
}

// GitHub drops what is beyond ten annotations of a kind, so a notice says how many are dropped, and is not dropped itself.
func TestGitHubSaysWhatItDoesNotShow(t *testing.T) {
	for _, test := range []struct {
		notes, warnings, errors int
		more                    int // -1 where all are shown
	}{
		{0, 0, 0, -1}, {10, 10, 10, -1}, {0, 0, 11, 1}, {10, 0, 11, 2}, {9, 10, 11, 1}, {12, 13, 14, 3 + 3 + 4},
	} {
		out := string(render(t, many(test.notes, test.warnings, test.errors), "github"))
		valid(t, "github", []byte(out))
		commands, lines := reporttest.Commands(out)
		if test.more < 0 {
			if len(commands) != test.notes+test.warnings+test.errors {
				t.Errorf("%+v: there are %d annotations", test, len(commands))
			}
			continue
		}
		last := commands[len(commands)-1]
		if want := fmt.Sprintf("; %d more ", test.more); last.Name != "notice" || !strings.Contains(last.Data, want) {
			t.Errorf("%+v: the last annotation is %+v, without %q", test, last, want)
		}
		if commands[0].Name != "error" {
			t.Errorf("%+v: the worst is not the first", test)
		}
		if n := len(lines) - 1; n != test.more { // there is nothing behind the last line feed
			t.Errorf("%+v: the log has %d more lines", test, n)
		}
	}
}

// A fingerprint stays when lines move, when a file is renamed, when the wrong value is another one: GitLab would show a
// defect as fixed and a new one.
func TestGitLabFingerprintsStay(t *testing.T) {
	fingerprint := func(file, src, text string, f lint.Finding) string {
		start := strings.Index(src, text)
		f.Range = hcl.Range{Filename: file, Start: hcl.Pos{Byte: start}, End: hcl.Pos{Byte: start + len(text)}}
		r := &Report{Files: map[string]File{file: {Source: []byte(src)}}}
		r.Findings = []*lint.Finding{&f}
		var issues []gitlabIssue
		if err := json.Unmarshal(render(t, r, "gitlab"), &issues); err != nil {
			t.Fatal(err)
		}
		return issues[0].Fingerprint
	}
	f := lint.Finding{Rule: network, Level: lint.Note, Resource: "thing.a", Message: "a"}
	was := fingerprint("m/a.tf", "x = 1\n", "1", f)
	moved := f
	moved.Message, moved.Level = "b", lint.Error
	for name, got := range map[string]string{
		"moved": fingerprint("m/a.tf", "\n\n  x   = 1\n", "1", f), "renamed": fingerprint("m/b.tf", "x = 1\n", "1", f),
		"another value": fingerprint("m/a.tf", "x = 234\n", "234", moved), "JSON": fingerprint("m/a.tf.json", `{"x": 1}`, "1", f),
	} {
		if got != was {
			t.Errorf("%s: the fingerprint is another one", name)
		}
	}
	other := f
	other.Resource = "thing.b"
	for name, got := range map[string]string{
		"another module": fingerprint("n/a.tf", "x = 1\n", "1", f), "another argument": fingerprint("m/a.tf", "y = 1\n", "1", f),
		"another resource": fingerprint("m/a.tf", "x = 1\n", "1", other),
	} {
		if got == was {
			t.Errorf("%s: the fingerprint is the same", name)
		}
	}
}

// A clean run has tests all the same, and only those of rules that ran.
func TestJUnitOfACleanRun(t *testing.T) {
	r := &Report{Rules: []*lint.Rule{anonymous, network}, Ran: []*lint.Rule{network}}
	out := string(render(t, r, "junit"))
	valid(t, "junit", []byte(out))
	if !strings.Contains(out, `tests="2" failures="0"`) || !strings.Contains(out, "NET101 no-public-address") || strings.Contains(out, "AUT406") {
		t.Errorf("a clean run of one rule is\n%s", out)
	}
}

func TestJUnitSkipsWhatHadNothingToJudge(t *testing.T) {
	comments := &lint.Rule{ID: "IGN901", Name: "idle-ignore", Cause: lint.Suppression}
	r := &Report{Ran: []*lint.Rule{anonymous, network, comments}, Judged: Judged{Roots: 1}}
	r.Findings = []*lint.Finding{{Rule: anonymous, Level: lint.Warning, Resource: "thing.a", Message: "a"}}
	out := string(render(t, r, "junit"))
	valid(t, "junit", []byte(out))
	if !strings.Contains(out, `tests="4" failures="1" errors="0" skipped="1"`) ||
		!strings.Contains(out, `<skipped message="nothing of a Huawei Cloud API gateway was found in 1 root module">`) {
		t.Errorf("a run that found nothing of a gateway is\n%s", out)
	}
}

func TestJUnitSkipsRulesWithNothingToJudge(t *testing.T) {
	r := &Report{Ran: []*lint.Rule{anonymous, network}, Judged: Judged{Roots: 1, Resources: map[string]int{"huaweicloud_apig_group": 1}}}
	r.Idle = lint.Idle{anonymous: "there is no huaweicloud_apig_api", network: ""}
	out := string(render(t, r, "junit"))
	valid(t, "junit", []byte(out))
	if !strings.Contains(out, `tests="3" failures="0" errors="0" skipped="1"`) ||
		!strings.Contains(out, `<skipped message="nothing to judge: there is no huaweicloud_apig_api">`) {
		t.Errorf("a run without an API is\n%s", out)
	}
}

func TestGoldensSatisfyTheSchema(t *testing.T) {
	goldens, err := filepath.Glob("testdata/*.json")
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, file := range goldens {
		if strings.Contains(file, "schema") || strings.Contains(file, "vectors") {
			continue
		}
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		valid(t, "json", src)
		n++
	}
	if n < 2 {
		t.Errorf("there are only %d goldens", n)
	}
}

func TestFormatsAreDocumented(t *testing.T) {
	page, err := os.ReadFile("../../docs/formats.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, format := range Formats() {
		if !strings.Contains(string(page), "\n| `"+format.Name+"` | ") {
			t.Errorf("docs/formats.md does not list %s", format.Name)
		}
	}
}
