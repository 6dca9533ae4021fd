package main

import (
	"fmt"
	"strings"

	"github.com/spf13/pflag"
)

// help prints what a command does.
func (c *Command) help(args []string) (int, error) {
	if len(args) == 0 || args[0] == "help" {
		return exitClean, show(c.Stdout, usage())
	}
	for _, s := range subcommands() {
		if s.name == args[0] {
			return s.run(c, []string{"--help"})
		}
	}
	return 0, unknownCommand(args[0])
}

const helpWidth = 80

const purpose = `apiglint finds out why calls to a Huawei Cloud API gateway will fail, from the
Terraform that declares it. It runs offline and needs no credentials and no
terraform init.
`

// exitCodes are what the exit codes mean, in their order.
var exitCodes = []string{
	exitClean:     "no finding at or above --fail-on",
	exitFindings:  "findings, or a traced call fails",
	exitTrouble:   "bad usage, or input that could not be read",
	exitUncertain: "a traced call is uncertain",
}

func usage() string {
	var b strings.Builder
	b.WriteString(purpose + "\ncommands:\n")
	for _, s := range subcommands() {
		fmt.Fprintf(&b, "  %-11s %s\n", s.name, s.summary)
	}
	b.WriteString("\nexit codes:\n")
	for code, meaning := range exitCodes {
		fmt.Fprintf(&b, "  %d  %s\n", code, meaning)
	}
	b.WriteString("\nRun apiglint help COMMAND for the flags of a command.\n")
	return b.String()
}

// describe returns a command's own help, which fits a screen: of the flags only what they do, without details.
func (s subcommand) describe(set *pflag.FlagSet) string {
	text := "usage: " + s.synopsis(set) + "\n\n" + s.summary + "\n"
	if s.details != "" {
		text += "\n" + s.details
	}
	if set.HasFlags() {
		set.VisitAll(func(f *pflag.Flag) { f.Usage = firstClause(f.Usage) })
		text += "\nflags:\n" + set.FlagUsagesWrapped(helpWidth)
	}
	return text
}

// synopsis returns how the command is written.
func (s subcommand) synopsis(set *pflag.FlagSet) string {
	text := "apiglint " + s.name
	if set.HasFlags() {
		text += " [FLAG...]"
	}
	if s.args != "" {
		text += " " + s.args
	}
	return text
}

// firstClause returns what a flag's usage says before details begin.
func firstClause(usage string) string {
	clause, _, _ := strings.Cut(usage, "; ")
	return clause
}
