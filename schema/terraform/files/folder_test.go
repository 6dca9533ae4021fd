package files

import (
	"slices"
	"testing"
	"testing/fstest"
)

// TestOpenTofu reads OpenTofu's files in the place of Terraform's of the same name and syntax.
func TestOpenTofu(t *testing.T) {
	names := []string{"a.tf", "a.tofu", "b.tf", "b.tf.json", "b.tofu.json", "c.tofu", "d_override.tofu", "d_override.tf", "override.tofu.json", ".e.tofu", "f.tofu~"}
	in := fstest.MapFS{}
	for _, name := range names {
		in[name] = &fstest.MapFile{}
	}
	folder, err := List(in, ".")
	if err != nil {
		t.Fatal(err)
	}
	defer folder.Close()
	var primary, override []string
	for _, s := range folder.Sources {
		if s.Override {
			override = append(override, s.Name)
		} else {
			primary = append(primary, s.Name)
		}
	}
	if want := []string{"a.tofu", "b.tf", "b.tofu.json", "c.tofu"}; !slices.Equal(primary, want) {
		t.Errorf("the files are %v, not %v", primary, want)
	}
	if want := []string{"d_override.tofu", "override.tofu.json"}; !slices.Equal(override, want) {
		t.Errorf("the overrides are %v, not %v", override, want)
	}
}
