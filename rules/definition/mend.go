package definition

import (
	"fmt"
	"strings"

	"github.com/apiglint/apiglint/lint/spelling"
	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/facts"
	"github.com/apiglint/apiglint/schema/terraform"
	"github.com/apiglint/apiglint/schema/terraform/edit"
)

// Mend is a change of the text that certainly ends a breach.
type Mend struct {
	// Rewrite is nil where there is none.
	*edit.Edits
	// Does is the end of a sentence that begins with what makes the change: renames x to y.
	Does string
}

// sole answers the attribute that must have been meant by a name that there is not. It is nil where the block has it
// already.
func (s *site) sole(name string) *attribute {
	attr := s.attrs[spelling.Certain(name, s.configurable(func(*attribute) bool { return true }))]
	if attr == nil || attr.Deprecated != "" || s.resource.Ignores(name) {
		return nil
	}
	return attr
}

// respelt mends the name of an argument that there is not.
func (s *site) respelt(arg *terraform.Argument) Mend {
	attr := s.sole(arg.Name)
	if attr == nil || attr.Block || s.has(attr.Name) || s.dynamic(attr.Name) || mismatch(arg.Value(), attr) != "" {
		return Mend{}
	}
	return Mend{edit.RenameArgument(arg, attr.Name), fmt.Sprintf("renames %s to %s", arg.Name, attr.Name)}
}

// respeltBlock mends the type of a nested block that there is not.
func (s *site) respeltBlock(block *terraform.Block) Mend {
	attr := s.sole(block.Type)
	if attr == nil || !attr.Block || s.block.Arg(attr.Name) != nil {
		return Mend{}
	}
	return Mend{edit.RenameBlock(block, attr.Name), fmt.Sprintf("renames %s to %s", block.Type, attr.Name)}
}

// respelt mends a text that is none of those that are enumerated.
func (v scalar) respelt() Mend {
	choice := spelling.Certain(v.text, v.attr.Choices())
	if choice == "" || v.secret() || v.attr.Type != facts.String {
		return Mend{}
	}
	return Mend{edit.Literal(v.of.arg, v.at(), v.text, choice), fmt.Sprintf("writes %q", choice)}
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

// renewed mends a deprecated argument. Whatever reads the old name would find nothing there.
func (s *site) renewed(attr *attribute) Mend {
	arg, newer := s.block.Arg(attr.Name), attr.ReplacedBy
	if arg == nil || !sameByAnotherName[s.of.Name+"."+attr.path] || s.has(newer) ||
		s.resource.Ignores(attr.Name) || s.resource.Ignores(newer) || !s.resource.Managed() ||
		s.resource.Instance.Module.Module.Spells("."+attr.Name) {
		return Mend{}
	}
	return Mend{edit.RenameArgument(arg, newer), fmt.Sprintf("renames %s to %s", attr.Name, newer)}
}

// mend answers what ends a breach of the clause by these settings, in the order of the constraint.
func (cl *clause) mend(s *site, involved []*setting) Mend {
	for _, f := range involved {
		if f.through() != nil || f.secret() {
			return Mend{}
		}
	}
	switch {
	case cl.minAndMax() && len(involved) == 2:
		return Mend{
			edit.Exchange(involved[0].arg, involved[1].arg),
			fmt.Sprintf("exchanges %s and %s", cl.Attrs[0], cl.Attrs[1]),
		}
	case cl.Kind == "unique":
		return s.doubled(involved[0].arg)
	case cl.shadowed(involved):
		return Mend{edit.RemoveArgument(involved[0].arg), "removes " + involved[0].attr.Name}
	}
	return Mend{}
}

// minAndMax reports whether the two attributes are the ends of one range, so that what is the wrong way round was meant the
// other way.
func (cl *clause) minAndMax() bool {
	return (cl.Kind == "le" || cl.Kind == "lt") && strings.Contains(cl.Attrs[0], "min") &&
		strings.Replace(cl.Attrs[0], "min", "max", 1) == cl.Attrs[1]
}

// withoutEffect are the constraints that name the attribute without effect first, beside those of the kind useless_with.
var withoutEffect = map[string]bool{"apig_api-42": true}

// shadowed reports whether the first attribute has no effect, because another one is certainly set.
func (cl *clause) shadowed(involved []*setting) bool {
	return cl.aspect == Ignored && (cl.Kind == "useless_with" || withoutEffect[cl.ID]) && len(involved) > 1 &&
		involved[0].path() == cl.at(cl.Attrs[0]) && involved[0].isSet() == schema.Yes && involved[1].isSet() == schema.Yes &&
		involved[0].arg != nil
}

// doubled takes the second of two blocks out that are written in the same way. The argument is one of the second.
func (s *site) doubled(arg *terraform.Argument) Mend {
	if arg == nil {
		return Mend{}
	}
	for _, name := range s.block.BlockTypes() {
		for i, again := range s.block.Blocks(name) {
			if arg.Block() != again {
				continue
			}
			for _, first := range s.block.Blocks(name)[:i] {
				if edit.Repeats(again, first) {
					return Mend{edit.RemoveBlock(again), "removes the second " + name + " block"}
				}
			}
		}
	}
	return Mend{}
}
