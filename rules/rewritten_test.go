package rules_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/apiglint/apiglint/lint/linttest"
)

// edits are what becomes of ranges of a file, by where they begin.
type edits map[int]edit

type edit struct {
	end  int
	text string
}

func (e edits) put(at hcl.Range, text string) { e[at.Start.Byte] = edit{at.End.Byte, text} }

func (e edits) apply(text string) string {
	for _, start := range slices.Backward(slices.Sorted(maps.Keys(e))) {
		text = text[:start] + e[start].text + text[e[start].end:]
	}
	return text
}

// mostCounted is how many instances of a resource with count move.
const mostCounted = 4

// counted returns a source in which for_each has taken the place of count, with the keys "0", "1" and so on.
func counted(src linttest.Source) (linttest.Source, bool) {
	own, plain := ownBlocks(src)
	if !plain {
		return nil, false
	}
	counts := map[string]bool{}
	var moves strings.Builder
	for _, blocks := range own {
		for _, block := range blocks {
			if block.Type == "resource" && block.Body.Attributes["count"] != nil {
				address := strings.Join(block.Labels, ".")
				counts[address] = true
				for n := range mostCounted {
					fmt.Fprintf(&moves, "moved {\n  from = %[1]s[%[2]d]\n  to   = %[1]s[\"%[2]d\"]\n}\n", address, n)
				}
			}
		}
	}
	changed := maps.Clone(src)
	for name, blocks := range own {
		made := edits{}
		for _, block := range blocks {
			if block.Type == "resource" && counts[strings.Join(block.Labels, ".")] {
				count := block.Body.Attributes["count"]
				made.put(count.SrcRange, fmt.Sprintf("for_each = toset([for n in range(%s) : tostring(n)])", count.Expr.Range().SliceBytes([]byte(src[name]))))
			}
			_ = hclsyntax.VisitAll(block.Body, func(node hclsyntax.Node) hcl.Diagnostics {
				rewriteCounted(made, node, counts)
				return nil
			})
		}
		changed[name] = made.apply(src[name])
	}
	changed["moved.tf"] = moves.String()
	return changed, len(counts) > 0
}

// rewriteCounted rewrites a reference to an instance, to all of them, or to count.index.
func rewriteCounted(made edits, node hclsyntax.Node, counts map[string]bool) {
	if splat, ok := node.(*hclsyntax.SplatExpr); ok {
		if source, ok := splat.Source.(*hclsyntax.ScopeTraversalExpr); ok && counts[resourceOf(source.Traversal)] {
			made.put(source.SrcRange, "values("+resourceOf(source.Traversal)+")")
		}
		return
	}
	reference, ok := node.(*hclsyntax.ScopeTraversalExpr)
	if !ok {
		return
	}
	traversal := reference.Traversal
	if traversal.RootName() == "count" {
		made.put(reference.SrcRange, "tonumber(each.key)")
	}
	if len(traversal) > 2 && counts[resourceOf(traversal)] {
		if index, ok := traversal[2].(hcl.TraverseIndex); ok {
			made.put(index.SrcRange, fmt.Sprintf("[%q]", index.Key.AsBigFloat().String()))
		}
	}
}

// resourceOf returns the type and the name at the beginning of a traversal.
func resourceOf(t hcl.Traversal) string {
	if len(t) < 2 {
		return ""
	}
	name, _ := t[1].(hcl.TraverseAttr)
	return t.RootName() + "." + name.Name
}

// inline says what a resource of its own is called as a block of its owner.
type inline struct {
	owner, block string
	names        map[string]string // of the block's arguments, by the resource's
}

var inlines = map[string]inline{
	"huaweicloud_apig_channel_member": {"vpc_channel_id", "member", map[string]string{
		"member_ip_address": "host", "ecs_id": "id", "ecs_name": "name", "is_backup": "is_backup", "member_group_name": "group_name",
		"port": "port", "status": "status", "weight": "weight",
	}},
	"huaweicloud_apig_channel_member_group": {"vpc_channel_id", "member_group", map[string]string{
		"name": "name", "description": "description", "weight": "weight", "microservice_labels": "microservice_labels",
		"microservice_port": "microservice_port", "microservice_version": "microservice_version",
		"reference_vpc_channel_id": "reference_vpc_channel_id",
	}},
	"huaweicloud_apig_instance_ingress_port": {"instance_id", "custom_ingress_ports", map[string]string{"protocol": "protocol", "port": "port"}},
}

// inlined returns a source in which resources that are there once, and to which nothing refers, are blocks of their owners. It is false where
// there are none, or an owner stands in another file.
func inlined(src linttest.Source) (linttest.Source, bool) {
	own, plain := ownBlocks(src)
	if !plain {
		return nil, false
	}
	changed := maps.Clone(src)
	for name, blocks := range own {
		made, moved := edits{}, map[string]string{} // texts by the address of their owner
		for _, block := range blocks {
			if owner, text := asBlock(block, src[name]); owner != "" {
				moved[owner] += text
				made.put(hcl.RangeBetween(block.TypeRange, block.CloseBraceRange), "")
			}
		}
		for _, block := range blocks {
			address := strings.Join(block.Labels, ".")
			if text := moved[address]; block.Type == "resource" && text != "" {
				made.put(hcl.Range{Start: block.OpenBraceRange.End, End: block.OpenBraceRange.End}, "\n"+text)
				delete(moved, address)
			}
		}
		if len(moved) > 0 {
			return nil, false
		}
		changed[name] = made.apply(src[name])
	}
	return changed, !maps.Equal(src, changed)
}

// asBlock returns the address of a resource's owner, and the resource as a block of it, or nothing where it cannot be one.
func asBlock(block *hclsyntax.Block, text string) (owner, written string) {
	attributes := block.Body.Attributes
	if block.Type != "resource" || attributes["count"] != nil || attributes["for_each"] != nil || len(block.Body.Blocks) > 0 {
		return "", ""
	}
	as, ok := inlines[block.Labels[0]]
	id := attributes[as.owner]
	if !ok || id == nil || strings.Contains(text, strings.Join(block.Labels, ".")+".") {
		return "", ""
	}
	reference, ok := id.Expr.(*hclsyntax.ScopeTraversalExpr)
	if !ok || len(reference.Traversal) != 3 {
		return "", ""
	}
	var made strings.Builder
	fmt.Fprintf(&made, "  %s {\n", as.block)
	for _, name := range slices.Sorted(maps.Keys(attributes)) {
		if to := as.names[name]; to != "" {
			fmt.Fprintf(&made, "    %s = %s\n", to, attributes[name].Expr.Range().SliceBytes([]byte(text)))
		}
	}
	made.WriteString("  }\n")
	return resourceOf(reference.Traversal), made.String()
}
