package configs

import (
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// Mode tells the kinds of resources apart.
type Mode string

// The modes, as they are spelt in front of an address.
const (
	Managed   Mode = ""
	Data      Mode = "data."
	Ephemeral Mode = "ephemeral."
	// Action is that of what runs when something else changes. It is none of a module's resources.
	Action Mode = "action."
)

// Resource is a resource block with its overrides.
type Resource struct {
	Mode       Mode
	Type, Name string
	// Header covers the block's type and labels.
	Header hcl.Range
	// TypeRange covers the type label alone.
	TypeRange hcl.Range
	// Count, ForEach and Enabled, which OpenTofu has, say how many instances there are. They are nil where they are not
	// written.
	Count, ForEach, Enabled hcl.Expression
	// Provider is the local provider name that the block names, or the one that its type implies.
	Provider string
	// Provisioners are the provisioner blocks.
	Provisioners []Provisioner
	Lifecycle    Lifecycle
	// Bodies are those of the block and its overrides.
	Bodies []hcl.Body
}

// Provisioner is a provisioner block.
type Provisioner struct {
	Type string // local-exec, …
	// Body is nil where the block is not at hand.
	Body hcl.Body
}

// Lifecycle is the part of a lifecycle block that changes what an apply does.
type Lifecycle struct {
	// CreateBeforeDestroy is the argument's expression, nil where it is not written.
	CreateBeforeDestroy hcl.Expression
	// ReplaceTriggeredBy is the argument's expression, nil where it is not written.
	ReplaceTriggeredBy hcl.Expression
	// IgnoreChanges is the argument's expression, nil where it is not written.
	IgnoreChanges hcl.Expression
	// Triggers are the blocks that run actions (Terraform 1.14).
	Triggers []hcl.Body
}

// Actions returns the actions that the blocks run. It is false where one of them is not known.
func (l Lifecycle) Actions(m *Module) ([]*Resource, bool) {
	var all []*Resource
	for _, body := range l.Triggers {
		attr := Attributes(body, "actions")["actions"]
		if attr == nil {
			return nil, false
		}
		items, diags := hcl.ExprList(attr.Expr)
		if diags.HasErrors() {
			return nil, false
		}
		for _, item := range items {
			path, diags := hcl.AbsTraversalForExpr(item)
			if diags.HasErrors() || len(path) < 3 {
				return nil, false
			}
			typeName, _ := path[1].(hcl.TraverseAttr)
			name, _ := path[2].(hcl.TraverseAttr)
			action := m.Action(typeName.Name, name.Name)
			if action == nil {
				return nil, false
			}
			all = append(all, action)
		}
	}
	return all, true
}

// Ignores reports whether a later apply leaves an argument as it finds it.
func (l Lifecycle) Ignores(name string) bool {
	if l.IgnoreChanges == nil {
		return false
	}
	if hcl.ExprAsKeyword(l.IgnoreChanges) == "all" {
		return true
	}
	items, _ := hcl.ExprList(l.IgnoreChanges)
	for _, item := range items {
		if firstName(item) == name {
			return true
		}
	}
	return false
}

// firstName is the argument that an item of the list names, or that its path begins with. Old configurations quote it.
func firstName(item hcl.Expression) string {
	path, diags := hcl.AbsTraversalForExpr(item)
	if diags.HasErrors() {
		quoted, diags := item.Value(nil)
		if diags.HasErrors() || quoted.IsNull() || !quoted.IsKnown() || quoted.Type() != cty.String {
			return ""
		}
		path, _ = hclsyntax.ParseTraversalAbs([]byte(quoted.AsString()), item.Range().Filename, item.Range().Start)
	}
	if path.IsRelative() {
		return ""
	}
	return path.RootName()
}

// Address is the resource's address within its module.
func (r *Resource) Address() string { return string(r.Mode) + r.Type + "." + r.Name }

// NewResource returns a resource that is written nowhere.
func NewResource(mode Mode, typeName, name string) *Resource {
	return &Resource{Mode: mode, Type: typeName, Name: name, Provider: impliedProvider(typeName)}
}

func (m *Module) addResource(mode Mode, block *hcl.Block, override bool) {
	r := NewResource(mode, block.Labels[0], block.Labels[1])
	if existing := m.byAddress[r.Address()]; existing != nil {
		if !override {
			return
		}
		r = existing
	} else {
		r.Header, r.TypeRange = block.DefRange, block.LabelRanges[0]
		if mode == Action {
			m.byAddress[r.Address()] = r
		} else {
			m.Add(r)
		}
	}
	r.Bodies = append(r.Bodies, block.Body)
	content, _, _ := block.Body.PartialContent(metaSchema)
	r.Count = expr(content.Attributes, "count", r.Count)
	r.ForEach = expr(content.Attributes, "for_each", r.ForEach)
	if attr, ok := content.Attributes["provider"]; ok {
		r.Provider = providerName(attr.Expr)
	}
	for _, nested := range content.Blocks {
		switch nested.Type {
		case "provisioner":
			r.Provisioners = append(r.Provisioners, Provisioner{nested.Labels[0], nested.Body})
		case "lifecycle":
			attrs := Attributes(nested.Body, "create_before_destroy", "replace_triggered_by", "ignore_changes", "enabled")
			r.Enabled = expr(attrs, "enabled", r.Enabled)
			r.Lifecycle.CreateBeforeDestroy = expr(attrs, "create_before_destroy", r.Lifecycle.CreateBeforeDestroy)
			r.Lifecycle.ReplaceTriggeredBy = expr(attrs, "replace_triggered_by", r.Lifecycle.ReplaceTriggeredBy)
			triggers, _, _ := nested.Body.PartialContent(&hcl.BodySchema{Blocks: []hcl.BlockHeaderSchema{{Type: "action_trigger"}}})
			for _, trigger := range triggers.Blocks {
				r.Lifecycle.Triggers = append(r.Lifecycle.Triggers, trigger.Body)
			}
			if attr, ok := attrs["ignore_changes"]; ok {
				r.Lifecycle.IgnoreChanges = attr.Expr // as it is written: it names arguments, and has no value
			}
		}
	}
}

// metaSchema lists what every resource block may hold besides what its type declares.
var metaSchema = &hcl.BodySchema{
	Attributes: []hcl.AttributeSchema{{Name: "count"}, {Name: "for_each"}, {Name: "provider"}, {Name: "depends_on"}},
	Blocks: []hcl.BlockHeaderSchema{
		{Type: "lifecycle"},
		{Type: "provisioner", LabelNames: []string{"type"}},
		{Type: "connection"},
		{Type: "_"}, // Terraform's escape for arguments with the name of a meta-argument
	},
}

// Escaped returns the blocks of a resource's body called _, which hold arguments with the names of meta-arguments.
func Escaped(body hcl.Body) []hcl.Body {
	content, _, _ := body.PartialContent(&hcl.BodySchema{Blocks: []hcl.BlockHeaderSchema{{Type: "_"}}})
	var bodies []hcl.Body
	for _, block := range content.Blocks {
		bodies = append(bodies, block.Body)
	}
	return bodies
}

// IsMeta reports whether a name is that of a meta-argument, a meta-block, or a comment.
func IsMeta(name string) bool {
	for _, attr := range metaSchema.Attributes {
		if attr.Name == name {
			return true
		}
	}
	for _, block := range metaSchema.Blocks {
		if block.Type == name {
			return true
		}
	}
	return name == CommentKey
}

// impliedProvider is the type's part before the first underscore, as in Terraform.
func impliedProvider(typeName string) string {
	provider, _, _ := strings.Cut(typeName, "_")
	return provider
}
