package plan_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/apiglint/apiglint/lint/linttest"
	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/plan"
)

// FuzzPlan reads plans, and makes both configurations of each twice.
func FuzzPlan(f *testing.F) {
	for _, dir := range []string{"planjson", "plans"} {
		for _, seed := range linttest.Seeds(f, os.DirFS("../../testdata"), dir, ".json") {
			if len(seed) < 64<<10 {
				f.Add(seed)
			}
		}
	}
	f.Add([]byte(`{"format_version":"1.2","planned_values":{},"resource_changes":[{"type":"huaweicloud_apig_api","address":"huaweicloud_apig_api.a","mode":"managed","name":"a","change":{"actions":["create"],"after":{"web":[{}]},"after_unknown":{"web":[true],"id":true}}}],"configuration":{"root_module":{"resources":[{"type":"huaweicloud_apig_api","name":"a","mode":"managed","address":"huaweicloud_apig_api.a","expressions":{"web":[{}],"group_id":{"references":["module.x.y","each.value.z","var.a[0]"]}}}]}}}`))
	f.Add([]byte(`{"format_version":"1.2","resource_changes":[{"address":"a.b","index":1e999,"change":{"actions":["create"],"after":{"a":1e999}}}]}`))
	f.Fuzz(func(t *testing.T, src []byte) {
		if len(src) > 64<<10 {
			return
		}
		defer linttest.Watch(t)()
		first, secrets, err := configurations(src)
		second, again, errAgain := configurations(src)
		switch {
		case (err == nil) != (errAgain == nil) || first != second || !slices.Equal(secrets, again):
			t.Errorf("two runs differ: %v\n%s\n---\n%v\n%s", err, first, errAgain, second)
		case err != nil && strings.ContainsAny(err.Error(), "\n\r\x1b"):
			t.Errorf("%q is not one sentence", err)
		}
	})
}

// configurations spells out what a plan says.
func configurations(src []byte) (text string, secrets []string, err error) {
	p, err := plan.Read(src)
	if err != nil {
		return "", nil, err
	}
	prior, planned, err := p.Configs(nil)
	if err != nil {
		return "", nil, err
	}
	var out strings.Builder
	for _, c := range []*schema.Config{prior, planned} {
		for _, r := range c.Resources {
			fmt.Fprintln(&out, r.Address)
		}
		for _, stranger := range c.Strangers {
			fmt.Fprintln(&out, stranger.Address)
		}
		for _, api := range c.APIs {
			name, known := api.Name.Get()
			fmt.Fprintln(&out, name, known, api.Group.Target() == nil)
		}
		fmt.Fprintln(&out, c.Whole(), c.Root.Notes)
	}
	return out.String(), p.Secrets(), nil
}
