package judge_test

import (
	"maps"
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/apiglint/apiglint/schema/facts"
)

// generator makes resources of a type, the same ones for the same seed.
type generator struct {
	*rand.Rand
	of *facts.Type
}

func newGenerator(seed uint64, of *facts.Type) *generator {
	return &generator{rand.New(rand.NewPCG(seed, uint64(len(of.Name)))), of}
}

// attempts bounds how often a resource is begun anew: some random choices lead nowhere.
const attempts = 20

// faultless returns a resource that the facts allow, in which what stands at a path is set; nil where none is found.
func (g *generator) faultless(path string) *entry {
	for range attempts {
		root := &entry{name: g.of.Name}
		if g.fill(root, g.of.Attrs, "", path) && g.relate(root, path) && (path == "" || root.at(path) != nil) {
			return root
		}
	}
	return nil
}

// fill gives a block what is required, what leads to a path, and some of the rest.
func (g *generator) fill(block *entry, attrs map[string]*facts.Attr, prefix, path string) bool {
	for _, name := range slices.Sorted(maps.Keys(attrs)) {
		a := attrs[name]
		wanted := a.Required || a.DocRequired || path == prefix+name || strings.HasPrefix(path, prefix+name+".")
		ordinary := a.Deprecated == "" && !a.Internal && !a.Undocumented && !a.DocReadOnly
		if a.ReadOnly() || prefix+name == "id" || !wanted && (!ordinary || g.IntN(4) > 0) {
			continue
		}
		made := g.entries(a, prefix+name, path)
		if made == nil && wanted {
			return false
		}
		block.inner = append(block.inner, made...)
	}
	return true
}

// entries returns an argument, or as many blocks as are allowed; nil where nothing is known of what is in them.
func (g *generator) entries(a *facts.Attr, at, path string) []*entry {
	if !a.Block {
		if v := g.valid(a); v != cty.NilVal {
			return []*entry{{name: a.Name, value: v}}
		}
		return nil
	}
	if a.NestedOmitted {
		return nil
	}
	n := max(1, a.MinItems)
	if a.MaxItems != 1 && a.DocMaxItems != 1 {
		n += g.IntN(2)
	}
	all := make([]*entry, n)
	for i := range all {
		all[i] = &entry{name: a.Name}
		if !g.fill(all[i], a.Attrs, at+".", path) {
			return nil
		}
	}
	return all
}

// relate adds and removes until the relations between arguments hold that the schema states, and keeps what is at a path.
func (g *generator) relate(root *entry, keep string) bool {
	for range 3 * attempts {
		again := false
		ok := true
		eachAttr(g.of.Attrs, "", func(path string, a *facts.Attr) {
			if again || !ok || !a.Configurable() || root.at(parent(path)) == nil {
				return
			}
			again, ok = g.mend(root, path, a, keep)
		})
		if !ok || !again {
			return ok
		}
	}
	return false
}

// mend mends one relation of an argument that does not hold.
func (g *generator) mend(root *entry, path string, a *facts.Attr, keep string) (changed, ok bool) {
	set := root.at(path) != nil
	partners := func(addresses []string) (written, absent []string) {
		for _, other := range dotted(addresses) {
			if root.at(other) != nil {
				written = append(written, other)
			} else if root.at(parent(other)) != nil {
				absent = append(absent, other)
			}
		}
		return written, absent
	}
	if written, _ := partners(a.ConflictsWith); set && len(written) > 0 {
		return true, g.drop(root, keep, append(written, path)...)
	}
	if _, absent := partners(a.RequiredWith); set && len(absent) > 0 {
		return true, g.add(root, absent[0], keep)
	}
	if written, absent := partners(a.ExactlyOneOf); len(a.ExactlyOneOf) > 0 {
		switch {
		case set && len(written) > 0:
			return true, g.drop(root, keep, append(written, path)...)
		case !set && len(written) == 0:
			return true, g.add(root, pick(g.Rand, append(absent, path)), keep)
		case len(written) > 1:
			return true, g.drop(root, keep, written...)
		}
	}
	if written, absent := partners(a.AtLeastOneOf); len(a.AtLeastOneOf) > 0 && !set && len(written) == 0 {
		return true, g.add(root, pick(g.Rand, append(absent, path)), keep)
	}
	return false, true
}

// drop removes one of the arguments at some paths that may be removed.
func (g *generator) drop(root *entry, keep string, paths ...string) bool {
	g.Shuffle(len(paths), func(i, j int) { paths[i], paths[j] = paths[j], paths[i] })
	for _, path := range paths {
		if a := g.of.At(path); !a.Required && !a.DocRequired && path != keep && !strings.HasPrefix(keep, path+".") {
			root.at(parent(path)).remove(a.Name)
			return true
		}
	}
	return false
}

func (g *generator) add(root *entry, path, keep string) bool {
	made := g.entries(g.of.At(path), path, keep)
	block := root.at(parent(path))
	block.inner = append(block.inner, made...)
	return made != nil
}

// eachAttr visits the attributes of a type in a stable order, with their paths.
func eachAttr(attrs map[string]*facts.Attr, prefix string, visit func(path string, a *facts.Attr)) {
	for _, name := range slices.Sorted(maps.Keys(attrs)) {
		visit(prefix+name, attrs[name])
		if attrs[name].Configurable() {
			eachAttr(attrs[name].Attrs, prefix+name+".", visit)
		}
	}
}

// dotted turns the provider's addresses (web.0.path) into paths.
func dotted(addresses []string) []string {
	paths := make([]string, len(addresses))
	for i, address := range addresses {
		paths[i] = strings.ReplaceAll(address, ".0", "")
	}
	return paths
}

func parent(path string) string { return path[:max(0, strings.LastIndexByte(path, '.'))] }
