package lint

import "github.com/apiglint/apiglint/schema"

// rewritten returns what gives findings one identity whether they are about a resource or about the block of its owner that has taken its
// place, or the other way round: that of the owner, wherever in it. The identities of before are those of now already.
func rewritten(before, now []*schema.Config, renamed func(Identity) Identity) func(Identity) Identity {
	type parts = map[Identity]Identity // the owners of parts
	of := func(configs []*schema.Config, renamed func(Identity) Identity) parts {
		all := parts{}
		for _, c := range configs {
			for part, owner := range c.Parts() {
				at := func(address string) Identity { return renamed(Identity{Root: c.Root.Dir(), Resource: address}) }
				all[at(part)] = at(owner)
			}
		}
		return all
	}
	was, is := of(before, renamed), of(now, func(id Identity) Identity { return id })
	owners := parts{} // of what is a resource on one side only, and of themselves
	for _, sides := range [][2]parts{{was, is}, {is, was}} {
		for part, owner := range sides[0] {
			if _, both := sides[1][part]; !both {
				owners[part], owners[owner] = owner, owner
			}
		}
	}
	return func(id Identity) Identity {
		if owner, ok := owners[Identity{Root: id.Root, Resource: id.Resource}]; ok {
			id.Resource, id.Path = owner.Resource, ""
		}
		return id
	}
}
