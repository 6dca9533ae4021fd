package definition

import (
	"strings"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/lint/spelling"
	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/terraform"
	"github.com/apiglint/apiglint/schema/terraform/edit"
)

// meant returns the attribute that must have been meant by a name that there is not, nil where none is certain.
func (b *blockContext) meant(name string) *attribute {
	attr := b.attrs[spelling.Certain(name, b.configurable(func(*attribute) bool { return true }))]
	if attr == nil || attr.Deprecated != "" || b.resource.Ignores(name) {
		return nil
	}
	return attr
}

// renameArgument fixes the name of an argument that there is not, unless the block has the one that is meant.
func (b *blockContext) renameArgument(f *lint.Finding, arg *terraform.Argument) {
	attr := b.meant(arg.Name)
	if attr == nil || attr.Block || b.has(attr.Name) || b.dynamic(attr.Name) || mismatch(arg.Value(), attr) != "" {
		return
	}
	f.Mend(edit.RenameArgument(arg, attr.Name), "renames %s to %s", arg.Name, attr.Name)
}

// renameBlock fixes the type of a nested block that there is not.
func (b *blockContext) renameBlock(f *lint.Finding, block *terraform.Block) {
	if attr := b.meant(block.Type); attr != nil && attr.Block && b.block.Arg(attr.Name) == nil {
		f.Mend(edit.RenameBlock(block, attr.Name), "renames %s to %s", block.Type, attr.Name)
	}
}

// sameByAnotherName are the deprecated arguments that a new name is enough for: the newer one takes the same values to
// the same effect, and an apply sends what it sent before. Not among them are those whose value means something else
// under the newer name (workload_name, eip_id), those that the gateway cannot change once it is made (available_zones),
// and secondary_cidr of a VPC, of which the provider would take the network away.
var sameByAnotherName = map[string]bool{
	"huaweicloud_apig_api.func_graph_policy.invocation_mode": true,
	"huaweicloud_fgs_function.package":                       true,
	"huaweicloud_fgs_function.xrole":                         true,
}

// renameDeprecated fixes a deprecated argument. Whatever reads the old name would find nothing there.
func (b *blockContext) renameDeprecated(f *lint.Finding, attr *attribute) {
	arg, newer := b.block.Arg(attr.Name), attr.ReplacedBy
	if arg == nil || !sameByAnotherName[b.of.Name+"."+attr.path] || b.has(newer) ||
		b.resource.Ignores(attr.Name) || b.resource.Ignores(newer) || !b.resource.Managed() ||
		b.resource.Instance.Module.Module.Spells("."+attr.Name) {
		return
	}
	f.Mend(edit.RenameArgument(arg, newer), "renames %s to %s", attr.Name, newer)
}

// fix fixes what breaks the check: these attributes, in the order of the constraint.
func (ch *check) fix(f *lint.Finding, b *blockContext, involved []*attributeState) {
	for _, s := range involved {
		if s.through() != nil || s.secret() {
			return
		}
	}
	first := involved[0]
	switch {
	case ch.minAndMax() && len(involved) == 2:
		f.Mend(edit.Exchange(first.arg, involved[1].arg), "exchanges %s and %s", ch.Attrs[0], ch.Attrs[1])
	case ch.shadowed(involved):
		f.Mend(edit.RemoveArgument(first.arg), "removes %s", first.attr.Name)
	}
}

// minAndMax reports whether the two attributes are the ends of one range, so that what is the wrong way round was meant the
// other way.
func (ch *check) minAndMax() bool {
	return (ch.Kind == "le" || ch.Kind == "lt") && strings.Contains(ch.Attrs[0], "min") &&
		strings.Replace(ch.Attrs[0], "min", "max", 1) == ch.Attrs[1]
}

// withoutEffect are the constraints that name the attribute without effect first, beside those of the kind useless_with.
var withoutEffect = map[string]bool{"apig_api-42": true}

// shadowed reports whether the first attribute has no effect, because another one is certainly set.
func (ch *check) shadowed(involved []*attributeState) bool {
	return ch.aspect == Ignored && (ch.Kind == "useless_with" || withoutEffect[ch.ID]) && len(involved) > 1 &&
		involved[0].path() == ch.at(ch.Attrs[0]) && involved[0].isSet() == schema.Yes && involved[1].isSet() == schema.Yes &&
		involved[0].arg != nil
}
