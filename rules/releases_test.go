package rules_test

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/hashicorp/go-version"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/lint/linttest"
	"github.com/apiglint/apiglint/rules"
	"github.com/apiglint/apiglint/schema/facts"
)

// olderReleases are tried one at a time. Each lacks something that the next one has and remedies name.
var olderReleases = []string{"1.47.1", "1.61.0", "1.73.3", "1.78.3"}

// TestRemediesAskTheRelease holds that no remedy names an argument or a type that the provider in use lacks, on the examples and
// fixtures of all rules. What says itself which release is needed may.
func TestRemediesAskTheRelease(t *testing.T) {
	for _, release := range olderReleases {
		for n, rule := range rules.All() {
			sources := map[string]linttest.Source{"bad example": example(rule, rule.Bad())}
			if linttest.Sampled(n) {
				maps.Copy(sources, linttest.Fixtures(t, fixtures, rule))
			}
			for name, src := range sources {
				if saysRelease(src) {
					continue
				}
				pinned := maps.Clone(src)
				pinned["pinned_override.tf"] = pin(release)
				found := pinned.Lint(t, rules.All()).Findings
				refused := map[string]bool{} // what the release refuses as it is written
				for _, f := range found {
					for _, resource := range append(f.Also, f.Resource) {
						refused[resource] = refused[resource] || f.Rule.ID == "DEF001" || f.Rule.ID == "DEF002"
					}
				}
				for _, f := range found {
					if _, sister := facts.Sister(strings.Split(f.Resource, ".")[0]); sister {
						continue // its releases count otherwise
					}
					for _, word := range tooNew(f.Remedy, release) {
						if !refused[f.Resource] {
							t.Errorf("%s %s with %s: %s names %s: %s", rule.Name, name, release, f.Rule.ID, word, f.Remedy)
						}
					}
				}
			}
		}
	}
}

// named are the words of a remedy that may be arguments or types, and what shows that they are parts of addresses or of contents.
var named = regexp.MustCompile(`(\]\.)?[a-z0-9]+(_[a-z0-9]+)+\.?`)

// tooNew returns the words of a remedy that a release has neither as a type nor as an argument of any type.
func tooNew(remedy, release string) []string {
	var all []string
	pinned := version.Must(version.NewVersion(release))
	for _, word := range named.FindAllString(remedy, -1) {
		since, known := firstReleases()[word]
		if known && since.GreaterThan(pinned) && !slices.Contains(all, word) {
			all = append(all, word)
		}
	}
	return all
}

// firstReleases are the first releases of types, and of arguments the first of all types that have one of the name.
var firstReleases = sync.OnceValue(func() map[string]*version.Version {
	first := map[string]*version.Version{}
	take := func(name, since string) *version.Version {
		if since == "" {
			since = "0.0.0"
		}
		v := version.Must(version.NewVersion(since))
		if first[name] == nil || v.LessThan(first[name]) {
			first[name] = v
		}
		return v
	}
	for _, name := range facts.ResourceTypes() {
		ty := facts.Resource(name)
		var walk func(attrs map[string]*facts.Attr, within string)
		walk = func(attrs map[string]*facts.Attr, within string) {
			for name, attr := range attrs {
				since := attr.Since
				if since == "" {
					since = within
				}
				take(name, since)
				walk(attr.Attrs, since)
			}
		}
		take(name, ty.SinceAs(name))
		walk(ty.Attrs, ty.Since)
	}
	return first
})

// TestPagesSayWhatDependsOnTheRelease holds that a rule whose finding, message or remedy is another one with an older release of the
// provider says so on its page.
func TestPagesSayWhatDependsOnTheRelease(t *testing.T) {
	said := func(rule *lint.Rule, src linttest.Source) string {
		var all []string
		for _, f := range src.Lint(t, []*lint.Rule{rule}).Findings {
			all = append(all, f.Resource+": "+f.Message+": "+f.Remedy)
		}
		return strings.Join(all, "\n")
	}
	for _, rule := range rules.All() {
		sources := linttest.Fixtures(t, fixtures, rule)
		sources["bad example"] = example(rule, rule.Bad())
		depends := false
		for _, src := range sources {
			if saysRelease(src) {
				continue
			}
			newest := said(rule, src)
			for _, release := range append(olderReleases, "1.68.0", "1.92.0") {
				pinned := maps.Clone(src)
				pinned["pinned_override.tf"] = pin(release)
				depends = depends || said(rule, pinned) != newest
			}
		}
		if depends && !rule.ByRelease {
			t.Errorf("%s %s depends on the provider's release, and does not say so", rule.ID, rule.Name)
		}
	}
}

// saysRelease reports whether a source says itself which releases of the provider it is for.
func saysRelease(src linttest.Source) bool {
	return slices.ContainsFunc(slices.Collect(maps.Values(src)), func(text string) bool { return strings.Contains(text, "required_providers") })
}

// pin returns the override file that asks for one release of the provider.
func pin(release string) string {
	return "terraform {\n  required_providers {\n    huaweicloud = {\n      source  = \"huaweicloud/huaweicloud\"\n      version = \"" + release + "\"\n    }\n  }\n}\n"
}
