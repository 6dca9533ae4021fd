package schema_test

import (
	"testing"
	"testing/fstest"

	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/terraform"
	"github.com/apiglint/apiglint/schema/terraform/configs"
)

// read loads one file as a root module.
func read(t *testing.T, text string) *schema.Config {
	t.Helper()
	files := fstest.MapFS{"main.tf": &fstest.MapFile{Data: []byte(text)}}
	c, err := schema.Load(configs.NewLoader(files), ".", terraform.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if c.Root.Diagnostics.HasErrors() {
		t.Fatal(c.Root.Diagnostics)
	}
	return c
}

func TestBackends(t *testing.T) {
	c := read(t, `
variable "more" {}

resource "huaweicloud_apig_api" "web" {
  backend_params {
    name = "of_default"
  }
  web {
    timeout = 1
  }
  web_policy {
    timeout = 2
    backend_params {
      name = "of_policy"
    }
  }
}

resource "huaweicloud_apig_api" "function" {
  func_graph {
    timeout = 3
  }
  func_graph_policy {
    timeout         = 4
    invocation_type = "sync"
    invocation_mode = "async"
  }
  dynamic "func_graph_policy" {
    for_each = var.more
    content {}
  }
}

resource "huaweicloud_apig_api" "mock" {
  mock {}
  mock_policy {}
}
`)
	web, complete := parts(c.APIs[0].Backends())
	if len(web) != 2 || !complete || web[0].Policy || !web[1].Policy || web[0].Web == nil || web[1].Web == nil {
		t.Fatalf("web: %d backends, complete: %v", len(web), complete)
	}
	for i, name := range []string{"of_default", "of_policy"} {
		if !web[i].Timeout().Is(i+1) || !web[i].Params.One().Name.Is(name) || web[i].Waits() != schema.Yes {
			t.Errorf("web backend %d has the values of another one", i)
		}
	}
	functions, complete := parts(c.APIs[1].Backends())
	if len(functions) != 2 || complete {
		t.Fatalf("functions: %d backends, complete: %v", len(functions), complete)
	}
	if functions[0].Waits() != schema.Yes || functions[1].Waits() != schema.No {
		t.Error("a function is waited for unless it is called without")
	}
	mocks := c.APIs[2].Backends().Certain()
	if len(mocks) != 2 || mocks[0].Mock == nil || !mocks[0].Timeout().Absent() {
		t.Errorf("mocks: %d backends", len(mocks))
	}
}

func TestEndpointOf(t *testing.T) {
	for _, test := range []struct {
		web    string
		host   string
		port   int
		public schema.Verdict
	}{
		{`backend_address = "10.0.0.8:8080"`, "10.0.0.8", 8080, schema.No},
		{`backend_address = "10.0.0.8"`, "10.0.0.8", 443, schema.No},
		{"backend_address = \"8.8.8.8\"\nrequest_protocol = \"HTTP\"", "8.8.8.8", 80, schema.Yes},
		{"backend_address = \"100.64.1.1\"\nrequest_protocol = var.port", "100.64.1.1", schema.AnyPort, schema.No},
		{`backend_address = "127.0.0.1:80"`, "127.0.0.1", 80, schema.No},
		{`backend_address = "[2001:db8::1]:80"`, "2001:db8::1", 80, schema.Yes},
		{`backend_address = "Orders.Example.com:81"`, "orders.example.com", 81, schema.Unsure},
		{`backend_address = "10.0.0.8:${var.port}"`, "10.0.0.8", 0, schema.No},
		{`backend_address = "10.0.0.${var.port}"`, "", 0, schema.Unsure},
		{`backend_address = "#orders#:80"`, "", 0, schema.Unsure},
		{`backend_address = "http://10.0.0.8"`, "", 0, schema.Unsure},
		{`backend_address = var.port`, "", 0, schema.Unsure},
		{`backend_address = huaweicloud_vpc_eip.shop.address`, "", 0, schema.Yes},
		{`backend_address = "${huaweicloud_vpc_eip.shop.address}:80"`, "", 0, schema.Yes},
		{`backend_address = huaweicloud_vpc_eip.shop.private_ip`, "", 0, schema.Unsure},
	} {
		c := read(t, `
variable "port" {}
resource "huaweicloud_vpc_eip" "shop" {}
resource "huaweicloud_apig_api" "orders" {
  web {
    `+test.web+`
  }
}
`)
		backends := c.APIs[0].Backends().Certain()
		e, ok := c.EndpointOf(backends[0])
		if !ok || e.Host != test.host || e.Port != test.port || e.Public() != test.public {
			t.Errorf("%s: host %q, port %d, public %d, found %v", test.web, e.Host, e.Port, e.Public(), ok)
		}
		if e.Host != "" && e.IP.IsValid() == (test.public == schema.Unsure) {
			t.Errorf("%s: the address is %s", test.web, e.IP)
		}
	}
}

func TestNoEndpoint(t *testing.T) {
	for _, blocks := range []string{
		`mock {}`,
		`web {}`,
		`web {
		   vpc_channel_id  = "8b2a"
		   backend_address = "10.0.0.8"
		 }`,
		`web_policy {
		   backend_address = "10.0.0.8"
		 }`,
	} {
		c := read(t, "resource \"huaweicloud_apig_api\" \"orders\" {\n"+blocks+"\n}\n")
		backends := c.APIs[0].Backends().Certain()
		if e, ok := c.EndpointOf(backends[0]); ok {
			t.Errorf("%s is called at %q", blocks, e.Host)
		}
	}
}

func TestTimeoutCeiling(t *testing.T) {
	for _, test := range []struct {
		feature string
		ceiling int
		certain bool
	}{
		{``, 60000, true},
		{`name = "ratelimit"`, 60000, true},
		{`name = "backend_timeout"
		  config = jsonencode({ max_timeout = 90000 })`, 60000, false},
		{`name = "backend_timeout"
		  enabled = true
		  config = jsonencode({ max_timeout = 90000 })`, 90000, true},
		{`name = "backend_timeout"
		  enabled = var.unknown
		  config = jsonencode({ max_timeout = 90000 })`, 0, false},
		{`name = "backend_timeout"
		  enabled = true
		  config = var.unknown`, 0, false},
		{`name = "backend_timeout"
		  enabled = true
		  config = jsonencode({ max_timeout = 600001 })`, 0, false},
		{`name = "backend_timeout"
		  enabled = true
		  config = "on"`, 0, false},
		{`name = var.unknown`, 0, false},
	} {
		feature := ""
		if test.feature != "" {
			feature = "resource \"huaweicloud_apig_instance_feature\" \"f\" {\n" +
				"instance_id = huaweicloud_apig_instance.main.id\n" + test.feature + "\n}\n"
		}
		c := read(t, "variable \"unknown\" {}\nresource \"huaweicloud_apig_instance\" \"main\" {}\n"+feature)
		if ceiling, _, certain := c.TimeoutCeiling(c.Gateways[0]); ceiling != test.ceiling || certain != test.certain {
			t.Errorf("%s: %d, certain: %v", test.feature, ceiling, certain)
		}
	}
}

func TestTimeoutCeilingOfOneOfMany(t *testing.T) {
	many := `
variable "keys" {}
resource "huaweicloud_apig_instance" "main" {
  for_each = var.keys
}
`
	c := read(t, many)
	if ceiling, _, certain := c.TimeoutCeiling(c.Gateways[0]); ceiling != schema.DefaultTimeoutCeiling || !certain {
		t.Errorf("without a feature: %d, certain: %v", ceiling, certain)
	}
	c = read(t, many+`
resource "huaweicloud_apig_instance_feature" "f" {
  instance_id = huaweicloud_apig_instance.main["a"].id
  name        = "backend_timeout"
  enabled     = true
  config      = jsonencode({ max_timeout = 90000 })
}
`)
	if _, _, certain := c.TimeoutCeiling(c.Gateways[0]); certain {
		t.Error("the feature of one gateway is taken for that of all")
	}
}

func TestMembersOf(t *testing.T) {
	for _, test := range []struct {
		channel, beside string
		members         int
		complete        bool
	}{
		{``, ``, 0, true},
		{`member {
		    host = "10.0.0.1"
		  }`, ``, 1, true},
		{`member {
		    host = "10.0.0.1"
		  }`, `resource "huaweicloud_apig_channel_member" "m" {
		    vpc_channel_id = huaweicloud_apig_channel.c.id
		  }`, 2, true},
		{`type = "2"`, ``, 0, true},
		{`type = "microservice"`, ``, 0, false},
		{`type = var.unknown`, ``, 0, false},
		{`count = var.unknown`, ``, 0, false},
		{`lifecycle {
		    ignore_changes = [member]
		  }`, ``, 0, false},
		{`dynamic "member" {
		    for_each = var.unknown
		    content {}
		  }`, ``, 0, false},
		{``, `resource "huaweicloud_apig_channel_member" "m" {
		    vpc_channel_id = var.unknown
		  }`, 0, false},
		{``, `resource "huaweicloud_apig_channel_member" "m" {
		    for_each       = var.unknown
		    vpc_channel_id = huaweicloud_apig_channel.c.id
		  }`, 1, false},
	} {
		c := read(t, "variable \"unknown\" {}\nresource \"huaweicloud_apig_channel\" \"c\" {\n"+test.channel+"\n}\n"+test.beside)
		if members, complete := parts(c.MembersOf(c.Channels[0])); len(members) != test.members || complete != test.complete {
			t.Errorf("%s %s: %d members, complete: %v", test.channel, test.beside, len(members), complete)
		}
	}
}
