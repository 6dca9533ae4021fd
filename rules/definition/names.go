package definition

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// named are the types whose objects have unique names on a gateway.
var named = map[string]string{
	"huaweicloud_apig_group":             "group",
	"huaweicloud_apig_environment":       "environment",
	"huaweicloud_apig_throttling_policy": "request throttling policy",
	"huaweicloud_apig_acl_policy":        "access control policy",
	"huaweicloud_apig_plugin":            "plugin",
	"huaweicloud_apig_signature":         "signature",
}

// DuplicateNames finds names that are taken: by an object of the same type on the same gateway, or as a constraint says.
func DuplicateNames(p *lint.Pass) {
	if !twoNamed(p.Config) && !judges(p, "there are no two resources whose names have to differ", func(b *blockContext) bool { return len(b.checks[Duplicate]) > 0 }) {
		return
	}
	for _, resources := range byType(p.Config) {
		if noun := named[resources[0].of.Name]; noun != "" {
			duplicateNames(p, resources, noun)
		}
	}
	constraints(p, Duplicate)
}

func duplicateNames(p *lint.Pass, resources siblings, noun string) {
	seen := map[string]*schema.Resource{}
	for _, b := range resources {
		r, name := b.resource, b.state("name")
		key, ok := identity([]*attributeState{b.state("instance_id"), name})
		if !ok {
			continue
		}
		first, again := seen[key]
		if !again {
			seen[key] = r
			continue
		}
		text, _ := name.printed()
		p.Reportf(r, lint.At(name.own()), "%s has the name %q, like %s on the same gateway: the apply fails", r, text, first).
			Remedyf("give %s another name", r).
			Relate(first.Range(), "the other %s is here", noun)
	}
}
