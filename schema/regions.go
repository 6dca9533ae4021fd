package schema

import "slices"

// mainlandRegions are the regions on the Chinese mainland, where public domains need an ICP licence. Hong Kong
// (ap-southeast-1) is not among them.
var mainlandRegions = []string{
	"cn-east-2", "cn-east-3", "cn-east-4", "cn-east-5",
	"cn-north-1", "cn-north-2", "cn-north-4", "cn-north-9", "cn-north-11", "cn-north-12",
	"cn-south-1", "cn-south-2", "cn-south-4",
	"cn-southwest-2", "cn-southwest-3",
}

// Mainland reports whether the gateway certainly stands in a region on the Chinese mainland.
func (g *Gateway) Mainland() bool {
	return g.IsHuaweiCloud() && slices.Contains(mainlandRegions, g.Region())
}
