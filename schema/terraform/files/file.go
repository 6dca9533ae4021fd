package files

import (
	"bytes"
	"fmt"
	"io/fs"
	"sort"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/json"

	"github.com/apiglint/apiglint/schema/terraform/funcs"
	"github.com/apiglint/apiglint/schema/terraform/syntax"
)

// MaxFileSize is the largest configuration file that is read, in bytes. A gateway of a thousand APIs is about one
// megabyte; what is larger than this was not written to be read as configuration.
const MaxFileSize = 16 << 20

// File is one configuration or variables file.
type File struct {
	// Name is the slash-separated path within the boundary.
	Name string
	// Bytes is the file as it was read.
	Bytes []byte
	// Body is nil when the file could not be parsed.
	Body hcl.Body

	lines     []int // where they begin
	findLines sync.Once
}

// Position returns the position of an offset. Its column counts bytes.
func (f *File) Position(offset int) hcl.Pos {
	f.findLines.Do(func() {
		f.lines = []int{0}
		for i, c := range f.Bytes {
			if c == '\n' {
				f.lines = append(f.lines, i+1)
			}
		}
	})
	line := sort.SearchInts(f.lines, offset+1)
	return hcl.Pos{Line: line, Column: offset - f.lines[line-1] + 1, Byte: offset}
}

// JSON reports whether the file is written in HCL's JSON syntax.
func (f *File) JSON() bool { return strings.HasSuffix(f.Name, ".json") }

// Source is a file as it was read, or why it cannot be.
type Source struct {
	// Name is the slash-separated path within the boundary.
	Name string
	// Override says that it overrides the other files of its directory.
	Override bool
	Bytes    []byte
	Err      error

	link bool // whether it is not simply a file: a link, or something that is not to be opened
}

// Read reads one file.
func Read(fsys fs.FS, name string) Source {
	src, err := ReadText(fsys, name)
	return Source{Name: name, Bytes: src, Err: err}
}

// Parse parses the file. Problems are HCL's own diagnostics where HCL has read the file, and one clear sentence where it
// could not be read.
func (s Source) Parse() (*File, hcl.Diagnostics) {
	f := &File{Name: s.Name, Bytes: s.Bytes}
	src, name := s.Bytes, s.Name
	if s.Err != nil {
		return f, Unreadable(name, s.Err.Error())
	}
	written := funcs.Native
	if f.JSON() {
		written = funcs.JSON
	}
	if problem := textProblem(src, written); problem != "" {
		return f, Unreadable(name, problem)
	}
	if f.JSON() {
		file, diags := json.Parse(src, name)
		if !diags.HasErrors() && file != nil {
			f.Body = file.Body
		}
		return f, few(inside(diags, len(src)), name)
	}
	body, diags := syntax.Parse(src, name)
	if !diags.HasErrors() {
		f.Body = body
	}
	return f, few(inside(diags, len(src)), name)
}

// inside keeps the positions of problems in the file: that of a JSON text which ends too early is behind its end.
func inside(diags hcl.Diagnostics, size int) hcl.Diagnostics {
	for _, d := range diags {
		if at := d.Subject; at != nil && at.End.Byte > size {
			at.Start.Byte, at.End.Byte = min(at.Start.Byte, size), size
		}
	}
	return diags
}

// maxDiagnostics is how many problems of one file are reported. A file that is no configuration at all has one on every line.
const maxDiagnostics = 20

func few(diags hcl.Diagnostics, name string) hcl.Diagnostics {
	if len(diags) <= maxDiagnostics {
		return diags
	}
	rest := &hcl.Diagnostic{
		Severity: hcl.DiagWarning,
		Summary:  "Too many problems",
		Detail:   fmt.Sprintf("%s has %d more of them from here on.", name, len(diags)-maxDiagnostics),
		Subject:  diags[maxDiagnostics].Subject,
	}
	if diags.HasErrors() {
		rest.Severity = hcl.DiagError
	}
	return append(diags[:maxDiagnostics:maxDiagnostics], rest)
}

// plainError strips the operation and the path that package fs puts around an error, because the message names the
// file already.
func plainError(err error) error {
	if pathErr, ok := err.(*fs.PathError); ok { //nolint:errorlint // only the outermost wrapper is to be removed
		return pathErr.Err
	}
	return err
}

// Subject returns what a diagnostic is about, the zero range where it does not say.
func Subject(d *hcl.Diagnostic) hcl.Range {
	if d.Subject == nil {
		return hcl.Range{}
	}
	return *d.Subject
}

// Unreadable returns a diagnostic about a file or a directory as a whole: its range is empty.
func Unreadable(name, why string) hcl.Diagnostics {
	at := hcl.Range{Filename: name, Start: hcl.InitialPos, End: hcl.InitialPos}
	return hcl.Diagnostics{{
		Severity: hcl.DiagError,
		Summary:  "Cannot be read",
		Detail:   why + ".",
		Subject:  &at,
	}}
}

// TextProblem says why a text in native syntax cannot be parsed, in a clause: its encoding, or more of it than a recursive
// parser has room for. It is "" where nothing is wrong.
func TextProblem(src []byte) string { return textProblem(src, funcs.Native) }

func textProblem(src []byte, syntax funcs.Syntax) string {
	if problem := encodingProblem(src); problem != "" {
		return problem
	}
	return funcs.TooDeep(src, syntax)
}

func encodingProblem(src []byte) string {
	switch {
	case bytes.HasPrefix(src, []byte{0xff, 0xfe}), bytes.HasPrefix(src, []byte{0xfe, 0xff}):
		return "it is UTF-16; Terraform reads UTF-8"
	case bytes.IndexByte(src, 0) >= 0:
		return "it is a binary file"
	case !utf8.Valid(src):
		return "it is not valid UTF-8"
	}
	return ""
}

// IsConfigName reports whether Terraform, or OpenTofu, would read a file of this base name as configuration. Names that editors
// leave behind (hidden files, backups) are none.
func IsConfigName(name string) bool {
	if strings.HasPrefix(name, ".") || strings.HasSuffix(name, "~") ||
		(strings.HasPrefix(name, "#") && strings.HasSuffix(name, "#")) {
		return false
	}
	name = strings.TrimSuffix(name, ".json")
	return strings.HasSuffix(name, ".tf") || strings.HasSuffix(name, ".tofu")
}
