package rules_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/lint/linttest"
	"github.com/apiglint/apiglint/lint/report"
	"github.com/apiglint/apiglint/lint/report/reporttest"
	"github.com/apiglint/apiglint/rules"
	"github.com/apiglint/apiglint/schema/plan"
)

// FuzzReview reviews plans that are changed in ways that leave them JSON, with all rules, and holds the reviews to laws:
// two runs give the same, the order of what a plan lists is nothing, a plan that changes nothing introduces and fixes
// nothing, and nothing is found that was not there when an argument becomes unknown. The report has to be what its format
// says, without anything sensitive in it.
func FuzzReview(f *testing.F) {
	var seeds [][]byte
	for _, scenario := range scenarios(f) {
		if src, err := os.ReadFile(plans + "/" + scenario + "/plan.json"); err != nil {
			f.Fatal(err)
		} else if scenario != "large" {
			seeds = append(seeds, src)
		}
	}
	seeds = append(seeds, linttest.Seeds(f, os.DirFS("../testdata"), "planjson", ".json")...)
	for i, seed := range seeds {
		seed = essential(seed)
		f.Add(seed, []byte(nil), uint(i))
		for what := range byte(9) {
			f.Add(seed, []byte{what, byte(i), what * 29, what, byte(i) * 11}, uint(what))
		}
	}
	f.Fuzz(func(t *testing.T, src, steps []byte, n uint) {
		if len(src) > 128<<10 {
			return
		}
		defer linttest.Watch(t)()
		src = linttest.MutateJSON(src, steps)
		first, p := reviewed(t, src)
		if p == nil || len(src) > 256<<10 {
			return
		}
		if second, _ := reviewed(t, src); first.spelt != second.spelt {
			t.Errorf("two runs differ:\n%s\n---\n%s", first.spelt, second.spelt)
		}
		formats := report.Formats()
		first.printed(t, p, formats[n%uint(len(formats))])
		document, ok := linttest.DecodeJSON(src)
		if !ok {
			return // lines before and behind the plan are read through
		}
		whole := document.(map[string]any)
		switch n >> 3 % 3 {
		case 0:
			if other := again(t, whole, inReverse); first.spelt != other.spelt {
				t.Errorf("the order of what is listed matters:\n%s\n---\n%s", first.spelt, other.spelt)
			}
		case 1:
			if idle := again(t, whole, settledPlan); len(idle.Introduced)+len(idle.Fixed) > 0 {
				t.Errorf("a plan that changes nothing introduces or fixes:\n%s", idle.spelt)
			}
		case 2:
			var argument string
			other := again(t, whole, func(p map[string]any) { argument = forgetArgument(p, int(n>>5%(1<<20))) })
			known := keysOf(first)
			for key := range keysOf(other) {
				if argument != "" && !known[key] {
					t.Errorf("forgetting %s accuses: %s", argument, key)
				}
			}
		}
	})
}

// essential is what apiglint reads of a plan, without the blanks.
func essential(src []byte) []byte {
	document, ok := linttest.DecodeJSON(src)
	whole, isObject := document.(map[string]any)
	if !ok || !isObject {
		return src
	}
	for _, name := range []string{"planned_values", "relevant_attributes", "resource_drift", "checks"} {
		if _, ok := whole[name]; ok {
			whole[name] = map[string]any{}
		}
	}
	short, err := json.Marshal(whole)
	if err != nil {
		return src
	}
	return short
}

// reviewOf is a review, with all that it says.
type reviewOf struct {
	lint.Review
	spelt string
}

// reviewed reviews a plan. What is no plan has none, and an error that is one sentence.
func reviewed(t *testing.T, src []byte) (*reviewOf, *plan.Plan) {
	t.Helper()
	p, err := plan.Read(src)
	if err == nil {
		prior, planned, wrong := p.Configs(nil)
		if err = wrong; err == nil {
			r := lint.RunReview(lint.Options{Rules: rules.All()}, prior, planned)
			return &reviewOf{r, spelt(r.Introduced) + "\n" + spelt(r.Unchanged) + "\n" + spelt(r.Fixed)}, p
		}
	}
	if strings.ContainsAny(err.Error(), "\n\r\x1b") {
		t.Errorf("%q is not one sentence", err)
	}
	return nil, nil
}

// again reviews the same plan with a change.
func again(t *testing.T, whole map[string]any, change func(map[string]any)) *reviewOf {
	t.Helper()
	change(whole)
	src, err := json.Marshal(whole)
	if err != nil {
		t.Fatal(err)
	}
	r, p := reviewed(t, src)
	if p == nil {
		t.Fatal("a changed plan is none any more")
	}
	return r
}

// printed writes the review in a format. It has to be what it says it is, and to hide what the plan marks as sensitive.
func (r *reviewOf) printed(t *testing.T, p *plan.Plan, format report.Format) {
	t.Helper()
	var out bytes.Buffer
	all := slices.Concat(r.Introduced, r.Unchanged, r.Fixed)
	if len(all) == 0 {
		return
	}
	secrets := p.Secrets()
	for _, f := range all {
		report.Redact(f, secrets)
	}
	err := format.Write(&out, &report.Report{
		Result: lint.Result{Findings: r.Introduced}, Review: &r.Review, All: format.Name != "sarif", Rules: rules.All(), Ran: rules.All(), SecretTexts: secrets,
		Version: "v1.2.3",
	}, report.Terminal{})
	if err != nil {
		t.Fatalf("%s: %v", format.Name, err)
	}
	for _, wrong := range reporttest.Format(format.Name, out.Bytes()) {
		t.Errorf("%s: %s", format.Name, wrong)
	}
	for _, f := range all {
		for _, secret := range secrets {
			if len([]rune(secret)) >= 4 && strings.Contains(f.Message, secret) {
				t.Errorf("%s says the secret %q: %s", f.Rule.ID, secret, f.Message)
			}
		}
	}
}

func keysOf(r *reviewOf) map[string]bool {
	keys := map[string]bool{}
	for _, f := range slices.Concat(r.Introduced, r.Unchanged) {
		for _, address := range append([]string{f.Resource}, f.Also...) {
			keys[f.Rule.ID+" "+address] = true
		}
	}
	return keys
}

func objectsIn(whole map[string]any, name string) []map[string]any {
	list, _ := whole[name].([]any)
	var objects []map[string]any
	for _, element := range list {
		if object, ok := element.(map[string]any); ok {
			objects = append(objects, object)
		}
	}
	return objects
}

// inReverse turns round what a plan lists in no order that means anything.
func inReverse(whole map[string]any) {
	var turn func(value any)
	turn = func(value any) {
		switch value := value.(type) {
		case map[string]any:
			for key, inner := range value {
				if list, ok := inner.([]any); ok && (key == "resources" || key == "child_modules" || key == "resource_changes") {
					slices.Reverse(list)
				}
				if key != "change" && key != "values" && key != "expressions" {
					turn(inner)
				}
			}
		case []any:
			for _, inner := range value {
				turn(inner)
			}
		}
	}
	turn(whole)
}

// settledPlan makes a plan of what exists that updates everything to what it is.
func settledPlan(whole map[string]any) {
	var changes []any
	for _, r := range objectsIn(whole, "resource_changes") {
		change, _ := r["change"].(map[string]any)
		if change["before"] == nil {
			continue
		}
		r["change"] = map[string]any{
			"actions": []any{"update"}, "before": change["before"], "after": change["before"], "after_unknown": map[string]any{},
			"before_sensitive": change["before_sensitive"], "after_sensitive": change["before_sensitive"],
		}
		changes = append(changes, r)
	}
	whole["resource_changes"] = changes
}

// forgetArgument makes the nth of the texts that are written for arguments unknown, as if a variable stood there that is
// decided at apply, and says which.
func forgetArgument(whole map[string]any, n int) string {
	type argument struct {
		resource, change map[string]any
		name             string
	}
	var all []argument
	for _, r := range objectsIn(whole, "resource_changes") {
		change, _ := r["change"].(map[string]any)
		after, _ := change["after"].(map[string]any)
		unknown, isObject := change["after_unknown"].(map[string]any)
		if len(after) == 0 || !isObject && change["after_unknown"] != nil {
			continue
		}
		written := map[string]bool{}
		for _, expressions := range expressionsOf(whole, r) {
			for name := range expressions {
				written[name] = true
			}
		}
		for _, name := range slices.Sorted(maps.Keys(after)) {
			if _, isText := after[name].(string); isText && unknown[name] == nil && written[name] {
				all = append(all, argument{r, change, name})
			}
		}
	}
	if len(all) == 0 {
		return ""
	}
	a := all[n%len(all)]
	delete(a.change["after"].(map[string]any), a.name)
	unknown, _ := a.change["after_unknown"].(map[string]any)
	if unknown == nil {
		unknown = map[string]any{}
	}
	unknown[a.name] = true
	a.change["after_unknown"] = unknown
	for _, expressions := range expressionsOf(whole, a.resource) {
		expressions[a.name] = map[string]any{"references": []any{"var.law_unknown"}}
	}
	return fmt.Sprint(a.resource["address"], ".", a.name)
}

// expressionsOf returns what a plan's configuration says of the resources of that type and name, in whatever module.
func expressionsOf(whole, resource map[string]any) []map[string]any {
	var all []map[string]any
	var walk func(value any)
	walk = func(value any) {
		switch value := value.(type) {
		case map[string]any:
			expressions, ok := value["expressions"].(map[string]any)
			if ok && value["type"] == resource["type"] && value["name"] == resource["name"] {
				all = append(all, expressions)
			}
			for _, inner := range value {
				walk(inner)
			}
		case []any:
			for _, inner := range value {
				walk(inner)
			}
		}
	}
	walk(whole["configuration"])
	return all
}
