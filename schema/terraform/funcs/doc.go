// Package funcs is the function library of Terraform's expression language for
// an evaluator that runs offline over configuration it does not trust.
//
// It differs from an interpreter's library in three ways:
//
//   - It sees nothing but its arguments and the file system it is given.
//     What depends on the clock, on chance, on the process or on files outside
//     that file system is unknown rather than wrong.
//   - Marks are evidence. A value that is only moved (looked up, merged,
//     flattened, sorted) keeps its own marks and no others; a value that is
//     computed carries the marks of everything it was computed from.
//   - Every result is bounded. A configuration that would expand without limit
//     yields an unknown value.
package funcs
