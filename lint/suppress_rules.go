package lint

// What the examples of the rules about suppressions are written above: a policy, and what puts it to use.
const (
	policy = `resource "huaweicloud_apig_acl_policy" "office" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "office"
  type        = "PERMIT"
  entity_type = "IP"
  value       = "203.0.113.0/24"
}
`
	association = `
resource "huaweicloud_apig_acl_policy_associate" "office" {
  instance_id = huaweicloud_apig_instance.main.id
  policy_id   = huaweicloud_apig_acl_policy.office.id
  publish_ids = var.publish_ids
}

variable "publish_ids" {
  type = list(string)
}
`
)

// UnusedIgnore is reported for a suppression that suppresses nothing.
var UnusedIgnore = &Rule{
	ID: "IGN701", Name: "unused-ignore", Level: Warning, Cause: Suppression,
	Title:   "an ignore comment that hides nothing",
	Symptom: "none: the comment has no effect",
	Doc: `An ignore comment outlives the defect that it was written for, or stands in the wrong place, and then hides the
next defect that comes along. Remove it, or move it to the line of the finding or above its block.

Where a comment names several rules, each of them has to hide something. It is silent about comments for rules that do not
run, and for rules about changes, which only the review of a plan finds anything for.`,
	Bad:  "\n# apiglint:ignore unbound-policy -- bound by hand for now\n" + policy + association,
	Good: "\n# apiglint:ignore unbound-policy -- bound by hand for now\n" + policy,
}

// MalformedIgnore is reported for a suppression without a rule or a reason.
var MalformedIgnore = &Rule{
	ID: "IGN702", Name: "malformed-ignore", Level: Warning, Cause: Suppression,
	Title:   "an ignore comment that is not written as one",
	Symptom: "none: what it is about is still reported",
	Doc: `An ignore comment names the rules it is about and says why: ` +
		"`# apiglint:ignore anonymous-api -- health probe, no data`" + `. Without both it hides nothing, and neither does one whose marker is misspelt (` + "`apiglint-ignore`, `apiglint: ignore`" + `),
or whose day is none: ` + "`until 2027-03-01`" + ` may stand before the reason.

Several rules are separated by commas, and a rule is meant by its name, its ID, or the letters that its ID begins with.`,
	Bad:  "\n# apiglint:ignore unbound-policy\n" + policy + association,
	Good: "\n# apiglint:ignore unbound-policy -- bound by hand for now\n" + policy,
}

// ExpiredIgnore is reported for a suppression whose last day is over.
var ExpiredIgnore = &Rule{
	ID: "IGN703", Name: "expired-ignore", Level: Warning, Cause: Suppression,
	Title:   "an ignore comment whose time is over",
	Symptom: "none: what it was about is reported again",
	Doc: `A comment with an end, ` + "`# apiglint:ignore anonymous-api until 2027-03-01 -- pilot`" + `, hides a finding up to and with that
day, of the clock and the time zone that apiglint runs in. From the next day on it hides nothing, and is reported as well.

Mend what it is about and remove it, or give it a new day: that is a decision, and stands in the history of the file.`,
	Bad:  "\n# apiglint:ignore unbound-policy until 2025-12-31 -- bound by hand for now\n" + policy + association,
	Good: "\n# apiglint:ignore unbound-policy until 2999-12-31 -- bound by hand for now\n" + policy,
}

// MisnamedIgnore is reported for a suppression of a rule that there is not.
var MisnamedIgnore = &Rule{
	ID: "IGN704", Name: "misnamed-ignore", Level: Warning, Cause: Suppression,
	Title:   "an ignore comment for a rule that there is not",
	Symptom: "none: what it is about is still reported",
	Doc: `An ignore comment means a rule by its name, its ID, or the letters that its ID begins with. What is misspelt hides
nothing. ` + "`apiglint rules`" + ` lists the rules.`,
	Bad:  "\n# apiglint:ignore unbound-polcy -- bound by hand for now\n" + policy + association,
	Good: "\n# apiglint:ignore unbound-policy -- bound by hand for now\n" + policy,
}

// ForbiddenIgnore is reported for a suppression of a rule that cannot be suppressed.
var ForbiddenIgnore = &Rule{
	ID: "IGN705", Name: "forbidden-ignore", Level: Warning, Cause: Suppression,
	Title:   "an ignore comment for a rule that no comment hides",
	Symptom: "none: what it is about is still reported",
	Doc: `Settings can make rules ` + "`mandatory`" + `: what they find is mended, and not hidden by a comment. Findings about comments are
not hidden by comments either.

A comment that names such a rule, or would hide what it finds, is reported. What it says about other rules holds.`,
	Settings: `mandatory = ["unbound-policy"]`,
	Bad:      "\n# apiglint:ignore unbound-policy -- bound by hand for now\n" + policy + association,
	Good:     "\n# Everyone in the office may call.\n" + policy + association,
}

// OwnRules answers the rules about suppressions, which [Run] applies by itself.
func OwnRules() []*Rule {
	return []*Rule{UnusedIgnore, MalformedIgnore, ExpiredIgnore, MisnamedIgnore, ForbiddenIgnore}
}
