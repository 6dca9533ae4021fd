package linttest

import (
	"bytes"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/hashicorp/hcl/v2"
)

// patience is more than any input of a fuzz test may take. It is no measure of speed: what is bounded ends in a fraction
// of it on any machine, and what is not bounded never ends.
const patience = 5 * time.Minute

// Watch ends the process if a test does not end: a fuzzer takes that for a crash and keeps the input. The answer is to be
// called when the test has ended.
func Watch(t testing.TB) (ended func()) {
	timer := time.AfterFunc(patience, func() { panic(t.Name() + " does not end") })
	return func() { timer.Stop() }
}

// Seeds returns the files below dir whose names end with one of the endings, in the order of their names: all of them with
// -tags laws, otherwise a sample.
func Seeds(t testing.TB, fsys fs.FS, dir string, endings ...string) [][]byte {
	t.Helper()
	var seeds [][]byte
	n := 0
	err := fs.WalkDir(fsys, dir, func(name string, entry fs.DirEntry, err error) error {
		wanted := func(ending string) bool { return strings.HasSuffix(path.Base(name), ending) }
		if err != nil || entry.IsDir() || !slices.ContainsFunc(endings, wanted) {
			return err
		}
		if n++; !Sampled(n - 1) {
			return nil
		}
		src, err := fs.ReadFile(fsys, name)
		seeds = append(seeds, src)
		return err
	})
	if err != nil || len(seeds) == 0 {
		t.Fatalf("there are no seeds in %s: %v", dir, err)
	}
	return seeds
}

// WrongRange says what is wrong with a range of a file in native syntax, "" if nothing is: it lies inside the file, does
// not end before it starts, and its lines are those of its bytes. The ranges of JSON syntax lie inside of the file too,
// but those inside strings do not know their lines.
func WrongRange(at hcl.Range, src []byte) string {
	switch {
	case at.Start.Byte < 0 || at.End.Byte < at.Start.Byte || at.End.Byte > len(src):
		return fmt.Sprintf("%s is %d-%d of %d bytes", at, at.Start.Byte, at.End.Byte, len(src))
	case strings.HasSuffix(at.Filename, ".json"):
		return ""
	}
	for _, pos := range []hcl.Pos{at.Start, at.End} {
		if line := bytes.Count(src[:pos.Byte], []byte("\n")) + 1; line != pos.Line {
			return fmt.Sprintf("%s is on line %d at byte %d", at, line, pos.Byte)
		}
	}
	return ""
}
