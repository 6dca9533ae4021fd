package reporttest

import (
	"fmt"
	"slices"
	"strings"
)

// Command is a workflow command as GitHub's runner takes it from the log of a step.
type Command struct {
	Name, Data string
	Properties map[string]string
}

// registered are the names that the runner obeys.
var registered = []string{
	"add-mask", "add-matcher", "add-path", "debug", "echo", "endgroup", "error", "group", "internal-set-repo-path", "notice",
	"remove-matcher", "save-state", "set-env", "set-output", "stop-commands", "warning",
}

// Commands returns what GitHub's runner obeys in a log, and the lines that it only shows. It looks for two forms: a line that
// begins with ::name properties::data, and, for old times' sake, ##[name properties]data anywhere in a line.
func Commands(log string) (commands []Command, lines []string) {
	for line := range strings.SplitSeq(strings.ReplaceAll(log, "\r", "\n"), "\n") {
		if c, ok := command(line); ok {
			commands = append(commands, c)
		} else if c, ok := oldCommand(line); ok {
			commands = append(commands, c)
		} else {
			lines = append(lines, line)
		}
	}
	return commands, lines
}

func command(line string) (Command, bool) {
	line, ok := strings.CutPrefix(strings.TrimSpace(line), "::")
	if !ok {
		return Command{}, false
	}
	head, data, ok := strings.Cut(line, "::")
	if !ok {
		return Command{}, false
	}
	name, properties, _ := strings.Cut(head, " ")
	c := Command{Name: name, Properties: map[string]string{}}
	c.Data = unescape(data, "%0D", "\r", "%0A", "\n", "%25", "%")
	for property := range strings.SplitSeq(strings.TrimSpace(properties), ",") {
		if key, value, ok := strings.Cut(property, "="); ok && key != "" && value != "" {
			c.Properties[key] = unescape(value, "%0D", "\r", "%0A", "\n", "%3A", ":", "%2C", ",", "%25", "%")
		}
	}
	return c, slices.Contains(registered, name)
}

func oldCommand(line string) (Command, bool) {
	_, rest, ok := strings.Cut(line, "##[")
	if !ok {
		return Command{}, false
	}
	head, data, ok := strings.Cut(rest, "]")
	name, _, _ := strings.Cut(head, " ")
	return Command{Name: name, Data: data}, ok && slices.Contains(registered, name)
}

// unescape replaces one pair after the other, as the runner does it.
func unescape(s string, pairs ...string) string {
	for i := 0; i < len(pairs); i += 2 {
		s = strings.ReplaceAll(s, pairs[i], pairs[i+1])
	}
	return s
}

// GitHub returns what is wrong with a log of annotations: commands that are none, or have what GitHub does not know, and
// more of them than it shows.
func GitHub(log string) []string {
	p := &problems{}
	commands, _ := Commands(log)
	count := map[string]int{}
	for _, c := range commands {
		if c.Name == "group" || c.Name == "endgroup" {
			continue
		}
		if count[c.Name]++; count[c.Name] > 10 {
			p.addf("the %s %q is not shown", c.Name, c.Data)
		}
		if !slices.Contains([]string{"error", "warning", "notice"}, c.Name) {
			p.addf("%q is no annotation", c.Name)
		}
		if c.Data == "" || c.Properties["title"] == "" {
			p.addf("the annotation %+v says nothing", c)
		}
		p.place(c)
	}
	return p.all
}

func (p *problems) place(c Command) {
	known := []string{"title", "file", "line", "endLine", "col", "endColumn"}
	for name := range c.Properties {
		if !slices.Contains(known, name) {
			p.addf("the annotation %+v has a property %q", c, name)
		}
	}
	if c.Properties["file"] == "" {
		if len(c.Properties) != 1 {
			p.addf("the annotation %+v has a place without a file", c)
		}
		return
	}
	var line, endLine, col, endColumn int
	place := c.Properties["line"] + " " + c.Properties["endLine"] + " " + c.Properties["col"] + " " + c.Properties["endColumn"]
	if _, err := fmt.Sscanf(place, "%d %d %d %d", &line, &endLine, &col, &endColumn); err != nil {
		p.addf("the annotation %+v: %v", c, err)
	}
	if line < 1 || endLine != line || col < 1 || endColumn < col {
		p.addf("the annotation %+v is at no place", c)
	}
}
