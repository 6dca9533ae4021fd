package main

import (
	"encoding/json"
	"strings"

	"github.com/apiglint/apiglint/schema/facts"
)

// sourceHistory is the table of what came and went with which release. Of much of it nothing is kept.
type sourceHistory struct {
	Releases    []string                      `json:"releases"`
	Types       map[string]*sourceTypeHistory `json:"types"`
	DataSources map[string]*sourceTypeHistory `json:"data_sources"`

	About    json.RawMessage `json:"about"`
	Rebuilt  json.RawMessage `json:"rebuilt"`
	SameAs   json.RawMessage `json:"same_as"`
	Provider json.RawMessage `json:"provider"`
}

type sourceTypeHistory struct {
	Since     string                            `json:"since"`
	Arguments map[string]*sourceArgumentHistory `json:"arguments"` // by dotted path

	Deprecated      string `json:"deprecated"`
	AliasOf         string `json:"alias_of"`
	ImportableSince string `json:"importable_since"`
}

type sourceArgumentHistory struct {
	Since    string `json:"since"`
	Last     string `json:"last"`
	ReadOnly bool   `json:"read_only"`
	// Changes are properties with what they were and what they are from a release on.
	Changes []map[string]any `json:"changes"`

	Gaps json.RawMessage `json:"gaps"`
}

// refusedSince returns the release that began to refuse changes of an argument, "" for one that always did.
func (a *sourceArgumentHistory) refusedSince() string {
	since := ""
	for _, change := range a.Changes {
		if pair, ok := change["non_updatable"].([]any); ok && len(pair) == 2 && pair[1] == true {
			in, _ := change["in"].(string)
			since = release(in)
		}
	}
	return since
}

// releases returns the versions without the letter that tags begin with.
func releases(h sourceHistory) []string {
	var all []string
	for _, tag := range h.Releases {
		all = append(all, release(tag))
	}
	return all
}

func release(tag string) string { return strings.TrimPrefix(tag, "v") }

// date says since when a type, its other names and its arguments are there. A type without a history has none.
func (h *sourceTypeHistory) date(t *facts.Type, all map[string]*sourceTypeHistory) {
	if h == nil {
		return
	}
	for _, alias := range t.Aliases {
		if a := all[alias]; a != nil && a.Since != "" {
			put(&t.AliasSince, alias, release(a.Since))
		}
	}
	t.Since = release(h.Since)
	for path, a := range h.Arguments {
		switch attr := t.At(path); {
		case attr != nil:
			attr.Since = release(a.Since)
			if attr.NonUpdatable {
				attr.NonUpdatableSince = a.refusedSince()
			}
		case a.Last != "" && !a.ReadOnly:
			put(&t.Gone, path, release(a.Last))
		}
	}
}

// put puts a value into a map that may not be there yet.
func put(m *map[string]string, key, value string) {
	if *m == nil {
		*m = map[string]string{}
	}
	(*m)[key] = value
}
