package report

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/hashicorp/hcl/v2"
	"github.com/xeipuuv/gojsonschema"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/lint/linttest"
	"github.com/apiglint/apiglint/lint/report/reporttest"
	"github.com/apiglint/apiglint/schema/terraform"
)

// FuzzFormats writes findings whose texts, names and places are anything, in every format. Each has to be what it says it
// is, to be the same twice, and to hide the secret.
func FuzzFormats(f *testing.F) {
	for name, src := range files {
		f.Add([]byte(src), name, "huaweicloud_vpc.v has a name", `a.b["x"]`, 3, 9, 5)
	}
	f.Add([]byte("a\r\nb\x00\xff\u202e"), "a\nb\x1b[31m::error file=x::y", "| a ]]> <!-- @user #1 `` ```", "::error::%0A", -1, 1<<40, 1)
	f.Add([]byte("\xef\xbb\xbfx"), "a//../%2e%2e/\\x&<>\"'.tf", "![a](b) </details> <script>", "\u2028\ufffe", 0, 0, 0)
	schema, err := os.ReadFile("reporttest/sarif-schema-2.1.0.json")
	if err != nil {
		f.Fatal(err)
	}
	sarif, err := gojsonschema.NewSchema(gojsonschema.NewBytesLoader(schema))
	if err != nil {
		f.Fatal(err)
	}
	checks := map[string]func([]byte) error{
		"text": readable,
		"markdown": func(out []byte) error { // it stands behind @ and #, where it keeps them from meaning anyone
			return readable(bytes.ReplaceAll(out, []byte("\u200B"), nil))
		},
		"json":   isJSON,
		"gitlab": isJSON,
		"sarif": func(out []byte) error {
			result, err := sarif.Validate(gojsonschema.NewBytesLoader(out))
			if err == nil && !result.Valid() {
				err = fmt.Errorf("%v", result.Errors())
			}
			return err
		},
		"github": func(out []byte) error {
			if problems := reporttest.GitHub(string(out)); len(problems) > 0 {
				return errors.New(strings.Join(problems, "; "))
			}
			return nil
		},
		"checkstyle": isXML,
		"junit":      isXML,
	}
	f.Fuzz(func(t *testing.T, src []byte, file, message, resource string, start, end, at int) {
		file = strings.TrimPrefix(path.Clean("/"+file), "/") // as all names in findings are
		if len(src)+len(file)+len(message)+len(resource) > 16<<10 || strings.TrimSpace(message) == "" || file == "" {
			return
		}
		defer linttest.Watch(t)()
		for _, format := range Formats() {
			check := checks[format.Name]
			if check == nil {
				t.Fatalf("nothing here says what %s has to be", format.Name)
			}
			write := func() []byte {
				var out bytes.Buffer
				if err := format.Write(&out, anything(src, file, message, resource, start, end, at)); err != nil {
					t.Fatalf("%s: %v", format.Name, err)
				}
				return out.Bytes()
			}
			out := write()
			if !bytes.Equal(out, write()) {
				t.Errorf("%s is not the same twice", format.Name)
			}
			if err := check(out); err != nil {
				t.Errorf("%s: %v:\n%q", format.Name, err, out)
			}
			if bytes.Contains(out, []byte(secret)) {
				t.Errorf("%s shows the secret: %q", format.Name, out)
			}
		}
		for _, write := range []func(io.Writer, *Report) error{WriteDiagnostics, WriteNotes} {
			var out bytes.Buffer
			if err := write(&out, anything(src, file, message, resource, start, end, at)); err != nil {
				t.Fatal(err)
			}
			if err := readable(out.Bytes()); err != nil {
				t.Errorf("%v: %q", err, out.String())
			}
		}
	})
}

const secret = "c0rrect-h0rse"

// anything answers a report with findings of all kinds about a text, in which the secret stands at one place.
func anything(src []byte, file, message, resource string, start, end, at int) *Report {
	at = min(max(at, 0), len(src))
	src = bytes.Join([][]byte{src[:at], src[at:]}, []byte(secret))
	// Findings have places inside the text, as the loader's tests hold; what stands in a file that changes does not.
	where := func(start, end int) hcl.Range {
		pos := func(offset int) hcl.Pos { return hcl.Pos{Line: offset/7 + 1, Column: offset%7 + 1, Byte: offset} }
		return hcl.Range{Filename: file, Start: pos(max(start, 0)), End: pos(max(start, end, 0))}
	}
	finding := &lint.Finding{Rule: network, Level: lint.Error, Range: where(start, end), Message: message, Resource: resource}
	finding.Relate(where(at, at+len(secret)), "%s", message)
	more := &lint.Finding{
		Rule: anonymous, Level: lint.Note, Range: where(end, start), Message: message, Resource: resource,
		Also: []string{resource + "[0]", resource + "[1]" + message},
	}
	nowhere := &lint.Finding{Rule: anonymous, Level: lint.Warning, Message: message, Resource: resource, Path: message}
	hides := where(at, at+len(secret))
	problem := where(start, end)
	return &Report{
		Result:      lint.Result{Findings: []*lint.Finding{finding, more, nowhere}, Suppressed: []*lint.Finding{more}},
		Rules:       []*lint.Rule{anonymous, network},
		Notes:       []terraform.Note{{Range: where(start, end), Message: message}},
		Secrets:     []hcl.Range{hides},
		Diagnostics: hcl.Diagnostics{{Severity: hcl.DiagWarning, Summary: message, Detail: resource, Subject: &problem}},
		Source: func(name string) []byte {
			if name == file {
				return src
			}
			return nil
		},
		Path:     func(name string) string { return "infra/" + name },
		Instead:  func(*lint.Finding) string { return file },
		Version:  "v1.2.3",
		Category: resource,
	}
}

// readable reports what a terminal or a page would obey.
func readable(out []byte) error {
	if !utf8.Valid(out) {
		return errors.New("it is not UTF-8")
	}
	for _, r := range string(out) {
		if r != '\n' && deceptive(r) {
			return fmt.Errorf("it has %U in it", r)
		}
	}
	return nil
}

func isJSON(out []byte) error {
	var value any
	return json.Unmarshal(out, &value)
}

func isXML(out []byte) error {
	decoder := xml.NewDecoder(bytes.NewReader(out))
	for {
		switch _, err := decoder.Token(); {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return err
		}
	}
}
