package report

import (
	"bytes"
	"io"
	"path"
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/lint/linttest"
	"github.com/apiglint/apiglint/lint/report/reporttest"
	"github.com/apiglint/apiglint/schema/terraform"
	"github.com/apiglint/apiglint/schema/terraform/edit"
)

// What the last argument of the fuzz test asks for, in bits. What is above them is the format.
const (
	asksForSuppressed = 1 << iota
	asksForReview
	asksForAll
	asksForFixes
	asksForSecretTexts
	asksForColour
	asksForWidth
	asksForFormat
)

func terminal(options uint) Terminal {
	return Terminal{Colour: options&asksForColour != 0, Width: map[bool]int{true: 40}[options&asksForWidth != 0]}
}

// FuzzFormats writes findings whose texts, names and places are anything, in every format, with all that a report may have.
// Each has to be what it says it is, to be the same twice, and to hide the secret.
func FuzzFormats(f *testing.F) {
	for n := range uint(len(Formats())) {
		for _, asked := range []uint{0, asksForSuppressed | asksForFixes, asksForReview | asksForWidth, asksForReview | asksForAll | asksForSuppressed | asksForSecretTexts} {
			options := asked + n*asksForFormat
			for name, src := range sampleFiles {
				f.Add([]byte(src), name, "huaweicloud_vpc.v has a name", `a.b["x"]`, 3, 9, 5, options)
			}
			f.Add([]byte("a\r\nb\x00\xff\u202e"), "a\nb\x1b[31m::error file=x::y", "| a ]]> <!-- @user #1 `` ```", "::error::%0A", -1, 1<<40, 1, options)
			f.Add([]byte("\xef\xbb\xbfx"), "a//../%2e%2e/\\x&<>\"'.tf", "![a](b) </details> <script>", "\u2028\ufffe", 0, 0, 0, options)
		}
	}
	f.Fuzz(func(t *testing.T, src []byte, file, message, resource string, start, end, at int, options uint) {
		file = strings.TrimPrefix(path.Clean("/"+file), "/") // as all names in findings are
		if len(src)+len(file)+len(message)+len(resource) > 16<<10 || strings.TrimSpace(message) == "" || file == "" {
			return
		}
		defer linttest.Watch(t)()
		format := Formats()[options/asksForFormat%uint(len(Formats()))]
		write := func() []byte {
			var out bytes.Buffer
			if err := format.Write(&out, anything(src, file, message, resource, start, end, at, options), terminal(options)); err != nil {
				t.Fatalf("%s: %v", format.Name, err)
			}
			return out.Bytes()
		}
		out := write()
		if !bytes.Equal(out, write()) {
			t.Errorf("%s is not the same twice", format.Name)
		}
		if options&asksForColour == 0 {
			for _, wrong := range wrongWith(format.Name, out) {
				t.Errorf("%s: %s:\n%q", format.Name, wrong, out)
			}
		}
		if bytes.Contains(out, []byte(secret)) {
			t.Errorf("%s shows the secret: %q", format.Name, out)
		}
		for _, write := range []func(io.Writer, *Report, Terminal) error{WriteDiagnostics, WriteNotes} {
			var out bytes.Buffer
			if err := write(&out, anything(src, file, message, resource, start, end, at, options), Terminal{}); err != nil {
				t.Fatal(err)
			}
			if err := reporttest.Readable(out.Bytes()); err != nil {
				t.Errorf("%v: %q", err, out.String())
			}
		}
	})
}

// wrongWith returns what is wrong with a report. Of SARIF it is what its schema says: the rules and the findings here are not
// those that GitHub would take.
func wrongWith(format string, out []byte) []string {
	if format == "sarif" {
		return reporttest.SARIFSchema(out)
	}
	return reporttest.Format(format, out)
}

const secret = "c0rrect-h0rse"

// anything returns a report with findings of all kinds about a text, in which the secret stands at one place.
func anything(src []byte, file, message, resource string, start, end, at int, options uint) *Report {
	at = min(max(at, 0), len(src))
	src = bytes.Join([][]byte{src[:at], src[at:]}, []byte(secret))
	// Findings have places inside the text, as the loader's tests hold; what stands in a file that changes does not.
	where := func(start, end int) hcl.Range {
		pos := func(offset int) hcl.Pos { return hcl.Pos{Line: offset/7 + 1, Column: offset%7 + 1, Byte: offset} }
		return hcl.Range{Filename: file, Start: pos(max(start, 0)), End: pos(max(start, end, 0))}
	}
	finding := &lint.Finding{Rule: network, Level: lint.Error, Range: where(start, end), Message: message, Resource: resource}
	finding.Remedyf("%s", message).Relate(where(at, at+len(secret)), "%s", message)
	more := &lint.Finding{
		Rule: anonymous, Level: lint.Note, Range: where(end, start), Message: message, Resource: resource,
		Also: []string{resource + "[0]", resource + "[1]" + message},
	}
	nowhere := &lint.Finding{Rule: anonymous, Level: lint.Warning, Message: message, Resource: resource, Path: message}
	hides := where(at, at+len(secret))
	problem := where(start, end)
	suppressed := *more
	suppressed.Ignored = &lint.Ignore{Range: where(start, end), Reason: message, Until: "2027-03-01"}
	findings := []*lint.Finding{finding, more, nowhere}
	if options&asksForFixes != 0 {
		finding.Fix = &lint.Fix{Message: "renames a to b", Edits: []edit.Edit{{Range: where(start, end), New: message}}}
	}
	var secrets []string
	if options&asksForSecretTexts != 0 {
		finding.Message += " " + secret
		finding.Remedy += " " + secret
		secrets = []string{secret}
		Redact(finding, secrets)
	}
	var review *lint.Review
	if options&asksForReview != 0 {
		gone := *nowhere
		review = &lint.Review{
			Introduced: findings, Unchanged: []*lint.Finding{{Rule: network, Level: lint.Note, Range: where(0, 1), Message: message, Resource: resource}},
			Fixed: []*lint.Finding{&gone}, Suppressed: []*lint.Finding{&suppressed},
		}
	}
	return &Report{
		Result:         lint.Result{Findings: findings, Suppressed: []*lint.Finding{&suppressed}},
		Review:         review,
		All:            options&asksForAll != 0,
		ShowSuppressed: options&asksForSuppressed != 0,
		SecretTexts:    secrets,
		Rules:          []*lint.Rule{anonymous, network},
		Notes:          []terraform.Note{{Range: where(start, end), Message: message}},
		Diagnostics:    hcl.Diagnostics{{Severity: hcl.DiagWarning, Summary: message, Detail: resource, Subject: &problem}},
		Files:          map[string]File{file: {Source: src, Shown: "infra/" + file, Secrets: []hcl.Range{hides}}},
		Instead:        map[*lint.Finding]string{nowhere: file},
		Version:        "v1.2.3",
		Category:       resource,
	}
}
