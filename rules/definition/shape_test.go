package definition

import (
	"sync"
	"testing"

	"github.com/apiglint/apiglint/schema/facts"
)

// TestShapeOf holds that a type is compiled once, whoever asks.
func TestShapeOf(t *testing.T) {
	api := facts.Resource("huaweicloud_apig_api")
	var asking sync.WaitGroup
	found := make([]*shape, 8)
	for i := range found {
		asking.Go(func() { found[i] = shapeOf(api) })
	}
	asking.Wait()
	for _, sh := range found {
		web := sh.attrs["web"].inner
		if sh != found[0] || len(sh.checks[Conflict]) == 0 || len(sh.required) == 0 || web == nil || web.path != "web" || len(web.required) == 0 {
			t.Fatalf("%+v", sh)
		}
	}
	if shapeOf(facts.Resource("huaweicloud_apig_group")) == found[0] {
		t.Error("two types share a shape")
	}
}

// TestEveryCheckHasABlock holds that every check is evaluated in a block that the facts know.
func TestEveryCheckHasABlock(t *testing.T) {
	for _, name := range facts.ResourceTypes() {
		of := facts.Resource(name)
		homes := map[string]bool{}
		var add func(sh *shape)
		add = func(sh *shape) {
			homes[sh.path] = true
			for _, a := range sh.attrs {
				if a.inner != nil {
					add(a.inner)
				}
			}
		}
		add(shapeOf(of))
		for _, c := range append(of.Constraints, relations(of)...) {
			for _, ch := range compile(of, c) {
				if !homes[ch.home] {
					t.Errorf("%s: %s is evaluated in %q, which is no block", name, c.ID, ch.home)
				}
			}
		}
	}
}
