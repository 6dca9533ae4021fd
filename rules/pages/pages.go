// Package pages makes the documentation of the rules: a page for each, with what apiglint prints about its bad example,
// and an index.
package pages

import (
	"bytes"
	"cmp"
	"fmt"
	"strings"
	"time"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/lint/report"
	"github.com/apiglint/apiglint/rules"
	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/terraform"
	"github.com/apiglint/apiglint/schema/terraform/configs"
)

//go:generate go run ./generate ../../docs/rules

// Of returns the page of a rule. It lints the bad example.
func Of(rule *lint.Rule) (report.Page, error) {
	page := report.Page{Rule: rule}
	output, err := Output(rule, rule.Bad())
	if err != nil {
		return page, fmt.Errorf("the example of %s: %w", rule.ID, err)
	}
	page.Output = output
	return page, nil
}

// Output returns what apiglint prints about an example of a rule: the text report of all rules.
func Output(rule *lint.Rule, example string) (string, error) {
	r, err := lintExample(rule, example)
	if err != nil {
		return "", err
	}
	if !r.Complete() {
		return "", r.Diagnostics
	}
	text, _ := report.FormatNamed("text")
	var out bytes.Buffer
	err = text.Write(&out, r, report.Terminal{})
	return out.String(), err
}

// today is the day on which examples are linted.
var today = time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)

// lintExample returns what all rules find in an example of a rule.
func lintExample(rule *lint.Rule, example string) (*report.Report, error) {
	settings, diags := lint.ParseSettings([]byte(rule.Settings()), lint.SettingsFile, rules.Catalogue())
	if diags.HasErrors() {
		return nil, diags
	}
	files := rules.Example(rule, example)
	loader := configs.NewLoader(files)
	config, err := schema.Load(loader, ".", terraform.Options{})
	if rule.Changes {
		config, err = schema.LoadChange(loader, "before", ".", terraform.Options{})
	}
	if err != nil {
		return nil, err
	}
	o := lint.Options{Rules: rules.All(), Settings: func(*schema.Config) *lint.Settings { return settings }, Today: today}
	shown := map[string]report.File{lint.SettingsFile: {Source: []byte(rule.Settings())}}
	for name, content := range files {
		shown[name] = report.File{Source: content}
	}
	for _, secret := range config.Secrets() {
		file := shown[secret.Filename]
		file.Secrets = append(file.Secrets, secret)
		shown[secret.Filename] = file
	}
	return &report.Report{Result: lint.Run(o, config), Diagnostics: config.Root.Diagnostics, Files: shown}, nil
}

// Files returns the documentation of all rules as Markdown, by file name.
func Files() (map[string]string, error) {
	all := rules.Catalogue()
	files := map[string]string{"README.md": index(all)}
	for _, rule := range all {
		page, err := Of(rule)
		if err != nil {
			return nil, err
		}
		files[rule.ID+".md"] = page.Markdown()
	}
	return files, nil
}

// questions are what the rules of a cause ask about a call, in its order.
var questions = []struct {
	cause    lint.Cause
	question string
}{
	{lint.Network, "Can the call reach the gateway, and the gateway the backend?"},
	{lint.DomainName, "Does the host lead to the right group?"},
	{lint.Publishing, "Is the version that callers get the one that is written?"},
	{lint.Authentication, "Will the caller's credential be accepted?"},
	{lint.Policy, "Who is let in, and how often?"},
	{lint.Backend, "Which API answers, and what happens behind it?"},
	{lint.Definition, "Do the provider, and the service behind it, accept what is written?"},
	{lint.Promise, "Do calls end as the team has written down?"},
	{lint.Suppression, "Do the comments that hide findings hide any?"},
}

// index returns the list of the rules.
func index(all []*lint.Rule) string {
	var b strings.Builder
	fmt.Fprintf(&b, `# Rules

Each rule finds one cause of a call that fails, or of a gateway that is open. They are listed by cause, in the order in
which a call meets them. `+"`apiglint explain RULE`"+` prints the same pages.

An error certainly fails, at apply or at a call, with what the configuration says. A warning fails for some callers, or
later, or is a security risk. A note is worth knowing. What is not certain is not reported.
`)
	for _, q := range questions {
		head := fmt.Sprintf("\n## %s\n\n%s\n\n| ID | name | level | what it finds | codes or symptom |\n|---|---|---|---|---|\n",
			strings.ToUpper(string(q.cause[:1]))+string(q.cause[1:]), q.question)
		for _, rule := range all {
			if rule.Cause == q.cause {
				b.WriteString(head + row(rule))
				head = ""
			}
		}
	}
	return b.String()
}

func row(rule *lint.Rule) string {
	level := rule.Level.String()
	if rule.Security > 0 {
		level += ", security"
	}
	return fmt.Sprintf("| [%[1]s](%[1]s.md) | `%[2]s` | %[3]s | %[4]s | %[5]s |\n",
		rule.ID, rule.Name, level, rule.Title, cmp.Or(strings.Join(rule.Codes, ", "), rule.Symptom))
}
