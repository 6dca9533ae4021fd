package report

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"net/url"
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/lint/report/reporttest"
	"github.com/apiglint/apiglint/schema/terraform"
)

// hostileTexts are names and values of someone who would like to write the report, or to be obeyed by what reads it.
var hostileTexts = append([]string{
	"a\x00b",
	"\x1b[2J\x1b]0;title\x07",
	"\x9b31m \u009b31m \u0085 \x7f",
	"\u202Efdp.exe\u2066 \u200B \u2028 \u2029 \uFEFF",
	"::error file=x,line=1::pwned",
	" \t\u00a0::stop-commands::x",
	"##[set-output name=status]0",
	"##vso[task.setvariable variable=x]1 ##teamcity[x]",
	"%0A::error::x %25 %3A , = ;",
	"a\nb\r\nc\n::error::d",
	"]]><evil/>",
	"\"'<>&<!-- -->",
	"invalid \xff\xfe\xc0\x80 \xed\xa0\x80 utf-8",
	"no characters \uFFFE \uFFFF \uFDD0 \U0001FFFF",
	strings.Repeat("long/", 2048),
	"](javascript:alert(1)) [x](9) [y](0) \\](0) \\",
	"| ` `` ~~~ ``` * _ |",
	"👨‍👩‍👧 e\u0301 中文 🇫🇷",
}, hostile...)

// besieged is a report in which everything that a configuration can name has one name.
func besieged(evil string) *Report {
	file := strings.ReplaceAll(evil, "/", "_") + ".tf"
	src := "# " + strings.ReplaceAll(evil, "\n", " ") + "\nx = 1\n"
	at := func(text string) hcl.Range {
		start := strings.Index(src, text)
		return hcl.Range{Filename: file, Start: hcl.Pos{Byte: start}, End: hcl.Pos{Byte: start + len(text)}}
	}
	address := `thing.a["` + evil + `"]`
	placed := &lint.Finding{
		Rule: network, Level: lint.Error, Resource: address, Message: address + " says " + evil, Also: []string{evil}, Range: at("x = 1"),
	}
	placed.Relate(at("#"), "%s", evil)
	first := &lint.Finding{Rule: anonymous, Level: lint.Warning, Resource: address, Message: evil, Range: at("# ")}
	nowhere := &lint.Finding{Rule: network, Level: lint.Note, Resource: evil, Message: "it stands nowhere"}
	subject := at("x")
	return &Report{
		Result: lint.Result{Findings: []*lint.Finding{placed, first, nowhere}},
		Rules:  []*lint.Rule{anonymous, network}, Ran: []*lint.Rule{network},
		Instead:     map[*lint.Finding]string{nowhere: file},
		Notes:       []terraform.Note{{Range: subject, Message: evil, Unjudged: true, Module: evil, Why: evil, Beyond: evil}},
		Judged:      Judged{Roots: 1, Lacking: []Lacking{{Root: evil, File: file, Inputs: []terraform.Lack{{Name: evil, Range: subject, Values: []hcl.Range{subject}}}}}},
		Diagnostics: hcl.Diagnostics{{Severity: hcl.DiagError, Summary: evil, Detail: evil, Subject: &subject}},
		Files:       map[string]File{file: {Source: []byte(src)}},
		Category:    evil,
	}
}

// TestFormatsCannotBeBroken reads back what each format makes of hostile texts, and looks for the same texts.
func TestFormatsCannotBeBroken(t *testing.T) {
	for i, evil := range hostileTexts {
		for _, format := range Formats() {
			t.Run(fmt.Sprintf("%d/%s", i, format.Name), func(t *testing.T) {
				r := besieged(evil)
				out := render(t, r, format.Name)
				valid(t, format.Name, out)
				read, ok := readers[format.Name]
				if !ok {
					return // it has a test of its own
				}
				got, f := read(t, out), r.Findings[0]
				want := readBack{printable(f.Range.Filename), printable(f.Message)}
				switch format.Name {
				case "json":
					want = readBack{f.Range.Filename, f.Message}
				case "gitlab", "sarif":
					want.file = f.Range.Filename
				}
				if format.Name != "sarif" { // a URI has any byte
					want.file = string([]rune(want.file))
				}
				if want.message = string([]rune(want.message)); !strings.HasPrefix(got.message, want.message) || got.file != want.file {
					t.Errorf("read back is %q, not %q", got, want)
				}
			})
		}
	}
}

// TestStderrObeysNothing holds what is said beside a report to the same.
func TestStderrObeysNothing(t *testing.T) {
	for _, evil := range hostileTexts {
		var out bytes.Buffer
		r := besieged(evil)
		r.Diagnostics = append(r.Diagnostics, &hcl.Diagnostic{Severity: hcl.DiagError, Summary: evil, Subject: &hcl.Range{Filename: evil}})
		for _, write := range []func() error{
			func() error { return WriteDiagnostics(&out, r, Terminal{}) },
			func() error { return WriteNotes(&out, r, Terminal{}) },
			func() error { return WriteLine(&out, "apiglint: "+evil) },
		} {
			if err := write(); err != nil {
				t.Fatal(err)
			}
		}
		valid(t, "text", out.Bytes())
	}
}

// readBack is what is read back of the first finding that is about text.
type readBack struct{ file, message string }

var readers = map[string]func(t *testing.T, out []byte) readBack{
	"text": func(t *testing.T, out []byte) readBack {
		place, message, _ := strings.Cut(string(out), ":2:1: error: ")
		message, _, _ = strings.Cut(message, " [NET101 ")
		return readBack{strings.TrimPrefix(place, "./"), message}
	},
	"json": func(t *testing.T, out []byte) readBack {
		var report jsonReport
		decode(t, out, &report)
		return readBack{report.Findings[0].File, report.Findings[0].Message}
	},
	"sarif": func(t *testing.T, out []byte) readBack {
		var log struct {
			Runs []struct {
				Results []struct {
					Message   struct{ Text string }
					Locations []struct {
						PhysicalLocation struct{ ArtifactLocation struct{ URI string } }
					}
				}
			}
		}
		decode(t, out, &log)
		result := log.Runs[0].Results[0]
		file, err := url.PathUnescape(result.Locations[0].PhysicalLocation.ArtifactLocation.URI)
		if err != nil {
			t.Error(err)
		}
		return readBack{file, unlinked.Replace(result.Message.Text)}
	},
	"github": func(t *testing.T, out []byte) readBack {
		commands, _ := reporttest.Commands(string(out))
		if len(commands) != 4 {
			t.Fatalf("there are %d annotations: %q", len(commands), out)
		}
		return readBack{commands[1].Properties["file"], commands[1].Data}
	},
	"gitlab": func(t *testing.T, out []byte) readBack {
		var issues []gitlabIssue
		decode(t, out, &issues)
		return readBack{issues[1].Location.Path, issues[1].Description}
	},
	"checkstyle": func(t *testing.T, out []byte) readBack {
		var report checkstyleReport
		if err := xml.Unmarshal(out, &report); err != nil {
			t.Fatal(err)
		}
		if len(report.Files) != 1 {
			t.Fatalf("there are %d files", len(report.Files))
		}
		return readBack{report.Files[0].Name, report.Files[0].Errors[1].Message}
	},
	"junit": func(t *testing.T, out []byte) readBack {
		var report junitReport
		if err := xml.Unmarshal(out, &report); err != nil {
			t.Fatal(err)
		}
		failure := report.Suite.Cases[1].Failure
		place, _, _ := strings.Cut(failure.Text, ":2:1: error: ")
		return readBack{strings.TrimPrefix(strings.TrimSpace(place), "./"), failure.Message}
	},
}

// unlinked undoes what keeps brackets from being links.
var unlinked = strings.NewReplacer(`\\`, `\`, `\[`, "[", `\]`, "]")

func decode(t *testing.T, out []byte, v any) {
	t.Helper()
	if err := json.Unmarshal(out, v); err != nil {
		t.Fatalf("%v: %q", err, out)
	}
}
