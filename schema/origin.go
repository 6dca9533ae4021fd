package schema

import (
	"github.com/zclconf/go-cty/cty"

	"github.com/apiglint/apiglint/schema/terraform"
)

// SoleOrigin answers the computed attribute that a value is, if it certainly is one and nothing else.
func SoleOrigin(raw cty.Value) (terraform.Origin, bool) { return soleOrigin(raw) }

// CertainPrefix answers the text that a value certainly begins with, even where the rest is unknown.
func CertainPrefix(raw cty.Value) string { return prefix(raw) }
