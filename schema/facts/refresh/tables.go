package main

import (
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/apiglint/apiglint/schema/facts"
)

// tables is the content of data/.
type tables struct {
	index       *facts.Index
	resources   map[string]*facts.Type
	dataSources map[string]*facts.Type
}

func load(data fs.FS) (*tables, error) {
	t := &tables{&facts.Index{}, map[string]*facts.Type{}, map[string]*facts.Type{}}
	if err := decode(data, "index.json", t.index); err != nil {
		return nil, err
	}
	for folder, types := range map[string]map[string]*facts.Type{"resources": t.resources, "datasources": t.dataSources} {
		files, err := fs.Glob(data, folder+"/*.json")
		if err != nil {
			return nil, err
		}
		for _, file := range files {
			name := strings.TrimSuffix(path.Base(file), ".json")
			types[name] = &facts.Type{}
			if err := decode(data, file, types[name]); err != nil {
				return nil, err
			}
			if types[name].Name != name {
				return nil, fmt.Errorf("%s: the name in it is %q", file, types[name].Name)
			}
		}
	}
	return t, nil
}

func decode(folder fs.FS, name string, v any) error {
	text, err := fs.ReadFile(folder, name)
	if err == nil {
		err = facts.Decode(text, v)
	}
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

// encode returns the files by their names.
func (t *tables) encode() (map[string][]byte, error) {
	t.index.Resources, t.index.ResourceAliases = listed(t.resources)
	t.index.DataSources, t.index.DataSourceAliases = listed(t.dataSources)
	files := map[string][]byte{}
	var err error
	add := func(name string, v any) {
		if err == nil {
			files[name], err = facts.Encode(v)
		}
	}
	add("index.json", t.index)
	for name, one := range t.resources {
		add("resources/"+name+".json", one)
	}
	for name, one := range t.dataSources {
		add("datasources/"+name+".json", one)
	}
	return files, err
}

// listed returns the names of types, and those that each has besides.
func listed(types map[string]*facts.Type) (names []string, aliases map[string]string) {
	aliases = map[string]string{}
	for name, t := range types {
		for _, alias := range t.Aliases {
			aliases[alias] = name
		}
	}
	return slices.Sorted(maps.Keys(types)), aliases
}
