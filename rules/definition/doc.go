// Package definition holds what a configuration writes against the facts tables: what each resource type has, which
// values an argument takes, and how arguments depend on each other. It knows no resource type and no attribute: it walks
// the blocks of every resource with the facts about them, and interprets value facts (values.go, limits.go, shape.go)
// and constraints by their kind (clauses.go, judge.go, across.go).
//
// What it finds is a [Breach]. Each DEF rule reports the breaches of one [Part], which says what is wrong and not how
// it was found: a missing argument is one, whether the schema, the docs, or the value of another argument asks for it.
//
// Three things are kept apart everywhere: an argument that is certainly not set (not written, null, or the empty
// string), one that is certainly set, and one about which nothing is certain. The last never makes a breach.
package definition
