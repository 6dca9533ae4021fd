package main

import (
	"os"
	"path/filepath"
	"testing"
)

func TestWrite(t *testing.T) {
	out := t.TempDir()
	put := func(name string) string {
		path := filepath.Join(out, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte("old"), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	stale, kept := put("resources/gone.json"), put("resources/a.json")
	files := map[string][]byte{"resources/a.json": []byte("new"), "index.json": []byte("i")}
	if err := write(out, files); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(stale); !os.IsNotExist(err) {
		t.Errorf("stale file: %v", err)
	}
	if got, err := os.ReadFile(kept); err != nil || string(got) != "new" {
		t.Errorf("a.json = %q, %v", got, err)
	}
	if err := write(filepath.Join(out, "fresh"), files); err != nil {
		t.Error(err)
	}

	put("notes.txt")
	if err := write(out, files); err == nil {
		t.Error("a foreign folder is accepted")
	}
}
