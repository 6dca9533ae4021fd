package definition

import (
	"github.com/hashicorp/hcl/v2"

	"github.com/apiglint/apiglint/schema"
)

// Breach is a place where the configuration says what the tables do not allow.
type Breach struct {
	// Subject is what it is about: a resource, or the address of an output, a local value, a module call.
	Subject interface{ String() string }
	// At is the smallest text that has to change.
	At hcl.Range
	// Message is the fact in one sentence that begins with the resource's address.
	Message string
	// Related are the other arguments and resources that the breach is about.
	Related []Related
	// Inferred says that the fact is not stated by its source but concluded from it.
	Inferred bool
	// Mend ends it.
	Mend Mend
}

// Related is another place of a breach.
type Related struct {
	At      hcl.Range
	Message string
}

// Part finds one kind of breach.
type Part func(c *schema.Config, report func(Breach))

// Parts finds what several parts find.
func Parts(parts ...Part) Part {
	return func(c *schema.Config, report func(Breach)) {
		for _, part := range parts {
			part(c, report)
		}
	}
}
