package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/apiglint/apiglint/schema/facts"
	"github.com/apiglint/apiglint/schema/facts/refresh/source"
)

// gateway is what the names of the gateway's types begin with: of these, new ones are taken in.
const gateway = facts.Home + "_apig_"

// refresh brings the tables to what a repository of the provider says, and returns what is left to read.
func refresh(t *tables, repository *source.Repository) (said []string, err error) {
	all, err := releases(repository, t.index.Releases)
	if err != nil {
		return nil, err
	}
	kinds := []*kind{
		{what: "resource", types: t.resources, registered: (*source.Commit).Resources, update: updateType},
		{what: "data source", types: t.dataSources, registered: (*source.Commit).DataSources, update: updateData},
	}
	head, err := repository.At("HEAD")
	if err != nil {
		return nil, err
	}
	for _, k := range kinds {
		if k.newest, err = k.registered(head); err != nil {
			return nil, err
		}
		k.adopt()
		k.readNewest()
	}
	t.index.Releases = nil
	for at, r := range all {
		commit, err := repository.At(r.commit)
		if err != nil {
			return nil, err
		}
		t.index.Releases = append(t.index.Releases, r.version)
		for _, k := range kinds {
			if err := k.note(at, commit); err != nil {
				return nil, fmt.Errorf("v%s: %w", r.version, err)
			}
		}
	}
	if err := about(&t.index.About, repository); err != nil {
		return nil, err
	}
	said = []string{fmt.Sprintf("%d releases, up to %s; the newest schemas are those of %s", len(all), all[len(all)-1].version, t.index.About.ProviderVersion)}
	for _, k := range kinds {
		k.history.releases = t.index.Releases
		said = append(said, k.refresh()...)
	}
	return said, nil
}

func about(a *facts.About, repository *source.Repository) (err error) {
	if a.ProviderVersion, err = repository.Describe(); err != nil {
		return err
	}
	a.SDK, err = repository.SDK()
	return err
}

// kind is one of the two kinds of types.
type kind struct {
	what       string
	types      map[string]*facts.Type // those of the tables
	registered func(*source.Commit) (*source.Types, error)
	update     func(t, read *facts.Type)

	newest  *source.Types
	read    map[string]*facts.Type // the types as they are by now, without dates
	doubts  map[string][]string    // what of them is not understood
	history history
	said    []string
}

// adopt takes the types of the gateway in that are new, and gives each type the other names that it has.
func (k *kind) adopt() {
	byCall := map[string]*facts.Type{}
	for name, t := range k.types {
		if k.newest.Has(name) {
			byCall[k.newest.Call(name)] = t
			t.Aliases = nil
		}
	}
	for _, name := range k.newest.Names() {
		call := k.newest.Call(name)
		switch t := byCall[call]; {
		case t != nil && t.Name != name:
			t.Aliases = append(t.Aliases, name)
		case t == nil && strings.HasPrefix(name, gateway):
			t = &facts.Type{Name: name}
			byCall[call], k.types[name] = t, t
		}
	}
}

// readNewest reads the types as they are by now.
func (k *kind) readNewest() {
	k.read, k.doubts = map[string]*facts.Type{}, map[string][]string{}
	for name, t := range k.types {
		updated := *t
		if k.newest.Has(name) {
			read, doubts := k.newest.Read(name)
			delete(read.Attrs, "id") // every type has it
			k.update(&updated, read)
			k.doubts[name] = doubts
		}
		k.read[name] = &updated
	}
}

// note notes what a release has.
func (k *kind) note(at int, commit *source.Commit) error {
	types, err := k.registered(commit)
	if err != nil {
		return err
	}
	for name, t := range k.types {
		for _, each := range append([]string{name}, t.Aliases...) {
			k.history.note(at, types, each, k.read[name])
		}
	}
	return nil
}

// refresh brings the types to what was read, and returns what is to be said of it.
func (k *kind) refresh() []string {
	for _, name := range slices.Sorted(maps.Keys(k.types)) {
		t, p := k.types[name], k.history.types[name]
		switch isNew := len(t.Attrs) == 0; {
		case isNew && p == nil:
			k.say(t, "is in no release yet: left out")
			delete(k.types, name)
		case p == nil || !k.newest.Has(name):
			k.say(t, "is not in the provider any more: kept as it was")
		default:
			k.refreshType(t, p)
		}
	}
	return k.said
}

func (k *kind) say(t *facts.Type, format string, args ...any) {
	k.said = append(k.said, k.what+" "+t.Name+": "+fmt.Sprintf(format, args...))
}

func (k *kind) refreshType(t *facts.Type, p *presence) {
	if doubts := append(k.doubts[t.Name], k.history.doubts(p)...); len(doubts) > 0 {
		k.say(t, "kept as it was, because this is not understood:\n\t%s", strings.Join(doubts, "\n\t"))
		if len(t.Attrs) == 0 {
			delete(k.types, t.Name)
		}
		return
	}
	updated := k.read[t.Name]
	k.leaveOut(updated, updated.Attrs, p, "")
	k.history.date(updated, p)
	k.compare(updated, paths(t.Attrs, ""), paths(updated.Attrs, ""))
	k.types[t.Name] = updated
	for _, path := range slices.Sorted(maps.Keys(p.arguments)) {
		for _, gap := range p.arguments[path].gaps {
			k.say(t, "%s is in no release after %s and before %s", path, k.history.releases[gap[0]], k.history.releases[gap[1]])
		}
	}
}

// leaveOut leaves out what no release has.
func (k *kind) leaveOut(t *facts.Type, attrs map[string]*facts.Attr, p *presence, below string) {
	for _, name := range slices.Sorted(maps.Keys(attrs)) {
		path := below + name
		if p.arguments[path] == nil {
			k.say(t, "%s is in no release yet: left out", path)
			delete(attrs, name)
			continue
		}
		k.leaveOut(t, attrs[name].Attrs, p, path+".")
	}
}

func paths(attrs map[string]*facts.Attr, below string) map[string]bool {
	all := map[string]bool{}
	for name, a := range attrs {
		all[below+name] = true
		maps.Copy(all, paths(a.Attrs, below+name+"."))
	}
	return all
}

// compare says which arguments a type has gained and lost.
func (k *kind) compare(t *facts.Type, before, after map[string]bool) {
	if len(before) == 0 {
		k.say(t, "is new: only its code was read")
		return
	}
	for _, path := range slices.Sorted(maps.Keys(after)) {
		if !before[path] {
			k.say(t, "%s is new: only its code was read", path)
		}
	}
	for _, path := range slices.Sorted(maps.Keys(before)) {
		if !after[path] {
			k.say(t, "%s is gone", path)
		}
	}
}
