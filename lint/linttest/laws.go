package linttest

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/hashicorp/hcl/v2/hclwrite"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema/facts"
)

// Laws holds every rule to the laws on one source, which has no ignore comments of its own:
//
//   - Forgetting never accuses: an expression that becomes unknown adds no finding to what is there.
//     [lint.Silences] names what rules do not judge any more, and because of what.
//   - Newcomers are nothing: one more object of any kind, of which nothing is known, adds no finding. [Source.WithNewcomers]
//     serves for the other half: what says that something is missing goes.
//   - Order is nothing: blocks in another order, or each in a file of its own, give the same findings.
//   - Layout is nothing: a reformatted file gives the same findings.
//   - Indirection is nothing: a literal that moves into a variable behind a local, and a root module that becomes a module
//     of another one, give the same findings.
//   - Syntax is nothing: files in JSON syntax give the same findings.
//   - Suppression is exact: an ignore comment hides the finding that it is written for and no finding of another rule,
//     and is reported where it hides none.
//   - Repeatable: rules in any order give the same findings.
//
// Findings are compared by rule and resource, because their places move.
func Laws(t *testing.T, rules []*lint.Rule, src Source) {
	t.Helper()
	before := src.Lint(t, rules).Findings
	law := func(name string, check func(t *testing.T)) {
		t.Run(name, func(t *testing.T) { check(t) })
	}
	law("repeatable", func(t *testing.T) { repeatable(t, rules, src, before) })
	law("suppression", func(t *testing.T) { suppression(t, rules, src, before) })
	law("layout", func(t *testing.T) {
		nothingNew(t, rules, src.reformatted(), before, "the files are reformatted")
	})
	law("order", func(t *testing.T) {
		nothingNew(t, rules, src.reordered(), before, "blocks are in reverse order")
		nothingNew(t, rules, src.split(), before, "each block has a file of its own")
	})
	law("forgetting", func(t *testing.T) {
		known, there := keys(before), src.addresses(t)
		src.eachExpression(t, func(e expression) { forgetting(t, rules, src, e, known, there) })
	})
	law("newcomers", func(t *testing.T) { newcomers(t, rules, src, before) })
	law("syntax", func(t *testing.T) {
		if !strings.Contains(describe(before), notWritten) {
			sameFindings(t, rules, src.InJSON(), before, "the files are in JSON syntax")
		}
	})
	law("indirection", func(t *testing.T) {
		if changed, ok := src.InModule(); ok {
			within := map[string]bool{}
			for found := range keys(changed.Lint(t, rules).Findings) {
				within[strings.Replace(found, " module.law.", " ", 1)] = true
			}
			if !maps.Equal(keys(before), within) {
				t.Errorf("findings differ when the root is a module:\nbefore: %v\nafter: %v", keys(before), within)
			}
		}
		perhaps := slices.ContainsFunc(before, func(f *lint.Finding) bool { return strings.HasSuffix(f.Resource, "[*]") })
		src.eachExpression(t, func(e expression) {
			// A default of null is no value for an input, and whether there is a resource at all may hang on the same inputs.
			if e.literal && e.text != "null" && !perhaps {
				declared := "locals {\n  law_moved = var.law_given\n}\n\nvariable \"law_given\" {\n  default = " + e.text + "\n}\n"
				sameFindings(t, rules, e.replaced(src, "local.law_moved", declared), before,
					fmt.Sprintf("%s:%d: %s = %s moves into a variable behind a local", e.file, e.line, e.name, e.text))
			}
		})
	})
}

// notWritten is part of what is said of an argument that is written as a block, or the other way round. JSON syntax does
// not tell one from the other.
const notWritten = "but is written as a"

// Forgetting holds rules to the first of the [Laws] for one expression of the source, the nth of them.
func Forgetting(t *testing.T, rules []*lint.Rule, src Source, n int) {
	t.Helper()
	var all []expression
	src.eachExpression(t, func(e expression) { all = append(all, e) })
	if len(all) > 0 {
		forgetting(t, rules, src, all[n%len(all)], keys(src.Lint(t, rules).Findings), src.addresses(t))
	}
}

func forgetting(t *testing.T, rules []*lint.Rule, src Source, e expression, known, there map[string]bool) {
	t.Helper()
	forgotten := e.replaced(src, "var.law_unknown", "variable \"law_unknown\" {}\n")
	found := forgotten.Lint(t, rules).Findings
	silences(t, rules, forgotten, e, known, keys(found))
	for _, f := range found {
		for _, address := range append([]string{f.Resource}, f.Also...) {
			if there[whole(address)] && !known[key(f.Rule, address)] {
				t.Errorf("%s:%d: forgetting %s = %s accuses %s: %s %s", e.file, e.line, e.name, e.text, address, f.Rule.ID, f.Message)
			}
		}
	}
}

var (
	elementKey = regexp.MustCompile(`\[(?:\*|\d+|"(?:[^"\\]|\\.)*")\]`)
	lastKey    = regexp.MustCompile(elementKey.String() + "$")
)

// keys are the findings as rule and resource, without the keys of elements: an unknown for_each has one element that
// stands for all.
func keys(findings []*lint.Finding) map[string]bool {
	set := map[string]bool{}
	for _, f := range findings {
		for _, address := range append([]string{f.Resource}, f.Also...) {
			set[key(f.Rule, address)] = true
		}
	}
	return set
}

func key(rule *lint.Rule, address string) string {
	return rule.ID + " " + elementKey.ReplaceAllString(address, "")
}

func sameFindings(t *testing.T, rules []*lint.Rule, src Source, before []*lint.Finding, when string) {
	t.Helper()
	after := src.Lint(t, rules).Findings
	if !maps.Equal(keys(before), keys(after)) {
		t.Errorf("findings differ when %s:\nbefore:%s\nafter:%s", when, describe(before), describe(after))
	}
}

// nothingNew holds a change that moves text to the identity of findings, too: a baseline would not see it.
func nothingNew(t *testing.T, rules []*lint.Rule, src Source, before []*lint.Finding, when string) {
	t.Helper()
	sameFindings(t, rules, src, before, when)
	about := func(findings []*lint.Finding) lint.Result { // a comment is told by its file
		return lint.Result{Findings: slices.DeleteFunc(slices.Clone(findings), func(f *lint.Finding) bool { return f.Resource == "" })}
	}
	same := func(id lint.Identity) lint.Identity { return id }
	review := lint.Compare(about(before), about(src.Lint(t, rules).Findings), nil, nil, same)
	if len(review.Introduced)+len(review.Fixed) > 0 {
		t.Errorf("findings are new when %s:\nnew:%s\ngone:%s", when, describe(review.Introduced), describe(review.Fixed))
	}
}

func repeatable(t *testing.T, rules []*lint.Rule, src Source, before []*lint.Finding) {
	t.Helper()
	for seed := range uint64(3) {
		shuffled := slices.Clone(rules)
		rand.New(rand.NewPCG(seed, 0)).Shuffle(len(shuffled), func(i, j int) {
			shuffled[i], shuffled[j] = shuffled[j], shuffled[i]
		})
		if after := src.Lint(t, shuffled).Findings; describe(after) != describe(before) {
			t.Errorf("findings depend on the order of the rules:\nbefore:%s\nafter:%s", describe(before), describe(after))
		}
	}
}

func suppression(t *testing.T, rules []*lint.Rule, src Source, before []*lint.Finding) {
	t.Helper()
	for _, f := range before {
		if strings.HasSuffix(f.Range.Filename, ".json") {
			continue
		}
		lines := strings.SplitAfter(src[f.Range.Filename], "\n")
		comment := "# apiglint:ignore " + f.Rule.Name + " -- law\n"
		changed := slices.Insert(slices.Clone(lines), f.Range.Start.Line-1, comment)
		after := src.with(f.Range.Filename, strings.Join(changed, "")).Lint(t, rules)
		left := keys(after.Findings)
		if left[lint.UnusedIgnore.ID+" "] || len(after.Suppressed) == 0 {
			t.Errorf("%s:%d: an ignore comment above does not hide: %s", f.Range.Filename, f.Range.Start.Line, f.Message)
		}
		for _, other := range before {
			if other.Rule != f.Rule && !left[key(other.Rule, other.Resource)] {
				t.Errorf("%s:%d: an ignore comment for %s hides %s too", f.Range.Filename, f.Range.Start.Line, f.Rule.Name, other.Message)
			}
		}
	}
	for _, name := range src.names() {
		if !strings.HasSuffix(name, ".tf") || strings.HasPrefix(name, applied+"/") {
			continue
		}
		for _, rule := range rules {
			if slices.ContainsFunc(before, func(f *lint.Finding) bool { return f.Rule == rule }) {
				continue
			}
			useless := "# apiglint:ignore " + rule.ID + " -- law\n" + src[name]
			after := src.with(name, useless).Lint(t, rules).Findings
			if len(after) != len(before)+1 || !slices.ContainsFunc(after, func(f *lint.Finding) bool { return f.Rule == lint.UnusedIgnore }) {
				t.Errorf("%s: a useless ignore comment is not reported:%s", name, describe(after))
			}
			break // one rule shows it
		}
	}
}

func (s Source) reformatted() Source {
	changed := Source{}
	for name, content := range s {
		changed[name] = content
		if strings.HasSuffix(name, ".tf") && !strings.Contains(content, "<<") {
			spread := strings.ReplaceAll(content, "\n", "\n\n")
			changed[name] = "\n# a comment\n" + string(hclwrite.Format([]byte(strings.ReplaceAll(spread, " = ", "   =  "))))
		}
	}
	return changed
}

// blocks are the texts of the top-level blocks of a file in native syntax.
func blocks(content string) []string {
	file, diags := hclsyntax.ParseConfig([]byte(content), "", hcl.InitialPos)
	if diags.HasErrors() {
		return []string{content}
	}
	var texts []string
	for _, block := range file.Body.(*hclsyntax.Body).Blocks {
		texts = append(texts, string(block.Range().SliceBytes([]byte(content)))+"\n")
	}
	return texts
}

func (s Source) reordered() Source {
	changed := Source{}
	for name, content := range s {
		changed[name] = content
		if strings.HasSuffix(name, ".tf") {
			texts := blocks(content)
			slices.Reverse(texts)
			changed[name] = strings.Join(texts, "\n")
		}
	}
	return changed
}

func (s Source) split() Source {
	changed := Source{}
	for name, content := range s {
		if !strings.HasSuffix(name, ".tf") || strings.HasSuffix(name, "override.tf") {
			changed[name] = content
			continue
		}
		for i, text := range blocks(content) {
			changed[fmt.Sprintf("%s_%02d.tf", strings.TrimSuffix(name, ".tf"), i)] = text
		}
	}
	return changed
}

// expression is an argument of a block of the source.
type expression struct {
	file, name, text string
	line, start, end int
	literal          bool
	dir              string
}

// replaced returns the source with another expression in the place, and a declaration beside it in the same module.
func (e expression) replaced(src Source, with, declaration string) Source {
	content := src[e.file]
	changed := src.with(e.file, content[:e.start]+with+content[e.end:])
	changed[e.dir+"law.tf"] = declaration
	return changed
}

// eachExpression calls visit for every argument that may hold any expression: those of resources, data sources, module
// calls, locals and outputs.
func (s Source) eachExpression(t *testing.T, visit func(expression)) {
	t.Helper()
	for _, name := range s.names() {
		if !strings.HasSuffix(name, ".tf") {
			continue
		}
		content := s[name]
		file, diags := hclsyntax.ParseConfig([]byte(content), name, hcl.InitialPos)
		if diags.HasErrors() {
			continue
		}
		dir := name[:strings.LastIndex(name, "/")+1]
		var walk func(body *hclsyntax.Body, inside string)
		walk = func(body *hclsyntax.Body, inside string) {
			for _, attr := range sorted(body.Attributes) {
				r := attr.Expr.Range()
				text := string(r.SliceBytes([]byte(content)))
				if static[inside][attr.Name] || strings.HasPrefix(text, "<<") {
					continue // a heredoc ends with its own line
				}
				_, isTemplate := attr.Expr.(*hclsyntax.TemplateExpr)
				_, isLiteral := attr.Expr.(*hclsyntax.LiteralValueExpr)
				visit(expression{
					file: name, name: attr.Name, text: text, line: r.Start.Line, start: r.Start.Byte, end: r.End.Byte,
					literal: (isLiteral || isTemplate) && len(attr.Expr.Variables()) == 0, dir: dir,
				})
			}
			for _, block := range body.Blocks {
				if block.Type != "lifecycle" && block.Type != "connection" && block.Type != "provisioner" {
					walk(block.Body, block.Type)
				}
			}
		}
		for _, block := range file.Body.(*hclsyntax.Body).Blocks {
			if slices.Contains([]string{"resource", "data", "module", "locals", "output"}, block.Type) && !ofAnotherProvider(block) {
				walk(block.Body, block.Type)
			}
		}
	}
}

// ofAnotherProvider reports whether a block is of another provider. What it is handed by name it may act on, and an input that is forgotten
// hands it nothing.
func ofAnotherProvider(block *hclsyntax.Block) bool {
	return len(block.Labels) == 2 && block.Labels[0] != "external" && !strings.HasPrefix(block.Labels[0], facts.Home+"_") && !isSister(block.Labels[0])
}

func isSister(typeName string) bool {
	_, ok := facts.Sister(typeName)
	return ok
}

// static are the arguments that Terraform wants as they are, by block type.
var static = map[string]map[string]bool{
	"module":   {"source": true, "version": true, "providers": true, "depends_on": true},
	"resource": {"provider": true, "depends_on": true},
	"data":     {"provider": true, "depends_on": true},
	"output":   {"sensitive": true, "description": true, "depends_on": true},
	"dynamic":  {"iterator": true, "labels": true},
}

// addresses are those of the resources that have an instance. What is found on others, when a count that makes none is
// forgotten, is found on something that was not there.
func (s Source) addresses(t *testing.T) map[string]bool {
	t.Helper()
	all := map[string]bool{"": true}
	c := s.Load(t)
	add := func(address string) {
		all[whole(address)] = true
		all[elementKey.ReplaceAllString(address, "")] = true
	}
	for _, r := range c.Resources {
		add(r.Address)
	}
	for _, stranger := range c.Strangers {
		add(stranger.Address)
	}
	return all
}

// whole is the address of an element's resource. Where a module is one that stands for many, its key is left out too.
func whole(address string) string {
	if strings.Contains(address, "[*].") {
		return elementKey.ReplaceAllString(address, "")
	}
	return lastKey.ReplaceAllString(address, "")
}

func sorted(attrs hclsyntax.Attributes) []*hclsyntax.Attribute {
	all := slices.Collect(maps.Values(attrs))
	slices.SortFunc(all, func(a, b *hclsyntax.Attribute) int { return a.SrcRange.Start.Byte - b.SrcRange.Start.Byte })
	return all
}
