package rules_test

import (
	"encoding/json"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/lint/linttest"
	"github.com/apiglint/apiglint/rules"
	"github.com/apiglint/apiglint/schema/plan"
	"github.com/apiglint/apiglint/schema/terraform"
	"github.com/apiglint/apiglint/schema/terraform/configs"
)

const plans = "../testdata/plans"

// expected is a finding that a plan's expect.json speaks of.
type expected struct {
	Rule, Address string
	// Sources says that it is certain only with the sources.
	Sources bool
	// Because is a cause that it names, "" for none.
	Because string
}

type expectation struct {
	Introduced, Unchanged, Fixed, Open []expected
}

func review(t testing.TB, scenario string, withSources bool) (lint.Review, *plan.Plan) {
	t.Helper()
	src, err := os.ReadFile(filepath.Join(plans, scenario, "plan.json"))
	if err != nil {
		t.Fatal(err)
	}
	p, err := plan.Read(src)
	if err != nil {
		t.Fatal(err)
	}
	var sources *terraform.Root
	if withSources {
		sources, err = terraform.Load(configs.NewLoader(os.DirFS(path.Join(plans, scenario))), "after", terraform.Options{})
		if err != nil {
			t.Fatal(err)
		}
	}
	o, sides := lint.Options{Rules: rules.All()}, p.Sides(sources)
	r := lint.RunReview(o, sides.Prior, sides.Planned)
	if n := r.Explain(o, sides); n > 0 {
		t.Errorf("%s: %d causes were not looked for", scenario, n)
	}
	return r, p
}

func scenarios(t testing.TB) []string {
	t.Helper()
	entries, err := os.ReadDir(plans)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, entry := range entries {
		if entry.IsDir() {
			names = append(names, entry.Name())
		}
	}
	return names
}

func TestPlans(t *testing.T) {
	for _, scenario := range scenarios(t) {
		src, err := os.ReadFile(filepath.Join(plans, scenario, "expect.json"))
		if err != nil {
			t.Fatal(err)
		}
		var want expectation
		if err := json.Unmarshal(src, &want); err != nil {
			t.Fatal(err)
		}
		for name, withSources := range map[string]bool{"with sources": true, "without sources": false} {
			t.Run(scenario+"/"+name, func(t *testing.T) {
				got, _ := review(t, scenario, withSources)
				compareFindings(t, "introduced", want.Introduced, want.Open, got.Introduced, withSources)
				compareFindings(t, "unchanged", want.Unchanged, want.Open, got.Unchanged, withSources)
				compareFindings(t, "fixed", want.Fixed, want.Open, got.Fixed, withSources)
			})
		}
	}
}

// TestPlansObeyIgnores puts an ignore comment above a block of the sources, and reviews the plan with them.
func TestPlansObeyIgnores(t *testing.T) {
	src, err := os.ReadFile(filepath.Join(plans, "create-broken", "plan.json"))
	if err != nil {
		t.Fatal(err)
	}
	p, err := plan.Read(src)
	if err != nil {
		t.Fatal(err)
	}
	sources := linttest.ReadSource(t, os.DirFS(filepath.Join(plans, "create-broken")), "after")
	const file, block = "modules/service/main.tf", `resource "huaweicloud_apig_group" "this" {`
	introduced := func(content string) map[string]bool {
		sources[file] = content
		prior, planned, err := p.Configs(sources.Load(t).Root)
		if err != nil {
			t.Fatal(err)
		}
		ids := map[string]bool{}
		for _, f := range lint.RunReview(lint.Options{Rules: rules.All()}, prior, planned).Introduced {
			ids[f.Rule.ID] = true
		}
		return ids
	}
	before := sources[file]
	if !introduced(before)["DOM201"] {
		t.Fatal("nothing is found that could be ignored")
	}
	after := introduced(strings.Replace(before, block, "# apiglint:ignore unreachable-group -- test\n"+block, 1))
	if after["DOM201"] || !after["AUT401"] {
		t.Errorf("an ignore comment above the group leaves %v", after)
	}
}

func compareFindings(t *testing.T, class string, want, open []expected, got []*lint.Finding, withSources bool) {
	t.Helper()
	met := map[expected]bool{}
	for _, f := range got {
		for _, address := range append([]string{f.Resource}, f.Also...) {
			same := func(e expected) bool { return e.Rule == f.Rule.ID && e.Address == address }
			if i := slices.IndexFunc(want, same); i >= 0 && (withSources || !want[i].Sources) {
				met[want[i]] = true
				if _, because, _ := strings.Cut(f.Message, ", because "); (because == "") != (want[i].Because == "") || !strings.Contains(because, want[i].Because) {
					t.Errorf("%s: %s %s is because %q, want %q", class, f.Rule.ID, address, because, want[i].Because)
				}
			} else if !slices.ContainsFunc(open, same) {
				t.Errorf("%s, unexpected: %s %s (%s) at %s:%d", class, f.Rule.ID, address, f.Message, f.Range.Filename, f.Range.Start.Line)
			}
		}
	}
	for _, e := range want {
		if !met[e] && (withSources || !e.Sources) {
			t.Errorf("%s, missing: %s %s", class, e.Rule, e.Address)
		}
	}
}

// TestPlansKeepSecrets searches what a review says, and about what, for every sensitive text of its plan.
func TestPlansKeepSecrets(t *testing.T) {
	for _, scenario := range scenarios(t) {
		for _, withSources := range []bool{true, false} {
			got, p := review(t, scenario, withSources)
			secrets := p.Secrets()
			for _, f := range slices.Concat(got.Introduced, got.Unchanged, got.Fixed) {
				said := []string{f.Message, f.Resource, f.Path}
				said = append(said, f.Also...)
				for _, related := range f.Related {
					said = append(said, related.Message)
				}
				for _, secret := range secrets {
					if slices.ContainsFunc(said, func(s string) bool { return strings.Contains(s, secret) }) {
						t.Errorf("%s: %s on %s says a secret", scenario, f.Rule.ID, f.Resource)
					}
				}
			}
		}
	}
	if _, p := review(t, "unknown-values", false); len(p.Secrets()) < 6 {
		t.Error("unknown-values has few secrets")
	}
}
