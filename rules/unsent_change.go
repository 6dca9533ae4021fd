package rules

import (
	"slices"
	"strings"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// unsentChange finds changes of which the cloud never hears.
var unsentChange = &lint.Rule{
	ID: "PUB317", Name: "unsent-change", Level: lint.Warning, Lower: []lint.Level{lint.Note}, Cause: lint.Publishing,
	Title:     "a change that the provider does not send",
	Symptom:   "the apply succeeds, and everything stays as it was",
	ByRelease: true,
	Elsewhere: true,
	Links: []string{
		"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_instance_feature",
		"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_custom_authorizer",
	},
	Changes: true,
	Check: func(p *lint.Pass) {
		if p.Before == nil {
			return
		}
		features := map[*schema.Gateway][]*schema.Feature{}
		for _, f := range p.Before.Features {
			if g := f.Gateway.Target(); g != nil && !f.Symbolic() && f.Enabled.Is(true) {
				features[g] = append(features[g], f)
			}
		}
		for _, g := range p.Gateways {
			if was, ok := p.Earlier(g.Resource).(*schema.Gateway); ok {
				unsentName(p, g, was)
				forgottenFeatures(p, g, features[was])
			}
		}
		for _, a := range p.Authorizers {
			if was, ok := p.Earlier(a.Resource).(*schema.Authorizer); ok {
				unsentFunction(p, a, was)
			}
		}
	},
}

// renamesSince is the release from which on the provider does not look at the name.
const renamesSince = "1.65.1"

// unsentName reports a new name of a gateway that nothing takes to the cloud. The provider sends it along with others.
func unsentName(p *lint.Pass, g, was *schema.Gateway) {
	if g.Change.Act != schema.Update || len(g.Change.Uncertain) > 0 || !g.IsHuaweiCloud() || g.Provider.Has(renamesSince) != schema.Yes ||
		g.Name.Unknown() || g.Same(was.Resource, "name") != schema.No {
		return
	}
	for _, name := range []string{"description", "security_group_id", "vpcep_service_name", "maintain_begin"} {
		if g.Same(was.Resource, name) != schema.Yes {
			return
		}
	}
	p.ReportLevelf(lint.Note, g, g.Name, "%s keeps its name: the provider sends a new one only together with another change, and the next plan shows it again", g).
		Remedyf("change the description of %s in the same apply", g)
}

// forgottenFeatures reports features of a gateway that stay on although what declares them goes.
func forgottenFeatures(p *lint.Pass, g *schema.Gateway, features []*schema.Feature) {
	for _, f := range features {
		name, known := f.Name.Get()
		if !known {
			continue
		}
		if on, declared := p.FeatureOf(g, name); on == schema.No && declared == nil {
			p.Reportf(g, g, "%s keeps the feature %s on: removing %s does not switch it off", g, name, f).
				Remedyf("apply %s with enabled = false before it is removed", f)
		}
	}
}

// unsentFunction reports another function of an authorizer that the provider takes for the one that is there, because its URN
// contains that one's.
func unsentFunction(p *lint.Pass, a, was *schema.Authorizer) {
	old, known := was.Function.Get()
	now, also := a.Function.Get()
	if text, kept := a.Change.Written["function_urn"]; kept {
		now = text
	}
	if !known || !also || now == old || a.Ignores("function_urn") || !strings.Contains(now, old) {
		return
	}
	from, to := functionParts(old), functionParts(now)
	if from == nil || to == nil {
		return
	}
	if slices.Equal(from[:7], to[:7]) && !unsentVersion(a, was, from[7], to[7]) {
		return
	}
	p.Reportf(a, a.Function, "%s keeps its function: the new URN contains the old one, so the provider sees no change", a).
		Remedyf("remove %s, apply, and add it again with the new function_urn", a)
}

// unsentVersion reports whether a version in a URN is certainly another one than the authorizer has, and keeps.
func unsentVersion(a, was *schema.Authorizer, old, now string) bool {
	if version, ok := was.Version.Get(); ok && version != "" {
		old = version
	}
	return a.Same(was.Resource, "function_version") == schema.Yes && old != "" && now != "" && old != now
}

// functionParts returns the eight parts of a function's URN, of which the last, the version, may be empty; nil for any other text.
func functionParts(urn string) []string {
	parts := strings.Split(urn, ":")
	if len(parts) == 7 {
		parts = append(parts, "")
	}
	if len(parts) != 8 || parts[0] != "urn" {
		return nil
	}
	return parts
}
