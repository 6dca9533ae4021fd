package definition

import "testing"

func TestSpell(t *testing.T) {
	for pattern, want := range map[string]string{
		`^[A-Za-z][A-Za-z0-9_]*$`:                 "a form that is not allowed: it takes letters, digits and _, and at the beginning only letters",
		`^[\p{Han}A-Za-z0-9_.\-]*$`:               "a character that is not allowed: it takes letters, digits, Chinese characters and - . _",
		`^[^<>]*$`:                                "a character that is not allowed: it takes any character but < >",
		`^iam:domain::.+$`:                        "a form that is not allowed: it has to match ^iam:domain::.+$",
		`^(02|06|10|14|18|22):00:00$`:             "a form that is not allowed: it has to match ^(02|06|10|14|18|22):00:00$",
		`^[A-Za-z]([A-Za-z0-9_\-]*[A-Za-z0-9])?$`: `a form that is not allowed: it has to match ^[A-Za-z]([A-Za-z0-9_\-]*[A-Za-z0-9])?$`,
	} {
		if got := spell(pattern); got != want {
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

func TestLists(t *testing.T) {
	if got := list([]string{"a", "b", "c"}, "and"); got != "a, b and c" {
		t.Error(got)
	}
	if got := choices([]string{"a", "b"}, true); got != `"a" or "b"` {
		t.Error(got)
	}
	many := make([]string, maxShown+1)
	if got := choices(many, false); got[len(got)-len("…"):] != "…" {
		t.Error(got)
	}
}
