package definition

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/facts"
	"github.com/apiglint/apiglint/schema/terraform"
	"github.com/apiglint/apiglint/schema/terraform/configs"
	"github.com/apiglint/apiglint/schema/terraform/memory"
)

// eachConstraint visits every constraint of the facts once.
func eachConstraint(visit func(t *facts.Type, c *facts.Constraint)) {
	seen := map[string]bool{}
	for _, name := range facts.ResourceTypes() {
		t := facts.Resource(name)
		if seen[t.Name] {
			continue
		}
		seen[t.Name] = true
		for _, c := range t.Constraints {
			visit(t, c)
		}
	}
	for _, c := range facts.General() {
		visit(nil, c)
	}
}

func compiles(t *facts.Type, c *facts.Constraint) bool {
	return betweenResources(c) || t != nil && len(compile(t, c)) > 0
}

// TestEveryConstraintHasAPlace holds that each constraint is checked, or is excluded for a reason that is still one.
func TestEveryConstraintHasAPlace(t *testing.T) {
	ids, kinds := map[string]bool{}, map[string]bool{}
	eachConstraint(func(ty *facts.Type, c *facts.Constraint) {
		ids[c.ID], kinds[c.Kind] = true, true
		if excluded(ty, c) == "" && !compiles(ty, c) {
			t.Errorf("%s (%s) is not checked: %s", c.ID, c.Kind, c.Rule)
		}
		if unread[c.ID] != "" && (ownRules[c.ID] != "" || byKind[c.Kind] != "" || restated(ty, c)) {
			t.Errorf("%s has two reasons not to be checked", c.ID)
		}
	})
	for id := range unread {
		if !ids[id] {
			t.Errorf("%s is not in the facts any more", id)
		}
	}
	for kind := range byKind {
		if !kinds[kind] {
			t.Errorf("the kind %s is not in the facts any more", kind)
		}
	}
	if len(unread) > 31 {
		t.Errorf("%d constraints are not checked: the list is to become shorter", len(unread))
	}
	legal := regexp.MustCompile(`^(NET1|DOM2|PUB3|AUT4|POL5|API6|DEF0)\d\d$`)
	for key, rule := range ownRules {
		typeName, path, isAttr := strings.Cut(key, ".")
		known := ids[key] || isAttr && facts.Resource(typeName) != nil && facts.Resource(typeName).At(path) != nil
		if !known || !legal.MatchString(rule) {
			t.Errorf("%s: %s: no such constraint or attribute, or no rule", key, rule)
		}
	}
}

// TestConstraintsBreakAndHold gives every constraint that is checked configurations that break it, one for each thing that
// it says, and one that keeps it.
func TestConstraintsBreakAndHold(t *testing.T) {
	eachConstraint(func(ty *facts.Type, c *facts.Constraint) {
		if excluded(ty, c) == "" {
			t.Run(c.ID, func(t *testing.T) { breakAndHold(t, ty, c) })
		}
	})
}

// TestRelationsBreakAndHold does the same for what the provider's schema states at the attributes.
func TestRelationsBreakAndHold(t *testing.T) {
	for _, name := range facts.ResourceTypes() {
		ty := facts.Resource(name)
		for _, c := range relations(ty) {
			t.Run(ty.Name+"/"+c.Kind+"/"+strings.Join(c.Attrs, ","), func(t *testing.T) { breakAndHold(t, ty, c) })
		}
	}
}

func breakAndHold(t *testing.T, ty *facts.Type, c *facts.Constraint) {
	t.Helper()
	scopes := c.Scope
	if scopes == nil {
		scopes = []string{""}
	}
	for _, scope := range scopes {
		sketches := sketchesOf(&check{Constraint: c, scope: scope}, ty)
		if len(sketches.breaking) == 0 || len(sketches.keeping) == 0 {
			t.Fatalf("no configuration breaks it, or none keeps it")
		}
		for _, text := range sketches.breaking {
			found := violationsOf(t, text, c)
			if len(found) == 0 {
				t.Errorf("this does not break %q:\n%s", c.Rule, text)
			}
			for _, f := range found {
				if f.Range.Filename != "main.tf" || !legalMessage.MatchString(f.Message) || !legalRemedy.MatchString(f.Remedy) ||
					strings.Contains(f.Message+f.Remedy, "%!") {
					t.Errorf("at %s: %s; help: %s", f.Range, f.Message, f.Remedy)
				}
			}
		}
		for _, text := range sketches.keeping {
			if found := violationsOf(t, text, c); len(found) > 0 {
				t.Errorf("this breaks %q:\n%s", c.Rule, text)
			}
		}
	}
}

var (
	legalMessage = regexp.MustCompile(`^huaweicloud_\w+\.\w+(\[\d+\])? (has|is|refers) .*: .*[^.]$`)
	legalRemedy  = regexp.MustCompile(`^(set|remove|keep|use|change|exchange|refer) .*[^.]$`)
)

// violationsOf returns the violations of a constraint in a configuration.
func violationsOf(t *testing.T, text string, c *facts.Constraint) []*lint.Finding {
	t.Helper()
	loader := configs.NewLoader(memory.FS{"main.tf": []byte(text)})
	config, err := schema.Load(loader, ".", terraform.Options{})
	if err != nil || config.Root.Diagnostics.HasErrors() {
		t.Fatal(err, config.Root.Diagnostics, text)
	}
	same := func(other *facts.Constraint) bool {
		return other.ID == c.ID && other.Kind == c.Kind && slices.Equal(other.Attrs, c.Attrs)
	}
	rule := &lint.Rule{Level: lint.Error, Check: func(p *lint.Pass) {
		for _, aspect := range []Aspect{Missing, Invalid, Range, Conflict, Duplicate, Ignored} {
			if c.CaughtBy == "never" && aspect != Ignored {
				continue // it would not be found
			}
			eachBlock(config, func(b *blockContext) {
				for _, ch := range b.checks[aspect] {
					if broken, because := ch.evaluate(b); same(ch.Constraint) && broken != nil {
						ch.report(p, b, broken, because)
					}
				}
			})
			for _, resources := range byType(config) {
				for _, between := range resources[0].between[aspect] {
					if same(between) {
						checkBetween(p, between, resources)
					}
				}
			}
		}
	}}
	return lint.Run(lint.Options{Rules: []*lint.Rule{rule}}, config).Findings
}
