package linttest

import (
	"fmt"
	"path"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/apiglint/apiglint/schema/terraform/files"
)

// InModule returns the source as a module that a root module calls. The root hands on inputs and outputs. False is returned
// where values of variables stand in files, which are the root's alone, and where inputs and outputs are declared in JSON
// syntax.
func (s Source) InModule() (Source, bool) {
	changed := Source{}
	for _, dir := range []string{"", applied + "/"} {
		var call, declared strings.Builder
		for _, name := range s.names() {
			file, inside := strings.CutPrefix(name, dir)
			if !inside || dir == "" && strings.HasPrefix(name, applied+"/") {
				continue
			}
			inputs := strings.HasSuffix(file, ".json") && (strings.Contains(s[name], `"output"`) || strings.Contains(s[name], `"variable"`))
			if strings.Contains(file, ".tfvars") || inputs {
				return nil, false
			}
			changed[dir+"law/"+file] = s[name]
			if !files.IsConfigName(path.Base(file)) { // what functions read, by its path from the root
				changed[name] = s[name]
			}
			if !strings.Contains(file, "/") {
				handOn(&call, &declared, s[name])
			}
		}
		if dir == "" || s.changes() {
			changed[dir+"main.tf"] = "module \"law\" {\n  source = \"./law\"\n" + call.String() + "}\n" + declared.String()
		}
	}
	return changed, true
}

func handOn(call, declared *strings.Builder, content string) {
	file, diags := hclsyntax.ParseConfig([]byte(content), "", hcl.InitialPos)
	if diags.HasErrors() {
		return // it is in JSON syntax
	}
	for _, block := range file.Body.(*hclsyntax.Body).Blocks {
		text := string(block.Range().SliceBytes([]byte(content)))
		switch block.Type {
		case "variable":
			fmt.Fprintf(call, "%[1]s = var.%[1]s\n", block.Labels[0])
			declared.WriteString(text + "\n")
		case "output":
			fmt.Fprintf(declared, "output %[1]q {\n  value = module.law.%[1]s\n}\n", block.Labels[0])
		}
	}
}
