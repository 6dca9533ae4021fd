package rules_test

import (
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/lint/linttest"
	"github.com/apiglint/apiglint/rules"
)

// TestSameAnswer lints every fixture, example and mutation several times, in other orders of files and rules and in
// whatever order maps have, and demands the same findings to the byte. It does so for all of them with -tags laws.
func TestSameAnswer(t *testing.T) {
	sources := everySource(t)
	for i, name := range slices.Sorted(maps.Keys(sources)) {
		if !linttest.Sampled(i) {
			continue
		}
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			first := spelt(sources[name].Lint(t, rules.All()).Findings)
			for seed := range uint64(5) {
				random := rand.New(rand.NewPCG(seed, 0))
				config := sources[name].LoadFrom(t, func(files fs.FS) fs.FS { return shuffled{files, random} })
				ran := slices.Clone(rules.All())
				shuffle(random, ran)
				if again := spelt(lint.Run(lint.Options{Rules: ran, Today: linttest.Today}, config).Findings); again != first {
					t.Fatalf("two runs differ:\n%s\n---\n%s", first, again)
				}
			}
		})
	}
}

// TestSameReview reviews every plan several times.
func TestSameReview(t *testing.T) {
	for _, scenario := range scenarios(t) {
		said := func() string {
			r, _ := review(t, scenario, false)
			return spelt(slices.Concat(r.Introduced, r.Unchanged, r.Fixed))
		}
		first := said()
		for range 3 {
			if again := said(); again != first {
				t.Fatalf("%s: two reviews differ:\n%s\n---\n%s", scenario, first, again)
			}
		}
	}
}

// everySource returns all configurations that rules are tested on.
func everySource(t *testing.T) map[string]linttest.Source {
	t.Helper()
	sources := map[string]linttest.Source{}
	for _, name := range []string{"flat", "healthy", "healthy-json", "broken"} {
		sources["example "+name] = linttest.ReadSource(t, examples, name)
	}
	for _, rule := range rules.All() {
		for name, src := range linttest.Fixtures(t, fixtures, rule) {
			sources["fixture "+rule.Name+" "+name] = src
		}
		sources["bad "+rule.Name] = example(rule, rule.Bad())
		sources["good "+rule.Name] = example(rule, rule.Good())
	}
	for _, rule := range aboutConfigurations() {
		for i, m := range readMutations(t, rule) {
			sources[fmt.Sprintf("recall %s %d", rule.Name, i)] = m.apply(t, sources["example "+m.example])
		}
	}
	return sources
}

// shuffled lists directories in another order each time.
type shuffled struct {
	fs.FS
	*rand.Rand
}

func (s shuffled) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(s.FS, name)
	shuffle(s.Rand, entries)
	return entries, err
}

func shuffle[T any](random *rand.Rand, list []T) {
	random.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
}
