package definition

import (
	"sync"
	"testing"

	"github.com/apiglint/apiglint/schema/facts"
)

// TestInterpretationOf holds that a type is interpreted once, whoever asks.
func TestInterpretationOf(t *testing.T) {
	api := facts.Resource("huaweicloud_apig_api")
	var asking sync.WaitGroup
	found := make([]*interpretation, 8)
	for i := range found {
		asking.Go(func() { found[i] = interpretationOf(api) })
	}
	asking.Wait()
	for _, in := range found {
		if in != found[0] || len(in.clauses[Conflict]) == 0 || len(in.required[""]) == 0 || in.required["web"] == nil && in.required["request_params"] == nil {
			t.Fatalf("%+v", in)
		}
	}
	if interpretationOf(facts.Resource("huaweicloud_apig_group")) == found[0] {
		t.Error("two types are interpreted as one")
	}
}
