// Package terraform evaluates Terraform configurations as Terraform does, without Terraform: offline, without provider
// plugins, and without ever guessing.
//
// Bytes become files (package files), files a static module (package configs), and here modules become a tree of module
// instances ([ModuleInstance]) and resource instances ([Instance]) whose arguments evaluate to cty values ([Block],
// [Argument]). Which modules are roots is for package discovery to say, and package edit changes their text. A [Root] is
// loaded from files ([Load]), or made of the values in a plan (schema/plan/planned): both answer the same [Questions].
//
// Three decisions shape it:
//
//   - Evaluation is pulled. Asking an argument for its value computes what it needs, once, and nothing else. A cycle,
//     a missing module, a failing function: the result is an unknown value, never an error. What could not be analysed
//     is kept in [Root.Notes].
//   - What the provider computes is an unknown value that carries its [Origin] as a cty mark. The mark survives locals,
//     modules, templates, conditionals, for expressions and functions, so that a reference can be followed without
//     reading syntax.
//   - A resource whose count or for_each is unknown has one instance, [Instance.Symbolic], that stands for any number
//     of them.
package terraform
