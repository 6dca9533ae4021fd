package rules

import _ "embed"

// Surroundings is the configuration that the examples of the rules stand in. They may refer to what it declares, and
// no rule fires on it.
//
//go:embed surroundings.tf
var Surroundings string
