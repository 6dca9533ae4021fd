package reporttest

import (
	"bytes"
	"encoding/json"
	"os"
	"strings"
	"testing"
)

// TestSARIFFinds breaks a good file in every way that the checks are for.
func TestSARIFFinds(t *testing.T) {
	src, err := os.ReadFile("../testdata/golden.sarif")
	if err != nil {
		t.Fatal(err)
	}
	var indented bytes.Buffer // a result is one line
	if err := json.Indent(&indented, src, "", "  "); err != nil {
		t.Fatal(err)
	}
	good := indented.String()
	if wrong := SARIF(src); len(wrong) > 0 {
		t.Fatal(wrong)
	}
	runs := good[strings.Index(good, `"runs": [`)+len(`"runs": [`) : strings.LastIndex(good, "]")]
	for name, edit := range map[string][2]string{
		"another schema":              {"schemastore.org/sarif-2.1.0.json", "schemastore.org/sarif-2.1.0-rtm.5.json"},
		"two runs":                    {`"runs": [`, `"runs": [` + runs + ","},
		"a word as a level":           {`"level": "error"`, `"level": "high"`},
		"an empty URI":                {`"uri": "main.tf"`, `"uri": ""`},
		"a URI that climbs":           {`"uri": "main.tf"`, `"uri": "../main.tf"`},
		"a URI that is not plain":     {`"uri": "main.tf"`, `"uri": "./main.tf"`},
		"an absolute path":            {`"uri": "main.tf"`, `"uri": "/main.tf"`},
		"a scheme":                    {`"uri": "main.tf"`, `"uri": "file:///main.tf"`},
		"a space in a URI":            {`"uri": "main.tf"`, `"uri": "ma in.tf"`},
		"a letter beyond ASCII":       {`"uri": "main.tf"`, `"uri": "mäin.tf"`},
		"severity as a number":        {`"security-severity": "6.5"`, `"security-severity": 6.5`},
		"severity out of range":       {`"security-severity": "6.5"`, `"security-severity": "11"`},
		"severity as a word":          {`"security-severity": "6.5"`, `"security-severity": "high"`},
		"severity of nothing":         {`"problem.severity"`, `"security-severity": "1", "problem.severity"`},
		"problem severity":            {`"problem.severity": "warning"`, `"problem.severity": "note"`},
		"a security rule by half":     {`"security"`, `"safety"`},
		"precision":                   {`"precision": "high"`, `"precision": "medium-high"`},
		"eleven tags":                 {`"tags": [`, `"tags": ["1","2","3","4","5","6","7","8","9",`},
		"no tags":                     {`"tags": [`, `"flags": [`},
		"a link that leads nowhere":   {`](0)`, `](9)`},
		"a link out":                  {`](0)`, `](https://example.com)`},
		"no link":                     {`[the other target is here](0)`, `see there`},
		"no sentence":                 {`"text": "a long line."`, `"text": "a long line"`},
		"a suppressed result":         {`"ruleIndex": 1`, `"suppressions": [{"kind": "inSource"}], "ruleIndex": 1`},
		"a passed result":             {`"ruleIndex": 1`, `"kind": "pass", "ruleIndex": 1`},
		"an unchanged result":         {`"ruleIndex": 1`, `"baselineState": "unchanged", "ruleIndex": 1`},
		"another rule":                {`"ruleIndex": 1`, `"ruleIndex": 0`},
		"no rule":                     {`"ruleIndex": 1`, `"ruleIndex": 7`},
		"an empty help URI":           {`"helpUri": "https://github.com/apiglint/apiglint/blob/main/docs/rules/NET101.md"`, `"helpUri": ""`},
		"a relative help URI":         {`"helpUri": "https://github.com/apiglint/apiglint/blob/main/docs/rules/NET101.md"`, `"helpUri": "docs"`},
		"a name of another case":      {`"name": "NoPublicAddress"`, `"name": "no-public-address"`},
		"a name twice":                {`"name": "NoPublicAddress"`, `"name": "AnonymousApi"`},
		"an id twice":                 {`"id": "NET101"`, `"id": "AUT406"`},
		"no description":              {`"text": "A gateway without a public address."`, `"text": ""`},
		"a long description":          {`"text": "A gateway without a public address."`, `"text": "` + strings.Repeat("long ", 300) + `"`},
		"no help":                     {`"markdown"`, `"markup"`},
		"a version that is none":      {`"semanticVersion": "1.2.3"`, `"semanticVersion": "dev"`},
		"columns of characters":       {`"columnKind": "utf16CodeUnits"`, `"columnKind": "unicodeCodePoints"`},
		"a category without a slash":  {`"id": "apiglint/"`, `"id": "apiglint"`},
		"a base that is no directory": {`"columnKind"`, `"originalUriBaseIds": {"ROOT": {"uri": "file:///src"}}, "columnKind"`},
		"a column from zero":          {`"startColumn": 1106`, `"startColumn": 0`},
		"an end before the start":     {`"endColumn": 1114`, `"endColumn": 1`},
		"a region of two lines":       {`"endLine": 1,`, `"endLine": 2,`},
		"a context that is no larger": {`"region": {
                  "startLine": 1,
                  "startColumn": 1106,`, `"contextRegion": {"startLine": 1, "startColumn": 1106, "endLine": 1, "endColumn": 1114}, "region": {
                  "startLine": 1,
                  "startColumn": 1106,`},
		"no results":               {`"results"`, `"outcomes"`},
		"no word on being whole":   {`"executionSuccessful": true`, `"exitCode": 0`},
		"a fingerprint with zeros": {`"primaryLocationLineHash": "`, `"primaryLocationLineHash": "0`},
		"another fingerprint":      {`"primaryLocationLineHash"`, `"primaryLocationStartColumnFingerprint"`},
		"related locations without": {`"relatedLocations": [
            {
              "id": 0,`, `"relatedLocations": [
            {`},
	} {
		bad := strings.Replace(good, edit[0], edit[1], 1)
		if bad == good {
			t.Errorf("%s: nothing is changed", name)
		}
		if len(SARIF([]byte(bad))) == 0 {
			t.Errorf("%s is not found", name)
		}
	}
}

func TestCommands(t *testing.T) {
	log := "::error file=a%3Ab%2C%25.tf,line=1,title=x::one%0Atwo%250A\nplain :: text\n  ::set-output name=x::1\nsee ##[add-mask]x\n::unknown::x\r::endgroup::\n"
	commands, lines := Commands(log)
	var names []string
	for _, c := range commands {
		names = append(names, c.Name)
	}
	if got := strings.Join(names, " "); got != "error set-output add-mask endgroup" {
		t.Errorf("the commands are %s", got)
	}
	if c := commands[0]; c.Properties["file"] != "a:b,%.tf" || c.Data != "one\ntwo%0A" {
		t.Errorf("the first is %+v", c)
	}
	if len(lines) != 3 {
		t.Errorf("the other lines are %q", lines)
	}
	for _, bad := range []string{
		"::warning title=t,line=1,endLine=1,col=1,endColumn=1::no file\n", "::error file=a,title=t::no line\n", "::error::no title\n",
		"::error file=a,line=1,endLine=2,col=1,endColumn=1,title=t::two lines\n", "::error title=t,x=y::what is x\n", "::set-output name=a::x\n",
		strings.Repeat("::error title=t::m\n", 11),
	} {
		if len(GitHub(bad)) == 0 {
			t.Errorf("nothing is wrong with %q", bad)
		}
	}
}
