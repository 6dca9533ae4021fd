package lint

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/hashicorp/hcl/v2"

	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/terraform"
)

// Pass is one rule at work on one configuration.
type Pass struct {
	*schema.Config
	Rule *Rule
	// Today is the day on which the configuration is judged. Where it is zero, nothing is judged by a day.
	Today time.Time

	settings *Settings
	judged   []judgement // of the expectations that the configuration is held to
	nothing  string      // why the rule has nothing to judge, "" where it has something
	findings []*Finding
}

// Subject is what a finding is about: a kind, a resource, anything with an address.
type Subject interface{ String() string }

// Place is where a finding stands: a value, a block, a resource.
type Place interface{ Range() hcl.Range }

// At is a range as a Place.
type At hcl.Range

// Range is the range itself.
func (a At) Range() hcl.Range { return hcl.Range(a) }

// Reportf reports a finding at the rule's level. It returns the finding, which takes related places.
func (p *Pass) Reportf(subject Subject, at Place, format string, args ...any) *Finding {
	return p.ReportLevelf(p.Rule.Level, subject, at, format, args...)
}

// ReportLevelf reports a finding at a level that depends on what is certain.
func (p *Pass) ReportLevelf(level Level, subject Subject, at Place, format string, args ...any) *Finding {
	f := &Finding{
		Rule:     p.Rule,
		Level:    level,
		Range:    at.Range(),
		Message:  fmt.Sprintf(format, args...),
		Resource: subject.String(),
		config:   p.Config,
		Root:     p.Root.Dir(),
	}
	if place, ok := at.(interface{ Path() string }); ok {
		f.Path = place.Path()
	} else if resource, ok := subject.(interface{ PathAt(at hcl.Range) string }); ok {
		f.Path = resource.PathAt(f.Range)
	}
	f.argument = argument(subject, at)
	p.findings = append(p.findings, f)
	return f
}

// argument returns the argument whose value a finding is about, nil for none.
func argument(subject Subject, at Place) *terraform.Argument {
	if value, ok := at.(interface{ Argument() *terraform.Argument }); ok {
		return value.Argument()
	}
	if resource, ok := subject.(interface {
		ArgumentAt(at hcl.Range) *terraform.Argument
	}); ok {
		return resource.ArgumentAt(at.Range())
	}
	return nil
}

// Each is a check that looks at the objects of a kind, one at a time.
func Each[T any](check func(p *Pass, object *T)) func(*Pass) {
	return Given(func(p *Pass) {
		for _, object := range schema.All[T](p.Config) {
			check(p, object)
		}
	}, Of[T])
}

// Clash is a check that looks for objects of a kind with equal keys, in linear time. Objects without a key are left
// out. The report gets the first object of the key and each later one, in the order of their addresses: the order of the
// text is nothing.
func Clash[T any, K comparable](key func(p *Pass, object *T) (K, bool), report func(p *Pass, first, again *T)) func(*Pass) {
	return Given(func(p *Pass) {
		seen := map[K]*T{}
		objects := slices.SortedStableFunc(slices.Values(schema.All[T](p.Config)), func(a, b *T) int {
			return strings.Compare(any(a).(Subject).String(), any(b).(Subject).String())
		})
		for _, object := range objects {
			k, ok := key(p, object)
			if !ok {
				continue
			}
			if first, again := seen[k]; again {
				report(p, first, object)
			} else {
				seen[k] = object
			}
		}
	}, Of[T])
}
