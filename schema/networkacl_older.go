package schema

// OlderNetworkACL is a network ACL whose rules are resources, of a type that the newer one replaced: huaweicloud_network_acl.
type OlderNetworkACL struct {
	*Resource
	Inbound  Refs[OlderNetworkACLRule] `tf:"inbound_rules"`
	Outbound Refs[OlderNetworkACLRule] `tf:"outbound_rules"`
	Subnets  Refs[Subnet]              `tf:"subnets"`
}

// OlderNetworkACLRule is a rule of an [OlderNetworkACL]: huaweicloud_network_acl_rule.
type OlderNetworkACLRule struct {
	*Resource
	Enabled         Value[bool]   `tf:"enabled"`
	Action          Value[string] `tf:"action"`
	Protocol        Value[string] `tf:"protocol"`
	Version         Value[int]    `tf:"ip_version"`
	Source          Value[string] `tf:"source_ip_address"`
	SourcePort      Value[string] `tf:"source_port"`
	Destination     Value[string] `tf:"destination_ip_address"`
	DestinationPort Value[string] `tf:"destination_port"`
}

// Older reports whether the rules of the network ACL are resources, and not blocks.
func (a *NetworkACL) Older() bool { return a.older }

// newer returns what the ACL would be as one of the newer type. Where a rule is not certain, or an argument of it is left
// to others, neither is what the others decide.
func (a *OlderNetworkACL) newer() *NetworkACL {
	return &NetworkACL{
		Resource: a.Resource, older: true,
		Ingress: newerRules(a.Inbound, a.Ignores("inbound_rules")), Egress: newerRules(a.Outbound, a.Ignores("outbound_rules")),
	}
}

func newerRules(rules Refs[OlderNetworkACLRule], ignored bool) Nested[NetworkACLRule] {
	others := rules.MayHaveOthers() || ignored
	var all []*NetworkACLRule
	for _, item := range rules.Certain() {
		rule := item.Target()
		if rule == nil || rule.Symbolic() || rule.Instance.Resource.Lifecycle.IgnoreChanges != nil {
			others = true
			continue
		}
		if enabled, known := rule.Enabled.Or(true); enabled || !known {
			others = others || !known
			all = append(all, &NetworkACLRule{
				Action: rule.Action, Protocol: rule.Protocol, Version: rule.Version, Source: rule.Source, SourcePort: rule.SourcePort,
				Destination: rule.Destination, DestinationPort: rule.DestinationPort, older: rule,
			})
		}
	}
	return Nested[NetworkACLRule]{Set: SetOf(all...).OrOthers(others)}
}
