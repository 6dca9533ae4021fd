// Package planned makes root modules of values instead of files: a plan says which instances there are and what their
// arguments are.
//
// A [Builder] puts a root together from the instances ([Builder.AddInstance]) and what their blocks hold ([Builder.SetBlock]).
// The root answers the questions of one that was read ([terraform.Questions]). What values do not say (expressions, lifecycle
// blocks, where something is written) it takes from the sources, a root that was read, as far as they are at hand and may be
// what the values were made by. The values stay the plan's.
package planned
