package facts

import (
	"maps"
	"slices"
	"sync"
)

// Home is the prefix of the names in the tables, without the underscore.
const Home = "huaweicloud"

// Version returns the provider version that the facts are about, as the tables
// state it: a release, and the commits after it.
func Version() string { return index().version }

// Releases returns the provider's releases as far as they were examined, such as 1.26.0, the oldest first.
func Releases() []string { return index().releases }

// Span returns the oldest and the newest release that was examined, as 1.26.0 to 1.97.1.
func Span() string {
	all := Releases()
	return all[0] + " to " + all[len(all)-1]
}

// Canonical returns the tables' name of a resource type. It resolves aliases
// (huaweicloud_vpc_v1 is huaweicloud_vpc) and the prefixes of sister providers.
// ok is false if the provider has no such type, or a sister's is not certainly
// the same.
func Canonical(typeName string) (canonical string, ok bool) {
	return index().resources.canonical(typeName)
}

// CanonicalData is [Canonical] for data sources. Those of sisters are not known.
func CanonicalData(typeName string) (canonical string, ok bool) {
	return index().dataSources.canonical(typeName)
}

// Resource returns the facts of a resource type under any of its names; nil if
// there is none. Of a sister's type they are fewer; see [Sister]. The first call for a type decodes them; every call answers
// the same value, which is not to be changed. It may be called from several
// goroutines.
func Resource(typeName string) *Type {
	return index().resources.load(typeName)
}

// Data is [Resource] for data sources.
func Data(typeName string) *Type {
	return index().dataSources.load(typeName)
}

// ResourceTypes returns every name of a resource type, aliases too, sorted. The
// sisters' are not among them.
func ResourceTypes() []string { return index().resources.names() }

// DataTypes returns every name of a data source, aliases too, sorted.
func DataTypes() []string { return index().dataSources.names() }

// General returns the constraints of more than one resource type; the Resource
// of each is a pattern with * in it. They are not in [Type.Constraints].
func General() []*Constraint { return slices.Clone(index().general) }

type contents struct {
	version                string
	releases               []string
	resources, dataSources *catalog
	general                []*Constraint
}

var index = sync.OnceValue(func() *contents {
	var t Index
	read(indexFile, &t)
	resources := newCatalog(resourcesFolder, t.Resources, t.ResourceAliases)
	resources.adopt(sisters)
	return &contents{
		version:     t.About.ProviderVersion,
		releases:    t.Releases,
		resources:   resources,
		dataSources: newCatalog(dataFolder, t.DataSources, t.DataSourceAliases),
		general:     t.Constraints,
	}
})

// catalog holds the types of one folder.
type catalog struct {
	byName map[string]string       // every name -> canonical name
	types  map[string]func() *Type // canonical name -> the type, decoded on the first call
	shared map[string]shared       // a sister's name -> what it shares with the tables
}

// shared is a sister's type.
type shared struct {
	canonical string
	facts     func() *Type
}

func newCatalog(folder string, types []string, aliases map[string]string) *catalog {
	c := &catalog{
		byName: make(map[string]string, len(types)+len(aliases)),
		types:  make(map[string]func() *Type, len(types)),
	}
	maps.Copy(c.byName, aliases)
	for _, name := range types {
		c.byName[name] = name
		c.types[name] = sync.OnceValue(func() *Type { return readType(folder + name + ".json") })
	}
	return c
}

func (c *catalog) canonical(typeName string) (string, bool) {
	if name, ok := c.byName[typeName]; ok {
		return name, true
	}
	s, ok := c.shared[typeName]
	return s.canonical, ok
}

func (c *catalog) load(typeName string) *Type {
	if s, ok := c.shared[typeName]; ok {
		return s.facts()
	}
	name, ok := c.canonical(typeName)
	if !ok {
		return nil
	}
	return c.types[name]()
}

func (c *catalog) names() []string {
	return slices.Sorted(maps.Keys(c.byName))
}
