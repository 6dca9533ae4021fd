// Package trace follows one call through a configuration: from its caller to its backend, station by station.
//
// A [Call] is what somebody does: a method and a URL, from somewhere, with a credential. [Of] follows it to every gateway that its
// host leads to, and returns a [Trace] for each: what every station says, and where the call ends. [Promised] returns the calls that a
// configuration promises to answer.
//
// A station is a small method of walk, in the file of its subject. It looks at what was settled before it (the gateway, the group,
// the API) and asks the model the same questions that rules ask. What is unknown makes a station uncertain, and never passed
// or failed: whoever forgets a part of a configuration may lose an answer, and never gets another one.
//
// The order of the stations is that of the gateway as far as it is known; where it is not, every station that fails is told.
package trace
