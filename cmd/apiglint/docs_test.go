package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/rules"
)

// TestPagesAreTrue runs the commands that pages of docs show with their output, on the first example of the page.
func TestPagesAreTrue(t *testing.T) {
	for page, file := range map[string]string{"settings.md": ".apiglint.hcl", "ignoring.md": "main.tf"} {
		t.Run(page, func(t *testing.T) {
			text, err := os.ReadFile(filepath.Join("../../docs", page))
			if err != nil {
				t.Fatal(err)
			}
			example := regexp.MustCompile("(?s)```hcl\n(.*?)```").FindSubmatch(text)
			shown := regexp.MustCompile("(?s)```console\n\\$ apiglint ([^\n]*)\n(.*?)```").FindAllSubmatch(text, -1)
			if example == nil || len(shown) == 0 {
				t.Fatal("the page has no examples")
			}
			for _, fence := range shown {
				src, want := string(example[1]), string(fence[2])
				if strings.Contains(want, "stage-heder") { // the page says what happens to a misspelling
					src = strings.ReplaceAll(src, "stage-header", "stage-heder")
				}
				t.Chdir(t.TempDir())
				writeFile(t, "main.tf", "")
				writeFile(t, file, src)
				var stdout, stderr strings.Builder
				c := Command{Stdout: &stdout, Stderr: &stderr, Env: func(string) string { return "" }}
				c.Main(strings.Fields(string(fence[1])))
				if got := stdout.String() + stderr.String(); got != want {
					t.Errorf("apiglint %s prints\n%s\nand not\n%s", fence[1], got, want)
				}
			}
		})
	}
}

// TestTroubleshooting runs the calls that docs/troubleshooting.md shows, each on the configuration above it, and holds the page to what is
// printed, up to where it leaves out the rest.
func TestTroubleshooting(t *testing.T) {
	page := readFile(t, "../../docs/troubleshooting.md")
	fences := regexp.MustCompile("(?s)```(hcl|console)\n(.*?)```").FindAllStringSubmatch(page, -1)
	if len(fences) == 0 {
		t.Fatal("the page has no examples")
	}
	for _, fence := range fences {
		if fence[1] == "hcl" {
			t.Chdir(t.TempDir())
			for name, text := range rules.Example(&lint.Rule{}, fence[2]) {
				writeFile(t, name, string(text))
			}
			continue
		}
		line, want, _ := strings.Cut(fence[2], "\n")
		var words []string
		for _, word := range regexp.MustCompile(`'[^']*'|\S+`).FindAllString(line, -1) {
			words = append(words, strings.Trim(word, "'"))
		}
		got := string(run(t, words[2:]...))
		if rest, cut := strings.CutSuffix(want, "…\n"); cut {
			got, _, _ = strings.Cut(got, "\n\n")
			got, want = got+"\n", rest
		}
		if got != want {
			t.Errorf("%s prints\n%s\nand not\n%s", line, got, want)
		}
	}
}

// TestIgnoresEnd holds the day on which an ignore comment ends to the clock of the command, in its time zone.
func TestIgnoresEnd(t *testing.T) {
	const src = `resource "huaweicloud_apig_api" "a" {
  request_method          = "GET"
  security_authentication = "NONE" # apiglint:ignore anonymous-api until 2027-03-01 -- why
}`
	t.Chdir(t.TempDir())
	writeFile(t, "main.tf", src)
	east := time.FixedZone("east", 8*60*60)
	for now, want := range map[time.Time]string{
		time.Date(2027, 3, 1, 23, 59, 59, 0, time.UTC): "no findings, 1 suppressed\n1 root module: 1 API\n",
		time.Date(2027, 3, 1, 23, 59, 59, 0, east):     "no findings, 1 suppressed\n1 root module: 1 API\n",
		time.Date(2027, 3, 2, 0, 0, 0, 0, east):        "2 warnings\n1 root module: 1 API\n",
		time.Date(2027, 3, 2, 0, 0, 0, 0, time.UTC):    "2 warnings\n1 root module: 1 API\n",
	} {
		var stdout, stderr strings.Builder
		c := Command{Stdout: &stdout, Stderr: &stderr, Env: func(string) string { return "" }, Now: func() time.Time { return now }}
		c.Main([]string{"check", "--rule", "AUT,IGN"})
		if got := stdout.String() + stderr.String(); !strings.HasSuffix(got, want) {
			t.Errorf("on %s:\n%s", now, got)
		}
	}
}
