package lint

import (
	"cmp"
	"maps"
	"path"
	"slices"

	"github.com/apiglint/apiglint/schema"
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

// Identities returns an identity for each instance that the finding is about.
func (f *Finding) Identities() []Identity {
	instances := f.instances()
	ids := make([]Identity, len(instances))
	for i, single := range instances {
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

// instances returns the findings of one instance each that the finding was made of.
func (f *Finding) instances() []*Finding {
	if f.merged == nil {
		return []*Finding{f}
	}
	return f.merged
}

// perInstance takes findings apart that stand for several instances.
func perInstance(findings []*Finding) []*Finding {
	all := make([]*Finding, 0, len(findings))
	for _, f := range findings {
		all = append(all, f.instances()...)
	}
	return all
}

// Counts says how many findings there were of each identity.
type Counts map[Identity]int

// CountsOf counts findings, one for each instance that they are about.
func CountsOf(findings []*Finding) Counts {
	counts := Counts{}
	for _, f := range perInstance(findings) {
		counts[f.identity()]++
	}
	return counts
}

// Rename returns the counts by the identities of now.
func (c Counts) Rename(renamed func(Identity) Identity) Counts {
	now := Counts{}
	for id, n := range c {
		now[renamed(id)] += n
	}
	return now
}

// Acceptable leaves out what no baseline may hold: the findings that are mandatory.
func (c Counts) Acceptable(findings []*Finding) Counts {
	acceptable := maps.Clone(c)
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
// counts, which are by the identities that as makes.
func split(before Counts, after []*Finding, as func(Identity) Identity) (introduced, unchanged []*Finding) {
	for _, f := range after {
		if id := as(f.identity()); before[id] > 0 {
			before[id]--
			unchanged = append(unchanged, f)
		} else {
			introduced = append(introduced, f)
		}
	}
	return introduced, unchanged
}

// splitInstances splits findings as split does, those that stand for several instances among them: instances that are new and
// instances that were there become two findings.
func splitInstances(before Counts, after []*Finding, as func(Identity) Identity) (introduced, unchanged []*Finding) {
	for _, f := range after {
		in, un := split(before, f.instances(), as)
		introduced = append(introduced, f.limitedTo(in)...)
		unchanged = append(unchanged, f.limitedTo(un)...)
	}
	return introduced, unchanged
}

// limitedTo returns the finding for some of its instances alone.
func (f *Finding) limitedTo(instances []*Finding) []*Finding {
	if len(instances) == len(f.instances()) {
		return []*Finding{f}
	}
	parts := merge(instances)
	if !slices.ContainsFunc(f.instances(), func(single *Finding) bool { return single.Level == f.Level }) {
		for _, part := range parts {
			part.Level = f.Level // it was given to the whole
		}
	}
	return parts
}

// Subtract takes what is known out of a result. Gone is what is known and not there any more, not even where comments or
// settings hide it.
func Subtract(known Counts, r Result) (introduced, unchanged []*Finding, gone Counts) {
	return subtract(known, r, func(id Identity) Identity { return id })
}

func subtract(known Counts, r Result, as func(Identity) Identity) (introduced, unchanged []*Finding, gone Counts) {
	gone = maps.Clone(known)
	introduced, unchanged = splitInstances(gone, r.Findings, as)
	split(gone, perInstance(r.Suppressed), as)
	split(gone, r.Disabled, as)
	maps.DeleteFunc(gone, func(_ Identity, n int) bool { return n == 0 })
	return introduced, unchanged, gone
}

// Compare takes the difference of what was found in configurations before a change and what is found in them after it. Renamed
// returns what the identities of before are now. A finding about a resource stays where the resource becomes a block of
// its owner, and the other way round.
func Compare(before, after Result, was, is []*schema.Config, renamed func(Identity) Identity) Review {
	as := rewritten(was, is, renamed)
	now := func(id Identity) Identity { return as(renamed(id)) }
	introduced, unchanged, gone := subtract(CountsOf(before.Findings).Rename(now), after, as)
	var fixed []*Finding
	for _, f := range perInstance(before.Findings) {
		if id := now(f.identity()); gone[id] > 0 {
			gone[id]--
			fixed = append(fixed, f)
		}
	}
	return Review{Introduced: introduced, Unchanged: unchanged, Fixed: merge(fixed)}
}
