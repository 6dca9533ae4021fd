package definition

import (
	"strings"
	"testing"

	"github.com/apiglint/apiglint/schema/facts"
)

func TestDescribePattern(t *testing.T) {
	for pattern, want := range map[string]string{
		`^[A-Za-z][A-Za-z0-9_]*$`:                 "letters, digits and _, beginning with a letter",
		`^[A-Za-z0-9][A-Za-z0-9_\-]{7,31}$`:       "8 to 32 letters, digits, - and _, beginning with a letter or a digit",
		`^[A-Za-z0-9!@#$%]{16}$`:                  "exactly 16 letters, digits and any of ! # $ % @",
		`^[\p{Han}A-Za-z0-9_.\-]*$`:               "letters, digits, Chinese characters, -, . and _",
		`^[^<>]*$`:                                "any characters but < >",
		`^iam:domain::.+$`:                        "a value that matches ^iam:domain::.+$",
		`^(02|06|10|14|18|22):00:00$`:             "a value that matches ^(02|06|10|14|18|22):00:00$",
		`^[A-Za-z]([A-Za-z0-9_\-]*[A-Za-z0-9])?$`: `a value that matches ^[A-Za-z]([A-Za-z0-9_\-]*[A-Za-z0-9])?$`,
	} {
		if got, ok := describePattern(pattern); got != want || ok == strings.Contains(want, pattern) {
			t.Errorf("%s: %s", pattern, got)
		}
	}
}

func TestFormats(t *testing.T) {
	for format, texts := range map[string]struct{ good, bad []string }{
		"cidr_network":          {[]string{"10.0.0.0/8", "2001:db8::/32"}, []string{"10.0.0.1/8", "10.0.0.1", "office"}},
		"ip":                    {[]string{"10.0.0.1", "::1"}, []string{"10.0.0.0/8", "10.0.0.256"}},
		"ipv4":                  {[]string{"10.0.0.1"}, []string{"::1", "10.0.0"}},
		"ip_or_cidr":            {[]string{"10.0.0.1", "10.0.0.1/8"}, []string{"10.0.0.1-10.0.0.2"}},
		"ip_or_cidr_or_iprange": {[]string{"10.0.0.1", "10.0.0.0/8", "10.0.0.1-10.0.0.2"}, []string{"10.0.0.1-", "office"}},
		"ipv4_or_cidr_list":     {[]string{"10.0.0.1", "10.0.0.0/8, 10.0.0.1"}, []string{"::1", "10.0.0.1,,"}},
		"ports":                 {[]string{"80", "1-30", "22,80-90"}, []string{"0", "http", "80-", "65536"}},
		"json":                  {[]string{"{}", `"x"`}, []string{"x", "{"}},
		"unheard_of":            {[]string{"anything"}, nil},
	} {
		for _, text := range texts.good {
			if !fits(text, format) {
				t.Errorf("%s is no %s", text, format)
			}
		}
		for _, text := range texts.bad {
			if fits(text, format) {
				t.Errorf("%s is %s", text, format)
			}
		}
	}
}

func TestChoices(t *testing.T) {
	for want, test := range map[string]struct {
		values []string
		of     facts.Attr
	}{
		`"a"`:             {[]string{"a"}, facts.Attr{Type: facts.String}},
		`one of "a", "b"`: {[]string{"a", "b"}, facts.Attr{Type: facts.List, Elem: &facts.Attr{Type: facts.String}}},
		`one of 1, 2`:     {[]string{"1", "2"}, facts.Attr{Type: facts.Int}},
		`one of 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, …`: {strings.Split(strings.Repeat("0", maxShown+1), ""), facts.Attr{Type: facts.Int}},
	} {
		if got := choices(test.values, &test.of); got != want {
			t.Errorf("%s, not %s", got, want)
		}
	}
}
