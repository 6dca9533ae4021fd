package main

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"
)

// screen is a terminal.
type screen struct{ bytes.Buffer }

func (s *screen) Stat() (fs.FileInfo, error) { return os.Stat(os.DevNull) } // a character device

// TestProgressOfCommand holds when there is a line at all, and that a nil one can be talked to.
func TestProgressOfCommand(t *testing.T) {
	env := func(set ...string) func(string) string {
		return func(name string) string {
			for _, s := range set {
				if value, ok := strings.CutPrefix(s, name+"="); ok {
					return value
				}
			}
			return ""
		}
	}
	for _, test := range []struct {
		name  string
		c     Command
		shown bool
	}{
		{"terminal", Command{Stderr: &screen{}, Env: env("TERM=xterm")}, true},
		{"no colours", Command{Stderr: &screen{}, Env: env("TERM=xterm", "NO_COLOR=1")}, true},
		{"dumb", Command{Stderr: &screen{}, Env: env("TERM=dumb")}, false},
		{"pipe", Command{Stderr: &bytes.Buffer{}, Env: env("TERM=xterm")}, false},
		{"forced colours", Command{Stderr: &bytes.Buffer{}, Env: env("FORCE_COLOR=1")}, false},
	} {
		p := test.c.progress()
		if (p != nil) != test.shown {
			t.Errorf("%s: progress is shown: %t", test.name, p != nil)
		}
		p.Found(1)
		p.Reading()
		p.Say("checking")
		p.Stop()
	}
}

// TestProgressIsErased runs the command on a terminal: what is said on stderr begins where the line was erased.
func TestProgressIsErased(t *testing.T) {
	dir := t.TempDir()
	for _, root := range []string{"a", "b"} {
		if err := os.MkdirAll(filepath.Join(dir, root), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, root, "main.tf"), []byte("locals {\n"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	synctest.Test(t, func(t *testing.T) {
		var out bytes.Buffer
		terminal := &screen{}
		c := &Command{Stdin: strings.NewReader(""), Stdout: &out, Stderr: terminal, Env: func(string) string { return "" }}
		if code := c.Main([]string{"check", "--no-color", dir}); code != exitTrouble {
			t.Errorf("the exit code is %d", code)
		}
		if text := terminal.String(); strings.Contains(text, "\r") || !strings.Contains(text, "main.tf") {
			t.Errorf("the terminal got %q", text)
		}
	})
}
