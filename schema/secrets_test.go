package schema_test

import (
	"slices"
	"testing"
	"testing/fstest"

	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/terraform"
	"github.com/apiglint/apiglint/schema/terraform/configs"
)

func TestSecrets(t *testing.T) {
	files := fstest.MapFS{
		"main.tf": {Data: []byte(`
variable "token" {
  sensitive = true
  default   = "secret-1"
}
variable "plain" { default = "shown" }
resource "huaweicloud_apig_signature" "a" {
  secret = "secret-2"
}
resource "huaweicloud_apig_signature" "b" {
  secret = var.token
}
module "m" {
  source   = "./m"
  password = "secret-3"
  name     = "shown"
}
locals { x = upper(sensitive("secret-4")) }
locals { fed = { code = "secret-6" } }
resource "huaweicloud_apig_appcode" "a" { value = local.fed.code }
resource "huaweicloud_apig_application" "a" { app_codes = ["secret-7"] }
resource "huaweicloud_apig_signature" "aes" {
  type = "aes"
  key  = "secret-8"
}
resource "huaweicloud_apig_signature" "basic" {
  type = "basic"
  key  = "shown"
}
`)},
		"m/main.tf": {Data: []byte(`
variable "password" { sensitive = true }
variable "name" {}
`)},
		"more.tf.json": {Data: []byte(`{"resource": {"huaweicloud_apig_signature": {"c": {"secret": "secret-5"}}}}`)},
	}
	c, err := schema.Load(configs.NewLoader(files), ".", terraform.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, r := range c.Secrets() {
		got = append(got, string(files[r.Filename].Data[r.Start.Byte:r.End.Byte]))
	}
	slices.Sort(got)
	want := []string{`"secret-1"`, `"secret-2"`, `"secret-3"`, `"secret-4"`, `"secret-5"`, `"secret-6"`, `["secret-7"]`, `"secret-7"`, `"secret-8"`}
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
