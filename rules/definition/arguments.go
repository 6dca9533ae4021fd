package definition

import (
	"fmt"
	"slices"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/lint/prose"
	"github.com/apiglint/apiglint/lint/spelling"
	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/facts"
	"github.com/apiglint/apiglint/schema/terraform"
)

// UnknownArguments finds arguments and blocks that the type does not have, or has in another form.
func UnknownArguments(p *lint.Pass) {
	if p.Planned {
		p.Idle(takenByProvider)
		return
	}
	if len(p.Unmade) == 0 && !judges(p, noResource, everything) {
		return
	}
	eachBlock(p.Config, func(b *blockContext) { checkNames(p, b) })
	eachUnmade(p.Config, func(b *blockContext) { checkNames(p, b) })
	unexpectedInputs(p)
}

// checkNames holds the names in a block to those that the provider has.
func checkNames(p *lint.Pass, b *blockContext) {
	if b.lacking() {
		return // what it stands in is reported
	}
	for n := range b.block.Args {
		checkArgument(p, b, &b.block.Args[n])
	}
	for _, block := range b.block.Nested {
		checkBlock(p, b, block)
	}
	for _, name := range sortedKeys(b.block.Dynamic) {
		if attr := b.attrs[name]; len(b.block.Blocks(name)) == 0 && (attr == nil || attr.Block) { // Terraform asks for the type, however many there are
			header := b.block.Dynamic[name].Header
			checkBlock(p, b, terraform.NewBlock(name, &header))
		}
	}
	if b.path == "" {
		checkTimeouts(p, b)
	}
}

// preclude says that a resource cannot exist as it is written, and returns the finding that says why.
func preclude(f *lint.Finding) *lint.Finding {
	f.Precludes = true
	return f
}

// called returns the instances of modules. Terraform holds a call that certainly makes none to the variables of its module all the same.
func called(p *lint.Pass) []*terraform.ModuleInstance {
	if p.Planned {
		return p.Root.ModuleInstances()
	}
	return slices.Concat(p.Root.ModuleInstances(), p.Root.UnmadeModules())
}

// unexpectedInputs finds what calls give, and their modules have no variable for.
func unexpectedInputs(p *lint.Pass) {
	instances := called(p)
	concerned := concerned(instances)
	for _, m := range instances {
		if !concerned[m] {
			continue
		}
		for _, arg := range m.Unexpected() {
			hint, remedy := "", fmt.Sprintf("remove %s, or declare the variable in the module", arg.Name)
			if unset := m.Unset(); len(unset) <= maxNames {
				if meant := spelling.Nearest(arg.Name, unset); meant != "" {
					hint, remedy = didYouMean("", meant), "rename it to "+meant
				}
			}
			p.Reportf(address(m.Path), lint.At(arg.NameRange), "%s is given %s, but the module has no such variable%s: the plan fails", m.Path, arg.Name, hint).
				Remedyf("%s", remedy)
		}
	}
}

func checkArgument(p *lint.Pass, b *blockContext, arg *terraform.Argument) {
	name, attr := arg.Name, b.attrs[arg.Name]
	report := func(format string, args ...any) *lint.Finding {
		return preclude(p.Reportf(b.resource, lint.At(arg.NameRange()), format+": the plan fails", args...))
	}
	switch {
	case attr == nil && b.mayHaveHad(name):
	case attr == nil:
		hint, remedy := b.instead(name, false)
		if hint == "" && b.resource.Provider.MayBeNewer() {
			reportUntabled(p, b, lint.At(arg.NameRange()), "argument "+name)
			return
		}
		b.renameArgument(report("%s has no argument %s%s", b, name, hint).Remedyf("%s", remedy), arg)
	case attr.Block:
		report("%s is a block of %s, but is written as an argument", name, b).
			Remedyf("write it as a block, without an equals sign: %s { … }", name)
	case attr.ReadOnly() && b.held(attr.Attr, "computed"):
		report("%s of %s is read-only, but is set", name, b).Remedyf("remove %s", name)
	case b.resource.Provider.Has(attr.Since) == schema.No:
		requireRelease(report("%s of %s came with provider %s, but this configuration uses %s", name, b, attr.Since, b.resource.Provider), b.resource, attr.Since, name)
	}
}

// reportUntabled is about what the tables do not have, where the provider may be newer than they are.
func reportUntabled(p *lint.Pass, b *blockContext, at lint.Place, what string) {
	p.ReportLevelf(lint.Note, b.resource, at, "%s has no %s in provider %s, the newest known release, but %s allows a newer release",
		b, what, facts.Version(), b.resource.Provider).Remedyf("look up the %s in the documentation of the provider's release", what)
}

// lacking reports whether the provider certainly lacks what the block stands in: the type, or a block around it or itself.
func (b *blockContext) lacking() bool {
	for inner := b; inner.outer != nil; inner = inner.outer {
		if b.resource.Provider.Has(inner.outer.attrs[inner.block.Type].Since) == schema.No {
			return true
		}
	}
	return b.resource.Provider.Has(b.resource.Facts.SinceAs(b.resource.Instance.Resource.Type)) == schema.No
}

// mayHaveHad reports whether the provider may be a release that still has an argument.
func (b *blockContext) mayHaveHad(name string) bool {
	path := name
	if b.path != "" {
		path = b.path + "." + name
	}
	last, gone := b.resource.Facts.Gone[path]
	return gone && b.resource.Provider.MayHave(last)
}

func checkBlock(p *lint.Pass, b *blockContext, block *terraform.Block) {
	name, attr := block.Type, b.attrs[block.Type]
	report := func(format string, args ...any) *lint.Finding {
		return preclude(p.Reportf(b.resource, lint.At(block.Header()), format+": the plan fails", args...))
	}
	switch {
	case attr == nil && name == "timeouts" && b.path == "" && (len(b.resource.Facts.Timeouts) > 0 || !b.resource.Managed()):
	case attr == nil && b.mayHaveHad(name):
	case attr == nil:
		hint, remedy := b.instead(name, true)
		if hint == "" && b.resource.Provider.MayBeNewer() {
			reportUntabled(p, b, lint.At(block.Header()), "block "+name)
			return
		}
		b.renameBlock(report("%s has no block %s%s", b, name, hint).Remedyf("%s", remedy), block)
	case attr.ReadOnly() && b.held(attr.Attr, "computed"):
		report("%s of %s is read-only, but is set", name, b).Remedyf("remove %s", name)
	case !attr.Block:
		report("%s is an argument of %s, but is written as a block", name, b).
			Remedyf("write it as an argument: %s = …", name)
	case b.resource.Provider.Has(attr.Since) == schema.No:
		requireRelease(report("%s of %s came with provider %s, but this configuration uses %s", name, b, attr.Since, b.resource.Provider), b.resource, attr.Since, name)
	}
}

// instead asks for the name that was meant by one that there is not, and says what to do.
func (b *blockContext) instead(name string, block bool) (hint, remedy string) {
	meant := b.nameMeant(name)
	switch {
	case meant == nil:
		return "", "remove " + name
	case meant.Block == block:
		return didYouMean("", meant.Name), "rename it to " + meant.Name
	case meant.Block:
		return didYouMean("the block ", meant.Name), fmt.Sprintf("write it as a block: %s { … }", meant.Name)
	}
	return didYouMean("the argument ", meant.Name), fmt.Sprintf("write it as an argument: %s = …", meant.Name)
}

func (b *blockContext) has(name string) bool {
	return b.block.Arg(name) != nil || len(b.block.Blocks(name)) > 0
}

func checkTimeouts(p *lint.Pass, b *blockContext) {
	known := b.resource.Facts.Timeouts
	if len(known) == 0 {
		return
	}
	for _, block := range b.block.Blocks("timeouts") {
		for n := range block.Args {
			if arg := &block.Args[n]; !slices.Contains(known, arg.Name) {
				preclude(p.Reportf(b.resource, lint.At(arg.NameRange()), "%s has no timeout for %s: the plan fails", b.resource, arg.Name)).
					Remedyf("remove %s: supported timeouts are %s", arg.Name, prose.List(known, "and"))
			}
		}
	}
}

// MissingArguments finds what is required, by the schema or the docs, or by a constraint, and not set.
func MissingArguments(p *lint.Pass) {
	if !judges(p, noResource, everything) {
		return
	}
	eachBlock(p.Config, func(b *blockContext) {
		var missing []string
		early := false
		for _, attr := range b.required {
			if b.lacks(attr) {
				missing, early = append(missing, attr.Name), early || attr.Required
			}
		}
		if len(missing) > 0 {
			f := p.Reportf(b.resource, lint.At(b.block.Header()), "%s %s: %s", b, lacks(missing), failure(early, true)).
				Remedyf("set %s", prose.List(missing, "and"))
			f.Precludes = early
		}
	})
	missingInputs(p)
	constraints(p, Missing)
}

// missingInputs finds what calls of modules do not give, and the modules require.
func missingInputs(p *lint.Pass) {
	instances := called(p)
	concerned := concerned(instances)
	for _, m := range instances {
		if missing := m.Unsupplied(); len(missing) > 0 && concerned[m] {
			p.Reportf(address(m.Path), lint.At(m.CalledAt()), "%s %s: the plan fails", m.Path, lacks(missing)).
				Remedyf("set %s", prose.List(missing, "and"))
		}
	}
}

// lacks reports whether an attribute that is required is certainly not there. An empty text is there: whether it will do is
// another question.
func (b *blockContext) lacks(attr *attribute) bool {
	if b.given(attr.Name) {
		return false
	}
	if !attr.Required && attr.Default == nil {
		return !b.replaced(attr)
	}
	return attr.Required && b.held(attr.Attr, "required")
}

// given reports whether a block may have an attribute: it is written, and not certainly null.
func (b *blockContext) given(name string) bool {
	if len(b.block.Blocks(name)) > 0 {
		return true
	}
	if b.dynamic(name) {
		b.block.Ask(name)
		return true
	}
	arg := b.block.Arg(name)
	if arg == nil {
		return false
	}
	plain, _ := arg.Value().Unmark()
	if !plain.IsKnown() {
		b.block.Ask(name) // it may be null
	}
	return !plain.IsKnown() || !plain.IsNull() || arg.MayBeDefaulted() || b.perhaps(arg)
}

// replaced reports whether a deprecated spelling of the attribute stands in for it.
func (b *blockContext) replaced(attr *attribute) bool {
	return slices.ContainsFunc(attr.older, func(older *attribute) bool { return b.given(older.Name) })
}
