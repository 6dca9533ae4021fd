package report

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema/facts"
)

// Page is the documentation of a rule. Every place that shows it renders it from here: the pages of the repository,
// the command and SARIF.
type Page struct {
	Rule *lint.Rule
	// Output is the text report on the rule's bad example. Without it the example stands alone.
	Output string
}

// PageURL returns where the rule's page is published.
func PageURL(rule *lint.Rule) string { return home + "/blob/main/docs/rules/" + rule.ID + ".md" }

// surroundingsURL is the configuration that the examples are part of.
const surroundingsURL = home + "/blob/main/rules/surroundings.tf"

// section is a part of a page. What it does not have is empty.
type section struct {
	title string
	facts [][2]string // a name and what there is to say
	prose string      // Markdown
	link  [2]string   // the end of the prose: a text and an address
	code  []code
	urls  []string
}

type code struct{ language, text string }

func (p Page) sections() []section {
	rule := p.Rule
	all := []section{{facts: inShort(rule)}, {prose: strings.TrimSpace(rule.Doc())}}
	if before := rule.Before(); before != "" {
		all = append(all, section{
			title: "Before", prose: "The rule is about changes. This is applied, and the examples change it:",
			code: []code{{"hcl", before}},
		})
	}
	if settings := rule.Settings(); settings != "" {
		all = append(all, section{
			title: "Settings", prose: "The rule needs settings. Both examples are linted with these:",
			code: []code{{"hcl", settings}},
		})
	}
	if example := rule.Bad(); example != "" {
		bad := section{
			title: "Reported", prose: "The examples extend, and override by address,",
			link: [2]string{"the common configuration", surroundingsURL},
			code: []code{{"hcl", example}},
		}
		if p.Output != "" {
			bad.code = append(bad.code, code{"text", p.Output})
		}
		all = append(all, bad)
	}
	if example := rule.Good(); example != "" {
		all = append(all, section{title: "Not reported", code: []code{{"hcl", example}}})
	}
	if len(rule.Options) > 0 {
		all = append(all, options(rule))
	}
	if rule.Cause != lint.Suppression { // no comment hides what is found about comments
		all = append(all, section{
			title: "Ignoring a finding", prose: "Write on its line, or on a line of its own above its block, with a reason:",
			code: []code{{"hcl", "# apiglint:ignore " + rule.Name + " -- REASON"}},
		})
	}
	if len(rule.Links) > 0 {
		all = append(all, section{title: "See also", urls: rule.Links})
	}
	return all
}

// options returns what settings can decide about a rule.
func options(rule *lint.Rule) section {
	s := section{title: "Options"}
	var block strings.Builder
	fmt.Fprintf(&block, "rule %q {\n", rule.Name)
	for _, o := range rule.Options {
		s.facts = append(s.facts, [2]string{o.Name, fmt.Sprintf("%s (a list of %s, empty by default)", o.Doc, o.Type)})
		fmt.Fprintf(&block, "  %s = %s\n", o.Name, o.Example)
	}
	s.prose = "In " + lint.SettingsFile + ":"
	s.code = []code{{"hcl", block.String() + "}"}}
	return s
}

// inShort returns what is said about a rule in a few words.
func inShort(rule *lint.Rule) [][2]string {
	level := rule.Level.String()
	for i, lower := range rule.Lower {
		level += []string{", in some cases ", " or "}[min(i, 1)] + lower.String()
	}
	all := [][2]string{{"Level", level}, {"Cause", string(rule.Cause)}}
	for _, name := range rule.Codes {
		all = append(all, answers(name, rule.Status)...)
	}
	if rule.Symptom != "" {
		all = append(all, [2]string{"Symptom", rule.Symptom})
	}
	if rule.Security > 0 {
		all = append(all, [2]string{"Security", fmt.Sprintf("severity %.1f of 10", rule.Security)})
	}
	if rule.ByRelease {
		all = append(all, [2]string{"Provider", "depends on its release: that of the dependency lock file, else those that `required_providers` allows, else the newest"})
	}
	if rule.Elsewhere {
		all = append(all, [2]string{"Silent where", "what is not read may be what is missing: a module that is handed the object or what it belongs to, a resource of another provider that is handed its `id`, a file, a command, or what a `removed` block keeps"})
	}
	if rule.Fix != "" {
		all = append(all, [2]string{"Fix", "`apiglint check --fix` " + rule.Fix})
	}
	return all
}

// answers says what a code means. Where callers get the code for several things a status tells them apart.
func answers(name string, status int) [][2]string {
	known, ok := facts.GatewayCode(name)
	if !ok {
		return [][2]string{{"Callers get", name}}
	}
	var all [][2]string
	for _, a := range known.Answers {
		if status != 0 && len(known.Answers) > 1 && a.Status != status {
			continue
		}
		who := "Callers get"
		if a.Apply {
			who = "The apply gets"
		}
		all = append(all, [2]string{who, fmt.Sprintf("%s (HTTP %d): %s", name, a.Status, a.Meaning)})
	}
	return all
}

// Markdown returns the page.
func (p Page) Markdown() string {
	return fmt.Sprintf("# %s %s\n\n%s\n\n", p.Rule.ID, p.Rule.Name, sentence(capitalised(p.Rule.Title))) + p.help()
}

// help returns the page in Markdown without its heading and title, which readers of SARIF see above it.
func (p Page) help() string {
	var b strings.Builder
	for i, s := range p.sections() {
		if i > 0 {
			b.WriteByte('\n')
		}
		if s.title != "" {
			fmt.Fprintf(&b, "## %s\n\n", s.title)
		}
		for _, fact := range s.facts {
			fmt.Fprintf(&b, "- **%s**: %s\n", fact[0], fact[1])
		}
		if len(s.facts) > 0 && s.prose != "" {
			b.WriteByte('\n')
		}
		switch {
		case s.link[0] != "":
			fmt.Fprintf(&b, "%s [%s](%s).\n", s.prose, s.link[0], s.link[1])
		case s.prose != "":
			fmt.Fprintf(&b, "%s\n", s.prose)
		}
		for i, c := range s.code {
			if i > 0 || s.prose != "" {
				b.WriteByte('\n')
			}
			fmt.Fprintf(&b, "```%s\n%s\n```\n", c.language, strings.TrimSpace(c.text))
		}
		for _, url := range s.urls {
			fmt.Fprintf(&b, "- <%s>\n", url)
		}
	}
	return b.String()
}

// pageWidth is how wide the text of a page is in a terminal. Examples and addresses keep their own lines.
const pageWidth = 80

// Text returns the page for a terminal.
func (p Page) Text() string {
	return fmt.Sprintf("%s %s\n\n%s", p.Rule.ID, p.Rule.Name, wrap(sentence(capitalised(p.Rule.Title)), "", "")+"\n") + p.plainHelp()
}

func (p Page) plainHelp() string {
	var b strings.Builder
	for i, s := range p.sections() {
		if i > 0 {
			b.WriteByte('\n')
		}
		if s.title != "" {
			fmt.Fprintf(&b, "%s\n\n", strings.ToUpper(s.title))
		}
		for _, fact := range s.facts {
			b.WriteString(wrap(fact[1], fmt.Sprintf("  %-15s ", fact[0]), strings.Repeat(" ", 18)))
		}
		if len(s.facts) > 0 && s.prose != "" {
			b.WriteByte('\n')
		}
		switch {
		case s.link[0] != "":
			fmt.Fprintf(&b, "%s%s\n", wrap(s.prose+" "+s.link[0]+":", "", ""), s.link[1])
		case s.prose != "":
			b.WriteString(plain(s.prose))
		}
		for i, c := range s.code {
			if i > 0 || s.prose != "" {
				b.WriteByte('\n')
			}
			b.WriteString(indented(c.text))
		}
		for _, url := range s.urls {
			fmt.Fprintf(&b, "  %s\n", url)
		}
	}
	return b.String()
}

// plain returns the paragraphs and lists of a Markdown text, with lines of even length.
func plain(markdown string) string {
	var b strings.Builder
	for i, paragraph := range strings.Split(markdown, "\n\n") {
		if i > 0 {
			b.WriteByte('\n')
		}
		var items []string // a list's, or the paragraph
		for line := range strings.Lines(paragraph) {
			if len(items) == 0 || strings.HasPrefix(line, "- ") {
				items = append(items, "")
			}
			items[len(items)-1] += line
		}
		for _, item := range items {
			if text, listed := strings.CutPrefix(item, "- "); listed {
				b.WriteString(wrap(text, "- ", "  "))
			} else {
				b.WriteString(wrap(item, "", ""))
			}
		}
	}
	return b.String()
}

// wrap breaks a text into lines, of which the first begins with lead and the others with indent.
func wrap(text, lead, indent string) string {
	var b strings.Builder
	line := lead
	begun := false
	for _, word := range strings.Fields(text) {
		if begun && utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) > pageWidth {
			b.WriteString(line + "\n")
			line, begun = indent, false
		}
		if begun {
			line += " "
		}
		line += word
		begun = true
	}
	b.WriteString(line + "\n")
	return b.String()
}

func indented(text string) string {
	var b strings.Builder
	for line := range strings.Lines(strings.TrimSpace(text)) {
		if strings.TrimSpace(line) != "" {
			b.WriteString("    ")
		}
		b.WriteString(line)
	}
	b.WriteByte('\n')
	return b.String()
}

// sentence returns a noun phrase or a message as a sentence. Its first letter stays: it may begin an address.
func sentence(s string) string {
	s = strings.TrimSpace(s)
	if s == "" || strings.HasSuffix(s, ".") {
		return s
	}
	return s + "."
}

// capitalised returns a phrase with its first letter in upper case.
func capitalised(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}

// firstParagraph returns the first paragraph of a Markdown text as one plain line, cut to a length in bytes.
func firstParagraph(doc string, most int) string {
	paragraph, _, _ := strings.Cut(strings.TrimSpace(doc), "\n\n")
	paragraph = strings.ReplaceAll(strings.Join(strings.Fields(paragraph), " "), "`", "")
	if len(paragraph) <= most {
		return paragraph
	}
	cut := paragraph[:most]
	if end := strings.LastIndex(cut, ". "); end > 0 {
		return cut[:end+1]
	}
	return cut[:strings.LastIndex(cut, " ")] + " ..."
}

// pascalCase returns a rule's name as UnpublishedApi.
func pascalCase(name string) string {
	var b strings.Builder
	for word := range strings.SplitSeq(name, "-") {
		b.WriteString(capitalised(word))
	}
	return b.String()
}
