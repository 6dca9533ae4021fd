package schema

import "github.com/apiglint/apiglint/schema/terraform"

// Verdict is an answer that may be uncertain.
type Verdict int

// The verdicts. The zero Verdict is Unsure: what nobody has decided is not certain.
const (
	Unsure Verdict = iota
	No
	Yes
)

// inbound is who refers to the objects of a kind.
type inbound[S, T any] struct {
	to map[*T][]*S
	// loose are the sources that may refer to any object.
	loose []*S
}

func newInbound[S, T any]() inbound[S, T] { return inbound[S, T]{to: map[*T][]*S{}} }

// one gathers sources that refer to one object each.
func one[S, T any](sources []*S, ref func(*S) Ref[T]) inbound[S, T] {
	in := newInbound[S, T]()
	for _, source := range sources {
		r := ref(source)
		if r.Target() != nil {
			in.to[r.Target()] = append(in.to[r.Target()], source)
		}
		if r.Loose() {
			in.loose = append(in.loose, source)
		}
	}
	return in
}

// many gathers sources that refer to any number of objects each.
func many[S, T any](sources []*S, refs func(*S) Refs[T]) inbound[S, T] {
	in := newInbound[S, T]()
	for _, source := range sources {
		r := refs(source)
		seen := map[*T]bool{}
		for _, item := range r.Items {
			if target := item.Target(); target != nil && !seen[target] {
				seen[target] = true
				in.to[target] = append(in.to[target], source)
			}
		}
		if r.Loose() || leftToOthers(source, r.Argument()) {
			in.loose = append(in.loose, source)
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
	variablesOf      inbound[EnvironmentVariable, Group]

	throttlingsOf inbound[ThrottlingBinding, Publication]
	aclsOf        inbound[ACLBinding, Publication]
	signaturesOf  inbound[SignatureBinding, Publication]
	pluginAPIsOf  inbound[PluginAPIs, API]
	apiPluginsOf  inbound[APIPlugins, API]

	throttlingUses inbound[ThrottlingBinding, Throttling]
	aclUses        inbound[ACLBinding, ACL]
	signatureUses  inbound[SignatureBinding, Signature]
	pluginUses     inbound[PluginAPIs, Plugin]
	pluginUsesToo  inbound[APIPlugins, Plugin]

	rulesOf     inbound[SecurityRule, SecurityGroup]
	acceptersOf inbound[Accepter, Peering]
	routesOf    inbound[VPCRoute, VPC]
	tablesOf    inbound[RouteTable, VPC]
	recordsOf   inbound[Record, Zone]

	gatewayRoutesOf inbound[GatewayRoutes, Gateway]
	peeringsFrom    inbound[Peering, VPC]
	peeringsTo      inbound[Peering, VPC]

	membersOf     inbound[Member, Channel]
	gatewaysOfEIP inbound[Gateway, EIP]

	customPorts map[*Gateway]customPorts
	features    features
	strayAPIs   map[*Gateway]bool

	domains   domains
	names     names
	certified certified
}

func gather(c *Config) links {
	l := links{
		groupsOf:       one(c.Groups, func(s *Group) Ref[Gateway] { return s.Gateway }),
		apisOfGateway:  one(c.APIs, func(s *API) Ref[Gateway] { return s.Gateway }),
		apisOf:         one(c.APIs, func(s *API) Ref[Group] { return s.Group }),
		domainsOf:      one(c.DomainBindings, func(s *DomainBinding) Ref[Group] { return s.Group }),
		portsOf:        one(c.IngressPorts, func(s *IngressPort) Ref[Gateway] { return s.Gateway }),
		publicationsOf: one(c.Publications, func(s *Publication) Ref[API] { return s.API }),
		actionsOf:      one(c.Actions, func(s *Action) Ref[API] { return s.API }),
		batchesOf:      many(c.BatchActions, func(s *BatchAction) Refs[API] { return s.APIs }),
		batchesOfGroup: one(c.BatchActions, func(s *BatchAction) Ref[Group] { return s.Group }),

		authorizationsOf: many(c.Authorizations, func(s *Authorization) Refs[API] { return s.APIs }),
		appCodesOf:       one(c.AppCodes, func(s *AppCode) Ref[Application] { return s.Application }),
		variablesOf:      one(c.EnvironmentVariables, func(s *EnvironmentVariable) Ref[Group] { return s.Group }),

		throttlingsOf: many(c.ThrottlingBindings, func(s *ThrottlingBinding) Refs[Publication] { return s.Publications }),
		aclsOf:        many(c.ACLBindings, func(s *ACLBinding) Refs[Publication] { return s.Publications }),
		signaturesOf:  many(c.SignatureBindings, func(s *SignatureBinding) Refs[Publication] { return s.Publications }),
		pluginAPIsOf:  many(c.PluginAPIs, func(s *PluginAPIs) Refs[API] { return s.APIs }),
		apiPluginsOf:  one(c.APIPlugins, func(s *APIPlugins) Ref[API] { return s.API }),

		throttlingUses: one(c.ThrottlingBindings, func(s *ThrottlingBinding) Ref[Throttling] { return s.Policy }),
		aclUses:        one(c.ACLBindings, func(s *ACLBinding) Ref[ACL] { return s.Policy }),
		signatureUses:  one(c.SignatureBindings, func(s *SignatureBinding) Ref[Signature] { return s.Signature }),
		pluginUses:     one(c.PluginAPIs, func(s *PluginAPIs) Ref[Plugin] { return s.Plugin }),
		pluginUsesToo:  many(c.APIPlugins, func(s *APIPlugins) Refs[Plugin] { return s.Plugins }),

		rulesOf:     one(c.SecurityRules, func(s *SecurityRule) Ref[SecurityGroup] { return s.Group }),
		acceptersOf: one(c.Accepters, func(s *Accepter) Ref[Peering] { return s.Peering }),
		routesOf:    one(c.VPCRoutes, func(s *VPCRoute) Ref[VPC] { return s.VPC }),
		tablesOf:    one(c.RouteTables, func(s *RouteTable) Ref[VPC] { return s.VPC }),
		recordsOf:   one(c.Records, func(s *Record) Ref[Zone] { return s.Zone }),

		gatewayRoutesOf: one(c.GatewayRoutes, func(s *GatewayRoutes) Ref[Gateway] { return s.Gateway }),
		peeringsFrom:    one(c.Peerings, func(s *Peering) Ref[VPC] { return s.VPC }),
		peeringsTo:      one(c.Peerings, func(s *Peering) Ref[VPC] { return s.Peer }),

		membersOf:     one(c.Members, func(s *Member) Ref[Channel] { return s.Channel }),
		gatewaysOfEIP: one(c.Gateways, func(s *Gateway) Ref[EIP] { return s.EIP }),

		features:  featuresIn(c),
		names:     namesIn(c),
		certified: certifiedIn(c),
	}
	l.domains = domainsIn(c, l.domainsOf)
	l.strayAPIs = strayAPIs(l.apisOf)
	l.customPorts = customPortsIn(c, l.portsOf)
	return l
}
