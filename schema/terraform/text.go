package terraform

import (
	"fmt"
	"io/fs"

	"github.com/apiglint/apiglint/schema/terraform/funcs"
)

// ReadText reads a file within the limits of configuration files: a regular one, of at most MaxFileSize. The error is a
// clause without the file's name.
func ReadText(fsys fs.FS, name string) ([]byte, error) { return readLimited(fsys, name) }

// TextProblem says why a text cannot be parsed, in a clause: its encoding, or brackets that are nested too deeply for a
// recursive parser. It is "" where nothing is wrong.
func TextProblem(src []byte) string {
	if problem := encodingProblem(src); problem != "" {
		return problem
	}
	if depth := funcs.Nesting(src); depth > maxNesting {
		return fmt.Sprintf("brackets are nested more than %d deep", maxNesting)
	}
	return ""
}
