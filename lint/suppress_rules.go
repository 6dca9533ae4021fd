package lint

// UnusedIgnore is reported for a suppression that suppresses nothing.
var UnusedIgnore = &Rule{
	ID: "IGN701", Name: "unused-ignore", Level: Warning, Cause: Suppression,
	Title:   "an ignore comment that hides nothing",
	Symptom: "none: the comment has no effect",
	Doc: `An ignore comment outlives the defect that it was written for, or stands in the wrong place, and then hides the
next defect that comes along. Remove it, or move it to the line of the finding or above its block.

Where a comment names several rules, each of them has to hide something. It is silent about comments for rules that do not
run, and for rules about changes, which only the review of a plan finds anything for.`,
	Bad: `
# apiglint:ignore unbound-policy -- bound by hand for now
resource "huaweicloud_apig_acl_policy" "office" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "office"
  type        = "PERMIT"
  entity_type = "IP"
  value       = "203.0.113.0/24"
}

resource "huaweicloud_apig_acl_policy_associate" "office" {
  instance_id = huaweicloud_apig_instance.main.id
  policy_id   = huaweicloud_apig_acl_policy.office.id
  publish_ids = var.publish_ids
}

variable "publish_ids" {
  type = list(string)
}
`,
	Good: `
# apiglint:ignore unbound-policy -- bound by hand for now
resource "huaweicloud_apig_acl_policy" "office" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "office"
  type        = "PERMIT"
  entity_type = "IP"
  value       = "203.0.113.0/24"
}
`,
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
	Bad: `
# apiglint:ignore unbound-policy
resource "huaweicloud_apig_acl_policy" "office" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "office"
  type        = "PERMIT"
  entity_type = "IP"
  value       = "203.0.113.0/24"
}

resource "huaweicloud_apig_acl_policy_associate" "office" {
  instance_id = huaweicloud_apig_instance.main.id
  policy_id   = huaweicloud_apig_acl_policy.office.id
  publish_ids = var.publish_ids
}

variable "publish_ids" {
  type = list(string)
}
`,
	Good: `
# apiglint:ignore unbound-policy -- bound by hand for now
resource "huaweicloud_apig_acl_policy" "office" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "office"
  type        = "PERMIT"
  entity_type = "IP"
  value       = "203.0.113.0/24"
}
`,
}

// ExpiredIgnore is reported for a suppression whose last day is over.
var ExpiredIgnore = &Rule{
	ID: "IGN703", Name: "expired-ignore", Level: Warning, Cause: Suppression,
	Title:   "an ignore comment whose time is over",
	Symptom: "none: what it was about is reported again",
	Doc: `A comment with an end, ` + "`# apiglint:ignore anonymous-api until 2027-03-01 -- pilot`" + `, hides a finding up to and with that
day, of the clock and the time zone that apiglint runs in. From the next day on it hides nothing, and is reported as well.

Mend what it is about and remove it, or give it a new day: that is a decision, and stands in the history of the file.`,
	Bad: `
# apiglint:ignore unbound-policy until 2025-12-31 -- bound by hand for now
resource "huaweicloud_apig_acl_policy" "office" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "office"
  type        = "PERMIT"
  entity_type = "IP"
  value       = "203.0.113.0/24"
}

resource "huaweicloud_apig_acl_policy_associate" "office" {
  instance_id = huaweicloud_apig_instance.main.id
  policy_id   = huaweicloud_apig_acl_policy.office.id
  publish_ids = var.publish_ids
}

variable "publish_ids" {
  type = list(string)
}
`,
	Good: `
# apiglint:ignore unbound-policy until 2999-12-31 -- bound by hand for now
resource "huaweicloud_apig_acl_policy" "office" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "office"
  type        = "PERMIT"
  entity_type = "IP"
  value       = "203.0.113.0/24"
}
`,
}

// MisnamedIgnore is reported for a suppression of a rule that there is not.
var MisnamedIgnore = &Rule{
	ID: "IGN704", Name: "misnamed-ignore", Level: Warning, Cause: Suppression,
	Title:   "an ignore comment for a rule that there is not",
	Symptom: "none: what it is about is still reported",
	Doc: `An ignore comment means a rule by its name, its ID, or the letters that its ID begins with. What is misspelt hides
nothing. ` + "`apiglint rules`" + ` lists the rules.`,
	Bad: `
# apiglint:ignore unbound-polcy -- bound by hand for now
resource "huaweicloud_apig_acl_policy" "office" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "office"
  type        = "PERMIT"
  entity_type = "IP"
  value       = "203.0.113.0/24"
}

resource "huaweicloud_apig_acl_policy_associate" "office" {
  instance_id = huaweicloud_apig_instance.main.id
  policy_id   = huaweicloud_apig_acl_policy.office.id
  publish_ids = var.publish_ids
}

variable "publish_ids" {
  type = list(string)
}
`,
	Good: `
# apiglint:ignore unbound-policy -- bound by hand for now
resource "huaweicloud_apig_acl_policy" "office" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "office"
  type        = "PERMIT"
  entity_type = "IP"
  value       = "203.0.113.0/24"
}
`,
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
	Bad: `
# apiglint:ignore unbound-policy -- bound by hand for now
resource "huaweicloud_apig_acl_policy" "office" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "office"
  type        = "PERMIT"
  entity_type = "IP"
  value       = "203.0.113.0/24"
}

resource "huaweicloud_apig_acl_policy_associate" "office" {
  instance_id = huaweicloud_apig_instance.main.id
  policy_id   = huaweicloud_apig_acl_policy.office.id
  publish_ids = var.publish_ids
}

variable "publish_ids" {
  type = list(string)
}
`,
	Good: `
# Everyone in the office may call.
resource "huaweicloud_apig_acl_policy" "office" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "office"
  type        = "PERMIT"
  entity_type = "IP"
  value       = "203.0.113.0/24"
}

resource "huaweicloud_apig_acl_policy_associate" "office" {
  instance_id = huaweicloud_apig_instance.main.id
  policy_id   = huaweicloud_apig_acl_policy.office.id
  publish_ids = var.publish_ids
}

variable "publish_ids" {
  type = list(string)
}
`,
}

// OwnRules answers the rules about suppressions, which [Run] applies by itself.
func OwnRules() []*Rule {
	return []*Rule{UnusedIgnore, MalformedIgnore, ExpiredIgnore, MisnamedIgnore, ForbiddenIgnore}
}
