package facts

import (
	"strings"
	"testing"
)

// TestSistersAreInTheTables holds that every name in the list of sisters is one of the tables, and stands there once.
func TestSistersAreInTheTables(t *testing.T) {
	for _, s := range sisters {
		seen := map[string]bool{}
		for name := range strings.FieldsSeq(s.types) {
			name, counterpart, _ := strings.Cut(name, "=")
			if counterpart == "" {
				counterpart = name
			}
			if _, ok := Canonical(Home + "_" + counterpart); !ok || seen[name] {
				t.Errorf("%s: %s is not in the tables, or twice in the list", s.prefix, name)
			}
			seen[name] = true
		}
	}
}

func TestSister(t *testing.T) {
	for name, want := range map[string]string{
		"sbercloud_apig_api":            "huaweicloud_apig_api",
		"sbercloud_apig_whatever":       "", // perhaps it has one
		"sbercloud_dns_recordset":       "huaweicloud_dns_recordset_v2",
		"sbercloud_apig_plugin":         "huaweicloud_apig_plugin",
		"sbercloud_apig_channel_member": "", // it had none when it was looked at
		"flexibleengine_apig_group":     "", // it cannot have domains
		"flexibleengine_apig_signature": "huaweicloud_apig_signature",
		"g42cloud_apig_signature":       "huaweicloud_apig_signature",
		"hcs_apig_signature":            "", // it has no gateway
	} {
		got, ok := Canonical(name)
		if got != want || ok != (want != "") {
			t.Errorf("Canonical(%q) = %q, %t", name, got, ok)
		}
		r := Resource(name)
		if (r != nil) != ok {
			t.Errorf("Resource(%q) = %v", name, r)
		}
		if prefix, _, _ := strings.Cut(name, "_"); r != nil && (r.Prefix != prefix || r != Resource(name)) {
			t.Errorf("%s has the prefix %s, or is made again", name, r.Prefix)
		}
	}
	if got, ok := Sister("sbercloud_apig_whatever"); got != "huaweicloud_apig_whatever" || !ok {
		t.Errorf("Sister = %q, %t", got, ok)
	}
	for _, name := range []string{"huaweicloud_apig_api", "aws_vpc", "hcs_vpc", ""} {
		if got, ok := Sister(name); ok {
			t.Errorf("Sister(%q) = %q", name, got)
		}
	}
	if !OfGateway("g42cloud_apig_api") || !OfGateway("huaweicloud_apig_api") || OfGateway("g42cloud_vpc") || OfGateway("hcs_apig_api") {
		t.Error("OfGateway does not tell what belongs to the gateway")
	}
	if Data("sbercloud_apig_api") != nil {
		t.Error("a sister's data source is known")
	}
}

// TestInherit holds that a sister's type has the schema, and none of what only the documentation or the cloud says.
func TestInherit(t *testing.T) {
	at := func(typeName, path string) *Attr { return Resource(typeName).At(path) }
	if a := at("sbercloud_apig_api", "web.request_method"); a.Type != String || !a.Optional || a.Enum != nil {
		t.Errorf("request_method = %+v", a)
	}
	if at("huaweicloud_apig_api", "web.request_method").Enum == nil {
		t.Error("the documented values are gone from the tables' own type")
	}
	if a := at("sbercloud_apig_custom_authorizer", "type"); a.Enum == nil || a.EnumFrom != FromCode {
		t.Errorf("type = %+v", a)
	}
	if a := at("sbercloud_vpc_subnet", "dns_list"); a.Elem == nil || a.Elem.Format != "ip" {
		t.Errorf("dns_list = %+v", a)
	}
	if a := at("sbercloud_apig_api", "web.vpc_channel_id"); len(a.AtLeastOneOf) == 0 {
		t.Errorf("vpc_channel_id = %+v", a)
	}
	if r := Resource("sbercloud_apig_api"); len(r.Constraints) > 0 {
		t.Errorf("%d constraints", len(r.Constraints))
	}
	if got := Resource("sbercloud_apig_api").Sibling("huaweicloud_apig_group"); got != "sbercloud_apig_group" {
		t.Errorf("Sibling = %s", got)
	}
	old := (&Type{Name: "huaweicloud_a", Deprecated: "sdk+docs", ReplacedBy: "huaweicloud_b"}).inherit("x")
	if old.Deprecated != "sdk" || old.ReplacedBy != "x_b" {
		t.Errorf("deprecated = %q, replaced by %q", old.Deprecated, old.ReplacedBy)
	}
	if docs := (&Type{Name: "huaweicloud_a", Deprecated: "docs", ReplacedBy: "huaweicloud_b"}).inherit("x"); docs.Deprecated+docs.ReplacedBy != "" {
		t.Errorf("deprecated = %q, replaced by %q", docs.Deprecated, docs.ReplacedBy)
	}
}
