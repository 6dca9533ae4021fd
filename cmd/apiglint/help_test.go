package main

import (
	"bytes"
	"os"
	"os/exec"
	"strings"
	"testing"
	"unicode/utf8"
)

// helpHeight is the number of lines that a command's help has at most, so that it is seen at once. What does not fit is
// said by the manual page, or in docs.
const helpHeight = 45

func TestHelpFitsScreen(t *testing.T) {
	fits := func(args ...string) {
		var out bytes.Buffer
		c := &Command{Stdout: &out, Stderr: &out, Env: func(string) string { return "" }}
		if code := c.Main(args); code != exitClean {
			t.Fatalf("%q exits with %d", args, code)
		}
		lines := strings.Split(strings.TrimSuffix(out.String(), "\n"), "\n")
		if len(lines) > helpHeight {
			t.Errorf("%q prints %d lines, more than %d", args, len(lines), helpHeight)
		}
		for _, line := range lines {
			if n := utf8.RuneCountInString(line); n > helpWidth {
				t.Errorf("%q prints a line of %d characters:\n%s", args, n, line)
			}
		}
	}
	fits("help")
	for _, s := range subcommands() {
		fits("help", s.name)
		fits(s.name, "--help")
	}
}

func TestManual(t *testing.T) {
	page := manual()
	written, err := os.ReadFile("../../docs/man/apiglint.1")
	if err != nil {
		t.Fatal(err)
	}
	if page != string(written) {
		t.Error("docs/man/apiglint.1 is not what go generate makes")
	}
	for i, line := range strings.Split(page, "\n") {
		if strings.ContainsFunc(line, func(r rune) bool { return r > '~' }) {
			t.Errorf("line %d is not ASCII: %s", i+1, line)
		}
	}
}

// TestManualReadable has those read the manual page who will, and demands that they complain about nothing.
func TestManualReadable(t *testing.T) {
	readers := [][]string{
		{"groff", "-man", "-ww", "-z", "-Tutf8"},
		{"mandoc", "-Tlint", "-Wwarning"},
	}
	for _, reader := range readers {
		t.Run(reader[0], func(t *testing.T) {
			if _, err := exec.LookPath(reader[0]); err != nil {
				if os.Getenv("APIGLINT_SHELLS") == "required" {
					t.Fatal(err)
				}
				t.Skipf("%s is not installed", reader[0])
			}
			out, err := exec.Command(reader[0], append(reader[1:], "../../docs/man/apiglint.1")...).CombinedOutput()
			for line := range strings.Lines(string(out)) {
				// A date would be that of the last generation, and differ in each.
				if !strings.Contains(line, "missing date") {
					t.Error(line)
				}
			}
			if err != nil && len(out) == 0 {
				t.Error(err)
			}
		})
	}
}
