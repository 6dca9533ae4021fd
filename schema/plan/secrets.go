package plan

import (
	"maps"
	"slices"

	tfjson "github.com/hashicorp/terraform-json"

	"github.com/apiglint/apiglint/schema/facts"
)

// Secrets returns every sensitive text of the plan, sorted, for tests and for masking: what it marks, sensitive variables,
// what providers are configured with, and the arguments that hold secrets whether they are marked or not. Left out are
// words that are no secret although the set around them is marked, because the provider knows them.
func (p *Plan) Secrets() []string {
	s := secrets{}
	p.variables(s)
	for _, c := range p.ResourceChanges {
		s.object(c.Mode, c.Type, decoded(c.Change.Before), decoded(c.Change.BeforeSensitive))
		s.object(c.Mode, c.Type, decoded(c.Change.After), decoded(c.Change.AfterSensitive))
	}
	p.state(&p.PriorState, s)
	for _, c := range p.OutputChanges {
		s.marked(decoded(c.Before), decoded(c.BeforeSensitive), nil)
		s.marked(decoded(c.After), decoded(c.AfterSensitive), nil)
	}
	return slices.Sorted(maps.Keys(s))
}

// variables adds the values of sensitive variables, and of what providers are configured with.
func (p *Plan) variables(s secrets) {
	if root := p.Configuration.RootModule; root != nil {
		for name, declared := range root.Variables {
			if declared.Sensitive {
				s.marked(decoded(p.Variables[name].Value), true, nil)
				s.marked(declared.Default, true, nil)
			}
		}
	}
	for _, provider := range p.Configuration.ProviderConfigs {
		for name, e := range provider.Expressions {
			if !slices.Contains(publicSettings, name) {
				p.setting(e, s)
			}
		}
	}
}

// publicSettings are arguments of providers that say where something is, and open nothing.
var publicSettings = []string{
	"region", "project_name", "project_id", "domain_name", "domain_id", "tenant_name", "tenant_id", "enterprise_project_id",
	"auth_url", "cloud", "endpoints", "insecure", "max_retries", "profile", "shared_config_file", "regional", "user_name", "user_id",
}

func (p *Plan) setting(e *tfjson.Expression, s secrets) {
	if e == nil || e.ExpressionData == nil {
		return
	}
	if len(e.References) == 0 {
		s.marked(e.ConstantValue, true, nil)
	}
	for _, reference := range e.References {
		if len(reference) > len("var.") && reference[:len("var.")] == "var." {
			s.marked(decoded(p.Variables[reference[len("var."):]].Value), true, nil)
		}
	}
	for _, block := range e.NestedBlocks {
		for _, inner := range block {
			p.setting(inner, s)
		}
	}
}

func (p *Plan) state(m *stateModule, s secrets) {
	for _, r := range m.Resources {
		s.object(r.Mode, r.Type, decoded(r.Values), decoded(r.SensitiveValues))
	}
	for _, child := range m.ChildModules {
		p.state(child, s)
	}
}

// secrets is a set of texts.
type secrets map[string]bool

// shortest is the length of the shortest text that can be told from any other.
const shortest = 4

func (s secrets) add(text string, attr *facts.Attr) {
	if len(text) >= shortest && (attr == nil || !slices.Contains(attr.Choices(), text)) {
		s[text] = true
	}
}

// object adds what is marked in an object, and what its type says is a secret.
func (s secrets) object(mode, typ string, value, sensitive any) {
	var attrs map[string]*facts.Attr
	if knownType(mode, typ) {
		attrs = factsOf(mode, typ).Attrs
	}
	fields, _ := value.(map[string]any)
	for name, v := range fields {
		s.marked(v, field(sensitive, name), attrs[name])
	}
}

// marked adds the texts of a value that are marked.
func (s secrets) marked(value, sensitive any, attr *facts.Attr) {
	if attr != nil && attr.Sensitive {
		sensitive = true
	}
	switch v := value.(type) {
	case string:
		if sensitive == true {
			s.add(v, attr)
		}
	case []any:
		for n, item := range v {
			inner := attr
			if attr != nil && attr.Elem != nil {
				inner = attr.Elem
			}
			s.marked(item, element(sensitive, n), inner)
		}
	case map[string]any:
		for name, item := range v {
			var inner *facts.Attr
			if attr != nil {
				inner = attr.Attrs[name]
			}
			s.marked(item, field(sensitive, name), inner)
		}
	}
}
