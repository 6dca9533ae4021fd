package definition

import (
	"cmp"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/lint/prose"
	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/facts"
)

// NewerReleases finds resource types, arguments and blocks that some releases of the provider lack which the configuration
// allows. What came with one release is one finding: one line mends all of it.
func NewerReleases(p *lint.Pass) {
	switch {
	case p.Planned:
		p.Idle(takenByProvider)
		return
	case p.Root.Open:
		p.Idle("what could not be read may require another release of the provider")
		return
	case len(p.Unmade) == 0 && !judges(p, noResource, everything):
		return
	}
	newer := map[string][]newerThing{}
	add := func(b *blockContext) {
		if b.path == "" {
			b.addNewerType(newer)
		}
		b.addNewer(newer)
	}
	eachBlock(p.Config, add)
	eachUnmade(p.Config, add)
	for _, since := range sortedKeys(newer) {
		reportNewer(p, since, newer[since])
	}
}

// newerThing is a type, an argument or a block that came with a release.
type newerThing struct {
	in    *schema.Resource
	at    hcl.Range
	name  string // the path of an argument or a block, or the type
	inner bool   // it is an argument or a block
}

func (b *blockContext) addNewerType(newer map[string][]newerThing) {
	r, declared := b.resource, b.resource.Instance.Resource
	if since := r.Facts.SinceAs(declared.Type); r.Provider.Spans(since) {
		newer[since] = append(newer[since], newerThing{r, declared.TypeRange, declared.Type, false})
	}
}

// addNewer adds the arguments and nested blocks of a block that came later than what it is in.
func (b *blockContext) addNewer(newer map[string][]newerThing) {
	for i := range b.states {
		s := &b.states[i]
		if since := s.attr.Since; s.attr.Configurable() && b.resource.Provider.Spans(since) {
			newer[since] = append(newer[since], newerThing{b.resource, s.header(), s.path(), true})
		}
	}
}

// from is the block that a thing stands in, by its address without keys.
func (n newerThing) from() address {
	return inModule(n.in.Instance.Module, n.in.Instance.Resource.Address())
}

func (n newerThing) String() string {
	if n.inner {
		return n.name + " of " + n.in.String()
	}
	return n.in.String() + " has the type " + n.name + ", which"
}

func reportNewer(p *lint.Pass, since string, things []newerThing) {
	slices.SortStableFunc(things, func(a, b newerThing) int {
		return cmp.Or(cmp.Compare(a.from(), b.from()), strings.Compare(a.in.Address, b.in.Address), cmp.Compare(a.name, b.name))
	})
	first := things[0]
	same := things[:1]
	for len(same) < len(things) && things[len(same)].in == first.in {
		same = things[:len(same)+1]
	}
	if first.inner {
		var names []string
		for _, s := range same {
			names = append(names, s.name)
		}
		first.name = prose.Some(names, "and")
	}
	level := lint.Note // terraform init installs a release that has it
	if first.in.Provider.Installs(since) != schema.Yes {
		level = lint.Warning
	}
	f := p.ReportLevelf(level, first.in, lint.At(first.at), "%s came with provider %s, but %s allows older releases: with one of them the plan fails",
		first, since, first.in.Provider)
	first.require(f, since)
	for _, other := range things[1:min(len(things), 1+maxRelated)] {
		if f.Relate(other.at, "%s came with it too", other); !slices.Contains(f.Also, other.in.Address) && other.in != first.in {
			f.Also = append(f.Also, other.in.Address)
		}
	}
}

// require says to require a release where the module does, or else the nearest one of those that call it, and that no
// registry has.
func (n newerThing) require(f *lint.Finding, since string) {
	for m := n.in.Instance.Module; m != nil; m = m.Parent() {
		if lint.Installed(m.Module.Dir) {
			continue
		}
		if at, ok := schema.RequiredIn(m.Module); ok {
			f.Remedyf("require huaweicloud >= %s in required_providers", since).Relate(at, "the provider is required here")
			return
		}
	}
	f.Remedyf("add to required_providers: huaweicloud >= %s", since)
}

// requireRelease says to require the release that a thing came with, or to remove the thing, and where releases are required.
func requireRelease(f *lint.Finding, r *schema.Resource, since, thing string) {
	f.Remedyf("%s, or remove %s", upgrade(r.Provider, since), thing)
	if r.Provider.Locked() {
		return
	}
	for m := r.Instance.Module; m != nil; m = m.Parent() {
		if at, ok := schema.RequiredIn(m.Module); ok {
			f.Relate(at, "the provider is required here")
		}
	}
}

// held reports whether the provider in use certainly holds what the facts state of an attribute at a key.
func (b *blockContext) held(a *facts.Attr, key string) bool {
	return b.resource.Provider.Has(a.HeldSince[key]) == schema.Yes
}
