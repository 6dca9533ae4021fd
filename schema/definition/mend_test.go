package definition_test

import (
	"testing"

	"github.com/apiglint/apiglint/schema/definition"
)

func TestSole(t *testing.T) {
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
		if got := definition.Sole(test.text, test.names); got != test.want {
			t.Errorf("%q may be %q, not %q", test.text, got, test.want)
		}
	}
}
