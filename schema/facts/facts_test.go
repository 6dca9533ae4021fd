package facts

import (
	"maps"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/zclconf/go-cty/cty"
)

func TestCanonical(t *testing.T) {
	for name, want := range map[string]string{
		"huaweicloud_vpc":                   "huaweicloud_vpc",
		"huaweicloud_vpc_v1":                "huaweicloud_vpc",
		"huaweicloud_apig_plugin_associate": "huaweicloud_apig_plugin_batch_apis_associate",
		"huaweicloud_nothing":               "",
		"huaweicloud":                       "",
		"vpc":                               "",
		"other_vpc":                         "",
		"":                                  "",
	} {
		got, ok := Canonical(name)
		if got != want || ok != (want != "") {
			t.Errorf("Canonical(%q) = %q, %t; want %q", name, got, ok, want)
		}
		if r := Resource(name); (r != nil) != ok || (ok && r.Name != want) {
			t.Errorf("Resource(%q) = %v", name, r)
		}
	}
	if got, ok := CanonicalData("huaweicloud_apig_apis_tags"); got != "huaweicloud_apig_instance_api_tags" || !ok {
		t.Errorf("CanonicalData = %q, %t", got, ok)
	}
	if Data("huaweicloud_vpc_v1") != nil {
		t.Error("a resource's alias is a data source")
	}
	if Resource("huaweicloud_vpc") != Resource("huaweicloud_vpc_v1") {
		t.Error("an alias is decoded again")
	}
}

func TestAttr(t *testing.T) {
	api := Resource("huaweicloud_apig_api")
	if id := api.Attrs["id"]; id == nil || id.Type != String || !id.ReadOnly() {
		t.Errorf("id = %+v", id)
	}
	if a := api.At("web.0.path"); a == nil || a != api.At("web.path") || !a.Configurable() {
		t.Errorf("web.0.path = %+v", a)
	}
	for _, path := range []string{"", "0", "web.nothing", "web..path", "name.x"} {
		if a := api.At(path); a != nil {
			t.Errorf("At(%q) = %s", path, a.Name)
		}
	}
	if got := api.At("request_params.valid_enable").Choices(); !slices.Equal(got, []string{"1", "2"}) {
		t.Errorf("valid_enable = %q", got)
	}
	conditions := api.At("web_policy.conditions.sys_name")
	if got := conditions.Choices(); len(got) != len(conditions.Enum)+2 {
		t.Errorf("sys_name = %q", got)
	}
	if a := api.At("func_graph.timeout"); Printed(a.Default) != "5000" || a.RangeFrom != FromDocs || !a.Ranges[0].Contains(600000) || a.Ranges[0].Contains(600001) {
		t.Errorf("func_graph.timeout = %+v", a)
	}
	name := Resource("huaweicloud_apig_acl_policy").Attrs["name"]
	if re := name.Regexp(); re == nil || re != name.Regexp() || !re.MatchString("a_1") || re.MatchString("1") {
		t.Errorf("Regexp = %v", re)
	}
	if api.Attrs["id"].Regexp() != nil || api.Attrs["id"].OrRegexp() != nil {
		t.Error("id has a pattern")
	}
}

func TestValue(t *testing.T) {
	open := Resource("huaweicloud_apig_instance").Attrs["ingress_bandwidth_size"].Ranges[0]
	if open.String() != "5.." || open.Max != nil || !open.Contains(1e9) || open.Contains(4) {
		t.Errorf("ingress_bandwidth_size = %s", open)
	}
	ports := Resource("huaweicloud_apig_group_domain_associate").Attrs["ingress_http_port"].Ranges
	if len(ports) != 3 || ports[0].String() != "-1" || ports[2].String() != "1024..49151" {
		t.Errorf("ingress_http_port = %v", ports)
	}
	three := 3.0
	if got := (Range{Max: &three}).String(); got != "..3" {
		t.Errorf("Range = %s", got)
	}
	chars, bytes := Length{Min: 1, Max: 2}, Length{Min: 1, Max: 2, Bytes: true}
	if !chars.Allows("äö") || bytes.Allows("äö") || chars.Allows("") || chars.Allows("abc") {
		t.Error("Length")
	}
	for v, want := range map[any]string{nil: "", true: "true", "x": "x", 1e6: "1000000", 0.5: "0.5"} {
		if got := Printed(v); got != want {
			t.Errorf("Printed(%v) = %q", v, got)
		}
	}
}

func TestImpliedType(t *testing.T) {
	for path, want := range map[string]cty.Type{
		"huaweicloud_vpc.cidr":                                                             cty.String,
		"huaweicloud_vpc.secondary_cidrs":                                                  cty.Set(cty.String),
		"huaweicloud_vpc.tags":                                                             cty.Map(cty.String),
		"huaweicloud_apig_api.cors":                                                        cty.Bool,
		"huaweicloud_apig_api.func_graph.timeout":                                          cty.Number,
		"huaweicloud_compute_instance.data_disks":                                          cty.DynamicPseudoType,
		"huaweicloud_apig_instance.custom_ingress_ports.port":                              cty.Number,
		"huaweicloud_apig_channel.microservice.cse_config":                                 cty.List(cty.Object(map[string]cty.Type{"engine_id": cty.String, "service_id": cty.String})),
		"huaweicloud_apig_certificate_batch_domains_associate.verify_enabled_domain_names": cty.Set(cty.String),
	} {
		name, rest, _ := strings.Cut(path, ".")
		if got := Resource(name).At(rest).ImpliedType(); !got.Equals(want) {
			t.Errorf("%s: %#v", path, got)
		}
	}
	if got := (&Attr{}).ImpliedType(); got != cty.DynamicPseudoType {
		t.Errorf("of no kind: %#v", got)
	}
}

func TestConstraint(t *testing.T) {
	byID := map[string]*Constraint{}
	for _, name := range index().names() {
		for _, c := range Resource(name).Constraints {
			byID[c.ID] = c
		}
	}
	c := byID["apig_api-71"]
	if got := c.Paths("conditions.type"); !slices.Contains(got, "web_policy.conditions.type") || len(got) != 3 {
		t.Errorf("Paths = %q", got)
	}
	if got := byID["apig_api-77"].Paths("request_params.name"); !slices.Equal(got, []string{"request_params.name"}) {
		t.Errorf("Paths = %q", got)
	}
	for _, test := range []struct {
		id    string
		value string
		set   bool
		want  bool
	}{
		{"apig_api-71", "reqMethod", true, true},
		{"apig_api-71", "reqPath", true, false},
		{"apig_api-71", "", false, false},
		{"apig_api-19", "true", true, true},
		{"apig_certificate-02", "anything", true, true},
		{"apig_certificate-02", "", false, false},
		{"apig_instance-01", "NLB_BASIC", true, true},
		{"apig_instance-01", "BASIC", true, false},
		{"apig_vpc_channel-01", "ECS", true, true},
		{"apig_vpc_channel-01", "", false, true},
		{"apig_vpc_channel-01", "EIP", true, false},
	} {
		if got := byID[test.id].If[0].Holds(test.value, test.set); got != test.want {
			t.Errorf("%s: Holds(%q, %t) = %t", test.id, test.value, test.set, got)
		}
	}
	if then := byID["apig_api-26"].Then; len(then.Forbidden) != 1 || then.Denied[0].Attr != "security_authentication" {
		t.Errorf("apig_api-26: %+v", then)
	}
	if re := byID["apig_api-54"].Regexp(); re == nil || !re.MatchString("X-Stage") {
		t.Errorf("apig_api-54: %v", re)
	}
}

func TestConcurrentUse(t *testing.T) {
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for _, name := range ResourceTypes() {
				for _, a := range Resource(name).Attrs {
					a.Regexp()
				}
			}
			for _, name := range DataTypes() {
				Data(name)
			}
		})
	}
	wg.Wait()
}

// names returns the canonical names of the resource types.
func (c *contents) names() []string { return slices.Sorted(maps.Keys(c.resources.types)) }

func TestReadmeListsKinds(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	var words []string
	for _, k := range ConstraintKinds() {
		words = append(words, k.Name)
	}
	for _, word := range append(words, CaughtBys()...) {
		if !strings.Contains(string(readme), "`"+word+"`") {
			t.Errorf("README.md does not list %s", word)
		}
	}
	version, _, _ := strings.Cut(Version(), "+")
	if !strings.Contains(string(readme), version) {
		t.Errorf("README.md is not about %s", version)
	}
}
