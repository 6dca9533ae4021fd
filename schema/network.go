package schema

// VPC is a private network: huaweicloud_vpc.
type VPC struct {
	*Resource
	Name      Value[string] `tf:"name"`
	CIDR      Value[string] `tf:"cidr"`
	Secondary Value[string] `tf:"secondary_cidr"`
	Others    List[string]  `tf:"secondary_cidrs"`
}

// Subnet is a part of a VPC: huaweicloud_vpc_subnet.
type Subnet struct {
	*Resource
	VPC  Ref[VPC]      `tf:"vpc_id"`
	CIDR Value[string] `tf:"cidr"`
}

// SecurityGroup filters what reaches its members: huaweicloud_networking_secgroup.
type SecurityGroup struct {
	*Resource
	Name Value[string] `tf:"name"`
	// NoDefaults says that the rules that every new group has are removed.
	NoDefaults Value[bool] `tf:"delete_default_rules"`
}

// SecurityRule is one rule of a security group: huaweicloud_networking_secgroup_rule.
type SecurityRule struct {
	*Resource
	Group     Ref[SecurityGroup] `tf:"security_group_id"`
	Direction Value[string]      `tf:"direction"`
	Family    Value[string]      `tf:"ethertype"`
	Protocol  Value[string]      `tf:"protocol"`
	PortMin   Value[int]         `tf:"port_range_min"`
	PortMax   Value[int]         `tf:"port_range_max"`
	Ports     Value[string]      `tf:"ports"`
	Action    Value[string]      `tf:"action"`
	Priority  Value[int]         `tf:"priority"`
	From      Value[string]      `tf:"remote_ip_prefix"`
	FromGroup Ref[SecurityGroup] `tf:"remote_group_id"`
	FromSet   Value[string]      `tf:"remote_address_group_id"`
}

// EIP is a public address: huaweicloud_vpc_eip.
type EIP struct {
	*Resource
	PublicIP Nested[PublicIP] `tf:"publicip"`
}

// PublicIP says what an EIP is like.
type PublicIP struct {
	Block
	// Port is what the EIP is bound to, by itself.
	Port Value[string] `tf:"port_id"`
}

// EIPBinding gives a public address to a port: huaweicloud_vpc_eip_associate.
type EIPBinding struct {
	*Resource
	Address Ref[EIP] `tf:"public_ip" ref:"address"`
}

// Peering joins two VPCs: huaweicloud_vpc_peering_connection.
type Peering struct {
	*Resource
	VPC    Ref[VPC]      `tf:"vpc_id"`
	Peer   Ref[VPC]      `tf:"peer_vpc_id"`
	Tenant Value[string] `tf:"peer_tenant_id"`
}

// Accepter accepts a peering of another account: huaweicloud_vpc_peering_connection_accepter.
type Accepter struct {
	*Resource
	Peering Ref[Peering] `tf:"vpc_peering_connection_id" id:"same"`
	Accept  Value[bool]  `tf:"accept"`
}

// VPCRoute is one route of a VPC: huaweicloud_vpc_route.
type VPCRoute struct {
	*Resource
	VPC         Ref[VPC]      `tf:"vpc_id"`
	Type        Value[string] `tf:"type"`
	Destination Value[string] `tf:"destination"`
	NextHop     Ref[Peering]  `tf:"nexthop" of:"any"`
	// Table is the VPC's default one unless it is set.
	Table Ref[RouteTable] `tf:"route_table_id"`
}

// RouteTable is a route table of a VPC beside the default one: huaweicloud_vpc_route_table.
type RouteTable struct {
	*Resource
	VPC     Ref[VPC]             `tf:"vpc_id"`
	Subnets Refs[Subnet]         `tf:"subnets"`
	Routes  Nested[RouteInTable] `tf:"route"`
}

// RouteInTable is one route of a route table.
type RouteInTable struct {
	Block
	Type        Value[string] `tf:"type"`
	Destination Value[string] `tf:"destination"`
	NextHop     Ref[Peering]  `tf:"nexthop" of:"any"`
}

// Zone is a DNS zone: huaweicloud_dns_zone.
type Zone struct {
	*Resource
	Name Value[string] `tf:"name"`
	// Status is ENABLE unless it is set to DISABLE: then nothing in the zone resolves.
	Status Value[string] `tf:"status"`
	// Type is public unless it is set.
	Type Value[string] `tf:"zone_type"`
	// Pattern says whether a private zone answers alone (AUTHORITY, which it is where it is not set) or asks the public
	// one for names that it does not hold (RECURSIVE).
	Pattern Value[string] `tf:"proxy_pattern"`
	// Routers are the VPCs that a private zone answers in.
	Routers Nested[ZoneRouter] `tf:"router"`
}

// ZoneRouter is a VPC that a private zone answers in.
type ZoneRouter struct {
	Block
	VPC Ref[VPC] `tf:"router_id"`
}

// Record is a DNS record set: huaweicloud_dns_recordset.
type Record struct {
	*Resource
	Zone    Ref[Zone]     `tf:"zone_id"`
	Name    Value[string] `tf:"name"`
	Type    Value[string] `tf:"type"`
	Records List[string]  `tf:"records"`
	Status  Value[string] `tf:"status"`
	// Line is whom a record of a public zone is for, "default_view" (everyone) unless it is set.
	Line Value[string] `tf:"line_id"`
	// Weight is how often an answer is given among those of several records of one name.
	Weight Value[int] `tf:"weight"`
}
