package schema

// Channel is a load balance channel, a set of backend servers: huaweicloud_apig_channel.
type Channel struct {
	*Resource
	Gateway    Ref[Gateway]            `tf:"instance_id"`
	Name       Value[string]           `tf:"name"`
	Type       Value[string]           `tf:"type"`
	Port       Value[int]              `tf:"port"`
	MemberType Value[string]           `tf:"member_type"`
	Members    Nested[MemberInChannel] `tf:"member"`
	Groups     Nested[GroupInChannel]  `tf:"member_group"`
}

// MemberInChannel is a backend server in the channel's own block.
type MemberInChannel struct {
	Block
	Server Ref[Server]   `tf:"id"`
	Host   Value[string] `tf:"host"`
	Port   Value[int]    `tf:"port"`
	Weight Value[int]    `tf:"weight"`
	// Status is 1 for usable and 2 for disabled.
	Status Value[int]       `tf:"status"`
	Group  Ref[MemberGroup] `tf:"group_name" ref:"name"`
}

// GroupInChannel is a group of members in the channel's own block.
type GroupInChannel struct {
	Block
	Name      Value[string] `tf:"name"`
	Weight    Value[int]    `tf:"weight"`
	Reference Ref[Channel]  `tf:"reference_vpc_channel_id"`
}

// MemberGroup is a group of members, which share a weight or what a microservice channel looks for:
// huaweicloud_apig_channel_member_group.
type MemberGroup struct {
	*Resource
	Channel   Ref[Channel]  `tf:"vpc_channel_id"`
	Name      Value[string] `tf:"name"`
	Weight    Value[int]    `tf:"weight"`
	Version   Value[string] `tf:"microservice_version"`
	Port      Value[int]    `tf:"microservice_port"`
	Reference Ref[Channel]  `tf:"reference_vpc_channel_id"`
}

// Member is a backend server as a resource of its own: huaweicloud_apig_channel_member.
type Member struct {
	*Resource
	Channel Ref[Channel]     `tf:"vpc_channel_id"`
	Server  Ref[Server]      `tf:"ecs_id"`
	Host    Value[string]    `tf:"member_ip_address"`
	Port    Value[int]       `tf:"port"`
	Status  Value[int]       `tf:"status"`
	Group   Ref[MemberGroup] `tf:"member_group_name" ref:"name"`
}
