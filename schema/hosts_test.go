package schema_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/terraform"
	"github.com/apiglint/apiglint/schema/terraform/configs"
)

// hostConfig loads a configuration of one file with short type names: apig_group for huaweicloud_apig_group.
func hostConfig(t *testing.T, text string) *schema.Config {
	t.Helper()
	text = strings.NewReplacer(
		`resource "`, `resource "huaweicloud_`, "= apig_", "= huaweicloud_apig_", "[apig_", "[huaweicloud_apig_",
		"= dns_", "= huaweicloud_dns_", "= vpc_", "= huaweicloud_vpc_", "[vpc_", "[huaweicloud_vpc_",
		"    apig_", "    huaweicloud_apig_", "    vpc_", "    huaweicloud_vpc_", "${apig_", "${huaweicloud_apig_",
	).Replace(text)
	files := fstest.MapFS{"main.tf": &fstest.MapFile{Data: []byte(text)}}
	c, err := schema.Load(configs.NewLoader(files), ".", terraform.Options{})
	if err != nil || c.Root.Diagnostics.HasErrors() {
		t.Fatal(err, c.Root.Diagnostics)
	}
	return c
}

func named[T any](t *testing.T, objects []*T, name string, address func(*T) string) *T {
	t.Helper()
	for _, object := range objects {
		if strings.HasSuffix(address(object), "."+name) {
			return object
		}
	}
	t.Fatalf("nothing is called %s", name)
	return nil
}

func group(t *testing.T, c *schema.Config, name string) *schema.Group {
	return named(t, c.Groups, name, func(g *schema.Group) string { return g.Address })
}

func gateway(t *testing.T, c *schema.Config, name string) *schema.Gateway {
	return named(t, c.Gateways, name, func(g *schema.Gateway) string { return g.Address })
}

func domain(t *testing.T, c *schema.Config, name string) *schema.Domain {
	return named(t, c.Domains(), name, func(d *schema.Domain) string { return d.Resource.Address })
}

func TestHostName(t *testing.T) {
	for written, want := range map[string]string{
		"Shop.Example.COM.": "shop.example.com", "*.Example.com": "*.example.com", "": "",
	} {
		if got := schema.HostName(written); got != want {
			t.Errorf("HostName(%q) = %q, want %q", written, got, want)
		}
	}
}

func TestNamesFor(t *testing.T) {
	for host, want := range map[string][]string{
		"a.b.example.com": {"a.b.example.com", "*.b.example.com", "*.example.com", "*.com"},
		"*.example.com":   {"*.example.com", "*.com"},
		"localhost":       {"localhost"},
	} {
		if got := schema.NamesFor(host); !slices.Equal(got, want) {
			t.Errorf("NamesFor(%q) = %q, want %q", host, got, want)
		}
	}
}

func TestDomainPorts(t *testing.T) {
	type answer struct {
		port    int
		certain bool
	}
	for name, test := range map[string]struct {
		arguments   string
		http, https answer
	}{
		"neither":      {"", answer{80, true}, answer{443, true}},
		"both":         {"ingress_http_port = 8080\ningress_https_port = 8443", answer{8080, true}, answer{8443, true}},
		"one is off":   {"ingress_http_port = -1\ningress_https_port = 443", answer{0, true}, answer{443, true}},
		"only one":     {"ingress_https_port = 443", answer{0, false}, answer{443, true}},
		"null":         {"ingress_http_port = null", answer{80, true}, answer{443, true}},
		"unknown":      {"ingress_http_port = var.port\ningress_https_port = 443", answer{0, false}, answer{443, true}},
		"only unknown": {"ingress_http_port = var.port", answer{0, false}, answer{0, false}},
	} {
		t.Run(name, func(t *testing.T) {
			c := hostConfig(t, `
variable "port" {}
resource "apig_group_domain_associate" "d" {
  url_domain = "example.com"
  `+test.arguments+`
}`)
			d := domain(t, c, "d")
			if port, certain := d.HTTPPort(); (answer{port, certain}) != test.http {
				t.Errorf("HTTP: %d, %t, want %v", port, certain, test.http)
			}
			if port, certain := d.HTTPSPort(); (answer{port, certain}) != test.https {
				t.Errorf("HTTPS: %d, %t, want %v", port, certain, test.https)
			}
		})
	}
}

func TestDomainsOf(t *testing.T) {
	const declared = `
variable "id" {}
variable "names" {}
resource "apig_group" "inline" {
  url_domains {
    name = "inline.example.com"
  }
}
resource "apig_group" "bound" {}
resource "apig_group_domain_associate" "bound" {
  group_id   = apig_group.bound.id
  url_domain = "bound.example.com"
}
resource "apig_group" "none" {}
resource "apig_group" "left" {
  lifecycle {
    ignore_changes = [name, url_domains]
  }
}
resource "apig_group" "open" {
  dynamic "url_domains" {
    for_each = var.names
    content {
      name = url_domains.value
    }
  }
}
`
	type answer struct {
		hosts    string
		complete bool
	}
	want := map[string]answer{
		"inline": {"inline.example.com", true}, "bound": {"bound.example.com", true}, "none": {"", true},
		"left": {"", false}, "open": {"", false},
	}
	check := func(t *testing.T, c *schema.Config, want map[string]answer) {
		t.Helper()
		for name, w := range want {
			domains, complete := parts(c.DomainsOf(group(t, c, name)))
			var hosts []string
			for _, d := range domains {
				host, _ := d.Host()
				hosts = append(hosts, host)
			}
			if got := (answer{strings.Join(hosts, " "), complete}); got != w {
				t.Errorf("%s: %v, want %v", name, got, w)
			}
		}
	}
	check(t, hostConfig(t, declared), want)

	for name, text := range map[string]string{
		"a binding of any group": `resource "apig_group_domain_associate" "loose" { group_id = var.id }`,
		"a provisioner": `
resource "apig_environment" "p" {
  provisioner "local-exec" {
    command = "bind"
  }
}`,
	} {
		t.Run(name, func(t *testing.T) {
			uncertain := map[string]answer{}
			for name, w := range want {
				uncertain[name] = answer{w.hosts, false}
			}
			check(t, hostConfig(t, declared+text), uncertain)
		})
	}
}

func TestDebugging(t *testing.T) {
	for argument, want := range map[string]schema.Verdict{
		"": schema.No, "domain_access_enabled = true": schema.Yes, "domain_access_enabled = false": schema.No,
		"domain_access_enabled = null": schema.No, "domain_access_enabled = var.on": schema.Unsure,
		"lifecycle {\nignore_changes = [domain_access_enabled]\n}":                               schema.Unsure,
		"lifecycle {\nignore_changes = [\"domain_access_enabled\"]\n}":                           schema.Unsure,
		"lifecycle {\nignore_changes = all\n}":                                                   schema.Unsure,
		"lifecycle {\nignore_changes = [name, environment[0].variable]\n}":                       schema.No,
		"domain_access_enabled = true\nlifecycle {\nignore_changes = [domain_access_enabled]\n}": schema.Yes,
	} {
		c := hostConfig(t, "variable \"on\" {}\nresource \"apig_group\" \"g\" {\n"+argument+"\n}")
		if got := group(t, c, "g").Debugging(); got != want {
			t.Errorf("%s: %v, want %v", argument, got, want)
		}
	}
}

func TestFeatureOf(t *testing.T) {
	for name, test := range map[string]struct {
		features string
		want     schema.Verdict
	}{
		"none":    {"", schema.No},
		"on":      {`resource "apig_instance_feature" "f" { %s name = "app_route" %s enabled = true }`, schema.Yes},
		"default": {`resource "apig_instance_feature" "f" { %s name = "app_route" }`, schema.No},
		"other":   {`resource "apig_instance_feature" "f" { %s name = "app_secret" %s enabled = true }`, schema.No},
		"unknown": {`resource "apig_instance_feature" "f" { %s name = "app_route" %s enabled = var.x }`, schema.Unsure},
		"unnamed": {`resource "apig_instance_feature" "f" { %s name = var.x %s enabled = true }`, schema.Unsure},
		"off, and an unnamed one": {
			`resource "apig_instance_feature" "f" { %s name = "app_route" }
			 resource "apig_instance_feature" "g" { %s name = var.x %s enabled = true }`, schema.Unsure,
		},
		"loose": {`resource "apig_instance_feature" "f" { instance_id = var.x %s name = "app_route" }`, schema.Unsure},
		"counted": {
			`resource "apig_instance_feature" "f" { count = var.x %s instance_id = apig_instance.main.id
			 name = "app_route" %s enabled = true }`, schema.Unsure,
		},
	} {
		text := strings.NewReplacer("{ %s", "{\ninstance_id = apig_instance.main.id\n", "%s", "\n", "{ ", "{\n", " }", "\n}").
			Replace(test.features)
		c := hostConfig(t, "variable \"x\" {}\nresource \"apig_instance\" \"main\" {}\n"+text+"\n")
		if got := c.CalledByAddress(gateway(t, c, "main")); got != test.want {
			t.Errorf("%s: %v, want %v", name, got, test.want)
		}
	}
}

func TestHostsLead(t *testing.T) {
	const declared = `
variable "name" {}
resource "apig_instance" "main" {}
resource "apig_group" "shop" {
  instance_id = apig_instance.main.id
  url_domains {
    name = "shop.example.com"
  }
  url_domains {
    name = "*.Wild.example.com."
  }
}
`
	for text, want := range map[string]map[string]schema.Verdict{
		"": {
			"shop.example.com": schema.Yes, "a.b.wild.example.com": schema.Yes, "*.wild.example.com": schema.Yes,
			"wild.example.com": schema.No, "a.shop.example.com": schema.No, "example.com": schema.No,
		},
		`resource "apig_group" "other" {
  instance_id = apig_instance.main.id
  url_domains {
    name = var.name
  }
}`: {"shop.example.com": schema.Yes, "example.com": schema.Unsure},
		`resource "apig_group" "loose" {
  instance_id = var.name
}`: {"shop.example.com": schema.Yes, "example.com": schema.Unsure},
	} {
		c := hostConfig(t, declared+text)
		hosts := schema.LookupOf(c.HostsOf(gateway(t, c, "main")))
		for host, verdict := range want {
			if got := schema.Lead(hosts, host); got != verdict {
				t.Errorf("%s with %q: %v, want %v", host, text, got, verdict)
			}
		}
	}
}

func TestNeeds(t *testing.T) {
	c := hostConfig(t, `
resource "apig_instance" "main" {}
resource "apig_group" "shop" {
  instance_id           = apig_instance.main.id
  domain_access_enabled = true
}
resource "apig_group_domain_associate" "custom" {
  group_id           = apig_group.shop.id
  url_domain         = "shop.example.com"
  ingress_http_port  = -1
  ingress_https_port = 8443
}
resource "apig_group_domain_associate" "half" {
  group_id          = apig_group.shop.id
  url_domain        = "half.example.com"
  ingress_http_port = 8080
}
resource "apig_api" "secure" {
  group_id         = apig_group.shop.id
  request_protocol = "HTTPS"
}
resource "apig_api" "both" {
  group_id         = apig_group.shop.id
  request_protocol = "BOTH"
}
`)
	var got []string
	for _, need := range c.Needs(gateway(t, c, "main")) {
		by := "debugging"
		if need.Domain != nil {
			by = need.Domain.Resource.Address[len("huaweicloud_apig_group_domain_associate."):]
		}
		name, _ := strings.CutPrefix(need.API.Address, "huaweicloud_apig_api.")
		got = append(got, strings.Join([]string{name, need.Protocol, by, strconv.Itoa(need.Port)}, " "))
	}
	slices.Sort(got)
	want := []string{
		"both HTTP debugging 80", "both HTTP half 8080", "both HTTPS custom 8443", "both HTTPS debugging 443",
		"secure HTTPS custom 8443", "secure HTTPS debugging 443",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}
