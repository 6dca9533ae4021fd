package terraform

import (
	"io/fs"

	"github.com/apiglint/apiglint/schema/terraform/funcs"
)

// ReadText reads a file within the limits of configuration files: a regular one, of at most MaxFileSize. The error is a
// clause without the file's name.
func ReadText(fsys fs.FS, name string) ([]byte, error) { return readLimited(fsys, name) }

// TextProblem says why a text in native syntax cannot be parsed, in a clause: its encoding, or more of it than a recursive
// parser has room for. It is "" where nothing is wrong.
func TextProblem(src []byte) string { return textProblem(src, funcs.Native) }

func textProblem(src []byte, syntax funcs.Syntax) string {
	if problem := encodingProblem(src); problem != "" {
		return problem
	}
	return funcs.TooDeep(src, syntax)
}
