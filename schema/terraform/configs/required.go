package configs

import (
	"path"
	"strings"

	"github.com/hashicorp/hcl/v2"

	"github.com/apiglint/apiglint/schema/terraform/files"
)

// Required is a provider that a module requires.
type Required struct {
	// Name is its local name, and Source its source address, "" where it is not written.
	Name, Source string
	// Version is the version constraint, "" where it is not written.
	Version string
	// Range is what is written.
	Range hcl.Range
}

// addRequired takes in the required_providers blocks of a terraform block. An override replaces what has the same name.
func (m *Module) addRequired(block *hcl.Block, override bool) {
	content, _, _ := block.Body.PartialContent(&hcl.BodySchema{Blocks: []hcl.BlockHeaderSchema{{Type: "required_providers"}}})
	for _, required := range content.Blocks {
		attrs, _ := required.Body.JustAttributes()
		for name, attr := range attrs {
			if _, there := m.Required[name]; !there || override {
				m.Required[name] = requirement(name, attr)
			}
		}
	}
}

// requirement reads a requirement: an object, or only the version, as before Terraform 0.13.
func requirement(name string, attr *hcl.Attribute) Required {
	r := Required{Name: name, Range: attr.Range}
	pairs, diags := hcl.ExprMap(attr.Expr) // what it says of aliases are references, which have no value
	if diags.HasErrors() {
		r.Version = LiteralString(attr.Expr)
		return r
	}
	for _, pair := range pairs {
		key := hcl.ExprAsKeyword(pair.Key)
		if key == "" {
			key = LiteralString(pair.Key)
		}
		switch key {
		case "source":
			r.Source = LiteralString(pair.Value)
		case "version":
			r.Version = LiteralString(pair.Value)
		}
	}
	return r
}

// Locked returns the versions that the dependency lock file of a root module has, by the source addresses of the providers
// without the host: huaweicloud/huaweicloud. There are none where there is no such file that can be read.
func (l *Loader) Locked(dir string) map[string]string {
	if l.files == nil {
		return nil // nothing is read
	}
	file, _ := files.Read(l.files, path.Join(dir, ".terraform.lock.hcl")).Parse()
	if file.Body == nil {
		return nil
	}
	content, _, _ := file.Body.PartialContent(&hcl.BodySchema{Blocks: []hcl.BlockHeaderSchema{{Type: "provider", LabelNames: []string{"source"}}}})
	locked := map[string]string{}
	for _, block := range content.Blocks {
		_, source, _ := strings.Cut(block.Labels[0], "/")
		if attr := Attributes(block.Body, "version")["version"]; attr != nil {
			locked[source] = LiteralString(attr.Expr)
		}
	}
	return locked
}
