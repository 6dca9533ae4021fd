package main

import (
	"fmt"
	"strings"

	"github.com/spf13/pflag"
)

// help prints what a command does.
func (c *Command) help(args []string) (int, error) {
	if len(args) == 0 {
		return exitClean, show(c.Stdout, usage())
	}
	names := []string{}
	for _, s := range subcommands() {
		if s.name == args[0] && s.name != "help" {
			return s.run(c, []string{"--help"})
		}
		names = append(names, s.name)
	}
	if args[0] == "help" {
		return exitClean, show(c.Stdout, usage())
	}
	return 0, fmt.Errorf("%q is no command%s", args[0], suggest(args[0], names))
}

func usage() string {
	var b strings.Builder
	b.WriteString(`apiglint reads the Terraform of a Huawei Cloud API gateway and says why calls to it will fail.
It needs no network, no credentials and no terraform init.

usage:
`)
	for _, s := range subcommands() {
		fmt.Fprintf(&b, "  %-28s %s\n", "apiglint "+s.name+" "+s.args, s.summary)
	}
	b.WriteString(`
exit codes:
  0  no finding at or above --fail-on
  1  findings
  2  bad usage, or input that could not be read
`)
	return b.String()
}

// describe answers a command's own help.
func (s subcommand) describe(set *pflag.FlagSet) string {
	text := "usage: apiglint " + s.name
	if set.HasFlags() {
		text += " [FLAG...]"
	}
	if s.args != "" {
		text += " " + s.args
	}
	text += "\n\n" + s.summary + "\n"
	switch s.name {
	case "check":
		text += checkHelp
	case "plan":
		text += planHelp
	case "baseline":
		text += baselineHelp
	}
	if set.HasFlags() {
		text += "\nflags:\n" + set.FlagUsages()
	}
	return text
}
