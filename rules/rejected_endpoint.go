package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// rejectedEndpoint finds VPC endpoints whose connection to the gateway is refused.
var rejectedEndpoint = &lint.Rule{
	ID: "NET124", Name: "rejected-endpoint", Level: lint.Error, Lower: []lint.Level{lint.Warning}, Cause: lint.Network,
	Title:     "a VPC endpoint whose connection the gateway rejects",
	Symptom:   "the connection times out",
	Elsewhere: true,
	Links: []string{
		"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_endpoint_connection_management",
		"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/vpcep_endpoint",
	},
	Check: lint.Given(func(p *lint.Pass) {
		records := map[*schema.VPCEndpoint]*schema.Record{} // the first that leads to an endpoint
		for _, record := range byAddress(p.Records) {
			for _, value := range record.Records.Certain() {
				for _, origin := range value.Origins() {
					endpoint, ok := p.Object(origin.Instance).(*schema.VPCEndpoint)
					if ok && records[endpoint] == nil && record.Answers() == schema.Yes && !record.Symbolic() {
						records[endpoint] = record
					}
				}
			}
		}
		for _, endpoint := range p.VPCEndpoints {
			rejected := p.RejectedBy(endpoint)
			if rejected == nil || !endpoint.Managed() {
				continue
			}
			record := records[endpoint]
			level, leads := lint.Warning, ""
			if record != nil {
				level, leads = lint.Error, ", to which "+record.String()+" points"
			}
			f := p.ReportLevelf(level, rejected, rejected.Action, "%s rejects the connection of %s%s: calls to its address time out", rejected, endpoint, leads).
				Relate(endpoint.Range(), "%s is here", endpoint).
				Remedyf("set action = \"receive\" on %s, or remove %s", rejected, endpoint)
			if record != nil {
				f.Relate(record.Records.Range(), "%s points to it", record)
			}
		}
	}, lint.Of[schema.VPCEndpoint]),
}
