// Package rules holds the rules of the gateway, one file each. Their IDs and names are a contract: they never change
// their meaning.
package rules

import (
	"slices"

	"github.com/apiglint/apiglint/lint"
)

// all lists the rules by ID within their cause.
var all = withTexts(slices.Concat(network, domains, publishing, authentication, policies, backends, definitions))

// network: can the call reach the gateway, and the gateway the backend?
var network = []*lint.Rule{
	noPublicAddress,
	closedInboundPort,
	inertSecurityGroup,
	unacceptedPeering,
	unroutedPeering,
	overlappingPeering,
	reservedRange,
	unroutedBackend,
	noEgress,
	callByAddress,
	unopenedPort,
	idleEIP,
	foreignSubnet,
	exposedSecurityGroup,
	portDeclaredTwice,
	misplacedBandwidth,
	secondPeering,
	closedNetworkACL,
	needlessAccepter,
	closedEgress,
	closedBackend,
	rejectedEndpoint,
}

// domains: does the host lead to the right group?
var domains = []*lint.Rule{
	unreachableGroup,
	debuggingDomainOnly,
	sharedDomain,
	misdirectedDomain,
	unresolvableDomain,
	invalidDomain,
	missingCertificate,
	weakTLS,
	unlicensedDomain,
	closedProtocol,
	inertRedirect,
	misboundDomain,
	unusableCertificate,
	uncoveredDomain,
	expiredCertificate,
	clashingRecords,
	recordOutsideZone,
}

// publishing: is the version that callers get the one that is written?
var publishing = []*lint.Rule{
	unpublishedAPI,
	needsXStageHeader,
	stalePublication,
	unrepublishedChange,
	frozenVersion,
	doublePublication,
	offlineAfterReplace,
	undefinedVariable,
	emptyEnvironment,
	outageOnRepublish,
	reservedEnvironment,
	oneTimePublication,
	unstableDescription,
	unawaitedPublication,
	offlineAction,
	newPublicAddress,
	unsentChange,
}

// authentication: will the caller's credential be accepted?
var authentication = []*lint.Rule{
	unauthorizedAPI,
	misplacedAuthorization,
	missingAppCode,
	appCodeOverHTTP,
	wrongAuthorizer,
	anonymousAPI,
	plaintextCredentials,
	hardcodedSecret,
	pointlessAuthorization,
	ambiguousAppRoute,
}

// policies: who is let in, and how often?
var policies = []*lint.Rule{
	unboundPolicy,
	invalidACLEntry,
	blockingACL,
	openACL,
	competingPolicies,
	ineffectiveAccountACL,
	invertedLimits,
	limitAboveGateway,
	defaultRateLimit,
	shadowedThrottling,
	disabledFeature,
	irrelevantLimit,
	splitAssociation,
	blockingAppACL,
	methodWithoutCors,
	splitCors,
	corsBesideOptions,
	disjointAccessLists,
}

// backends: what happens behind the door?
var backends = []*lint.Rule{
	clashingRoute,
	undeclaredPathParameter,
	unmappedBackendParameter,
	unansweredPreflight,
	emptyChannel,
	idleChannel,
	timeoutAboveGateway,
	forbiddenBackendAddress,
	selfCall,
	plaintextBackend,
	impatientBackend,
	surplusRetries,
	hiddenRefusal,
	invalidBackendAddress,
	missingMemberGroup,
}

// definitions: does the provider, and the service behind it, accept what is written?
var definitions = []*lint.Rule{
	unknownResourceType,
	unknownArgument,
	missingArgument,
	wrongType,
	invalidValue,
	outOfRange,
	conflictingArguments,
	deprecatedArgument,
	danglingReference,
	mixedGateways,
	duplicateName,
	ignoredArgument,
	wrongReference,
	writtenTwice,
	refusedUpdate,
	invalidFeatureConfig,
	invalidPluginContent,
	newerRelease,
}

// All returns every rule: the causes in the order of a call, and each cause's rules by ID.
func All() []*lint.Rule { return slices.Clone(all) }

// Catalogue returns every rule that a finding can have: those of [All], and those that lint applies by itself.
func Catalogue() []*lint.Rule { return append(All(), lint.OwnRules()...) }
