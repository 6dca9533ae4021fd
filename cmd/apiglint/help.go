package main

import (
	"fmt"
	"io"

	"github.com/spf13/pflag"
)

// help prints what a command does.
func (c *Command) help(args []string) (int, error) {
	if len(args) == 0 {
		c.usage(c.Stdout)
		return exitClean, nil
	}
	names := []string{}
	for _, s := range subcommands() {
		if s.name == args[0] && s.name != "help" {
			return s.run(c, []string{"--help"})
		}
		names = append(names, s.name)
	}
	if args[0] == "help" {
		c.usage(c.Stdout)
		return exitClean, nil
	}
	return 0, fmt.Errorf("%q is no command%s", args[0], suggest(args[0], names))
}

func (c *Command) usage(w io.Writer) {
	fmt.Fprint(w, `apiglint reads the Terraform of a Huawei Cloud API gateway and says why calls to it will fail.
It needs no network, no credentials and no terraform init.

usage:
`)
	for _, s := range subcommands() {
		fmt.Fprintf(w, "  %-28s %s\n", "apiglint "+s.name+" "+s.args, s.summary)
	}
	fmt.Fprint(w, `
exit codes:
  0  no finding at or above --fail-on
  1  findings
  2  bad usage, or input that could not be read
`)
}

// describe prints a command's own help.
func (s subcommand) describe(w io.Writer, set *pflag.FlagSet) {
	fmt.Fprintf(w, "usage: apiglint %s", s.name)
	if set.HasFlags() {
		fmt.Fprint(w, " [FLAG...]")
	}
	if s.args != "" {
		fmt.Fprint(w, " "+s.args)
	}
	fmt.Fprintf(w, "\n\n%s\n", s.summary)
	if s.name == "check" {
		fmt.Fprint(w, checkHelp)
	}
	if set.HasFlags() {
		fmt.Fprintf(w, "\nflags:\n%s", set.FlagUsages())
	}
}
