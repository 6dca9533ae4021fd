package definition

import (
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/facts"
	"github.com/apiglint/apiglint/schema/terraform"
	"github.com/apiglint/apiglint/schema/terraform/configs"
)

// eachConstraint visits every constraint of the tables once.
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

func interpreted(t *facts.Type, c *facts.Constraint) bool {
	return betweenResources(c) || t != nil && len(compile(t, c)) > 0
}

// TestEveryConstraintHasAPlace holds that each constraint is interpreted, or is apart for a reason that is still one.
func TestEveryConstraintHasAPlace(t *testing.T) {
	ids, kinds := map[string]bool{}, map[string]bool{}
	eachConstraint(func(ty *facts.Type, c *facts.Constraint) {
		ids[c.ID], kinds[c.Kind] = true, true
		if apart(ty, c) == "" && !interpreted(ty, c) {
			t.Errorf("%s (%s) is not interpreted: %s", c.ID, c.Kind, c.Rule)
		}
		if unread[c.ID] != "" && (ownRules[c.ID] != "" || byKind[c.Kind] != "" || restated(ty, c)) {
			t.Errorf("%s has two reasons not to be interpreted", c.ID)
		}
	})
	for id := range unread {
		if !ids[id] {
			t.Errorf("%s is not in the tables any more", id)
		}
	}
	for kind := range byKind {
		if !kinds[kind] {
			t.Errorf("the kind %s is not in the tables any more", kind)
		}
	}
	if len(unread) > 31 {
		t.Errorf("%d constraints are not interpreted: the list is to become shorter", len(unread))
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

// TestConstraintsBreakAndHold gives every interpreted constraint configurations that break it, one for each thing that
// it says, and one that keeps it.
func TestConstraintsBreakAndHold(t *testing.T) {
	eachConstraint(func(ty *facts.Type, c *facts.Constraint) {
		if apart(ty, c) == "" {
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
		sketches := sketchesOf(&clause{Constraint: c, scope: scope}, ty)
		if len(sketches.breaking) == 0 || len(sketches.keeping) == 0 {
			t.Fatalf("no configuration breaks it, or none keeps it")
		}
		for _, text := range sketches.breaking {
			if found := breachesOf(t, text, c); found == 0 {
				t.Errorf("this does not break %q:\n%s", c.Rule, text)
			}
		}
		for _, text := range sketches.keeping {
			if found := breachesOf(t, text, c); found > 0 {
				t.Errorf("this breaks %q:\n%s", c.Rule, text)
			}
		}
	}
}

// breachesOf counts the breaches of a constraint in a configuration.
func breachesOf(t *testing.T, text string, c *facts.Constraint) int {
	t.Helper()
	loader := configs.NewLoader(fstest.MapFS{"main.tf": &fstest.MapFile{Data: []byte(text)}})
	config, err := schema.Load(loader, ".", terraform.Options{})
	if err != nil || config.Root.Diagnostics.HasErrors() {
		t.Fatal(err, config.Root.Diagnostics, text)
	}
	n := 0
	for aspect := Missing; aspect <= Ignored; aspect++ {
		Clauses(aspect)(config, func(b Breach) {
			if strings.HasSuffix(b.Message, ": "+c.Rule) {
				n++
				if b.At.Filename != "main.tf" || !strings.HasPrefix(b.Message, c.Resource+".") {
					t.Errorf("at %s: %s", b.At, b.Message)
				}
				if c.CaughtBy == "never" && aspect != Ignored {
					t.Errorf("aspect %d of what is ignored: %s", aspect, b.Message)
				}
			}
		})
	}
	return n
}
