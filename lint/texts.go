package lint

import (
	"embed"
	"io/fs"
	"path"
)

// texts has the prose and the examples of the rules about suppressions.
//
//go:embed texts
var texts embed.FS

// Doc returns why the rule matters, when what it finds is legitimate, when it is silent, and how to repair it, in Markdown.
func (r *Rule) Doc() string { return r.text("doc.md") }

// Bad returns a configuration that the rule, and no other, fires on.
func (r *Rule) Bad() string { return r.text("bad.tf") }

// Good returns a configuration that no rule fires on.
func (r *Rule) Good() string { return r.text("good.tf") }

// Before returns what both examples change, for a rule about changes, and "" for any other.
func (r *Rule) Before() string { return r.text("before.tf") }

// Settings returns what both examples are linted with, in the syntax of a settings file, and "" for none.
func (r *Rule) Settings() string { return r.text("settings.hcl") }

// text returns a file of the rule, and "" where there is none.
func (r *Rule) text(name string) string {
	if r.Files == nil {
		return ""
	}
	content, err := fs.ReadFile(r.Files, path.Join("texts", r.Name, name))
	if err != nil {
		return ""
	}
	return string(content)
}
