package main

import (
	"errors"
	"fmt"

	"github.com/spf13/pflag"

	"github.com/apiglint/apiglint/cmd/apiglint/internal/boundary"
)

const planHelp = `FILE is a Terraform or OpenTofu plan as JSON; - reads it from stdin:

  terraform plan -out tfplan && terraform show -json tfplan > plan.json

The report and the exit code cover the findings that the plan introduces.
Findings that already exist and those that the plan fixes are counted; --all
reports them too.

Findings point into the configuration that the plan was created from: the one in
--chdir, or else the one beside FILE (for stdin, in the current directory).
Without it they are named by resource address. Nothing outside the
configuration's git work tree is read.
`

// planFlags are those of plan, which reviews a plan.
func planFlags(set *pflag.FlagSet) action {
	var o checkOptions
	o.OnePlan = true
	set.StringVar(&o.Chdir, "chdir", "", "`DIR` with the configuration that the plan was created from")
	set.BoolVar(&o.All, "all", false, "also report findings that exist already or that the plan fixes")
	o.shared(set, "apiglint-plan")
	return func(c *Command, files []string) (int, error) {
		switch len(files) {
		case 0:
			return 0, errors.New("plan needs a plan file, or - for stdin; create it with terraform show -json tfplan > plan.json")
		case 1:
		default:
			return 0, fmt.Errorf("plan reviews one plan, and got %d; check takes several", len(files))
		}
		return c.lint(o, func() ([]*boundary.Group, error) {
			g, err := boundary.OfPlan(files[0], o.Chdir, o.root)
			return []*boundary.Group{g}, err
		})
	}
}
