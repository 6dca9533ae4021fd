package files

import (
	"strings"

	"github.com/hashicorp/hcl/v2"
)

// Caller is a file that calls modules and is no configuration itself.
type Caller struct {
	// Name is the slash-separated path within the boundary.
	Name string
	*CallerKind
}

// CallerKind says how files of a kind call modules.
type CallerKind struct {
	// Paths are the blocks that hold, one in the other, the argument source.
	Paths [][]hcl.BlockHeaderSchema
	// Above says that a path may be as seen from the directory above, too: tests usually have a directory of their own
	// within the module that they test.
	Above bool
	// Beside says that a file without any call calls the module beside it.
	Beside bool
}

var (
	test       = &CallerKind{Paths: [][]hcl.BlockHeaderSchema{{{Type: "run", LabelNames: []string{"name"}}, {Type: "module"}}}, Above: true}
	stack      = &CallerKind{Paths: [][]hcl.BlockHeaderSchema{{{Type: "component", LabelNames: []string{"name"}}}, {{Type: "removed"}}}}
	terragrunt = &CallerKind{Paths: [][]hcl.BlockHeaderSchema{{{Type: "terraform"}}}, Beside: true}
	units      = &CallerKind{Paths: [][]hcl.BlockHeaderSchema{{{Type: "unit", LabelNames: []string{"name"}}}, {{Type: "stack", LabelNames: []string{"name"}}}}}
)

// callerKinds are the kinds by the ends of the files' names, each of which may be followed by .hcl or .json.
var callerKinds = []struct {
	end  string
	kind *CallerKind
}{
	{".tftest", test},
	{".tofutest", test},
	{".tfcomponent", stack},
	{".tfstack", stack},
	{"terragrunt.stack", units},
}

// IsUnitName reports whether a base name is that of the file that makes a directory a unit of Terragrunt.
func IsUnitName(name string) bool { return name == "terragrunt.hcl" || name == "terragrunt.hcl.json" }

// callerOf returns the kind of a file by its base name, nil for one that calls no modules.
func callerOf(name string) *CallerKind {
	if IsUnitName(name) {
		return terragrunt
	}
	base, ok := strings.CutSuffix(name, ".hcl")
	if !ok {
		if base, ok = strings.CutSuffix(name, ".json"); !ok {
			return nil
		}
	}
	for _, k := range callerKinds {
		if strings.HasSuffix(base, k.end) {
			return k.kind
		}
	}
	return nil
}
