package lint

// UnusedIgnore is reported for a suppression that suppresses nothing.
var UnusedIgnore = &Rule{
	ID: "IGN701", Name: "unused-ignore", Level: Warning, Cause: Suppression,
	Title:   "an ignore comment that hides nothing",
	Symptom: "none: the comment has no effect",
	Files:   texts,
}

// MalformedIgnore is reported for a suppression without a rule or a reason.
var MalformedIgnore = &Rule{
	ID: "IGN702", Name: "malformed-ignore", Level: Warning, Cause: Suppression,
	Title:   "an ignore comment that is misspelt or incomplete",
	Symptom: "none: the finding is still reported",
	Files:   texts,
}

// ExpiredIgnore is reported for a suppression whose last day is over.
var ExpiredIgnore = &Rule{
	ID: "IGN703", Name: "expired-ignore", Level: Warning, Cause: Suppression,
	Title:   "an ignore comment that has expired",
	Symptom: "none: the finding is reported again",
	Files:   texts,
}

// MisnamedIgnore is reported for a suppression of a rule that does not exist.
var MisnamedIgnore = &Rule{
	ID: "IGN704", Name: "misnamed-ignore", Level: Warning, Cause: Suppression,
	Title:   "an ignore comment for a rule that does not exist",
	Symptom: "none: the finding is still reported",
	Files:   texts,
}

// ForbiddenIgnore is reported for a suppression of a rule that cannot be suppressed.
var ForbiddenIgnore = &Rule{
	ID: "IGN705", Name: "forbidden-ignore", Level: Warning, Cause: Suppression,
	Title:   "an ignore comment for a rule that comments cannot hide",
	Symptom: "none: the finding is still reported",
	Files:   texts,
}

// commentRules are the rules about ignore comments.
func commentRules() []*Rule {
	return []*Rule{UnusedIgnore, MalformedIgnore, ExpiredIgnore, MisnamedIgnore, ForbiddenIgnore}
}

// OwnRules returns the rules that [Run] applies by itself: those about expectations, which stand in settings, and those about ignore
// comments.
func OwnRules() []*Rule {
	return append(expectationRules(), commentRules()...)
}
