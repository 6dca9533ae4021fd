package configs

import (
	"bytes"
	"slices"
	"sync"

	"github.com/hashicorp/hcl/v2"

	"github.com/apiglint/apiglint/schema/terraform/address"
	"github.com/apiglint/apiglint/schema/terraform/files"
)

// Module is what the files of one directory declare, before anything is evaluated.
type Module struct {
	// Dir is the slash-separated directory within the boundary.
	Dir string
	// Files are the module's configuration files, those that could not be parsed among them.
	Files []*files.File
	// Broken says that a file could not be parsed, so that anything may be declared beside what is here.
	Broken bool

	Variables map[string]*Variable
	Locals    map[string]*hcl.Attribute
	Outputs   map[string]*Output
	Calls     map[string]*Call
	Providers []*Provider
	// Required are the providers that the module requires, by their local names.
	Required map[string]Required
	// Resources are the managed, data and ephemeral resources in the order of their files.
	Resources []*Resource
	// Moves are what the moved blocks say, in the order of their files.
	Moves []address.Move
	// Forgotten is what the removed blocks leave in the cloud.
	Forgotten []*Forgotten

	byAddress map[string]*Resource
	spelt     sync.Map // by text
}

// Variable is an input variable's declaration.
type Variable struct {
	Name  string
	Range hcl.Range
	// Default and Type are nil where they are not written.
	Default, Type       hcl.Expression
	Sensitive, Nullable bool
}

// Output is an output value's declaration.
type Output struct {
	Name      string
	Range     hcl.Range
	Value     hcl.Expression
	Sensitive bool
	// DependsOn is the argument's expression, nil where it is not written.
	DependsOn hcl.Expression
}

// Call is a module block.
type Call struct {
	Name  string
	Range hcl.Range
	// Source is the literal source address, "" where it is not a literal.
	Source string
	// ComputedSource is what the source address is made of where it is none.
	ComputedSource hcl.Expression
	// Count, ForEach and Enabled, which OpenTofu has, say how many instances there are. They are nil where they are not
	// written.
	Count, ForEach, Enabled hcl.Expression
	// Providers maps the child's provider names (huaweicloud, huaweicloud.alias) to those of the calling module.
	Providers map[string]string
	// Bodies are those of the block and its overrides, and Args what they give to the module.
	Bodies []hcl.Body
	Args   map[string]*hcl.Attribute
}

// Provider is a provider configuration block.
type Provider struct {
	// Name is the local name with the alias: huaweicloud, huaweicloud.beijing.
	Name   string
	Bodies []hcl.Body
}

// Resource returns the resource with an address such as huaweicloud_vpc.main or data.huaweicloud_vpcs.all, or nil.
func (m *Module) Resource(address string) *Resource { return m.byAddress[address] }

// Action returns an action of the module, or nil.
func (m *Module) Action(typeName, name string) *Resource {
	return m.byAddress[string(Action)+typeName+"."+name]
}

// File returns the module's file with a name, or nil.
func (m *Module) File(name string) *files.File {
	n := slices.IndexFunc(m.Files, func(f *files.File) bool { return f.Name == name })
	if n < 0 {
		return nil
	}
	return m.Files[n]
}

// NewModule returns a module that declares nothing.
func NewModule(dir string) *Module {
	return &Module{
		Dir: dir, Variables: map[string]*Variable{}, Locals: map[string]*hcl.Attribute{}, Outputs: map[string]*Output{},
		Calls: map[string]*Call{}, byAddress: map[string]*Resource{}, Required: map[string]Required{},
	}
}

// Add declares a resource.
func (m *Module) Add(r *Resource) {
	m.byAddress[r.Address()] = r
	m.Resources = append(m.Resources, r)
}

// Spells reports whether a text stands anywhere in the files of the module.
func (m *Module) Spells(text string) bool {
	if known, ok := m.spelt.Load(text); ok {
		return known.(bool) //nolint:forcetypeassert // nothing else is stored
	}
	spelt := slices.ContainsFunc(m.Files, func(f *files.File) bool { return bytes.Contains(f.Bytes, []byte(text)) })
	m.spelt.Store(text, spelt)
	return spelt
}
