package definition

import (
	"fmt"

	"github.com/apiglint/apiglint/schema"
)

// named are the types whose objects are told apart by their names on a gateway.
var named = map[string]string{
	"huaweicloud_apig_group":             "group",
	"huaweicloud_apig_environment":       "environment",
	"huaweicloud_apig_throttling_policy": "throttling policy",
	"huaweicloud_apig_acl_policy":        "access control policy",
	"huaweicloud_apig_plugin":            "plugin",
	"huaweicloud_apig_signature":         "signature",
}

// DuplicateNames finds two objects of one type with one name on one gateway.
func DuplicateNames(c *schema.Config, report func(Breach)) {
	for _, resources := range byType(c) {
		if noun := named[resources[0].of.Name]; noun != "" {
			duplicateNames(resources, noun, report)
		}
	}
}

func duplicateNames(resources siblings, noun string, report func(Breach)) {
	seen := map[string]*schema.Resource{}
	for _, s := range resources {
		r, name := s.resource, s.setting("name")
		key, ok := identity([]*setting{s.setting("instance_id"), name})
		if !ok {
			continue
		}
		first, again := seen[key]
		if !again {
			seen[key] = r
			continue
		}
		text, _ := name.printed()
		report(Breach{
			Subject: r, At: name.own(),
			Message: fmt.Sprintf("%s has the name %q, like %s on the same gateway: the gateway tells each %s by its name",
				r, text, first, noun),
			Related: []Related{{At: first.Range(), Message: "the other " + noun + " is here"}},
		})
	}
}
