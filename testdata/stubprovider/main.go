// Command stubprovider is a provider for the end-to-end tests, with the resource types and data sources of the facts
// tables and no cloud behind them: what is created has an id, and made-up values where the provider alone decides. It is
// a module of its own, because those who install apiglint need nothing of what it is made with.
package main

import (
	"context"
	"crypto/rand"
	"strings"

	"github.com/hashicorp/terraform-plugin-sdk/v2/diag"
	"github.com/hashicorp/terraform-plugin-sdk/v2/helper/schema"
	"github.com/hashicorp/terraform-plugin-sdk/v2/plugin"

	"github.com/apiglint/apiglint/schema/facts"
)

func main() {
	plugin.Serve(&plugin.ServeOpts{ProviderFunc: provider})
}

func provider() *schema.Provider {
	text := func() *schema.Schema { return &schema.Schema{Type: schema.TypeString, Optional: true} }
	p := &schema.Provider{
		Schema:         map[string]*schema.Schema{"region": text(), "access_key": text(), "secret_key": text()},
		ResourcesMap:   map[string]*schema.Resource{},
		DataSourcesMap: map[string]*schema.Resource{},
	}
	for _, name := range facts.ResourceTypes() {
		t := facts.Resource(name)
		r := &schema.Resource{
			Schema: attributes(t.Attrs, ""), CreateContext: create(t), ReadContext: nothing, DeleteContext: nothing,
		}
		for _, a := range t.Attrs {
			if a.Configurable() && !a.ForceNew {
				r.UpdateContext = nothing // the SDK takes none where there is nothing to update
			}
		}
		p.ResourcesMap[name] = r
	}
	for _, name := range facts.DataTypes() {
		t := facts.Data(name)
		p.DataSourcesMap[name] = &schema.Resource{Schema: attributes(t.Attrs, ""), ReadContext: create(t)}
	}
	return p
}

func nothing(context.Context, *schema.ResourceData, any) diag.Diagnostics { return nil }

// create gives an id, and a value to everything that the provider decides: what stayed without one would be unknown in
// every later plan.
func create(t *facts.Type) func(context.Context, *schema.ResourceData, any) diag.Diagnostics {
	return func(_ context.Context, d *schema.ResourceData, _ any) diag.Diagnostics {
		id := strings.ToLower(rand.Text())
		d.SetId(id)
		for name, a := range t.Attrs {
			if value := decided(name, a, d.Get(name), id); value != nil {
				if err := d.Set(name, value); err != nil {
					return diag.FromErr(err)
				}
			}
		}
		return nil
	}
}

// decided returns the value that the provider gives to an attribute, or nil.
func decided(name string, a *facts.Attr, written any, id string) any {
	switch {
	case name == "id":
	case a.Type == facts.String && a.ReadOnly():
		switch name {
		case "ingress_address", "egress_address", "vpc_ingress_address", "address", "public_ip":
			return "203.0.113.10"
		case "status":
			return "ACTIVE"
		}
		return id
	case !a.Computed && !a.ReadOnly():
	case a.Type == facts.Map:
		if len(written.(map[string]any)) == 0 {
			return map[string]any{}
		}
	case a.Type == facts.List:
		if len(written.([]any)) == 0 {
			return []any{}
		}
	case a.Type == facts.Set:
		if written.(*schema.Set).Len() == 0 {
			return []any{}
		}
	}
	return nil
}

// attributes returns the schemas of what stands in a block, whose address begins that of each.
func attributes(attrs map[string]*facts.Attr, block string) map[string]*schema.Schema {
	all := map[string]*schema.Schema{}
	for name, a := range attrs {
		if block+name != "id" {
			all[name] = attribute(a, block+name)
		}
	}
	return all
}

var types = map[facts.Kind]schema.ValueType{
	facts.String: schema.TypeString, facts.Int: schema.TypeInt, facts.Bool: schema.TypeBool, facts.Float: schema.TypeFloat,
	facts.List: schema.TypeList, facts.Set: schema.TypeSet, facts.Map: schema.TypeMap,
}

func attribute(a *facts.Attr, address string) *schema.Schema {
	s := &schema.Schema{
		Type: types[a.Type], Required: a.Required, Optional: a.Optional, Computed: a.Computed || a.ReadOnly(), Sensitive: a.Sensitive,
		ForceNew: a.ForceNew, MinItems: a.MinItems, MaxItems: a.MaxItems,
		ConflictsWith: a.ConflictsWith, RequiredWith: a.RequiredWith,
		ExactlyOneOf: withItself(address, a.ExactlyOneOf), AtLeastOneOf: withItself(address, a.AtLeastOneOf),
		ValidateFunc: validator(a),
	}
	if !s.Required && !s.Computed {
		s.Default = standard(a)
	}
	switch {
	case a.Attrs != nil:
		s.Elem = &schema.Resource{Schema: attributes(a.Attrs, address+".0.")}
		s.ConfigMode = schema.SchemaConfigModeAttr
		if a.Block {
			s.ConfigMode = schema.SchemaConfigModeBlock
		}
	case a.Elem != nil:
		s.Elem = element(a.Elem)
	case s.Type == schema.TypeList, s.Type == schema.TypeSet, s.Type == schema.TypeMap:
		s.Elem = &schema.Schema{Type: schema.TypeString}
	}
	return s
}

// element returns the schema of the elements of a collection.
func element(a *facts.Attr) any {
	if a.Attrs != nil {
		return &schema.Resource{Schema: attributes(a.Attrs, "")}
	}
	s := &schema.Schema{Type: types[a.Type], ValidateFunc: validator(a)}
	if a.Elem != nil {
		s.Elem = element(a.Elem)
	}
	return s
}

// standard returns an attribute's default as the SDK wants it, or nil.
func standard(a *facts.Attr) any {
	if number, ok := a.Default.(float64); ok && a.Type == facts.Int {
		return int(number)
	}
	return a.Default
}
