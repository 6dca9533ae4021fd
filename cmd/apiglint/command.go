package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/pflag"
	"golang.org/x/term"

	"github.com/apiglint/apiglint/cmd/apiglint/internal/settings"
	"github.com/apiglint/apiglint/lint/report"
	"github.com/apiglint/apiglint/lint/spelling"
)

// The exit codes.
const (
	exitClean     = 0 // no finding at or above --fail-on
	exitFindings  = 1
	exitTrouble   = 2 // bad usage, or input that could not be read
	exitUncertain = 3 // of trace: no call fails, and one is uncertain
)

// Command is apiglint with the streams and the environment that it runs in.
type Command struct {
	Stdin          io.Reader
	Stdout, Stderr io.Writer
	// Env returns an environment variable, "" where it is not set.
	Env func(name string) string
	// Now returns the time, and so the day on which ignore comments have ended or not, and certificates expired. Without one it is the clock's.
	Now func() time.Time
}

// today is the time whose day counts.
func (c *Command) today() time.Time {
	if c.Now == nil {
		return time.Now()
	}
	return c.Now()
}

// subcommand is the first word after apiglint.
type subcommand struct {
	name, args, summary string
	// details are paragraphs about the command, or empty. Lines that begin with a space are kept as they are.
	details string
	// flags defines the command's flags in a set, and answers what is done once they have been read. Help, completion
	// and the manual read the flags and do nothing.
	flags func(set *pflag.FlagSet) action
}

// action does what a command is for, with the arguments that are no flags, and answers the exit code. An error is said on
// stderr and is exit code 2.
type action func(c *Command, args []string) (int, error)

// subcommands returns them in the order in which help lists them.
func subcommands() []subcommand {
	return []subcommand{
		{"check", "[PATH...]", "lint configurations", checkHelp, checkFlags},
		{"plan", "FILE|-", "review a plan: report what it introduces", planHelp, planFlags},
		{"trace", "CALL [PATH...]", "follow a call: why does it fail?", traceHelp, traceFlags},
		{"expect", "[PATH...]", "write expectations from how calls end now, for check to verify", expectHelp, expectFlags},
		{"config", "[PATH]", "print the settings in force and where they come from", configHelp, configFlags},
		{"baseline", "[PATH...]", "accept the current findings, for check --baseline", baselineHelp, baselineFlags},
		{"rules", "", "list the rules", "", rulesFlags},
		{"explain", "RULE|CODE...", "explain a rule or an error code", explainHelp, noFlags((*Command).explain)},
		{"completion", shellNames(), "print a shell completion script", completionHelp, noFlags((*Command).completion)},
		{"version", "", "print the version of apiglint and of its provider data", "", versionFlags},
		{"help", "[COMMAND]", "show help for a command", "", noFlags((*Command).help)},
	}
}

// hidden returns the commands that are for programs and not for people.
func hidden() []subcommand {
	return []subcommand{
		{"man", "", "print the manual page", "", noFlags((*Command).man)},
		{"__complete", "[WORD...]", "print what can follow on the command line", "", completeFlags},
	}
}

// noFlags is for a command without flags.
func noFlags(do action) func(*pflag.FlagSet) action {
	return func(*pflag.FlagSet) action { return do }
}

// Main runs apiglint with its arguments and answers the exit code.
func (c *Command) Main(args []string) (code int) {
	defer func() {
		if problem := recover(); problem != nil {
			c.complain("this is a bug in apiglint, please report it: %v", problem)
			_, _ = c.Stderr.Write(debug.Stack()) // there is nowhere else to say it
			code = exitTrouble
		}
	}()
	code, err := c.dispatch(args)
	if errors.Is(err, pflag.ErrHelp) {
		return exitClean // the command has shown its help
	}
	if err != nil {
		c.complain("%v", err)
		if mistakes := (*settings.Error)(nil); errors.As(err, &mistakes) {
			_ = mistakes.Write(c.Stderr) // there is nowhere else to say it
		}
		return exitTrouble
	}
	return code
}

func (c *Command) dispatch(args []string) (int, error) {
	if len(args) == 0 {
		return exitTrouble, show(c.Stderr, usage())
	}
	switch args[0] {
	case "-h", "--help":
		return c.help(nil)
	case "--version":
		return c.version("text")
	}
	for _, s := range slices.Concat(subcommands(), hidden()) {
		if s.name == args[0] {
			return s.run(c, args[1:])
		}
	}
	if _, err := os.Stat(args[0]); err == nil {
		return 0, fmt.Errorf("%q is not a command: to lint it, run apiglint check %s", args[0], args[0])
	}
	return 0, unknownCommand(args[0])
}

func unknownCommand(name string) error {
	names := []string{}
	for _, s := range subcommands() {
		names = append(names, s.name)
	}
	return fmt.Errorf("%q is not a command%s; apiglint help lists them", name, spelling.Suggestion(name, names))
}

// complain says something in one line on stderr that is no part of a report.
func (c *Command) complain(format string, args ...any) {
	_ = report.WriteLine(c.Stderr, fmt.Sprintf("apiglint: "+format, args...)) // there is nowhere else to say it
}

func show(w io.Writer, text string) error {
	_, err := io.WriteString(w, text)
	return err
}

// showJSON prints a value as JSON for people and programs.
func showJSON(w io.Writer, value any) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(value)
}

// run reads the flags and does what the command is for.
func (s subcommand) run(c *Command, args []string) (int, error) {
	set, do := s.define()
	set.Usage = func() { _ = show(c.Stdout, s.describe(set)) } // the flag package takes no error
	if err := parse(set, args); err != nil {
		return 0, err
	}
	if err := unnamed(set); err != nil {
		return 0, err
	}
	if s.args == "" && set.NArg() > 0 {
		return 0, fmt.Errorf("%s takes no arguments, and got %s", s.name, strings.Join(set.Args(), " "))
	}
	return do(c, set.Args())
}

// define returns the command's flags, and what is done once they have been read.
func (s subcommand) define() (*pflag.FlagSet, action) {
	set := pflag.NewFlagSet(s.name, pflag.ContinueOnError)
	set.SortFlags = false
	set.SetOutput(io.Discard)
	return set, s.flags(set)
}

// parse reads the flags, and answers an error that says what is wrong in one sentence.
func parse(set *pflag.FlagSet, args []string) error {
	err := set.Parse(args)
	var unknown *pflag.NotExistError
	if errors.As(err, &unknown) {
		names := []string{}
		set.VisitAll(func(f *pflag.Flag) { names = append(names, "--"+f.Name) })
		flag := "--" + unknown.GetSpecifiedName()
		if shorthands := unknown.GetSpecifiedShortnames(); shorthands != "" {
			flag = "-" + shorthands
		}
		return fmt.Errorf("%s has no flag %s%s", set.Name(), flag, spelling.Suggestion(flag, names))
	}
	return err
}

// unnamed returns an error about a flag that is given and names nothing, as --baseline "$FILE" does where FILE is not set:
// without the flag something else would be done.
func unnamed(set *pflag.FlagSet) (err error) {
	nouns := map[string]string{"FILE": "file", "DIR": "directory", "REV": "revision"}
	set.Visit(func(f *pflag.Flag) {
		value, _ := pflag.UnquoteUsage(f)
		if noun := nouns[value]; noun != "" && f.Value.String() == "" && err == nil {
			err = fmt.Errorf("--%s names no %s", f.Name, noun)
		}
	})
	return err
}

// terminal returns what a stream is shown on, with colours unless they are never wanted. Who forces colours shows it on a
// terminal of their own.
func (c *Command) terminal(w io.Writer, never bool) report.Terminal {
	var t report.Terminal
	forced := isOn(c.Env("FORCE_COLOR")) || isOn(c.Env("CLICOLOR_FORCE"))
	f, ok := w.(*os.File)
	ok = ok && term.IsTerminal(int(f.Fd()))
	if ok {
		t.Width, _, _ = term.GetSize(int(f.Fd())) // 0 where it does not say
	}
	if t.Width <= 0 && (ok || forced) {
		t.Width, _ = strconv.Atoi(c.Env("COLUMNS")) // 0 where it is none
	}
	t.Colour = !never && c.Env("NO_COLOR") == "" && (forced || ok && c.Env("TERM") != "dumb")
	return t
}

func isOn(value string) bool { return value != "" && value != "0" }
