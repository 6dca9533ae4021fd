package report

import (
	"fmt"
	"strings"

	"github.com/apiglint/apiglint/lint"
)

// RulePage answers the documentation of a rule in Markdown, without a heading.
func RulePage(rule *lint.Rule) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n", strings.TrimSpace(rule.Doc))
	if len(rule.Codes) > 0 {
		fmt.Fprintf(&b, "\nError codes: %s.\n", strings.Join(rule.Codes, ", "))
	}
	example := func(title, code string) {
		if code != "" {
			fmt.Fprintf(&b, "\n%s\n\n```hcl\n%s\n```\n", title, strings.TrimSpace(code))
		}
	}
	example("Reported:", rule.Bad)
	example("Not reported:", rule.Good)
	if len(rule.Links) > 0 {
		b.WriteString("\nSee also:\n\n")
		for _, link := range rule.Links {
			fmt.Fprintf(&b, "- <%s>\n", link)
		}
	}
	return b.String()
}

// sentence answers a noun phrase or a message as a sentence. Its first letter stays: it may begin an address.
func sentence(s string) string {
	s = strings.TrimSpace(s)
	if s == "" || strings.HasSuffix(s, ".") {
		return s
	}
	return s + "."
}

// capitalised answers a phrase with its first letter in upper case.
func capitalised(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}

// firstParagraph answers the first paragraph of a Markdown text as one plain line, cut to a length in bytes.
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

// pascalCase answers a rule's name as UnpublishedApi.
func pascalCase(name string) string {
	var b strings.Builder
	for word := range strings.SplitSeq(name, "-") {
		b.WriteString(capitalised(word))
	}
	return b.String()
}
