package facts

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/apiglint/apiglint/schema/facts/internal/table"
)

// home is the prefix of the names in the tables.
const home = "huaweicloud"

// prefixes are the providers whose types are looked up in the tables. A sister
// provider's type answers the facts of the type of the same name here.
var prefixes = []string{home}

// Prefixes answers the provider prefixes of the resource types that the tables
// know, without the underscore.
func Prefixes() []string { return slices.Clone(prefixes) }

// Version answers the provider version that the facts are about, as the tables
// state it: a release, and the commits after it.
func Version() string { return index().version }

// Canonical answers the tables' name of a resource type. It resolves aliases
// (huaweicloud_vpc_v1 is huaweicloud_vpc) and the sister providers' prefixes.
// ok is false if the provider has no such type.
func Canonical(typeName string) (canonical string, ok bool) {
	return index().resources.canonical(typeName)
}

// CanonicalData is [Canonical] for data sources.
func CanonicalData(typeName string) (canonical string, ok bool) {
	return index().dataSources.canonical(typeName)
}

// Resource answers the facts of a resource type under any of its names; nil if
// there is none. The first call for a type decodes them; every call answers
// the same value, which is not to be changed. It may be called from several
// goroutines.
func Resource(typeName string) *Type {
	return index().resources.load(typeName)
}

// Data is [Resource] for data sources.
func Data(typeName string) *Type {
	return index().dataSources.load(typeName)
}

// ResourceTypes answers every name of a resource type, aliases too, sorted.
func ResourceTypes() []string { return index().resources.names() }

// DataTypes answers every name of a data source, aliases too, sorted.
func DataTypes() []string { return index().dataSources.names() }

// General answers the constraints of more than one resource type; the Resource
// of each is a pattern with * in it. They are not in [Type.Constraints].
func General() []*Constraint { return slices.Clone(index().general) }

type contents struct {
	version                string
	resources, dataSources *catalog
	general                []*Constraint
}

var index = sync.OnceValue(func() *contents {
	var t table.Index
	read(indexFile, &t)
	return &contents{
		version:     t.About.ProviderVersion,
		resources:   newCatalog(resourcesFolder, t.Resources, t.ResourceAliases),
		dataSources: newCatalog(dataFolder, t.DataSources, t.DataSourceAliases),
		general:     constraints(t.Constraints),
	}
})

// catalog holds the types of one folder.
type catalog struct {
	byName map[string]string       // every name -> canonical name
	types  map[string]func() *Type // canonical name -> the type, decoded on the first call
}

func newCatalog(folder string, types []string, aliases map[string]string) *catalog {
	c := &catalog{
		byName: make(map[string]string, len(types)+len(aliases)),
		types:  make(map[string]func() *Type, len(types)),
	}
	maps.Copy(c.byName, aliases)
	for _, name := range types {
		c.byName[name] = name
		c.types[name] = sync.OnceValue(func() *Type {
			var t table.Type
			read(folder+name+".json", &t)
			return newType(&t)
		})
	}
	return c
}

func (c *catalog) canonical(typeName string) (string, bool) {
	for _, prefix := range prefixes {
		rest, ok := strings.CutPrefix(typeName, prefix+"_")
		if !ok {
			continue
		}
		if name, ok := c.byName[home+"_"+rest]; ok {
			return name, true
		}
	}
	return "", false
}

func (c *catalog) load(typeName string) *Type {
	name, ok := c.canonical(typeName)
	if !ok {
		return nil
	}
	return c.types[name]()
}

func (c *catalog) names() []string {
	return slices.Sorted(maps.Keys(c.byName))
}

// read panics when a file does not decode: the files are part of the program,
// and a test holds that each of them does.
func read(name string, v any) {
	data, err := files.ReadFile(name)
	if err == nil {
		err = table.Decode(data, v)
	}
	if err != nil {
		panic(fmt.Sprintf("facts: %s: %v", name, err))
	}
}
