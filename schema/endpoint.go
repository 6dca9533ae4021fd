package schema

// VPCEndpoint is an address in a VPC at which a service of another network is called: huaweicloud_vpcep_endpoint.
type VPCEndpoint struct {
	*Resource
	VPC Ref[VPC] `tf:"vpc_id"`
}

// EndpointConnection accepts or rejects the endpoint that connects to a gateway: huaweicloud_apig_endpoint_connection_management.
type EndpointConnection struct {
	*Resource
	Gateway  Ref[Gateway]     `tf:"instance_id"`
	Endpoint Ref[VPCEndpoint] `tf:"endpoint_id"`
	// Action is receive or reject.
	Action Value[string] `tf:"action"`
}

// EndpointWhitelist says of which other accounts endpoints may connect to a gateway: huaweicloud_apig_endpoint_whitelist.
type EndpointWhitelist struct {
	*Resource
	Gateway  Ref[Gateway] `tf:"instance_id"`
	Accounts List[string] `tf:"whitelists"`
}

// Rejects reports whether the connection of its endpoint is certainly refused.
func (e *EndpointConnection) Rejects() bool { return e.Action.Is("reject") && !e.Ignores("action") }

// RejectedBy returns what rejects the connection of an endpoint, nil where nothing certainly does, or something may accept it.
func (c *Config) RejectedBy(e *VPCEndpoint) *EndpointConnection {
	connections, ok := c.links.connectionsOf.of(e).All()
	if !ok {
		return nil
	}
	var first *EndpointConnection // by address
	for _, one := range connections {
		if !one.Rejects() || !one.ExistsWith(e.Resource) {
			return nil
		}
		if first == nil || one.Address < first.Address {
			first = one
		}
	}
	return first
}
