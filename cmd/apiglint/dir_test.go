package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

// neighbour is a file beside each input. What is wrong in it has to be found all the same.
const neighbour = `resource "huaweicloud_apig_api" "neighbour" {
  request_method          = "GET"
  security_authentication = "NONE"
}
`

const neighbourFinding = "huaweicloud_apig_api.neighbour " // whichever rules run

// built returns the command as users have it.
var built = func() func(*testing.T) string {
	build := sync.OnceValues(func() (string, error) {
		dir, err := os.MkdirTemp("", "apiglint")
		if err != nil {
			return "", err
		}
		program := filepath.Join(dir, "apiglint")
		build := exec.Command("go", "build", "-o", program, ".")
		build.Env = append(os.Environ(), "CGO_ENABLED=0") // as releases are built
		if out, err := build.CombinedOutput(); err != nil {
			return "", fmt.Errorf("go build: %w\n%s", err, out)
		}
		return program, nil
	})
	return func(t *testing.T) string {
		t.Helper()
		program, err := build()
		if err != nil {
			t.Fatal(err)
		}
		return program
	}
}()

// dir is a directory that inputs are written into.
type dir struct {
	*testing.T
	path string
}

func (d dir) name(name string) string { return filepath.Join(d.path, filepath.FromSlash(name)) }

// write makes a file, and the directories that it lies in.
func (d dir) write(name, content string) { d.repeat(name, content, "", 0, "") }

// repeat makes a file with a text in it many times over.
func (d dir) repeat(name, before, text string, n int, after string) {
	d.Helper()
	if err := os.MkdirAll(filepath.Dir(d.name(name)), 0o755); err != nil {
		d.Fatal(err)
	}
	const chunk = 1 << 16
	f, err := os.Create(d.name(name))
	if err != nil {
		d.Fatal(err)
	}
	_, err = f.WriteString(before)
	for per := max(chunk/max(len(text), 1), 1); n > 0 && err == nil; n -= per {
		_, err = f.WriteString(strings.Repeat(text, min(n, per)))
	}
	if err == nil {
		_, err = f.WriteString(after)
	}
	if err := errors.Join(err, f.Close()); err != nil {
		d.Fatal(err)
	}
}

func (d dir) mkdir(name string) {
	d.Helper()
	if err := os.MkdirAll(d.name(name), 0o755); err != nil {
		d.Fatal(err)
	}
}

func (d dir) link(target, name string) {
	d.Helper()
	if err := os.MkdirAll(filepath.Dir(d.name(name)), 0o755); err != nil {
		d.Fatal(err)
	}
	if err := os.Symlink(target, d.name(name)); err != nil {
		d.Fatal(err)
	}
}
