package schema

import (
	"reflect"
	"strings"
	"sync"

	"github.com/hashicorp/hcl/v2"

	"github.com/apiglint/apiglint/schema/facts"
	"github.com/apiglint/apiglint/schema/terraform"
)

// Config is one root module with everything that it calls: every gateway, and what stands around it. It does not change
// once it is loaded.
type Config struct {
	// Root is the module tree that the configuration was read from.
	Root *terraform.Root
	// Planned says that the root was made of a plan, and not read.
	Planned bool
	// Resources are all resource and data blocks whose type the facts tables know, those that are no kind among them.
	Resources []*Resource
	// Strangers are blocks whose type looks like the provider's and is not. What types its sisters have is not known.
	Strangers []Stranger

	Gateways      []*Gateway       `kind:"huaweicloud_apig_instance"`
	IngressPorts  []*IngressPort   `kind:"huaweicloud_apig_instance_ingress_port"`
	Features      []*Feature       `kind:"huaweicloud_apig_instance_feature"`
	GatewayRoutes []*GatewayRoutes `kind:"huaweicloud_apig_instance_routes"`

	Groups                   []*Group                    `kind:"huaweicloud_apig_group"`
	DomainBindings           []*DomainBinding            `kind:"huaweicloud_apig_group_domain_associate"`
	Certificates             []*Certificate              `kind:"huaweicloud_apig_certificate"`
	CertificateDomains       []*CertificateDomains       `kind:"huaweicloud_apig_certificate_batch_domains_associate"`
	GlobalCertificateDomains []*GlobalCertificateDomains `kind:"huaweicloud_apig_global_certificate_batch_domains_associate"`
	DomainCertificates       []*DomainCertificate        `kind:"huaweicloud_apig_domain_certificate_associate"`

	APIs                 []*API                 `kind:"huaweicloud_apig_api"`
	Environments         []*Environment         `kind:"huaweicloud_apig_environment"`
	Publications         []*Publication         `kind:"huaweicloud_apig_api_publishment"`
	Actions              []*Action              `kind:"huaweicloud_apig_api_action"`
	BatchActions         []*BatchAction         `kind:"huaweicloud_apig_api_batch_action"`
	EnvironmentVariables []*EnvironmentVariable `kind:"huaweicloud_apig_environment_variable"`

	Applications   []*Application   `kind:"huaweicloud_apig_application"`
	AppCodes       []*AppCode       `kind:"huaweicloud_apig_appcode"`
	Authorizations []*Authorization `kind:"huaweicloud_apig_application_authorization"`
	Authorizers    []*Authorizer    `kind:"huaweicloud_apig_custom_authorizer"`

	Throttlings        []*Throttling        `kind:"huaweicloud_apig_throttling_policy"`
	ThrottlingBindings []*ThrottlingBinding `kind:"huaweicloud_apig_throttling_policy_associate"`
	ACLs               []*ACL               `kind:"huaweicloud_apig_acl_policy"`
	ACLBindings        []*ACLBinding        `kind:"huaweicloud_apig_acl_policy_associate"`
	Signatures         []*Signature         `kind:"huaweicloud_apig_signature"`
	SignatureBindings  []*SignatureBinding  `kind:"huaweicloud_apig_signature_associate"`
	Plugins            []*Plugin            `kind:"huaweicloud_apig_plugin"`
	PluginAPIs         []*PluginAPIs        `kind:"huaweicloud_apig_plugin_batch_apis_associate"`
	APIPlugins         []*APIPlugins        `kind:"huaweicloud_apig_api_batch_plugins_associate"`

	Channels []*Channel `kind:"huaweicloud_apig_channel"`
	Members  []*Member  `kind:"huaweicloud_apig_channel_member"`

	GraphFunctions []*GraphFunction `kind:"huaweicloud_fgs_function"`

	VPCs           []*VPC           `kind:"huaweicloud_vpc"`
	Subnets        []*Subnet        `kind:"huaweicloud_vpc_subnet"`
	SecurityGroups []*SecurityGroup `kind:"huaweicloud_networking_secgroup"`
	SecurityRules  []*SecurityRule  `kind:"huaweicloud_networking_secgroup_rule"`
	EIPs           []*EIP           `kind:"huaweicloud_vpc_eip"`
	EIPBindings    []*EIPBinding    `kind:"huaweicloud_vpc_eip_associate"`
	Peerings       []*Peering       `kind:"huaweicloud_vpc_peering_connection"`
	Accepters      []*Accepter      `kind:"huaweicloud_vpc_peering_connection_accepter"`
	VPCRoutes      []*VPCRoute      `kind:"huaweicloud_vpc_route,huaweicloud_vpc_route_v2"`
	RouteTables    []*RouteTable    `kind:"huaweicloud_vpc_route_table"`
	Zones          []*Zone          `kind:"huaweicloud_dns_zone"`
	Records        []*Record        `kind:"huaweicloud_dns_recordset,huaweicloud_dns_recordset_v2"`

	// Open says that anything may be declared beside what is here: a file or a module could not be read, a provisioner
	// runs commands, or a resource of a sister provider is not certainly what it is called.
	Open bool

	objects   map[*terraform.Instance]any
	byID      map[identity][]any
	changes   map[*terraform.Instance]*Change
	links     links
	network   network
	addresses map[terraform.Origin][]terraform.Use
	urls      map[terraform.Origin][]terraform.Use
	exports   exports
	derived   sync.Map // by the type of what is derived
}

// Stranger is a resource or data block of the provider with a type that the provider does not have.
type Stranger struct {
	Address string
	Type    string
	// Data tells data blocks from resource blocks.
	Data bool
	// Range is the type's label.
	Range hcl.Range

	module *terraform.Module
	name   string
}

// Retype answers the rewrite of the type's label, unless something in the module refers to the block, or it would have
// the address of another one.
func (s Stranger) Retype(to string) *terraform.Rewrite {
	address := to + "." + s.name
	if s.Data {
		address = "data." + address
	}
	if s.module.Resource(address) != nil || s.module.Spells(s.Type+".") {
		return nil
	}
	return s.module.Respell(s.Range, s.Type, to)
}

// Load reads the root module in dir and links what it declares.
func Load(loader *terraform.Loader, dir string, o terraform.Options) (*Config, error) {
	root, err := loader.Load(dir, o)
	if err != nil {
		return nil, err
	}
	return FromRoot(root), nil
}

// FromRoot links what a root module declares.
func FromRoot(root *terraform.Root) *Config { return changed(root, nil) }

// Changed links what a plan says of a root module, and takes in what the plan does with its instances.
func Changed(root *terraform.Root, changes map[*terraform.Instance]*Change) *Config {
	return changed(root, changes)
}

func changed(root *terraform.Root, changes map[*terraform.Instance]*Change) *Config {
	c := &Config{Root: root, Planned: changes != nil, objects: map[*terraform.Instance]any{}, changes: changes}
	c.read()
	c.byID = identified(c)
	for _, object := range c.objects {
		link(object, c)
	}
	for _, api := range c.APIs {
		api.backends = api.gatherBackends()
	}
	c.Open = c.Open || root.Open
	c.links = gather(c)
	c.network = networked(c)
	c.addresses = root.Uses("ingress_address", "vpc_ingress_address")
	c.urls = root.URLs("ingress_address", "vpc_ingress_address")
	if len(c.Throttlings)+len(c.ACLs)+len(c.Signatures)+len(c.Plugins)+len(c.EIPs) > 0 {
		c.exports = exported(root) // nobody else asks
	}
	return c
}

// read takes in every instance of every resource whose type is known.
func (c *Config) read() {
	kinds := c.kinds()
	strangers := map[hcl.Range]bool{}
	for _, m := range c.Root.ModuleInstances() {
		for _, res := range m.Module.Resources {
			for _, provisioner := range res.Provisioners {
				if provisioner == "local-exec" || provisioner == "remote-exec" {
					c.Open = true
				}
			}
			canonical, ok := canonicalType(res)
			if !ok {
				c.Open = c.Open || unread(kinds, res)
				if s, strange := stranger(m, res); strange && !c.Planned && !strangers[res.TypeRange] {
					strangers[res.TypeRange] = true
					c.Strangers = append(c.Strangers, s)
				}
				if publishesOnItsOwn(m, res) {
					c.Open = true
				}
				continue
			}
			for _, instance := range m.Instances(res) {
				c.add(kinds, canonical, instance)
			}
		}
	}
}

func (c *Config) add(kinds map[string]reflect.Value, canonical string, instance *terraform.Instance) {
	r := &Resource{Address: instance.Address, Block: instance.Block(), Instance: instance, Change: c.changes[instance]}
	if r.Managed() {
		r.Facts = facts.Resource(instance.Resource.Type)
	} else {
		r.Facts = facts.Data(instance.Resource.Type)
	}
	c.Resources = append(c.Resources, r)
	list, ok := kinds[canonical]
	if !ok || !r.Managed() {
		return
	}
	object := reflect.New(list.Type().Elem().Elem())
	object.Elem().Field(0).Set(reflect.ValueOf(r))
	decode(object.Interface(), r.Block)
	list.Set(reflect.Append(list, object))
	c.objects[instance] = object.Interface()
}

// kinds answers the list of each kind by canonical resource type.
func (c *Config) kinds() map[string]reflect.Value {
	lists := map[string]reflect.Value{}
	v := reflect.ValueOf(c).Elem()
	for i := range v.NumField() {
		for _, typeName := range strings.Split(v.Type().Field(i).Tag.Get("kind"), ",") {
			if typeName != "" {
				lists[typeName] = v.Field(i)
			}
		}
	}
	return lists
}

func canonicalType(res *terraform.Resource) (string, bool) {
	switch res.Mode {
	case terraform.Managed:
		return facts.Canonical(res.Type)
	case terraform.Data:
		return facts.CanonicalData(res.Type)
	case terraform.Ephemeral:
	}
	return "", false
}

func stranger(m *terraform.ModuleInstance, res *terraform.Resource) (Stranger, bool) {
	if res.Mode == terraform.Ephemeral || !strings.HasPrefix(res.Type, facts.Home+"_") {
		return Stranger{}, false
	}
	address := res.Address()
	if m.Path != "" {
		address = m.Path + "." + address
	}
	return Stranger{Address: address, Type: res.Type, Data: res.Mode == terraform.Data, Range: res.TypeRange, module: m.Module, name: res.Name}, true
}

// unread reports whether a resource would be one of the kinds, or belongs to the gateway, and is not read, because it is
// a sister provider's and what it is like is not certain.
func unread(kinds map[string]reflect.Value, res *terraform.Resource) bool {
	counterpart, ok := facts.Sister(res.Type)
	if !ok || res.Mode != terraform.Managed {
		return false
	}
	canonical, _ := facts.Canonical(counterpart)
	_, kind := kinds[canonical]
	return kind || facts.OfGateway(res.Type) || strings.HasPrefix(counterpart, facts.Home+"_api_gateway_")
}

// publishesOnItsOwn reports whether a resource makes and publishes APIs as a side effect: a function's trigger of a
// gateway kind.
func publishesOnItsOwn(m *terraform.ModuleInstance, res *terraform.Resource) bool {
	trigger := strings.HasSuffix(res.Type, "_fgs_trigger") || strings.HasSuffix(res.Type, "_fgs_function_trigger")
	if res.Mode != terraform.Managed || !trigger {
		return false
	}
	for _, instance := range m.Instances(res) {
		var kind Value[string]
		kind.decode(instance.Block(), &field{name: "type"})
		if name, ok := kind.Get(); !ok || name == "APIG" || name == "DEDICATEDGATEWAY" {
			return true
		}
	}
	return false
}

// Object answers the kind that an instance was read into, or nil.
func (c *Config) Object(instance *terraform.Instance) any { return c.objects[instance] }

// All answers the objects of a kind in the order of the configuration.
func All[T any](c *Config) []*T {
	if list, ok := any(c.Resources).([]*T); ok {
		return list
	}
	v := reflect.ValueOf(c).Elem()
	for i := range v.NumField() {
		if v.Type().Field(i).Tag.Get("kind") == "" {
			continue
		}
		if list, ok := v.Field(i).Interface().([]*T); ok {
			return list
		}
	}
	return nil
}
