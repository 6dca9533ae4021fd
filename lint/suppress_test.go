package lint_test

import (
	"strings"
	"testing"
	"time"

	"github.com/hashicorp/hcl/v2"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// bare reports the header of a VPC that is called so.
var bare = &lint.Rule{
	ID: "TST301", Name: "bare-vpc", Level: lint.Warning,
	Check: lint.Each(func(p *lint.Pass, vpc *schema.VPC) {
		if vpc.Name.Is("bare") {
			p.Reportf(vpc, vpc, "%s is bare", vpc)
		}
	}),
}

func text(src string, at hcl.Range) string { return src[at.Start.Byte:at.End.Byte] }

// ignoreTests are ignore comments, and what is found all the same.
var ignoreTests = map[string]struct{ file, text, want string }{
	"on the line":       {"main.tf", "resource \"huaweicloud_vpc\" \"v\" {\n  name = \"v\" # apiglint:ignore named-vpc -- why\n}", ""},
	"above the line":    {"main.tf", "resource \"huaweicloud_vpc\" \"v\" {\n  # apiglint:ignore TST101 -- why\n  name = \"v\"\n}", ""},
	"above the block":   {"main.tf", "// apiglint:ignore named-vpc -- why\n\nresource \"huaweicloud_vpc\" \"v\" {\n  name = \"v\"\n}", ""},
	"as a block":        {"main.tf", "/* apiglint:ignore TST -- why */\nresource \"huaweicloud_vpc\" \"v\" {\n  name = \"v\"\n}", ""},
	"below other words": {"main.tf", "# The network.\n# apiglint:ignore named-vpc -- why\nresource \"huaweicloud_vpc\" \"v\" {\n  name = \"v\"\n}", ""},
	"another rule": {
		"main.tf", "# apiglint:ignore vpc-twice -- why\nresource \"huaweicloud_vpc\" \"v\" {\n  name = \"v\"\n}",
		"1:IGN701 \n3:TST101 huaweicloud_vpc.v",
	},
	"another block": {
		"main.tf", "# apiglint:ignore named-vpc -- why\nlocals {\n}\nresource \"huaweicloud_vpc\" \"v\" {\n  name = \"v\"\n}",
		"1:IGN701 \n5:TST101 huaweicloud_vpc.v",
	},
	"without a reason": {
		"main.tf", "resource \"huaweicloud_vpc\" \"v\" {\n  name = \"v\" # apiglint:ignore named-vpc\n}",
		"2:TST101 huaweicloud_vpc.v\n2:IGN702 ",
	},
	"two rules, one idle": {
		"main.tf", "# apiglint:ignore named-vpc, vpc-twice -- why\nresource \"huaweicloud_vpc\" \"v\" {\n  name = \"v\"\n}",
		"1:IGN701 ",
	},
	"for what is missing": {
		"main.tf", "# apiglint:ignore bare-vpc -- why\nresource \"huaweicloud_vpc\" \"v\" {\n  name = \"bare\" # apiglint:ignore named-vpc -- why\n}", "",
	},
	"for what is missing, on the header": {
		"main.tf", "resource \"huaweicloud_vpc\" \"v\" { // apiglint:ignore bare-vpc -- why\n  # apiglint:ignore named-vpc -- why\n  name = \"bare\"\n}", "",
	},
	"above an argument of several lines": {
		"main.tf", "resource \"huaweicloud_vpc\" \"v\" {\n  # apiglint:ignore named-vpc -- why\n  name = join(\"\", [ # the parts\n    \"v\",\n  ])\n}", "",
	},
	"within the code": {"main.tf", "resource \"huaweicloud_vpc\" \"v\" {\n  name = /* apiglint:ignore named-vpc -- why */ \"v\"\n}", ""},
	"above another comment": {
		"main.tf", "# apiglint:ignore named-vpc -- why\n/* The network. */\nresource \"huaweicloud_vpc\" \"v\" {\n  name = \"v\"\n}", "",
	},
	"in a long comment": {
		"main.tf", "/*\n * The network.\n * apiglint:ignore named-vpc -- why\n */\nresource \"huaweicloud_vpc\" \"v\" {\n  name = \"v\"\n}", "",
	},
	"above a heredoc":       {"main.tf", "resource \"huaweicloud_vpc\" \"v\" {\n  # apiglint:ignore named-vpc -- why\n  name = <<-EOT\n    v\n  EOT\n}", ""},
	"with Windows' lines":   {"main.tf", "resource \"huaweicloud_vpc\" \"v\" {\r\n  # apiglint:ignore named-vpc -- why\r\n  name = \"v\"\r\n}\r\n", ""},
	"not above the next":    {"main.tf", "resource \"huaweicloud_vpc\" \"v\" {\n  # apiglint:ignore named-vpc -- why\n  cidr = \"10.0.0.0/8\"\n  name = \"v\"\n}", "2:IGN701 \n4:TST101 huaweicloud_vpc.v"},
	"at the end of a block": {"main.tf", "resource \"huaweicloud_vpc\" \"v\" {\n  name = \"v\"\n  # apiglint:ignore named-vpc -- why\n}", "2:TST101 huaweicloud_vpc.v\n3:IGN701 "},
	"at the end of a file":  {"main.tf", "resource \"huaweicloud_vpc\" \"v\" {\n  name = \"v\"\n}\n# apiglint:ignore named-vpc -- why", "2:TST101 huaweicloud_vpc.v\n4:IGN701 "},
	"until today":           {"main.tf", "resource \"huaweicloud_vpc\" \"v\" {\n  name = \"v\" # apiglint:ignore named-vpc until 2027-03-01 -- why\n}", ""},
	"until yesterday":       {"main.tf", "resource \"huaweicloud_vpc\" \"v\" {\n  name = \"v\" # apiglint:ignore named-vpc until 2027-02-28 -- why\n}", "2:TST101 huaweicloud_vpc.v\n2:IGN703 "},
	"an unknown rule": {
		"main.tf", "resource \"huaweicloud_vpc\" \"v\" {\n  name = \"v\" # apiglint:ignore nmed-vpc, named-vpc -- why\n}", "2:IGN704 ",
	},
	"a rule about comments": {
		"main.tf", "# apiglint:ignore unused-ignore -- why\nresource \"huaweicloud_vpc\" \"v\" {\n  name = \"v\" # apiglint:ignore named-vpc -- why\n}", "1:IGN705 ",
	},
	"in JSON, in a list": {"main.tf.json", `{"resource": {"huaweicloud_vpc": {"v": {
		"//": ["The network.", "apiglint:ignore named-vpc -- why"],
		"name": "v"}}}}`, ""},
	"in JSON, on one line": {
		"main.tf.json", `{"resource": {"huaweicloud_vpc": {"w": {"//": "apiglint:ignore named-vpc -- why", "name": "w"}, "v": {"name": "v"}}}}`,
		"1:TST101 huaweicloud_vpc.v",
	},
	"in JSON, for what is missing": {"main.tf.json", `{"resource": {"huaweicloud_vpc": {"v": {"//": "apiglint:ignore bare-vpc,named-vpc -- why", "name": "bare"}}}}`, ""},
	"in a string": {
		"main.tf", "resource \"huaweicloud_vpc\" \"v\" {\n  name = \"# apiglint:ignore named-vpc -- why\"\n}",
		"2:TST101 huaweicloud_vpc.v",
	},
	"in JSON": {"main.tf.json", `{"resource": {"huaweicloud_vpc": {"v": {
		"//": "apiglint:ignore named-vpc -- why",
		"name": "v"}}}}`, ""},
	"in JSON, around it": {"main.tf.json", `{"resource": {"//": "apiglint:ignore named-vpc -- why", "huaweicloud_vpc": {"v": {
		"name": "v"}}}}`, ""},
	"in JSON, beside it": {"main.tf.json", `{"resource": {"huaweicloud_vpc": {
		"w": {"//": "apiglint:ignore vpc-twice -- why", "cidr": "10.0.0.0/8"},
		"v": {"name": "v"}}}}`, "2:TST101 huaweicloud_vpc.w\n2:IGN701 \n3:TST101 huaweicloud_vpc.v"},
}

func TestIgnores(t *testing.T) {
	for name, test := range ignoreTests {
		t.Run(name, func(t *testing.T) {
			result := lint.Run(lint.Options{Rules: []*lint.Rule{named, twice, bare}, Today: time.Date(2027, 3, 1, 23, 59, 0, 0, time.UTC)}, load(t, ".", map[string]string{test.file: test.text}))
			if got := found(result.Findings); got != test.want {
				t.Errorf("got\n%s\nwant\n%s", got, test.want)
			}
			if test.want == "" && len(result.Suppressed) == 0 {
				t.Error("no finding is suppressed")
			}
			for _, f := range result.Findings {
				if f.Rule.Cause == lint.Suppression && f.Remedy == "" {
					t.Errorf("%s does not say what to do: %s", f.Rule.ID, f.Message)
				}
			}
			for _, f := range result.Suppressed {
				if f.Ignored.Reason != "why" || !strings.Contains(text(test.text, f.Ignored.Range), "apiglint:ignore") {
					t.Errorf("%s is hidden by %+v", f.Rule.ID, f.Ignored)
				}
			}
		})
	}
}

const usage = "one is written apiglint:ignore RULE -- REASON"

// oddIgnores are comments that are not as they should be, or only look like ignore comments, and what is said about them.
var oddIgnores = map[string]string{
	"apiglint:ignore":                                 "the ignore comment names no rule, and hides nothing: it is written apiglint:ignore RULE -- REASON",
	"apiglint:ignore -- why":                          "the ignore comment names no rule, and hides nothing: it is written apiglint:ignore RULE -- REASON",
	"apiglint:ignore named-vpc":                       "the ignore comment has no reason, and hides nothing: it is written apiglint:ignore RULE -- REASON",
	"apiglint:ignore named-vpc --":                    "the ignore comment has no reason, and hides nothing: it is written apiglint:ignore RULE -- REASON",
	"apiglint:ignore named-vpc — why":                 "the ignore comment has no reason, and hides nothing: it is written apiglint:ignore RULE -- REASON",
	"apiglint:ignore named-vpc vpc-twice -- why":      `the ignore comment hides nothing: "named-vpc vpc-twice" is no rule, and several are separated by commas`,
	"apiglint:ignore named-vpc, -- why":               `the ignore comment hides nothing: "" is no rule, and several are separated by commas`,
	"apiglint:ignore named-vpc until 2027-02-30 -- w": `the ignore comment hides nothing: "2027-02-30" is no day, which is written until 2027-03-01`,
	"apiglint:ignore named-vpc until 1.3.2027 -- w":   `the ignore comment hides nothing: "1.3.2027" is no day, which is written until 2027-03-01`,
	"apiglint:ignore named-vpc until -- w":            `the ignore comment hides nothing: "" is no day, which is written until 2027-03-01`,
	"apiglint:ignore named-vpc until 2027-01-01 -- w": "the ignore comment for named-vpc ended on 2027-01-01: what it hid is reported again",
	"apiglint:ignore nmed-vpc -- w":                   `there is no rule "nmed-vpc": did you mean named-vpc?`,
	"apiglint:ignore TST9 -- w":                       `there is no rule "TST9"`,
	"apiglint:ignore expired-ignore -- w":             "no comment hides expired-ignore, which is about comments",
	"apiglint:ignore vpc-twice -- w":                  "nothing here is reported as vpc-twice: the ignore comment hides nothing",
	"apiglint:ignor named-vpc -- w":                   `"apiglint:ignor" is no ignore comment, and hides nothing: ` + usage,
	"apiglint: ignore named-vpc -- w":                 `"apiglint: ignore" is no ignore comment, and hides nothing: ` + usage,
	"apiglint-ignore named-vpc":                       `"apiglint-ignore" is no ignore comment, and hides nothing: ` + usage,
	"apiglint:ignore: named-vpc -- w":                 `"apiglint:ignore" is no ignore comment, and hides nothing: ` + usage,
	"apiglint:ignored":                                `"apiglint:ignored" is no ignore comment, and hides nothing: ` + usage,
	"apilint:ignore named-vpc -- w":                   `"apilint:ignore" is no ignore comment, and hides nothing: ` + usage,
	"@apiglint:disable named-vpc":                     `"@apiglint:disable" is no ignore comment, and hides nothing: ` + usage,
	"apiglint ignore named-vpc -- w":                  `"apiglint ignore" is no ignore comment, and hides nothing: ` + usage,
	// What only looks like one:
	"apiglint ignores what git ignores":             "",
	"apiglint: see docs/apiglint.md":                "",
	"apiglint-action runs this":                     "",
	"tflint-ignore: terraform_unused_declarations":  "",
	"golint:ignore x":                               "",
	"see https://github.com/apiglint/apiglint":      "",
	"write apiglint:ignore RULE -- REASON above it": "",
	"tfsec:ignore:aws-s3 is no apiglint:ignore":     "",
}

// TestMessagesAboutIgnores holds what is said about comments that are not as they should be, and the silence about those
// that are no ignore comments.
func TestMessagesAboutIgnores(t *testing.T) {
	for comment, want := range oddIgnores {
		src := "# " + comment + "\nlocals {}"
		result := lint.Run(lint.Options{Rules: both, Today: time.Date(2027, 3, 1, 0, 0, 0, 0, time.UTC)}, load(t, ".", map[string]string{"main.tf": src}))
		got := ""
		for _, f := range result.Findings {
			got += f.Message
			if text(src, f.Range) != "# "+comment || f.Rule.Cause != lint.Suppression {
				t.Errorf("%s: it stands at %s", comment, text(src, f.Range))
			}
		}
		if got != want {
			t.Errorf("%s:\ngot  %s\nwant %s", comment, got, want)
		}
	}
}

// TestIgnoresOfModules: a comment in a module's file is about all that the module makes, and one above a call about what this
// call makes.
func TestIgnoresOfModules(t *testing.T) {
	const net = "resource \"huaweicloud_vpc\" \"v\" {\n  name = \"v\"\n}"
	const ignore = "# apiglint:ignore named-vpc -- why\n"
	const calls = "module \"a\" {\n  source = \"./net\"\n  for_each = toset([\"x.y\", \"z\"])\n}\n"
	const call = "module \"b\" { source = \"./outer\" }\n"
	const outer = "module \"c\" { source = \"../net\" }\n"
	const a, b = `module.a["x.y"].huaweicloud_vpc.v module.a["z"].huaweicloud_vpc.v`, "module.b.module.c.huaweicloud_vpc.v"
	for name, test := range map[string]struct {
		files      map[string]string
		want       string
		suppressed string
	}{
		"none":              {map[string]string{"main.tf": calls + call, "net/main.tf": net, "outer/main.tf": outer}, "2:TST101 " + a + " " + b, ""},
		"in the module":     {map[string]string{"main.tf": calls + call, "net/main.tf": ignore + net, "outer/main.tf": outer}, "", "3:TST101 " + a + " " + b},
		"above a call":      {map[string]string{"main.tf": ignore + calls + call, "net/main.tf": net, "outer/main.tf": outer}, "2:TST101 " + b, "2:TST101 " + a},
		"above the other":   {map[string]string{"main.tf": calls + ignore + call, "net/main.tf": net, "outer/main.tf": outer}, "2:TST101 " + a, "2:TST101 " + b},
		"in a called one":   {map[string]string{"main.tf": calls + call, "net/main.tf": net, "outer/main.tf": ignore + outer}, "2:TST101 " + a, "2:TST101 " + b},
		"on the header":     {map[string]string{"main.tf": calls + "module \"b\" { # apiglint:ignore TST1 -- why\n source = \"./outer\"\n}", "net/main.tf": net, "outer/main.tf": outer}, "2:TST101 " + a, "2:TST101 " + b},
		"for another rule":  {map[string]string{"main.tf": calls + "# apiglint:ignore vpc-twice -- why\n" + call, "net/main.tf": net, "outer/main.tf": outer}, "5:IGN701 \n2:TST101 " + a + " " + b, ""},
		"above an argument": {map[string]string{"main.tf": calls + "module \"b\" {\n" + ignore + " source = \"./outer\"\n}", "net/main.tf": net, "outer/main.tf": outer}, "6:IGN701 \n2:TST101 " + a + " " + b, ""},
		"in JSON": {
			map[string]string{"main.tf": calls, "b.tf.json": `{"module": {"b": {"//": "apiglint:ignore named-vpc -- why", "source": "./outer"}}}`, "net/main.tf": net, "outer/main.tf": outer},
			"2:TST101 " + a, "2:TST101 " + b,
		},
	} {
		t.Run(name, func(t *testing.T) {
			result := lint.Run(lint.Options{Rules: []*lint.Rule{named, {ID: "TST102", Name: "vpc-twice", Check: func(*lint.Pass) {}}}}, load(t, ".", test.files))
			if got := found(result.Findings); got != test.want {
				t.Errorf("got\n%s\nwant\n%s", got, test.want)
			}
			if got := found(result.Suppressed); got != test.suppressed {
				t.Errorf("suppressed is\n%s\nwant\n%s", got, test.suppressed)
			}
		})
	}
}

// TestIgnoresOfWhatDoesNotRun: a comment may be right about a rule that has not looked.
func TestIgnoresOfWhatDoesNotRun(t *testing.T) {
	change := *twice
	change.Changes = true
	files := map[string]string{"main.tf": "# apiglint:ignore TST102 -- why\nlocals {}"}
	off := parsed(t, `disable = ["TST102"]`)
	for name, o := range map[string]lint.Options{
		"off":            {Rules: settable, Settings: func(*schema.Config) *lint.Settings { return off }},
		"about a change": {Rules: []*lint.Rule{named, &change}},
		"retired":        {Rules: []*lint.Rule{named, {ID: "TST102", Name: "vpc-twice"}}},
	} {
		if got := found(lint.Run(o, load(t, ".", files)).Findings); got != "" {
			t.Errorf("%s: got %s", name, got)
		}
	}
	if got := found(lint.Run(lint.Options{Rules: settable}, load(t, ".", files)).Findings); got != "1:IGN701 " {
		t.Errorf("when it runs: got %s", got)
	}
}
