package main

import (
	"fmt"
	"strings"

	"github.com/spf13/pflag"
)

//go:generate sh -c "go run . man > ../../docs/man/apiglint.1"

// man prints the manual page.
func (c *Command) man([]string) (int, error) { return exitClean, show(c.Stdout, manual()) }

const manualEnvironment = `NO_COLOR, set to anything, turns colours off, as --no-color does. FORCE_COLOR or
CLICOLOR_FORCE, set to anything but 0, turns them on even if the output is not a
terminal. TERM=dumb turns them off.
`

const manualExamples = `Lint every root module in the current directory or below it:

  apiglint check

Also write a file for code scanning:

  apiglint check --format text --format sarif=apiglint.sarif

Review what a change breaks:

  terraform show -json tfplan | apiglint plan -

Explain a rule:

  apiglint explain closed-inbound-port
`

// manual returns the manual page, in the language of man: everything that help says, and the details of the flags.
func manual() string {
	var b strings.Builder
	b.WriteString(".\\\" Generated from the table of commands by go generate.\n")
	b.WriteString(".TH APIGLINT 1 \"\" apiglint \"User Commands\"\n.SH NAME\n")
	b.WriteString("apiglint \\- lint the Terraform of Huawei Cloud API gateways\n.SH SYNOPSIS\n")
	for i, s := range subcommands() {
		if i > 0 {
			b.WriteString(".br\n")
		}
		set, _ := s.define()
		b.WriteString(bold(s.synopsis(set)))
	}
	b.WriteString(".SH DESCRIPTION\n" + paragraphs(purpose))
	b.WriteString(".SH COMMANDS\n")
	for _, s := range subcommands() {
		set, _ := s.define()
		b.WriteString(".SS " + argument(s.synopsis(set)) + paragraphs(sentence(s.summary)+"\n"))
		if s.details != "" {
			b.WriteString(".PP\n" + paragraphs(s.details))
		}
		set.VisitAll(func(f *pflag.Flag) {
			value, usage := pflag.UnquoteUsage(f)
			if f.DefValue != "" && f.DefValue != "false" && f.DefValue != "[]" {
				usage += "; default: " + f.DefValue
			}
			name := "--" + f.Name
			if value != "" {
				name += " " + value
			}
			b.WriteString(".TP\n" + bold(name) + paragraphs(sentence(usage)+"\n"))
		})
	}
	b.WriteString(".SH EXIT STATUS\n")
	for code, meaning := range exitCodes {
		fmt.Fprintf(&b, ".TP\n.B %d\n%s", code, paragraphs(sentence(meaning)+"\n"))
	}
	b.WriteString(".SH ENVIRONMENT\n" + paragraphs(manualEnvironment))
	b.WriteString(".SH EXAMPLES\n" + paragraphs(manualExamples))
	b.WriteString(".SH SEE ALSO\n" + paragraphs("Rules, formats and pipelines: https://github.com/apiglint/apiglint\n"))
	return b.String()
}

// paragraphs returns a text whose paragraphs have empty lines between them. Lines that begin with a space are kept as
// they are.
func paragraphs(text string) string {
	var b strings.Builder
	for i, paragraph := range strings.Split(strings.TrimSuffix(text, "\n"), "\n\n") {
		if i > 0 {
			b.WriteString(".PP\n")
		}
		if asWritten := strings.HasPrefix(paragraph, " "); asWritten {
			b.WriteString(".EX\n" + roff(paragraph) + "\n.EE\n")
		} else {
			b.WriteString(roff(paragraph) + "\n")
		}
	}
	return b.String()
}

// roff returns a text as man reads it.
func roff(text string) string {
	lines := strings.Split(strings.NewReplacer(`\`, `\e`, "-", `\-`, "'", `\(aq`, "`", `\(ga`).Replace(text), "\n")
	for i, line := range lines {
		if strings.HasPrefix(line, ".") {
			lines[i] = `\&` + line
		}
	}
	return strings.Join(lines, "\n")
}

func bold(text string) string     { return ".B " + argument(text) }
func argument(text string) string { return `"` + strings.ReplaceAll(roff(text), `"`, `\(dq`) + "\"\n" }

// sentence returns a summary, or what a flag does, as a sentence.
func sentence(text string) string { return strings.ToUpper(text[:1]) + text[1:] + "." }
