package schema

import (
	"maps"
	"slices"

	"github.com/hashicorp/hcl/v2"

	"github.com/apiglint/apiglint/schema/facts"
	"github.com/apiglint/apiglint/schema/terraform"
)

// Secrets returns the texts of the configuration that must not be shown: values of arguments that hold secrets, wherever
// they are written, and what the configuration itself declares to be.
func (c *Config) Secrets() []hcl.Range {
	var secrets []hcl.Range
	seen := map[hcl.Range]bool{}
	add := func(at hcl.Range) {
		if !seen[at] {
			seen[at] = true
			secrets = append(secrets, at)
		}
	}
	for _, at := range c.Root.Secrets() {
		add(at)
	}
	for _, r := range c.Resources {
		for _, arg := range r.SecretArguments() {
			if arg.Secret() {
				add(arg.Range())
			}
			for _, literal := range arg.Literals() {
				add(literal.Range)
			}
		}
	}
	return secrets
}

// SecretTexts returns the known texts that must not be shown wherever they may come to stand: those in sensitive values, and in arguments that
// hold secrets. They are sorted, and each is there once.
func (c *Config) SecretTexts() []string {
	texts := map[string]bool{}
	add := func(all []string) {
		for _, text := range all {
			texts[text] = true
		}
	}
	for _, r := range c.Resources {
		eachArgument(r.Block, func(arg *terraform.Argument) { add(terraform.SensitiveTexts(arg.Value())) })
		for _, arg := range r.SecretArguments() {
			add(terraform.SensitiveTexts(terraform.MarkSensitive(arg.Value())))
		}
	}
	return slices.Sorted(maps.Keys(texts))
}

func eachArgument(b *terraform.Block, visit func(*terraform.Argument)) {
	for i := range b.Args {
		visit(&b.Args[i])
	}
	for _, nested := range b.Nested {
		eachArgument(nested, visit)
	}
}

// secretsToo are arguments that hold secrets although the provider does not mark them.
var secretsToo = map[string]string{
	"huaweicloud_apig_appcode":     "value",
	"huaweicloud_apig_application": "app_codes",
}

// SecretArguments returns the arguments of a resource that hold secrets, those of nested blocks among them, by name.
func (r *Resource) SecretArguments() []*terraform.Argument {
	if !r.Managed() {
		return nil // data sources are read by what is no secret
	}
	return r.secretArguments(r.Block, r.Facts.Attrs)
}

func (r *Resource) secretArguments(b *terraform.Block, attrs map[string]*facts.Attr) []*terraform.Argument {
	var secrets []*terraform.Argument
	for n := range b.Args {
		arg := &b.Args[n]
		attr := attrs[arg.Name]
		if attr != nil && (attr.Sensitive || secretsToo[r.Facts.Name] == arg.Name || r.signsWith(arg.Name)) {
			secrets = append(secrets, arg)
		}
	}
	for _, nested := range b.Nested {
		if attr := attrs[nested.Type]; attr != nil && len(attr.Attrs) > 0 {
			secrets = append(secrets, r.secretArguments(nested, attr.Attrs)...)
		}
	}
	return secrets
}

// signsWith reports whether an argument is the key of a signature that certainly is an AES signature. For the others the
// key is a name.
func (r *Resource) signsWith(name string) bool {
	if r.Facts.Name != "huaweicloud_apig_signature" || name != "key" {
		return false
	}
	return argument[string](r.Block, "type").Is("aes")
}
