package rules_test

import (
	"fmt"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/lint/linttest"
	"github.com/apiglint/apiglint/rules"
	"github.com/apiglint/apiglint/schema"
)

// Of how many sources that Terraform accepts one is planned, and one is applied and refactored: for all, it takes seven minutes.
const (
	plannedShare = 24
	appliedShare = 12
)

// TestPlansOfTerraform holds sources to the laws of plans with plans that Terraform makes: those from nothing introduce what
// check finds.
func TestPlansOfTerraform(t *testing.T) {
	linttest.Long(t)
	sources := everySource(t)
	w := newWorkspace(t, true)
	w.addOneIn(t, plannedShare, sources)
	plans := w.plans(t)
	for _, source := range w.called {
		t.Run(source.name, func(t *testing.T) {
			linttest.Agrees(t, rules.All(), source.name, source.Source, plans[source.name], source.root, unlike)
		})
	}
}

// TestRefactoringsIntroduceNothing applies sources with Terraform, changes how they are written, and holds the plans, which
// then only move what there is, to introducing nothing.
func TestRefactoringsIntroduceNothing(t *testing.T) {
	linttest.Long(t)
	sources := everySource(t)
	w := newWorkspace(t, false)
	if !w.add(t, "refactored", refactored(t)) {
		t.Fatal("Terraform would not apply testdata/refactored")
	}
	w.addOneIn(t, appliedShare, sources)
	w.get(t)
	w.settle(t, "validate")
	w.settle(t, "apply", "-auto-approve")
	applied := maps.Clone(w.called)
	for name, rewrite := range map[string]func(linttest.Source) (linttest.Source, bool){
		"nothing changes":      func(src linttest.Source) (linttest.Source, bool) { return src, true },
		"a module is made":     extracted,
		"for_each comes to it": keyed,
		"count is for_each":    counted,
		"resources are blocks": inlined,
	} {
		for module, source := range applied {
			if changed, ok := rewrite(source.Source); ok {
				w.called[module] = &calledSource{source.name, changed, source.root}
			} else {
				w.called[module] = source
			}
			w.write(t, module, w.called[module].Source)
		}
		plans := w.plans(t)
		if len(plans) < len(applied) {
			t.Errorf("%s: Terraform plans %d of %d", name, len(plans), len(applied))
		}
		for _, source := range w.called {
			t.Run(name+"/"+source.name, func(t *testing.T) {
				linttest.IntroducesNothing(t, rules.All(), name, source.Source, plans[source.name])
			})
		}
	}
}

// refactored has what the rewritings are about.
func refactored(t *testing.T) linttest.Source {
	t.Helper()
	return linttest.ReadSource(t, os.DirFS("../testdata"), "refactored")
}

// TestRewritingIntroducesNothing holds every source to the same, there and back, without Terraform.
func TestRewritingIntroducesNothing(t *testing.T) {
	sources := everySource(t)
	for n, name := range slices.Sorted(maps.Keys(sources)) {
		if !linttest.Sampled(n) {
			delete(sources, name)
		}
	}
	sources["refactored"] = refactored(t)
	for name, src := range sources {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			for when, rewrite := range map[string]func(linttest.Source) (linttest.Source, bool){
				"a module is made": extracted, "for_each comes to it": keyed, "count is for_each": counted, "resources are blocks": inlined,
			} {
				otherwise, ok := rewrite(src)
				if !ok || when == "resources are blocks" && name != "refactored" { // others mix the two, or lack what one of them needs
					continue
				}
				back := maps.Clone(src)
				if moves := otherwise["moved.tf"]; moves != "" {
					back["moved.tf"] = opposite.ReplaceAllString(moves, "to = $1\n  from = $2")
				}
				stays(t, when, src, otherwise)
				stays(t, when+", and undone", otherwise, back)
			}
		})
	}
}

// stays holds the comparison of two sources to introducing and fixing nothing. What is found about a data source, or about what is not
// declared, is left out: moved blocks cannot move them. So is what is found in a reference, which is another text now.
func stays(t *testing.T, when string, before, after linttest.Source) {
	t.Helper()
	was, is := []*schema.Config{before.Load(t)}, []*schema.Config{after.Load(t)}
	declared := map[string]bool{}
	for _, resource := range slices.Concat(was[0].Resources, is[0].Resources) {
		declared[resource.Address] = true
	}
	o := lint.Options{Rules: rules.All(), Today: linttest.Today}
	review := lint.Compare(lint.Run(o, was...), lint.Run(o, is...), was, is, lint.Renamed(was, is))
	for _, f := range slices.Concat(review.Introduced, review.Fixed) {
		if strings.Contains("."+f.Resource, ".data.") || !declared[f.Resource] || f.Rule.Changes || f.Rule.ID == "DEF009" {
			continue
		}
		t.Errorf("%s, and this is new or gone: %s %s: %s", when, f.Rule.ID, f.Resource, f.Message)
	}
}

// opposite finds what a moved block says.
var opposite = regexp.MustCompile(`from = (.+)\n  to   = (.+)`)

// extracted returns a source as a module of a root module, into which everything moves.
func extracted(src linttest.Source) (linttest.Source, bool) {
	changed, ok := src.InModule()
	own, plain := ownBlocks(src)
	if !ok || !plain {
		return nil, false
	}
	var moves strings.Builder
	for _, blocks := range own {
		for _, block := range blocks {
			switch block.Type {
			case "resource":
				fmt.Fprintf(&moves, "moved {\n  from = %[1]s\n  to   = module.law.%[1]s\n}\n", strings.Join(block.Labels, "."))
			case "module":
				fmt.Fprintf(&moves, "moved {\n  from = module.%[1]s\n  to   = module.law.module.%[1]s\n}\n", block.Labels[0])
			}
		}
	}
	changed["moved.tf"] = moves.String()
	return changed, true
}

// keyed returns a source in which each resource that is there once has for_each, with one key.
func keyed(src linttest.Source) (linttest.Source, bool) {
	own, plain := ownBlocks(src)
	if !plain {
		return nil, false
	}
	changed := maps.Clone(src)
	var moves strings.Builder
	single := map[string]bool{}
	for _, blocks := range own {
		for _, block := range blocks {
			if attributes := block.Body.Attributes; block.Type == "resource" && attributes["count"] == nil && attributes["for_each"] == nil {
				address := strings.Join(block.Labels, ".")
				single[address] = true
				fmt.Fprintf(&moves, "moved {\n  from = %[1]s\n  to   = %[1]s[\"only\"]\n}\n", address)
			}
		}
	}
	for name, blocks := range own {
		made := edits{}
		for _, block := range blocks {
			if block.Type == "resource" && single[strings.Join(block.Labels, ".")] {
				made.put(hcl.Range{Start: block.OpenBraceRange.End, End: block.OpenBraceRange.End}, "\n  for_each = toset([\"only\"])\n")
			}
			_ = hclsyntax.VisitAll(block.Body, func(node hclsyntax.Node) hcl.Diagnostics {
				if reference, ok := node.(*hclsyntax.ScopeTraversalExpr); ok && single[resourceOf(reference.Traversal)] {
					end := reference.Traversal[1].SourceRange().End
					made.put(hcl.Range{Start: end, End: end}, "[\"only\"]")
				}
				return nil
			})
		}
		changed[name] = made.apply(src[name])
	}
	changed["moved.tf"] = moves.String()
	return changed, true
}

// ownBlocks returns the blocks of the root module by file. It is false where a file is not in native syntax, or the source moves, removes
// or imports something itself.
func ownBlocks(src linttest.Source) (map[string][]*hclsyntax.Block, bool) {
	all := map[string][]*hclsyntax.Block{}
	for name, text := range src {
		if strings.Contains(name, "/") {
			continue
		}
		blocks := blocksIn(text)
		moves := func(b *hclsyntax.Block) bool { return slices.Contains([]string{"moved", "removed", "import"}, b.Type) }
		if !strings.HasSuffix(name, ".tf") || slices.ContainsFunc(blocks, moves) {
			return nil, false
		}
		all[name] = blocks
	}
	return all, true
}

// blocksIn returns the blocks of a file in native syntax.
func blocksIn(text string) []*hclsyntax.Block {
	file, diags := hclsyntax.ParseConfig([]byte(text), "", hcl.InitialPos)
	if diags.HasErrors() {
		return nil
	}
	return file.Body.(*hclsyntax.Body).Blocks
}
