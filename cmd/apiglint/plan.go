package main

import (
	"errors"
	"fmt"

	"github.com/spf13/pflag"

	"github.com/apiglint/apiglint/cmd/apiglint/internal/boundary"
)

const planHelp = `FILE is a plan of Terraform or OpenTofu as JSON, and - reads one from stdin:

  terraform plan -out tfplan && terraform show -json tfplan > plan.json

Reported is what the plan introduces. What was there before and what the plan
fixes is counted, and --all reports it. The exit code speaks of what is
introduced.

Findings point into the configuration that the plan was made of: that in
--chdir, or else that beside FILE (for stdin: in the current directory), if
there is one. Otherwise they are named by their addresses. Nothing outside of
the configuration's git work tree is read.
`

// planFlags are those of plan, which reviews a plan.
func planFlags(set *pflag.FlagSet) action {
	var o checkOptions
	o.OnePlan = true
	set.StringVar(&o.Chdir, "chdir", "", "the `DIR` with the configuration that the plan was made of")
	set.BoolVar(&o.All, "all", false, "report what was there before and what the plan fixes, too")
	o.shared(set, "apiglint-plan")
	return func(c *Command, files []string) (int, error) {
		switch len(files) {
		case 0:
			return 0, errors.New("plan needs the file of a plan, or - for stdin; terraform show -json tfplan > plan.json makes one")
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
