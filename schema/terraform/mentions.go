package terraform

import (
	"maps"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/apiglint/apiglint/schema/terraform/configs"
	"github.com/apiglint/apiglint/schema/terraform/syntax"
)

// passing are the blocks that only pass on what they mention, naming those that only say where it is: neither uses it.
var (
	passing = map[string]bool{"locals": true, "module": true, "output": true}
	naming  = map[string]bool{"moved": true, "import": true, "removed": true}
)

// Mentions implements [Questions].
func (r *loadedRoot) Mentions(m *configs.Module) map[string]bool {
	mentions, passed := map[string]bool{}, map[string]bool{}
	for _, f := range m.Files {
		eachPart(f.Body, func(blockType string, body hcl.Body) {
			into := mentions
			switch {
			case naming[blockType]:
				return
			case passing[blockType]:
				into = passed
			}
			configs.Expressions(body, false, func(e hclsyntax.Expression) { mention(into, e) })
		})
	}
	var read map[node]bool
	for address := range passed {
		if mentions[address] {
			continue
		}
		if read == nil {
			read = r.read()
		}
		for _, i := range r.ModuleInstances() {
			if i.Module == m && read[node{i.Path, address}] {
				mentions[address] = true
			}
		}
	}
	return mentions
}

// eachPart calls visit for the body of each top-level block of a file. In JSON syntax it is that of all blocks of a type.
func eachPart(file hcl.Body, visit func(blockType string, body hcl.Body)) {
	switch body := file.(type) {
	case nil:
	case *syntax.Body:
		for n := range body.Blocks {
			visit(body.Blocks[n].Type, &body.Blocks[n].Body)
		}
	default:
		attrs, _ := body.JustAttributes()
		for name, attr := range attrs {
			visit(name, onlyAttribute{body, attr})
		}
	}
}

// onlyAttribute is a body of which one attribute is left.
type onlyAttribute struct {
	hcl.Body
	attr *hcl.Attribute
}

// JustAttributes implements [hcl.Body].
func (b onlyAttribute) JustAttributes() (hcl.Attributes, hcl.Diagnostics) {
	return hcl.Attributes{b.attr.Name: b.attr}, nil
}

func mention(mentions map[string]bool, e hclsyntax.Expression) {
	for _, t := range e.Variables() {
		name, ok := configs.Step(t, 1)
		if !ok {
			continue
		}
		address := t.RootName() + "." + name
		if root := t.RootName(); root == "data" || root == "ephemeral" {
			resource, _ := configs.Step(t, 2)
			address += "." + resource
		}
		mentions[address] = true
	}
}

// read returns what the outputs of the root module, and the resources, each but for itself, are made from.
func (r *loadedRoot) read() map[node]bool {
	nodes := maps.Clone(r.OutputReach().nodes)
	for _, m := range r.ModuleInstances() {
		for _, res := range m.Module.Resources {
			for _, i := range m.Instances(res)[:min(1, len(m.Instances(res)))] { // they have one reach
				for n := range r.Reach(i).nodes {
					if n != nodeOf(i) {
						nodes[n] = true
					}
				}
			}
		}
	}
	return nodes
}
