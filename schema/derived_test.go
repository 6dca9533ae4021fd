package schema_test

import (
	"sync"
	"testing"

	"github.com/apiglint/apiglint/schema"
)

// TestDerived holds that what is derived is one for all that ask, of one configuration and of one type.
func TestDerived(t *testing.T) {
	type count struct{ resources int }
	type other struct{ resources int }
	of := func(c *schema.Config) *count { return &count{len(c.Resources)} }
	c := load(t, `resource "huaweicloud_vpc" "main" {}`)
	first := schema.Derived(c, of)
	var asking sync.WaitGroup
	for range 8 {
		asking.Go(func() {
			if schema.Derived(c, of) != first {
				t.Error("it is derived again")
			}
		})
	}
	asking.Wait()
	if first.resources != 1 || schema.Derived(load(t, ""), of).resources != 0 {
		t.Error("it is derived of another configuration")
	}
	if schema.Derived(c, func(*schema.Config) other { return other{7} }).resources != 7 {
		t.Error("types are mistaken for each other")
	}
}
