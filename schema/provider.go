package schema

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/hashicorp/go-version"
	"github.com/hashicorp/hcl/v2"

	"github.com/apiglint/apiglint/schema/facts"
	"github.com/apiglint/apiglint/schema/terraform"
	"github.com/apiglint/apiglint/schema/terraform/configs"
)

// Provider is which releases of the provider a root module may run with: the one in the dependency lock file, else those that
// required_providers of all modules allow, else the newest.
type Provider struct {
	// allowed are the releases, the oldest first: those that the facts know, and what is written where they know none of it.
	// Where there are none no release is known that what is written allows.
	allowed []*version.Version
	// newer says that it may be a release that the facts do not know.
	newer bool
	// written is what says so, "" where nothing does and it is the newest, and locked that it is the lock file.
	written string
	locked  bool
	// asked are the answers of Has, by release: to read a version takes longer than to judge an argument.
	asked sync.Map
}

// remade are the first and the last of the releases whose tags were made anew, with what only the last of them had before:
// what came with one of them may be in each.
var remade = [2]string{"1.63.0", "1.64.3"}

// address is the source address of the provider without a host.
const address = "huaweicloud/huaweicloud"

// providerOf reads which releases of the provider a root module may run with, and remarks where no release can be meant: it is then judged
// as with the newest.
func providerOf(root *terraform.Root) *Provider {
	if text := root.Locked()[address]; text != "" {
		return lockedAt(text)
	}
	var constraints version.Constraints
	var written []string
	all := requirementsOf(root)
	for _, r := range all {
		constraints = append(constraints, r.constraints...)
		if !slices.Contains(written, r.text) {
			written = append(written, r.text)
		}
	}
	if len(constraints) == 0 {
		return &Provider{}
	}
	p := &Provider{written: strings.Join(written, " and ")}
	if p.allowed, p.newer = allowedBy(constraints); len(p.allowed) == 0 && !p.newer && unavailable(root, all) {
		return &Provider{}
	}
	return p
}

// unavailable remarks that no release fits what is required of one provider, by its source address, and reports whether there is such.
func unavailable(root *terraform.Root, all []requirement) bool {
	bySource := map[string][]requirement{}
	for _, r := range all {
		bySource[r.source] = append(bySource[r.source], r)
	}
	found := false
	for _, source := range slices.Sorted(maps.Keys(bySource)) {
		var constraints version.Constraints
		var written []string
		for _, r := range bySource[source] {
			constraints = append(constraints, r.constraints...)
			if quoted := strconv.Quote(r.text); !slices.Contains(written, quoted) {
				written = append(written, quoted)
			}
		}
		if allowed, newer := allowedBy(constraints); len(allowed) > 0 || newer {
			continue
		}
		found = true
		root.Remark(bySource[source][0].at, fmt.Sprintf("no release of the provider %s fits %s: terraform init fails; this is judged as with the newest known release, %s",
			source, strings.Join(written, " and "), newest()))
	}
	return found
}

// requirement is what a module says of the version of the provider with a source address.
type requirement struct {
	source, text string
	constraints  version.Constraints
	at           hcl.Range
}

// requirementsOf returns what the modules of a root say of the provider's version, those that no instance is made of among them:
// Terraform asks them, too. What is no constraint is left out.
func requirementsOf(root *terraform.Root) []requirement {
	var all []requirement
	asked := map[*configs.Module]bool{}
	ask := func(m *configs.Module) {
		if !asked[m] {
			asked[m] = true
			all = append(all, requirements(m)...)
		}
	}
	for _, m := range root.ModuleInstances() {
		ask(m.Module)
	}
	for _, m := range root.Modules() {
		ask(m)
	}
	return all
}

// requirements returns what a module says of the provider's version, in required_providers and in provider blocks, which said
// it before.
func requirements(m *configs.Module) []requirement {
	var all []requirement
	add := func(source, text string, at hcl.Range) {
		if parsed, err := version.NewConstraint(text); err == nil {
			all = append(all, requirement{strings.ToLower(source), text, parsed, at})
		}
	}
	foreign, source := false, address
	for _, name := range slices.Sorted(maps.Keys(m.Required)) {
		r := m.Required[name]
		switch {
		case isHome(r):
			if name == facts.Home {
				source = cmp.Or(r.Source, address)
			}
			if r.Version != "" {
				add(cmp.Or(r.Source, address), r.Version, r.Range)
			}
		case name == facts.Home:
			foreign = true // the name means another provider
		}
	}
	for _, p := range m.Providers {
		if name, _, _ := strings.Cut(p.Name, "."); name != facts.Home || foreign {
			continue
		}
		for _, body := range p.Bodies {
			if attr, ok := configs.Attributes(body, "version")["version"]; ok {
				add(source, configs.LiteralString(attr.Expr), attr.Range)
			}
		}
	}
	return all
}

// isHome reports whether a requirement is about the provider of the tables.
func isHome(r configs.Required) bool {
	if r.Source == "" {
		return r.Name == facts.Home
	}
	source := strings.ToLower(r.Source) // as Terraform compares them
	return source == address || strings.HasSuffix(source, "/"+address)
}

// RequiredIn returns where a module requires the provider with a version.
func RequiredIn(m *configs.Module) (hcl.Range, bool) {
	for _, name := range slices.Sorted(maps.Keys(m.Required)) {
		if r := m.Required[name]; isHome(r) && r.Version != "" {
			return r.Range, true
		}
	}
	return hcl.Range{}, false
}

// lockedAt returns the provider of a dependency lock file.
func lockedAt(text string) *Provider {
	locked, err := version.NewVersion(text)
	if err != nil {
		return &Provider{}
	}
	return &Provider{allowed: []*version.Version{locked}, newer: locked.GreaterThan(newest()), written: locked.String() + " of the lock file", locked: true}
}

// allowedBy returns the releases that constraints allow, the oldest first, and whether they allow one that is newer than the facts. Of
// releases that the facts do not know only those are among them that they cannot know: older ones, newer ones, and what leads up to one.
func allowedBy(constraints version.Constraints) (allowed []*version.Version, newer bool) {
	refused := func(v *version.Version) bool { return !constraints.Check(v) }
	allowed = slices.DeleteFunc(slices.Clone(releases()), refused)
	others := slices.DeleteFunc(near(constraints), refused)
	newer = slices.ContainsFunc(others, func(v *version.Version) bool { return v.GreaterThan(newest()) })
	if len(allowed) == 0 {
		oldest := releases()[0]
		allowed = slices.DeleteFunc(others, func(v *version.Version) bool {
			return v.Prerelease() == "" && !v.LessThan(oldest) && !v.GreaterThan(newest())
		})
	}
	return allowed, newer
}

// near returns versions of which constraints allow one if they allow any that the facts do not know: those that they name, the next ones
// after each and after the newest that is known, and the first of all; the oldest first.
func near(constraints version.Constraints) []*version.Version {
	all := append(next(newest()), version.Must(version.NewVersion("0.0.0")))
	for _, c := range constraints {
		if v, err := version.NewVersion(strings.TrimLeft(c.String(), "=!<>~ ")); err == nil {
			all = append(append(all, v), next(v)...)
		}
	}
	slices.SortFunc(all, (*version.Version).Compare)
	return all
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

// newest is the last release that the facts know.
func newest() *version.Version {
	all := releases()
	return all[len(all)-1]
}

// next returns what may come after a version: a patch of it, a minor and a major one.
func next(v *version.Version) []*version.Version {
	s := v.Segments()
	var all []*version.Version
	for _, n := range [][3]int{{s[0], s[1], s[2] + 1}, {s[0], s[1] + 1, 0}, {s[0] + 1, 0, 0}} {
		all = append(all, version.Must(version.NewVersion(fmt.Sprintf("%d.%d.%d", n[0], n[1], n[2]))))
	}
	return all
}

// Has reports whether the provider has what came with a release, "" for what all releases have.
func (p *Provider) Has(since string) Verdict {
	switch {
	case since == "" || p.written == "":
		return Yes
	case len(p.allowed) == 0:
		return Unsure
	}
	if known, ok := p.asked.Load(since); ok {
		return known.(Verdict) //nolint:forcetypeassert // nothing else is stored
	}
	verdict := p.compare(since)
	p.asked.Store(since, verdict)
	return verdict
}

func (p *Provider) compare(since string) Verdict {
	oldest, newest := p.allowed[0], p.allowed[len(p.allowed)-1]
	switch {
	case notOlder(oldest, since):
		return Yes
	case !p.newer && lacks(newest, since):
		return No
	}
	return Unsure
}

// Spans reports whether the provider may be a release that certainly lacks what came with another one, and may be one that has
// it.
func (p *Provider) Spans(since string) bool {
	return p.Has(since) == Unsure && len(p.allowed) > 0 && lacks(p.allowed[0], since)
}

// lacks reports whether a version certainly lacks what came with a release. What led up to that release may have it.
func lacks(v *version.Version, since string) bool {
	inRemade := func(v *version.Version) bool {
		return notOlder(v, remade[0]) && !v.GreaterThan(version.Must(version.NewVersion(remade[1])))
	}
	return !notOlder(v.Core(), since) && (!inRemade(v) || !inRemade(version.Must(version.NewVersion(since))))
}

// Installs reports whether the newest release that is allowed, which terraform init installs, has what came with a release.
func (p *Provider) Installs(since string) Verdict {
	switch {
	case p.newer:
		return Yes
	case len(p.allowed) == 0:
		return p.Has(since)
	}
	installed := Provider{allowed: p.allowed[len(p.allowed)-1:]}
	return installed.compare(since)
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

// Locked reports whether the dependency lock file says which release it is.
func (p *Provider) Locked() bool { return p.locked }

// String is the version, or the constraints, that are written.
func (p *Provider) String() string { return p.written }
