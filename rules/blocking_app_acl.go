package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// blockingAppACL finds access control lists of apps that deny every address.
var blockingAppACL = &lint.Rule{
	ID: "POL514", Name: "blocking-app-acl", Level: lint.Error, Lower: []lint.Level{lint.Warning}, Cause: lint.Policy,
	Title: "an access control list that blocks every call of an app",
	Codes: []string{"APIG.0405"},
	Links: []string{"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_application_acl"},
	Check: lint.Given(func(p *lint.Pass) {
		authorized := map[*schema.Application]bool{}
		for _, a := range p.Authorizations {
			if app := a.Application.Target(); app != nil && a.ExistsWith(app.Resource) {
				authorized[app] = true
			}
		}
		for _, acl := range p.ApplicationACLs {
			ipv4, all := acl.Everyone()
			if !ipv4 || !acl.Effect.Is("DENY") || acl.Ignores("type") {
				continue
			}
			addresses, level := "address", lint.Error
			app := acl.Application.Target()
			if !all || !authorized[app] {
				level = lint.Warning
			}
			if !all {
				addresses = "IPv4 address"
			}
			of := "its app"
			if app != nil {
				of = app.String()
			}
			p.ReportLevelf(level, acl, acl.Entries, "%s denies every %s: calls of %s get APIG.0405", acl, addresses, of).
				Remedyf("list only the addresses to block in %s, or set type = \"PERMIT\" and list those of callers", acl)
		}
	}, lint.Of[schema.ApplicationACL]),
}
