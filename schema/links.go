package schema

import (
	"slices"
	"sync"

	"github.com/apiglint/apiglint/schema/terraform"
)

// inbound is who refers to the objects of a kind.
type inbound[S, T any] struct {
	to map[*T][]*S
	// loose are the sources that may refer to any object.
	loose []*S
	// edge is what may refer to an object from elsewhere, and open says that something may refer to any.
	edge *edge
	open bool
	// asks is nil where none are loose.
	asks *asks
}

// asks tells who watches that the values of loose references are asked for: once, because there may be as many questions as
// objects.
type asks struct {
	refs    []func()
	watched *bool // see [Config.Watch]
}

// add adds a reference whose target is not certain.
func (a *asks) add(k *Kinds, of location) *asks {
	if a == nil {
		a = &asks{watched: k.watched}
	}
	if of.in != nil {
		a.refs = append(a.refs, func() { of.in.Ask(of.name) })
	}
	return a
}

func (a *asks) tell() {
	if a == nil || !*a.watched {
		return
	}
	for _, ask := range a.refs {
		ask()
	}
	a.refs = nil
}

// of returns who refers to an object.
func (in inbound[S, T]) of(object *T) Set[*S] {
	return SetOf(in.to[object]...).OrOthers(in.reached(object) || len(in.others()) > 0)
}

// reached reports whether something that is not declared here may refer to an object.
func (in inbound[S, T]) reached(object *T) bool {
	return in.open || in.edge.has(object) || isElsewhere(object)
}

// others returns who may refer to any object.
func (in inbound[S, T]) others() []*S {
	in.asks.tell()
	return in.loose
}

// one gathers sources that refer to one object each.
func one[S, T any](k *Kinds, sources []*S, ref func(*S) Ref[T]) inbound[S, T] {
	in := inbound[S, T]{to: map[*T][]*S{}, edge: k.edge, open: maybe[S](k.edge)}
	for _, source := range sources {
		r := ref(source)
		if r.Target() != nil {
			in.to[r.Target()] = append(in.to[r.Target()], source)
		}
		if r.Loose() {
			in.loose, in.asks = append(in.loose, source), in.asks.add(k, r.location)
		}
	}
	return in
}

// many gathers sources that refer to any number of objects each.
func many[S, T any](k *Kinds, sources []*S, refs func(*S) Refs[T]) inbound[S, T] {
	in := inbound[S, T]{to: map[*T][]*S{}, edge: k.edge, open: maybe[S](k.edge)}
	for _, source := range sources {
		r := refs(source)
		seen := map[*T]bool{}
		for _, item := range r.Certain() {
			if target := item.Target(); target != nil && !seen[target] {
				seen[target] = true
				in.to[target] = append(in.to[target], source)
			}
		}
		if r.Loose() || leftToOthers(source, r.Argument()) {
			in.loose, in.asks = append(in.loose, source), in.asks.add(k, r.location)
		}
	}
	return in
}

// leftToOthers reports whether the lifecycle block of a kind lets others change an argument.
func leftToOthers(kind any, arg *terraform.Argument) bool {
	r, ok := kind.(interface{ Ignores(argument string) bool })
	return ok && arg != nil && r.Ignores(arg.Name)
}

// links are the references between kinds, read backwards.
type links struct {
	groupsOf       inbound[Group, Gateway]
	apisOfGateway  inbound[API, Gateway]
	apisOf         inbound[API, Group]
	domainsOf      inbound[DomainBinding, Group]
	portsOf        inbound[IngressPort, Gateway]
	publicationsOf inbound[Publication, API]
	actionsOf      inbound[Action, API]
	batchesOf      inbound[BatchAction, API]
	batchesOfGroup inbound[BatchAction, Group]

	authorizationsOf inbound[Authorization, API]
	appCodesOf       inbound[AppCode, Application]
	listsOf          inbound[ApplicationACL, Application]
	variablesOf      inbound[EnvironmentVariable, Group]

	throttlingsOf inbound[ThrottlingBinding, Publication]
	aclsOf        inbound[ACLBinding, Publication]
	pluginAPIsOf  inbound[PluginAPIs, API]
	apiPluginsOf  inbound[APIPlugins, API]

	throttlingUses inbound[ThrottlingBinding, Throttling]
	aclUses        inbound[ACLBinding, ACL]
	signatureUses  inbound[SignatureBinding, Signature]
	pluginUses     inbound[PluginAPIs, Plugin]
	pluginUsesToo  inbound[APIPlugins, Plugin]
	quotaUses      inbound[QuotaBinding, Quota]
	orchestrates   inbound[API, Orchestration]

	rulesOf     inbound[SecurityRule, SecurityGroup]
	acceptersOf inbound[Accepter, Peering]
	routesOf    inbound[VPCRoute, VPC]
	tablesOf    inbound[RouteTable, VPC]
	tablesFor   inbound[RouteTable, Subnet]

	gatewayRoutesOf inbound[GatewayRoutes, Gateway]
	peeringsFrom    inbound[Peering, VPC]
	peeringsTo      inbound[Peering, VPC]

	connectionsOf  inbound[EndpointConnection, VPCEndpoint]
	membersOf      inbound[Member, Channel]
	memberGroupsOf inbound[MemberGroup, Channel]
	gatewaysOfEIP  inbound[Gateway, EIP]

	gatewaysBehind inbound[Gateway, SecurityGroup]

	// What is looked up in values is made when it is first asked for, so that who asks learns of those that are not known.

	// anyAuthenticated reports whether a plugin that may be applied to any API may ask who calls it.
	anyAuthenticated func() bool
	customPorts      func() map[*Gateway]customPorts
	features         func() features
	strayAPIs        func() map[*Gateway]bool
	domains          func() domains
	names            func() names
	certified        func() certified
	network          func() network
}

func gather(k *Kinds) *links {
	l := &links{
		groupsOf:       one(k, k.Groups, func(s *Group) Ref[Gateway] { return s.Gateway }),
		apisOfGateway:  one(k, k.APIs, func(s *API) Ref[Gateway] { return s.Gateway }),
		apisOf:         one(k, k.APIs, func(s *API) Ref[Group] { return s.Group }),
		domainsOf:      one(k, k.DomainBindings, func(s *DomainBinding) Ref[Group] { return s.Group }),
		portsOf:        one(k, k.IngressPorts, func(s *IngressPort) Ref[Gateway] { return s.Gateway }),
		publicationsOf: one(k, slices.Concat(k.Publications, k.triggered), func(s *Publication) Ref[API] { return s.API }),
		actionsOf:      one(k, k.Actions, func(s *Action) Ref[API] { return s.API }),
		batchesOf:      many(k, k.BatchActions, func(s *BatchAction) Refs[API] { return s.APIs }),
		batchesOfGroup: one(k, k.BatchActions, func(s *BatchAction) Ref[Group] { return s.Group }),

		authorizationsOf: many(k, k.Authorizations, func(s *Authorization) Refs[API] { return s.APIs }),
		appCodesOf:       one(k, k.AppCodes, func(s *AppCode) Ref[Application] { return s.Application }),
		listsOf:          one(k, k.ApplicationACLs, func(s *ApplicationACL) Ref[Application] { return s.Application }),
		variablesOf:      one(k, k.EnvironmentVariables, func(s *EnvironmentVariable) Ref[Group] { return s.Group }),

		throttlingsOf: many(k, k.ThrottlingBindings, func(s *ThrottlingBinding) Refs[Publication] { return s.Publications }),
		aclsOf:        many(k, k.ACLBindings, func(s *ACLBinding) Refs[Publication] { return s.Publications }),
		pluginAPIsOf:  many(k, k.PluginAPIs, func(s *PluginAPIs) Refs[API] { return s.APIs }),
		apiPluginsOf:  one(k, k.APIPlugins, func(s *APIPlugins) Ref[API] { return s.API }),

		throttlingUses: one(k, k.ThrottlingBindings, func(s *ThrottlingBinding) Ref[Throttling] { return s.Policy }),
		aclUses:        one(k, k.ACLBindings, func(s *ACLBinding) Ref[ACL] { return s.Policy }),
		signatureUses:  one(k, k.SignatureBindings, func(s *SignatureBinding) Ref[Signature] { return s.Signature }),
		pluginUses:     one(k, k.PluginAPIs, func(s *PluginAPIs) Ref[Plugin] { return s.Plugin }),
		quotaUses:      one(k, k.QuotaBindings, func(s *QuotaBinding) Ref[Quota] { return s.Quota }),
		orchestrates:   many(k, k.APIs, func(s *API) Refs[Orchestration] { return s.orchestrations() }),
		pluginUsesToo:  many(k, k.APIPlugins, func(s *APIPlugins) Refs[Plugin] { return s.Plugins }),

		rulesOf:     one(k, k.SecurityRules, func(s *SecurityRule) Ref[SecurityGroup] { return s.Group }),
		acceptersOf: one(k, k.Accepters, func(s *Accepter) Ref[Peering] { return s.Peering }),
		routesOf:    one(k, k.VPCRoutes, func(s *VPCRoute) Ref[VPC] { return s.VPC }),
		tablesOf:    one(k, k.RouteTables, func(s *RouteTable) Ref[VPC] { return s.VPC }),
		tablesFor:   many(k, k.RouteTables, func(s *RouteTable) Refs[Subnet] { return s.Subnets }),

		gatewayRoutesOf: one(k, k.GatewayRoutes, func(s *GatewayRoutes) Ref[Gateway] { return s.Gateway }),
		peeringsFrom:    one(k, k.Peerings, func(s *Peering) Ref[VPC] { return s.VPC }),
		peeringsTo:      one(k, k.Peerings, func(s *Peering) Ref[VPC] { return s.Peer }),

		connectionsOf:  one(k, k.EndpointConnections, func(s *EndpointConnection) Ref[VPCEndpoint] { return s.Endpoint }),
		membersOf:      one(k, k.Members, func(s *Member) Ref[Channel] { return s.Channel }),
		memberGroupsOf: one(k, k.MemberGroups, func(s *MemberGroup) Ref[Channel] { return s.Channel }),
		gatewaysOfEIP:  one(k, k.Gateways, func(s *Gateway) Ref[EIP] { return s.EIP }),

		gatewaysBehind: one(k, k.Gateways, func(s *Gateway) Ref[SecurityGroup] { return s.SecurityGroup }),
	}
	l.derive(k)
	return l
}

// derive prepares what follows from the references, and is found out when it is first asked for.
func (l *links) derive(k *Kinds) {
	l.apisOf.open = l.apisOf.open || k.mayTrigger
	l.apisOfGateway.open = l.apisOfGateway.open || k.mayTrigger
	l.features = sync.OnceValue(func() features { return featuresIn(k) })
	l.names = sync.OnceValue(func() names { return namesIn(k) })
	l.certified = sync.OnceValue(func() certified { return certifiedIn(k) })
	l.anyAuthenticated = sync.OnceValue(func() bool { return mayAuthenticate(l.pluginAPIsOf.others(), l.apiPluginsOf.others(), "") })
	l.domains = sync.OnceValue(func() domains { return domainsIn(k, l.domainsOf) })
	l.strayAPIs = sync.OnceValue(func() map[*Gateway]bool { return strayAPIs(k, l.apisOf) })
	l.customPorts = sync.OnceValue(func() map[*Gateway]customPorts { return customPortsIn(k, l.portsOf) })
	l.network = sync.OnceValue(func() network { return networked(k, l) })
}
