package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"apiglint": main, "measure": measure})
}

// TestScripts runs the scripts of testdata/script, each in a directory of its own. They name the rules that they
// need, so that a new rule changes none of them.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:           "testdata/script",
		UpdateScripts: os.Getenv("UPDATE_SCRIPTS") != "",
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"code":    exitsWith,
			"binary":  writeBinary,
			"encode":  encode,
			"replace": replaceText,
		},
		Setup: func(env *testscript.Env) error {
			dir, err := filepath.Abs("../../testdata")
			env.Setenv("TESTDATA", dir)
			return err
		},
		Condition: func(name string) (bool, error) {
			switch name {
			case "root":
				return os.Geteuid() == 0, nil
			case "shells": // whether the shells have to be there
				return os.Getenv("APIGLINT_SHELLS") == "required", nil
			}
			return false, nil
		},
	})
}

// exitsWith runs apiglint with the arguments behind the exit code that it has to have. Its output is that of the
// script's last command.
func exitsWith(ts *testscript.TestScript, _ bool, args []string) {
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	err = ts.Exec("apiglint", args[1:]...)
	code := 0
	if exit, ok := err.(*exec.ExitError); ok { //nolint:errorlint // the script engine does not wrap it
		code = exit.ExitCode()
	} else {
		ts.Check(err)
	}
	if code != want {
		ts.Fatalf("apiglint %s exits with %d, not with %d", strings.Join(args[1:], " "), code, want)
	}
}

// writeBinary makes a file that is no text.
func writeBinary(ts *testscript.TestScript, _ bool, args []string) {
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte("\x7fELF\x00\x01"), 0o600))
}

// encode copies a file of ASCII in another encoding: utf16, as Windows PowerShell writes it, or bom, UTF-8 with a mark.
func encode(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 3 {
		ts.Fatalf("usage: encode utf16|bom FROM TO")
	}
	src := ts.ReadFile(args[1])
	var out []byte
	switch args[0] {
	case "utf16":
		out = []byte{0xFF, 0xFE}
		for _, c := range []byte(src) {
			out = append(out, c, 0)
		}
	case "bom":
		out = append([]byte("\uFEFF"), src...)
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[2]), out, 0o600))
}

// replaceText replaces a text that a file has once.
func replaceText(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 3 {
		ts.Fatalf("usage: replace FILE OLD NEW")
	}
	src := ts.ReadFile(args[0])
	if strings.Count(src, args[1]) != 1 {
		ts.Fatalf("%s does not have %q once", args[0], args[1])
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.Replace(src, args[1], args[2], 1)), 0o600))
}
