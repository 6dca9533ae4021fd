package schema

import (
	"maps"
	"slices"
	"strings"

	"github.com/apiglint/apiglint/schema/terraform"
	"github.com/apiglint/apiglint/schema/terraform/configs"
)

// Act is what a plan does with a resource.
type Act int

// The acts. The zero Act leaves the resource as it is.
const (
	NoOp Act = iota
	Create
	Update
	Replace
	Delete
)

// String is the word that Terraform has for the act.
func (a Act) String() string { return [...]string{"no-op", "create", "update", "replace", "delete"}[a] }

// Verb returns what a plan or an edit does that acts so, as it stands in a sentence. NoOp has none.
func (a Act) Verb() string { return [...]string{"", "creates", "updates", "replaces", "destroys"}[a] }

// Change is what a plan does with a resource.
type Change struct {
	Act Act
	// CreatesFirst says that a replacement makes the new object before it destroys the old one.
	CreatesFirst bool
	// Arguments are those, and the nested blocks, that an update changes, sorted.
	Arguments []string
	// Uncertain are those of which it is not known whether they change, sorted. A plan knows of all.
	Uncertain []string
	// Written are the texts that the configuration has for arguments for which a plan keeps other ones.
	Written map[string]string
}

// maxArguments is how many arguments are named that a change is about.
const maxArguments = 3

// Detail returns the arguments that change, in parentheses and after a space, "" where there are none or many.
func (c Change) Detail() string {
	if len(c.Arguments) == 0 || len(c.Arguments) > maxArguments {
		return ""
	}
	return " (" + strings.Join(c.Arguments, ", ") + ")"
}

// LoadChange reads two root modules, what was applied and what will be, and returns the second with the changes that
// lead to it, as a plan would have them.
func LoadChange(loader *configs.Loader, before, after string, o terraform.Options) (*Config, error) {
	old, err := Load(loader, before, o)
	if err != nil {
		return nil, err
	}
	root, err := terraform.Load(loader, after, o)
	if err != nil {
		return nil, err
	}
	return Since(old, root, func(address string) string { return address }), nil
}

// Since links what a root module declares, with the changes that lead to it from what was applied, as a plan would have them.
// What an address of before has become since, renamed says. Of a resource that stands for any number of others there is no
// change.
func Since(before *Config, root *terraform.Root, renamed func(address string) string) *Config {
	c := FromRoot(root)
	Follow(c, before, renamed)
	for _, r := range c.Resources {
		switch was := c.earlier[r.Address]; {
		case r.Symbolic() || !r.Managed():
		case was == nil:
			r.Change = &Change{Act: Create}
		case !was.Symbolic():
			r.Change = compare(was, r)
		}
	}
	return c
}

// Follow tells a configuration what there was before it. What an address of before has become, renamed says, nil for the same.
func Follow(c, before *Config, renamed func(address string) string) {
	c.Before, c.earlier = before, map[string]*Resource{}
	for _, r := range before.Resources {
		address := r.Address
		if renamed != nil {
			address = renamed(address)
		}
		c.earlier[address] = r
	}
}

// Earlier returns what a resource was before a change that leaves it or updates it: the kind that it was read into, or nil.
func (c *Config) Earlier(r *Resource) any {
	if was := c.Was(r); was != nil {
		return c.Before.Object(was.Instance)
	}
	return nil
}

// Was returns a resource as it was before a change that leaves it or updates it, or nil.
func (c *Config) Was(r *Resource) *Resource {
	if r.Change == nil || r.Change.Act != NoOp && r.Change.Act != Update {
		return nil
	}
	return c.earlier[r.Address]
}

// compare returns the change from one resource to another.
func compare(was, r *Resource) *Change {
	change := &Change{}
	for _, name := range written(was.Block, r.Block) {
		switch r.Same(was, name) {
		case Yes:
			continue
		case No:
			change.Arguments = append(change.Arguments, name)
			if r.Facts.Attrs[name].ForceNew {
				change.Act = Replace
			}
		case Unsure:
			change.Uncertain = append(change.Uncertain, name)
		}
		change.Act = max(change.Act, Update)
	}
	return change
}

// written returns the names of what is written in either of two blocks, sorted.
func written(blocks ...*terraform.Block) []string {
	names := map[string]bool{}
	for _, b := range blocks {
		for n := range b.Args {
			names[b.Args[n].Name] = true
		}
		for _, nested := range b.Nested {
			names[nested.Type] = true
		}
		for name := range b.Open {
			names[name] = true
		}
	}
	return slices.Sorted(maps.Keys(names))
}
