package main

import (
	"archive/zip"
	"bytes"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"
)

var at = time.Date(2026, 3, 1, 10, 0, 2, 0, time.UTC)

// TestPackIsRepeatable packs the same files from two folders, where they have other times and other modes.
func TestPackIsRepeatable(t *testing.T) {
	for name, pack := range map[string]func(string, string, []file, time.Time) error{"tar": packTar, "zip": packZip} {
		t.Run(name, func(t *testing.T) {
			made := func(mode fs.FileMode, time time.Time) []byte {
				dir := t.TempDir()
				files := []file{{name: "apiglint", from: filepath.Join(dir, "apiglint"), executable: true}, {name: "docs/LICENSE", from: filepath.Join(dir, "b")}}
				for _, f := range files {
					if err := os.WriteFile(f.from, []byte(f.name), mode); err != nil {
						t.Fatal(err)
					}
					if err := os.Chtimes(f.from, time, time); err != nil {
						t.Fatal(err)
					}
				}
				if err := pack(filepath.Join(dir, "archive"), "apiglint_1", files, at); err != nil {
					t.Fatal(err)
				}
				content, err := os.ReadFile(filepath.Join(dir, "archive"))
				if err != nil {
					t.Fatal(err)
				}
				return content
			}
			one := made(0o600, at.Add(time.Hour))
			t.Setenv("TZ", "Asia/Shanghai")
			if another := made(0o644, at.Add(time.Minute)); !bytes.Equal(one, another) {
				t.Error("the archives differ")
			}
		})
	}
}

func TestZip(t *testing.T) {
	dir := t.TempDir()
	from := filepath.Join(dir, "apiglint")
	if err := os.WriteFile(from, []byte("program"), 0o600); err != nil {
		t.Fatal(err)
	}
	archive := filepath.Join(dir, "a.zip")
	if err := packZip(archive, "apiglint_1", []file{{name: "apiglint", from: from, executable: true}}, at); err != nil {
		t.Fatal(err)
	}
	r, err := zip.OpenReader(archive)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = r.Close() }()
	entry := r.File[0]
	if entry.Name != "apiglint_1/apiglint" || entry.Mode() != 0o755 || !entry.Modified.Equal(at) {
		t.Errorf("the entry is %s, %s of %s", entry.Name, entry.Mode(), entry.Modified)
	}
	in, err := entry.Open()
	if err != nil {
		t.Fatal(err)
	}
	if content, err := io.ReadAll(in); err != nil || string(content) != "program" {
		t.Errorf("the entry holds %q, %v", content, err)
	}
}

// TestCheck has this test's own binary checked.
func TestCheck(t *testing.T) {
	own, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	other := map[string]string{"amd64": "arm64", "arm64": "amd64"}[runtime.GOARCH]
	if other == "" {
		t.Skip("this is no architecture of a release")
	}
	if err := check(own, runtime.GOOS, runtime.GOARCH); err != nil && !strings.Contains(err.Error(), "not static") {
		t.Error(err)
	}
	if check(own, runtime.GOOS, other) == nil {
		t.Error("a binary of another architecture passes")
	}
	for _, system := range []string{"linux", "darwin", "windows"} {
		if system != runtime.GOOS && check(own, system, runtime.GOARCH) == nil {
			t.Errorf("a binary of another system passes as one of %s", system)
		}
	}
}

func TestLicences(t *testing.T) {
	t.Chdir("../../..")
	files, err := licences("linux", "amd64")
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"licences/go/LICENSE", "licences/github.com/hashicorp/hcl/v2/LICENSE", "licences/github.com/agext/levenshtein/NOTICE"} {
		if !slices.ContainsFunc(files, func(f file) bool { return f.name == want }) {
			t.Errorf("%s is missing", want)
		}
	}
}
