package schema

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/hashicorp/go-version"

	"github.com/apiglint/apiglint/schema/facts"
	"github.com/apiglint/apiglint/schema/terraform"
)

// Provider is which releases of the provider a root module may run with: the one in the dependency lock file, else those that
// required_providers of all modules allow, else the newest.
type Provider struct {
	// allowed are the releases that the facts know, the oldest first. Where there are none it is the newest, or a newer one.
	allowed []*version.Version
	// newer says that it may be a release that the facts do not know.
	newer bool
	// written is what says so.
	written string
}

// remade are the first and the last of the releases whose tags were made anew, with what only the last of them had before:
// what came with one of them may be in each.
var remade = [2]string{"1.63.0", "1.64.3"}

// address is the source address of the provider without a host.
const address = "huaweicloud/huaweicloud"

// providerOf reads which releases of the provider a root module may run with.
func providerOf(root *terraform.Root) *Provider {
	if text := root.Locked()[address]; text != "" {
		return lockedAt(text)
	}
	var constraints version.Constraints
	for _, m := range root.ModuleInstances() {
		for _, r := range m.Module.Required {
			if r.Version == "" || !strings.HasSuffix(r.Source, address) && (r.Source != "" || r.Name != facts.Home) {
				continue
			}
			if parsed, err := version.NewConstraint(r.Version); err == nil {
				constraints = append(constraints, parsed...)
			}
		}
	}
	if len(constraints) == 0 {
		return &Provider{}
	}
	all := releases()
	newest := all[len(all)-1]
	allowed := allowedBy(all, constraints.Check)
	return &Provider{allowed: allowed, newer: len(allowed) == 0 || constraints.Check(next(newest)), written: constraints.String()}
}

// lockedAt returns the provider of a dependency lock file.
func lockedAt(text string) *Provider {
	locked, err := version.NewVersion(text)
	if err != nil {
		return &Provider{}
	}
	all := releases()
	return &Provider{allowed: allowedBy(all, locked.Equal), newer: locked.GreaterThan(all[len(all)-1]), written: locked.String()}
}

func allowedBy(all []*version.Version, allows func(*version.Version) bool) []*version.Version {
	return slices.DeleteFunc(slices.Clone(all), func(v *version.Version) bool { return !allows(v) })
}

// releases are those of the facts, the oldest first.
var releases = sync.OnceValue(func() []*version.Version {
	var all []*version.Version
	for _, text := range facts.Releases() {
		all = append(all, version.Must(version.NewVersion(text)))
	}
	slices.SortFunc(all, (*version.Version).Compare)
	return all
})

// next is a release that the facts do not know.
func next(newest *version.Version) *version.Version {
	segments := newest.Segments()
	return version.Must(version.NewVersion(fmt.Sprintf("%d.%d.0", segments[0], segments[1]+1)))
}

// Has reports whether the provider has what came with a release, "" for what all releases have.
func (p *Provider) Has(since string) Verdict {
	if since == "" || len(p.allowed) == 0 {
		return Yes
	}
	oldest, newest := p.allowed[0], p.allowed[len(p.allowed)-1]
	first := version.Must(version.NewVersion(since))
	switch {
	case notOlder(oldest, since):
		return Yes
	case notOlder(newest, since) || p.newer,
		notOlder(newest, remade[0]) && notOlder(first, remade[0]) && notOlder(version.Must(version.NewVersion(remade[1])), since):
		return Unsure
	}
	return No
}

// Installs reports whether the newest release that is allowed, which terraform init installs, is not older than a release.
func (p *Provider) Installs(since string) bool {
	return p.newer || len(p.allowed) == 0 || notOlder(p.allowed[len(p.allowed)-1], since)
}

// notOlder reports whether a version is not older than a release, which is a fact and certainly one.
func notOlder(v *version.Version, release string) bool {
	return v.GreaterThanOrEqual(version.Must(version.NewVersion(release)))
}

// MayHave reports whether the provider may have what was gone after a release.
func (p *Provider) MayHave(last string) bool {
	end := version.Must(version.NewVersion(last))
	return slices.ContainsFunc(p.allowed, func(v *version.Version) bool { return v.LessThanOrEqual(end) })
}

// MayBeNewer reports whether it may be a release that the facts do not know.
func (p *Provider) MayBeNewer() bool { return p.newer }

// String is the version, or the constraints, that are written.
func (p *Provider) String() string { return p.written }
