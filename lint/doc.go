// Package lint says what a rule is and runs rules over a configuration. It does not know any rule of the gateway.
//
// A [Rule] is one value. Its check gets a [Pass] and reports [Finding]s; [Run] takes out those that comments in the
// configuration suppress, puts findings on one text together, and sorts them. The same input gives the same findings in
// the same order.
package lint
