package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/hashicorp/go-version"

	"github.com/apiglint/apiglint/schema/facts/refresh/source"
)

// rebuilt are the tags that were made anew in May 2024, from the code of v1.64.3, with the commits that were released under
// them at first: those that wrote their part of the change log.
var rebuilt = map[string]string{
	"v1.63.0": "9da74dc0be",
	"v1.63.1": "43dc4dfc53",
	"v1.63.2": "272826b37c",
	"v1.64.0": "078dfab32d",
	"v1.64.1": "4a3704c506",
	"v1.64.2": "adadf416db",
}

// release is a release of the provider, with the commit that is read for it.
type release struct{ version, commit string }

// releases returns the releases of a repository, the oldest first: from the first one on that the facts know to HEAD.
func releases(repository *source.Repository, known []string) ([]release, error) {
	tags, err := repository.Tags()
	if err != nil {
		return nil, err
	}
	found, err := tagged(tags, known[0])
	if err != nil {
		return nil, err
	}
	if lost := missing(known, found); len(lost) > 0 {
		return nil, fmt.Errorf("no tag of %s: git fetch --tags", strings.Join(lost, ", "))
	}
	if newest := found[len(found)-1]; !repository.Leads(newest.commit, "HEAD") {
		return nil, fmt.Errorf("HEAD is older than %s: check out that or a newer commit", newest.commit)
	}
	return found, nil
}

// tagged returns the releases that tags stand for, from one on.
func tagged(tags []string, first string) ([]release, error) {
	oldest, err := version.NewVersion(first)
	if err != nil {
		return nil, err
	}
	var all []*version.Version
	for _, tag := range tags {
		v, err := version.NewSemver(strings.TrimPrefix(tag, "v"))
		if err == nil && strings.HasPrefix(tag, "v") && v.Prerelease() == "" && !v.LessThan(oldest) {
			all = append(all, v)
		}
	}
	slices.SortFunc(all, (*version.Version).Compare)
	var found []release
	for _, v := range all {
		tag := "v" + v.String()
		r := release{v.String(), tag}
		if commit := rebuilt[tag]; commit != "" {
			r.commit = commit
		}
		found = append(found, r)
	}
	return found, nil
}

// missing returns the releases of the facts that a repository has no tag of.
func missing(known []string, found []release) []string {
	return slices.DeleteFunc(slices.Clone(known), func(v string) bool {
		return slices.ContainsFunc(found, func(r release) bool { return r.version == v })
	})
}
