package lint_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// listed reports the VPCs that its option names, long and short ones at two levels.
var listed = &lint.Rule{
	ID: "TST201", Name: "listed-vpc", Level: lint.Error, Lower: []lint.Level{lint.Warning, lint.Note},
	Options: []lint.Option{
		{Name: "domains", Type: lint.DomainNames, Example: `["a.example"]`},
		{Name: "paths", Type: lint.RequestPaths, Example: `["/a"]`},
		{Name: "ports", Type: lint.Ports, Example: "[1]"},
	},
	Check: lint.Each(func(p *lint.Pass, vpc *schema.VPC) {
		name, _ := vpc.Name.Get()
		switch {
		case strings.HasPrefix(name, "high"):
			p.Reportf(vpc, vpc.Name, "%s is high %v %v", vpc, p.Texts("domains"), p.Numbers("ports"))
		case strings.HasPrefix(name, "mid"):
			p.ReportLevelf(lint.Warning, vpc, vpc.Name, "%s is in between", vpc)
		case strings.HasPrefix(name, "low"):
			p.ReportLevelf(lint.Note, vpc, vpc.Name, "%s is low", vpc)
		}
	}),
}

var settable = []*lint.Rule{named, twice, listed}

func TestSettingsAreChecked(t *testing.T) {
	for name, test := range map[string]struct{ text, want string }{
		"no syntax":             {`disable = [`, "1:12: Missing expression"},
		"an unknown setting":    {`disabel = []`, `1:1: there is no setting "disabel": did you mean disable?; there are disable, mandatory, skip_modules, rule, path and expect`},
		"an unknown block":      {`paths "a" {}`, `1:1: there is no block "paths": did you mean path?; there are disable, mandatory, skip_modules, rule, path and expect`},
		"rule as an attribute":  {`rule = "x"`, `1:1: rule is a block: rule "anonymous-api" { level = "note" }`},
		"path as an attribute":  {`path = "x"`, `1:1: path is a block: path "legacy/**" { disable = ["anonymous-api"] }`},
		"a list as a block":     {`disable {}`, `1:1: disable is no block but a list: disable = ["anonymous-api"]`},
		"no list":               {`disable = "named-vpc"`, `1:11: disable is a list of rules as it is written: [ "…", "…" ]`},
		"a number in a list":    {`disable = [1]`, "1:12: disable is a list of rules: only texts in quotes can stand here, and no variables or functions"},
		"a variable":            {`mandatory = [var.x]`, "1:14: mandatory is a list of rules: only texts in quotes can stand here, and no variables or functions"},
		"a function":            {`disable = concat(["named-vpc"])`, `1:11: disable is a list of rules as it is written: [ "…", "…" ]`},
		"a template":            {`disable = ["named-${"vpc"}"]`, "1:12: disable is a list of rules: only texts in quotes can stand here, and no variables or functions"},
		"a number in a text":    {`disable = ["named-${1}x"]`, "1:12: disable is a list of rules: only texts in quotes can stand here, and no variables or functions"},
		"an expansion":          {`disable = [for i in [1] : "named-vpc"]`, `1:11: disable is a list of rules as it is written: [ "…", "…" ]`},
		"an unknown rule":       {`disable = ["nmed-vpc"]`, `1:12: there is no rule "nmed-vpc": did you mean named-vpc?`},
		"a rule without a name": {`rule {}`, `1:1: a block "rule" has one label, and this one has 0: rule "anonymous-api" { … }`},
		"a rule with two names": {`rule "TST101" "TST102" {}`, `1:1: a block "rule" has one label, and this one has 2: rule "anonymous-api" { … }`},
		"a block about nothing": {`rule "TST9" { level = "note" }`, `1:6: there is no rule "TST9"`},
		"a rule twice":          {"rule \"named-vpc\" {}\nrule \"tst101\" {}", `2:6: "tst101" has a block already, in line 1`},
		"a block in a rule":     {"rule \"TST101\" {\n  level {}\n}", `2:3: a rule has no blocks, and "level" is one`},
		"no level":              {`rule "TST101" { level = "eror" }`, `1:25: "eror" is no level: did you mean error?: it is error, warning or note`},
		"a level that is off":   {`rule "TST1" { level = "off" }`, `1:23: "off" is no level; disable = ["named-vpc"] switches a rule off`},
		"a level as a number":   {`rule "TST101" { level = 3 }`, `1:25: level is a text: "error", "warning" or "note"`},
		"no option":             {`rule "TST201" { domain = [] }`, `1:17: listed-vpc has no option "domain": did you mean domains?; there is level, domains, paths and ports`},
		"an option of another":  {`rule "TST101" { domains = [] }`, `1:17: "domains" is an option of listed-vpc, not of named-vpc`},
		"an option of several":  {`rule "TST" { domains = [] }`, `1:14: "domains" is an option of listed-vpc: it stands in a block of this rule alone`},
		"no option of several":  {`rule "TST" { levell = "note" }`, `1:14: several rules have no option "levell": did you mean level?; there is level`},
		"a text as an option":   {`rule "TST201" { domains = "a.example" }`, `1:27: domains is a list of domain names as it is written: [ "…", "…" ]`},
		"a URL as a domain":     {`rule "TST201" { domains = ["https://a.example"] }`, `1:28: "https://a.example" is no domain name: it is written without a scheme, a port, a path and wildcards, and covers what is below it`},
		"an empty domain":       {`rule "TST201" { domains = [""] }`, `1:28: "" is empty or has blanks around it`},
		"no path":               {`rule "TST201" { paths = ["a"] }`, `1:26: "a" is no request path: it begins with a slash`},
		"a port as an option":   {`rule "TST201" { ports = 1 }`, "1:25: ports is a list of ports: ports = [1]"},
		"a text as a port":      {`rule "TST201" { ports = ["1"] }`, "1:26: ports is a list of ports, and this is none: only whole numbers as they are written can stand here"},
		"a part of a port":      {`rule "TST201" { ports = [1.5] }`, "1:26: ports is a list of ports, and this is none: only whole numbers as they are written can stand here"},
		"a huge port":           {`rule "TST201" { ports = [1e999999999] }`, "1:26: ports is a list of ports, and this is none: only whole numbers as they are written can stand here"},
		"no port":               {`rule "TST201" { ports = [70000] }`, "1:26: 70000 is no port"},
		"an option in a path":   {"path \"a\" {\n  rule \"TST201\" { ports = [1] }\n}", `2:19: options of rules hold for all paths: "ports" stands outside of path blocks`},
		"a path without a glob": {`path {}`, `1:1: a block "path" has one label, and this one has 0: path "legacy/**" { … }`},
		"an empty glob":         {`path "" {}`, "1:6: the path is empty"},
		"an absolute glob":      {`path "/a" {}`, `1:6: "/a" begins with a slash: paths are relative to the directory of the settings`},
		"too many braces":       {`path "{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}" {}`, `1:6: "{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}" stands for too many patterns: give it fewer braces, and write several path blocks`},
		"a backslash":           {`path "a\\b" {}`, `1:6: "a\\b" has a backslash: paths are written with slashes on every system`},
		"no glob":               {`path "[a" {}`, `1:6: "[a" is not a pattern: a bracket or a brace is not closed`},
		"a glob twice":          {"path \"a\" {}\npath \"./a/\" {}", `2:6: the path "a" has a block already, in line 1`},
		"a setting of a path":   {`path "a" { disabled = [] }`, `1:12: a path has no setting "disabled": did you mean disable?; there are disable and rule`},
		"a block of a path":     {"path \"a\" {\n  rul \"b\" {}\n}", `2:3: a path has no block "rul": did you mean rule?; there are disable and rule`},
		"mandatory in a path":   {`path "a" { mandatory = [] }`, "1:12: mandatory holds for all paths: it stands outside of path blocks"},
		"mandatory and off":     {"disable = [\"TST\"]\nmandatory = [\"TST101\"]", "1:12: TST101 named-vpc is mandatory, by line 2: it cannot be disabled"},
		"mandatory, off below":  {"mandatory = [\"TST101\"]\npath \"a\" { disable = [\"named-vpc\"] }", "2:23: TST101 named-vpc is mandatory, by line 1: it cannot be disabled"},
		"mandatory, lower":      {"mandatory = [\"TST101\"]\npath \"a\" {\n  rule \"TST101\" { level = \"note\" }\n}", "3:19: TST101 named-vpc is mandatory, by line 1: its level is the same for all paths"},
		"everything at once":    {"a = 1\nb = 2", "1:1: there is no setting \"a\"; there are disable, mandatory, skip_modules, rule, path and expect\n2:1: there is no setting \"b\"; there are disable, mandatory, skip_modules, rule, path and expect"},
		"nesting":               {"disable = " + strings.Repeat("[", 2000), "1:1: brackets are nested more than 1000 deep"},
		"another encoding":      {"\xff\xfed\x00", "1:1: it is UTF-16; Terraform reads UTF-8"},
	} {
		t.Run(name, func(t *testing.T) {
			settings, diags := lint.ParseSettings([]byte(test.text), lint.SettingsFile, settable)
			if settings != nil {
				t.Error("there are settings")
			}
			for _, d := range diags {
				if !lint.IsAboutSettings(d) || d.Subject.Filename != lint.SettingsFile {
					t.Errorf("%v does not say what it is about", d)
				}
			}
			if got := strings.Join(summaries(diags), "\n"); got != test.want {
				t.Errorf("got\n%s\nwant\n%s", got, test.want)
			}
		})
	}
}

// summaries spells diagnostics as line:column: what they say.
func summaries(diags hcl.Diagnostics) []string {
	var all []string
	for _, d := range diags {
		all = append(all, fmt.Sprintf("%d:%d: %s", d.Subject.Start.Line, d.Subject.Start.Column, d.Summary))
	}
	return all
}

// parsed returns settings that are in order.
func parsed(t *testing.T, text string) *lint.Settings {
	t.Helper()
	settings, diags := lint.ParseSettings([]byte(text), lint.SettingsFile, append(settable, lint.OwnRules()...))
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	return settings
}

// leveled spells findings as file:line RULE level.
func leveled(findings []*lint.Finding) string {
	var all []string
	for _, f := range findings {
		all = append(all, fmt.Sprintf("%s:%d %s %s", f.Range.Filename, f.Range.Start.Line, f.Rule.ID, f.Level))
	}
	return strings.Join(all, "\n")
}

func TestSettings(t *testing.T) {
	files := map[string]string{
		"infra/main.tf": `module "m" { source = "./legacy/net" }
module "shared" { source = "../shared" }
resource "huaweicloud_vpc" "high" { name = "high" }
resource "huaweicloud_vpc" "low" { name = "low" }
resource "huaweicloud_vpc" "mid" { name = "mid" }`,
		"infra/legacy/net/main.tf": `resource "huaweicloud_vpc" "old" { name = "high-old" }`,
		"shared/main.tf":           `resource "huaweicloud_vpc" "shared" { name = "high-shared" }`,
	}
	const mid = "infra/main.tf:5 TST201"
	const high, low, old, shared = "infra/main.tf:3 TST201", "infra/main.tf:4 TST201", "infra/legacy/net/main.tf:1 TST201", "shared/main.tf:1 TST201"
	for name, test := range map[string]struct {
		text, base string
		want       []string
	}{
		"nothing":                    {``, "", []string{old + " error", high + " error", low + " note", mid + " warning", shared + " error"}},
		"off":                        {`disable = ["TST2"]`, "", nil},
		"a lower level":              {`rule "listed-vpc" { level = "warning" }`, "", []string{old + " warning", high + " warning", low + " note", mid + " warning", shared + " warning"}},
		"the lowest level":           {`rule "listed-vpc" { level = "note" }`, "", []string{old + " note", high + " note", low + " note", mid + " note", shared + " note"}},
		"the later block wins":       {"rule \"TST\" { level = \"note\" }\nrule \"TST201\" { level = \"warning\" }", "", []string{old + " warning", high + " warning", low + " note", mid + " warning", shared + " warning"}},
		"off in a directory":         {`path "infra/legacy" { disable = ["TST201"] }`, "", []string{high + " error", low + " note", mid + " warning", shared + " error"}},
		"off by a glob":              {`path "**/legacy/**" { disable = ["TST201"] }`, "", []string{high + " error", low + " note", mid + " warning", shared + " error"}},
		"off in one file":            {`path "infra/*.tf" { disable = ["TST201"] }`, "", []string{old + " error", shared + " error"}},
		"seen from the settings":     {`path "legacy" { disable = ["TST201"] }`, "infra", []string{high + " error", low + " note", mid + " warning", shared + " error"}},
		"not seen from the settings": {`path "infra" { disable = ["TST201"] }`, "infra", []string{old + " error", high + " error", low + " note", mid + " warning", shared + " error"}},
		"above the settings":         {`path "../shared" { disable = ["TST201"] }`, "infra", []string{old + " error", high + " error", low + " note", mid + " warning"}},
		"a level in a directory":     {"path \"shared/**\" {\n rule \"TST\" { level = \"note\" }\n}\nrule \"TST201\" { level = \"warning\" }", "", []string{old + " warning", high + " warning", low + " note", mid + " warning", shared + " note"}},
	} {
		t.Run(name, func(t *testing.T) {
			settings := parsed(t, test.text)
			settings.Base = test.base
			o := lint.Options{Rules: []*lint.Rule{listed}, Settings: func(*schema.Config) *lint.Settings { return settings }}
			if got, want := leveled(lint.Run(o, load(t, "infra", files)).Findings), strings.Join(test.want, "\n"); got != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

func TestOptionsReachTheRule(t *testing.T) {
	settings := parsed(t, `rule "TST201" {
  domains = ["a.example", "b.example"]
  ports   = [1, 65535]
}`)
	c := load(t, ".", map[string]string{"main.tf": `resource "huaweicloud_vpc" "v" { name = "high" }`})
	o := lint.Options{Rules: settable, Settings: func(*schema.Config) *lint.Settings { return settings }}
	found := lint.Run(o, c).Findings
	if got := found[len(found)-1].Message; got != "huaweicloud_vpc.v is high [a.example b.example] [1 65535]" {
		t.Errorf("the message is %s", got)
	}
}

// TestRootsHaveTheirOwnSettings: what two roots share counts when it counts for one of them.
func TestRootsHaveTheirOwnSettings(t *testing.T) {
	files := map[string]string{
		"a/main.tf":   `module "net" { source = "../net" }`,
		"b/main.tf":   `module "net" { source = "../net" }`,
		"net/main.tf": "# apiglint:ignore named-vpc -- why\nresource \"huaweicloud_vpc\" \"v\" {\n  name = \"high\"\n}",
	}
	a, b := load(t, "a", files), load(t, "b", files)
	off, low := parsed(t, `disable = ["TST"]`), parsed(t, "rule \"listed-vpc\" { level = \"note\" }")
	o := lint.Options{Rules: []*lint.Rule{named, listed}, Settings: func(c *schema.Config) *lint.Settings {
		return map[*schema.Config]*lint.Settings{a: off, b: low}[c]
	}}
	if got := leveled(lint.Run(o, a, b).Findings); got != "net/main.tf:3 TST201 note" {
		t.Errorf("with both:\n%s", got)
	}
	// A comment that one of the roots has no use for, and that does not run for the other.
	files["net/main.tf"] = "# apiglint:ignore vpc-twice -- why\nlocals {}"
	a, b = load(t, "a", files), load(t, "b", files)
	o.Rules = settable
	found := lint.Run(o, a, b).Findings
	if got := leveled(found); got != "net/main.tf:1 IGN701 warning" || len(found[0].Identities()) != 1 {
		t.Errorf("with an idle comment, which is one for all roots:\n%s", got)
	}
	// A comment about what does not run may be right.
	if got := leveled(lint.Run(o, a).Findings); got != "" {
		t.Errorf("with the one that is off:\n%s", got)
	}
}

func TestMandatory(t *testing.T) {
	settings := parsed(t, `mandatory = ["named-vpc"]`)
	o := lint.Options{Rules: settable, Settings: func(*schema.Config) *lint.Settings { return settings }}
	for comment, want := range map[string]string{
		"named-vpc, listed-vpc": "main.tf:1 IGN705 warning\nmain.tf:3 TST101 warning",
		"TST":                   "main.tf:1 IGN705 warning\nmain.tf:3 TST101 warning",
		"listed-vpc":            "main.tf:3 TST101 warning",
	} {
		c := load(t, ".", map[string]string{"main.tf": "# apiglint:ignore " + comment + " -- why\nresource \"huaweicloud_vpc\" \"v\" {\n  name = \"high\"\n}"})
		result := lint.Run(o, c)
		if got := leveled(result.Findings); got != want || len(result.Suppressed) != 1 {
			t.Errorf("%s: got\n%s", comment, got)
		}
	}
	// What is mandatory for one of two roots is.
	files := map[string]string{
		"a/main.tf":   `module "net" { source = "../net" }`,
		"b/main.tf":   `module "net" { source = "../net" }`,
		"net/main.tf": `resource "huaweicloud_vpc" "v" { name = "v" }`,
	}
	a, b := load(t, "a", files), load(t, "b", files)
	both := lint.Options{Rules: settable, Settings: func(c *schema.Config) *lint.Settings {
		if c == b {
			return settings
		}
		return nil
	}}
	if result := lint.Run(both, a, b); len(result.Findings) != 1 || !result.Findings[0].Mandatory {
		t.Errorf("for one of two roots: got\n%s", leveled(result.Findings))
	}
	// One that names it is wrong even where there is nothing to hide.
	c := load(t, ".", map[string]string{"main.tf": "# apiglint:ignore named-vpc -- why\nlocals {}"})
	if got := leveled(lint.Run(o, c).Findings); got != "main.tf:1 IGN705 warning" {
		t.Errorf("without a finding: got\n%s", got)
	}
}

func TestChoose(t *testing.T) {
	const text = `
disable = ["named-vpc"]
path "a" { disable = ["listed-vpc"] }`
	files := map[string]string{"a/main.tf": "resource \"huaweicloud_vpc\" \"v\" {\n  name = \"high\"\n}"}
	const one, other = "a/main.tf:2 TST101 warning", "a/main.tf:2 TST201 error"
	for name, test := range map[string]struct {
		only, skip []string
		want       string
	}{
		"nothing":                   {nil, nil, ""},
		"the beginning of IDs":      {[]string{"TST"}, nil, ""},
		"an ID":                     {[]string{"tst101"}, nil, one},
		"names":                     {[]string{"named-vpc", " listed-vpc"}, nil, one + "\n" + other},
		"one that settings disable": {[]string{"TST", "TST201"}, nil, other},
		"one, and not":              {[]string{"named-vpc", "listed-vpc"}, []string{"TST1"}, other},
	} {
		t.Run(name, func(t *testing.T) {
			settings, err := parsed(t, text).Choose(settable, test.only, test.skip)
			if err != nil {
				t.Fatal(err)
			}
			o := lint.Options{Rules: settable, Settings: func(*schema.Config) *lint.Settings { return settings }}
			if got := leveled(lint.Run(o, load(t, "a", files)).Findings); got != test.want {
				t.Errorf("got\n%s\nwant\n%s", got, test.want)
			}
		})
	}
	for _, flags := range [][2][]string{{{"TST9"}, nil}, {nil, {"TST9"}}} {
		if _, err := (*lint.Settings)(nil).Choose(settable, flags[0], flags[1]); err == nil || err.Error() != `there is no rule "TST9"` {
			t.Errorf("%v: got %v", flags, err)
		}
	}
}
