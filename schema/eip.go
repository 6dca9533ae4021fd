package schema

import (
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/apiglint/apiglint/schema/facts"
	"github.com/apiglint/apiglint/schema/terraform"
	"github.com/apiglint/apiglint/schema/terraform/configs"
)

// UnusedEIPs returns the EIPs that certainly nothing in the configuration mentions, and nobody outside can know from
// its outputs.
func (c *Config) UnusedEIPs() []*EIP {
	if len(c.EIPs) == 0 {
		return nil
	}
	var unused []*EIP
	mentions := map[*configs.Module]map[string]bool{}
	for _, e := range c.EIPs {
		module := e.Instance.Module.Module
		if mentions[module] == nil {
			mentions[module] = c.Root.Mentions(module)
		}
		if !mentions[module][e.Instance.Resource.Address()] && !e.boundByItself() && !c.exports.may(e.Resource) && !reaches[EIPBinding](&c.Kinds, e) {
			unused = append(unused, e)
		}
	}
	if len(unused) > 0 && c.looseEIP() {
		return nil
	}
	return unused
}

// boundByItself reports whether the EIP's own block may bind it.
func (e *EIP) boundByItself() bool {
	return e.PublicIP.Any(func(ip *PublicIP) Verdict { return verdictOf(!ip.Port.Absent()) }) != No
}

// looseEIP reports whether a value that cannot be told may be that of any EIP: one of an argument that takes an EIP,
// or any of a resource whose type nothing is known of.
func (c *Config) looseEIP() bool {
	loose := false
	for _, m := range c.Root.ModuleInstances() {
		for _, res := range m.Module.Resources {
			for _, i := range m.Instances(res) {
				if _, known := facts.Canonical(res.Type); known {
					loose = loose || looseEIPIn(i.Block())
					continue
				}
				i.Expressions(func(e hclsyntax.Expression) { loose = loose || untraced(i.Evaluate(e)) })
			}
		}
	}
	return loose
}

// takesAddress are the words in the names of arguments that take an EIP's id or address.
var takesAddress = map[string]bool{
	"eip": true, "eips": true, "ip": true, "ips": true, "publicip": true, "host": true, "hosts": true, "address": true,
	"addresses": true, "records": true, "value": true, "values": true, "content": true,
}

func looseEIPIn(b *terraform.Block) bool {
	for n := range b.Args {
		for word := range strings.SplitSeq(b.Args[n].Name, "_") {
			if takesAddress[word] && untraced(b.Args[n].Value()) {
				return true
			}
		}
	}
	return slices.ContainsFunc(b.Nested, looseEIPIn)
}

// untraced reports whether a value is unknown, or holds something unknown, and does not say where it comes from. A secret
// is no EIP.
func untraced(v cty.Value) bool {
	return !v.IsWhollyKnown() && len(terraform.Origins(v)) == 0 && !terraform.Sensitive(v)
}
