package rules_test

import (
	"maps"
	"slices"
	"sync/atomic"
	"testing"

	"github.com/apiglint/apiglint/lint/linttest"
	"github.com/apiglint/apiglint/rules"
)

const (
	refused = "Terraform refuses to plan it"
	inputs  = "a plan has the values of inputs, of which check has the defaults"
	whole   = "a plan knows a text whole or not at all"
	locked  = "a plan without its sources does not say which release the lock file has, and here not what that release sets itself"
)

// unlike is what check and a plan from nothing do not agree on, with the reasons.
var unlike = []linttest.Unlike{
	{Rule: "DEF001", Reason: refused},
	{Rule: "DEF002", Reason: refused},
	{Rule: "DEF003", Reason: refused},
	{Rule: "DEF009", Reason: refused},
	{Rule: "DEF018", Reason: "a provider that has it has planned it"},
	{Rule: "DEF004", Source: "fixture out-of-range limits.tf", Reason: refused},
	{Rule: "DEF007", Source: "fixture no-public-address output.tf", Reason: refused},
	{Rule: "NET112", Source: "fixture missing-argument required.tf", Reason: refused},
	{Rule: "DOM201", Source: "fixture unpublished-api action_with_id.tf", Reason: "a plan does not tell what an action is handed"},
	{Rule: "PUB301", Source: "fixture unpublished-api command_line.tf", Reason: "a plan does not tell what a provisioner runs"},
	{Rule: "DEF016", Source: "fixture invalid-feature-config parts.tf", Reason: whole},
	{Rule: "DEF017", Source: "fixture invalid-plugin-content parts.tf", Reason: whole},
	{Rule: "AUT406", Source: "fixture anonymous-api triggers.tf", Reason: whole},
	{Rule: "PUB302", Source: "fixture needs-x-stage-header triggers.tf", Reason: whole},
	{Rule: "POL509", Source: "fixture needs-x-stage-header triggers.tf", Reason: whole},
	{Rule: "DOM201", Source: "fixture unreachable-group triggers.tf", Reason: whole},
	{Rule: "POL509", Source: "fixture unreachable-group triggers.tf", Reason: whole},
	{Rule: "DOM201", Source: "fixture debugging-domain-only locked", Bare: true, Reason: locked},
	{Rule: "DOM202", Source: "fixture debugging-domain-only locked", Bare: true, Reason: locked},
	{Rule: "NET104", Source: "fixture unaccepted-peering inputs.tf", Reason: inputs},
	{Rule: "NET112", Source: "fixture idle-eip unread", Reason: "a plan does not show that nobody reads an output"},
	{Rule: "NET112", Source: "fixture idle-eip stranger.tf", Bare: true, Reason: inputs},
	{Rule: "NET101", Source: "fixture no-public-address firewall.tf", Reason: "of a type that the facts do not have, a plan does not tell dynamic blocks of unknown number from what is computed"},
	{Rule: "PUB314", Bare: true, Reason: "a plan does not say what depends_on means for what stands in modules"},
	{Rule: "PUB315", Bare: true, Reason: "a plan does not say what depends_on means for what stands in modules"},
	{Rule: "DEF013", Bare: true, Reason: "a plan has the values of names, and not what they were read from"},
	{Rule: "DEF013", Source: "fixture wrong-reference plain.tf", Reason: "of an element of a list a plan does not have what it was read from"},
	{Rule: "DEF013", Source: "fixture wrong-reference lists.tf", Reason: "of an element of a list a plan does not have what it was read from"},
	{Rule: "DOM204", Source: "fixture misdirected-domain module", Reason: "what a for_each over values makes of one that is decided at apply does not show in a plan"},
}

// TestPlansAgreeWithCheck compares what check finds in every fixture, example and mutation with what a plan of it from nothing
// introduces, and holds plans that change nothing to introducing nothing. It does so for all of them with -tags laws.
func TestPlansAgreeWithCheck(t *testing.T) {
	sources := everySource(t)
	var tried, planned atomic.Int64
	t.Cleanup(func() {
		if planned.Load() < tried.Load()*8/10 {
			t.Errorf("only %d of %d have plans", planned.Load(), tried.Load())
		}
	})
	for _, u := range unlike {
		if u.Source != "" && sources[u.Source] == nil {
			t.Errorf("there is no %s", u.Source)
		}
	}
	for n, name := range slices.Sorted(maps.Keys(sources)) {
		if !linttest.Sampled(n) {
			continue
		}
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if sources[name].Load(t).Root.Open {
				return // Terraform plans nothing without its modules
			}
			tried.Add(1)
			if linttest.Planned(t, rules.All(), name, sources[name], unlike) {
				planned.Add(1)
			}
			linttest.Unchanged(t, rules.All(), sources[name])
		})
	}
}
