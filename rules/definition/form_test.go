package definition

import (
	"sync"
	"testing"

	"github.com/apiglint/apiglint/schema/facts"
)

// TestFormOf holds that a type is read once, whoever asks.
func TestFormOf(t *testing.T) {
	api := facts.Resource("huaweicloud_apig_api")
	var asking sync.WaitGroup
	found := make([]*form, 8)
	for i := range found {
		asking.Go(func() { found[i] = formOf(api) })
	}
	asking.Wait()
	for _, f := range found {
		web := f.attrs["web"].inner
		if f != found[0] || len(f.clauses[Conflict]) == 0 || len(f.required) == 0 || web == nil || web.path != "web" || len(web.required) == 0 {
			t.Fatalf("%+v", f)
		}
	}
	if formOf(facts.Resource("huaweicloud_apig_group")) == found[0] {
		t.Error("two types are read as one")
	}
}

// TestNoClauseIsWithoutABlock holds that every clause is judged in a block that the tables know.
func TestNoClauseIsWithoutABlock(t *testing.T) {
	for _, name := range facts.ResourceTypes() {
		of := facts.Resource(name)
		homes := map[string]bool{}
		var add func(f *form)
		add = func(f *form) {
			homes[f.path] = true
			for _, a := range f.attrs {
				if a.inner != nil {
					add(a.inner)
				}
			}
		}
		add(formOf(of))
		for _, c := range append(of.Constraints, relations(of)...) {
			for _, cl := range compile(of, c) {
				if !homes[cl.home] {
					t.Errorf("%s: %s is judged in %q, which is no block", name, c.ID, cl.home)
				}
			}
		}
	}
}
