package definition

import (
	"fmt"

	"github.com/apiglint/apiglint/schema"
)

// Deprecated finds resource types, arguments and blocks that something newer takes the place of.
func Deprecated(c *schema.Config, report func(Breach)) {
	for _, r := range c.Resources {
		if r.Facts.Deprecated != "" {
			report(Breach{Subject: r, At: r.Instance.Resource.TypeRange, Message: fmt.Sprintf(
				"%s has the deprecated type %s%s", r, r.Instance.Resource.Type, instead(r.Facts.ReplacedBy))})
		}
	}
	eachSite(c, func(s *site) {
		for i := range s.settings {
			found := &s.settings[i]
			attr := found.attr
			if attr.Deprecated == "" || !attr.Configurable() || hasNoReplacement(c, s, attr) {
				continue
			}
			report(Breach{Subject: s.resource, At: found.header(), Message: fmt.Sprintf(
				"%s of %s is deprecated%s", found.path(), s.resource, instead(attr.ReplacedBy)), Mend: s.renewed(attr)})
		}
	})
}

func instead(newer string) string {
	if newer == "" {
		return ""
	}
	return ": " + newer + " takes its place"
}

// hasNoReplacement reports whether nothing takes the place of a deprecated argument where it stands: a gateway made with
// LVS has its public address by eip_id alone.
func hasNoReplacement(c *schema.Config, s *site, attr *attribute) bool {
	g, ok := c.Object(s.resource.Instance).(*schema.Gateway)
	return ok && attr.Name == "eip_id" && g.Balancer() != schema.ELB
}
