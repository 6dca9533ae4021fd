package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestSettingsPage holds docs/settings.md to what apiglint prints about its first example, and with its misspelling.
func TestSettingsPage(t *testing.T) {
	page, err := os.ReadFile("../../docs/settings.md")
	if err != nil {
		t.Fatal(err)
	}
	settings := regexp.MustCompile("(?s)```hcl\n(.*?)```").FindSubmatch(page)
	shown := regexp.MustCompile("(?s)```console\n\\$ apiglint (\\w+)\n(.*?)```").FindAllSubmatch(page, -1)
	if settings == nil || len(shown) != 2 {
		t.Fatalf("the page has other examples: %d", len(shown))
	}
	for _, example := range shown {
		text, want := string(settings[1]), string(example[2])
		if strings.Contains(want, "stage-heder") {
			text = strings.ReplaceAll(text, "stage-header", "stage-heder")
		}
		t.Chdir(t.TempDir())
		write(t, ".apiglint.hcl", text)
		write(t, "main.tf", "")
		var stdout, stderr strings.Builder
		c := Command{Stdout: &stdout, Stderr: &stderr, Env: func(string) string { return "" }}
		c.Main([]string{string(example[1])})
		if got := stdout.String() + stderr.String(); got != want {
			t.Errorf("apiglint %s prints\n%s\nand not\n%s", example[1], got, want)
		}
	}
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}
