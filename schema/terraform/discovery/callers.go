package discovery

import (
	"path"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/apiglint/apiglint/schema/terraform/configs"
	"github.com/apiglint/apiglint/schema/terraform/files"
)

// call is a call of a module by somebody.
type call struct {
	source string // "" where it is no literal
	at     hcl.Range
}

// otherwise finds the directories whose modules are called in ways that are not followed: by tests and stacks, by Terragrunt where
// it does not say plainly which module it calls, and by an address with a path within a repository, which may be this one.
func (w *walk) otherwise() map[string]hcl.Range {
	called := map[string]hcl.Range{}
	add := func(dir string, at hcl.Range) {
		if _, known := called[dir]; !known && w.outline[dir] != nil {
			called[dir] = at
		}
	}
	for _, f := range w.found {
		for _, c := range f.outline.called(w.loader, f.dir) {
			if !configs.IsLocalSource(c.source) {
				add(packaged(c.source), c.at)
			}
		}
	}
	for _, caller := range w.callers {
		if w.followed[caller.Name] {
			continue
		}
		dir := path.Dir(caller.Name)
		for _, c := range calls(w.loader, caller) {
			add(packaged(c.source), c.at)
			switch tested := path.Dir(dir); {
			case !caller.Above:
				add(path.Join(dir, c.source), c.at)
			case path.Join(dir, c.source) != dir && path.Join(tested, c.source) != tested:
				add(path.Join(dir, c.source), c.at)
				add(path.Join(tested, c.source), c.at)
			}
		}
	}
	return called
}

// packaged returns the path within the package of a source address such as git::https://example.com/network.git//modules/vpc,
// "" where it names none.
func packaged(source string) string {
	source, _, _ = strings.Cut(source, "?")
	if _, rest, ok := strings.Cut(source, "://"); ok {
		source = rest
	}
	_, within, _ := strings.Cut(source, "//")
	return strings.Trim(within, "/")
}

// calls returns the module calls of a file that is no configuration. Of an address that begins with what is computed, such as
// Terragrunt's "${get_repo_root()}//modules/vpc", it is what follows.
func calls(l *configs.Loader, caller files.Caller) []call {
	file, _ := files.Read(l.Files(), caller.Name).Parse()
	if file.Body == nil {
		return nil // which says nothing of the configuration
	}
	var bodies []hcl.Body
	for _, path := range caller.Paths {
		bodies = append(bodies, within(file.Body, path)...)
	}
	var all []call
	for _, body := range bodies {
		if attr := configs.Attributes(body, "source")["source"]; attr != nil {
			all = append(all, call{tail(attr.Expr), attr.Range})
		}
	}
	if len(all) == 0 && caller.Beside {
		all = append(all, call{".", hcl.Range{Filename: caller.Name, Start: hcl.InitialPos, End: hcl.InitialPos}})
	}
	return all
}

// within returns the bodies of the blocks that a path of nested blocks leads to.
func within(body hcl.Body, path []hcl.BlockHeaderSchema) []hcl.Body {
	bodies := []hcl.Body{body}
	for _, header := range path {
		var inner []hcl.Body
		for _, body := range bodies {
			content, _, _ := body.PartialContent(&hcl.BodySchema{Blocks: []hcl.BlockHeaderSchema{header}})
			for _, block := range content.Blocks {
				inner = append(inner, block.Body)
			}
		}
		bodies = inner
	}
	return bodies
}

// tail returns the literal text, or where a part of it is computed, what follows the last such part.
func tail(e hcl.Expression) string {
	if template, ok := configs.Unwrap(configs.Native(e)).(*hclsyntax.TemplateExpr); ok && !template.IsStringLiteral() {
		literal, ok := template.Parts[len(template.Parts)-1].(*hclsyntax.LiteralValueExpr)
		if !ok {
			return ""
		}
		return configs.LiteralString(literal)
	}
	return configs.Source(e)
}
