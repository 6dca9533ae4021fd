package lint_test

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/lint/linttest"
	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/terraform"
	"github.com/apiglint/apiglint/schema/terraform/configs"
)

// ignorable are the rules of the fuzz test. The last one is mandatory.
var ignorable = []*lint.Rule{named, bare, twice}

// FuzzIgnores reads ignore comments in both syntaxes, in a module that others call and that calls others. Comments hide, and
// do nothing else: what is found and what is hidden are together what is found without comments. They hide only rules that
// they name, for a reason, until their day, and never a mandatory one, and what is said about them stands at one of them.
func FuzzIgnores(f *testing.F) {
	for _, name := range slices.Sorted(maps.Keys(ignoreTests)) {
		f.Add([]byte(ignoreTests[name].text), strings.HasSuffix(ignoreTests[name].file, ".json"), []byte(nil))
	}
	for _, comment := range slices.Sorted(maps.Keys(oddIgnores)) {
		f.Add([]byte("# "+comment+"\n"+calling), false, []byte(nil))
		f.Add(fmt.Appendf(nil, `{"//": %q, "resource": {"huaweicloud_vpc": {"v": [{"//": [%[1]q, "x"], "name": "bare"}]}}}`, comment), true, []byte(nil))
	}
	script, err := txtar.ParseFile("../cmd/apiglint/testdata/script/ignores.txtar")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range script.Files {
		if strings.Contains(file.Name, ".tf") {
			vpcs := strings.NewReplacer("anonymous-api", "named-vpc", "AUT", "TST", "huaweicloud_apig_api", "huaweicloud_vpc", "request_method", "name").Replace(string(file.Data))
			f.Add([]byte(vpcs), strings.HasSuffix(file.Name, ".json"), []byte(nil))
		}
	}
	for n := range byte(60) {
		f.Add([]byte(calling), false, []byte{n, n * 3, n * 7, n * 11, n * 5, n * 13, n * 17, n})
		f.Add([]byte(callingJSON), true, []byte{n, n * 3, n * 7, n * 11, n * 5, n * 13, n * 17, n})
	}
	f.Fuzz(func(t *testing.T, src []byte, json bool, steps []byte) {
		if len(src) > 16<<10 {
			return
		}
		defer linttest.Watch(t)()
		name := "main.tf"
		if json {
			name += ".json"
		}
		src = commented(src, json, steps)
		result, again := ignoring(t, name, src), ignoring(t, name, src)
		if found(result.Findings) != found(again.Findings) || found(result.Suppressed) != found(again.Suppressed) {
			t.Errorf("two runs differ:\n%s\n---\n%s", found(result.Findings), found(again.Findings))
		}
		for _, f := range slices.Concat(result.Findings, result.Suppressed) {
			if f.Range.Filename == name {
				if wrong := linttest.WrongRange(f.Range, src); wrong != "" {
					t.Errorf("%s: %s", f.Message, wrong)
				}
			}
			if f.Rule.Cause == lint.Suppression && !bytes.Contains(bytes.ToLower(f.Range.SliceBytes(src)), []byte("lint")) {
				t.Errorf("%s: there is no comment at %s", f.Message, f.Range)
			}
		}
		for _, f := range result.Suppressed {
			by := f.Ignored
			switch {
			case by == nil || by.Reason == "" || !bytes.Contains(by.Range.SliceBytes(src), []byte("apiglint:ignore")):
				t.Errorf("%s is hidden by %+v", found([]*lint.Finding{f}), by)
			case !names(by.Range.SliceBytes(src), f.Rule):
				t.Errorf("%s is hidden by a comment that does not name it: %q", found([]*lint.Finding{f}), by.Range.SliceBytes(src))
			case f.Rule == twice || f.Rule.Cause == lint.Suppression:
				t.Errorf("%s is hidden, and is mandatory or about comments", found([]*lint.Finding{f}))
			case by.Until != "" && by.Until < "2027-03-01":
				t.Errorf("%s is hidden by a comment that ended on %s", found([]*lint.Finding{f}), by.Until)
			}
		}
		// A word of the same length, in the same place in the order of names, that means nothing.
		unmarked := func(s []byte) []byte {
			return bytes.ReplaceAll(bytes.ReplaceAll(s, []byte("lint"), []byte("linn")), []byte("LINT"), []byte("LINN"))
		}
		with := told(result.Findings, result.Suppressed)
		for i := range with {
			with[i] = string(unmarked([]byte(with[i])))
		}
		slices.Sort(with)
		if without := told(ignoring(t, name, unmarked(src)).Findings); !slices.Equal(with, without) && !anyCase(src) {
			t.Errorf("with comments there are\n%s\nand without\n%s", strings.Join(with, "\n"), strings.Join(without, "\n"))
		}
	})
}

// names reports whether a comment has a name of a rule in it.
func names(comment []byte, rule *lint.Rule) bool {
	text := strings.ToUpper(string(comment))
	return strings.Contains(text, rule.ID[:3]) || strings.Contains(text, strings.ToUpper(rule.Name))
}

// anyCase reports whether a text has the marker in letters that nothing here replaces.
func anyCase(src []byte) bool {
	lower := bytes.ToLower(src)
	return bytes.Count(lower, []byte("lint")) != bytes.Count(src, []byte("lint"))+bytes.Count(src, []byte("LINT"))
}

const calling = `resource "huaweicloud_vpc" "a" {
  name = "bare"
  tags = {
    a = 1
  }
}

module "net" {
  source   = "./net"
  for_each = toset(["x.y", "z"])
}
module "outer" { source = "./outer" }

resource "huaweicloud_vpc" "b" {
  count = 2
  name  = "same"
}
`

const callingJSON = `{"resource": {"huaweicloud_vpc": {"a": {"name": "bare"}, "b": [{"count": 2, "name": "same"}]}},
"module": {"net": {"source": "./net", "for_each": "${toset([\"x.y\", \"z\"])}"}, "outer": [{
"source": "./outer"}]}}`

// ignoring runs the rules on a file in a module that calls others.
func ignoring(t *testing.T, name string, src []byte) lint.Result {
	t.Helper()
	files := fstest.MapFS{
		name:            {Data: src},
		"net/main.tf":   {Data: []byte("resource \"huaweicloud_vpc\" \"v\" {\n  name = \"same\"\n}\n")},
		"outer/main.tf": {Data: []byte("module \"c\" { source = \"../net\" }\nmodule \"d\" { source = \"../net\" }\n")},
	}
	c, err := schema.Load(configs.NewLoader(files), ".", terraform.Options{})
	if err != nil {
		t.Fatal(err)
	}
	settings, diags := lint.ParseSettings([]byte(`mandatory = ["vpc-twice"]`), lint.SettingsFile, ignorable)
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	return lint.Run(lint.Options{
		Rules: ignorable, Today: time.Date(2027, 3, 1, 0, 0, 0, 0, time.UTC),
		Settings: func(*schema.Config) *lint.Settings { return settings },
	}, c)
}

// told returns what findings say of each instance, but for those about comments, sorted.
func told(lists ...[]*lint.Finding) []string {
	var all []string
	for _, f := range slices.Concat(lists...) {
		if f.Rule.Cause == lint.Suppression {
			continue
		}
		for _, address := range append([]string{f.Resource}, f.Also...) {
			all = append(all, fmt.Sprintf("%s %s %s", f.Range, f.Rule.ID, address))
		}
	}
	slices.Sort(all)
	return all
}

// commented puts comments into a text, as steps of four bytes say: in front of or behind a line, or as a property of an
// object. A comment is made of parts that belong there, and of some that do not.
func commented(src []byte, json bool, steps []byte) []byte {
	part := func(parts []string, n byte) string { return parts[int(n)%len(parts)] }
	for s := range slices.Chunk(steps[:min(len(steps), 40)], 4) {
		if len(s) < 4 {
			break
		}
		text := part([]string{"apiglint:ignore", "apiglint:ignore", "apiglint:ignore", "apiglint-ignore", "APIGLINT:ignore", "apiglint ignore"}, s[0]/6) +
			part([]string{" ", "\t", "", ": "}, s[0]/40) +
			part([]string{"named-vpc", "TST", "TST101", "tst3", "bare-vpc, named-vpc", "vpc-twice", "IGN", "nothing", "", "named-vpc,"}, s[1]) +
			part([]string{"", "", " until 2027-03-01", " until 2027-02-28", " until never", " until", " until 9999-12-31"}, s[1]/10) +
			part([]string{" -- why", " -- why", " --", "", " -- a -- b", " -- */ x", " -- \u202e"}, s[2])
		if json {
			if objects := bytes.Count(src, []byte("{")); objects > 0 {
				at := nth(src, '{', int(s[3])%objects)
				property := fmt.Sprintf("%q: %q", "//", text)
				if s[0]%2 == 1 {
					property = fmt.Sprintf("%q: [%q, %q]", "//", "x", text)
				}
				if rest := bytes.TrimSpace(src[at+1:]); len(rest) > 0 && rest[0] != '}' {
					property += ","
				}
				src = slices.Insert(slices.Clone(src), at+1, []byte(property)...)
			}
			continue
		}
		comment := part([]string{"# " + text + "\n", "// " + text + "\n", "/* " + text + " */", "/*\n * x\n * " + text + "\n */", "#" + text + "\r\n"}, s[0])
		lines := bytes.SplitAfter(src, []byte("\n"))
		line := &lines[int(s[3])%len(lines)]
		if s[2]%2 == 0 {
			*line = append([]byte(comment), *line...)
		} else {
			*line = append(append(bytes.TrimRight(slices.Clone(*line), "\r\n"), " "+comment...), '\n')
		}
		src = bytes.Join(lines, nil)
	}
	return src
}

// nth returns the place of the nth of a byte.
func nth(src []byte, b byte, n int) int {
	at := bytes.IndexByte(src, b)
	for range n {
		at += 1 + bytes.IndexByte(src[at+1:], b)
	}
	return at
}
