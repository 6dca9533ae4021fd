package main

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/pflag"

	"github.com/apiglint/apiglint/cmd/apiglint/internal/boundary"
	"github.com/apiglint/apiglint/cmd/apiglint/internal/confined"
	"github.com/apiglint/apiglint/cmd/apiglint/internal/settings"
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/lint/prose"
	"github.com/apiglint/apiglint/rules"
)

const configHelp = `Settings are read from the nearest ` + lint.SettingsFile + `, searching upwards from the
directory of the root module to the top of the git work tree. PATH is a
directory or file that could be linted; the default is the current directory.
`

// configFlags are those of config, which prints the settings that are in force, and where each comes from.
func configFlags(set *pflag.FlagSet) action {
	var o checkOptions
	o.chooses(set)
	return func(c *Command, paths []string) (int, error) { return c.config(o, paths) }
}

func (c *Command) config(o checkOptions, paths []string) (int, error) {
	if len(paths) > 1 {
		return 0, fmt.Errorf("config takes one path, and got %d", len(paths))
	}
	if err := o.chosen(); err != nil {
		return 0, err
	}
	groups, err := boundary.Groups(paths, o.root)
	if err != nil {
		return 0, err
	}
	g := groups[0]
	files, err := confined.Open(g.Dir)
	if err != nil {
		return 0, boundary.Error(g.Targets[0].Written, err)
	}
	defer func() { _ = files.Close() }() // it was only read
	inForce, err := settings.NewFinder(o.Settings, g.Dir, files).FindRoot(g.Targets[0].Dir)
	if err != nil {
		return 0, err
	}
	return exitClean, show(c.Stdout, describeSettings(inForce, o))
}

// describeSettings returns settings as lines: what is set, and where it comes from.
func describeSettings(settings *lint.Settings, o checkOptions) string {
	var b strings.Builder
	switch {
	case o.Settings.None:
		b.WriteString("no settings are read, because of --no-config\n\n")
	case settings.File == "":
		fmt.Fprintf(&b, "no %s is found\n\n", lint.SettingsFile)
	default:
		fmt.Fprintf(&b, "settings of %s\n\n", settings.File)
	}
	if from := settings.SkipModules; from != nil {
		fmt.Fprintf(&b, "findings in installed modules are left out, because of %s\n\n", originText(*from))
	}
	rows := rowsOf(settings, len(o.Settings.Only) > 0)
	var widths [2]int
	for _, row := range rows {
		widths[0], widths[1] = max(widths[0], len(row[0])), max(widths[1], len(row[1]))
	}
	for _, row := range rows {
		fmt.Fprintf(&b, "%-*s  %-*s  %s\n", widths[0], row[0], widths[1], row[1], row[2])
	}
	if len(settings.Expectations) > 0 {
		fmt.Fprintf(&b, "\n%s\n", prose.Count(len(settings.Expectations), "expectation", "expectations"))
	}
	for _, e := range settings.Expectations {
		at := e.Range()
		fmt.Fprintf(&b, "%s:%d: %s: %s\n", at.Filename, at.Start.Line, e, e.Calls)
	}
	return b.String()
}

// rowsOf returns the rule, what is set and where it comes from, for all that is not as it is without settings, and a last
// row for the rest. Where --rule has chosen, the rest is what does not run.
func rowsOf(settings *lint.Settings, chosen bool) [][3]string {
	var rows [][3]string
	for _, rule := range rules.Catalogue() {
		name := rule.ID + " " + rule.Name
		off := settings.Off(rule)
		if off != nil {
			if off.From.Flag != "--rule" {
				rows = append(rows, [3]string{name, settingText(*off), originText(off.From)})
			}
			continue
		}
		if chosen {
			rows = append(rows, [3]string{name, "enabled", "--rule"})
		}
		set := map[string]bool{}
		for _, s := range settings.InForce(rule) {
			set[s.Option] = true
			if s.Effect != lint.Enable { // the row is there
				rows = append(rows, [3]string{name, settingText(s), originText(s.From)})
			}
		}
		for _, option := range rule.Options {
			if !set[option.Name] {
				rows = append(rows, [3]string{name, option.Name + " = []", "default"})
			}
		}
	}
	if chosen {
		return append(rows, [3]string{"all others", "disabled", "--rule"})
	}
	return append(rows, [3]string{"all others", "enabled, each at its own level", "default"})
}

// settingText returns a setting as a file of settings has it.
func settingText(s lint.Setting) string {
	var text string
	switch s.Effect {
	case lint.Disable:
		text = "disabled"
	case lint.Enable:
		text = "enabled"
	case lint.MakeMandatory:
		text = "mandatory"
	case lint.SetLevel:
		text = fmt.Sprintf("level = %q (by default %q)", s.Level, s.Rule.Level)
	case lint.SetOption:
		var items []string
		for _, item := range s.Texts {
			items = append(items, strconv.Quote(item))
		}
		for _, item := range s.Numbers {
			items = append(items, strconv.Itoa(item))
		}
		text = s.Option + " = [" + strings.Join(items, ", ") + "]"
	}
	if s.Path != "" {
		text += " in " + s.Path
	}
	return text
}

// originText returns where a setting comes from.
func originText(from lint.Origin) string {
	if from.Flag != "" {
		return from.Flag
	}
	return fmt.Sprintf("%s:%d", from.Range.Filename, from.Range.Start.Line)
}
