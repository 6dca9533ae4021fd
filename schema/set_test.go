package schema_test

import (
	"slices"
	"strconv"
	"testing"

	"github.com/apiglint/apiglint/schema"
)

func parts[T any](s schema.Set[T]) (certain []T, complete bool) {
	return s.Certain(), !s.MayHaveOthers()
}

func TestSet(t *testing.T) {
	isTwo := func(n int) schema.Verdict {
		return map[int]schema.Verdict{1: schema.No, 2: schema.Yes}[n]
	}
	for name, test := range map[string]struct {
		set        schema.Set[int]
		all        []int
		ok         bool
		empty, any schema.Verdict
	}{
		"zero":             {schema.Set[int]{}, nil, false, schema.Unsure, schema.Unsure},
		"empty":            {schema.SetOf[int](), nil, true, schema.Yes, schema.No},
		"one":              {schema.SetOf(1), []int{1}, true, schema.No, schema.No},
		"two":              {schema.SetOf(1, 2), []int{1, 2}, true, schema.No, schema.Yes},
		"unsure":           {schema.SetOf(1, 3), []int{1, 3}, true, schema.No, schema.Unsure},
		"others":           {schema.SetOf(1).OrOthers(true), nil, false, schema.No, schema.Unsure},
		"two and others":   {schema.SetOf(2).OrOthers(true), nil, false, schema.No, schema.Yes},
		"merged":           {schema.Merge(schema.SetOf(1), schema.SetOf(3)), []int{1, 3}, true, schema.No, schema.Unsure},
		"merged with zero": {schema.Merge(schema.SetOf(1), schema.Set[int]{}), nil, false, schema.No, schema.Unsure},
		"where":            {schema.SetOf(1, 2).Where(isTwo), []int{2}, true, schema.No, schema.Yes},
		"where unsure":     {schema.SetOf(1, 3).Where(isTwo), nil, false, schema.Unsure, schema.Unsure},
	} {
		all, ok := test.set.All()
		if !slices.Equal(all, test.all) || ok != test.ok {
			t.Errorf("%s: all are %v, %t", name, all, ok)
		}
		if got := test.set.Empty(); got != test.empty {
			t.Errorf("%s: empty is %v", name, got)
		}
		if got := test.set.Any(isTwo); got != test.any {
			t.Errorf("%s: any is %v", name, got)
		}
	}
}

func TestSetsOfWhatIsMadeOfMembers(t *testing.T) {
	number := func(text string) (int, bool) {
		n, err := strconv.Atoi(text)
		return n, err == nil
	}
	if all, ok := schema.Map(schema.SetOf("1", "2"), number).All(); !slices.Equal(all, []int{1, 2}) || !ok {
		t.Errorf("numbers are %v, %t", all, ok)
	}
	numbers := schema.LookupOf(schema.Map(schema.SetOf("1", "x"), number))
	if numbers.Contains(1) != schema.Yes || numbers.Contains(2) != schema.Unsure {
		t.Error("what is no number may be any")
	}
	numbers = schema.LookupOf(schema.SetOf(1))
	numbers.Add(schema.SetOf(2))
	if numbers.Contains(2) != schema.Yes || numbers.Contains(3) != schema.No {
		t.Error("1 and 2 are all numbers")
	}
	numbers.Add(schema.Set[int]{})
	if numbers.Contains(3) != schema.Unsure {
		t.Error("an unknown set may have any number")
	}
}
