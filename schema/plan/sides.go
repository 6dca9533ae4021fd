package plan

import (
	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/terraform"
	"github.com/apiglint/apiglint/schema/terraform/parallel"
)

// Sides are the two configurations of a plan.
type Sides struct {
	// Prior is what exists, Planned what will be.
	Prior, Planned *schema.Config

	plan          *Plan
	sources       *terraform.Root
	before, after []*object
}

// Configs returns what exists and what will be.
func (p *Plan) Configs(sources *terraform.Root) (prior, planned *schema.Config, err error) {
	s := p.Sides(sources)
	return s.Prior, s.Planned, nil
}

// Sides returns the configurations of the plan. The sources are the root module of its configuration, which gives findings
// their places, or nil.
func (p *Plan) Sides(sources *terraform.Root) *Sides {
	if sources != nil {
		sources.SetInputs(p.inputs())
	}
	before, after := p.objects()
	s := &Sides{plan: p, sources: sources, before: before, after: after}
	put := mirrorsIn(before, after)
	linkPrior, linkPlanned := p.config(sources, before, put), p.config(sources, after, put)
	if sources != nil { // they ask the sources, one after the other
		s.Prior, s.Planned = linkPrior(), linkPlanned()
	} else {
		parallel.Each(2, func(i int) {
			if i == 0 {
				s.Prior = linkPrior()
			} else {
				s.Planned = linkPlanned()
			}
		})
	}
	schema.Follow(s.Planned, s.Prior, nil)
	return s
}
