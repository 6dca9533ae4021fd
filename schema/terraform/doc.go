// Package terraform reads Terraform configurations as Terraform does, without Terraform: offline, without provider
// plugins, and without ever guessing.
//
// It goes one way: bytes become files ([File]), files a static module ([Module]), modules a tree of module instances
// ([ModuleInstance]) and resource instances ([Instance]) whose arguments evaluate to cty values ([Block], [Argument]).
//
// Three decisions shape it:
//
//   - Evaluation is pulled. Asking an argument for its value computes what it needs, once, and nothing else. A cycle,
//     a missing module, a failing function: the answer is an unknown value, never an error. What could not be analysed
//     is kept in [Root.Notes].
//   - What the provider computes is an unknown value that carries its [Origin] as a cty mark. The mark survives locals,
//     modules, templates, conditionals, for expressions and functions, so that a reference can be followed without
//     reading syntax.
//   - A resource whose count or for_each is unknown has one instance, [Instance.Symbolic], that stands for any number
//     of them.
package terraform
