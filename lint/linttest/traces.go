package linttest

import (
	"slices"
	"strings"
	"testing"

	"github.com/apiglint/apiglint/schema/trace"
)

// tried is of how many expressions one is forgotten: each loads the configuration anew and follows all its calls.
const tried = 24

// Traces holds the traces of all calls that a source promises to the first of the [Laws]: a call that arrives does not fail, and one that
// fails does not arrive, because something is not known any more.
func Traces(t *testing.T, src Source) {
	t.Helper()
	config := src.Load(t)
	calls := trace.Promised(config)
	if len(calls) == 0 {
		return
	}
	before := map[string]trace.Trace{}
	for _, call := range calls {
		for _, one := range trace.Of(config, call) {
			before[one.Gateway+" "+call.String()+" "+call.Environment()] = one
		}
	}
	n := 0
	src.eachExpression(t, func(e expression) {
		if n++; n%tried != 0 {
			return
		}
		forgotten := e.replaced(src, "var.law_unknown", "variable \"law_unknown\" {}\n").Load(t)
		for _, call := range calls {
			for _, one := range trace.Of(forgotten, call) {
				was, known := before[one.Gateway+" "+call.String()+" "+call.Environment()]
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
