package linttest

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/trace"
)

// tried is of how many expressions one is forgotten: each loads the configuration anew and follows all its calls.
const tried = 24

// Traces holds the traces of all calls that a source promises to the [Laws]:
//
//   - Forgetting changes no outcome but to uncertain: a call that arrives does not fail, and one that fails does not arrive, because
//     something is not known any more.
//   - Order, layout and syntax are nothing: blocks in another order, the keys of objects in another order, a file for each block, and
//     JSON syntax promise the same calls, and they end in the same way.
//
// [TracesPlanned] has the law about plans.
func Traces(t *testing.T, src Source) {
	t.Helper()
	config := src.Load(t)
	calls := trace.Promised(config)
	if len(calls) == 0 {
		return
	}
	before := endings(config)
	for when, changed := range map[string]Source{
		"blocks are in reverse order": src.reordered(), "the keys of objects are in reverse order": src.turned(), "each block has a file of its own": src.split(),
		"the files are reformatted": src.reformatted(), "the files are in JSON syntax": src.InJSON(),
	} {
		sameEndings(t, before, endings(changed.Load(t)), when)
	}
	n := 0
	src.eachExpression(t, func(e expression) {
		if n++; n%tried != 0 {
			return
		}
		forgotten := e.replaced(src, "var.law_unknown", "variable \"law_unknown\" {}\n").Load(t)
		for _, call := range calls {
			for _, one := range trace.Of(forgotten, call) {
				was, known := before[called(call, one)]
				if known && was.Outcome != one.Outcome && one.Outcome != trace.Unsettled && was.Outcome != trace.Unsettled && !ofCertificate(was) {
					t.Errorf("%s:%d: forgetting %s = %s turns %q of %s from %s to %s (%s)", e.file, e.line, e.name, e.text, was.Outcome, call.String(), one.Gateway,
						one.Outcome, one.Ends)
				}
			}
		}
	})
}

// ofCertificate reports whether a call fails because of what stands in a certificate. One whose content is not known is taken to be right,
// as nearly all are: where it is forgotten, the call arrives.
func ofCertificate(one trace.Trace) bool {
	return slices.ContainsFunc(one.Stations, func(s trace.Station) bool {
		return s.Name == "tls" && s.Name == one.Ends && slices.ContainsFunc(s.Objects, func(object string) bool {
			return strings.Contains(object, "huaweicloud_apig_certificate.")
		})
	})
}

// TracesPlanned holds a plan of a source from nothing, with the source at hand, to promise the same calls, and to let them end in the same
// way. It reports whether there is such a plan, of a source that promises any.
func TracesPlanned(t *testing.T, src Source) bool {
	t.Helper()
	p, root, ok := src.Plan(t)
	if !ok {
		return false
	}
	before := endings(schema.FromRoot(root))
	if len(before) > 0 {
		sameEndings(t, before, endings(p.Sides(src.root(t)).Planned), "it is a plan from nothing")
	}
	return len(before) > 0
}

// endings are the traces of all promised calls.
func endings(c *schema.Config) map[string]trace.Trace {
	all := map[string]trace.Trace{}
	for _, call := range trace.Promised(c) {
		for _, one := range trace.Of(c, call) {
			all[called(call, one)] = one
		}
	}
	return all
}

// called names a call and the gateway that it leads to.
func called(call trace.Call, one trace.Trace) string {
	return fmt.Sprintf("%s in %s from %s to %s", call.String(), call.Environment(), call.From, one.Gateway)
}

func sameEndings(t *testing.T, before, after map[string]trace.Trace, when string) {
	t.Helper()
	end := func(of map[string]trace.Trace, call string) string {
		one, ok := of[call]
		if !ok {
			return "is not promised"
		}
		why := ""
		if at := one.End(); at != nil {
			why = at.Because
		}
		return strings.Join([]string{string(one.Outcome), one.Ends, one.Code, one.API, one.Backend, string(one.Certainty), why}, " | ")
	}
	both := maps.Clone(before)
	maps.Copy(both, after)
	for _, call := range slices.Sorted(maps.Keys(both)) {
		if was, is := end(before, call), end(after, call); was != is {
			t.Errorf("%s ends differently when %s:\nbefore: %s\nafter:  %s", call, when, was, is)
		}
	}
}

// turned returns the source with the items of each object in reverse order: of maps, and of what for_each goes through.
func (s Source) turned() Source {
	changed := Source{}
	for name, content := range s {
		changed[name] = content
		file, diags := hclsyntax.ParseConfig([]byte(content), name, hcl.InitialPos)
		if diags.HasErrors() || !strings.HasSuffix(name, ".tf") {
			continue
		}
		var objects []*hclsyntax.ObjectConsExpr
		_ = hclsyntax.VisitAll(file.Body.(*hclsyntax.Body), func(node hclsyntax.Node) hcl.Diagnostics {
			object, ok := node.(*hclsyntax.ObjectConsExpr)
			if ok && (len(objects) == 0 || objects[len(objects)-1].Range().End.Byte <= object.Range().Start.Byte) {
				objects = append(objects, object) // of objects within one another the outermost
			}
			return nil
		})
		slices.SortFunc(objects, func(a, b *hclsyntax.ObjectConsExpr) int { return b.Range().Start.Byte - a.Range().Start.Byte })
		for _, object := range objects {
			var items []string
			for _, item := range slices.Backward(object.Items) {
				items = append(items, content[item.KeyExpr.Range().Start.Byte:item.ValueExpr.Range().End.Byte])
			}
			at := object.Range()
			content = content[:at.Start.Byte] + "{\n" + strings.Join(items, "\n") + "\n}" + content[at.End.Byte:]
		}
		changed[name] = content
	}
	return changed
}
