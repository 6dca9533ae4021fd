package definition

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/lint/prose"
	"github.com/apiglint/apiglint/schema/terraform"
)

// danglingReference is a reference to nothing, made in an instance of its module.
type danglingReference struct {
	terraform.Reference
	in          *terraform.ModuleInstance
	why, remedy string
}

// report reports it. What others there are of the same cause is said after the reference.
func (d danglingReference) report(p *lint.Pass, about address, others string) *lint.Finding {
	from := inModule(d.in, d.From)
	return p.Reportf(about, lint.At(d.Range), "%s refers to %s%s, but %s: the plan fails", from, spelt(d.Traversal), others, d.why).
		Remedyf("%s", d.remedy)
}

// undeclared returns the address of what the module would have to declare for the reference, "" where the module has it, and
// the reference itself is wrong.
func (d danglingReference) undeclared() string {
	if !strings.HasPrefix(d.why, noSuch) {
		return ""
	}
	root, name := d.Traversal.RootName(), stepName(d.Traversal, 1)
	if root == "data" || root == "ephemeral" {
		name += "." + stepName(d.Traversal, 2)
	}
	return root + "." + name
}

// undeclaredThings are the references to what a module does not declare, by the instance of the module and what would have
// to be declared: the address, or all variables that nothing with a similar name was meant by. Those are missing together,
// with the file that they are in.
type undeclaredThings map[undeclaredThing][]danglingReference

type undeclaredThing struct {
	in      *terraform.ModuleInstance
	address string
}

func (u *undeclaredThings) add(address string, d danglingReference) {
	thing := undeclaredThing{d.in, address}
	if strings.HasPrefix(address, "var.") && strings.HasPrefix(d.remedy, "declare ") {
		thing.address = "var"
	}
	if *u == nil {
		*u = undeclaredThings{}
	}
	(*u)[thing] = append((*u)[thing], d)
}

// report reports each thing once, by its own address, at the reference whose block has the first one: both stay the same where
// blocks are moved.
func (u undeclaredThings) report(p *lint.Pass) {
	for _, references := range u {
		slices.SortStableFunc(references, func(a, b danglingReference) int {
			return cmp.Or(cmp.Compare(a.From, b.From), terraform.CompareRanges(a.Range, b.Range))
		})
		names := map[string]bool{}
		for _, d := range references {
			names[d.undeclared()] = true
		}
		first, others := references[0], ""
		if more := len(references) - 1; more > 0 {
			others = fmt.Sprintf(", and %s to the same", quantity(more, "other reference"))
		}
		if len(names) > 1 {
			all := prose.Some(sortedKeys(names), "and")
			others = fmt.Sprintf(", and %s to %s", quantity(len(references)-1, "other reference"), all)
			first.why, first.remedy = "this module has none of these variables", "declare "+all
		}
		f := first.report(p, inModule(first.in, sortedKeys(names)[0]), others)
		for _, other := range references[1:min(len(references), 1+maxRelated)] {
			f.Relate(other.Range, "%s refers to %s here", inModule(other.in, other.From), spelt(other.Traversal))
		}
	}
}

// maxRelated bounds the other references that a finding points at.
const maxRelated = 20
