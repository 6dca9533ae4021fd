package report

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema/terraform"
	"github.com/apiglint/apiglint/schema/terraform/edit"
)

var update = flag.Bool("update", false, "write the golden files")

var sampleFiles = map[string]string{
	"main.tf": `resource "thing" "a" {
	name = ["中文👨‍👩‍👧` + "e\u0301" + `", "target", "more"]
  text = "tab	tab" # a tab inside
  flags = ["🇫🇷❤️", "target"]
  many = [
    "first",
  ]
}
`,
	"windows.tf":        "resource \"thing\" \"b\" {\r\n  name = \"target\"\r\n}\r\n",
	"mark.tf":           "\uFEFFname = \"target\"\n",
	"odd names/a:b%.tf": "password = \"hunter2\"\nname     = \"\x1b[31mred\u202Etxt.fdp\"\n",
	"1:2.tf":            "x = 1",
	"broken.tf":         "export SECRET_KEY=\"hunter2\"\n",
	"long.tf":           "x = [" + strings.Repeat(`"padding", `, 100) + `"target", ` + strings.Repeat(`"padding", `, 100) + "]\n",
}

// texts are the files of both rules.
var texts = fstest.MapFS{
	"texts/no-public-address/doc.md":  {Data: []byte("Nobody reaches it from the internet with `ingress_address`.\nIt stays inside.\n\nGive it one.\n")},
	"texts/no-public-address/bad.tf":  {Data: []byte("x = 1\n")},
	"texts/no-public-address/good.tf": {Data: []byte("x = 2\n")},
	"texts/anonymous-api/doc.md":      {Data: []byte("Without authentication anyone calls it.\n")},
}

var (
	network = &lint.Rule{
		ID: "NET101", Name: "no-public-address", Level: lint.Warning, Cause: lint.Network,
		Title: "a gateway without a public address",
		Codes: []string{"APIG.0101"}, Links: []string{"https://example.com/net"},
		Files: texts,
	}
	anonymous = &lint.Rule{
		ID: "AUT406", Name: "anonymous-api", Level: lint.Error, Cause: lint.Authentication, Security: 6.5,
		Title: "an API that anyone can call", Files: texts,
	}
)

// at returns the range of a text in a file.
func at(t *testing.T, file, what string) hcl.Range {
	t.Helper()
	src := sampleFiles[file]
	start := strings.Index(src, what)
	if start < 0 {
		t.Fatalf("%s has no %q", file, what)
	}
	pos := func(offset int) hcl.Pos {
		line := strings.Count(src[:offset], "\n") + 1
		return hcl.Pos{Line: line, Column: 1, Byte: offset} // no format takes the column from here
	}
	return hcl.Range{Filename: file, Start: pos(start), End: pos(start + len(what))}
}

func sample(t *testing.T) *Report {
	finding := func(rule *lint.Rule, file, what, message string) *lint.Finding {
		return &lint.Finding{Rule: rule, Level: rule.Level, Range: at(t, file, what), Message: message, Resource: "thing.a"}
	}
	clusters := finding(network, "main.tf", `"target"`, "thing.a stands behind a family: calls get APIG.0101")
	clusters.Remedyf("put thing.a[%q] before the family", "](x)")
	clusters.Relate(at(t, "windows.tf", `"target"`), "the other target is here")
	clusters.Relate(at(t, "odd names/a:b%.tf", "name "), `so is [this] one`)
	end := at(t, "main.tf", `, "more"]`).End
	end.Byte--
	clusters.Mend(&edit.Edits{List: []edit.Edit{
		{Range: at(t, "main.tf", `"target"`), New: `"aim"`},
		{Range: at(t, "main.tf", `, "more"`)},
		{Range: hcl.Range{Filename: "main.tf", Start: end, End: end}, New: `, "most"`},
	}}, "writes %q, and more", "aim")
	tab := finding(anonymous, "main.tf", `"tab	tab"`, `thing.a["x](http://example.com)"] has a tab`)
	tab.Also = []string{"thing.a[1]", "thing.a[2]", "thing.a[3]", "thing.a[4]", "thing.a[5]", "thing.a[6]"}
	flags := finding(network, "main.tf", `"target"]`, "flags and hearts")
	flags.Level = lint.Note
	lines := finding(network, "main.tf", "[\n    \"first\",\n  ]", "more than one line")
	lines.Mend(&edit.Edits{List: []edit.Edit{{Range: lines.Range, New: "[]"}}}, "empties it")
	nothing := finding(network, "1:2.tf", "1", "")
	nothing.Range.Start = nothing.Range.End
	nothing.Message, nothing.Resource = "the end of the file", ""
	nowhere := &lint.Finding{
		Rule: network, Level: lint.Note, Message: "a file that is not at hand",
		Range: hcl.Range{Filename: "gone.tf", Start: hcl.Pos{Line: 3, Column: 4, Byte: 20}, End: hcl.Pos{Line: 3, Column: 6, Byte: 22}},
	}
	r := &Report{
		Result: lint.Result{
			Findings: []*lint.Finding{
				clusters, tab, flags, lines,
				finding(anonymous, "windows.tf", `"target"`, "a line that ends with CR LF"),
				finding(network, "mark.tf", `"target"`, "a file with a byte order mark"),
				finding(network, "odd names/a:b%.tf", `"hunter2"`, "a secret"),
				finding(network, "odd names/a:b%.tf", "txt.fdp", "a name that is \x1b[1mnot\u202E what it seems"),
				finding(network, "long.tf", `"target"`, "a long line"),
				nothing, nowhere,
			},
			Suppressed: []*lint.Finding{clusters},
		},
		Rules: []*lint.Rule{anonymous, network},
		Notes: []terraform.Note{{
			Range: at(t, "main.tf", "many"), Message: `module "m" is not analysed`, Unjudged: true, Module: "module.m", Why: "outside", Beyond: "../..",
		}},
		Judged: Judged{
			Roots: 3, Plans: 1, Unknown: map[string]int{"opentelekomcloud_apigw_gateway_v2": 1},
			Resources: map[string]int{
				"huaweicloud_apig_instance": 1, "huaweicloud_apig_api": 27, "huaweicloud_apig_acl_policy": 2, "huaweicloud_apig_plugin": 1,
				"huaweicloud_apig_response": 2,
			},
			Lacking: []Lacking{{Root: "infra", File: "prod.tfvars", Inputs: []terraform.Lack{
				{Name: "var.domain", Range: at(t, "main.tf", "many"), Values: []hcl.Range{at(t, "main.tf", "many"), at(t, "long.tf", `"target"`)}},
				{Name: terraform.Workspace, Range: at(t, "main.tf", "many"), Values: []hcl.Range{at(t, "main.tf", "many")}},
			}}},
		},
		Files:    map[string]File{"gone.tf": {Shown: "infra/gone.tf"}, "prod.tfvars": {Shown: "infra/prod.tfvars"}},
		Version:  "v1.2.3",
		Category: "apiglint",
	}
	for name, src := range sampleFiles {
		r.Files[name] = File{Source: []byte(src), Shown: "infra/" + name}
	}
	odd := r.Files["odd names/a:b%.tf"]
	odd.Secrets = []hcl.Range{at(t, "odd names/a:b%.tf", `"hunter2"`)}
	r.Files["odd names/a:b%.tf"] = odd
	return r
}

// instead lets a file stand for the places of findings without one.
func instead(file string, findings ...[]*lint.Finding) map[*lint.Finding]string {
	files := map[*lint.Finding]string{}
	for _, f := range slices.Concat(findings...) {
		files[f] = file
	}
	return files
}

func render(t *testing.T, r *Report, format string) []byte {
	t.Helper()
	return renderOn(t, r, format, Terminal{})
}

func renderOn(t *testing.T, r *Report, format string, on Terminal) []byte {
	t.Helper()
	f, ok := FormatNamed(format)
	if !ok {
		t.Fatalf("there is no format %s", format)
	}
	var out bytes.Buffer
	if err := f.Write(&out, r, on); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s is not what is written now; look at it and run the test with -update:\n%s", file, got)
	}
}

func TestGoldens(t *testing.T) {
	golden(t, "golden.txt", render(t, sample(t), "text"))
	golden(t, "golden.json", render(t, sample(t), "json"))
	golden(t, "golden.sarif", render(t, sample(t), "sarif"))
	coloured := sample(t)
	coloured.Findings = coloured.Findings[:3]
	golden(t, "colour.txt", renderOn(t, coloured, "text", Terminal{Colour: true}))
}

func incomplete(t *testing.T) *Report {
	r := sample(t)
	r.Findings = nil
	_, r.Diagnostics = hclsyntax.ParseConfig([]byte(sampleFiles["main.tf"]+"x = ["), "main.tf", hcl.InitialPos)
	_, broken := hclsyntax.ParseConfig([]byte(sampleFiles["broken.tf"]), "broken.tf", hcl.InitialPos)
	r.Diagnostics = append(r.Diagnostics, broken...)
	passwords := at(t, "odd names/a:b%.tf", `"hunter2"`)
	passwords.Filename = "prod.tfvars"
	r.Diagnostics = append(r.Diagnostics, &hcl.Diagnostic{Severity: hcl.DiagError, Summary: "Odd", Subject: &passwords})
	return r
}

func TestDiagnosticsAndNotes(t *testing.T) {
	var out bytes.Buffer
	r := incomplete(t)
	if err := WriteDiagnostics(&out, r, Terminal{}); err != nil {
		t.Fatal(err)
	}
	if err := WriteNotes(&out, r, Terminal{}); err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(out.Bytes(), []byte("hunter2")) {
		t.Error("the diagnostics show a secret")
	}
	golden(t, "diagnostics.txt", out.Bytes())
	golden(t, "incomplete.sarif", render(t, r, "sarif"))
}

func TestSecretsAreNotShown(t *testing.T) {
	for _, format := range Formats() {
		for _, r := range []*Report{sample(t), incomplete(t)} {
			if out := render(t, r, format.Name); bytes.Contains(out, []byte("hunter2")) {
				t.Errorf("%s shows a secret", format.Name)
			}
		}
	}
}

func TestTextObeysNothing(t *testing.T) {
	for _, r := range string(render(t, sample(t), "text")) {
		if r != '\n' && deceptive(r) {
			t.Errorf("the text has %U in it", r)
		}
	}
}

// TestSARIFForGitHub holds what the schema does not say.
func TestSARIFForGitHub(t *testing.T) {
	var log struct {
		Runs []struct {
			Results *[]struct {
				RuleID    string
				RuleIndex int
				Message   struct{ Text string }
				Locations []struct {
					PhysicalLocation struct {
						ArtifactLocation struct{ URI string }
						Region           struct{ StartLine, StartColumn, EndLine, EndColumn int }
					}
				}
			}
			Tool struct {
				Driver struct{ Rules []struct{ ID string } }
			}
		}
	}
	if err := json.Unmarshal(render(t, sample(t), "sarif"), &log); err != nil {
		t.Fatal(err)
	}
	run := log.Runs[0]
	for _, result := range *run.Results {
		if run.Tool.Driver.Rules[result.RuleIndex].ID != result.RuleID {
			t.Errorf("rule %s has another index", result.RuleID)
		}
		if !strings.HasSuffix(result.Message.Text, ".") {
			t.Errorf("%q is no sentence", result.Message.Text)
		}
		region := result.Locations[0].PhysicalLocation.Region
		if min(region.StartLine, region.StartColumn, region.EndLine, region.EndColumn) < 1 {
			t.Errorf("%+v is not counted from 1", region)
		}
	}
	if first := (*run.Results)[0].Locations[0].PhysicalLocation.Region; first.StartColumn != 26 || first.EndColumn != 34 {
		t.Errorf("UTF-16 columns: %+v", first)
	}
	empty := sample(t)
	empty.Findings = nil
	if !bytes.Contains(render(t, empty, "sarif"), []byte(`"results": []`)) {
		t.Error("a clean run has no results")
	}
}

func TestURI(t *testing.T) {
	for file, want := range map[string]string{
		"a/b.tf": "a/b.tf", "a b/ä%.tf": "a%20b/%C3%A4%25.tf", "a:b.tf": "a%3Ab.tf", "x/a:b#?.tf": "x/a:b%23%3F.tf",
	} {
		if got := uri(file); got != want {
			t.Errorf("%s becomes %s, want %s", file, got, want)
		}
	}
}

func TestLineHashes(t *testing.T) {
	src, err := os.ReadFile("testdata/fingerprint-vectors.json")
	if err != nil {
		t.Fatal(err)
	}
	var vectors []struct {
		Name          string
		ContentBase64 string   `json:"content_base64"`
		LineHashes    []string `json:"line_hashes"`
	}
	if err := json.Unmarshal(src, &vectors); err != nil {
		t.Fatal(err)
	}
	for _, v := range vectors {
		content, err := base64.StdEncoding.DecodeString(v.ContentBase64)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, h := range lineHashes(content) {
			got = append(got, h.String())
		}
		if !slices.Equal(got, v.LineHashes) {
			t.Errorf("%s: got %v, want %v", v.Name, got, v.LineHashes)
		}
	}
	if len(vectors) == 0 {
		t.Error("there are no vectors")
	}
}

func TestPositionsStayInTheFile(t *testing.T) {
	for _, src := range []string{"", "x", "x\n", "\r\n", "\uFEFF", "\uFEFFx\n"} {
		text := newText([]byte(src))
		for offset := -1; offset < len(src)+3; offset++ {
			p := text.position(hcl.Pos{Line: 1, Column: 1, Byte: offset})
			if p.line < 1 || p.characters() < 1 || p.utf16() < 1 {
				t.Errorf("%q at %d: %+v", src, offset, p)
			}
		}
	}
}

func TestFirstParagraph(t *testing.T) {
	long := strings.Repeat("A sentence. ", 100)
	if got := firstParagraph(long, 1024); len(got) > 1024 || !strings.HasSuffix(got, "sentence.") {
		t.Errorf("got %q", got)
	}
	if got := firstParagraph("One `two`\nthree.\n\nFour.", 1024); got != "One two three." {
		t.Errorf("got %q", got)
	}
}

// TestLongLine holds that columns stay right where not every line is counted from its start.
func TestLongLine(t *testing.T) {
	const element = `"中👨‍👩‍👧", `
	const n = 5_000
	line := "x = [" + strings.Repeat(element, n) + "]"
	r := &Report{Files: map[string]File{"x.tf": {Source: []byte(line)}}}
	for i := range n {
		start := len("x = [") + i*len(element)
		r.Findings = append(r.Findings, &lint.Finding{Rule: network, Level: lint.Note, Range: hcl.Range{
			Filename: "x.tf", Start: hcl.Pos{Byte: start}, End: hcl.Pos{Byte: start + 5},
		}})
	}
	last := newText([]byte(line)).position(r.Findings[n-1].Range.Start)
	if got, want := last.characters(), 6+(n-1)*6; got != want {
		t.Errorf("the last finding stands at character %d, not %d", got, want)
	}
	if got, want := last.utf16(), 6+(n-1)*13; got != want {
		t.Errorf("the last finding stands at UTF-16 column %d, not %d", got, want)
	}
	for _, format := range Formats() {
		render(t, r, format.Name) // in linear time, or the test takes minutes
	}
}
