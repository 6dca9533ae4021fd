package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/pflag"

	"github.com/apiglint/apiglint/rules"
)

// rulesFlags are those of rules, which lists the rules.
func rulesFlags(set *pflag.FlagSet) action {
	format := set.String("format", "text", "print the list as `text|json|markdown`")
	return func(c *Command, _ []string) (int, error) { return c.rules(*format) }
}

func (c *Command) rules(format string) (int, error) {
	switch format {
	case "text":
		return exitClean, show(c.Stdout, listRules("", "%s  %-7s  %-*s  %[5]s\n"))
	case "markdown":
		return exitClean, show(c.Stdout, listRules(
			"| ID | level | name | what it finds |\n|---|---|---|---|\n", "| %s | %s | `%[4]s` | %[5]s |\n",
		))
	case "json":
		return exitClean, listRulesJSON(c.Stdout)
	}
	return 0, fmt.Errorf("rules has no format %q: it is text, json or markdown", format)
}

// listRules returns a head, and each rule with a format of ID, level, width of the names, name and title.
func listRules(head, format string) string {
	all := rules.Catalogue()
	longest := 0
	for _, rule := range all {
		longest = max(longest, len(rule.Name))
	}
	var b strings.Builder
	b.WriteString(head)
	for _, rule := range all {
		fmt.Fprintf(&b, format, rule.ID, rule.Level, longest, rule.Name, rule.Title)
	}
	return b.String()
}

func listRulesJSON(w io.Writer) error {
	type option struct {
		Name string `json:"name"`
		Type string `json:"type"`
		Doc  string `json:"doc"`
	}
	type entry struct {
		ID       string   `json:"id"`
		Name     string   `json:"name"`
		Level    string   `json:"level"`
		Cause    string   `json:"cause"`
		Title    string   `json:"title"`
		Codes    []string `json:"codes"`
		Security float64  `json:"security,omitempty"`
		Fix      string   `json:"fix,omitempty"`
		Links    []string `json:"links"`
		Options  []option `json:"options,omitempty"`
	}
	list := []entry{}
	for _, rule := range rules.Catalogue() {
		var options []option
		for _, o := range rule.Options {
			options = append(options, option{o.Name, "list of " + string(o.Type), o.Doc})
		}
		list = append(list, entry{
			rule.ID, rule.Name, rule.Level.String(), string(rule.Cause), rule.Title,
			append([]string{}, rule.Codes...), rule.Security, rule.Fix, append([]string{}, rule.Links...), options,
		})
	}
	return showJSON(w, list)
}
