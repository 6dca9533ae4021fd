package schema

import "strings"

// ChannelGroup is a member group of a channel, wherever that is written.
type ChannelGroup struct {
	Name Value[string]
	// Weight is that of the group's members, where it is set: the provider does not send 0.
	Weight Value[int]
	// Reference is the channel whose members a reference channel has in the group.
	Reference Ref[Channel]
	// Resource is the group's own, or the channel whose block holds it, where Own is nil.
	Resource *Resource
	Own      *MemberGroup
}

// ChannelGroups are the member groups of a channel.
type ChannelGroups struct {
	Set[*ChannelGroup]
	named map[string]*ChannelGroup // by name in lower case
	// allNamed says that there is certainly no group with another name.
	allNamed bool
}

// MemberGroupsOf returns the member groups of a channel.
func (c *Config) MemberGroupsOf(ch *Channel) ChannelGroups {
	inBlock := Map(ch.Groups.Set, func(g *GroupInChannel) (*ChannelGroup, bool) {
		return &ChannelGroup{Name: g.Name, Weight: g.Weight, Reference: g.Reference, Resource: ch.Resource}, true
	})
	symbolic := ch.Symbolic()
	alone := Map(c.links.memberGroupsOf.of(ch), func(g *MemberGroup) (*ChannelGroup, bool) {
		symbolic = symbolic || g.Symbolic()
		return &ChannelGroup{Name: g.Name, Weight: g.Weight, Reference: g.Reference, Resource: g.Resource, Own: g}, true
	})
	groups := ChannelGroups{Set: Merge(inBlock, alone).OrOthers(symbolic || ch.Ignores("member_group")), named: map[string]*ChannelGroup{}}
	groups.allNamed = !groups.MayHaveOthers()
	for _, g := range groups.Certain() {
		name, ok := g.Name.Get()
		if ok {
			groups.named[strings.ToLower(name)] = g
		}
		groups.allNamed = groups.allNamed && ok
	}
	return groups
}

// Sources returns the channels whose members calls to a channel reach: itself, or those that a reference channel refers to.
func (c *Config) Sources(ch *Channel) Set[*Channel] {
	if is(ch.Type, "builtin", "reference") != Yes {
		return SetOf(ch)
	}
	groups := c.MemberGroupsOf(ch)
	return Map(groups.Set, func(g *ChannelGroup) (*Channel, bool) {
		return g.Reference.Target(), g.Reference.Target() != nil
	}).OrOthers(groups.Empty() == Yes)
}

// MembersBehind returns the members that calls to a channel reach.
func (c *Config) MembersBehind(ch *Channel) Set[*ChannelMember] {
	return FlatMap(c.Sources(ch), c.MembersOf)
}

// Names returns the groups whose name is known, by name.
func (g ChannelGroups) Names() map[string]*ChannelGroup {
	names := map[string]*ChannelGroup{}
	for _, group := range g.named {
		if name, ok := group.Name.Get(); ok {
			names[name] = group
		}
	}
	return names
}

// defaultMemberGroup is the group that a channel may have without being told to.
const defaultMemberGroup = "default"

// Has returns the group of a member, if it is certain. It is No where a channel with groups has none of that name.
func (g ChannelGroups) Has(m *ChannelMember) (*ChannelGroup, Verdict) {
	name, ok := m.Group.Get()
	switch group := g.named[strings.ToLower(name)]; {
	case !ok || name == "":
		return nil, Unsure
	case group != nil:
		return group, Yes
	case !g.allNamed || len(g.named) == 0 || strings.EqualFold(name, defaultMemberGroup):
		return nil, Unsure
	}
	return nil, No
}

// Usable reports whether a member gets calls: it is not disabled, and has no weight of 0.
func (g ChannelGroups) Usable(m *ChannelMember) Verdict {
	switch {
	case m.Status.Is(2) || m.Weight.Is(0) && g.weigh(m) == No:
		return No
	case m.Status.Unknown() || m.Weight.Unknown() || m.Weight.Is(0) && g.weigh(m) == Unsure:
		return Unsure
	}
	return Yes
}

// weigh reports whether the group of a member has a weight, which stands for that of its members.
func (g ChannelGroups) weigh(m *ChannelMember) Verdict {
	switch group, has := g.Has(m); {
	case has == Yes:
		return group.weighs()
	case has == No || m.Group.Absent() || m.Group.Is("") || g.Any((*ChannelGroup).weighs) == No:
		return No
	}
	return Unsure
}

// weighs reports whether the group has a weight for its members.
func (g *ChannelGroup) weighs() Verdict {
	weight, known := g.Weight.Or(0)
	switch {
	case !known:
		return Unsure
	case weight == 0:
		return No
	}
	return Yes
}
