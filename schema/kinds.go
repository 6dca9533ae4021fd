package schema

import (
	"reflect"
	"strings"
	"sync"
)

// Kinds are the objects of a configuration by what they are, linked to each other, in the order of the configuration.
type Kinds struct {
	// Resources are all resource and data blocks whose type the facts tables know, those that are no kind among them.
	Resources []*Resource
	// Unmade are the blocks of such a type of which there certainly is no instance. The provider's schema holds for them too.
	Unmade []*Resource

	Gateways      []*Gateway       `kind:"huaweicloud_apig_instance"`
	IngressPorts  []*IngressPort   `kind:"huaweicloud_apig_instance_ingress_port"`
	Features      []*Feature       `kind:"huaweicloud_apig_instance_feature"`
	GatewayRoutes []*GatewayRoutes `kind:"huaweicloud_apig_instance_routes"`

	VPCEndpoints        []*VPCEndpoint        `kind:"huaweicloud_vpcep_endpoint"`
	EndpointConnections []*EndpointConnection `kind:"huaweicloud_apig_endpoint_connection_management"`
	EndpointWhitelists  []*EndpointWhitelist  `kind:"huaweicloud_apig_endpoint_whitelist"`

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
	Unpublishings        []*Unpublishing        `kind:"huaweicloud_apig_api_version_unpublish"`
	EnvironmentVariables []*EnvironmentVariable `kind:"huaweicloud_apig_environment_variable"`

	Applications   []*Application   `kind:"huaweicloud_apig_application"`
	AppCodes       []*AppCode       `kind:"huaweicloud_apig_appcode"`
	Authorizations []*Authorization `kind:"huaweicloud_apig_application_authorization"`
	Authorizers    []*Authorizer    `kind:"huaweicloud_apig_custom_authorizer"`

	ApplicationACLs []*ApplicationACL `kind:"huaweicloud_apig_application_acl"`
	Quotas          []*Quota          `kind:"huaweicloud_apig_application_quota"`
	QuotaBindings   []*QuotaBinding   `kind:"huaweicloud_apig_application_quota_associate"`

	Responses      []*Response      `kind:"huaweicloud_apig_response"`
	Orchestrations []*Orchestration `kind:"huaweicloud_apig_orchestration_rule"`

	Throttlings        []*Throttling        `kind:"huaweicloud_apig_throttling_policy"`
	ThrottlingBindings []*ThrottlingBinding `kind:"huaweicloud_apig_throttling_policy_associate"`
	ACLs               []*ACL               `kind:"huaweicloud_apig_acl_policy"`
	ACLBindings        []*ACLBinding        `kind:"huaweicloud_apig_acl_policy_associate"`
	Signatures         []*Signature         `kind:"huaweicloud_apig_signature"`
	SignatureBindings  []*SignatureBinding  `kind:"huaweicloud_apig_signature_associate"`
	Plugins            []*Plugin            `kind:"huaweicloud_apig_plugin"`
	PluginAPIs         []*PluginAPIs        `kind:"huaweicloud_apig_plugin_batch_apis_associate"`
	APIPlugins         []*APIPlugins        `kind:"huaweicloud_apig_api_batch_plugins_associate"`

	Channels     []*Channel     `kind:"huaweicloud_apig_channel"`
	Members      []*Member      `kind:"huaweicloud_apig_channel_member"`
	MemberGroups []*MemberGroup `kind:"huaweicloud_apig_channel_member_group"`

	GraphFunctions []*GraphFunction `kind:"huaweicloud_fgs_function"`
	Triggers       []*Trigger       `kind:"huaweicloud_fgs_trigger"`
	EventTriggers  []*EventTrigger  `kind:"huaweicloud_fgs_function_trigger"`

	Servers              []*Server              `kind:"huaweicloud_compute_instance"`
	VPCs                 []*VPC                 `kind:"huaweicloud_vpc"`
	Subnets              []*Subnet              `kind:"huaweicloud_vpc_subnet"`
	SecurityGroups       []*SecurityGroup       `kind:"huaweicloud_networking_secgroup"`
	NetworkACLs          []*NetworkACL          `kind:"huaweicloud_vpc_network_acl"`
	OlderNetworkACLs     []*OlderNetworkACL     `kind:"huaweicloud_network_acl"`
	OlderNetworkACLRules []*OlderNetworkACLRule `kind:"huaweicloud_network_acl_rule"`
	SecurityRules        []*SecurityRule        `kind:"huaweicloud_networking_secgroup_rule"`
	EIPs                 []*EIP                 `kind:"huaweicloud_vpc_eip"`
	EIPBindings          []*EIPBinding          `kind:"huaweicloud_vpc_eip_associate"`
	Peerings             []*Peering             `kind:"huaweicloud_vpc_peering_connection"`
	Accepters            []*Accepter            `kind:"huaweicloud_vpc_peering_connection_accepter"`
	VPCRoutes            []*VPCRoute            `kind:"huaweicloud_vpc_route,huaweicloud_vpc_route_v2"`
	RouteTables          []*RouteTable          `kind:"huaweicloud_vpc_route_table"`
	Zones                []*Zone                `kind:"huaweicloud_dns_zone"`
	Records              []*Record              `kind:"huaweicloud_dns_recordset,huaweicloud_dns_recordset_v2"`

	openings  []*Opening
	edge      *edge
	watched   *bool          // see [Config.Watch]
	triggered []*Publication // by triggers
	// mayTrigger says that a trigger may make an API, of which nothing is known.
	mayTrigger bool
	// mayMake are the positions that leave open whether a trigger makes an API.
	mayMake []position
}

// kind is a field of [Kinds] that lists objects, and the types of resources they are made of.
type kind struct {
	field int
	types []string
}

// kindOf returns the kinds by the type of their list. Rules ask for their kinds in every root, and reading tags takes longer than
// most rules do.
var kindOf = sync.OnceValue(func() map[reflect.Type]kind {
	of := map[reflect.Type]kind{}
	for _, field := range reflect.VisibleFields(reflect.TypeFor[Kinds]()) {
		if types := field.Tag.Get("kind"); types != "" {
			of[field.Type] = kind{field.Index[0], strings.Split(types, ",")}
		}
	}
	return of
})

// lists returns the list of each kind by canonical resource type.
func (k *Kinds) lists() map[string]reflect.Value {
	lists := map[string]reflect.Value{}
	v := reflect.ValueOf(k).Elem()
	for _, kind := range kindOf() {
		for _, typeName := range kind.types {
			lists[typeName] = v.Field(kind.field)
		}
	}
	return lists
}

// TypesOf returns the types of resources that a kind is, none for resources of every kind.
func TypesOf[T any]() []string { return kindOf()[reflect.TypeFor[[]*T]()].types }

// All returns the objects of a kind in the order of the configuration.
func All[T any](c *Config) []*T {
	if _, ok := any((*T)(nil)).(*API); ok {
		for _, at := range c.mayMake {
			at.in.Ask(at.name)
		}
	}
	if list, ok := any(c.Resources).([]*T); ok {
		return list
	}
	kind, ok := kindOf()[reflect.TypeFor[[]*T]()]
	if !ok {
		return nil
	}
	list, _ := reflect.ValueOf(&c.Kinds).Elem().Field(kind.field).Interface().([]*T)
	return list
}
