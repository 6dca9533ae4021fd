package schema

// features are the features of gateways by what they are looked up by.
type features struct {
	named map[featureKey][]*Feature
	// unnamed are the gateways with a feature whose name is not known.
	unnamed map[*Gateway]bool
	// loose are the names of those whose gateway is not certain, and anything says that one of them may have any name.
	loose    map[string]bool
	anything bool
}

type featureKey struct {
	gateway *Gateway
	name    string
}

func featuresIn(k *Kinds) features {
	found := features{named: map[featureKey][]*Feature{}, unnamed: map[*Gateway]bool{}, loose: map[string]bool{}}
	for _, f := range k.Features {
		name, ok := f.Name.Get()
		if g := f.Gateway.Target(); g != nil && ok {
			key := featureKey{g, name}
			found.named[key] = append(found.named[key], f)
		} else if g != nil {
			found.unnamed[g] = true
		}
		if f.Gateway.Loose() {
			found.loose[name] = found.loose[name] || ok
			found.anything = found.anything || !ok
		}
	}
	return found
}

// FeatureOf reports whether a feature of a gateway is on, and the resource that says so, if there is one. It is Unsure
// where several may say so.
func (c *Config) FeatureOf(g *Gateway, name string) (Verdict, *Feature) {
	all := c.links.features()
	found := all.named[featureKey{g, name}]
	doubt := all.unnamed[g] || all.loose[name] || all.anything || g.Elsewhere()
	switch {
	case len(found) == 0 && (doubt || reaches[Feature](&c.Kinds, g)):
		return Unsure, nil
	case len(found) == 0:
		return No, nil
	case doubt || len(found) > 1 || found[0].Symbolic() || found[0].Ignores("enabled"):
		return Unsure, found[0]
	}
	switch enabled, known := found[0].Enabled.Or(false); {
	case !known:
		return Unsure, found[0]
	case enabled:
		return Yes, found[0]
	}
	return No, found[0]
}
