package trace

import (
	"fmt"
	"slices"

	"github.com/apiglint/apiglint/schema"
)

// errorTypes are the types of errors that a group's responses are for, by code.
var errorTypes = map[string]string{
	"APIG.0101": "NOT_FOUND", "APIG.0301": "AUTH_FAILURE", "APIG.0303": "AUTH_FAILURE", "APIG.0304": "UNAUTHORIZED", "APIG.0305": "AUTHORIZER_FAILURE",
	"APIG.0302": "ACCESS_DENIED", "APIG.0402": "ACCESS_DENIED", "APIG.0308": "THROTTLED", "APIG.0607": "REQUEST_PARAMETERS_FAILURE",
	"APIG.0202": "BACKEND_UNAVAILABLE", "APIG.0609": "BACKEND_UNAVAILABLE", "APIG.0610": "BACKEND_UNAVAILABLE", "APIG.0203": "BACKEND_TIMEOUT",
}

// response tells what the group makes of an error.
func (w *walk) response() Station {
	for _, s := range w.trace.Stations {
		if s.Verdict != Failed {
			continue
		}
		if s.Code == "" {
			return skipped("the gateway does not answer")
		}
		if status, rule, ok := w.answerTo(s.Code, s.Status); ok {
			return passed(nil, "a response of the group answers with %d", status).place(rule.Range())
		}
		return skipped("the gateway sends its default response")
	}
	return skipped("the response comes from the backend")
}

// answerTo returns the status that a response of the group certainly gives to an error.
func (w *walk) answerTo(code string, status int) (int, *schema.ResponseRule, bool) {
	kind := errorTypes[code]
	if code == "APIG.0201" {
		kind = map[int]string{400: "REQUEST_PARAMETERS_FAILURE", 502: "BACKEND_UNAVAILABLE", 504: "BACKEND_TIMEOUT"}[status]
	}
	response := w.responseOf()
	if response == nil {
		return 0, nil, false
	}
	rules, complete := response.Rules.All()
	if !complete || slices.ContainsFunc(rules, func(rule *schema.ResponseRule) bool { return rule.Error.Unknown() }) {
		return 0, nil, false
	}
	for _, wanted := range []string{kind, fmt.Sprintf("DEFAULT_%dXX", status/100)} {
		for _, rule := range rules {
			if wanted != "" && rule.Error.Is(wanted) {
				answer, ok := rule.Status.Get() // without one it has the body of the rule, and the status of the gateway
				return answer, rule, ok
			}
		}
	}
	return 0, nil, false
}

// responseOf returns the responses of the API, or those of its group for all APIs that name none.
func (w *walk) responseOf() *schema.Response {
	if w.api != nil && !w.api.Response.Absent() {
		return w.api.Response.Target()
	}
	return indexed(w.Config).answers[w.group]
}
