package facts

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

func TestCodes(t *testing.T) {
	all := codes()
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
		statuses := map[Answer]bool{}
		for _, a := range c.Answers {
			key := Answer{Status: a.Status, Apply: a.Apply}
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
