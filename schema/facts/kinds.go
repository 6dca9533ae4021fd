package facts

import "slices"

// KindInfo is one kind of constraint. It says how the parts of a [Constraint]
// are to be read.
type KindInfo struct{ Name, Meaning string }

// ConstraintKinds returns every [Constraint.Kind] there is, sorted by name.
func ConstraintKinds() []KindInfo { return slices.Clone(constraintKinds[:]) }

// CaughtBys returns every [Constraint.CaughtBy] there is, earliest first.
func CaughtBys() []string { return slices.Clone(caughtBys[:]) }

var caughtBys = [...]string{
	"validate", // terraform validate, with the real provider
	"plan",     // terraform plan, and only when an existing resource changes
	"apply",    // the provider's code, before it sends the request
	"service",  // only the cloud
	"never",    // accepted, with no effect or with another one than was meant
}

var constraintKinds = [...]KindInfo{
	{"alias_value", "Values are other spellings of documented values"},
	{"allowed_if", "If holds: Then says which values are left, or what may not be set"},
	{"apply_check", "a check that the provider makes when it applies, in words"},
	{"at_least_one_of", "at least one of Attrs is set"},
	{"conflicts", "the first of Attrs is not set together with the others, as Rule says"},
	{"cross_field", "the value of the first attribute follows from, or occurs in, the others (Op)"},
	{"cross_resource", "the value has to fit another resource (RefersTo, where it can be named; If and Then, or Op, where it can be put so)"},
	{"default", "what leaving the first attribute out means (ValuesBy: per value of the last one)"},
	{"deprecated", "the first attribute is the older spelling of the second"},
	{"doc_required", "Attrs are required by the docs, optional in the schema"},
	{"drift", "something outside the configuration changes the value"},
	{"enum", "the value is one of Values"},
	{"exactly_one_of", "exactly one of Attrs is set"},
	{"exclusive", "at most one of Attrs is meant to be set"},
	{"exclusive_resource", "not to be managed here and in RefersTo at the same time (If and Then, where it can be put so)"},
	{"forbidden_if", "If holds: Then says what may not be set, or not have which value"},
	{"forbidden_value", "the value is none of Values, and does not match Pattern, or Then says which it is not while If holds"},
	{"format", "the form of the value (Pattern, which may be about a part of it; Then.Format; else in words; Max: number of parts)"},
	{"ignored", "written, but not sent: the first attribute always, or what Then forbids while If holds"},
	{"json_keys", "top-level keys of a JSON string (ValuesBy), an open list"},
	{"known_values", "Values are the ones that have a meaning; others are accepted"},
	{"le", "the first attribute is at most the second (Op)"},
	{"length", "the length of the value, in words"},
	{"limit", "a quota (Max)"},
	{"lt", "the first attribute is less than the second (Op)"},
	{"max_count", "at most Max resources of this type for one value of the first attribute"},
	{"max_items", "at most Max blocks or elements of the first attribute; without Max in words"},
	{"needs_before", "RefersTo has to exist first, without a reference that would order them"},
	{"non_updatable", "a change of any of Attrs on an existing resource is refused"},
	{"not_both", "Attrs do not both have the value that Rule names"},
	{"note", "worth knowing; not a check"},
	{"pattern", "the form of the value, in words"},
	{"pattern_if", "If holds: Then.Allowed says what the value matches"},
	{"range", "the range of a number, in words (Max: its upper end; Then: what is left of it while If holds)"},
	{"required_if", "If holds: Then.Required are set, and Then.Allowed hold; without If in words"},
	{"required_together", "all of Attrs are set, or none"},
	{"required_with", "all of Attrs but the last are only set together with the last"},
	{"secret", "holds secret material"},
	{"silent_value", "a value that is none of Values (else as in words) is accepted, and means another one or none"},
	{"unique", "no two blocks or elements agree in Attrs, as Rule says"},
	{"update", "what can or cannot be changed later, in words"},
	{"useless_unless", "the first attribute has no effect while If holds, or unless Then does"},
	{"useless_with", "the first attribute has no effect together with the second"},
}

// Identifying are the arguments that tell nested blocks of one type apart, the better ones first.
var Identifying = []string{"name", "url_domain", "host", "ecs_id", "port", "destination", "code"}
