package schema

// Gateway is a dedicated API gateway: huaweicloud_apig_instance.
type Gateway struct {
	*Resource
	Name                 Value[string]         `tf:"name"`
	Edition              Value[string]         `tf:"edition"`
	VPC                  Ref[VPC]              `tf:"vpc_id"`
	Subnet               Ref[Subnet]           `tf:"subnet_id"`
	SecurityGroup        Ref[SecurityGroup]    `tf:"security_group_id"`
	RegionName           Value[string]         `tf:"region"`
	IngressBandwidth     Value[int]            `tf:"ingress_bandwidth_size"`
	IngressBandwidthMode Value[string]         `tf:"ingress_bandwidth_charging_mode"`
	EgressBandwidth      Value[int]            `tf:"bandwidth_size"`
	EIP                  Ref[EIP]              `tf:"eip_id"`
	LoadBalancer         Value[string]         `tf:"loadbalancer_provider"`
	LoadBalancers        List[string]          `tf:"elb_ids"`
	IPv6                 Value[bool]           `tf:"ipv6_enable"`
	Ports                Nested[PortOnGateway] `tf:"custom_ingress_ports"`

	groupHere *Group // of one that is not declared here
}

// PortOnGateway is a custom port that a gateway opens in its own block.
type PortOnGateway struct {
	Block
	Port     Value[int]    `tf:"port"`
	Protocol Value[string] `tf:"protocol"`
}

// IngressPort is a custom port of a gateway as a resource of its own: huaweicloud_apig_instance_ingress_port.
type IngressPort struct {
	*Resource
	Gateway  Ref[Gateway]  `tf:"instance_id"`
	Port     Value[int]    `tf:"port"`
	Protocol Value[string] `tf:"protocol"`
}

// Feature is a switch or limit of a gateway: huaweicloud_apig_instance_feature. It is off unless Enabled is true.
type Feature struct {
	*Resource
	Gateway Ref[Gateway]  `tf:"instance_id"`
	Name    Value[string] `tf:"name"`
	Enabled Value[bool]   `tf:"enabled"`
	Config  Value[string] `tf:"config"`
}

// GatewayRoutes are the networks that a gateway reaches beyond its subnet: huaweicloud_apig_instance_routes.
type GatewayRoutes struct {
	*Resource
	Gateway  Ref[Gateway] `tf:"instance_id"`
	NextHops List[string] `tf:"nexthops"`
}
