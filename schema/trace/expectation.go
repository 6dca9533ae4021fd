package trace

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/bmatcuk/doublestar/v4"

	"github.com/apiglint/apiglint/schema"
)

// Expectation says how a call is to end, or each of several calls.
type Expectation struct {
	Name string
	// Calls are what is called. Their callers' places are in From.
	Calls Calls
	// From are the places that the calls come from, none for the one that fits the gateway. With Anywhere they come from everywhere
	// but the places in Except.
	From     []From
	Anywhere bool
	Except   []From
	// Outcome is [Arrives] or [Fails]. Code is the error code that a call is to fail with, "" for any.
	Outcome Outcome
	Code    string
	// Backend is the address of the backend that a call is to arrive at, "" for any.
	Backend string
}

// Calls is one call, or a pattern of calls: * in its path stands for one segment, ** for any number, and the method ANY for every
// method. A pattern means the promised calls that it covers.
type Calls struct {
	Call

	any, pattern bool
}

// ParseCalls reads a call or a pattern of calls, as [ParseCall] does.
func ParseCalls(text string) (Calls, error) {
	rest, anyMethod := strings.CutPrefix(strings.TrimSpace(text), "ANY ")
	call, err := ParseCall(rest)
	calls := Calls{Call: call, any: anyMethod, pattern: anyMethod || strings.Contains(call.Path, "*")}
	switch {
	case err != nil:
		return calls, err
	case anyMethod && strings.Contains(strings.TrimSpace(rest), " "):
		return calls, fmt.Errorf("%q has two methods", text)
	case calls.pattern && !doublestar.ValidatePattern(call.Path):
		return calls, fmt.Errorf("the path of %q is not a pattern: a bracket or a brace is not closed", text)
	case calls.pattern && len(call.Query) > 0:
		return calls, errors.New("a pattern of calls cannot have a query")
	}
	return calls, nil
}

// String returns the calls as they are written.
func (c Calls) String() string {
	if c.any {
		return "ANY " + c.URL
	}
	return c.Call.String()
}

// in returns the calls that are meant in a configuration, without their places.
func (c Calls) in(config *schema.Config) []Call {
	if !c.pattern {
		return []Call{c.Call}
	}
	var all []Call
	for _, promised := range Promised(config) {
		if !c.covers(promised) {
			continue
		}
		call := c.Call
		call.Method, call.Path, call.Query = promised.Method, promised.Path, promised.Query
		host, _ := hostOf(c.URL)
		_, rest := hostOf(promised.URL)
		call.URL = c.Scheme + "://" + host + rest
		call.Headers = maps.Clone(promised.Headers)
		maps.Copy(call.Headers, c.Headers)
		all = append(all, call)
	}
	return unique(all)
}

// hostOf returns the host of a URL, with its port, and what follows it.
func hostOf(address string) (host, rest string) {
	_, after, _ := strings.Cut(address, "://")
	return cutHost(after)
}

// covers reports whether a promised call is one of those that a pattern means. Without an environment it means those in all.
func (c Calls) covers(call Call) bool {
	stage := c.Headers["x-stage"]
	return (c.any || c.Method == call.Method) && c.Scheme == call.Scheme && c.Port == call.Port && c.Target == call.Target &&
		(call.Host == c.Host || stands(call.Host, c.Host)) && (stage == "" || stage == call.Environment()) &&
		doublestar.MatchUnvalidated(c.Path, call.Path)
}

// stands reports whether the host of a promised call stands for all hosts of a wildcard, a given one among them.
func stands(promised, host string) bool {
	_, parent, _ := strings.Cut(host, ".")
	return parent != "" && promised == anyHost+"."+parent
}

// places returns where the calls come from in a configuration.
func (e *Expectation) places(c *schema.Config) []From {
	switch {
	case e.Anywhere:
		return slices.DeleteFunc(Anywhere(c), func(from From) bool {
			return slices.Contains(e.Except, from) || from.Kind == "gateway-vpc" && e.exceptGateways(c)
		})
	case len(e.From) == 0:
		return []From{{}}
	}
	return e.From
}

// exceptGateways reports whether the VPCs of all gateways are excepted by their addresses.
func (e *Expectation) exceptGateways(c *schema.Config) bool {
	return len(c.Gateways) > 0 && !slices.ContainsFunc(c.Gateways, func(g *schema.Gateway) bool {
		v := g.VPC.Target()
		return v == nil || !slices.Contains(e.Except, From{Kind: "vpc", Address: v.Address})
	})
}

// Nowhere reports whether a configuration has no place that the calls could come from: all are excepted.
func (e *Expectation) Nowhere(c *schema.Config) bool { return e.Anywhere && len(e.places(c)) == 0 }

// Named returns the addresses that an expectation names, each with the kind of object that has to be there, as [Call.Named] does.
// The address of a backend is that of a channel or of a function.
func (e *Expectation) Named() map[string]string {
	named := e.Calls.Named()
	for _, from := range slices.Concat(e.From, e.Except) {
		call := Call{From: from}
		for address, kind := range call.Named() {
			named[address] = kind
		}
	}
	switch api, cors := strings.CutPrefix(e.Backend, corsPlugin); {
	case cors:
		named[api] = "API"
	case !unaddressed(e.Backend) && e.Backend != "":
		named[e.Backend] = "backend"
	}
	return named
}

// IsBackend reports whether a text may name a backend, as [Trace] has it: mock, a URL, a function's URN, or with an address.
func IsBackend(text string) bool {
	return unaddressed(text) || strings.Contains(text, ".") && !strings.Contains(text, "://")
}

// unaddressed reports whether a backend is named by something else than a Terraform address.
func unaddressed(backend string) bool {
	return backend == "mock" || strings.HasPrefix(backend, "http://") || strings.HasPrefix(backend, "https://") || strings.HasPrefix(backend, "urn:")
}

// Judged is what became of the calls of an expectation.
type Judged struct {
	// Met, Unmet and Uncertain are their traces. There are none where the configuration has no gateway that the host may lead to,
	// or no promised call that a pattern covers.
	Met, Unmet, Uncertain []Trace
}

// All returns all traces.
func (j Judged) All() []Trace { return slices.Concat(j.Met, j.Unmet, j.Uncertain) }

// Judge follows the calls of an expectation, as they are made on a day.
func (e *Expectation) Judge(c *schema.Config, day time.Time) Judged {
	var j Judged
	for _, call := range e.Calls.in(c) {
		call.Day = day
		for _, call.From = range e.places(c) {
			for _, t := range Of(c, call) {
				switch e.of(t) {
				case schema.Yes:
					j.Met = append(j.Met, t)
				case schema.No:
					j.Unmet = append(j.Unmet, t)
				case schema.Unsure:
					j.Uncertain = append(j.Uncertain, t)
				}
			}
		}
	}
	return j
}

// of returns whether a call ends as it is expected to.
func (e *Expectation) of(t Trace) schema.Verdict {
	switch {
	case t.Outcome == Unsettled:
		return schema.Unsure
	case t.Outcome != e.Outcome:
		return schema.No
	case e.Outcome == Fails && e.Code != "" && t.Code != e.Code:
		if t.MayEndBefore() {
			return schema.Unsure
		}
		return schema.No
	case e.Outcome == Arrives && e.Backend != "" && t.Backend != e.Backend:
		return schema.No
	}
	return schema.Yes
}
