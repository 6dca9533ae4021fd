// Package definition checks what a configuration writes against the facts: which arguments and blocks a resource type
// has, which values they take, and how they depend on each other. It is the engine of the DEF rules, each of which is one
// of its exported checks.
//
// The facts are compiled once for each resource type: a [shape] for the blocks of one path, with the constraints
// as [check] values (check.go, evaluators.go). A resource is then walked block by block ([blockContext]), and what
// a block says of an attribute is an [attributeState]. Hardly any code is about a single resource type; what is, because
// the facts cannot say it, stands in tables: the constraints that another rule knows more about, or that are not checked,
// with the reason (excluded.go), the types whose names are unique (names.go), the renamings that --fix makes (fix.go).
//
// Three things are kept apart everywhere: an argument that is certainly not set (not written, null, or the empty
// string), one that is certainly set, and one about which nothing is certain. The last is never reported.
package definition
