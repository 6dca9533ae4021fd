package trace

import (
	"maps"
	"slices"
	"strings"

	"github.com/apiglint/apiglint/schema"
)

// at returns the call with another Terraform address in place of its host.
func (c Call) at(target string) Call {
	if target != c.Target {
		c.URL, c.Target = strings.Replace(c.URL, c.Target, target, 1), target
	}
	return c
}

// expected returns the calls that something is expected of and that are not promised, each once. Those to a host that neither side
// knows are left out, and those of a caller that one side does not have.
func (c *comparison) expected(all []*Expectation, promised []Call) []Call {
	have := map[string]bool{}
	for _, call := range promised {
		have[call.key()] = true
		call.From = From{} // the place that fits the gateway is the one of the promised call
		have[call.key()] = true
	}
	var calls []Call
	for _, side := range []*schema.Config{c.prior, c.planned} {
		for _, e := range all {
			if side == nil || !Knows(side, e.Calls.Call) {
				continue
			}
			for _, call := range e.Calls.in(side) {
				for _, call.From = range e.places(side) {
					if key := call.key(); !have[key] && has(c.prior, c.formerly(call)) && has(c.planned, call) {
						have[key] = true
						calls = append(calls, call)
					}
				}
			}
		}
	}
	return calls
}

// has reports whether a configuration has, or may have, the caller of a call.
func has(side *schema.Config, call Call) bool {
	call.Target = "" // an address that is gone is one that calls fail at
	for name, kind := range call.Named() {
		if side != nil && !Has(side, kind, name) {
			return false
		}
	}
	return true
}

// key tells calls apart.
func (c Call) key() string {
	key := c.URL + "\n" + c.Method + "\n" + c.From.String() + "\n" + c.As.String()
	if c.Certificate {
		key += "\ncertificate"
	}
	for _, name := range slices.Sorted(maps.Keys(c.Headers)) {
		key += "\n" + name + ": " + c.Headers[name]
	}
	return key
}
