package rules

import "github.com/apiglint/apiglint/schema"

// typed returns the name of a resource type with the provider of another resource: huaweicloud_apig_appcode for apig_appcode.
func typed(like *schema.Resource, name string) string { return like.Facts.Prefix + "_" + name }

// agree returns the verb that goes with a number of things.
func agree(count int, one, many string) string {
	if count == 1 {
		return one
	}
	return many
}
