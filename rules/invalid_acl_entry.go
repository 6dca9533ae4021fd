package rules

import (
	"fmt"
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/addresses"
)

// invalidACLEntry finds access control lists that the service refuses.
var invalidACLEntry = &lint.Rule{
	ID: "POL502", Name: "invalid-acl-entry", Level: lint.Error, Lower: []lint.Level{lint.Warning}, Cause: lint.Policy,
	Title:   "an access control policy with an invalid entry",
	Symptom: "the apply fails",
	Links:   []string{"https://support.huaweicloud.com/intl/en-us/api-apig/CreateAclStrategyV2.html"},
	Check: lint.Each(func(p *lint.Pass, acl *schema.ACL) {
		entries, ok := acl.List().All()
		kind, known := entryKinds[entityOf(acl)]
		if !ok || !known {
			return
		}
		for i, entry := range entries {
			if why := kind.refuses(entry); why != "" {
				p.Reportf(acl, acl.Entries, "%s in the list of %s %s: the apply fails", nameEntry(acl, i, entry), acl, why).
					Remedyf("correct %s in %s, or remove it", nameEntry(acl, i, entry), acl)
				return
			}
		}
		if text, _ := acl.Entries.Get(); kind.tooMany(text, entries) {
			p.Reportf(acl, acl.Entries, "%s lists more than %s: the apply fails", acl, kind.limit).
				Remedyf("shorten the value of %s to %s", acl, kind.limit)
			return
		}
		if i := firstDuplicate(entries, kind.canonical); i >= 0 {
			p.ReportLevelf(lint.Warning, acl, acl.Entries, "%s is twice in the list of %s: one of the two has no effect", nameEntry(acl, i, entries[i]), acl).
				Remedyf("remove one %s from %s, or correct it", nameEntry(acl, i, entries[i]), acl)
		}
	}),
}

// entryKind is what the entries of a list are.
type entryKind struct {
	// refuses says why an entry is not taken, or "".
	refuses func(entry string) string
	// canonical returns the same text for entries that mean the same.
	canonical func(entry string) string
	tooMany   func(text string, entries []string) bool
	limit     string
}

var entryKinds = map[string]entryKind{
	"IP": {
		refuses: func(entry string) string {
			if _, ok := addresses.Parse(entry); ok || looksLikeRange(entry) {
				return ""
			}
			return "is not an IP address or a CIDR block"
		},
		canonical: func(entry string) string {
			if set, ok := addresses.Parse(entry); ok {
				return set.String()
			}
			return entry
		},
		tooMany: func(_ string, entries []string) bool { return len(entries) > 100 },
		limit:   "100 addresses",
	},
	"DOMAIN": {
		refuses: func(entry string) string {
			switch _, address := addresses.Parse(entry); {
			case address:
				return "is an IP address, but entity_type DOMAIN takes account names"
			case utf8.RuneCountInString(entry) > 64:
				return "has more than 64 characters and cannot be an account name"
			case strings.TrimFunc(entry, unicode.IsDigit) == "":
				return "has only digits and cannot be an account name"
			}
			return ""
		},
		canonical: itself, tooMany: tooLong, limit: "1024 characters",
	},
	"DOMAIN_ID": {
		refuses: func(entry string) string {
			if !accountID().MatchString(entry) {
				return "is not an account ID (32 letters and digits)"
			}
			return ""
		},
		canonical: itself, tooMany: tooLong, limit: "1024 characters",
	},
}

var accountID = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^[0-9A-Za-z]{32}$`) })

func itself(entry string) string { return entry }

func tooLong(text string, _ []string) bool { return utf8.RuneCountInString(text) > 1024 }

// looksLikeRange reports whether an entry is an address, a dash and something more.
func looksLikeRange(entry string) bool {
	from, _, isRange := strings.Cut(entry, "-")
	_, ok := addresses.Parse(strings.TrimSpace(from))
	return ok && isRange
}

func entityOf(acl *schema.ACL) string {
	entity, _ := acl.Entity.Get()
	return entity
}

// nameEntry names an entry by its text, or by its place where the text is a secret.
func nameEntry(acl *schema.ACL, i int, entry string) string {
	if acl.Entries.Sensitive() {
		return fmt.Sprintf("entry %d", i+1)
	}
	return fmt.Sprintf("%q", entry)
}

// firstDuplicate returns the index of the first entry that means the same as one before it, or -1.
func firstDuplicate(entries []string, canonical func(string) string) int {
	seen := map[string]bool{}
	for i, entry := range entries {
		key := canonical(entry)
		if seen[key] {
			return i
		}
		seen[key] = true
	}
	return -1
}
