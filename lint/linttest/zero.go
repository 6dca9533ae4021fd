package linttest

import "github.com/zclconf/go-cty/cty"

var zero = cty.NumberIntVal(0)
