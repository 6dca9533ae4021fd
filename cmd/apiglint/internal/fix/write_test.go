package fix

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/apiglint/apiglint/cmd/apiglint/internal/boundary"
)

// TestWhatChangedIsNotWritten has a file change between reading and writing.
func TestWhatChangedIsNotWritten(t *testing.T) {
	dir := t.TempDir()
	for name, content := range map[string]string{"a.tf": "a = 1\n", "b.tf": "b = 2\n"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	g := &boundary.Group{Dir: dir}
	fixes := &Fixes{files: map[string]*changed{
		"a.tf": {group: g, name: "a.tf", before: []byte("a = 1\n"), after: []byte("a = 10\n")},
		"b.tf": {group: g, name: "b.tf", before: []byte("b = 1\n"), after: []byte("b = 10\n")},
	}}
	err := fixes.Write(func(name string) string { return "here/" + name })
	if err == nil || err.Error() != "here/b.tf has changed since it was read: nothing was written" {
		t.Error(err)
	}
	if got, err := os.ReadFile(filepath.Join(dir, "a.tf")); err != nil || string(got) != "a = 1\n" {
		t.Errorf("a.tf is written: %q, %v", got, err)
	}
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) != 2 {
		t.Errorf("something is left: %v", entries)
	}
}
