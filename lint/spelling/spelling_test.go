package spelling_test

import (
	"testing"

	"github.com/apiglint/apiglint/lint/spelling"
)

func TestNearest(t *testing.T) {
	names := []string{"name", "status_code", "backend_address", "huaweicloud_apig_api"}
	for text, want := range map[string]string{
		"nam":                    "name",
		"Name":                   "name",
		"statuscode":             "status_code",
		"backend_addresses":      "backend_address",
		"huaweicloud_apigw_apis": "huaweicloud_apig_api",
		"description":            "",
		"x":                      "",
		"y":                      "", // every letter differs
		"game":                   "name",
		"gate":                   "",
		"names":                  "name",
		"huaweicloud_apig_apis":  "huaweicloud_apig_api",
	} {
		if got := spelling.Nearest(text, names); got != want {
			t.Errorf("Nearest(%s) = %s, want %q", text, got, want)
		}
	}
	if got := spelling.Suggestion("nam", names) + spelling.Suggestion("x", names); got != ": did you mean name?" {
		t.Error(got)
	}
}

func TestCertain(t *testing.T) {
	methods := []string{"GET", "POST", "PUT", "DELETE", "HEAD", "PATCH", "OPTIONS", "ANY"}
	protocols := []string{"HTTP", "HTTPS", "BOTH"}
	for _, test := range []struct {
		text  string
		names []string
		want  string
	}{
		{"https", protocols, "HTTPS"}, // case alone, although HTTP is near
		{"BOHT", protocols, ""},       // two letters of four
		{"HTTPSS", protocols, ""},     // HTTP is near as well
		{"HTP", protocols, ""},
		{"DELET", methods, "DELETE"},
		{"POT", methods, ""},
		{"GT", methods, ""},
		{"FETCH", methods, ""}, // PATCH is another word
		{"OPTOINS", methods, "OPTIONS"},
		{"Basic", []string{"basic", "BASIC"}, ""},
		{"", methods, ""},
	} {
		if got := spelling.Certain(test.text, test.names); got != test.want {
			t.Errorf("Certain(%s) = %s, want %q", test.text, got, test.want)
		}
	}
}
