package report

import (
	"maps"
	"slices"
	"strings"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema/trace"
)

// RedactCallers takes secrets out of what is said of callers.
func RedactCallers(d *trace.Difference, secrets []string) {
	secrets = InCalls(secrets)
	for _, when := range phases {
		all := when.of(d)
		for i := range all.Changed {
			a := &all.Changed[i]
			redactCall(&a.Call, secrets)
			a.Before, a.After = redacted(a.Before, secrets), redacted(a.After, secrets)
		}
		for i := range all.Opened {
			redactCall(&all.Opened[i].Call, secrets)
		}
	}
}

// RedactTrace takes secrets, as [InCalls] returns them, out of a trace, and reports whether its call has any.
func RedactTrace(t *trace.Trace, secrets []string) bool {
	url, headers := t.Call.URL, t.Call.Headers
	*t = *redacted(t, secrets)
	return t.Call.URL != url || !maps.Equal(t.Call.Headers, headers)
}

// RedactCalls takes secrets out of a finding that may be about calls.
func RedactCalls(f *lint.Finding, secrets []string) {
	if f.Rule.Cause == lint.Promise {
		secrets = InCalls(secrets)
	}
	Redact(f, secrets)
}

func redacted(t *trace.Trace, secrets []string) *trace.Trace {
	if t == nil || len(secrets) == 0 {
		return t
	}
	r := *t
	redactCall(&r.Call, secrets)
	r.Backend = redact(r.Backend, secrets)
	r.Stations = slices.Clone(r.Stations)
	for i := range r.Stations {
		r.Stations[i].Because = redact(r.Stations[i].Because, secrets)
	}
	r.Candidates = slices.Clone(r.Candidates)
	for i := range r.Candidates {
		r.Candidates[i].Why = redact(r.Candidates[i].Why, secrets)
	}
	return &r
}

func redactCall(c *trace.Call, secrets []string) {
	c.URL, c.Host, c.Path = redact(c.URL, secrets), redact(c.Host, secrets), redact(c.Path, secrets)
	headers := map[string]string{}
	for name, value := range c.Headers {
		headers[name] = redact(value, secrets)
	}
	c.Headers = headers
}

// InCalls returns secrets in the forms in which calls may show them: hosts are in lower case, a wildcard has a word for its star, and a path has
// values for its parameters.
func InCalls(secrets []string) []string {
	var all []string
	for _, secret := range secrets {
		lower := strings.ToLower(secret)
		all = append(all, secret, lower, strings.TrimPrefix(lower, "*."))
		if strings.Contains(secret, "/") {
			all = append(all, strings.FieldsFunc(secret, func(r rune) bool { return r == '/' || r == '{' || r == '}' })...)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}
