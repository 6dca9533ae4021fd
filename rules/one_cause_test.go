package rules_test

import (
	"slices"
	"testing"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/lint/linttest"
	"github.com/apiglint/apiglint/rules"
)

// TestOneCause holds that no rule speaks about the meaning of an API that Terraform or the provider certainly refuses as it is written, and
// that one is judged that only the cloud may refuse, or that is only warned of.
func TestOneCause(t *testing.T) {
	const gateway = `
resource "huaweicloud_apig_instance" "main" {
  edition = "BASIC"
}
`
	api := func(arguments string) string {
		return "resource \"huaweicloud_apig_api\" \"orders\" {\n  instance_id = huaweicloud_apig_instance.main.id\n" + arguments + "\n}\n"
	}
	const whole = `  group_id                = "group"
  name                    = "orders"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_path            = "/orders"
  security_authentication = "NONE"
`
	const method, mock = "  request_method = \"GET\"\n", "  mock {\n    response = \"ok\"\n  }\n"
	const web = "  web {\n    path             = \"/\"\n    request_method   = \"GET\"\n    request_protocol = \"HTTP\"\n    backend_address  = \"example.com\"\n  }\n"
	tests := map[string]struct {
		api    string
		judged bool
	}{
		"whole":                    {whole + method + mock, true},
		"two backends":             {whole + method + mock + web, false},
		"a list for a text":        {whole + method + mock + "  description = [\"a\"]", false},
		"two mocks":                {whole + method + mock + mock, false},
		"what only the cloud sees": {whole + "  request_method = \"GETT\"\n" + mock, true},
		"a name that there is not": {whole + method + mock + "  remark = \"a\"", false},
		"only warned of":           {whole + method + mock + "  cors = false\n  request_params {\n    name = \"x\"\n    location = \"QUERY\"\n    maximum = 1\n    minimum = 2\n  }\n", true},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			c := linttest.Source{"main.tf": gateway + api(test.api)}.Load(t)
			found := lint.Run(lint.Options{Rules: rules.All(), OneCause: true}, c).Findings
			judged := slices.ContainsFunc(found, func(f *lint.Finding) bool {
				return f.Rule.Cause != lint.Definition && f.Resource == "huaweicloud_apig_api.orders"
			})
			if judged != test.judged {
				t.Errorf("its meaning is judged: %t, want %t", judged, test.judged)
			}
		})
	}
}
