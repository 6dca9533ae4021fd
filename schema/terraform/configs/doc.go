// Package configs reads what Terraform modules declare, before anything is evaluated: a [Loader] reads each directory once,
// and makes a [Module] of its files, with the override files merged in.
//
// Both syntaxes look the same from here on: expressions of HCL's JSON syntax are turned into native ones ([Native]), and stand
// for the text that they were parsed from ([Placed]). What Terraform would refuse is left to terraform validate: of two blocks
// with one address the first counts, and a file that cannot be parsed makes the module [Module.Broken], which may then declare
// anything.
package configs
