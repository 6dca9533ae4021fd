package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/apiglint/apiglint/lint"
)

// explain prints the whole page of a rule.
func (c *Command) explain(args []string) (int, error) {
	set := c.flags("explain")
	if err := parse(set, args); err != nil {
		return 0, err
	}
	if set.NArg() == 0 {
		return 0, errors.New("explain needs the ID or the name of a rule; apiglint rules lists them")
	}
	var pages []string
	for _, pattern := range set.Args() {
		found, err := matching(pattern)
		if err != nil {
			return 0, fmt.Errorf("%w; apiglint rules lists them", err)
		}
		for _, rule := range found {
			pages = append(pages, explanation(rule))
		}
	}
	return exitClean, show(c.Stdout, strings.Join(pages, "\n"+strings.Repeat("-", 80)+"\n\n"))
}

// explanation answers a rule's page for a terminal.
func explanation(rule *lint.Rule) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s: %s\n\n", rule.ID, rule.Name, rule.Title)
	field := func(name, value string) {
		if value != "" {
			fmt.Fprintf(&b, "%-10s%s\n", name+":", value)
		}
	}
	field("level", rule.Level.String())
	field("cause", string(rule.Cause))
	field("codes", strings.Join(rule.Codes, ", "))
	if rule.Security > 0 {
		field("security", fmt.Sprintf("%.1f of 10", rule.Security))
	}
	fmt.Fprintf(&b, "\n%s\n", strings.TrimSpace(rule.Doc))
	example := func(title, code string) {
		if code == "" {
			return
		}
		fmt.Fprintf(&b, "\n%s\n\n", title)
		for line := range strings.Lines(strings.TrimSpace(code)) {
			if strings.TrimSpace(line) != "" {
				b.WriteString("    ")
			}
			b.WriteString(line)
		}
		b.WriteByte('\n')
	}
	example("Reported:", rule.Bad)
	example("Not reported:", rule.Good)
	if len(rule.Links) > 0 {
		fmt.Fprintf(&b, "\nSee also:\n\n")
		for _, link := range rule.Links {
			fmt.Fprintf(&b, "    %s\n", link)
		}
	}
	fmt.Fprintf(&b, "\nTo suppress a finding, write on its line or above its block:\n\n    # apiglint:ignore %s -- REASON\n", rule.Name)
	return b.String()
}
