package lint_test

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/lint/linttest"
	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/terraform"
)

// FuzzIgnores reads ignore comments in both syntaxes. A comment takes a finding out or leaves it, and makes none of
// another rule.
func FuzzIgnores(f *testing.F) {
	for _, seed := range linttest.Seeds(f, os.DirFS("../testdata/rules"), "anonymous-api", ".tf") {
		f.Add(seed, false)
	}
	for _, comment := range []string{"# apiglint:ignore named-vpc -- why", "// apiglint:ignore TST -- a", "/* apiglint:ignore x,y -- b\n*/", "# apiglint:ignore"} {
		f.Add([]byte("resource \"huaweicloud_vpc\" \"v\" {\n  "+comment+"\n  name = \"v\" "+comment+"\n}\n"+comment+"\n\n"+comment+"\n"), false)
		f.Add([]byte(`{"//": "`+comment+`", "resource": {"huaweicloud_vpc": {"v": [{"//": "apiglint:ignore named-vpc -- x", "name": "v"}]}}}`), true)
	}
	f.Fuzz(func(t *testing.T, src []byte, json bool) {
		if len(src) > 16<<10 {
			return
		}
		defer linttest.Watch(t)()
		name := "main.tf"
		if json {
			name += ".json"
		}
		run := func() lint.Result {
			files := fstest.MapFS{name: {Data: src}}
			c, err := schema.Load(terraform.NewLoader(files), ".", terraform.Options{})
			if err != nil {
				t.Fatal(err)
			}
			return lint.Run(lint.Options{Rules: both}, c)
		}
		result, again := run(), run()
		if found(result.Findings) != found(again.Findings) || found(result.Suppressed) != found(again.Suppressed) {
			t.Errorf("two runs differ:\n%s\n---\n%s", found(result.Findings), found(again.Findings))
		}
		for _, f := range append(result.Findings, result.Suppressed...) {
			if wrong := linttest.WrongRange(f.Range, src); wrong != "" {
				t.Errorf("%s: %s", f.Message, wrong)
			}
		}
		if len(result.Suppressed) > 0 && !strings.Contains(string(src), "ignore") {
			t.Errorf("without a comment %s is suppressed", found(result.Suppressed))
		}
	})
}
