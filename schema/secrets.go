package schema

import (
	"github.com/hashicorp/hcl/v2"

	"github.com/apiglint/apiglint/schema/facts"
	"github.com/apiglint/apiglint/schema/terraform"
)

// Secrets answers the texts of the configuration that must not be shown: values of arguments that the facts tables call
// sensitive, and what the configuration itself declares to be.
func (c *Config) Secrets() []hcl.Range {
	secrets := c.Root.Secrets()
	for _, r := range c.Resources {
		secrets = appendSecrets(secrets, r.Block, r.Facts.Attrs)
	}
	return secrets
}

func appendSecrets(secrets []hcl.Range, b *terraform.Block, attrs map[string]*facts.Attr) []hcl.Range {
	for name, arg := range b.Args {
		if attr := attrs[name]; attr != nil && attr.Sensitive && arg.Secret() {
			secrets = append(secrets, arg.Range)
		}
	}
	for name, blocks := range b.Nested {
		attr := attrs[name]
		if attr == nil {
			continue
		}
		for _, nested := range blocks {
			secrets = appendSecrets(secrets, nested, attr.Attrs)
		}
	}
	return secrets
}
