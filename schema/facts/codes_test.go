package facts

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

func TestCodes(t *testing.T) {
	all := codes().Codes
	if !slices.IsSortedFunc(all, func(a, b Code) int { return strings.Compare(a.Code, b.Code) }) {
		t.Error("the codes are not sorted")
	}
	legal := regexp.MustCompile(`^API[GC]\.\d{4}$`)
	for i, c := range all {
		if i > 0 && all[i-1].Code == c.Code {
			t.Errorf("%s is there twice", c.Code)
		}
		if !legal.MatchString(c.Code) || len(c.Answers) == 0 {
			t.Errorf("%q is no code, or means nothing", c.Code)
		}
		statuses := map[[2]any]bool{}
		for _, a := range c.Answers {
			key := [2]any{a.Status, a.Apply}
			if statuses[key] {
				t.Errorf("%s has two meanings for the status %d", c.Code, a.Status)
			}
			statuses[key] = true
			if a.Status < 400 || a.Status > 599 || a.Meaning == "" || strings.HasSuffix(a.Meaning, ".") {
				t.Errorf("%s: %d %q is no status of an error, or no clause", c.Code, a.Status, a.Meaning)
			}
		}
	}
}

func TestGatewayCode(t *testing.T) {
	c, ok := GatewayCode("APIG.0101")
	if !ok || len(c.Answers) != 1 || c.Answers[0].Status != 404 || c.Answers[0].Apply {
		t.Errorf("APIG.0101 is what callers get with the status 404, not %v", c)
	}
	if c, ok := GatewayCode("APIG.3301"); !ok || !c.Answers[0].Apply {
		t.Errorf("APIG.3301 is what an apply gets, not %v", c)
	}
	if c, ok := GatewayCode("APIG.0099"); ok {
		t.Errorf("there is no APIG.0099, but %v", c)
	}
	c.Answers[0].Meaning = "overwritten"
	if again, _ := GatewayCode("APIG.0101"); again.Answers[0].Meaning == "overwritten" {
		t.Error("the table can be written to")
	}
}

func TestWhatMessagesSay(t *testing.T) {
	c, _ := GatewayCode("APIG.0308")
	const message = "The throttling threshold has been reached: policy ip over ratelimit,limit:5,time:1 minute"
	if said, ok := c.Says(message); !ok || !strings.Contains(said.Meaning, "address") {
		t.Errorf("%q names the caller's address, not %q", message, said.Meaning)
	}
	if said, ok := c.Says("The throttling threshold has been reached"); ok {
		t.Errorf("without a policy the message says no more than the code, not %q", said.Meaning)
	}
	for message, station := range map[string]string{
		"curl: (6) Could not resolve host: api.example.com":                     "name",
		"curl: (28) Failed to connect to api.example.com port 443: Timed out":   "entrance",
		"dial tcp 203.0.113.7:8443: connect: connection refused":                "port",
		"x509: certificate is valid for a.example.com, not for api.example.com": "tls",
	} {
		if s, ok := SymptomOf(message); !ok || s.Stations[0] != station {
			t.Errorf("%q: the call ends at %s, not %v", message, station, s.Stations)
		}
	}
	if s, ok := SymptomOf("404 page not found"); ok {
		t.Errorf("a page is an answer, and no symptom of %q", s.Meaning)
	}
	for _, s := range codes().Symptoms {
		for _, text := range s.Texts {
			if text != strings.ToLower(text) {
				t.Errorf("%q is compared in lower case", text)
			}
		}
	}
}
