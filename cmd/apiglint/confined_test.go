//go:build unix

package main

import (
	"errors"
	"io/fs"
	"os"
	"slices"
	"syscall"
	"testing"
	"testing/fstest"

	"github.com/apiglint/apiglint/cmd/apiglint/internal/confined"
)

// TestConfined holds the file system of a boundary against what package fs demands of one, and against what is there.
func TestConfined(t *testing.T) {
	d := dir{t, t.TempDir()}
	want := []string{"a.tf", "b/c/d.tf", "empty/none/x.tf"}
	for _, name := range want {
		d.write(name, name)
	}
	d.mkdir("b/nothing")
	files, err := confined.Open(d.path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = files.Close() }()
	if err := fstest.TestFS(files, want...); err != nil {
		t.Error(err)
	}
	inner, err := fs.Sub(files, "b")
	if err != nil {
		t.Fatal(err)
	}
	if err := fstest.TestFS(inner, "c/d.tf"); err != nil {
		t.Error(err)
	}
}

// TestConfinedKinds has a listing say what each name is, and opens nothing that is neither a file nor a directory, or lies
// outside.
func TestConfinedKinds(t *testing.T) {
	d := dir{t, t.TempDir()}
	d.write("inside/file", "x")
	d.mkdir("inside/directory")
	d.fifo("inside/pipe")
	d.link("file", "inside/link")
	d.link("../outside", "inside/out")
	d.write("outside", "x")
	files, err := confined.Open(d.name("inside"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = files.Close() }()
	entries, err := fs.ReadDir(files, ".")
	if err != nil {
		t.Fatal(err)
	}
	var kinds []string
	for _, e := range entries {
		kinds = append(kinds, e.Type().String()[:1]+" "+e.Name())
	}
	if want := []string{"d directory", "- file", "L link", "L out", "p pipe"}; !slices.Equal(kinds, want) {
		t.Errorf("the listing says %q, and not %q", kinds, want)
	}
	for _, name := range []string{"pipe", "out", "../outside", "nothing"} {
		if f, err := files.Open(name); err == nil {
			t.Errorf("%s is opened", name)
			_ = f.Close()
		}
		if _, err := files.Sub(name); err == nil {
			t.Errorf("%s is opened as a directory", name)
		}
	}
	if _, err := files.Sub("file"); !errors.Is(err, syscall.ENOTDIR) {
		t.Errorf("a file as a directory is %v", err)
	}
	if _, err := os.Stat(d.name("outside")); err != nil {
		t.Fatal("what lies outside is not there at all")
	}
}
