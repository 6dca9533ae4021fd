package lint

import (
	"cmp"
	"maps"
	"path"
	"slices"
)

// Identity is what makes a finding the same before and after a change, wherever its text is: the rule, what it is
// about, and where in it. Several findings may have one identity, and are counted.
type Identity struct {
	// Root is the directory of the root module, as [Finding.Root] is. For a finding about the text itself it is the
	// directory of the file.
	Root string
	// Rule is the rule's ID.
	Rule string
	// Resource is the address of the one instance that it is about, "" for the text itself.
	Resource string
	// Path is the place in the resource, or the name of the file for the text itself.
	Path string
}

// Compare orders identities by root, rule, resource and path.
func (id Identity) Compare(other Identity) int {
	return cmp.Or(
		cmp.Compare(id.Root, other.Root), cmp.Compare(id.Rule, other.Rule),
		cmp.Compare(id.Resource, other.Resource), cmp.Compare(id.Path, other.Path),
	)
}

// Identities answers an identity for each instance that the finding is about.
func (f *Finding) Identities() []Identity {
	singles := f.singles()
	ids := make([]Identity, len(singles))
	for i, single := range singles {
		ids[i] = single.identity()
	}
	return ids
}

func (f *Finding) identity() Identity {
	if f.Resource == "" {
		dir, file := path.Split(f.Range.Filename)
		return Identity{Root: path.Clean(dir), Rule: f.Rule.ID, Path: file}
	}
	return Identity{Root: f.Root, Rule: f.Rule.ID, Resource: f.Resource, Path: f.Path}
}

// Place gives the findings of a plan, which has no directory, that of its root module.
func (r *Review) Place(root string) {
	for _, f := range slices.Concat(r.Introduced, r.Unchanged, r.Fixed, r.Accepted) {
		f.Root = root
		for _, single := range f.merged {
			single.Root = root
		}
	}
}

// singles answers the findings of one instance each that the finding was made of.
func (f *Finding) singles() []*Finding {
	if f.merged == nil {
		return []*Finding{f}
	}
	return f.merged
}

// singles takes findings apart that stand for several instances.
func singles(findings []*Finding) []*Finding {
	all := make([]*Finding, 0, len(findings))
	for _, f := range findings {
		all = append(all, f.singles()...)
	}
	return all
}

// Known says how many findings there were of each identity.
type Known map[Identity]int

// Know counts findings, one for each instance that they are about.
func Know(findings []*Finding) Known {
	known := Known{}
	for _, f := range singles(findings) {
		known[f.identity()]++
	}
	return known
}

// Rename gives what is known the identities that it has now.
func (k Known) Rename(renamed func(Identity) Identity) Known {
	now := Known{}
	for id, n := range k {
		now[renamed(id)] += n
	}
	return now
}

// Acceptable leaves out what no baseline may hold: the findings that are mandatory.
func (k Known) Acceptable(findings []*Finding) Known {
	acceptable := maps.Clone(k)
	for _, f := range findings {
		if f.Mandatory {
			for _, id := range f.Identities() {
				delete(acceptable, id)
			}
		}
	}
	return acceptable
}

// split tells findings that were there before from new ones. Each that was there is there once: it is taken out of the
// counts.
func split(before Known, after []*Finding) (introduced, unchanged []*Finding) {
	for _, f := range after {
		if id := f.identity(); before[id] > 0 {
			before[id]--
			unchanged = append(unchanged, f)
		} else {
			introduced = append(introduced, f)
		}
	}
	return introduced, unchanged
}

// apart splits findings as split does, those that stand for several instances among them: instances that are new and
// instances that were there become two findings.
func apart(before Known, after []*Finding) (introduced, unchanged []*Finding) {
	for _, f := range after {
		in, un := split(before, f.singles())
		introduced = append(introduced, f.only(in)...)
		unchanged = append(unchanged, f.only(un)...)
	}
	return introduced, unchanged
}

// only answers the finding for some of its instances alone.
func (f *Finding) only(singles []*Finding) []*Finding {
	if len(singles) == len(f.singles()) {
		return []*Finding{f}
	}
	parts := merge(singles)
	if !slices.ContainsFunc(f.singles(), func(single *Finding) bool { return single.Level == f.Level }) {
		for _, part := range parts {
			part.Level = f.Level // it was given to the whole
		}
	}
	return parts
}

// Subtract takes what is known out of a result. Gone is what is known and not there any more, not even where comments or
// settings hide it.
func Subtract(known Known, r Result) (introduced, unchanged []*Finding, gone Known) {
	gone = maps.Clone(known)
	introduced, unchanged = apart(gone, r.Findings)
	split(gone, singles(r.Suppressed))
	split(gone, r.Disabled)
	maps.DeleteFunc(gone, func(_ Identity, n int) bool { return n == 0 })
	return introduced, unchanged, gone
}

// Compare takes the difference of what was found before a change and what is found after it. Renamed answers what the
// identities of before are now.
func Compare(before, after Result, renamed func(Identity) Identity) Review {
	introduced, unchanged, gone := Subtract(Know(before.Findings).Rename(renamed), after)
	var fixed []*Finding
	for _, f := range singles(before.Findings) {
		if id := renamed(f.identity()); gone[id] > 0 {
			gone[id]--
			fixed = append(fixed, f)
		}
	}
	return Review{Introduced: introduced, Unchanged: unchanged, Fixed: merge(fixed)}
}
